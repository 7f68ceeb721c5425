using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>Makes tables of examples.</summary>
internal static class ExampleTable
{
    /// <summary>A column: its name, its kind, its value, and whether it is one of the usual ones.</summary>
    private sealed record ExampleColumn(string Name, ColumnKind Kind, Func<Example, object?> Read, bool IsDefault = false);

    private static readonly ExampleColumn[] All =
    [
        new("id", ColumnKind.Id, e => e.Id, true),
        new("conversation", ColumnKind.Conversation, e => e.Messages, true),
        new("output", ColumnKind.Text, e => e.Output.Length == 0 ? null : e.Output, true),
        new("label", ColumnKind.Text, e => e.Label, true),
        new("source", ColumnKind.Text, e => e.Source, true),
        new("created", ColumnKind.Date, e => e.CreatedAt, true),
        new("split", ColumnKind.Text, e => e.Split, true),
        new("flags", ColumnKind.Text, e => e.Flags.Count == 0 ? null : string.Join(", ", e.Flags.Select(f => f.Reason).Distinct(StringComparer.Ordinal)), true),
        new("input", ColumnKind.Text, e => e.Input.Length == 0 ? null : e.Input),
        new("system", ColumnKind.Text, e => e.SystemPrompt),
        new("turns", ColumnKind.Number, e => e.Messages.Count),
        new("length", ColumnKind.Number, e => e.Length),
        new("tokens", ColumnKind.Number, e => TokenEstimate.Of(e)),
        new("task", ColumnKind.Text, e => e.Task),
        new("origin", ColumnKind.Text, e => e.Origin),
        new("author", ColumnKind.Id, e => e.Author),
        new("subject", ColumnKind.Id, e => e.Subject),
        new("thread", ColumnKind.Id, e => e.Conversation),
        new("parent", ColumnKind.Id, e => e.ParentId),
        new("generator", ColumnKind.Text, e => e.Generator),
        new("licence", ColumnKind.Text, e => e.Licence),
        new("consent", ColumnKind.Text, e => e.Consent),
        new("generation", ColumnKind.Number, e => e.Generation),
        new("rating", ColumnKind.Number, e => e.Signals.Rating),
        new("status", ColumnKind.Text, e => e.Signals.Status),
        new("events", ColumnKind.Text, e => e.Signals.Events == Events.None ? null : e.Signals.Events),
        new("answered by", ColumnKind.Text, e => e.Signals.AnsweredBy == AnsweredBy.Unknown ? null : e.Signals.AnsweredBy),
        new("occurrences", ColumnKind.Number, e => e.Occurrences),
        new("repeat", ColumnKind.Number, e => e.Repeat),
        new("weight", ColumnKind.Number, e => e.Weight),
        new("cluster", ColumnKind.Id, e => e.Cluster),
        new("tags", ColumnKind.Text, e => e.Tags.Count == 0 ? null : string.Join(", ", e.Tags)),
        new("declined", ColumnKind.Conversation, e => e.Declined),
        new("tools", ColumnKind.Text, e => e.Tools),
        new("metadata", ColumnKind.Text, e => e.Metadata),
    ];

    /// <summary>Examples: those columns of the usual ones that say something in the rows shown, or the columns asked for.</summary>
    public static Table Of(IEnumerable<Example> source, int rows, IReadOnlyList<string>? names, TextMask? mask) =>
        Of(source, rows, names, e => TextMask.Shown(e, mask));

