using System.Globalization;
using System.Text;
using System.Text.Json;
using NotebookKit.Augmenting;
using NotebookKit.Deduplicating;
using NotebookKit.Outliers;
using NotebookKit.Sourcing;
using NotebookKit.Text;
using NotebookKit.Writing;

namespace NotebookKit.Recipes;

/// <summary>What a run was asked for beside the options of its stages, as JSON for the manifest, and back: how inputs were read, the task, the sample, the in-domain files and
/// those to compare with by SHA-256, and a check of the key. Files are named without folders; no key and no term is in it.</summary>
internal static class PrepareRequest
{
    private const string KeyPurpose = "manifest";

    /// <summary>The request as canonical JSON.</summary>
    public static string ToJson(PrepareOptions options, RunContext run, IReadOnlyList<InputReport> inDomain, IReadOnlyList<InputReport> against, IReadOnlyList<EarlierRun> earlier, FittedDetector? detector = null)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonTexts.Writing))
        {
            json.WriteStartObject();
            json.WriteString("task", options.Task is { } task ? StageOptions.CamelCase(task.ToString()) : null);
            if (options.Sample is { } sample) json.WriteNumber("sample", sample);
            else json.WriteNull("sample");
            if (options.MaxTokens is { } tokens) json.WriteNumber("maxTokens", tokens);
            else json.WriteNull("maxTokens");
            if (options.LeastRecall is { } recall) json.WriteNumber("leastRecall", recall);
            else json.WriteNull("leastRecall");
            WriteMessy(json, options.Messy);
            json.WriteString("sourceFacts", options.SourceFacts is { } facts ? Path.GetFileName(facts) : null);
            json.WriteStartArray("verdicts");
            foreach (var file in options.Verdicts) json.WriteStringValue(Path.GetFileName(file));
            json.WriteEndArray();
            json.WriteString("asOf", run.AsOf?.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("key", KeyCheck(run.Key));
            WriteFiles(json, "inDomain", inDomain);
            WriteFiles(json, "against", against);
            if (earlier.Count > 0)
            {
                json.WriteStartArray("earlier");
                foreach (var before in earlier)
                {
                    json.WriteStartObject();
                    json.WriteString("run", before.Name);
                    json.WriteString("sha256", before.Sha256);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
            if (detector is not null) json.WriteString("detector", OutlierScorer.Reference(detector));
            WriteSourcing(json, options.Sourcing);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>A code by which a key file is known again, and from which nobody can guess the key; null for a key made of the seed.</summary>
    public static string? KeyCheck(SecretKey key) => key.IsSecret ? key.Code(KeyPurpose, Writing.Manifest.Kind)[..8] : null;

    /// <summary>How inputs were read.</summary>
    /// <exception cref="ArgumentException">A value is not one of this version.</exception>
    public static SourcingOptions Sourcing(JsonElement sourcing) => new()
    {
        Task = Text(sourcing, "task") is { } task ? Word<TaskKind>(task) : null,
        Formats = Table(sourcing, "formats", SourceFormats.Parse),
        Map = Text(sourcing, "map") is { } map ? FieldMap.Parse(map) : null,
        Maps = Table(sourcing, "maps", FieldMap.Parse),
        Origins = Table(sourcing, "origins", Word<Origin>),
        Licences = Table(sourcing, "licences", t => t),
        Consents = Table(sourcing, "consents", t => t),
        RatingScale = sourcing.TryGetProperty("ratingScale", out var scale) ? scale.GetDouble() : new SourcingOptions().RatingScale,
        MaxLineBytes = sourcing.TryGetProperty("maxLineBytes", out var bytes) ? bytes.GetInt32() : new SourcingOptions().MaxLineBytes,
        MaxRawCharacters = sourcing.TryGetProperty("maxRawCharacters", out var raw) ? raw.GetInt32() : new SourcingOptions().MaxRawCharacters,
        System = Text(sourcing, "system"),
        IncludeSubjectLine = sourcing.TryGetProperty("includeSubjectLine", out var subject) && subject.ValueKind == JsonValueKind.True,
    };

    /// <summary>A member of an enum by its name, in any case.</summary>
    public static T Word<T>(string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : throw new ArgumentException($"'{name}' is not one of {string.Join(", ", Enum.GetNames<T>())}");

    /// <summary>Which variants were made; null where none were.</summary>
    /// <exception cref="ArgumentException">A value is not one of this version.</exception>
    public static MessyVariants? Messy(JsonElement request) => !request.TryGetProperty("messy", out var messy) || messy.ValueKind != JsonValueKind.Object ? null : new()
    {
        Kinds = [.. messy.Items("kinds").Select(k => Word<MessyKind>(k.AsText() ?? ""))],
        Share = messy.Number("share") ?? new MessyVariants().Share,
        VariantsPerRow = messy.Number("variantsPerRow") is { } count ? (int)count : new MessyVariants().VariantsPerRow,
        Strength = messy.Number("strength") ?? new MessyVariants().Strength,
        Keyboard = Text(messy, "keyboard") is { } keyboard ? Word<KeyboardLayout>(keyboard) : KeyboardLayout.Qwerty,
        Language = Text(messy, "language"),
    };

    private static void WriteMessy(Utf8JsonWriter json, MessyVariants? messy)
    {
        // Not written where none are made, so that manifests of runs without any stay what they were.
        if (messy is null) return;
        json.WriteStartObject("messy");
        json.WriteStartArray("kinds");
        foreach (var kind in messy.Kinds) json.WriteStringValue(StageOptions.CamelCase(kind.ToString()));
        json.WriteEndArray();
        json.WriteNumber("share", messy.Share);
        json.WriteNumber("variantsPerRow", messy.VariantsPerRow);
        json.WriteNumber("strength", messy.Strength);
        json.WriteString("keyboard", StageOptions.CamelCase(messy.Keyboard.ToString()));
        json.WriteString("language", messy.Language);
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, IReadOnlyList<InputReport> files)
    {
        json.WriteStartArray(name);
        foreach (var input in files)
        {
            json.WriteStartObject();
            json.WriteString("file", Path.GetFileName(input.File));
            json.WriteString("sha256", input.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSourcing(Utf8JsonWriter json, SourcingOptions sourcing)
    {
        json.WriteStartObject("sourcing");
        json.WriteString("task", sourcing.Task is { } task ? StageOptions.CamelCase(task.ToString()) : null);
        WriteTable(json, "formats", sourcing.Formats, f => f.Code());
        json.WriteString("map", sourcing.Map?.ToString());
        WriteTable(json, "maps", sourcing.Maps, m => m.ToString());
        json.WriteNumber("ratingScale", sourcing.RatingScale);
        json.WriteNumber("maxLineBytes", sourcing.MaxLineBytes);
        json.WriteNumber("maxRawCharacters", sourcing.MaxRawCharacters);
        json.WriteString("system", sourcing.System);
        json.WriteBoolean("includeSubjectLine", sourcing.IncludeSubjectLine);
        WriteTable(json, "origins", sourcing.Origins, o => StageOptions.CamelCase(o.ToString()));
        WriteTable(json, "licences", sourcing.Licences, l => l);
        WriteTable(json, "consents", sourcing.Consents, c => c);
        json.WriteEndObject();
    }

    private static void WriteTable<T>(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, T> table, Func<T, string> text)
    {
        json.WriteStartObject(name);
        foreach (var group in table.GroupBy(e => Path.GetFileName(e.Key), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            json.WriteString(group.Key, text(group.OrderBy(e => e.Key, StringComparer.Ordinal).First().Value));
        json.WriteEndObject();
    }

    private static Dictionary<string, T> Table<T>(JsonElement sourcing, string name, Func<string, T> parse)
    {
        var table = new Dictionary<string, T>(StringComparer.Ordinal);
        if (sourcing.TryGetProperty(name, out var entries) && entries.ValueKind == JsonValueKind.Object)
            foreach (var entry in entries.EnumerateObject()) table[entry.Name] = parse(entry.Value.GetString() ?? "");
        return table;
    }

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
