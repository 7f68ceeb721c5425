using System.Collections.Immutable;
using System.Reflection;

namespace NotebookKit.Recipes;

/// <summary>An option with the object that holds it, and the way back to the whole it is part of.</summary>
/// <param name="Key">How people address it.</param>
/// <param name="Path">The same with every composite it lies in.</param>
/// <param name="Root">Key of the root it belongs to.</param>
/// <param name="Option">The property.</param>
/// <param name="Owner">The object that has the property.</param>
/// <param name="Rebuild">Gives the root with another owner in the place of this one.</param>
internal sealed record OptionSlot(string Key, string Path, string Root, PropertyInfo Option, object Owner, Func<object, object> Rebuild)
{
    /// <summary>The root with the option set, as nested <c>with</c> expressions make it.</summary>
    public object With(object? value) => Rebuild(OptionTree.With(Owner, Option, value));
}

/// <summary>Finds every option in records of options: their own, those of child rules, and those of small records inside.</summary>
internal static class OptionTree
{
    /// <summary>All options of the roots that can be given as text, in order.</summary>
    public static IReadOnlyList<OptionSlot> Of(IReadOnlyList<(string Key, object Owner)> roots)
    {
        var slots = new List<OptionSlot>();
        foreach (var (key, owner) in roots) Walk(slots, new(key, key, key), owner, whole => whole);

        // Two rules of one name in two composites, or a rule named like a root, are told apart by the longer path.
        var names = roots.Select(r => r.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var twice = slots.GroupBy(s => s.Key, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. slots.Select(s => twice.Contains(s.Key) || (s.Path != s.Key && names.Contains(s.Key.Split('.')[0])) ? s with { Key = s.Path } : s)];
    }

    /// <summary>A copy of a record with one property set.</summary>
    public static object With(object owner, PropertyInfo option, object? value)
    {
        var copy = owner.GetType().GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(owner, null)!;
        option.SetValue(copy, value);
        return copy;
    }

    private sealed record Place(string Key, string Path, string Root)
    {
        public Place Inside(string name) => new($"{Key}.{name}", $"{Path}.{name}", Root);

        public Place Child(string name) => new(name, $"{Path}.{name}", Root);
    }

    private static void Walk(List<OptionSlot> slots, Place place, object owner, Func<object, object> rebuild)
    {
        foreach (var option in StageOptions.Of(owner.GetType()))
        {
            var inside = place.Inside(StageOptions.CamelCase(option.Name));
            var value = option.GetValue(owner);
            if (SettingValues.IsText(option.PropertyType))
            {
                slots.Add(new(inside.Key, inside.Path, place.Root, option, owner, rebuild));
                continue;
            }

            switch (value)
            {
                case Stage child:
                    Walk(slots, place.Child(StageOptions.CamelCase(option.Name)), child, c => rebuild(With(owner, option, c)));
                    break;
                case IReadOnlyList<RecipeStep> steps:
                    Each(steps, s => s.Key, s => s.Stage, (s, stage) => s with { Stage = stage });
                    break;
                case IReadOnlyList<Stage> stages:
                    Each(stages, s => s.Name.Replace(' ', '-').ToLowerInvariant(), s => s, (_, stage) => stage);
                    break;
                case not null when IsRecordOfOptions(option.PropertyType):
                    Walk(slots, inside, value, v => rebuild(With(owner, option, v)));
                    break;
            }

            void Each<T>(IReadOnlyList<T> items, Func<T, string> key, Func<T, Stage> stage, Func<T, Stage, T> replace)
            {
                for (var i = 0; i < items.Count; i++)
                {
                    var at = i;
                    Walk(slots, place.Child(key(items[at])), stage(items[at]), changed =>
                        rebuild(With(owner, option, ListOf(option.PropertyType, items.ToImmutableArray().SetItem(at, replace(items[at], (Stage)changed))))));
                }
            }
        }
    }

    private static object ListOf<T>(Type type, ImmutableArray<T> items) => type == typeof(T[]) ? items.ToArray() : items;

    /// <summary>True for a small immutable record of options inside a stage (weights, a window): a class that can be copied.</summary>
    private static bool IsRecordOfOptions(Type type) =>
        type.IsClass && SettingValues.IsOwn(type) && type.GetMethod("<Clone>$") is not null && StageOptions.Of(type).Any();
}
