using NotebookKit.Anonymizing;
using NotebookKit.Balancing;
using NotebookKit.Cleaning;
using NotebookKit.Deduplicating;
using NotebookKit.Formatting;
using NotebookKit.Labels;
using NotebookKit.Outliers;
using NotebookKit.Reviewing;
using NotebookKit.Scoring;
using NotebookKit.Sourcing;
using NotebookKit.Splitting;

namespace NotebookKit.Explaining;

/// <summary>The reasons, one by one.</summary>
internal static class ReasonTable
{
    private const string Unreadable = "The trainer would reject the row; mend the record at its source.";

    private const string Reviewed = "Correct the answer or the verdict in the review file, and run again with it.";
    private const string Tested = "With it in the training data the evaluation would measure memory.";
    private const string Best = "Of rows that say the same the best stays: real before synthetic, then edited by a user, accepted, better rated, longest, newest.";

    private const string Earlier = "A row of an earlier run stays, however good a new one is.";

    private static readonly string[] TruncatedBecause = ["", "the log says that the model reached its length limit", "it is JSON that is cut off", "a code block is not closed", "its last word or mark is one that something must follow",
        "a bracket, quotation, bold type, inline code or row of a table is not closed", "the last item of its list is empty"];

    public static readonly IReadOnlyDictionary<string, Func<ReasonCase, ReasonText>> All = new Dictionary<string, Func<ReasonCase, ReasonText>>(StringComparer.Ordinal)
    {
        // Sourcing
        [Extraction.NotResolved] = r => new("The ticket was not resolved, so its answer may be wrong.", [r.Own("onlyResolved", "false")], null),
        [Extraction.LowRating] = r => new($"It was rated {r.M}; at least {r.L} is asked for.", [r.Own("minRating", Reasons.Down(r.Measured))], null),
        [Extraction.NotRated] = r => new($"Nobody rated it; a rating of at least {r.L} is asked for.", [r.Own("keepUnrated", "true")], null),
        [Extraction.NotHumanAgent] = r => new("A bot answered, not a person.", [r.Own("onlyHumanAgents", "false")], null),
        [Extraction.NoAnswer] = _ => new("It has no answer to learn from.", [], "Answer it: audit/to-label.jsonl lists such inputs, the most frequent first."),
        [Extraction.OutsideDateWindow] = r => new($"It is {r.M} days older than the newest row; at most {r.L} are asked for.", [r.Own("windowDays", Math.Ceiling(r.Measured))], null),
        [Permissions.OptedOut] = _ => new("The person does not want it to be used.", [], "Nothing keeps it, and nothing should."),
        [Permissions.LicenceNotAllowed] = _ => new("Its licence is not on the list of those that may be used.", [], "Add its licence to --licences, if you may."),
        [Permissions.NoConsent] = r => new("No basis of consent is recorded for it, or not one of those asked for.", [r.Own("requireConsent", "false")], null),
        [Identity.SameRecord] = _ => new("The source holds the same record twice under one id.", [], "Nothing is lost: the other one is the same record."),

        // Anonymizing
        [Anonymizer.HoldsPersonalData] = r => new($"In its texts, {Found(r)} of a type that must not be in the dataset, not even masked.", [],
            "Its text is written nowhere. Another operator than remove-row keeps such rows, masked: --set anonymizing.operators=TYPE=placeholder."),
        [ResidualCheck.PiiRemained] = r => new($"After masking, {Found(r)} that may be personal data.", [r.Own("policy", "mask")],
            "Its text is written nowhere. Words of your domain that are no personal data go into a file: --terms FILE."),

        // Cleaning
        [EmptyTurns.Reason] = r => new($"Turn {r.M} (from 0) says nothing.", [], Reasons.WithoutRule("empty")),
        [TurnOrder.Reason] = r => new($"The order of the turns is broken at turn {r.M} (from 0).", [], Reasons.WithoutRule("turn-order")),
        [Abandoned.AbandonedReason] = _ => new("The user left in the middle.", [], Reasons.WithoutRule("abandoned")),
        [Abandoned.CrashedReason] = _ => new("The app crashed.", [], Reasons.WithoutRule("abandoned")),
        [RejectedAnswers.Reason] = _ => new("Users rejected the answer.", [ReasonCase.Rule("rejected", "policy", "list")], null),
        [EncodingDamage.Reason] = r => new($"Damaged characters make up {r.M} of its text; at most {r.L} is allowed.", [ReasonCase.Rule("encoding", "maxRatio", Reasons.Up(r.Measured))], "Better read the source in its right encoding."),
        [ErrorAnswers.Reason] = r => new($"Turn {r.M} (from 0) is an error message, not an answer.", [], Reasons.WithoutRule("errors")),
        [Refusals.Reason] = _ => new("The answer is a model's refusal.", [], Reasons.WithoutRule("refusals")),
        [OffTopic.Reason] = r => new($"It has {r.M} of the phrases that are off topic; at most {r.L} are allowed.", [ReasonCase.Rule("off-topic", "maxFinds", r.Measured)], null),
        [TemplateLeftovers.Reason] = r => new($"It has {r.M} unfilled places of a template.", [], Reasons.WithoutRule("leftovers")),
        [TruncatedAnswers.Reason] = r => r.Measured >= 1
            ? new($"The answer is cut off: {TruncatedBecause[Math.Min((int)r.Measured, TruncatedBecause.Length - 1)]}.", [], Reasons.WithoutRule("truncated"))
            : new($"The answer breaks off: sentences here do not end with its last words; that it was cut off is {r.M} likely, from {r.L} on it leaves.", [r.Own("policy", "list")], null),
        [LengthLimits.InputReason] = r => new($"The user's turns have {r.M} characters together; at least {r.L} are asked for.", [ReasonCase.Rule("length", "minInput", r.Measured < 1 ? "off" : r.Measured)], null),
        [LengthLimits.OutputReason] = r => new($"The assistant's turns have {r.M} characters together; at least {r.L} are asked for.", [ReasonCase.Rule("length", "minOutput", r.Measured < 1 ? "off" : r.Measured)], null),
        [LengthLimits.LongReason] = r => new($"The conversation has {r.M} characters; at most {r.L} are allowed.", [ReasonCase.Rule("length", "maxTotal", r.Measured)], null),
        [RepeatedText.Reason] = r => new($"The answer repeats itself: a ratio of {r.M}, at most {r.L} is allowed.",
            [.. r.OptionsAtLimit("repetition", "max").Select(o => ReasonCase.Rule("repetition", o, Reasons.Up(r.Measured)))], null),
        [FlaggedWords.Reason] = r => new($"It has {r.M} flagged words; at most {r.L} are allowed.", [ReasonCase.Rule("flagged-words", "policy", "list")], null),
        [Threats.Reason] = r => new($"It has {r.M} threats.", [ReasonCase.Rule("threats", "policy", "list")], null),
        [LanguageCheck.WrongReason] = r => new(
            r.Exit.Measured is null ? "It is written in another script than the wanted languages." : $"It fits another language better by {r.M} nats; from {r.L} on it counts as another.",
            r.Exit.Measured is null ? [] : [r.Own("minMargin", Math.Round(r.Measured + 0.01, 2, MidpointRounding.ToPositiveInfinity))], "Or name its language: --set language.languages=en,…"),

        // Duplicates and contradictions
        [Contradictions.Contradiction] = r => new($"Another row asks the same (similarity {r.M}, from {r.L}) and answers otherwise.", [r.Own("policy", "list")], null),
        [ExactDuplicates.ExactDuplicate] = r => new("Another row says the same once case, accents, white space and closing marks are folded.", [], r.Exit.CauseRun is null ? "Nothing is lost: the row kept instead counts it in. " + Best : Earlier),
        [NearDuplicates.NearDuplicate] = r => new($"It is {r.M} like the row kept instead (Jaccard similarity of word groups); from {r.L} on two rows are the same.",
            Reasons.Above(r.Measured) is { } above ? [r.Own("threshold", above)] : [], (r.Measured >= 1 ? "No threshold keeps it: word for word it is the same. " : "") + (r.Exit.CauseRun is null ? Best : Earlier)),
        [SemanticDuplicates.SemanticDuplicate] = r => new($"It asks the same as the row kept instead in other words (cosine {r.M} of their embeddings); from {r.L} on two rows are the same.",
            Reasons.Above(r.Measured) is { } more ? [r.Own("threshold", more)] : [], (r.Measured >= 1 ? "No threshold keeps it: to the embedder it is the same. " : "") + (r.Exit.CauseRun is null ? Best : Earlier)),

        // Other sets
        [Decontamination.ContaminatedTurn] = r => new($"A turn of it, of {r.M} words, is word for word the question of {Item(r)}.", [r.Own("policy", "flag")], Tested),
        [Decontamination.ContaminatedNGram] = r => new($"It holds words in a row of the question of {Item(r)}: {Text.Numbers.Percent(r.Measured)} of its n-grams.", [r.Own("policy", "flag")], Tested),
        [Decontamination.ContaminatedAnswer] = r => new($"It holds {Text.Numbers.Percent(r.Measured)} of the n-grams of the answer of {Item(r)}; from {Text.Numbers.Percent(r.Limit)} on it leaves.", [r.Own("policy", "flag")], Tested),
        [Decontamination.ContaminatedNear] = r => new($"It is {r.M} like {Item(r)} (Jaccard similarity of word groups); from {r.L} on the two are the same.",
            Reasons.Above(r.Measured) is { } above ? [r.Own("threshold", above), r.Own("policy", "flag")] : [r.Own("policy", "flag")], Tested),

        // Review
        [Review.ReviewedWrong] = _ => new("A person read it and called it wrong.", [], Reviewed),
        [Review.ReviewedTwoFailed] = r => new($"A person read it, and it failed {r.M} of the five questions; at most {r.L} may fail.", [], Reviewed),
        [Review.ReviewedHarmful] = _ => new("A person read it and called it harmful.", [], Reviewed),

        // Scoring, outliers
        [ScoreFilter.LowScore] = r => new($"Its quality score is {r.M}; at least {r.L} is asked for. What users did with the answer speaks against it.", [r.Own("min", Reasons.Down(r.Measured)), r.Own("policy", "flag")], null),
        [SelfDistillation.OwnOutput] = r => new("The model to be trained wrote the answer itself.", [r.Own("policy", "flag")], null),
        [LabelNoise.WrongLabel] = r => new($"A model that has not seen it finds its label improbable: {r.M}; up to {r.L} is suspect.", [r.Own("policy", "flag")], null),
        [OutlierFilter.OutOfDistribution] = r => new($"It is far from the other rows: {r.M}, the farthest normal distance is {r.L}.", [r.Own("policy", "flag"), r.Own("maxDistance", Math.Min(6.907755, Reasons.Up(r.Measured)))], null),
        [OutlierFilter.OutOfDomain] = r => new($"The domain classifier takes it for foreign: {r.M}, at least {r.L} is normal.", [r.Own("policy", "flag"), r.Own("minDomain", Reasons.Down(r.Measured))], null),
        [OutlierFilter.DetectedStrange] = r => new($"The detector finds it strange: {r.M}, the highest normal score is {r.L}.", [r.Own("policy", "flag"), r.Own("maxDetector", Reasons.Up(r.Measured))], null),
        [OutlierFilter.FarFromClass] = r => new($"It is far from the centre of its class: {r.M}, at least {r.L} is normal.", [r.Own("policy", "flag"), r.Own("minCentroid", Reasons.Down(r.Measured))], null),

        // Splitting, balancing, format
        [LeakageCheck.Leaked] = r => new($"It says or asks the same as {Text.Numbers.Count((long)r.Measured, "row")} of a held-out split.", [r.Own("policy", "flag")], "With it in train the test would measure memory."),
        [Balancer.Downsampled] = r => new($"Its class has {r.M} rows, {r.L} stay; the others are chosen by the seed.", [r.Own("method", "none")], null),
        [Balancer.OverCap] = r => new($"Its class has {r.M} rows, the cap is {r.L}; those that stay are chosen by the seed.", [r.Own("cap", r.Measured)], null),
        [Balancer.OverMix] = r => new($"Its kind of source has {r.M} rows, the mix gives it {r.L}; those that stay are chosen by the seed.", [r.Own("mix", "off")], null),
        [Balancer.NotInTarget] = _ => new("Its class has no share in the wanted distribution.", [], "Give its class a share in balance.target."),
        [SyntheticShare.OverSyntheticShare] = r => new($"A model made it, and {r.M} of the training lines are made so; at most {r.L} may be.", [r.Own("enforce", "false")], null),
        [FormatCheck.CannotHoldToolCalls] = _ => new("The chosen format cannot hold tool calls.", [], "Write another format: --format chatml."),
        [FormatCheck.CannotHoldTurnOrder] = _ => new("The chosen format cannot hold turns in this order.", [], "Write another format: --format chatml."),
        [FormatCheck.ToolsNotJson] = _ => new("Its tool definitions are no JSON.", [], Unreadable),
        [FormatCheck.DataType] = _ => new("The row is no JSON object.", [], Unreadable),
        [FormatCheck.MissingMessagesList] = _ => new("The row has no turns.", [], Unreadable),
        [FormatCheck.MessageMissingKey] = r => new($"Turn {r.M} (from 0) has no role or no content.", [], Unreadable),
        [FormatCheck.MessageUnrecognizedKey] = r => new($"Turn {r.M} (from 0) has a field that trainers do not know.", [], Unreadable),
        [FormatCheck.UnrecognizedRole] = r => new($"Turn {r.M} (from 0) has a role that trainers do not know.", [], Unreadable),
        [FormatCheck.MissingContent] = r => new($"Turn {r.M} (from 0) has no text.", [], Unreadable),
        [FormatCheck.ExampleMissingAssistantMessage] = _ => new("No turn is the assistant's: there is nothing to learn.", [], Unreadable),
        ["set-aside"] = _ => new("A rule failed on it, and the run was allowed to set such rows aside.", [], "The rule has a fault; the run's first failure says where when none may be set aside."),
    };

    private static string Item(ReasonCase r) => OutsideCause.Of(r.Exit.CauseId) is { } cause ? $"item {cause.Item} of the evaluation set {cause.Set}" : "an item of an evaluation set";

    private static string Found(ReasonCase r) => r.Measured == 1 ? "one thing was found" : $"{r.M} things were found";
}
