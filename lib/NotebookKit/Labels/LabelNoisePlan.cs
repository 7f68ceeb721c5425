using NotebookKit.Linear;
using NotebookKit.Text;

namespace NotebookKit.Labels;

/// <summary>What <see cref="LabelNoise"/> fitted: the models, what they say about each content of the sample when they have not seen it, and the limits. Immutable and thread-safe. Holds labels,
/// hashes, vectors and weights, no text of rows.</summary>
public sealed class LabelNoisePlan : IPersisted<LabelNoisePlan>
{
    /// <summary>cleanlab's share of an even share of rows below which a label is near-empty.</summary>
    private const double EvenShare = 0.1;

    private readonly SortedDictionary<string, long> counts;
    private readonly LabelModel? model;
    private readonly LabelLimits limits;

    private LabelNoisePlan(SortedDictionary<string, long> counts, int sampled, string? missing, LabelModel? model, LabelLimits limits)
    {
        (this.counts, this.model, this.limits) = (counts, model, limits);
        (SampledRows, Missing) = (sampled, missing);
        LabelledRows = counts.Values.Sum();
    }

    /// <inheritdoc/>
    public static int FormatVersion => 2;

    /// <summary>The labels that are judged, in ordinal order.</summary>
    public IReadOnlyList<string> Labels => model?.Labels ?? [];

    /// <summary>Rows by label, also of labels that are not judged.</summary>
    public IReadOnlyDictionary<string, long> LabelCounts => counts;

    /// <summary>Rows with a label.</summary>
    public long LabelledRows { get; }

    /// <summary>Rows that the models learned from.</summary>
    public int SampledRows { get; }

    /// <summary>True where labels are judged.</summary>
    public bool CanJudge => model is not null;

    /// <summary>Errors that confident learning counts in the sample.</summary>
    public int EstimatedErrors => limits.EstimatedErrors;

    /// <summary>Labels with less than a tenth of the rows that an even share would give (cleanlab: share &lt; 0.1 ÷ labels), the rarest first.</summary>
    public IReadOnlyList<string> NearEmptyLabels => [.. counts.Where(c => c.Value * (double)counts.Count < EvenShare * LabelledRows).OrderBy(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];

    /// <summary>Why labels are not judged, or not all; null where all are.</summary>
    internal string? Missing { get; }

    internal LabelModel? Model => model;

    internal static LabelNoisePlan Of(LabelSample whole, LabelNoise options, RunContext run)
    {
        // Models see rows in the order of ids, whatever the keys were.
        var rows = whole.Rows.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => (Row: r, Content: 0UL)).ToArray();
        Chunks.Run(rows.Length, run, (from, to) =>
        {
            for (var i = from; i < to; i++) rows[i].Content = LabelledRow.ContentOf(rows[i].Row.Text);
            return 0;
        });
        var judged = rows.GroupBy(r => r.Row.Label, StringComparer.Ordinal).Where(g => g.Select(r => r.Content).Distinct().Count() >= options.MinLabelRows)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(LabelNoise.MaxLabels).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var used = rows.Where(r => judged.Contains(r.Row.Label)).ToArray();
        var contents = used.Select(r => r.Content).Distinct().Count();
        if (judged.Count < 2 || contents < LabelNoise.MinRows)
            return new(whole.Counts, 0, $"Labels were not judged: {Numbers.Count(judged.Count, "label has", "labels have")} at least {options.MinLabelRows} rows of different inputs, and these have {Numbers.Count(contents, "different input")}; at least 2 labels and {LabelNoise.MinRows} inputs are needed.", null, LabelLimits.None);
        var left = whole.Counts.Where(c => !judged.Contains(c.Key)).ToList();
        var missing = left.Count == 0 ? null : $"{Numbers.Count(left.Count, "label was", "labels were")} not judged ({Numbers.Count(left.Sum(c => c.Value), "row")}): {(judged.Count == LabelNoise.MaxLabels ? $"more than {LabelNoise.MaxLabels} labels, or " : "")}fewer than {options.MinLabelRows} rows of different inputs.";
        var (model, leastDoubt) = LabelModel.Train([.. used.Select(r => r.Row.Text)], [.. used.Select(r => r.Row.Label)], [.. used.Select(r => r.Content)], options.Folds, run);
        var limits = LabelLimits.Of([.. used.Select(r => model.NumberOf(r.Row.Label))], [.. used.Select(r => r.Content)], model, leastDoubt, options.Filter);
        return new(whole.Counts, used.Length, missing, model, limits);
    }

