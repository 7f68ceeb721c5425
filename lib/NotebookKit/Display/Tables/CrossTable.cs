using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>What the shares of a <see cref="CrossTable"/> are parts of.</summary>
public enum ShareOf
{
    /// <summary>No shares: counts only.</summary>
    Nothing,

    /// <summary>The row's total.</summary>
    Row,

    /// <summary>The column's total.</summary>
    Column,

    /// <summary>All rows counted.</summary>
    All,
}

/// <summary>How often each pair of two values occurs, with totals and shares. Rows and columns stand in the order of their totals, the largest
/// first, equal ones in ordinal order.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record CrossTable : IView
{
    /// <summary>Values down the side.</summary>
    public required IReadOnlyList<string> RowValues { get; init; }

    /// <summary>Values across the top.</summary>
    public required IReadOnlyList<string> ColumnValues { get; init; }

    /// <summary>Counts, one list for each row value with one count for each column value.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> Counts { get; init; }

    /// <summary>Heading of the row values. Default: none.</summary>
    public string Heading { get; init; } = "";

    /// <summary>What the shares are parts of. Default: the row's total.</summary>
    public ShareOf Shares { get; init => field = Guard.Defined(value); } = ShareOf.Row;

    /// <summary>Row values that are shown, at least 1; the others are one row. Default 50.</summary>
    public int MostRows { get; init => field = Guard.AtLeast(value, 1); } = 50;

    /// <summary>Column values that are shown, at least 1; the others are one column. Default 12.</summary>
    public int MostColumns { get; init => field = Guard.AtLeast(value, 1); } = 12;

    /// <summary>Rows that were counted.</summary>
    public long Total => Counts.Sum(r => r.Sum());

    /// <summary>How often a pair occurs; 0 for one that does not.</summary>
    public long this[string row, string column] => Place(RowValues, row) is >= 0 and var r && Place(ColumnValues, column) is >= 0 and var c ? Counts[r][c] : 0;

    /// <summary>Counts with shares, a column of totals at the right and a row of totals below.</summary>
    public Table ToTable()
    {
        var counts = Folded();
        var columns = counts.Count == 0 ? [] : Enumerable.Range(0, counts[0].Length).Select(c => counts.Sum(r => r[c])).ToArray();
        var all = columns.Sum();
        string Cell(long count, long row, long column) => Shares == ShareOf.Nothing ? Numbers.Count(count)
            : $"{Numbers.Count(count)} · {Numbers.Share(count, Shares switch { ShareOf.Row => row, ShareOf.Column => column, _ => all })}";
        IReadOnlyList<string?> Row(string name, long[] row) => [name, .. row.Select((n, c) => Cell(n, row.Sum(), columns[c])), Cell(row.Sum(), row.Sum(), all)];
        return new()
        {
            Columns = [new(Heading), .. Names(ColumnValues, MostColumns).Select(n => new Column(n, ColumnKind.Number)), new("all", ColumnKind.Number)],
            Rows = [.. Names(RowValues, MostRows).Select((name, r) => Row(name, counts[r]))],
            Foot = counts.Count == 0 ? null : Row("all", columns),
            OpensAfter = TableMaker.OpensAfter,
        };
    }

    /// <inheritdoc/>
    public string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public string ToHtml() => ToTable().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => ToText();

    internal static CrossTable Of<T, TRow, TColumn>(IEnumerable<T> source, Func<T, TRow> row, Func<T, TColumn> column, string heading)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(column);
        var pairs = new Dictionary<(string Row, string Column), long>();
        foreach (var item in source)
        {
            var pair = (CountTable.NameOf(row(item)), CountTable.NameOf(column(item)));
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        var rows = Ordered(pairs, p => p.Row);
        var columns = Ordered(pairs, p => p.Column);
        return new() { RowValues = rows, ColumnValues = columns, Counts = [.. rows.Select(r => (IReadOnlyList<long>)[.. columns.Select(c => pairs.GetValueOrDefault((r, c)))])], Heading = heading };
    }

    private static List<string> Ordered(Dictionary<(string Row, string Column), long> pairs, Func<(string Row, string Column), string> of) =>
        [.. pairs.GroupBy(p => of(p.Key), StringComparer.Ordinal).OrderByDescending(g => g.Sum(p => p.Value)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    /// <summary>The counts as they are shown: what is beyond the limits is added up.</summary>
    private List<long[]> Folded()
    {
        var narrow = Counts.Select(row => row.Count <= MostColumns ? row.ToArray() : [.. row.Take(MostColumns), row.Skip(MostColumns).Sum()]).ToList();
        if (narrow.Count <= MostRows) return narrow;
        var rest = Enumerable.Range(0, narrow[0].Length).Select(c => narrow.Skip(MostRows).Sum(r => r[c])).ToArray();
        return [.. narrow.Take(MostRows), rest];
    }

    private static IEnumerable<string> Names(IReadOnlyList<string> values, int most) =>
        values.Count <= most ? values : values.Take(most).Append($"{Numbers.Count(values.Count - most)} more");

    private static int Place(IReadOnlyList<string> values, string value)
    {
        for (var i = 0; i < values.Count; i++)
            if (values[i] == value) return i;
        return -1;
    }
}
