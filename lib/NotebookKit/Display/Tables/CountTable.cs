using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>One value of a <see cref="CountTable"/>.</summary>
/// <param name="Value">The value as text; <c>(none)</c> where there was none.</param>
/// <param name="Count">Rows that have it.</param>
/// <param name="Share">Of all rows, 0–1.</param>
public sealed record CountRow(string Value, long Count, double Share);

/// <summary>How often each value occurs, the most frequent first, equally frequent ones in ordinal order.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record CountTable : IView
{
    /// <summary>The values.</summary>
    public required IReadOnlyList<CountRow> Rows { get; init; }

    /// <summary>Rows that were counted.</summary>
    public required long Total { get; init; }

    /// <summary>Heading of the values. Default <c>value</c>.</summary>
    public string Heading { get; init; } = "value";

    /// <summary>Values that are shown, at least 1; the others are one row. Default 50.</summary>
    public int MostShown { get; init => field = Guard.AtLeast(value, 1); } = 50;

    /// <summary>How many rows have a value; 0 for one that does not occur.</summary>
    public long this[string value] => Rows.FirstOrDefault(r => r.Value == value)?.Count ?? 0;

    /// <summary>Value, count and share, with the total below.</summary>
    public Table ToTable()
    {
        var rows = Rows.Take(MostShown).Select(r => Row(r.Value, r.Count)).ToList();
        if (Rows.Count > MostShown) rows.Add(Row($"{Numbers.Count(Rows.Count - MostShown)} more", Rows.Skip(MostShown).Sum(r => r.Count)));
        return new()
        {
            Columns = [new(Heading), new("count", ColumnKind.Number), new("share", ColumnKind.Share)],
            Rows = rows,
            Foot = Row("all", Total),
            OpensAfter = TableMaker.OpensAfter,
        };
    }

    /// <inheritdoc/>
    public string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public string ToHtml() => ToTable().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => ToText();

    internal static CountTable Of<T, TKey>(IEnumerable<T> source, Func<T, TKey> selector, string heading)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(selector);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var row in source)
        {
            var value = NameOf(selector(row));
            counts[value] = counts.GetValueOrDefault(value) + 1;
            total++;
        }

        return new()
        {
            Rows = [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new CountRow(c.Key, c.Value, (double)c.Value / total))],
            Total = total,
            Heading = heading,
        };
    }

    /// <summary>A value as a name.</summary>
    internal static string NameOf(object? value) => CellValue.Of(value).Text is { Length: > 0 } text ? text : DatasetProfile.None;

    private IReadOnlyList<string?> Row(string value, long count) => [value, Numbers.Count(count), Numbers.Share(count, Total)];
}
