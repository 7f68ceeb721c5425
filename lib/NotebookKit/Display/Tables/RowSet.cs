using System.Collections;

namespace NotebookKit.Display;

/// <summary>Some rows of many: a list to go on with, which shows itself as a table that says how many there are.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed class RowSet<T> : IReadOnlyList<T>, IView
{
    private readonly IReadOnlyList<T> rows;
    private readonly long? total;
    private readonly bool hasMore;

    internal RowSet(IReadOnlyList<T> rows, long? total, bool hasMore = false)
    {
        this.rows = rows;
        this.total = total;
        this.hasMore = hasMore;
    }

    /// <summary>How many rows are here.</summary>
    public int Count => rows.Count;

    /// <summary>A row.</summary>
    public T this[int index] => rows[index];

    /// <summary>The rows as a table.</summary>
    /// <param name="columns">Names of the columns to show; null for the usual ones.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, examples that no stage has anonymized.</param>
    /// <exception cref="ArgumentException">There is no column of a name; the message has all names.</exception>
    public Table ToTable(IReadOnlyList<string>? columns = null, TextMask? mask = null)
    {
        var table = rows switch
        {
            IReadOnlyList<Example> examples => examples.ToTable(Count, columns, mask),
            IReadOnlyList<Removal> removals => removals.ToTable(Count, columns, mask),
            IReadOnlyList<RejectedRow> rejected => rejected.ToTable(Count, columns, mask),
            _ => rows.ToTable(Count, columns, mask),
        };
        return table with { Total = total, HasMore = hasMore };
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public string ToHtml() => ToTable().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => ToText();
}
