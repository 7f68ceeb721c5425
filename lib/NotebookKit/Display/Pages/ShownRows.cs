using NotebookKit.Text;

namespace NotebookKit.Display.Pages;

/// <summary>Rows of a run as they may be shown, found by id, and what became of each.</summary>
internal sealed class ShownRows
{
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

    /// <summary>What became of the row, in a few words.</summary>
    public string Fate(string id) => !rows.Value.TryGetValue(id, out var row) ? "unknown"
        : row.Gone is { } gone ? $"removed by {gone.Stage}: {gone.Reason}" : $"kept, in {Numbers.Words(RunNumbers.SplitOf(row.Kept))}";

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
