namespace NotebookKit;

/// <summary>How far a stage is.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Done">Steps done; it only grows, and ends at <paramref name="Total"/>.</param>
/// <param name="Total">Steps in all.</param>
public readonly record struct RunProgress(string Stage, long Done, long Total);

/// <summary>What a run gives to its stages. None of it but <see cref="Seed"/>, <see cref="AsOf"/> and <see cref="Key"/>
/// changes a result.</summary>
public sealed record RunContext
{
    private readonly SecretKey? key;

    /// <summary>Threads to use. Default: the number of processors. At least 1.</summary>
    public int Threads { get; init => field = Guard.AtLeast(value, 1); } = Environment.ProcessorCount;

    /// <summary>The seed of every random choice. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The time that replaces every clock; null means the newest date in the dataset.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The key behind ids, group codes and pseudonyms. Default: made of <see cref="Seed"/>, which is stable but not secret.</summary>
    public SecretKey Key
    {
        get => key ?? SecretKey.FromSeed(Seed);
        init => key = value;
    }

    /// <summary>Takes the way back from pseudonyms and surrogates, for the owner of the key. Default null: nobody can turn them back.</summary>
    public Anonymizing.VaultWriter? Vault { get; init; }

    /// <summary>Takes what later runs need to know about the rows that stay. Default null: nothing is kept for them.</summary>
    internal Deduplicating.KeptSketches? Sketches { get; init; }

    /// <summary>Told about progress, from any thread.</summary>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>Stops the run within a second.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>Folder for temporary files. Default: the system's.</summary>
    public DirectoryInfo Scratch { get; init; } = new(Path.GetTempPath());

    /// <summary>How many examples a rule may fail on before the run stops; they are removed with reason <c>set-aside</c>.
    /// Default 0: the first failure stops the run.</summary>
    public int MaxSetAside { get; init => field = Guard.AtLeast(value, 0); }

    /// <summary>For tests: cut the input of a corpus stage into this many parts, and pass summaries and plan through their written form.</summary>
    internal int? Parts { get; init; }
}
