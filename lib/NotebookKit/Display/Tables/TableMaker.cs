namespace NotebookKit.Display;

/// <summary>Makes a table of the first rows of a source: reads no more of it than it shows and one, and asks for the count only where that is
/// free.</summary>
internal static class TableMaker
{
    /// <summary>Characters of a cell after which the rest opens on a click.</summary>
    public const int OpensAfter = 120;

    /// <summary>The first rows of a source; how many there are, or whether there are more.</summary>
    public static (List<T> Rows, long? Total, bool HasMore) First<T>(IEnumerable<T> source, int rows)
    {
        ArgumentNullException.ThrowIfNull(source);
        Guard.AtLeast(rows, 0);
        if (source.TryGetNonEnumeratedCount(out var count)) return ([.. source.Take(rows)], count, false);
        var first = new List<T>();
        foreach (var row in source)
        {
            if (first.Count == rows) return (first, null, true);
            first.Add(row);
        }

        return (first, first.Count, false);
    }

    /// <summary>The columns of those names; all where no names are given.</summary>
    /// <exception cref="ArgumentException">There is no column of a name.</exception>
    public static IReadOnlyList<T> Pick<T>(IReadOnlyList<T> all, IReadOnlyList<string>? names, Func<T, string> nameOf)
    {
        if (names is null) return all;
        return [.. names.Select(name => all.FirstOrDefault(c => nameOf(c) == name) ?? all.FirstOrDefault(c => Same(nameOf(c), name))
            ?? throw new ArgumentException($"There is no column '{name}'; there are {string.Join(", ", all.Select(nameOf))}.", nameof(names)))];
    }

    /// <summary>A table of rows of any type.</summary>
    public static Table Of<T>(IEnumerable<T> source, int rows, IReadOnlyList<string>? columns, TextMask? mask)
    {
        var (shown, total, hasMore) = First(source, rows);
        var boxed = shown.Select(r => (object?)r).ToList();
        var picked = Pick(RowReader.Columns(typeof(T), boxed), columns, c => c.Name);
        var cells = boxed.Select(row => picked.Select(c => row is null ? default : CellValue.Of(c.Read(row))).ToArray()).ToList();
        return new()
        {
            Columns = [.. picked.Select((c, i) => new Column(c.Name, KindOf(c, cells.Select(r => r[i]))))],
            Rows = [.. cells.Select(r => (IReadOnlyList<string?>)[.. r.Select(c => c.Kind is ColumnKind.Text or ColumnKind.Conversation ? Masked(c.Text, mask) : c.Text)])],
            Total = total,
            HasMore = hasMore,
            OpensAfter = OpensAfter,
        };
    }

    /// <summary>The text, masked where there is a mask.</summary>
    public static string? Masked(string? text, TextMask? mask) => text is null || mask is null ? text : mask.Text(text);

    /// <summary>The one kind that all cells with a value have, else text.</summary>
    private static ColumnKind KindOf(RowColumn column, IEnumerable<CellValue> cells)
    {
        var kinds = cells.Where(c => c.Text is not null).Select(c => c.Kind).Distinct().Take(2).ToList();
        var kind = kinds.Count == 1 ? kinds[0] : ColumnKind.Text;
        return kind == ColumnKind.Text && column.IsId ? ColumnKind.Id : kind;
    }

    /// <summary>Names are the same without case, spaces and underscores, so that <c>createdAt</c> finds <c>created at</c>.</summary>
    private static bool Same(string left, string right) => Plain(left).Equals(Plain(right), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => name.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
}
