using System.Reflection;
using System.Text.Json;

namespace NotebookKit.Recipes;

/// <summary>Sets options back from the canonical JSON that a manifest holds. What cannot be set is said in one line each, never passed over.</summary>
internal static class OptionsFromJson
{
    /// <summary>A copy of the owner with the options of the JSON.</summary>
    /// <param name="owner">A stage, or a record of options.</param>
    /// <param name="options">JSON as <see cref="StageOptions.ToJson"/> writes it.</param>
    /// <param name="key">How the owner's options are addressed.</param>
    /// <param name="differences">Takes a line for each option that could not be set.</param>
    public static object Apply(object owner, string options, string key, List<string> differences)
    {
        using var document = JsonDocument.Parse(options);
        return Apply(owner, document.RootElement, key, differences);
    }

    private static object Apply(object owner, JsonElement options, string key, List<string> differences)
    {
        var properties = StageOptions.Of(owner.GetType()).ToDictionary(p => StageOptions.CamelCase(p.Name), StringComparer.Ordinal);
        foreach (var option in options.EnumerateObject())
        {
            var name = $"{key}.{option.Name}";
            if (!properties.Remove(option.Name, out var property))
            {
                differences.Add($"{name}: this version does not have the option; the manifest has {Shown(option.Value)}.");
                continue;
            }

            // An option that follows from others is right once they are.
            if (Json(owner, property) == option.Value.GetRawText()) continue;
            try
            {
                owner = Set(owner, property, option.Value, name, differences);
            }
            catch (Exception error) when (error is FormatException or ArgumentException or InvalidOperationException or TargetInvocationException)
            {
                differences.Add($"{name}: the value {Shown(option.Value)} of the manifest could not be set; it is {Now(owner, property)} now.");
            }
        }

        foreach (var added in properties.Keys.Order(StringComparer.Ordinal)) differences.Add($"{key}.{added}: the manifest does not have the option; it is {Now(owner, properties[added])}.");
        return owner;
    }

    private static object Set(object owner, PropertyInfo property, JsonElement value, string name, List<string> differences)
    {
        if (property.IsDefined(typeof(HashedOptionAttribute)))
        {
            differences.Add(value.ValueKind == JsonValueKind.String
                ? $"{name}: the run had {value.GetString()}, which a manifest does not hold because they may be personal data: give the same ones again ({(property.Name == nameof(Anonymizing.Anonymizer.Deny) ? "--deny" : "--terms")} FILE)."
                : $"{name}: the run had none.");
            return owner;
        }

        var present = property.GetValue(owner);
        if (present is IReadOnlyList<RecipeStep> rules) return OptionTree.With(owner, property, Rules(rules, value, differences));
        if (present is Stage child && value.ValueKind == JsonValueKind.Object) return OptionTree.With(owner, property, Apply(child, value.GetProperty("options"), StageOptions.CamelCase(property.Name), differences));
        if (SettingValues.IsText(property.PropertyType)) return OptionTree.With(owner, property, SettingValues.FromJson(property, value));
        if (present is not null && value.ValueKind == JsonValueKind.Object && present is not Dataset) return OptionTree.With(owner, property, Apply(present, value, name, differences));
        if (property.PropertyType != typeof(Dataset) && present is not IReadOnlyList<Deduplicating.ReferenceSet>) differences.Add($"{name}: a manifest does not hold such values; set it in code again.");
        return owner;
    }

    /// <summary>The rules of the manifest, in its order, with its options.</summary>
    private static RecipeStep[] Rules(IReadOnlyList<RecipeStep> present, JsonElement rules, List<string> differences)
    {
        var kept = new List<RecipeStep>();
        foreach (var rule in rules.EnumerateArray())
        {
            var key = rule.GetProperty("key").GetString()!;
            if (present.FirstOrDefault(p => p.Key == key) is not { } step)
            {
                differences.Add($"{key}: this version does not have the rule.");
                continue;
            }

            var stage = rule.GetProperty("stage");
            if (stage.GetProperty("version").GetInt32() is var version && version != step.Stage.Version)
                differences.Add($"{key}: the manifest is of version {version} of the rule, this is version {step.Stage.Version}; results may differ.");
            kept.Add(step with { Stage = (Stage)Apply(step.Stage, stage.GetProperty("options"), key, differences) });
        }

        foreach (var missing in present.Where(p => kept.All(k => k.Key != p.Key))) differences.Add($"{missing.Key}: the run did not have the rule; this one leaves it out, too.");
        return [.. kept];
    }

    private static string Json(object owner, PropertyInfo property)
    {
        using var all = JsonDocument.Parse(StageOptions.ToJson(owner));
        return all.RootElement.GetProperty(StageOptions.CamelCase(property.Name)).GetRawText();
    }

    private static string Now(object owner, PropertyInfo property) => SettingValues.ValueText(property.GetValue(owner), property.PropertyType);

    private static string Shown(JsonElement value) => value.GetRawText() is { Length: > 60 } text ? text[..60] + "…" : value.GetRawText();
}