    /// <summary>Examples as a function shows them.</summary>
    public static Table Of(IEnumerable<Example> source, int rows, IReadOnlyList<string>? names, Func<Example, Example> show)
    {
        var (shown, total, hasMore) = TableMaker.First(source, rows);
        shown = [.. shown.Select(show)];
        var scores = shown.SelectMany(e => e.Scores.Select(s => s.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => new ExampleColumn(name, ColumnKind.Number, e => e.Scores[name]));
        var picked = names is null
            ? [.. All.Where(c => c.IsDefault && (c.Name is "id" or "conversation" || shown.Exists(e => CellValue.Of(c.Read(e)).Text is { Length: > 0 })))]
            : TableMaker.Pick<ExampleColumn>([.. All, .. scores], names, c => c.Name);
        return Make(shown, picked) with { Total = total, HasMore = hasMore };
    }

    /// <summary>Removals: why each example left, and the example; what the mask withholds has no text.</summary>
    public static Table Of(IEnumerable<Removal> source, int rows, IReadOnlyList<string>? names, TextMask? mask) =>
        Of(source, rows, names, r => TextMask.Shown(r, mask));

    /// <summary>Removals as a function shows them; null hides the text.</summary>
    public static Table Of(IEnumerable<Removal> source, int rows, IReadOnlyList<string>? names, Func<Removal, Example?> show)
    {
        var (removals, total, hasMore) = TableMaker.First(source, rows);
        var shown = removals.Select(show).ToList();
        List<(Column Column, Func<int, object?> Read)> all =
        [
            (new("id", ColumnKind.Id), i => removals[i].Example.Id),
            (new("reason"), i => removals[i].Reason),
            (new("measured", ColumnKind.Number), i => removals[i].Measured),
            (new("limit", ColumnKind.Number), i => removals[i].Limit),
            (new("kept instead", ColumnKind.Id), i => OutsideCause.Of(removals[i].CauseId) is null ? removals[i].CauseText : null),
            (new("overlaps with", ColumnKind.Id), i => OutsideCause.Of(removals[i].CauseId)?.Text),
            (new("conversation", ColumnKind.Conversation), i => shown[i]?.Messages),
            (new("output"), i => shown[i]?.Output is { Length: > 0 } text ? text : null),
            (new("stage"), i => removals[i].Stage),
            .. All.Where(c => c.Name is not ("id" or "conversation" or "output")).Select(c => (new Column(c.Name, c.Kind), (Func<int, object?>)(i => shown[i] is { } e ? c.Read(e) : null))),
        ];
        var picked = names is null ? [.. all.Take(8).Where((c, i) => i is 0 or 1 or 6 or 7 || removals.Where((_, r) => c.Read(r) is not null).Any())]
            : TableMaker.Pick(all, names, c => c.Column.Name);
        return Make(removals.Count, [.. picked.Select(p => p.Column)], (row, column) => picked[column].Read(row),
            row => shown[row] is { } example ? ChatView.Of(example) : null, "withheld") with
        { Total = total, HasMore = hasMore };
    }

    private static Table Make(List<Example> rows, IReadOnlyList<ExampleColumn> columns) =>
        Make(rows.Count, [.. columns.Select(c => new Column(c.Name, c.Kind))], (row, column) => columns[column].Read(rows[row]),
            row => ChatView.Of(rows[row]) with { Declined = null }, null);

    private static Table Make(int rows, IReadOnlyList<Column> columns, Func<int, int, object?> read, Func<int, ChatView?> chat, string? noText)
    {
        var views = new Dictionary<(int, int), IView>();
        var cells = new List<IReadOnlyList<string?>>(rows);
        for (var r = 0; r < rows; r++)
        {
            var row = new string?[columns.Count];
            for (var c = 0; c < row.Length; c++)
            {
                var value = read(r, c);
                row[c] = CellValue.Of(value).Text ?? (columns[c].Kind == ColumnKind.Conversation ? noText : null);
                if (columns[c].Kind != ColumnKind.Conversation || value is not IReadOnlyList<Message> turns || chat(r) is not { } view) continue;
                views[(r, c)] = ReferenceEquals(turns, view.Messages) ? view : view with { Messages = turns, Declined = null };
            }

            cells.Add(row);
        }

        return new() { Columns = columns, Rows = cells, Views = views, OpensAfter = TableMaker.OpensAfter };
    }
}
