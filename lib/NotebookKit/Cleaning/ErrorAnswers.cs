namespace NotebookKit.Cleaning;

/// <summary>Removes examples in which an assistant turn is an error message: "something went wrong", "HTTP 500", a stack trace. Source:
/// S4, S0.</summary>
/// <remarks>Judged: every assistant turn, because each is trained on. An error text counts only as opening of a short answer or as whole
/// answer ("Error 404 means …" stays), and the opening of a person's answer never ("Something went wrong with your parcel; I sent a new
/// one").</remarks>
public sealed record ErrorAnswers : ExampleStage
{
    /// <summary>An assistant turn is an error message. <c>measured</c>: index of that turn, from 0; <c>limit</c>: none.</summary>
    public const string Reason = "error-answer";

    private Phrases? phrases;

    /// <inheritdoc/>
    public override string Name => "Error answers";

    /// <inheritdoc/>
    public override int Version => 3;

    /// <summary>Longest answer, in characters, that its opening can make an error; longer ones explain something. Range 1 and up, default
    /// 300. Source: the error texts of common services are below 250 characters.</summary>
    public int MaxLength { get; init => field = Guard.AtLeast(value, 1); } = 300;

    /// <summary>Further openings that mark an error, beside the built-in list. Any text, case and accents do not matter; default
    /// none.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> References => [PhraseLists.Errors.Reference];

    /// <inheritdoc/>
    protected internal override ExampleStage Prepare(RunContext run) => this with { phrases = PhraseLists.Errors.With(More) };

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        var list = phrases ?? PhraseLists.Errors.With(More);
        var byPerson = Answers.AreByPerson(example);
        for (var i = 0; i < example.Messages.Count; i++)
        {
            if (example.Messages[i] is not { Role: Role.Assistant, Content: { Length: > 0 } text }) continue;
            var opens = !byPerson && text.Length <= MaxLength && (list.Open(text) || (FailureGrammar.Is(text, i > 0 ? example.Messages[i - 1].Content ?? "" : "") && !Refuses(text)));
            if (opens || ErrorDump.Is(text)) return Outcome.Remove(example, Reason, i);
        }

        return Outcome.Keep(example);
    }

    /// <summary>A speaker who will not, rather than a program that could not: then it is for <see cref="Refusals"/>.</summary>
    private static bool Refuses(string text) => !FailureGrammar.IsTechnical(text) && RefusalGrammar.IsOfSpeaker(text);
}
