using NotebookKit.Display;
using NotebookKit.Display.Charts;
using NotebookKit.Text;

// How a comparison shows itself stands here, beside the views: comparing knows nothing of showing.
namespace NotebookKit.Comparing;

/// <content>Shows itself as its sentences and tables. No text of a row is in it: only terms of at least three people.</content>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed partial class GapResult : IView
{
    private const int MostRows = 20;

    /// <inheritdoc/>
    public string ToText() => string.Join('\n', Summary.Select(s => Visible.Line(s))) + "\n\n" + string.Join("\n\n", Tables().Select(t => t.ToText()));

    /// <inheritdoc/>
    public string ToHtml() => string.Concat(Summary.Select(s => Html.Element("p", s).ToString())) + string.Concat(Tables().Select(t => t.ToHtml()));

    /// <inheritdoc/>
    public override string ToString() => ToText();

    /// <summary>The features: PSI, what chance reaches, Jensen–Shannon, what it means, and the bin that differs most.</summary>
    public Table ToTable() => new()
    {
        Caption = $"'{Options.LiveName}' against '{Options.TrainName}'",
        Columns = [new("feature"), new("PSI", ColumnKind.Number), new("chance", ColumnKind.Number), new("Jensen–Shannon", ColumnKind.Number), new("state"), new("most of it"), new(Options.TrainName, ColumnKind.Share), new(Options.LiveName, ColumnKind.Share)],
        Rows = [.. Features.Select(f => (IReadOnlyList<string?>)
        [
            f.Name, Numbers.Value(f.Psi), Numbers.Value(f.Chance), Numbers.Value(f.JensenShannon), f.IsWithinChance ? "within chance" : Numbers.Words(f.State), f.Main.Name,
            Numbers.Share(f.Main.Train, f.Bins.Sum(b => b.Train)), Numbers.Share(f.Main.Live, f.Bins.Sum(b => b.Live)),
        ])],
        InOrder = true,
    };

    /// <summary>The terms and habits of writing that give a set away, with the rows of each set that have them.</summary>
    /// <param name="terms">Terms to show, at least 0. Default 20.</param>
    public Table ToTermTable(int terms = MostRows) => new()
    {
        Caption = "What gives a set away",
        Columns = [new("term"), new("points to"), new("weight", ColumnKind.Number), new($"rows of {Options.TrainName}", ColumnKind.Number), new($"rows of {Options.LiveName}", ColumnKind.Number)],
        Rows = [.. Test.Terms.Take(Guard.AtLeast(terms, 0)).Select(t => (IReadOnlyList<string?>)[t.Text, t.PointsToLive ? Options.LiveName : Options.TrainName, Numbers.Value(t.Weight), Numbers.Count(t.Train), Numbers.Count(t.Live)])],
        Total = Test.Terms.Count,
        InOrder = true,
    };

    /// <summary>The live clusters with fewer than so many training rows, with typical terms and the id of a central row.</summary>
    /// <param name="rows">Training rows, at least 1; null for <see cref="GapOptions.ThinRows"/>.</param>
    /// <param name="clusters">Clusters to show, at least 0. Default 20.</param>
    public Table ToThinTable(int? rows = null, int clusters = MostRows) =>
        Clustered(ThinClusters(rows), FormattableString.Invariant($"{Options.LiveName} clusters with fewer than {rows ?? Options.ThinRows} rows of {Options.TrainName}"), clusters);

    /// <summary>All topic clusters, that with the most live rows first.</summary>
    /// <param name="clusters">Clusters to show, at least 0. Default 20.</param>
    public Table ToClusterTable(int clusters = MostRows) => Clustered(Clusters, "Topic clusters", clusters);

    /// <summary>The sampling plan, cluster by cluster: those that lack most first.</summary>
    /// <param name="clusters">Clusters to show, at least 0. Default 20.</param>
    public Table ToPlanTable(int clusters = MostRows)
    {
        var changed = Plan.Clusters.Where(c => c.After > c.Before || c.ToLabel > 0).OrderByDescending(c => c.Lack).ThenBy(c => c.Number).ToList();
        return new()
        {
            Caption = "Sampling plan",
            Columns = [new("cluster", ColumnKind.Number), new("terms"), new("share of " + Options.LiveName, ColumnKind.Share), new("lines now", ColumnKind.Number), new("lines repeated", ColumnKind.Number), new("still lacks", ColumnKind.Number), new("rows to label", ColumnKind.Number)],
            Rows = [.. changed.Take(Guard.AtLeast(clusters, 0)).Select(c => (IReadOnlyList<string?>)
            [
                Numbers.Count(c.Number), string.Join(", ", Clusters[c.Number - 1].Terms), Numbers.Percent(c.LiveShare), Numbers.Count(c.Before), Numbers.Count(c.After), Numbers.Count(c.Lack), Numbers.Count(c.ToLabel),
            ])],
            Foot = ["all", null, null, Numbers.Count(Plan.LinesBefore), Numbers.Count(Plan.LinesAfter), Numbers.Count(Plan.Clusters.Sum(c => c.Lack)), Numbers.Count(Plan.ToLabel.Count)],
            Total = changed.Count,
            InOrder = true,
        };
    }

    /// <summary>The shares of both sets in the bins of a feature, as bars side by side.</summary>
    /// <param name="feature">Name of the feature. Default length.</param>
    /// <exception cref="ArgumentException">There is no such feature.</exception>
    public Chart ToChart(string feature = "length")
    {
        var shown = Feature(feature);
        NumberSeries Series(string name, Func<GapBin, long> count)
        {
            double all = Math.Max(1, shown.Bins.Sum(count));
            return new(name, [.. shown.Bins.Select(b => Math.Round(100 * count(b) / all, 2))]);
        }

        return Chart.GroupedBar($"{shown.Name}: share of rows in percent (PSI {Numbers.Value(shown.Psi)})", shown.Bins.Select(b => b.Name), [Series(Options.TrainName, b => b.Train), Series(Options.LiveName, b => b.Live)], new() { SumRest = false });
    }

    /// <summary>The share of each topic cluster in live and in train, now and once rows are repeated, as bars side by side.</summary>
    /// <param name="clusters">Clusters to show, those with the most live rows, at least 1. Default 12.</param>
    public Chart ToPlanChart(int clusters = 12)
    {
        var shown = Plan.Clusters.Take(Guard.AtLeast(clusters, 1)).ToList();
        NumberSeries Series(string name, Func<PlannedCluster, double> share) => new(name, [.. shown.Select(c => Math.Round(100 * share(c), 2))]);
        return Chart.GroupedBar($"topics: share in percent (PSI {Numbers.Value(Plan.PsiBefore)} → {Numbers.Value(Plan.PsiRepeated)})", shown.Select(c => FormattableString.Invariant($"cluster {c.Number}")),
            [Series($"{Options.TrainName} now", c => (double)c.Before / Math.Max(1, Plan.LinesBefore)), Series($"{Options.TrainName} repeated", c => (double)c.After / Math.Max(1, Plan.LinesAfter)), Series(Options.LiveName, c => c.LiveShare)],
            new() { SumRest = false });
    }

    private IEnumerable<Table> Tables()
    {
        yield return ToTable();
        if (Test.Terms.Count > 0) yield return ToTermTable();
        if (ThinClusters().Count > 0) yield return ToThinTable();
        if (Plan.Repeats.Count + Plan.ToLabel.Count > 0) yield return ToPlanTable();
        if (Notes.Count > 0) yield return Notes.ToTable();
    }

    private static Table Clustered(IReadOnlyList<GapCluster> clusters, string caption, int most) => new()
    {
        Caption = caption,
        Columns = [new("cluster", ColumnKind.Number), new("terms"), new("live rows", ColumnKind.Number), new("training rows", ColumnKind.Number), new("share of live", ColumnKind.Share), new("share of train", ColumnKind.Share), new("central row", ColumnKind.Id)],
        Rows = [.. clusters.Take(Guard.AtLeast(most, 0)).Select(c => (IReadOnlyList<string?>)
            [Numbers.Count(c.Number), string.Join(", ", c.Terms), Numbers.Count(c.Live), Numbers.Count(c.Train), Numbers.Percent(c.LiveShare), Numbers.Percent(c.TrainShare), c.Central])],
        Total = clusters.Count,
        InOrder = true,
    };
}
