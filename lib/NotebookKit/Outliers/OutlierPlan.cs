using NotebookKit.Text;

namespace NotebookKit.Outliers;

/// <summary>What <see cref="OutlierScorer"/> fitted: a sample of the corpus with its index, the median distance, and the domain classifier where
/// there is one. Immutable and thread-safe. Holds ids, labels and hashes of words, no text.</summary>
public sealed class OutlierPlan : IPersisted<OutlierPlan>
{
    /// <summary>The farthest distance: −ln of the lowest similarity that is told from none, 0.001.</summary>
    public const double Farthest = 6.907755;

    private const double LeastSimilarity = 0.001;

    private readonly IReadOnlyList<SampledRow> rows;
    private readonly Dictionary<ulong, int> rowOf;
    private readonly TfIdf terms;
    private readonly SparseIndex index;
    private readonly ClassCentroids centroids;
    private readonly DomainClassifier? domain;

    /// <param name="rows">Rows of distinct content that have words, in the order of their ids.</param>
    /// <param name="neighbours">How many neighbours make a distance.</param>
    /// <param name="median">The median distance; null: not fitted yet.</param>
    /// <param name="domain">The domain classifier, where one could be trained.</param>
    /// <param name="domainMissing">Why there is none although one was asked for.</param>
    /// <param name="run">The run; null runs on one thread.</param>
    internal OutlierPlan(IReadOnlyList<SampledRow> rows, int neighbours, double? median, DomainClassifier? domain, string? domainMissing, RunContext? run)
    {
        this.rows = rows;
        this.domain = domain;
        Neighbours = neighbours;
        DomainMissing = domainMissing;
        terms = new([.. rows.Select(r => r.Features)]);
        var vectors = new SparseVector[rows.Count];
        run ??= new RunContext { Threads = 1 };
        Chunks.Run(rows.Count, run, (from, to) =>
        {
            for (var i = from; i < to; i++) vectors[i] = terms.Vector(rows[i].Features);
            return 0;
        });
        rowOf = new(rows.Count);
        for (var i = 0; i < rows.Count; i++) rowOf[rows[i].Features.Content] = i;
        index = new(vectors, terms.Count);
        centroids = new(rows, vectors, terms.Count);
        Median = median ?? MedianOf(vectors, run);
    }

    static int IPersisted<OutlierPlan>.FormatVersion => 1;

    /// <summary>Neighbours that make a distance.</summary>
    public int Neighbours { get; }

    /// <summary>Rows in the sample: of different content, with at least one word.</summary>
    public int SampleCount => rows.Count;

    /// <summary>Classes that have enough rows for a centre.</summary>
    public int ClassCount => centroids.Count;

    /// <summary>Median distance of the sample's rows to each other.</summary>
    public double Median { get; }

    /// <summary>True where a domain classifier scores, too.</summary>
    public bool HasDomain => domain is not null;

    /// <summary>Why the domain classifier that was asked for does not score; null otherwise.</summary>
    public string? DomainMissing { get; }

    /// <summary>True where the sample is large enough for distances.</summary>
    public bool CanJudge => rows.Count >= OutlierScorer.MinRows;

    /// <summary>What the plan measures on an example; null where it has no words or the sample is too small. Equal rows do not
    /// count as neighbours.</summary>
    internal OutlierMeasures? Measure(Example example)
    {
        var features = TextFeatures.Of(example.Input);
        if (!CanJudge || features.Hashes.Length == 0) return null;
        var vector = terms.Vector(features);
        var own = rowOf.GetValueOrDefault(features.Content, -1);
        var distance = Distance(vector, own);
        // Half the rows at distance 0 would make the median 0: then any distance at all is odd.
        var knn = Math.Round(Math.Exp(-distance / Math.Max(Median, 1e-6)), 6);
        var inClass = example.Label is { } label
            ? centroids.Similarity(vector, label, own >= 0 && string.Equals(rows[own].Label, label, StringComparison.Ordinal))
            : null;
        return new(distance, knn, inClass, domain?.Score(features));
    }

