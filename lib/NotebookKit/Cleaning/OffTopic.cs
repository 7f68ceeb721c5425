namespace NotebookKit.Cleaning;

/// <summary>Removes examples that speak of what the model is not for, by a list of the user's. Source: S0, "Remove off-topic".</summary>
public sealed record OffTopic : ExampleStage
{
    /// <summary>A user or assistant turn holds a phrase of the list. <c>measured</c>: how many times; <c>limit</c>:
    /// <see cref="MaxFinds"/>.</summary>
    public const string Reason = "off-topic";

    private Phrases? ready;

    /// <inheritdoc/>
    public override string Name => "Off-topic";

    /// <summary>Words and phrases that mark an example as off-topic. Any text, compared word by word, case and accents do not matter;
    /// default none, which is off.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>Most finds that an example may have. Range 0 and up, default 0. Source: own choice.</summary>
    public int MaxFinds { get; init => field = Guard.AtLeast(value, 0); }

    /// <inheritdoc/>
    protected internal override ExampleStage Prepare(RunContext run) => this with { ready = Cleaning.Phrases.Of(Phrases) };

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        if (Phrases.Count == 0) return Outcome.Keep(example);
        var finds = PhraseRule.Count(example, ready ?? Cleaning.Phrases.Of(Phrases), Role.User, Role.Assistant);
        return PhraseRule.Decide(example, Name, Reason, finds, MaxFinds, CleaningPolicy.Remove);
    }
}
