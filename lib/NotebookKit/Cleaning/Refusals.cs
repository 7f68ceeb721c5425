namespace NotebookKit.Cleaning;

/// <summary>Removes examples whose answer is a machine's refusal ("I'm sorry, but I can't assist with that"). Source: S4.</summary>
/// <remarks>Judged: the last assistant turn, as in S4; a refusal counts only as its opening or as all of it, in any case and with any
/// apostrophe. A refusal that a person wrote, edited or accepted teaches where to say no: it stays and is marked
/// <see cref="EdgeCases.Decline"/>.</remarks>
public sealed record Refusals : ExampleStage
{
    /// <summary>The answer opens with a refusal, or is one. <c>measured</c> and <c>limit</c>: none.</summary>
    public const string Reason = "refusal";

    private Phrases? phrases;

    /// <inheritdoc/>
    public override string Name => "Refusals";

    /// <inheritdoc/>
    public override int Version => 3;

    /// <summary>Further openings that mark a refusal, beside the built-in list. Any text, case and accents do not matter; default
    /// none.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> References => [PhraseLists.Refusals.Reference];

    /// <inheritdoc/>
    protected internal override ExampleStage Prepare(RunContext run) => this with { phrases = PhraseLists.Refusals.With(More) };

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        var list = phrases ?? PhraseLists.Refusals.With(More);
        if (!list.Open(example.Output) && !RefusalGrammar.Is(example.Output)) return Outcome.Keep(example);
        return Answers.AreVouchedFor(example)
            ? Outcome.Keep(example.WithTag(EdgeCases.Decline))
            : Outcome.Remove(example, Reason);
    }
}
