using NotebookKit.Trails;

namespace NotebookKit;

/// <summary>An immutable list of examples with the account of all that led to it. Not enumerable on purpose: LINQ's <c>Where</c> would
/// drop rows unaccounted. Rows are <see cref="Examples"/>; one-off rules are <see cref="Keep"/> and <see cref="Change"/>.</summary>
public sealed partial class Dataset
{
    private Dataset(IReadOnlyList<Example> examples, History history, bool follows)
    {
        Examples = examples;
        History = history;
        Follows = follows;
    }

    /// <summary>A dataset without examples.</summary>
    public static Dataset Empty { get; } = new([], History.Empty, true);

    /// <summary>The examples, in the order they were read.</summary>
    public IReadOnlyList<Example> Examples { get; }

    /// <summary>How many examples there are.</summary>
    public int Count => Examples.Count;

    /// <summary>Inputs, stages and removals that led here.</summary>
    public History History { get; }

    /// <summary>True where the examples are those that the last stage of <see cref="History"/> gave, in that order.</summary>
    internal bool Follows { get; }

    /// <summary>The newest <see cref="Example.CreatedAt"/>; null where no example has a date.</summary>
    public DateTimeOffset? NewestDate
    {
        get
        {
            DateTimeOffset? newest = null;
            foreach (var example in Examples)
                if (example.CreatedAt is { } date && !(date <= newest)) newest = date;
            return newest;
        }
    }

    /// <summary>A dataset of examples, with an account of where they were read.</summary>
    /// <exception cref="ArgumentException">Two examples have the same id.</exception>
    public static Dataset Of(IEnumerable<Example> examples, History? history = null)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var list = examples.ToArray();
        var ids = new HashSet<string>(list.Length, StringComparer.Ordinal);
        foreach (var example in list)
            if (!ids.Add(example.Id)) throw new ArgumentException($"Two examples have the id '{example.Id}'; ids are unique in a dataset.", nameof(examples));
        history ??= History.Empty;
        return new(list, history, history.Stages.Count == 0);
    }

    /// <summary>Runs a stage.</summary>
    /// <exception cref="StageFailedException">A rule threw.</exception>
    public StageResult Apply(Stage stage, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return stage.Apply(this, run);
    }

    /// <summary>Keeps the examples for which the rule holds; the others are removed with the reason.</summary>
    public StageResult Keep(string name, string reason, Func<Example, bool> rule) =>
        Apply(new LambdaStage(name, e => rule(e) ? Outcome.Keep(e) : Outcome.Remove(e, reason)));

    /// <summary>Changes each example; ids and positions must stay.</summary>
    public StageResult Change(string name, Func<Example, Example> map) => Apply(new LambdaStage(name, e => Outcome.Keep(map(e))));

    /// <summary>The dataset that a stage leaves behind; ids are known to be unique.</summary>
    internal Dataset Next(IReadOnlyList<Example> kept, IReadOnlyList<Removal> removed, StageReport report, StageTrail trail) =>
        new(kept, History.Plus(removed, report, trail), true);

    /// <summary>The dataset with examples behind its own that the run itself made; the account counts them as such.</summary>
    /// <exception cref="ArgumentException">Two examples have the same id.</exception>
    internal Dataset WithMade(IReadOnlyList<Example> made) => made.Count == 0 ? this : new(Of(Examples.Concat(made)).Examples, History.PlusMade([.. made.Select(e => e.Id)]), Follows);

    /// <summary>The same examples with another history.</summary>
    internal Dataset WithHistory(History history) => new(Examples, history, Follows && history.Stages.Count == History.Stages.Count);
}
