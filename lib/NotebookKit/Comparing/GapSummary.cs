using NotebookKit.Display;
using NotebookKit.Text;

namespace NotebookKit.Comparing;

/// <summary>Says in sentences what a comparison found.</summary>
internal static class GapSummary
{
    private const int MostTerms = 5;

    public static IReadOnlyList<string> Of(GapResult gap)
    {
        var (train, live) = (gap.Options.TrainName, gap.Options.LiveName);
        return [$"{Numbers.Count(gap.LiveRows, "input")} of '{live}' against {Numbers.Count(gap.TrainRows)} of '{train}'.", Test(gap, train, live), .. Features(gap, train, live), Thin(gap, train, live), Plan(gap, train, live)];
    }

    private static string Test(GapResult gap, string train, string live)
    {
        var test = gap.Test;
        if (test.Auc is not { } auc) return "There are too few rows to train a classifier.";
        if (!test.CanBeToldApart) return $"A classifier cannot tell them apart: AUC {Numbers.Value(auc)}, and chance alone reaches {Numbers.Value(test.ChanceLimit)}.";
        string Terms(bool toLive) => string.Join(", ", test.Terms.Where(t => t.PointsToLive == toLive).Take(MostTerms).Select(t => t.Text)) is { Length: > 0 } terms ? terms : "no single term";
        return $"A classifier tells them apart with AUC {Numbers.Value(auc)} (95% interval {Numbers.Value(test.Low)} to {Numbers.Value(test.High)}; chance alone reaches {Numbers.Value(test.ChanceLimit)}). "
            + $"'{live}' is given away by {Terms(true)}; '{train}' by {Terms(false)}.";
    }

    private static IEnumerable<string> Features(GapResult gap, string train, string live)
    {
        foreach (var feature in gap.Features.Where(f => f.State != CheckState.Pass).OrderByDescending(f => f.Psi).ThenBy(f => f.Name, StringComparer.Ordinal))
        {
            var (bin, inTrain, inLive) = (feature.Main, feature.Bins.Sum(b => b.Train), feature.Bins.Sum(b => b.Live));
            yield return $"{feature.Name}: PSI {Numbers.Value(feature.Psi)}, Jensen–Shannon {Numbers.Value(feature.JensenShannon)}; \"{bin.Name}\" has {Numbers.Share(bin.Live, inLive)} of '{live}' and {Numbers.Share(bin.Train, inTrain)} of '{train}'.";
        }
    }

    private static string Thin(GapResult gap, string train, string live)
    {
        var thin = gap.ThinClusters();
        if (thin.Count == 0) return $"Every topic of '{live}' has at least {gap.Options.ThinRows} rows in '{train}'.";
        var terms = thin[0].Terms.Count > 0 ? $": {string.Join(", ", thin[0].Terms)}" : "";
        return $"{Numbers.Count(thin.Count, "topic")} of '{live}', with {Numbers.Share(thin.Sum(c => c.Live), gap.LiveRows)} of its rows, {(thin.Count == 1 ? "has" : "have")} fewer than {gap.Options.ThinRows} rows in '{train}'; "
            + $"the largest is cluster {thin[0].Number}{terms}.";
    }

    private static string Plan(GapResult gap, string train, string live)
    {
        var plan = gap.Plan;
        return $"Repeat {Numbers.Count(plan.Repeats.Count, "row")} of '{train}' ({Numbers.Count(plan.LinesAfter - plan.LinesBefore, "line")} more) and label {Numbers.Count(plan.ToLabel.Count, "row")} of '{live}': "
            + $"PSI of the topics {Numbers.Value(plan.PsiBefore)} → {Numbers.Value(plan.PsiRepeated)} → {Numbers.Value(plan.PsiLabelled)}.";
    }
}
