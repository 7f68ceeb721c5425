namespace NotebookKit.Augmenting;

/// <summary>How a clean input is made messy.</summary>
public enum MessyKind
{
    /// <summary>Slips of the fingers: neighbouring keys, letters left out, doubled, swapped.</summary>
    Typos,

    /// <summary>The greeting, the first sentence or the earlier turns are missing.</summary>
    DroppedContext,

    /// <summary>Short forms: "pls", "u", "vllt", "svp", "porfa".</summary>
    Abbreviations,

    /// <summary>No capital letters.</summary>
    LowerCase,

    /// <summary>A few words as one types them into a search field.</summary>
    Fragments,

    /// <summary>What a machine writes down when somebody speaks: no marks, fillers, repeated words, words that sound alike.</summary>
    SpeechSlips,
}

/// <summary>Which keys are neighbours.</summary>
public enum KeyboardLayout
{
    /// <summary>English.</summary>
    Qwerty,

    /// <summary>German.</summary>
    Qwertz,

    /// <summary>French.</summary>
    Azerty,
}
