namespace NotebookKit.Anonymizing;

/// <summary>Which mistake is dearer: personal data that stays, or innocent text that goes.</summary>
public enum Sensitivity
{
    /// <summary>What may be personal data goes: finds from a score of 0.25 on.</summary>
    RecallFirst,

    /// <summary>Finds from a score of 0.5 on.</summary>
    Balanced,

    /// <summary>Only what is nearly sure goes: finds from a score of 0.75 on.</summary>
    PrecisionFirst,
}