    /// <summary>What the models say about the label of a row. Null where the row has no label or no words, or its label is not judged. A row with the content of a sampled one is judged by models that have not seen it.</summary>
    public LabelJudgement? Judge(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        if (model is null || LabelledRow.LabelOf(example) is not { } label || model.NumberOf(label) is not (>= 0 and var given)) return null;
        if (Predict(example, out var content) is not { } probabilities) return null;
        var doubles = LabelModel.Doubles(probabilities);
        var best = LabelQuality.Largest(doubles);
        var other = best;
        if (best == given)
        {
            other = given == 0 ? 1 : 0;
            for (var k = 0; k < doubles.Length; k++)
                if (k != given && doubles[k] > doubles[other]) other = k;
        }

        var confidence = doubles[given];
        return new(
            model.Labels[given], model.Labels[other], Math.Round(confidence, 6), Math.Round(doubles[other], 6), Math.Round(LabelQuality.NormalizedMargin(doubles, given), 6),
            Math.Round(limits.Limit(given), 6), limits.IsSuspect(content, given, confidence, LabelQuality.NormalizedMargin(doubles, given), () => model.LeastDoubt(LabelledRow.TextOf(example), content, given)))
        { Predicted = best, Given = given };
    }

    /// <summary>Probabilities of all judged labels for a row, with or without a label; null where it has no words or nothing is judged.</summary>
    internal float[]? Predict(Example example, out ulong content)
    {
        content = 0;
        if (model is null) return null;
        var text = LabelledRow.TextOf(example);
        if (Words.Count(text) == 0) return null;
        content = LabelledRow.ContentOf(text);
        return model.Probabilities(text, content);
    }

    /// <summary>Rows of the sample that are estimated to be wrong, by given label (in the order of <see cref="Labels"/>).</summary>
    internal IReadOnlyList<int> EstimatedWrong => limits.Wrong;

    /// <summary>Rows of the sample by given label.</summary>
    internal IReadOnlyList<int> SampledOf => limits.Rows;

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteList(counts, c =>
        {
            LabelSample.WriteExactly(writer, c.Key);
            writer.Write(c.Value);
        });
        writer.Write(SampledRows);
        writer.WriteOptional(Missing);
        limits.Write(writer);
        writer.Write(model is not null);
        model?.Write(writer);
    }

    /// <inheritdoc/>
    public static LabelNoisePlan Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (label, count) in reader.ReadList(() => (LabelSample.ReadExactly(reader), reader.ReadInt64()))) counts[label] = count;
        var (sampled, missing, limits) = (reader.ReadInt32(), reader.ReadOptional(), LabelLimits.Read(reader));
        return new(counts, sampled, missing, reader.ReadBoolean() ? LabelModel.Read(reader) : null, limits);
    }
}

/// <summary>What the models say about the label of a row.</summary>
/// <param name="Label">The given label.</param>
/// <param name="Suggested">The most probable other label.</param>
/// <param name="SelfConfidence">Probability of the given label, 0–1.</param>
/// <param name="SuggestedProbability">Probability of the suggested label, 0–1.</param>
/// <param name="NormalizedMargin">(p(given) − p(suggested) + 1) ÷ 2, 0–1; below 0.5 the suggested label is more probable.</param>
/// <param name="Limit">The highest probability of the given label that is suspect, 0–1.</param>
/// <param name="IsSuspect">True for a row whose label is probably wrong.</param>
public sealed record LabelJudgement(string Label, string Suggested, double SelfConfidence, double SuggestedProbability, double NormalizedMargin, double Limit, bool IsSuspect)
{
    internal int Given { get; init; }

    internal int Predicted { get; init; }
}
