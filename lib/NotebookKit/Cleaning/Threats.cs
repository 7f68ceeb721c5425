namespace NotebookKit.Cleaning;

/// <summary>Lists (or removes) examples in which somebody is threatened, or speaks of self-harm. Sources: S4's checklist, "No harmful …
/// content"; the list is the kit's own.</summary>
/// <remarks>Judged: user and assistant turns, because either needs a person to read it.</remarks>
public sealed record Threats : ExampleStage
{
    /// <summary>A user or assistant turn holds a threat. <c>measured</c>: how many; <c>limit</c>: 0.</summary>
    public const string Reason = "threat";

    private Phrases? phrases;

    /// <inheritdoc/>
    public override string Name => "Threats";

    /// <summary>What happens to an example with a threat: <c>List</c> or <c>Remove</c>. Default <c>List</c>. Source: own choice, a list of
    /// phrases judges no context.</summary>
    public CleaningPolicy Policy { get; init => field = Guard.Defined(value); } = CleaningPolicy.List;

    /// <summary>Further phrases, beside the built-in list. Any text, compared word by word, case and accents do not matter; default
    /// none.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> References => [PhraseLists.Threats.Reference];

    /// <inheritdoc/>
    protected internal override ExampleStage Prepare(RunContext run) => this with { phrases = PhraseLists.Threats.With(More) };

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        var finds = PhraseRule.Count(example, phrases ?? PhraseLists.Threats.With(More), Role.User, Role.Assistant);
        return PhraseRule.Decide(example, Name, Reason, finds, 0, Policy);
    }
}
