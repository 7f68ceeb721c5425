using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Outliers;

/// <summary>A detector in an ensemble.</summary>
/// <param name="Detector">The detector.</param>
/// <param name="Weight">What its rank counts for, above 0.</param>
public sealed record EnsembleMember(OutlierDetector Detector, double Weight = 1);

/// <summary>Several detectors as one, which suits most data: the weighted mean of the ranks that their scores have among examples that belong and that they have not learned from.
/// Members are chosen by what the data offer, unless they are given.</summary>
/// <remarks>Scores are 0 to 1; of examples that belong they are spread around 0.5. Ranks are taken among rows that are held out (the nearest-neighbour members leave out the row itself, others learn from four fifths and score the rest).
/// The mean of ranks did better than the means of −ln p, of Gaussian ranks and of standard scores, above all on damaged texts. Source of the rule: Aggarwal and Sathe, Outlier Ensembles (2017); weights: own measurement.</remarks>
public sealed record EnsembleDetector : OutlierDetector
{
    private const int LabelRows = 10, FewestLabels = 3;

    /// <inheritdoc/>
    public override string Name => "ensemble";

    /// <summary>The members; null (default) for those that the data offer.</summary>
    public IReadOnlyList<EnsembleMember>? Members
    {
        get;
        init => field = value is null || (value.Count > 0 && value.All(m => m.Weight > 0 && double.IsFinite(m.Weight))) ? value : throw new ArgumentException("An ensemble has members with weights above 0.", nameof(Members));
    }

    /// <summary>True (default) to learn the labels, where at least 3 labels have 10 rows each and these are half of the rows: then the members are the neighbours by embedding and a linear model of
    /// the labels, which counts twice. Otherwise they are the neighbours by embedding (twice), the neighbours by terms and pseudo-classes.</summary>
    public bool UseLabels { get; init; } = true;

    /// <summary>Rows that do not belong, or a corpus of which only some do: a classifier that tells them from the known rows joins. Default null: none.</summary>
    public Dataset? Background { get; init; }

    /// <summary>Rows that are learned from; of more, those with the smallest keyed hashes of their ids. 100 to 1,000,000, default 20,000. Source: own choice; the time of a score grows with it.</summary>
    public int SampleSize { get; init => field = Guard.InRange(value, 100, 1_000_000); } = 20_000;

    /// <summary>Rows among which ranks are taken, chosen in the same way. 100 to 1,000,000, default 4,000. Source: own choice; a rank of a member is known to 1 in so many.</summary>
    public int RankedRows { get; init => field = Guard.InRange(value, 100, 1_000_000); } = 4_000;

    /// <summary>What makes vectors of texts, for the members that the data offer. Default: the built-in embedder.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Embedder { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new BuiltInEmbedder();

    /// <inheritdoc/>
    public override FittedDetector Fit(Dataset inDomain, RunContext? run = null)
    {
        run ??= new();
        return FitRows(KnownRows.Of(inDomain, SampleSize, run), run);
    }

    internal override FittedDetector FitRows(KnownRows rows, RunContext run)
    {
        int[] wanted = [.. Enumerable.Range(0, rows.Count).OrderBy(i => StableHash.Combine(rows.Rows[i].Features.Content, run.Seed)).ThenBy(i => i).Take(RankedRows).Order()];
        return new FittedEnsemble([.. (Members ?? Offered(rows)).Select(m =>
        {
            var fitted = m.Detector.FitRows(rows, run);
            var held = m.Detector.HeldOutScores(rows, fitted, wanted, run);
            Array.Sort(held);
            return new FittedMember(fitted, m.Weight, held);
        })]);
    }

    /// <summary>The members that suit the rows.</summary>
    private List<EnsembleMember> Offered(KnownRows rows)
    {
        var embedding = new EmbeddingNeighboursDetector { Embedder = Embedder };
        List<EnsembleMember> offered = UseLabels && HasLabels(rows)
            ? [new(embedding), new(new LinearDetector(), 2)]
            : [new(embedding, 2), new(new TermNeighboursDetector()), new(new PseudoClassDetector { Embedder = Embedder })];
        if (Background is not null) offered.Add(new(new DomainDetector(Background), offered.Sum(m => m.Weight)));
        return offered;
    }

