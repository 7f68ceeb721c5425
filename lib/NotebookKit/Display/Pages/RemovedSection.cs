using NotebookKit.Display.Charts;
using NotebookKit.Text;

namespace NotebookKit.Display.Pages;

/// <summary>Why examples left: the reasons, and up to ten examples for each of them beside what was kept instead, drawn by the seed.</summary>
internal static class RemovedSection
{
    private const int PerReason = 10, MostBars = 25, MostRows = 200;

    /// <summary>The page must stay small enough to open and to mail; what does not fit is in removed.jsonl.</summary>
    private const int MostCharacters = 1_200_000;

    public static IEnumerable<ReportSection> Of(ReportData data, ShownRows rows)
    {
        var reasons = data.Result.History.Stages.SelectMany((s, i) => s.Removed.GroupBy(r => r.Reason, StringComparer.Ordinal)
            .Select(g => (Stage: s.Report.Name, Index: i, Reason: g.Key, Removed: g.ToList())))
            .OrderBy(r => r.Index).ThenByDescending(r => r.Removed.Count).ThenBy(r => r.Reason, StringComparer.Ordinal).ToList();
        if (reasons.Count == 0) yield break;
        var bars = reasons.OrderByDescending(r => r.Removed.Count).ThenBy(r => r.Reason, StringComparer.Ordinal).Select(r => KeyValuePair.Create(r.Reason, (long)r.Removed.Count));
        var table = new Table
        {
            Columns = [new("stage"), new("reason"), new("removed", true), new("share of all removed", true)],
            Rows = [.. reasons.Take(MostRows).Select(r => (IReadOnlyList<string>)[r.Stage, r.Reason, Numbers.Count(r.Removed.Count), Numbers.Share(r.Removed.Count, data.Numbers.Removed)])],
        };
        yield return new("removed", "Why examples left", "Up to ten examples for each reason, drawn by the seed, beside what was kept instead. All of them are in audit/removed.jsonl; "
            + "why.cs tells the whole life of one.",
        [
            new Card("Reasons", Chart.Bar("Removed examples by reason", bars, new() { Horizontal = true, Most = MostBars, ShowTitle = false, Width = 900 }), new Disclosure("All reasons by stage", null, table)),
            .. Samples(data, rows, reasons),
        ]);
    }

    private static IEnumerable<IView> Samples(ReportData data, ShownRows rows, List<(string Stage, int Index, string Reason, List<Removal> Removed)> reasons)
    {
        var (room, left) = (MostCharacters, 0);
        foreach (var (stage, index, reason, removed) in reasons)
        {
            if (room <= 0)
            {
                left++;
                continue;
            }

            var drawn = removed.OrderBy(r => KeyedRandom.Bits(data.Seed, "report", r.Example.Id)).ThenBy(r => r.Example.Id, StringComparer.Ordinal).Take(PerReason);
            var pairs = drawn.Select(r => rows.Pair(r, index)).ToList();
            room -= pairs.Sum(p => p.ToHtml().Length);
            yield return new Disclosure(reason, $"{stage} · {Numbers.Count(removed.Count, "example")}", new Stack(pairs), "reason");
        }

        if (left > 0) yield return new Prose($"{Numbers.Count(left, "further reason")} did not fit on this page; audit/removed.jsonl has all.", "lead");
    }
}
