using NotebookKit.Text;

namespace NotebookKit.Display.Pages;

/// <summary>Rows of a run as they may be shown, found by id, and what became of each.</summary>
internal sealed class ShownRows
{
    private const int MostTurns = 6, LongestTurn = 600;

    private readonly ReportData data;
    private readonly Lazy<Dictionary<string, (Example Kept, Removal? Gone, int Stage)>> rows;

    public ShownRows(ReportData data)
    {
        this.data = data;
        rows = new(Find);
    }

    /// <summary>The row, masked; null where there is none, or its text is withheld.</summary>
    public Example? Of(string id) => !rows.Value.TryGetValue(id, out var row) ? null
        : row.Gone is { } gone ? data.Mask.Of(gone, row.Stage) : data.Mask.Of(row.Kept);

    /// <summary>The row as it is in the result, or as it left, which is no view of it; null where there is none.</summary>
    public Example? Recorded(string id) => rows.Value.TryGetValue(id, out var row) ? row.Kept : null;

    /// <summary>The index of the stage that the row left in; the largest number where it did not.</summary>
    public int LeftIn(string id) => rows.Value.TryGetValue(id, out var row) && row.Gone is not null ? row.Stage : int.MaxValue;

    /// <summary>All rows, those that left included.</summary>
    public IEnumerable<Example> All => rows.Value.Values.Select(r => r.Kept);

    /// <summary>What became of the row, in a few words.</summary>
    public string Fate(string id) => !rows.Value.TryGetValue(id, out var row) ? "unknown"
        : row.Gone is { } gone ? $"removed by {gone.Stage}: {gone.Reason}" : $"kept, in {Numbers.Words(RunNumbers.SplitOf(row.Kept))}";

    /// <summary>A removed row beside the one kept instead, and what became of that.</summary>
    public RemovedPair Pair(Removal removal, int stage) => new()
    {
        RemovedId = removal.Example.Id,
        Removed = Short(data.Mask.Of(removal, stage)),
        KeptId = removal.CauseRun is not null ? removal.CauseText : removal.CauseId is { } cause ? OutsideCause.Of(cause) is null ? $"{cause} · {Fate(cause)}" : cause : null,
        Kept = removal is { CauseId: { } id, CauseRun: null } ? Short(Of(id)) : null,
        Stage = removal.Stage,
        Reason = removal.Reason,
        Measured = removal.Measured,
        Limit = removal.Limit,
    };

    /// <summary>The last turns, cut: a page holds hundreds of rows.</summary>
    private static Example? Short(Example? row) => row is null ? null : row with
    {
        Messages = [.. row.Messages.Skip(Math.Max(0, row.Messages.Count - MostTurns)).Select(m => m.Content is { Length: > LongestTurn } text ? m with { Content = Visible.Cut(text, LongestTurn) } : m)],
    };

    private Dictionary<string, (Example Kept, Removal? Gone, int Stage)> Find()
    {
        var found = new Dictionary<string, (Example, Removal?, int)>(data.Result.Count, StringComparer.Ordinal);
        var stages = data.Result.History.Stages;
        for (var s = 0; s < stages.Count; s++)
            foreach (var removal in stages[s].Removed) found[removal.Example.Id] = (removal.Example, removal, s);
        foreach (var example in data.Result.Examples) found[example.Id] = (example, null, -1);
        return found;
    }
}
