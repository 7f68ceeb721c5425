using NotebookKit.Display;
using NotebookKit.Reviewing;
using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>All that the checks look at, made once.</summary>
internal sealed class RunFacts
{
    /// <summary>Ids that are shown as evidence at most.</summary>
    public const int MostIds = 10;

    public RunFacts(Dataset result, AssessmentOptions options)
    {
        (Result, Options) = (result, options);
        RowScan? scan = null;
        IReadOnlyList<Drift>? drift = null;
        Topics? topics = null;
        ReviewSample? sample = null;
        Chunks.AtOnce(
            options.Run,
            () => scan = RowScan.Of(Rows, options.Format, options.Terms, options.Run),
            () => topics = Topics.Of(Rows, options.Run),
            () => drift = Drifts.Of(result, options.Run),
            () => sample = ReviewSample.Draw(result, options.Run.Seed, options.Verdicts));
        (Scan, Drift, Topics, Sample) = (scan!, drift!, topics!, sample!);
        Reviewed = options.Verdicts.Count == 0 ? ReviewSummary.None
            : ReviewSummary.Of(options.Verdicts, Rows, [.. result.History.Removals.Where(r => r.Reason is Review.ReviewedWrong or Review.ReviewedHarmful or Review.ReviewedTwoFailed).Select(r => r.Example)]);
    }

    public Dataset Result { get; }

    public AssessmentOptions Options { get; }

    public IReadOnlyList<Example> Rows => Result.Examples;

    public RowScan Scan { get; }

    public IReadOnlyList<Drift> Drift { get; }

    public Topics Topics { get; }

    public ReviewSummary Reviewed { get; }

    /// <summary>What people are asked to read next.</summary>
    public ReviewSample Sample { get; }

    public IEnumerable<Example> In(Split split) => Rows.Where(e => RunNumbers.SplitOf(e) == split);

    /// <summary>The stage of that type in the recipe, or one with its defaults: its policy is the limit of a check.</summary>
    public T Stage<T>()
        where T : Stage, new() => Options.Recipe?.Steps.Select(s => s.Stage).OfType<T>().LastOrDefault() ?? new();

    /// <summary>Indices of rows whose fact holds.</summary>
    public List<int> Where(Func<RowFact, bool> fact) => [.. Enumerable.Range(0, Rows.Count).Where(i => fact(Scan.Facts[i]))];

    /// <summary><c>Ids: a, b, c and 12 more.</c></summary>
    public static string Ids(IEnumerable<string> ids)
    {
        var all = ids.ToList();
        return $"Ids: {string.Join(", ", all.Take(MostIds))}{(all.Count > MostIds ? $" and {Numbers.Count(all.Count - MostIds)} more" : "")}.";
    }

    /// <summary>Name of a label or source as it may be shown.</summary>
    public string Shown(string? name) => name is null ? DatasetProfile.None : Options.MaskText(name);

    public string Ids(IEnumerable<int> rows) => Ids(rows.Select(i => Rows[i].Id));
}
