using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Labels;

/// <summary>A group of similar rows.</summary>
public sealed record CoverageGroup
{
    /// <summary>Number, from 1; 1 is the largest.</summary>
    public required int Number { get; init; }

    /// <summary>Rows in it.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows of the training part; all, where rows are not split.</summary>
    public required int Training { get; init; }

    /// <summary>Rows with a label.</summary>
    public required int Labelled { get; init; }

    /// <summary>Rows with an answer.</summary>
    public required int Answered { get; init; }

    /// <summary>Id of the row nearest to its middle.</summary>
    public required string CentralId { get; init; }

    /// <summary>The words that are typical for it, the most typical first: only such as three people of the group used (subject, else conversation, else parent, else row), no placeholders, none with digits.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Mean probability of the given labels to models that have not seen the rows, 0–1; null below 5 judged rows (cleanlab's <c>min_cluster_samples</c>).</summary>
    public double? SelfConfidence { get; init; }

    /// <summary><see cref="SelfConfidence"/> ÷ that of all such groups (the score of cleanlab's underperforming group); null where it is not measured.</summary>
    public double? Ratio { get; init; }

    /// <summary>True where it has few training rows that teach something: see <see cref="LabelCoverage.ThinShare"/>.</summary>
    public bool IsThin { get; init; }

    /// <summary>True where <see cref="Ratio"/> is below <see cref="LabelCoverage.UnderperformingRatio"/>.</summary>
    public bool IsUnderperforming => Ratio < LabelCoverage.UnderperformingRatio;
}

/// <summary>Groups of similar rows by the built-in embeddings: √(rows ÷ 2) of them, at most 200. With more than 50,000 rows, of a sample by keyed hashes of ids.</summary>
public sealed class LabelCoverage
{
    /// <summary>A group is thin where its training rows that have a label (an answer, where no row has a label) are less than this share of an even share of them, or their share of its rows is less than this
    /// share of that of all rows. Source: own choice.</summary>
    public const double ThinShare = 0.25;

    /// <summary>A group underperforms below this ratio of mean self-confidences. Source: own choice (cleanlab takes 0.1, which hardly any group reaches).</summary>
    public const double UnderperformingRatio = 0.6;

    private const int MostRows = 50_000, MostGroups = 200, MinJudged = 5, TermCount = 5;

    private readonly ByteVectors vectors;
    private readonly Dictionary<string, int> rowOf;
    private readonly int[] groupOf;

    private LabelCoverage(IReadOnlyList<CoverageGroup> groups, ByteVectors vectors, Dictionary<string, int> rowOf, int[] groupOf) =>
        (Groups, this.vectors, this.rowOf, this.groupOf) = (groups, vectors, rowOf, groupOf);

    /// <summary>The groups, the largest first.</summary>
    public IReadOnlyList<CoverageGroup> Groups { get; }

    /// <summary>Groups with few rows that teach something, the thinnest first.</summary>
    public IReadOnlyList<CoverageGroup> Thin => [.. Groups.Where(g => g.IsThin).OrderBy(g => g.Labelled).ThenBy(g => g.Answered).ThenBy(g => g.Number)];

    /// <summary>Groups in which the models do far worse than in the others, the worst first.</summary>
    public IReadOnlyList<CoverageGroup> Underperforming => [.. Groups.Where(g => g.IsUnderperforming).OrderBy(g => g.Ratio).ThenBy(g => g.Number)];

    /// <summary>The group of a row; null where it is in none (no words, or not in the sample).</summary>
    public CoverageGroup? GroupOf(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return rowOf.TryGetValue(example.Id, out var row) ? Groups[groupOf[row]] : null;
    }

    /// <summary>Cosine of two rows; null where one of them is in no group.</summary>
    internal double? Cosine(string one, string other)
    {
        if (!rowOf.TryGetValue(one, out var a) || !rowOf.TryGetValue(other, out var b)) return null;
        var query = new short[vectors.Stride];
        vectors.Widen(a, query);
        return vectors.Cosine(query, vectors.Norm(a), b);
    }

