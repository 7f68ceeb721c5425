using System.Collections.Immutable;

namespace NotebookKit.Cleaning;

/// <summary>Runs all rules of cleaning over each example: the first that removes it gives the reason. The rules stay stages of their own,
/// each with a key, so that one can be set, replaced, left out, or run alone in a notebook.</summary>
/// <remarks>Order: what is plainly broken first, then what the source recorded, then what the text says, then its measures; rules that
/// only mark come last, so that marks are counted on examples that stay.</remarks>
public sealed record Cleaner : ExampleStage
{
    /// <summary>Key of this stage in recipes.</summary>
    public const string Key = "cleaning";

    /// <inheritdoc/>
    public override string Name => "Cleaning";

    /// <inheritdoc/>
    public override int Version => 2;

    /// <summary>The rules in order, each under its key. Default: all rules of the kit with their defaults. Set one by
    /// <see cref="With"/>.</summary>
    /// <exception cref="ArgumentException">A step is no <see cref="ExampleStage"/>, or two have the same key.</exception>
    public IReadOnlyList<RecipeStep> Rules { get; init => field = Checked(value); } =
    [
        new("no-answer", new NoAnswer()),
        new("empty", new EmptyTurns()),
        new("turn-order", new TurnOrder()),
        new("abandoned", new Abandoned()),
        new("rejected", new RejectedAnswers()),
        new("encoding", new EncodingDamage()),
        new("errors", new ErrorAnswers()),
        new("refusals", new Refusals()),
        new("off-topic", new OffTopic()),
        new("leftovers", new TemplateLeftovers()),
        new("truncated", new TruncatedAnswers()),
        new("length", new LengthLimits()),
        new("repetition", new RepeatedText()),
        new("flagged-words", new FlaggedWords()),
        new("threats", new Threats()),
        new("edge-cases", new EdgeCases()),
    ];

    /// <summary>The rule under a key.</summary>
    /// <exception cref="ArgumentException">No rule has that key.</exception>
    public ExampleStage this[string key] => (ExampleStage)Rules[IndexOf(key)].Stage;

    /// <summary>The same stage with another rule under a key.</summary>
    /// <exception cref="ArgumentException">No rule has that key.</exception>
    public Cleaner With(string key, ExampleStage rule) => this with { Rules = Rules.ToImmutableArray().SetItem(IndexOf(key), new(key, rule)) };

    /// <summary>The same stage without the rule under a key.</summary>
    /// <exception cref="ArgumentException">No rule has that key.</exception>
    public Cleaner Without(string key) => this with { Rules = Rules.ToImmutableArray().RemoveAt(IndexOf(key)) };

    /// <inheritdoc/>
    protected override IReadOnlyList<string> References => [.. Rules.SelectMany(r => r.Stage.Describe().References)];

    /// <inheritdoc/>
    protected internal override ExampleStage Prepare(RunContext run) =>
        this with { Rules = [.. Rules.Select(r => new RecipeStep(r.Key, ((ExampleStage)r.Stage).Prepare(run)))] };

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        var current = example;
        for (var i = 0; i < Rules.Count; i++)
        {
            var outcome = ((ExampleStage)Rules[i].Stage).Decide(current, tally);
            if (!outcome.IsKept) return outcome;
            current = outcome.Example;
        }

        return Outcome.Keep(Signed(current, example.Flags.Count));
    }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<Finding> Findings(StageOutcome outcome) =>
        [.. Rules.SelectMany(r => ((ExampleStage)r.Stage).Findings(outcome))];

    /// <summary>Remarks carry the name of the stage that ran, as removals do.</summary>
    private Example Signed(Example example, int before) => example.Flags.Count == before
        ? example
        : example with { Flags = [.. example.Flags.Take(before), .. example.Flags.Skip(before).Select(f => f with { Stage = Name })] };

    private int IndexOf(string key)
    {
        for (var i = 0; i < Rules.Count; i++)
            if (string.Equals(Rules[i].Key, key, StringComparison.Ordinal)) return i;
        throw new ArgumentException($"Cleaning has no rule '{key}'; it has {string.Join(", ", Rules.Select(r => r.Key))}.", nameof(key));
    }

    private static IReadOnlyList<RecipeStep> Checked(IReadOnlyList<RecipeStep> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (rules.FirstOrDefault(r => r.Stage is not ExampleStage) is { } other)
            throw new ArgumentException($"The rule '{other.Key}' must be an ExampleStage.", nameof(rules));
        if (rules.GroupBy(r => r.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Two rules of cleaning have the key '{twice.Key}'.", nameof(rules));
        return rules;
    }
}
