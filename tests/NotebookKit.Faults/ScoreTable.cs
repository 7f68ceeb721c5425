using System.Globalization;

namespace NotebookKit.Faults;

/// <summary>Prints what was found.</summary>
internal static class ScoreTable
{
    /// <summary>Prints the table, and says which shares are not reached.</summary>
    public static IReadOnlyList<string> Print(TextWriter to, IReadOnlyList<Measured> runs, double least, double clean)
    {
        var below = new List<string>();
        to.WriteLine(Line("kind", "planted", "found", "other", "missed", "share", "worst seed", "for other reasons"));
        foreach (var kind in Wanted.Kinds)
        {
            var all = runs.SelectMany(r => r.Verdicts).Where(v => v.Kind == kind).ToList();
            if (all.Count == 0) continue;
            var share = Share(all);
            var worst = runs.Min(r => Share([.. r.Verdicts.Where(v => v.Kind == kind)]));
            var others = string.Join(", ", all.Where(v => v.IsOther).GroupBy(v => string.Join('+', v.Reasons)).OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal).Take(3).Select(g => Text($"{g.Key} {g.Count()}")));
            to.WriteLine(Line(kind, Text($"{all.Count}"), Text($"{all.Count(v => v.IsFound)}"), Text($"{all.Count(v => v.IsOther)}"),
                Text($"{all.Count(v => !v.IsFound && !v.IsOther)}"), Percent(share) + (share < least ? " <" : ""), Percent(worst), others));
            if (share < least) below.Add($"{kind} {Percent(share)}");
        }

        var rows = runs.Sum(r => r.Clean);
        var removed = runs.SelectMany(r => r.Alarms).Where(a => a.IsRemoved).ToList();
        var listed = runs.SelectMany(r => r.Alarms).Where(a => !a.IsRemoved).ToList();
        var lost = (double)removed.Count / rows;
        to.WriteLine();
        to.WriteLine(Text($"Clean rows: {rows} (nothing planted, no twin of a duplicate, at most a year old), removed {removed.Count} = {Percent(lost)}: {ByReason(removed)}"));
        to.WriteLine(Text($"Sound rows that look like a fault (a person declines or asks back), removed: {removed.Count(a => a.IsSound)}"));
        to.WriteLine(Text($"Clean rows that stay and are listed: {ByReason(listed)}"));
        if (lost >= clean) below.Add($"clean rows removed {Percent(lost)}");
        return below;
    }

    private static string ByReason(List<Alarm> alarms) => alarms.Count == 0
        ? "none"
        : string.Join(", ", alarms.GroupBy(a => a.Reason).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => Text($"{g.Key} {g.Count()}")));

    private static double Share(List<Verdict> verdicts) => (double)verdicts.Count(v => v.IsFound) / verdicts.Count;

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static string Line(string kind, string planted, string found, string other, string missed, string share, string worst, string reasons) =>
        $"{kind,-24}{planted,8}{found,8}{other,8}{missed,8}   {share,-9}{worst,-12}{reasons}".TrimEnd();
}