    /// <summary>The distance of an input with these features; null where it has none, or the sample is too small.</summary>
    internal double? Distance(FeatureBag features) => !CanJudge || features.Hashes.Length == 0 ? null : Distance(terms.Vector(features), rowOf.GetValueOrDefault(features.Content, -1));

    /// <summary>The label of a row of the sample.</summary>
    internal string? LabelOf(string id) => rows.FirstOrDefault(r => string.Equals(r.Id, id, StringComparison.Ordinal))?.Label;

    /// <summary>Why an example has its distance: its nearest neighbours, and the words that carry the similarity.</summary>
    /// <param name="example">Any example; one of the sample is not its own neighbour.</param>
    /// <param name="termCount">How many terms to name per neighbour.</param>
    public OutlierExplanation Explain(Example example, int termCount = 5)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new(Measure(example)?.Distance, Median, Near(example, Neighbours, termCount));
    }

    /// <summary>The nearest rows of the sample, nearest first, without the example's own; rows that share no term are not among them.</summary>
    internal OutlierNeighbour[] Near(Example example, int count, int termCount)
    {
        if (count == 0) return [];
        var input = example.Input;
        var features = TextFeatures.Of(input);
        var vector = terms.Vector(features);
        var names = TextFeatures.NamesOf(input).GroupBy(n => terms.TermOf(n.Key)).ToDictionary(g => g.Key, g => g.First().Value);
        return [.. index.Nearest(vector, count, rowOf.GetValueOrDefault(features.Content, -1)).Select(n =>
            new OutlierNeighbour(rows[n.Row].Id, Math.Round(n.Similarity, 6), SharedTerms(vector, terms.Vector(rows[n.Row].Features), names, termCount)))];
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Neighbours);
        writer.Write(Median);
        writer.WriteOptional(DomainMissing);
        writer.WriteList(rows, r => r.Write(writer));
        writer.Write(domain is not null);
        domain?.Write(writer);
    }

    /// <inheritdoc/>
    public static OutlierPlan Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (neighbours, median, missing) = (reader.ReadInt32(), reader.ReadDouble(), reader.ReadOptional());
        var rows = reader.ReadList(() => SampledRow.Read(reader));
        return new(rows, neighbours, median, reader.ReadBoolean() ? DomainClassifier.Read(reader) : null, missing, null);
    }

    private double MedianOf(SparseVector[] vectors, RunContext run)
    {
        if (!CanJudge) return 0;
        var distances = new double[vectors.Length];
        Chunks.Run(vectors.Length, run, (from, to) =>
        {
            for (var i = from; i < to; i++) distances[i] = Distance(vectors[i], i);
            return 0;
        });
        Array.Sort(distances);
        return Spread.Of(distances).Median;
    }

    /// <summary>−ln of the mean similarity to the nearest rows. Neighbours that are missing count as 0. The cosine distance itself would not do:
    /// over sparse words it is squeezed against 1, so that Q3 + 1.7 IQR lies above 1 and nothing is ever an outlier.</summary>
    private double Distance(SparseVector vector, int own)
    {
        var sum = 0f;
        foreach (var neighbour in index.Nearest(vector, Neighbours, own)) sum += neighbour.Similarity;
        return Math.Max(0, Math.Round(-Math.Log(Math.Clamp(sum / Neighbours, LeastSimilarity, 1)), 6));
    }

    private static string[] SharedTerms(SparseVector a, SparseVector b, Dictionary<int, string> names, int count)
    {
        var shared = new List<(double Share, string Name)>();
        for (var i = 0; i < a.Terms.Length; i++)
            if (Array.BinarySearch(b.Terms, a.Terms[i]) is >= 0 and var at)
                shared.Add(((double)a.Weights[i] * b.Weights[at], names[a.Terms[i]]));
        return [.. shared.OrderByDescending(s => s.Share).ThenBy(s => s.Name, StringComparer.Ordinal).Take(count).Select(s => s.Name)];
    }
}
