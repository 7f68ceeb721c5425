using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>Tables of what a run has and of anything that can be enumerated. Each reads the first rows only, and says how many there are where
/// that costs nothing. A name of <c>columns</c> may be written with or without case, spaces and underscores.</summary>
/// <remarks>Text of examples that no stage has anonymized is shown masked, by the mask that is given or by the defaults of the anonymizer: a notebook is saved
/// with what it shows. <see cref="RawExtensions"/> shows it as it was recorded. What a cell takes out of an example itself, as with
/// <c>data.Examples.Select(e => new { e.Output }).ToTable()</c>, is shown as the cell gives it.</remarks>
public static class TableExtensions
{
    private const int First = 20;

    /// <summary>The first examples: id, conversation, output, and of label, source, date, split and flags what the rows have. <paramref name="columns"/> may also
    /// name input, system, turns, length, tokens, task, origin, author, subject, thread, … and any score.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="rows">Rows to show, at least 0. Default 20.</param>
    /// <param name="columns">Names of the columns to show, in this order; null for the usual ones.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    /// <exception cref="ArgumentException">There is no column of a name; the message has all names.</exception>
    public static Table ToTable(this Dataset data, int rows = First, IReadOnlyList<string>? columns = null, TextMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        return ExampleTable.Of(data.Examples, rows, columns, mask);
    }

    /// <summary>The first examples; see <see cref="ToTable(Dataset, int, IReadOnlyList{string}?, TextMask?)"/>.</summary>
    public static Table ToTable(this IEnumerable<Example> examples, int rows = First, IReadOnlyList<string>? columns = null, TextMask? mask = null) =>
        ExampleTable.Of(examples, rows, columns, mask);

    /// <summary>The first removed examples: id, reason, measured value and limit, the id of what was kept instead, conversation and output. Text that is
    /// withheld is never shown.</summary>
    public static Table ToTable(this IEnumerable<Removal> removed, int rows = First, IReadOnlyList<string>? columns = null, TextMask? mask = null) =>
        ExampleTable.Of(removed, rows, columns, mask);

    /// <summary>The first records that could not be read: file, line, field, reason. The record itself (<c>raw</c>) may hold personal data and is shown only
    /// where <paramref name="columns"/> names it, masked.</summary>
    public static Table ToTable(this IEnumerable<RejectedRow> rejected, int rows = First, IReadOnlyList<string>? columns = null, TextMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        return rejected.Rejected(rows, columns ?? ["File", "Line", "Field", "Reason"], r => r.Raw is null ? null : TextMask.Shown(r.Raw, mask));
    }

    internal static Table Rejected(this IEnumerable<RejectedRow> rejected, int rows, IReadOnlyList<string>? columns, Func<RejectedRow, string?> raw)
    {
        var (first, total, hasMore) = TableMaker.First(rejected, rows);
        return TableMaker.Of(first.Select(r => r with { Raw = columns is null || columns.Any(c => c.Equals("raw", StringComparison.OrdinalIgnoreCase)) ? raw(r) : null }), rows, columns, null).Worded()
            with
        { Total = total, HasMore = hasMore };
    }

    /// <summary>What each stage received, kept, removed and changed, with its three main reasons.</summary>
    public static Table ToTable(this IEnumerable<StageReport> reports, int rows = 100, IReadOnlyList<string>? columns = null, TextMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var table = TableMaker.Of(reports.Select(r => new
        {
            Stage = r.Name,
            r.Received,
            r.Kept,
            r.Removed,
            Share = Numbers.Share(r.Removed, r.Received),
            r.Changed,
            MainReasons = string.Join(", ", r.Reasons.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Take(3).Select(p => $"{p.Key} {Numbers.Count(p.Value)}")) is { Length: > 0 } reasons ? reasons : null,
        }), rows, columns, mask).Worded();
        return table with { Columns = [.. table.Columns.Select(c => c.Name == "share" ? new Column("removed, share", ColumnKind.Share) : c)] };
    }

    /// <summary>The stages of a run; see <see cref="ToTable(IEnumerable{StageReport}, int, IReadOnlyList{string}?, TextMask?)"/>.</summary>
    public static Table ToTable(this IEnumerable<HistoryEntry> stages, int rows = 100, IReadOnlyList<string>? columns = null, TextMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(stages);
        return stages.Select(s => s.Report).ToTable(rows, columns, mask);
    }

    /// <summary>The stages that led to a dataset.</summary>
    public static Table ToTable(this History history, int rows = 100, IReadOnlyList<string>? columns = null, TextMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.Stages.ToTable(rows, columns, mask);
    }

    /// <summary>What was found out about the whole, in the order given: severity, code, text.</summary>
    public static Table ToTable(this IEnumerable<Finding> findings, int rows = 100, IReadOnlyList<string>? columns = null, TextMask? mask = null) =>
        TableMaker.Of(findings, rows, columns, mask).Worded();

    /// <summary>What stages found out about the whole, in the order given: stage, severity, code, text.</summary>
    public static Table ToTable(this IEnumerable<StageFinding> findings, int rows = 100, IReadOnlyList<string>? columns = null, TextMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return TableMaker.Of(findings.Select(f => new { f.Stage, f.Finding.Severity, f.Finding.Code, f.Finding.Text }), rows, columns, mask).Worded();
    }

    /// <summary>The first rows of anything: public properties and fields, items of tuples, entries of dictionaries, or the values themselves. A nested
    /// collection shows its first items and its count; a lazy source is read for the rows shown and one more.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="rows">Rows to show, at least 0. Default 20.</param>
    /// <param name="columns">Names of the columns to show, in this order; null for all.</param>
    /// <param name="mask">Masks every text that is shown; null shows it as it is.</param>
    /// <exception cref="ArgumentException">There is no column of a name; the message has all names.</exception>
    public static Table ToTable<T>(this IEnumerable<T> source, int rows = First, IReadOnlyList<string>? columns = null, TextMask? mask = null) =>
        TableMaker.Of(source, rows, columns, mask);

    /// <summary>The kit's own tables have headings in words.</summary>
    private static Table Worded(this Table table) => table with { Columns = [.. table.Columns.Select(c => c with { Name = CellValue.Words(c.Name) })] };
}