    internal static LabelCoverage Of(Dataset input, IReadOnlyList<LabelJudgement?> judged)
    {
        var run = new RunContext();
        var at = Enumerable.Range(0, input.Count).Where(i => Words.Count(LabelledRow.TextOf(input.Examples[i])) > 0);
        if (input.Count > MostRows) at = at.OrderBy(i => KeyedRandom.Bits(1, "labels.coverage", input.Examples[i].Id)).ThenBy(i => input.Examples[i].Id, StringComparer.Ordinal).Take(MostRows);
        int[] rows = [.. at.OrderBy(i => input.Examples[i].Id, StringComparer.Ordinal)];
        var made = new sbyte[rows.Length][];
        Chunks.Run(rows.Length, run, (from, to) =>
        {
            var embedder = new BuiltInEmbedder();
            for (var i = from; i < to; i++) made[i] = LabelVotes.Quantized(embedder, LabelledRow.TextOf(input.Examples[rows[i]]));
            return 0;
        });
        // A text of words that the table cannot read has no direction: it is in no group.
        int[] usable = [.. Enumerable.Range(0, rows.Length).Where(i => Array.Exists(made[i], n => n != 0))];
        var vectors = ByteVectors.Of([.. usable.Select(i => made[i])]);
        rows = [.. usable.Select(i => rows[i])];
        var rowOf = new Dictionary<string, int>(rows.Length, StringComparer.Ordinal);
        for (var i = 0; i < rows.Length; i++) rowOf.Add(input.Examples[rows[i]].Id, i);
        if (rows.Length == 0) return new([], vectors, rowOf, []);
        var clusters = VectorClusters.Of(vectors, Math.Clamp((int)Math.Round(Math.Sqrt(rows.Length / 2.0)), 1, MostGroups), run);
        var members = Enumerable.Range(0, clusters.Count).Select(c => Enumerable.Range(clusters.Group(c).From, clusters.Group(c).To - clusters.Group(c).From).Select(clusters.Row).ToArray())
            .Where(m => m.Length > 0).OrderByDescending(m => m.Length).ThenBy(m => m[0]).ToArray();
        var groupOf = new int[rows.Length];
        for (var g = 0; g < members.Length; g++)
            foreach (var row in members[g]) groupOf[row] = g;
        var terms = GroupTerms.Of([.. rows.Select(r => input.Examples[r])], groupOf, members.Length, TermCount);
        return new(Told([.. members.Select(m => m.Select(r => rows[r]).ToArray())], terms, input, judged), vectors, rowOf, groupOf);
    }

    private static CoverageGroup[] Told(int[][] members, string[][] terms, Dataset input, IReadOnlyList<LabelJudgement?> judged)
    {
        var isSplit = input.Examples.Any(e => e.Split is not null);
        var hasLabels = input.Examples.Any(e => LabelledRow.LabelOf(e) is not null);
        bool Trains(Example e) => !isSplit || e.Split == Split.Train;
        bool Teaches(Example e) => Trains(e) && (hasLabels ? LabelledRow.LabelOf(e) is not null : e.Output.Length > 0);
        var teaching = members.Sum(m => m.Count(r => Teaches(input.Examples[r])));
        var all = members.Sum(m => m.Length);
        var confidences = members.Select(m => m.Select(r => judged[r]).OfType<LabelJudgement>().Select(j => j.SelfConfidence).ToArray()).Select(c => c.Length >= MinJudged ? c : []).ToArray();
        var measured = confidences.Sum(c => c.Length);
        var mean = measured == 0 ? 0 : confidences.Sum(c => c.Sum()) / measured;
        return [.. members.Select((m, g) =>
        {
            var examples = m.Select(r => input.Examples[r]).ToArray();
            var here = examples.Count(Teaches);
            return new CoverageGroup
            {
                Number = g + 1,
                Rows = m.Length,
                Training = examples.Count(Trains),
                Labelled = examples.Count(e => LabelledRow.LabelOf(e) is not null),
                Answered = examples.Count(e => e.Output.Length > 0),
                CentralId = examples[0].Id,
                Terms = terms[g],
                SelfConfidence = confidences[g].Length == 0 ? null : Math.Round(confidences[g].Average(), 6),
                Ratio = confidences[g].Length == 0 || mean == 0 ? null : Math.Round(confidences[g].Average() / mean, 6),
                IsThin = here < ThinShare * teaching / members.Length || (double)here / m.Length < ThinShare * teaching / all,
            };
        })];
    }
}
