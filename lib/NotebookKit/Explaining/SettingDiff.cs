using System.Globalization;
using System.Text.Json;
using NotebookKit.Writing;

namespace NotebookKit.Explaining;

/// <summary>What was decided otherwise in two runs: versions, seed, format, inputs, stages, and every option, by the key under which it is set.</summary>
internal static class SettingDiff
{
    private const int HashDigits = 12;

    public static IReadOnlyList<TextPair> Of(RunManifest before, RunManifest after)
    {
        var (old, now) = (All(before), All(after));
        return [.. old.Keys.Concat(now.Keys).Distinct(StringComparer.Ordinal)
            .Where(k => old.GetValueOrDefault(k) != now.GetValueOrDefault(k)).Select(k => new TextPair(k, old.GetValueOrDefault(k), now.GetValueOrDefault(k)))];
    }

    /// <summary>All options of a stage, by key.</summary>
    public static IEnumerable<(string Key, string Value)> OptionsOf(ManifestStage stage)
    {
        using var options = JsonDocument.Parse(stage.Options);
        var found = new List<(string, string)>();
        Walk(found, stage.Key ?? stage.Name, options.RootElement);
        return found;
    }

    private static Dictionary<string, string> All(RunManifest run)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kit version"] = run.KitVersion,
            ["recipe"] = run.Recipe,
            ["seed"] = run.Seed.ToString(CultureInfo.InvariantCulture),
            ["format"] = run.Format,
        };
        foreach (var input in run.Inputs.OrderBy(i => i.File, StringComparer.Ordinal))
            all.TryAdd($"input {input.File}", FormattableString.Invariant($"{input.Records} records, SHA-256 {Short(input.Sha256)}"));
        foreach (var stage in run.Stages)
        {
            var key = stage.Key ?? stage.Name;
            all.TryAdd($"{key}: version", stage.Version.ToString(CultureInfo.InvariantCulture));
            if (stage.References.Count > 0) all.TryAdd($"{key}: models and reference sets", string.Join(", ", stage.References));
            foreach (var (name, value) in OptionsOf(stage)) all.TryAdd(name, value);
        }

        if (run.Request is not { } request) return all;
        using var asked = JsonDocument.Parse(request);
        var options = new List<(string Key, string Value)>();
        Walk(options, "", asked.RootElement);
        foreach (var (name, value) in options) all.TryAdd(name, value);
        return all;
    }

    /// <summary>Options inside options have longer keys; rules inside a stage have their own.</summary>
    private static void Walk(List<(string Key, string Value)> into, string key, JsonElement options)
    {
        foreach (var option in options.EnumerateObject())
        {
            var name = key.Length == 0 ? option.Name : $"{key}.{option.Name}";
            if (option.Value.ValueKind == JsonValueKind.Object) Walk(into, name, option.Value);
            else if (option.Value.ValueKind == JsonValueKind.Array && option.Value.EnumerateArray().All(IsRule) && option.Value.GetArrayLength() > 0)
                foreach (var rule in option.Value.EnumerateArray()) Walk(into, rule.GetProperty("key").GetString()!, rule.GetProperty("stage").GetProperty("options"));
            else into.Add((name, Text(option.Value)));
        }
    }

    private static bool IsRule(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("key", out var key) && key.ValueKind == JsonValueKind.String
        && item.TryGetProperty("stage", out var stage) && stage.ValueKind == JsonValueKind.Object && stage.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Object;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "off",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array when value.GetArrayLength() > 8 => FormattableString.Invariant($"({value.GetArrayLength()} entries) {Short(Sha(value.GetRawText()))}"),
        JsonValueKind.Array => value.GetArrayLength() == 0 ? "none" : string.Join(",", value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };

    private static string Sha(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static string Short(string hash) => hash.Length > HashDigits ? hash[..HashDigits] + "…" : hash;
}
