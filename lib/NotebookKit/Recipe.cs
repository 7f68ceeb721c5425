using System.Collections.Immutable;

namespace NotebookKit;

/// <summary>A step of a recipe: a stage with the short key by which its options are set (<c>near.threshold</c>).</summary>
/// <param name="Key">Short, lower case, unique in the recipe.</param>
/// <param name="Stage">The stage.</param>
public sealed record RecipeStep(string Key, Stage Stage);

/// <summary>Stages in order. Immutable; notebooks, scripts and tests run the same ones.</summary>
public sealed class Recipe
{
    /// <summary>Makes a recipe.</summary>
    /// <exception cref="ArgumentException">Two steps have the same key.</exception>
    public Recipe(string name, IEnumerable<RecipeStep> steps)
    {
        Name = name;
        Steps = [.. steps];
        var twice = Steps.GroupBy(s => s.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw new ArgumentException($"Two steps of the recipe have the key '{twice.Key}'.", nameof(steps));
    }

    /// <summary>Name of the recipe.</summary>
    public string Name { get; }

    /// <summary>The steps, in order.</summary>
    public ImmutableArray<RecipeStep> Steps { get; }

    /// <summary>A recipe with one more step at its end.</summary>
    public Recipe Then(string key, Stage stage) => new(Name, Steps.Add(new(key, stage)));

    /// <summary>The recipe with another stage under a key.</summary>
    /// <exception cref="ArgumentException">No step has that key.</exception>
    public Recipe Replace(string key, Stage stage) =>
        new(Name, Steps.SetItem(IndexOf(key), new(key, stage)));

    /// <summary>The recipe without a step.</summary>
    /// <exception cref="ArgumentException">No step has that key.</exception>
    public Recipe Without(string key) => new(Name, Steps.RemoveAt(IndexOf(key)));

    /// <summary>The steps before one, to look at the rows that reach it.</summary>
    /// <exception cref="ArgumentException">No step has that key.</exception>
    public Recipe Until(string key) => new($"{Name} until {key}", Steps[..IndexOf(key)]);

    /// <summary>A step and all that follow it.</summary>
    /// <exception cref="ArgumentException">No step has that key.</exception>
    public Recipe From(string key) => new($"{Name} from {key}", Steps[IndexOf(key)..]);

    /// <summary>The stage under a key.</summary>
    /// <exception cref="ArgumentException">No step has that key.</exception>
    public Stage this[string key] => Steps[IndexOf(key)].Stage;

    /// <summary>Runs all stages in memory.</summary>
    /// <exception cref="StageFailedException">A rule threw.</exception>
    public Dataset Run(Dataset input, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        run ??= new RunContext();
        // One time for the whole run: stages that look back must not see another "now" after rows left.
        if (run.AsOf is null && input.NewestDate is { } newest) run = run with { AsOf = newest };
        var data = input;
        foreach (var step in Steps) data = step.Stage.Apply(data, run).Kept;
        return data;
    }

    private int IndexOf(string key)
    {
        for (var i = 0; i < Steps.Length; i++)
            if (string.Equals(Steps[i].Key, key, StringComparison.Ordinal)) return i;
        throw new ArgumentException($"The recipe '{Name}' has no step '{key}'; it has {string.Join(", ", Steps.Select(s => s.Key))}.", nameof(key));
    }
}
