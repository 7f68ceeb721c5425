namespace NotebookKit.Labels;

/// <summary>Which labels are suspect: of sampled rows those that the rule took; of others those whose label is as improbable as those that the rule took.</summary>
internal sealed class LabelLimits
{
    private readonly double[] limits;
    private readonly double margin, least;
    private readonly HashSet<(ulong Content, int Given)> judged, suspect;

    private LabelLimits(int estimated, int[] rows, int[] wrong, double[] limits, double margin, double least, HashSet<(ulong, int)> judged, HashSet<(ulong, int)> suspect) =>
        (EstimatedErrors, Rows, Wrong, this.limits, this.margin, this.least, this.judged, this.suspect) = (estimated, rows, wrong, limits, margin, least, judged, suspect);

    /// <summary>Nothing is suspect.</summary>
    public static LabelLimits None { get; } = new(0, [], [], [], 0, 0, [], []);

    /// <summary>Errors that confident learning counts.</summary>
    public int EstimatedErrors { get; }

    /// <summary>Rows by given label.</summary>
    public int[] Rows { get; }

    /// <summary>Rows that the calibrated joint counts under other labels, by given label.</summary>
    public int[] Wrong { get; }

    /// <summary>Takes the rows that a rule finds, and their limits.</summary>
    public static LabelLimits Of(int[] given, ulong[] contents, LabelModel model, double[] leastDoubt, LabelFilter filter)
    {
        var counted = new ConfidentLearning(given, Array.ConvertAll(contents, c => LabelModel.Doubles(model.Unseen(c)))) { LeastDoubt = leastDoubt };
        // A label that the models prefer themselves is no finding, however low its probability.
        var found = counted.Find(filter).Where(r => counted.Predicted[r] != given[r]).ToArray();
        var limits = new double[counted.Classes];
        var taken = found.ToHashSet();
        var all = filter is LabelFilter.LowSelfConfidence or LabelFilter.LowBoth or LabelFilter.LowInEach;
        for (var label = 0; label < limits.Length; label++) limits[label] = all && label > 0 ? limits[0] : Between(taken, Enumerable.Range(0, given.Length).Where(r => all || given[r] == label), counted.SelfConfidence);
        var margin = Between(taken, Enumerable.Range(0, given.Length), counted.NormalizedMargin);
        var least = filter == LabelFilter.LowInEach ? Between(taken, Enumerable.Range(0, given.Length), r => leastDoubt[r]) : 1;
        return new(
            counted.EstimatedErrors, counted.Counts, [.. counted.Counts.Select((c, g) => c - counted.CalibratedJoint[g, g])], limits, margin, least,
            [.. contents.Zip(given)], [.. found.Select(r => (contents[r], given[r]))]);
    }

    /// <summary>Halfway between the least suspect row that was taken and the next one that was not; 0 where none was.</summary>
    private static double Between(HashSet<int> taken, IEnumerable<int> rows, Func<int, double> score)
    {
        var scores = rows.ToLookup(taken.Contains, score);
        if (!scores[true].Any()) return 0;
        var highest = scores[true].Max();
        return (highest + scores[false].Where(c => c >= highest).DefaultIfEmpty(highest).Min()) / 2;
    }

    /// <summary>The highest probability of a given label that is suspect.</summary>
    public double Limit(int given) => limits[given];

    /// <summary>True for a suspect label.</summary>
    /// <param name="content">Hash of the row's content.</param>
    /// <param name="given">The given label.</param>
    /// <param name="confidence">Its probability.</param>
    /// <param name="rowMargin">Its normalized margin.</param>
    /// <param name="leastDoubt">Its normalized margin by the model that doubts it least; null where that is not known. Asked only where it decides.</param>
    public bool IsSuspect(ulong content, int given, double confidence, double rowMargin, Func<double?> leastDoubt) =>
        judged.Contains((content, given)) ? suspect.Contains((content, given))
        : suspect.Count > 0 && rowMargin < 0.5 && rowMargin <= margin && confidence <= limits[given] && (least >= 1 || leastDoubt() is not { } doubt || doubt <= least);

    public void Write(BinaryWriter writer)
    {
        writer.Write(EstimatedErrors);
        writer.WriteList(Rows, writer.Write);
        writer.WriteList(Wrong, writer.Write);
        writer.WriteList(limits, writer.Write);
        writer.Write(margin);
        writer.Write(least);
        foreach (var set in new[] { judged, suspect })
            writer.WriteList([.. set.Order()], s =>
            {
                writer.Write(s.Content);
                writer.Write(s.Given);
            });
    }

    public static LabelLimits Read(BinaryReader reader)
    {
        var (estimated, rows, wrong, limits, margin, least) = (reader.ReadInt32(), reader.ReadList(reader.ReadInt32), reader.ReadList(reader.ReadInt32), reader.ReadList(reader.ReadDouble), reader.ReadDouble(), reader.ReadDouble());
        HashSet<(ulong, int)> Set() => [.. reader.ReadList(() => (reader.ReadUInt64(), reader.ReadInt32()))];
        return new(estimated, rows, wrong, limits, margin, least, Set(), Set());
    }
}
