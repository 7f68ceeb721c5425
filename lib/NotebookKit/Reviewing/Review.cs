using NotebookKit.Text;

namespace NotebookKit.Reviewing;

/// <summary>Carries out what people said about rows: wrong ones leave, corrected ones get the right answer, and each source is held against S1's limit. It comes
/// behind the stages that keep one row instead of others, so that a verdict speaks for them all. Without verdicts it changes nothing.</summary>
public sealed record Review : ExampleStage
{
    /// <summary>A person called the row wrong. No measure.</summary>
    public const string ReviewedWrong = "reviewed-wrong";

    /// <summary>The row failed several of the five questions (S3: two or more). Measured: how many; limit: the most that may fail, 1.</summary>
    public const string ReviewedTwoFailed = "reviewed-two-failed";

    /// <summary>A person called the row harmful. No measure.</summary>
    public const string ReviewedHarmful = "reviewed-harmful";

    /// <summary>Mark of a row that a person has read and let pass, or corrected.</summary>
    public const string ReadTag = "reviewed";

    private const string EdgePrefix = "edge:", Met = "met:";

    /// <inheritdoc/>
    public override string Name => "Review";

    /// <summary>What people said, by id. Default: nothing.</summary>
    public Verdicts Verdicts { get; init => field = value ?? throw new ArgumentNullException(nameof(Verdicts)); } = Verdicts.None;

    /// <summary>Largest share of wrong rows that a source may have. Ratio 0–1, default 0.1 (S1: "If more than 10% are incorrect, the source needs refinement").</summary>
    public double MaxErrorShare { get; init => field = Guard.Ratio(value); } = 0.1;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(tally);
        if (!Verdicts.TryGet(example.Id, out var verdict)) return Outcome.Keep(example);
        tally.Add(Met + "rows");
        if (verdict.Harmful == true) return Outcome.Remove(example, ReviewedHarmful);
        if (verdict.Kind == VerdictKind.Wrong) return Outcome.Remove(example, ReviewedWrong);
        if (verdict.Kind == VerdictKind.Right && verdict.Failed >= ReviewQuestions.MostFailed)
            return Outcome.Remove(example, ReviewedTwoFailed, verdict.Failed, ReviewQuestions.MostFailed - 1);
        var read = WithEdge(example, verdict.Edge).WithTag(ReadTag);
        if (verdict.Kind != VerdictKind.Corrected) return Outcome.Keep(read);
        tally.Add("corrected");
        return Outcome.Keep(Corrected(read, verdict.Correction!));
    }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<Finding> Findings(StageOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (Verdicts.Count == 0) return [];
        var findings = new List<Finding>();
        foreach (var source in ReviewSummary.Of(Verdicts, outcome.Kept, [.. outcome.Removed.Select(r => r.Example)]).Sources)
            findings.Add(Judge(source));
        var lost = Verdicts.Count - (int)outcome.Tally.Counts.GetValueOrDefault(Met + "rows");
        if (lost > 0)
            findings.Add(new(Severity.Warning, "verdict-without-row", $"{Numbers.Count(lost, "verdict")} are about rows that earlier stages have removed by now (duplicates, cleaning, another setting): they changed nothing."));
        if (Verdicts.Open > 0)
            findings.Add(new(Severity.Note, "review-not-finished", $"{Numbers.Count(Verdicts.Open, "row")} of the review files have no verdict yet; {Numbers.Count(Verdicts.Count)} have one."));
        return findings;
    }

    /// <summary>What the sample says about the source, and how sure that is.</summary>
    private Finding Judge(SourceReview source)
    {
        var limit = Numbers.Share((long)(MaxErrorShare * 1_000_000), 1_000_000);
        var (failed, sure) = (source.Errors.Share > MaxErrorShare, source.Errors.Low > MaxErrorShare || source.Errors.High <= MaxErrorShare);
        var means = (failed, sure) switch
        {
            (true, true) => $"more than the {limit} that S1 allows, surely: mend the source before more of it is used",
            (true, false) => $"more than the {limit} that S1 allows, but so few rows do not prove it: read more of them, or mend the source",
            (false, true) => $"within the {limit} that S1 allows, surely",
            (false, false) => $"within the {limit} that S1 allows, but so few rows do not prove it: read more of them",
        };
        var name = source.Source ?? "(no source)";
        // S3 reads 50 rows before any training run; a share of fewer rows condemns a source only where the interval does.
        var severity = failed && (sure || source.Errors.Of >= 50) ? Severity.Failure : failed || !sure ? Severity.Warning : Severity.Note;
        return new(severity, failed ? "source-fails-review" : "source-reviewed", $"{name}: {source.Errors} of the rows that were read at random are wrong; {means}.");
    }

    /// <summary>The right answer in place of the last one; the old answer becomes the one that lost, so that the row is also a preference pair.</summary>
    private static Example Corrected(Example example, string correction)
    {
        var at = example.Messages.Count - 1;
        while (at >= 0 && example.Messages[at].Role != Role.Assistant) at--;
        if (at < 0) return example with { Messages = [.. example.Messages, new(Role.Assistant, correction)], Signals = ByPerson(example) };
        var old = example.Messages[at];
        var messages = example.Messages.ToArray();
        messages[at] = old with { Content = correction };
        return example with
        {
            Messages = messages,
            Label = example.Label is { } label && string.Equals(label, old.Content?.Trim(), StringComparison.Ordinal) ? correction : example.Label,
            Declined = example.Declined ?? [old],
            Signals = ByPerson(example),
        };
    }

    private static Signals ByPerson(Example example) =>
        example.Signals.With(Events.Edited) with { AnsweredBy = example.Signals.AnsweredBy == AnsweredBy.Model ? AnsweredBy.EditedModel : AnsweredBy.Human };

    /// <summary>A reader's word about the edge case stands above that of a rule.</summary>
    private static Example WithEdge(Example example, string? edge)
    {
        if (edge is null) return example;
        var others = example.Tags.Where(t => !t.StartsWith(EdgePrefix, StringComparison.Ordinal)).ToList();
        if (edge != "none") others.Add(EdgePrefix + edge);
        return example.Tags.SequenceEqual(others) ? example : example with { Tags = others };
    }
}
