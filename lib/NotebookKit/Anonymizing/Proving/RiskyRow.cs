using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>A row that a person should look at.</summary>
/// <param name="Id">The row.</param>
/// <param name="Finds">Its finds at or above the limit.</param>
/// <param name="Reasons">Why: codes of <see cref="RiskyRow"/>, each with its types or its number.</param>
public sealed record RiskyRow(string Id, int Finds, IReadOnlyList<RiskReason> Reasons)
{
    /// <summary>A find just below the limit stays in the text.</summary>
    public const string JustBelow = "just-below-the-limit";

    /// <summary>A find just above the limit is masked, and may be innocent.</summary>
    public const string LowConfidence = "low-confidence";

    /// <summary>Many finds together.</summary>
    public const string ManyFinds = "many-finds";

    /// <summary>A type that few rows have.</summary>
    public const string RareType = "rare-type";
}

/// <summary>Why a row is risky.</summary>
/// <param name="Code">One of the codes of <see cref="RiskyRow"/>.</param>
/// <param name="Details">Types and scores, or the number of finds; never text of the row.</param>
public sealed record RiskReason(string Code, string Details);

/// <summary>Draws up the list of rows for a human look.</summary>
internal static class RiskList
{
    public static IReadOnlyList<RiskyRow> Of(IReadOnlyList<Example> rows, IReadOnlyList<ReportedFind> finds, double minScore, IReadOnlyList<FindCounts> byType, ReportOptions options)
    {
        var rare = byType.Where(t => t.Rows <= options.Rare).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var risky = new List<(int Row, RiskyRow Risk, double Nearest)>();
        foreach (var row in finds.GroupBy(f => f.Row))
        {
            var reasons = new List<RiskReason>();
            // A hair of tolerance: scores are sums of decimal fractions.
            List<ReportedFind> sure = [.. row.Where(f => f.Score >= minScore)], below = [.. row.Where(f => f.Score < minScore && f.Score >= minScore - options.Near - 1e-9)];
            List<ReportedFind> unsure = [.. sure.Where(f => f.Score <= minScore + options.Near + 1e-9 && f.Score < 0.9)];
            if (below.Count > 0) reasons.Add(new(RiskyRow.JustBelow, Scored(below)));
            if (unsure.Count > 0) reasons.Add(new(RiskyRow.LowConfidence, Scored(unsure)));
            if (sure.Count >= options.Many) reasons.Add(new(RiskyRow.ManyFinds, Numbers.Count(sure.Count)));
            List<string> seldom = [.. sure.Select(f => f.Type).Where(rare.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (seldom.Count > 0) reasons.Add(new(RiskyRow.RareType, string.Join(", ", seldom)));
            if (reasons.Count > 0) risky.Add((row.Key, new(rows[row.Key].Id, sure.Count, reasons), below.Count > 0 ? below.Max(f => f.Score) : 0));
        }

        // What stays in the text is worse than what goes without need.
        return [.. risky.OrderByDescending(r => r.Risk.Reasons.Count).ThenByDescending(r => r.Nearest).ThenByDescending(r => r.Risk.Finds).ThenBy(r => r.Row).Take(options.MostRisks).Select(r => r.Risk)];
    }

    private static string Scored(List<ReportedFind> finds) => string.Join(", ", finds.GroupBy(f => f.Type, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"{g.Key} {Numbers.Value(g.Max(f => f.Score))}{(g.Count() > 1 ? $" × {Numbers.Count(g.Count())}" : "")}"));
}
