namespace NotebookKit.Anonymizing;

/// <summary>Where in a row something is planted.</summary>
internal enum PlantedPlace
{
    /// <summary>A paragraph of its own at the end of a turn.</summary>
    OwnSentence,

    /// <summary>A sentence between two of the turn.</summary>
    InsideTurn,

    /// <summary>A point of a list.</summary>
    List,

    /// <summary>A line of a form: word, colon, value.</summary>
    Form,

    /// <summary>A sentence in lower-case letters, as people type in chats.</summary>
    LowerCase,

    /// <summary>A value among the arguments of a tool call.</summary>
    ToolArguments,
}
