namespace NotebookKit.Cleaning;

/// <summary>Marks answers that show how to handle an edge case, counts them by kind, and warns where a kind is missing. It removes nothing.
/// Source: S3, "Include the edge cases you are afraid of: ambiguous requests, requests that should be declined, requests in the wrong
/// domain"; S4's checklist.</summary>
public sealed record EdgeCases : ExampleStage
{
    /// <summary>Mark of an answer that declines, written or accepted by a person: its words are those of a refusal (set by
    /// <see cref="Refusals"/>) or of a team that says what it does not do.</summary>
    public const string Decline = "edge:decline";

    /// <summary>Mark of an answer that asks back, because the request can mean several things.</summary>
    public const string Ambiguous = "edge:ambiguous";

    /// <summary>Mark of a person's answer that says that the request belongs elsewhere.</summary>
    public const string OutOfDomain = "edge:out-of-domain";

    /// <summary>Code of the warning that no row shows a kind of edge case.</summary>
    public const string MissingFinding = "edge-cases-missing";

    private static readonly string[] Kinds = [Decline, Ambiguous, OutOfDomain];

    /// <inheritdoc/>
    public override string Name => "Edge cases";

    /// <summary>Longest answer, in characters, that can be an edge case as a whole; longer ones also answer. Range 1 and up, default 400.
    /// Source: own choice, from reading support replies.</summary>
    public int MaxLength { get; init => field = Guard.AtLeast(value, 1); } = 400;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> References => [PhraseLists.Clarifications.Reference, PhraseLists.Declines.Reference, PhraseLists.OutOfDomain.Reference];

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(tally);
        if (Answers.Last(example)?.Content is { Length: > 0 } text && text.Length <= MaxLength)
        {
            if (AsksBack(text)) example = example.WithTag(Ambiguous);
            if (Answers.AreVouchedFor(example))
            {
                if (PhraseLists.Declines.With([]).CountIn(text) > 0) example = example.WithTag(Decline);
                if (PhraseLists.OutOfDomain.With([]).CountIn(text) > 0) example = example.WithTag(OutOfDomain);
            }
        }

        foreach (var kind in Kinds)
            if (example.Tags.Contains(kind)) tally.Add(kind);
        return Outcome.Keep(example);
    }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<Finding> Findings(StageOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        // Labels and fields have no edge cases of this kind.
        if (!outcome.Kept.Any(e => e.Task is not (TaskKind.Classification or TaskKind.Extraction))) return [];
        return [.. Kinds.Where(kind => outcome.Tally.Counts.GetValueOrDefault(kind) == 0).Select(kind => new Finding(Severity.Warning, MissingFinding,
            $"No row shows the edge case {kind["edge:".Length..]}: a model that has never seen one will handle it unpredictably."))];
    }

    private static bool AsksBack(string text) =>
        text.AsSpan().ContainsAny('?', '？') && PhraseLists.Clarifications.With([]).CountIn(text) > 0;
}
