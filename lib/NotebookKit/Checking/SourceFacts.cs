using System.Text;
using System.Text.Json;

namespace NotebookKit.Checking;

/// <summary>What a person knows about a source and no row tells.</summary>
/// <param name="Cost">What the source cost in all, at least 0; null where it is not known.</param>
/// <param name="Currency">Three letters; <c>USD</c> where none is given.</param>
/// <param name="Weight">Its weight in the Hybrid row, at least 0; weights are scaled to 1. Null: its share of the rows.</param>
/// <param name="Line">Line in the file, from 1.</param>
public sealed record SourceFact(double? Cost, string Currency, double? Weight, long Line = 0);

/// <summary>Costs and weights of sources, as a file gives them: <c>{"tickets.jsonl": {"cost": 120, "currency": "USD", "weight": 0.5}}</c>. A source is named by
/// its file or by its name without folder and extension.</summary>
public sealed class SourceFacts
{
    private readonly SortedDictionary<string, SourceFact> byName;

    private SourceFacts(SortedDictionary<string, SourceFact> byName, string file) => (this.byName, File) = (byName, file);

    /// <summary>Nothing is known.</summary>
    public static SourceFacts None { get; } = new(new(StringComparer.Ordinal), "");

    /// <summary>The file that it was read from.</summary>
    public string File { get; }

    /// <summary>The facts by source, in ordinal order.</summary>
    public IReadOnlyDictionary<string, SourceFact> All => byName;

    /// <summary>The currency of all costs.</summary>
    public string Currency => byName.Values.FirstOrDefault(f => f.Cost is not null)?.Currency ?? "USD";

    /// <summary>What is known about a source; null for nothing.</summary>
    public SourceFact? this[string? source] => source is null ? null
        : byName.TryGetValue(source, out var fact) ? fact : byName.FirstOrDefault(f => SourceOf(f.Key) == source).Value;

    /// <summary>Reads the file.</summary>
    /// <exception cref="BadInputException">It cannot be read, or holds something else: one line with the line and the field.</exception>
    public static SourceFacts Read(string file)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        byte[] bytes;
        try
        {
            bytes = System.IO.File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var why = Directory.Exists(file) ? "is a folder, not a file" : System.IO.File.Exists(file) ? "cannot be read" : "does not exist";
            throw new BadInputException($"Sources: '{file}' {why}.", error);
        }

        return new(SourceFactsReader.Read(file, bytes), file);
    }

    /// <summary>Refuses names that are no source of the data: a misspelt one would change nothing and say nothing.</summary>
    /// <exception cref="BadInputException">A name is none of the sources.</exception>
    public void CheckSources(Dataset read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (byName.Count == 0) return;
        var sources = read.Examples.Select(e => e.Source).OfType<string>().ToHashSet(StringComparer.Ordinal);
        sources.UnionWith(read.History.Inputs.Select(i => SourceOf(i.File)));
        foreach (var (name, fact) in byName.OrderBy(f => f.Value.Line))
            if (!sources.Contains(name) && !sources.Contains(SourceOf(name)))
                throw BadInputException.At(File, fact.Line, name, $"there is no such source; the sources are {string.Join(", ", sources.Order(StringComparer.Ordinal))}.");
        if (byName.Values.All(f => f.Weight is null)) return;
        if (byName.Values.Sum(f => f.Weight ?? 0) <= 0) throw new BadInputException($"{File}, field \"weight\": the weights are all 0; give at least one source a weight above 0.");
        foreach (var source in sources.Order(StringComparer.Ordinal))
            if (this[source]?.Weight is null) throw new BadInputException($"{File}, field \"{source}.weight\": the source has no weight, but others have; give all of them a weight, or none.");
    }

    /// <summary><c>data/tickets.jsonl.gz</c> → <c>tickets</c>.</summary>
    internal static string SourceOf(string file)
    {
        var name = Path.GetFileName(file.Replace('\\', '/'));
        foreach (var end in new[] { ".gz", ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".txt", ".log" })
            if (name.EndsWith(end, StringComparison.OrdinalIgnoreCase) && name.Length > end.Length) name = name[..^end.Length];
        return name;
    }
}

/// <summary>Reads the file token by token, so that each error names its line.</summary>
internal static class SourceFactsReader
{
    public static SortedDictionary<string, SourceFact> Read(string file, byte[] bytes)
    {
        var facts = new SortedDictionary<string, SourceFact>(StringComparer.Ordinal);
        ReadOnlySpan<byte> text = bytes;
        if (text.StartsWith(Encoding.UTF8.Preamble)) text = text[3..];
        var reader = new Utf8JsonReader(text, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw BadInputException.At(file, 1, null, "an object was expected, such as {\"tickets.jsonl\": {\"cost\": 120, \"currency\": \"USD\", \"weight\": 0.5}}.");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (name, line) = (reader.GetString()!, LineOf(text, reader.TokenStartIndex));
                if (!facts.TryAdd(name, Fact(file, name, line, text, ref reader))) throw BadInputException.At(file, line, name, "the source is there twice; keep one of them.");
            }
        }
        catch (JsonException error)
        {
            throw BadInputException.At(file, (error.LineNumber ?? 0) + 1, null, "this is no JSON; look for a missing comma, quote or brace.", error);
        }
        catch (InvalidOperationException error)
        {
            throw BadInputException.At(file, LineOf(text, reader.TokenStartIndex), null, "the text is not UTF-8; save the file as UTF-8.", error);
        }

        var costs = facts.Values.Where(f => f.Cost is not null).OrderBy(f => f.Line).ToList();
        if (costs.FirstOrDefault(c => c.Currency != costs[0].Currency) is { } other)
            throw BadInputException.At(file, other.Line, "currency", $"costs are in {costs[0].Currency} and {other.Currency}; give them all in one currency, so that they can be compared.");
        return facts;
    }

    private static SourceFact Fact(string file, string name, long line, ReadOnlySpan<byte> text, ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw BadInputException.At(file, line, name, "an object with cost, currency and weight was expected.");
        double? cost = null, weight = null;
        var currency = "USD";
        var given = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (field, at) = (reader.GetString()!, LineOf(text, reader.TokenStartIndex));
            if (!given.Add(field)) throw BadInputException.At(file, at, $"{name}.{field}", "the field is there twice.");
            reader.Read();
            switch (field)
            {
                case "cost": cost = Number(file, at, $"{name}.cost", "the whole cost of the source, a number from 0", ref reader); break;
                case "weight": weight = Number(file, at, $"{name}.weight", "its share in the mix, a number from 0 (such as 0.5)", ref reader); break;
                case "currency": currency = Letters(file, at, $"{name}.currency", ref reader); break;
                default: throw BadInputException.At(file, at, $"{name}.{field}", "there is no such field; a source has cost, currency and weight.");
            }
        }

        return new(cost, currency, weight, line);
    }

    private static double? Number(string file, long line, string field, string expected, ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null
        : reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && number >= 0 && double.IsFinite(number) ? number
        : throw BadInputException.At(file, line, field, $"{expected}, was expected.");

    private static string Letters(string file, long line, string field, ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: 3 } code && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant()
        : throw BadInputException.At(file, line, field, "three letters were expected, such as USD or EUR.");

    private static long LineOf(ReadOnlySpan<byte> text, long offset) => text[..(int)Math.Min(offset, text.Length)].Count((byte)'\n') + 1;
}
