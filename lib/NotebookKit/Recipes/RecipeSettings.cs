using System.Reflection;
using NotebookKit.Display;
using NotebookKit.Sourcing;

namespace NotebookKit.Recipes;

/// <summary>Every option of every stage of a recipe, by name: what a command line, a form or a notebook lists and sets. Found by reflection,
/// so a new option is there as soon as it is declared and documented. Options that cannot be given as text (datasets, functions) are left out.</summary>
public static class RecipeSettings
{
    private const string SourcingKey = "sourcing";

    /// <summary>What stands for the value of an option that is not there.</summary>
    private const string Missing = "–";

    /// <summary>All settings, in the order of the recipe; those of reading first, where they are given.</summary>
    public static IReadOnlyList<RecipeSetting> Settings(this Recipe recipe, SourcingOptions? sourcing = null)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return [.. OptionTree.Of(Roots(recipe, sourcing)).Select(slot => new RecipeSetting(
            slot.Key, slot.Root, SettingValues.TypeText(slot.Option), SettingValues.ValueText(slot.Option.GetValue(slot.Owner), slot.Option.PropertyType), OptionDocs.Summary(slot.Option)))];
    }

    /// <summary>The recipe with one option set from text, for example <c>recipe.Set("near.threshold", "0.85")</c>. Numbers and dates are read in
    /// the invariant culture; lists by comma; maps as <c>a=1,b=2</c>; <c>off</c> is null.</summary>
    /// <exception cref="SettingException">No such setting, or no such value: one line that says what is possible.</exception>
    public static Recipe Set(this Recipe recipe, string key, string value) => Changed(recipe, null, key, value).Recipe;

    /// <summary>Recipe and reading with one option set from text; the options of reading are called <c>sourcing.ratingScale</c> and so on.</summary>
    /// <exception cref="SettingException">No such setting, or no such value: one line that says what is possible.</exception>
    public static (Recipe Recipe, SourcingOptions Sourcing) Set(this Recipe recipe, SourcingOptions sourcing, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(sourcing);
        var changed = Changed(recipe, sourcing, key, value);
        return (changed.Recipe, changed.Sourcing!);
    }

    /// <summary>What a recipe does otherwise than another, option by option in its order, then the options that only the other one has.</summary>
    /// <param name="recipe">The recipe that ran.</param>
    /// <param name="sourcing">How its inputs were read.</param>
    /// <param name="standard">The recipe to compare with, read by the default options of reading.</param>
    public static IReadOnlyList<ChangedSetting> Differences(this Recipe recipe, SourcingOptions sourcing, Recipe standard)
    {
        var usual = standard.Settings(new SourcingOptions()).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
        var here = recipe.Settings(sourcing);
        var named = here.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. here.Where(s => usual.GetValueOrDefault(s.Key) != s.Value).Select(s => new ChangedSetting(s.Key, usual.GetValueOrDefault(s.Key, Missing), s.Value)),
            .. usual.Where(s => !named.Contains(s.Key)).Select(s => new ChangedSetting(s.Key, s.Value, Missing)),
        ];
    }

    private static (Recipe Recipe, SourcingOptions? Sourcing) Changed(Recipe recipe, SourcingOptions? sourcing, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        var slots = OptionTree.Of(Roots(recipe, sourcing));
        var slot = slots.FirstOrDefault(s => Same(s.Key, key)) ?? slots.FirstOrDefault(s => Same(s.Path, key)) ?? throw Unknown(slots, key);
        var root = Rebuilt(slot, value);
        return root is SourcingOptions read ? (recipe, read) : (recipe.Replace(slot.Root, (Stage)root), sourcing);
    }

    private static object Rebuilt(OptionSlot slot, string value)
    {
        object? parsed;
        try
        {
            parsed = SettingValues.Parse(slot.Option, value);
        }
        catch (FormatException error)
        {
            throw new SettingException($"{slot.Key} takes {error.Message}, but was given '{Shown(value)}'.", error);
        }

        try
        {
            return slot.With(parsed);
        }
        catch (TargetInvocationException error) when (error.InnerException is ArgumentException refusal)
        {
            throw new SettingException(Refusal(slot, refusal), refusal);
        }
    }

    private static List<(string Key, object Owner)> Roots(Recipe recipe, SourcingOptions? sourcing)
    {
        var roots = recipe.Steps.Select(s => (s.Key, (object)s.Stage)).ToList();
        if (sourcing is not null) roots.Insert(0, (SourcingKey, sourcing));
        return roots;
    }

    /// <summary>Keys are compared without case and hyphens: <c>min-output</c> is <c>minOutput</c>.</summary>
    private static bool Same(string left, string right) => string.Equals(Bare(left), Bare(right), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string key) => key.Replace("-", "", StringComparison.Ordinal);

    private static SettingException Unknown(IReadOnlyList<OptionSlot> slots, string key)
    {
        int Distance(OptionSlot slot) =>
            Math.Min(RecipeText.EditDistance(Bare(slot.Key), Bare(key)), RecipeText.EditDistance(Bare(slot.Key.Split('.')[^1]), Bare(key)));
        var nearest = slots.Select(s => (s.Key, Distance: Distance(s)))
            .OrderBy(s => s.Distance).ThenBy(s => s.Key, StringComparer.Ordinal)
            .Take(3).Where(s => s.Distance <= Math.Max(3, key.Length / 2)).Select(s => s.Key).ToList();
        var hint = nearest.Count > 0
            ? $"did you mean {string.Join(" or ", nearest)}?"
            : $"settings begin with {string.Join(", ", slots.Select(s => s.Key.Split('.')[0]).Distinct())}.";
        return new($"There is no setting '{Shown(key)}'; {hint}");
    }

    /// <summary>The guard's own sentence with the key in the place of the property's name, and without what .NET adds to it.</summary>
    private static string Refusal(OptionSlot slot, ArgumentException refusal)
    {
        var sentence = refusal.Message.Split('\n')[0].TrimEnd();
        var tail = $" (Parameter '{refusal.ParamName}')";
        if (refusal.ParamName is not null && sentence.EndsWith(tail, StringComparison.Ordinal)) sentence = sentence[..^tail.Length];
        return sentence.StartsWith(slot.Option.Name + " ", StringComparison.Ordinal)
            ? slot.Key + sentence[slot.Option.Name.Length..]
            : $"{slot.Key}: {sentence}";
    }

    private static string Shown(string text) =>
        string.Concat((text.Length > 60 ? text[..60] + "…" : text).Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
