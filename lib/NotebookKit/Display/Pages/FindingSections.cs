using NotebookKit.Display.Charts;
using NotebookKit.Text;

namespace NotebookKit.Display.Pages;

/// <summary>The checklist, group by group.</summary>
internal static class ChecklistSection
{
    public static IEnumerable<ReportSection> Of(ReportData data)
    {
        var list = data.Checklist;
        if (list.Items.Length == 0) yield break;
        var states = new[] { CheckState.Fail, CheckState.Warn, CheckState.NeedsPerson, CheckState.Pass }
            .Where(s => list.Count(s) > 0).Select(s => $"{Numbers.Count(list.Count(s))} {Said(s)}");
        yield return new("checklist", "Checklist", string.Join(" · ", states),
            [new Grid([.. list.Items.GroupBy(i => i.Group).Select(g => new Card(g.Key, new Graded([.. g.Select(i => Shown(i, data))])))])]);
    }

    private static (string Grade, string Text, string Note) Shown(ChecklistItem item, ReportData data) =>
        (Checklist.Word(item.State), item.Text, Visible.Cut(data.Mask.Text(string.Join(" ", item.Evidence)), 600));

    private static string Said(CheckState state) => state switch
    {
        CheckState.Pass => "pass",
        CheckState.Warn => "to look at",
        CheckState.Fail => "failed",
        _ => "for a person to judge",
    };
}

/// <summary>What the stages found out, and what they kept with a remark.</summary>
internal static class FindingSection
{
    private const int MostRows = 200;

    public static IEnumerable<ReportSection> Of(ReportData data)
    {
        var (grave, notes) = (data.Findings.Where(f => f.Finding.Severity > Severity.Note).ToList(), data.Findings.Where(f => f.Finding.Severity == Severity.Note).ToList());
        yield return new("findings", "Findings", "What the stages found out about the whole, the gravest first.",
        [
            grave.Count == 0 ? new Prose("Nothing to warn of.", "lead") : List(grave, data),
            .. notes.Count == 0 ? Array.Empty<IView>() : [new Disclosure(Numbers.Count(notes.Count, "note"), null, List(notes, data))],
            .. Flags(data),
        ]);
    }

    private static Graded List(List<StageFinding> findings, ReportData data) =>
        new([.. findings.Take(MostRows).Select(f => (Numbers.Words(f.Finding.Severity), data.Mask.Text(f.Finding.Text), $"{f.Stage} · {f.Finding.Code}"))]);

    private static IEnumerable<IView> Flags(ReportData data)
    {
        var counts = data.Result.Examples.SelectMany(e => e.Flags.Select(f => (f.Stage, f.Reason)).Distinct()).GroupBy(f => f)
            .OrderByDescending(g => g.LongCount()).ThenBy(g => g.Key.Stage, StringComparer.Ordinal).ThenBy(g => g.Key.Reason, StringComparer.Ordinal).ToList();
        if (counts.Count == 0) yield break;
        yield return new Card("Kept, but worth a look", new Table
        {
            Columns = [new("stage"), new("remark"), new("examples", true), new("share of kept", true)],
            Rows = [.. counts.Take(MostRows).Select(g => (IReadOnlyList<string>)[g.Key.Stage, g.Key.Reason, Numbers.Count(g.LongCount()), Numbers.Share(g.LongCount(), data.Result.Count)])],
        });
    }
}

/// <summary>What was found and replaced, by type.</summary>
internal static class PrivacySection
{
    /// <summary>What the counts of finds begin with; the type stands behind it.</summary>
    private const string Found = "found:";

    public static IEnumerable<ReportSection> Of(ReportData data)
    {
        var stages = data.Result.History.Stages.Where(s => IsAboutPeople(s.Report.Name)).ToList();
        var rows = stages.SelectMany(s => s.Report.Counts.Select(c => (s.Report.Name, Type: c.Key, Count: c.Value))).OrderByDescending(r => r.Count).ThenBy(r => r.Type, StringComparer.Ordinal).ToList();
        if (rows.Count == 0) yield break;
        var types = rows.Where(r => r.Type.StartsWith(Found, StringComparison.Ordinal)).GroupBy(r => r.Type[Found.Length..], StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Sum(r => r.Count))).ToList();
        yield return new("personal-data", "Personal data", "What was found and replaced, by type. Texts are shown as they are afterwards only.",
        [
            .. types.Count == 0 ? Array.Empty<IView>() : [new Card("Found and replaced", Chart.Bar("Personal data by type", types, new() { Horizontal = true, Sorted = true, ShowTitle = false }))],
            new Disclosure("All counts by stage", null, new Table
            {
                Columns = [new("stage"), new("what"), new("count", true)],
                Rows = [.. rows.Select(r => (IReadOnlyList<string>)[r.Name, r.Type, Numbers.Count(r.Count)])],
            }),
        ]);
    }

    private static bool IsAboutPeople(string stage) =>
        stage.Contains("anonym", StringComparison.OrdinalIgnoreCase) || stage.Contains("personal", StringComparison.OrdinalIgnoreCase);
}
