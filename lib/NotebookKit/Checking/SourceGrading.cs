using System.Globalization;
using NotebookKit.Cleaning;
using NotebookKit.Display;
using NotebookKit.Outliers;
using NotebookKit.Reviewing;
using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>Makes S1's matrix: each source by relevance, diversity, quality, size and cost, and the weighted row of all.</summary>
internal static class SourceGrading
{
    private const int FewestScored = 20;

    public static SourceMatrix Of(RunFacts run)
    {
        var sources = new SortedDictionary<string, Tallied>(StringComparer.Ordinal);
        Tallied At(Example row)
        {
            var name = row.Source ?? DatasetProfile.None;
            return sources.TryGetValue(name, out var found) ? found : sources[name] = new(row.Source);
        }

        foreach (var row in run.Rows)
        {
            var source = At(row);
            source.Kept++;
            source.Measure(row, row.Flags.Any(f => f.Reason is OutlierFilter.OutOfDistribution or OutlierFilter.OutOfDomain or OutlierFilter.DetectedStrange));
        }

        // What left for being foreign speaks about its source, too; rows that left before they were measured do not.
        foreach (var removal in run.Result.History.Removals)
            if (removal.Reason is OutlierFilter.OutOfDistribution or OutlierFilter.OutOfDomain or OutlierFilter.DetectedStrange or OffTopic.Reason) At(removal.Example).Measure(removal.Example, true);
            else if (removal.Example.Scores[ScoreNames.Quality] is { } quality) At(removal.Example).Score(quality);
        if (sources.Count == 0) return SourceMatrix.Empty;
        var rows = sources.Select(s => Row(s.Key, s.Value, run)).ToList();
        var weights = Weights(sources.Select(s => (s.Key, s.Value.Kept)).ToList(), run.Options.Sources);
        rows = [.. rows.Select((r, i) => r with { Weight = weights[i] })];
        if (rows.Count > 1) rows.Add(Hybrid(rows, run.Rows.Count, run.Options.Sources));
        return new() { Sources = [.. rows] };
    }

    private static SourceRow Row(string name, Tallied source, RunFacts run)
    {
        var notes = new List<string>();
        var relevance = source.Distances == 0 ? SourceGrade.None
            : Graded(SourceScale.Relevance, (double)(source.Distances - source.Odd) / source.Distances, v => Share(v));
        if (source.Distances > 0) notes.Add($"{Numbers.Count(source.Odd)} of {Numbers.Count(source.Distances)} rows lie outside the limits of the outlier filter.");
        var diversity = run.Topics.DiversityOf(source.Name) is { } evenness ? Graded(SourceScale.Diversity, evenness, v => Numbers.Value(Math.Round(v, 2))) : SourceGrade.None;
        notes.Add(diversity.Points is null ? "Too few rows for topics." : "Topics: leader clusters of TF-IDF vectors of the inputs.");
        var (quality, basis) = Quality(source, run.Reviewed);
        notes.Add(basis);
        var size = Graded(SourceScale.Size, source.Kept, v => Numbers.Count((long)v));
        var cost = SourceGrade.None;
        if (run.Options.Sources[source.Name] is { Cost: { } money } fact)
        {
            if (source.Kept > 0 || money == 0) cost = new(money, SourceScale.Cost.Points(source.Kept == 0 ? 0 : money / source.Kept), Money(money, fact.Currency));
            if (source.Kept > 0) notes.Add($"{Money(money / source.Kept, fact.Currency)} for each row that is handed over.");
        }

        return new(source.Name is null ? name : run.Shown(name), 0, [relevance, diversity, quality, size, cost], notes);
    }

    private static (SourceGrade Grade, string Basis) Quality(Tallied source, ReviewSummary reviewed)
    {
        foreach (var review in reviewed.Sources)
            if (review.Source == source.Name && review.Errors.Of >= FewestScored)
                return (Graded(SourceScale.Reviewed, 1 - review.Errors.Share, v => Share(v) + " right"), $"Wrong among the rows that people read: {review.Errors}.");
        if (source.Scored == 0) return (SourceGrade.None, "Nobody has reviewed it, and no row has a quality score.");
        return (Graded(SourceScale.Scored, source.QualitySum / (1e6 * source.Scored), v => "score " + Numbers.Value(Math.Round(v, 2))), "Quality is the mean score: nobody has reviewed 20 rows of it.");
    }

    private static double[] Weights(List<(string Source, long Kept)> rows, SourceFacts facts)
    {
        var given = rows.Select(r => facts[r.Source]?.Weight).ToList();
        var all = given.Any(w => w is not null) ? given.Select(w => w ?? 0).ToList() : [.. rows.Select(r => (double)r.Kept)];
        var sum = all.Sum();
        return [.. all.Select(w => sum > 0 ? Math.Round(w / sum, 6) : 0)];
    }

    /// <summary>Mean points by weight, of the sources that have points; size and cost are sums.</summary>
    private static SourceRow Hybrid(List<SourceRow> rows, long kept, SourceFacts facts)
    {
        var grades = Enumerable.Range(0, SourceMatrix.Dimensions.Count).Select(d =>
        {
            var graded = rows.Where(r => r.Grades[d].Points is not null && r.Weight > 0).ToList();
            if (graded.Count == 0) return SourceGrade.None;
            double? points = Math.Round(graded.Sum(r => r.Weight * r.Grades[d].Points!.Value) / graded.Sum(r => r.Weight), 1);
            var money = rows.Where(r => r.Grades[d].Measured is not null).Sum(r => r.Grades[d].Measured!.Value);
            return SourceMatrix.Dimensions[d] switch
            {
                "Size" => new(kept, points, Numbers.Count(kept)),
                "Cost" => new(money, points, Money(money, facts.Currency)),
                _ => new SourceGrade(null, points, "weighted"),
            };
        });
        return new(SourceMatrix.Hybrid, 1, [.. grades], ["Points are means by weight over the sources that have points; size and cost are sums."]);
    }

    private static SourceGrade Graded(SourceScale scale, double value, Func<double, string> shown) => new(Math.Round(value, 6), scale.Points(value), shown(value));

    private static string Share(double ratio) => Numbers.Share((long)Math.Round(ratio * 1_000_000), 1_000_000);

    private static string Money(double amount, string currency) => string.Create(CultureInfo.InvariantCulture, $"{amount:#,0.##} {currency}");

    /// <summary>What is counted about one source; scores as whole millionths, so that the sum does not depend on any order.</summary>
    private sealed class Tallied(string? name)
    {
        public string? Name => name;

        public long Kept { get; set; }

        public long Distances { get; private set; }

        public long Odd { get; private set; }

        public long Scored { get; private set; }

        public long QualitySum { get; private set; }

        public void Measure(Example row, bool odd)
        {
            if (odd || row.Scores[ScoreNames.OutlierDistance] is not null) Distances++;
            if (odd) Odd++;
            if (row.Scores[ScoreNames.Quality] is { } quality) Score(quality);
        }

        public void Score(double quality)
        {
            Scored++;
            QualitySum += (long)Math.Round(quality * 1e6);
        }
    }
}
