using System.Collections.Immutable;

namespace NotebookKit.Sourcing;

/// <summary>Says which fields of a file are what: <c>input=question,output=reply,label=topic</c>. Several fields joined by a line feed are
/// written with <c>+</c> (<c>input=title+text</c>), a field inside another with a dot (<c>output=reply.text</c>).</summary>
public sealed record FieldMap
{
    /// <summary>What a field can be, in the order shown to people.</summary>
    public static readonly ImmutableArray<string> Targets =
    [
        "input", "output", "label", "system", "id", "author", "subject", "conversation", "created", "rating", "status", "licence", "consent",
        "parent", "generator",
    ];

    private FieldMap(ImmutableSortedDictionary<string, ImmutableArray<string>> fields)
    {
        Fields = fields;
        Names = [.. fields.SelectMany(f => f.Value.Select(name => (f.Key, name))).Take(64)];
    }

    /// <summary>The fields that the map names, with what they are; the first 64, so that one number can hold which of them a record has.</summary>
    internal ImmutableArray<(string Target, string Field)> Names { get; }

    /// <summary>Fields of the file by what they are.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Fields { get; }

    /// <summary>Reads a map from its written form.</summary>
    /// <exception cref="ArgumentException">It is not a map; the message says what was expected.</exception>
    public static FieldMap Parse(string map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var fields = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var pair in map.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var sign = pair.IndexOf('=', StringComparison.Ordinal);
            var names = sign < 0 ? [] : pair[(sign + 1)..].Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (names.Length == 0) throw Refuse(map, $"'{pair}' is not of the form target=field");
            var target = Target(pair[..sign].Trim().ToLowerInvariant()) ?? throw Refuse(map, $"'{pair[..sign].Trim()}' is not one of {string.Join(", ", Targets)}");
            if (fields.ContainsKey(target)) throw Refuse(map, $"'{target}' is given twice");
            fields[target] = [.. names];
        }

        if (!fields.ContainsKey("input")) throw Refuse(map, "it names no field for input");
        return new(fields.ToImmutable());
    }

    /// <summary>The fields that make up a target; empty where the map has none.</summary>
    public ImmutableArray<string> this[string target] => Fields.TryGetValue(target, out var names) ? names : [];

    /// <summary>The written form.</summary>
    public override string ToString() => string.Join(',', Fields.Select(f => $"{f.Key}={string.Join('+', f.Value)}"));

    /// <summary>Equal maps have equal written forms.</summary>
    public bool Equals(FieldMap? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static string? Target(string name) => name switch
    {
        "license" => "licence",
        "created_at" or "date" or "timestamp" => "created",
        "answer" => "output",
        "generator_model" or "model" => "generator",
        "parent_id" => "parent",
        _ => Targets.Contains(name) ? name : null,
    };

    private static ArgumentException Refuse(string map, string why) =>
        new($"The field map '{map}' cannot be used: {why}. Write it like input=question,output=reply,label=topic.");
}
