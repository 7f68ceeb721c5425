using System.Collections.Immutable;

namespace NotebookKit.Sourcing;

/// <summary>How inputs are read. Tables by file are keyed by the path as given, or by the file's name alone.</summary>
public sealed record SourcingOptions
{
    /// <summary>What the examples are for. Default: null, detected for each source and shown in its report.</summary>
    public TaskKind? Task { get; init => field = value is { } task ? Guard.Defined(task) : null; }

    /// <summary>Formats that are forced, by file. Default: none, each record is recognized by its fields.</summary>
    public IReadOnlyDictionary<string, SourceFormat> Formats { get; init => field = Copy(value); } = ImmutableDictionary<string, SourceFormat>.Empty;

    /// <summary>Which fields are what, for files that have the map's input field. Default: null, well-known names only.</summary>
    public FieldMap? Map { get; init; }

    /// <summary>Maps that are forced, by file. Default: none.</summary>
    public IReadOnlyDictionary<string, FieldMap> Maps { get; init => field = Copy(value); } = ImmutableDictionary<string, FieldMap>.Empty;

    /// <summary>The best rating that users could give, 2–100; ratings are brought to a scale of 5. Default 5 (S4).</summary>
    public double RatingScale { get; init => field = Guard.InRange(value, 2, 100); } = 5;

    /// <summary>Longest record that is read, in bytes after decompression, 1,000–1,000,000,000; a longer one is rejected without
    /// being kept. Default 100,000,000. Source: own choice.</summary>
    public int MaxLineBytes { get; init => field = Guard.InRange(value, 1_000, 1_000_000_000); } = 100_000_000;

    /// <summary>System prompt for examples that have none. Default: null, none is added.</summary>
    public string? System { get; init; }

    /// <summary>True puts a ticket's subject line in front of the customer's first message. Default false: it is used only
    /// where there is no message, else kept in Metadata.</summary>
    public bool IncludeSubjectLine { get; init; }

    /// <summary>Where examples come from, by file. Default: none, detected.</summary>
    public IReadOnlyDictionary<string, Origin> Origins { get; init => field = Copy(value); } = ImmutableDictionary<string, Origin>.Empty;

    /// <summary>Licence of rows that name none, by file. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Licences { get; init => field = Copy(value); } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Consent basis of rows that name none, by file. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Consents { get; init => field = Copy(value); } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Longest piece of a rejected record that is kept, in characters, 0–100,000. Default 2,000. Source: own choice.</summary>
    public int MaxRawCharacters { get; init => field = Guard.InRange(value, 0, 100_000); } = 2_000;

    /// <summary>The value that a table has for a file, by its path as given or by its name.</summary>
    internal static bool For<T>(IReadOnlyDictionary<string, T> table, string path, out T value) =>
        table.TryGetValue(path, out value!) || table.TryGetValue(Path.GetFileName(path), out value!);

    private static ImmutableDictionary<string, T> Copy<T>(IReadOnlyDictionary<string, T> table) =>
        (table ?? throw new ArgumentNullException(nameof(table))).ToImmutableDictionary(StringComparer.Ordinal);
}
