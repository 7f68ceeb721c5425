using NotebookKit.Checking;
using NotebookKit.Display;

namespace NotebookKit.Comparing;

/// <summary>Compares the inputs of any two sets: train with live inputs (S3's production gap), last month with this one, a test set with the inputs before cleaning.</summary>
/// <remarks>Only inputs are compared: the last thing a user said in each row. Rows without one are left out and counted. A row that is repeated for training counts as often as it is repeated.
/// The same rows, options and seed give the same result for any order of rows and any number of threads.</remarks>
public static class Gap
{
    /// <summary>Fewer rows of a set say nothing about it: features have no state, and no classifier is trained.</summary>
    public const int FewestRows = 30;

    /// <summary>Compares two sets.</summary>
    /// <param name="train">The set that is compared with: what a model learns from, or what was there before.</param>
    /// <param name="live">The set that is compared: what a model meets, or what is there now.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="run">Seed, threads, cancellation; null for the defaults.</param>
    /// <exception cref="ArgumentException">A set has no row in which a user says anything.</exception>
    /// <exception cref="NotebookKit.Embeddings.EmbeddingException">The embedder gave too few vectors, or vectors of different lengths.</exception>
    public static GapResult Between(Dataset train, Dataset live, GapOptions? options = null, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(live);
        options ??= new();
        run ??= new();
        var (left, right) = (Asked(train, nameof(train), options.TrainName), Asked(live, nameof(live), options.LiveName));
        var topics = GapTopics.Of(left, right, options, run);
        var sample = GapSample.Of(left, right, options, run);
        var features = GapFeatures.Of(sample, topics);
        var test = TwoSampleClassifier.Test(sample, options, run);
        var clusters = GapClusters.Of(topics, sample, options, run);
        var plan = new SamplingPlanner(topics, options, run.Seed).Plan();
        var notes = Notes(train, live, left.Count, right.Count, sample, options);
        return new(options, (left.Count, right.Count), features, test, clusters, plan, notes);
    }

    private static List<Example> Asked(Dataset data, string argument, string name)
    {
        var rows = data.Examples.Where(e => !string.IsNullOrWhiteSpace(InputMess.TextOf(e))).OrderBy(e => e.Id, StringComparer.Ordinal).ToList();
        return rows.Count > 0 ? rows : throw new ArgumentException(data.Count == 0
            ? $"The set '{name}' is empty; there is nothing to compare."
            : $"In none of the {data.Count} rows of the set '{name}' does a user say anything; there is nothing to compare.", argument);
    }

    private static List<Finding> Notes(Dataset train, Dataset live, int trainRows, int liveRows, GapSample sample, GapOptions options)
    {
        var notes = new List<Finding>();
        void Side(Dataset data, int rows, string name, long lines, int looked)
        {
            if (rows < data.Count) notes.Add(new(Severity.Note, "without-input", FormattableString.Invariant($"{data.Count - rows} of {data.Count} rows of '{name}' have no input and are left out.")));
            if (rows < FewestRows) notes.Add(new(Severity.Warning, "few-rows", FormattableString.Invariant($"'{name}' has {rows} rows with an input; fewer than {FewestRows} say nothing about it.")));
            else if (rows < 10 * FewestRows) notes.Add(new(Severity.Note, "small-set", FormattableString.Invariant($"'{name}' has {rows} rows with an input: only large differences can be told from chance.")));
            if (looked < lines) notes.Add(new(Severity.Note, "sampled", FormattableString.Invariant($"{looked} of {lines} lines of '{name}' were looked at word by word, drawn by the seed; topic clusters count all of them.")));
        }

        Side(train, trainRows, options.TrainName, sample.TrainLines, sample.Train.Length);
        Side(live, liveRows, options.LiveName, sample.LiveLines, sample.Live.Length);
        return notes;
    }
}