    /// <summary>Whether most rows have labels and enough labels have enough rows: few say little about what belongs.</summary>
    private static bool HasLabels(KnownRows rows)
    {
        var labels = rows.Rows.Where(r => r.Label is not null).GroupBy(r => r.Label, StringComparer.Ordinal).Select(g => g.Count()).Where(c => c >= LabelRows).ToArray();
        return labels.Length >= FewestLabels && 2 * labels.Sum() >= rows.Count;
    }
}

/// <summary>A fitted detector, its weight, and its scores of rows that belong and that it has not learned from, rising.</summary>
internal sealed record FittedMember(FittedDetector Detector, double Weight, double[] HeldOut)
{
    /// <summary>The share of the held-out rows that are less strange, between them by the distance to the two nearest: without that, all that lies beyond the last row would be equally strange.</summary>
    public double Rank(double score)
    {
        var (below, above) = (Count(score, orEqual: false), Count(score, orEqual: true));
        if (below != above) return (below + above + 1) / 2.0 / (HeldOut.Length + 1);
        var (first, last) = (HeldOut[0], HeldOut[^1]);
        var range = Math.Max(last - first, 1e-9);
        var part = below == 0 ? 1 / (1 + ((first - score) / range)) : below == HeldOut.Length ? 1 - (1 / (1 + ((score - last) / range))) : (score - HeldOut[below - 1]) / (HeldOut[below] - HeldOut[below - 1]);
        return (below + part) / (HeldOut.Length + 1);
    }

    private int Count(double score, bool orEqual)
    {
        var (low, high) = (0, HeldOut.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (HeldOut[middle] < score || (orEqual && HeldOut[middle] == score)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

/// <summary>The members of an ensemble.</summary>
internal sealed class FittedEnsemble : FittedDetector
{
    private readonly FittedMember[] members;
    private readonly double weights;

    public FittedEnsemble(FittedMember[] members)
    {
        this.members = members;
        foreach (var member in members) weights += member.Weight;
    }

    public override string Name => "ensemble";

    public override double Score(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var score = new double[1];
        ScoreRange([example], 0, 1, score);
        return score[0];
    }

    public override DetectorExplanation Explain(Example example, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(example);
        Guard.AtLeast(count, 0);
        var score = Score(example);
        var said = members.Select(m => m.Detector.Explain(example, count)).ToArray();
        return new(score, said.Select(s => s.Label).FirstOrDefault(l => l is not null), said.Select(s => s.Neighbours).FirstOrDefault(n => n.Count > 0) ?? [], WordShares.Of(this, example, score, count))
        {
            Members = [.. members.Select((m, i) => new MemberRank(m.Detector.Name, said[i].Score, Math.Round(m.Rank(said[i].Score), 6)))],
        };
    }

    protected internal override void ScoreRange(IReadOnlyList<Example> examples, int from, int to, double[] scores)
    {
        // One vector of a text for all members that use the same embedder.
        var prepared = new Dictionary<string, PreparedInput[]>(StringComparer.Ordinal);
        var sums = new double[to - from];
        foreach (var member in members)
        {
            var own = new double[sums.Length];
            if (member.Detector is PreparedDetector detector)
            {
                var name = detector.Embedder is null ? "" : EmbedderName.Of(detector.Embedder);
                if (name.Length == 0 && prepared.Count > 0) name = prepared.Keys.First();
                if (!prepared.TryGetValue(name, out var inputs)) prepared.Add(name, inputs = PreparedInput.Of(examples, from, to, detector.Embedder));
                for (var i = 0; i < own.Length; i++) own[i] = detector.Score(inputs[i]);
            }
            else member.Detector.ScoreRange(new Slice<Example>(examples, from, to - from), 0, own.Length, own);

            for (var i = 0; i < own.Length; i++) sums[i] += member.Weight * member.Rank(own[i]);
        }

        for (var i = 0; i < sums.Length; i++) scores[from + i] = Math.Round(sums[i] / weights, 9);
    }

    protected internal override void Write(BinaryWriter writer) => writer.WriteList(members, m =>
    {
        writer.Write(m.Weight);
        writer.WriteList(m.HeldOut, writer.Write);
        writer.WriteKind(m.Detector);
    });

    public static FittedEnsemble Read(DetectorReader reader) => new(reader.Bytes.ReadList(() =>
    {
        var weight = reader.Bytes.ReadDouble();
        var held = reader.Bytes.ReadList(reader.Bytes.ReadDouble);
        return new FittedMember(reader.Kind(), weight, held);
    }));
}
