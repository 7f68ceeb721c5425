using NotebookKit.Formatting;
using NotebookKit.Reviewing;

namespace NotebookKit.Checking;

/// <summary>What the checks should know beside the rows themselves.</summary>
public sealed record AssessmentOptions
{
    /// <summary>Seed, threads and cancellation. Default: those of a new run.</summary>
    public RunContext Run { get; init; } = new();

    /// <summary>The format that is written. Default ChatMl.</summary>
    public ChatFormat Format { get; init => field = Guard.Defined(value); } = ChatFormat.ChatMl;

    /// <summary>The recipe that ran; its policies (synthetic share) are the limits of the checks. Default null: the policies' defaults.</summary>
    public Recipe? Recipe { get; init; }

    /// <summary>Tokens that the model, or the trainer's cut-off, allows in one row. At least 1; default null: not known, so rows above 2,048 (the cut-off that
    /// LLaMA-Factory and many notebooks start with) are a warning and none is a failure.</summary>
    public int? MaxTokens { get; init => field = Guard.AtLeast(value, 1); }

    /// <summary>Terms of the domain that are no personal data. Default: none.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Masks personal data in names of labels and sources before they are shown. Default: they are shown as they are.</summary>
    public Func<string, string> MaskText { get; init; } = static text => text;

    /// <summary>What people said about rows. Default: nothing.</summary>
    public Verdicts Verdicts { get; init; } = Verdicts.None;

    /// <summary>Cost and weight of the sources. Default: not known.</summary>
    public SourceFacts Sources { get; init; } = SourceFacts.None;
}
