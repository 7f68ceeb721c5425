namespace NotebookKit.Display;

/// <summary>What the cells of a column are; it decides their side, their look and how they sort.</summary>
public enum ColumnKind
{
    /// <summary>Text of any length.</summary>
    Text,

    /// <summary>A count or a measured value, at the right.</summary>
    Number,

    /// <summary>A part of a whole in percent, at the right.</summary>
    Share,

    /// <summary>A date, or a date and a time (UTC where the value has an offset).</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>The beginning of a conversation; it opens to the whole.</summary>
    Conversation,

    /// <summary>An id, in letters of one width.</summary>
    Id,
}

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Kind">What its cells are. Default: text.</param>
public sealed record Column(string Name, ColumnKind Kind = ColumnKind.Text)
{
    /// <summary>A column of text or of numbers.</summary>
    /// <param name="name">The heading.</param>
    /// <param name="isNumber">True for numbers, which stand at the right.</param>
    public Column(string name, bool isNumber)
        : this(name, isNumber ? ColumnKind.Number : ColumnKind.Text)
    {
    }

    /// <summary>True for numbers and shares, which stand at the right.</summary>
    public bool IsNumber => Kind is ColumnKind.Number or ColumnKind.Share;

    /// <summary>The class of the column's cells; null for text.</summary>
    internal string? Css => Kind switch
    {
        ColumnKind.Number or ColumnKind.Share => "num",
        ColumnKind.Date => "date",
        ColumnKind.Flag => "flag",
        ColumnKind.Conversation => "chat",
        ColumnKind.Id => "id",
        _ => null,
    };
}
