using System.Collections.Immutable;
using System.Reflection;

namespace NotebookKit.Recipes;

/// <summary>Every option of every stage of a recipe, by name: what a command line, a form or a notebook lists and sets. Found by reflection,
/// so a new option is there as soon as it is declared and documented. Options that cannot be given as text (datasets, functions) are left out.</summary>
public static class RecipeSettings
{
    /// <summary>All settings, in the order of the recipe.</summary>
    public static IReadOnlyList<RecipeSetting> Settings(this Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return [.. SlotsOf(recipe).Select(slot => new RecipeSetting(
            slot.Key, slot.Step, SettingValues.TypeText(slot.Option), SettingValues.ValueText(slot.Option.GetValue(slot.Owner)), OptionDocs.Summary(slot.Option)))];
    }

    /// <summary>The recipe with one option set from text, for example <c>recipe.Set("near.threshold", "0.85")</c>. Numbers and dates are read in
    /// the invariant culture; lists by comma; maps as <c>a=1,b=2</c>; <c>off</c> is null.</summary>
    /// <exception cref="SettingException">No such setting, or no such value: one line that says what is possible.</exception>
    public static Recipe Set(this Recipe recipe, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        var slots = SlotsOf(recipe);
        var slot = slots.FirstOrDefault(s => Same(s.Key, key)) ?? slots.FirstOrDefault(s => Same(s.Path, key)) ?? throw Unknown(slots, key);
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
            return slot.Rebuild(With(slot.Owner, slot.Option, parsed));
        }
        catch (TargetInvocationException error) when (error.InnerException is ArgumentException refusal)
        {
            throw new SettingException(Refusal(slot, refusal), refusal);
        }
    }

    /// <summary>An option with the object that holds it, and the way back to a whole recipe.</summary>
    private sealed record Slot(string Key, string Path, string Step, PropertyInfo Option, object Owner, Func<object, Recipe> Rebuild);

    private static List<Slot> SlotsOf(Recipe recipe)
    {
        var slots = new List<Slot>();
        foreach (var step in recipe.Steps)
            Walk(slots, new(step.Key, step.Key, step.Key), step.Stage, stage => recipe.Replace(step.Key, (Stage)stage));

        // Two rules of one name in two composites are told apart by the longer path.
        var steps = recipe.Steps.Select(s => s.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var twice = slots.GroupBy(s => s.Key, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. slots.Select(s => twice.Contains(s.Key) || (s.Path != s.Key && steps.Contains(s.Key.Split('.')[0])) ? s with { Key = s.Path } : s)];
    }

    private sealed record Place(string Key, string Path, string Step)
    {
        public Place Inside(string name) => new($"{Key}.{name}", $"{Path}.{name}", Step);

        public Place Child(string name) => new(name, $"{Path}.{name}", Step);
    }

    private static void Walk(List<Slot> slots, Place place, object owner, Func<object, Recipe> rebuild)
    {
        foreach (var option in StageOptions.Of(owner.GetType()))
        {
            var name = StageOptions.CamelCase(option.Name);
            var value = option.GetValue(owner);
            if (SettingValues.IsText(option.PropertyType))
            {
                slots.Add(new(place.Inside(name).Key, place.Inside(name).Path, place.Step, option, owner, rebuild));
                if (value is null || SettingValues.IsList(option.PropertyType)) continue;
            }

            switch (value)
            {
                case Stage child:
                    Walk(slots, place.Child(name), child, c => rebuild(With(owner, option, c)));
                    break;
                case IReadOnlyList<RecipeStep> steps:
                    Each(steps, s => s.Key, s => s.Stage, (s, stage) => s with { Stage = stage });
                    break;
                case IReadOnlyList<Stage> stages:
                    Each(stages, s => Kebab(s.Name), s => s, (_, stage) => stage);
                    break;
                case not null when IsRecordOfOptions(option.PropertyType):
                    Walk(slots, place.Inside(name), value, v => rebuild(With(owner, option, v)));
                    break;
            }

            void Each<T>(IReadOnlyList<T> items, Func<T, string> key, Func<T, Stage> stage, Func<T, Stage, T> replace)
            {
                for (var i = 0; i < items.Count; i++)
                {
                    var at = i;
                    Walk(slots, place.Child(key(items[at])), stage(items[at]), changed =>
                        rebuild(With(owner, option, ListOf(option.PropertyType, items, at, replace(items[at], (Stage)changed)))));
                }
            }
        }
    }

    private static object ListOf<T>(Type type, IReadOnlyList<T> items, int at, T item)
    {
        var list = items.ToImmutableArray().SetItem(at, item);
        return type == typeof(T[]) ? list.ToArray() : list;
    }

    /// <summary>True for a small immutable record of options inside a stage (weights, a window): a class of the library that can be copied.</summary>
    private static bool IsRecordOfOptions(Type type) =>
        type.IsClass && SettingValues.IsOwn(type) && type.GetMethod("<Clone>$") is not null && StageOptions.Of(type).Any();

    /// <summary>A copy of a record with one property set, as the <c>with</c> expression makes it.</summary>
    private static object With(object owner, PropertyInfo option, object? value)
    {
        var copy = owner.GetType().GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(owner, null)!;
        option.SetValue(copy, value);
        return copy;
    }

    /// <summary>Keys are compared without case and hyphens: <c>min-output</c> is <c>minOutput</c>.</summary>
    private static bool Same(string left, string right) => string.Equals(Bare(left), Bare(right), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string key) => key.Replace("-", "", StringComparison.Ordinal);

    private static string Kebab(string name) => name.Replace(' ', '-').ToLowerInvariant();

    private static SettingException Unknown(List<Slot> slots, string key)
    {
        var nearest = slots
            .Select(s => (s.Key, Distance: Math.Min(SettingValues.EditDistance(Bare(s.Key), Bare(key)), SettingValues.EditDistance(Bare(s.Key.Split('.')[^1]), Bare(key)))))
            .OrderBy(s => s.Distance).ThenBy(s => s.Key, StringComparer.Ordinal)
            .Take(3).Where(s => s.Distance <= Math.Max(3, key.Length / 2)).Select(s => s.Key).ToList();
        var hint = nearest.Count > 0 ? $"did you mean {string.Join(" or ", nearest)}?" : $"settings begin with {string.Join(", ", slots.Select(s => s.Key.Split('.')[0]).Distinct())}.";
        return new($"There is no setting '{Shown(key)}'; {hint}");
    }

    private static string Refusal(Slot slot, ArgumentException refusal)
    {
        // ".NET adds" the parameter's name and the value on further lines; the first line is the guard's own sentence.
        var sentence = refusal.Message.Split('\n')[0].TrimEnd();
        var tail = $" (Parameter '{refusal.ParamName}')";
        if (refusal.ParamName is not null && sentence.EndsWith(tail, StringComparison.Ordinal)) sentence = sentence[..^tail.Length];
        return sentence.StartsWith(slot.Option.Name + " ", StringComparison.Ordinal) ? slot.Key + sentence[slot.Option.Name.Length..] : $"{slot.Key}: {sentence}";
    }

    private static string Shown(string text) =>
        string.Concat((text.Length > 60 ? text[..60] + "…" : text).Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
