using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;

namespace NotebookKit.Comparing;

/// <summary>How two sets are compared.</summary>
public sealed record GapOptions
{
    /// <summary>Lines of each set that are looked at word by word (features, classifier, terms); of more, those with the smallest keyed hashes of their ids. Topic clusters always count every row.
    /// At least 100, default 20,000. Source: own choice.</summary>
    public int MaxRows { get; init => field = Guard.AtLeast(value, 100); } = 20_000;

    /// <summary>Topic clusters, 2–500. Default null: one for 50 of the rows they are fitted on (up to 5,000 of each set), 2 to 100; a cluster of 40 rows or more in whose parts
    /// the two sets have other shares than chance has it is divided further, to 400 at most. A given number is never divided.</summary>
    public int? Clusters { get; init => field = value is { } v ? Guard.InRange(v, 2, 500) : null; }

    /// <summary>A live cluster with fewer training rows is thin. At least 1, default 10. Source: own choice; fewer examples of a kind of question are hardly learnt.</summary>
    public int ThinRows { get; init => field = Guard.AtLeast(value, 1); } = 10;

    /// <summary>How often one training row may be used at most by the sampling plan. At least 1, default 5: the cap of balancing by repeats.</summary>
    public int MaxFactor { get; init => field = Guard.AtLeast(value, 1); } = 5;

    /// <summary>Live rows that the sampling plan asks people to label, at most. At least 0, default 200.</summary>
    public int MaxToLabel { get; init => field = Guard.AtLeast(value, 0); } = 200;

    /// <summary>Rows of one set that a term must stand in to be shown, at least 3; they must be of three different people besides (subject, else conversation, else row). Default 5.</summary>
    public int TermRows { get; init => field = Guard.AtLeast(value, 3); } = 5;

    /// <summary>What the first set is called in tables. Default "train".</summary>
    public string TrainName { get; init => field = Named(value); } = "train";

    /// <summary>What the second set is called in tables. Default "live".</summary>
    public string LiveName { get; init => field = Named(value); } = "live";

    /// <summary>Makes the vectors that topic clusters are found by. Default: the built-in embedder.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Embedder { get; init => field = value ?? throw new ArgumentNullException(nameof(Embedder)); } = new BuiltInEmbedder();

    private static string Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }
}
