namespace NotebookKit;

/// <summary>The cause of a removal that is no row of the data but an item of another set: <c>against:SET:ITEM</c>. So whoever looks for a row "kept instead" knows that there is none.</summary>
/// <param name="Set">Name of the set; it has no colon.</param>
/// <param name="Item">Id of the item in it.</param>
internal readonly record struct OutsideCause(string Set, string Item)
{
    private const string Mark = "against:";

    /// <summary>As a cause is written.</summary>
    public string Id => $"{Mark}{Set}:{Item}";

    /// <summary>For people.</summary>
    public string Text => $"item {Item} of {Set}";

    /// <summary>The outside cause that an id stands for; null for a row of the data.</summary>
    public static OutsideCause? Of(string? causeId)
    {
        if (causeId?.StartsWith(Mark, StringComparison.Ordinal) != true) return null;
        var colon = causeId.IndexOf(':', Mark.Length);
        return colon > Mark.Length && colon + 1 < causeId.Length ? new(causeId[Mark.Length..colon], causeId[(colon + 1)..]) : null;
    }
}
