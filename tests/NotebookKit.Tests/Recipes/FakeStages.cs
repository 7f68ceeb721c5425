using System.Collections.Immutable;

namespace NotebookKit.Tests.Recipes;

public enum FakeKey
{
    Whole,
    LastUserTurn,
}

public sealed record FakePolicy(int Least)
{
    public static FakePolicy S0 { get; } = new(10);

    public static FakePolicy S4 { get; } = new(20);
}

public sealed record FakeShare(double Value)
{
    public static FakeShare Parse(string text) => new(double.Parse(text.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture) / 100);
}

/// <summary>Weights.</summary>
public sealed record FakeWeights
{
    /// <summary>Weight of an edit.</summary>
    public double Edited { get; init; } = 1;
}

/// <summary>A stage with an option of every kind that can be set by text, and some that cannot.</summary>
public sealed record FakeStage : ExampleStage
{
    public override string Name => "Fake stage";

    /// <summary>How alike two rows are, a ratio; see <see cref="FakePolicy.S4"/> and <c>off</c>.
    /// Default 0.8.</summary>
    public double Threshold { get; init => field = Guard.Ratio(value); } = 0.8;

    /// <summary>Least <see langword="null"/> length.</summary>
    public int? MinOutput { get; init => field = Guard.AtLeast(value, 0); } = 20;

    public long Large { get; init; }

    public bool Strict { get; init; }

    public string Label { get; init; } = "a";

    public string? Language { get; init; }

    public FakeKey DuplicateKey { get; init; }

    public FakePolicy Policy { get; init; } = FakePolicy.S0;

    public FakeShare Share { get; init; } = new(0.5);

    public IReadOnlyList<string> Words { get; init; } = [];

    public ImmutableArray<int> Sizes { get; init; } = [1, 2];

    public IReadOnlySet<FakeKey> Keys { get; init; } = new HashSet<FakeKey>();

    public IReadOnlyDictionary<string, double> Target { get; init; } = new Dictionary<string, double>();

    public ImmutableDictionary<FakeKey, int> Limits { get; init; } = ImmutableDictionary<FakeKey, int>.Empty;

    public TimeSpan Window { get; init; } = TimeSpan.FromDays(1);

    public DateTimeOffset? Since { get; init; }

    public FakeWeights Weights { get; init; } = new();

    public Dataset? Reference { get; init; }

    public Func<Example, bool>? Rule { get; init; }

    protected internal override Outcome Decide(Example example, Tally tally) => Outcome.Keep(example);
}

/// <summary>A rule inside a composite.</summary>
public sealed record FakeRule : ExampleStage
{
    public override string Name => "Length";

    /// <summary>Least characters.</summary>
    public int MinOutput { get; init; } = 20;

    protected internal override Outcome Decide(Example example, Tally tally) => Outcome.Keep(example);
}

/// <summary>A stage made of rules.</summary>
public sealed record FakeComposite : ExampleStage
{
    public override string Name => "Composite";

    public ImmutableArray<RecipeStep> Rules { get; init; } = [new("length", new FakeRule()), new("fake", new FakeRule())];

    public FakeRule Extra { get; init; } = new();

    protected internal override Outcome Decide(Example example, Tally tally) => Outcome.Keep(example);
}
