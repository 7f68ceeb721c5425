namespace NotebookKit.Cleaning;

/// <summary>Lists (or removes) examples whose answers hold vulgar or abusive words. Sources: S4's checklist, "No harmful, biased, or
/// offensive content"; the list is the kit's own.</summary>
/// <remarks>Judged: assistant turns. A user who swears is what a model will meet; an answer that swears is what it would learn.</remarks>
public sealed record FlaggedWords : ExampleStage
{
    /// <summary>The assistant's turns hold flagged words. <c>measured</c>: how many; <c>limit</c>: <see cref="MaxFinds"/>.</summary>
    public const string Reason = "flagged-words";

    private Phrases? phrases;

    /// <inheritdoc/>
    public override string Name => "Flagged words";

    /// <summary>What happens to an example with too many flagged words: <c>List</c> or <c>Remove</c>. Default <c>List</c>. Source: own
    /// choice, a list of words judges no context.</summary>
    public CleaningPolicy Policy { get; init => field = Guard.Defined(value); } = CleaningPolicy.List;

    /// <summary>Most flagged words that the answers may hold together. Range 0 and up, default 0. Source: own choice (Data-Juicer allows a
    /// ratio of 0.017 of all words).</summary>
    public int MaxFinds { get; init => field = Guard.AtLeast(value, 0); }

    /// <summary>Further words or phrases, beside the built-in list. Any text, compared word by word, case and accents do not matter;
    /// default none.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> References => [PhraseLists.FlaggedWords.Reference];

    /// <inheritdoc/>
    protected internal override ExampleStage Prepare(RunContext run) => this with { phrases = PhraseLists.FlaggedWords.With(More) };

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        var finds = PhraseRule.Count(example, phrases ?? PhraseLists.FlaggedWords.With(More), Role.Assistant);
        return PhraseRule.Decide(example, Name, Reason, finds, MaxFinds, Policy);
    }
}
