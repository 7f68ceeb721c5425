using System.Globalization;

namespace NotebookKit.Scoring;

/// <summary>Scores each example by what its source recorded about it (S0's signal table), and measures its texts. It only annotates:
/// <see cref="ScoreFilter"/> decides.
/// <para><c>quality = 1 ÷ (1 + e^−points)</c>, rounded to 6 digits; points are the sum of the <see cref="SignalWeights"/> that apply.
/// No signal: 0 points, 0.5. How common a row is counts on an absolute scale (log₂ of <see cref="Example.Occurrences"/> ÷ 5, at most 1),
/// so a row's score does not depend on the other rows.</para></summary>
public sealed record SignalScorer : ExampleStage
{
    private const double FewWords = 20, ManyWords = 200, ManyOccurrences = 32;

    /// <inheritdoc/>
    public override string Name => "Scoring";

    /// <summary>What each signal counts. Points per signal; default: S0's order with S3's signals.</summary>
    public SignalWeights Weights { get; init => field = value ?? throw new ArgumentNullException(nameof(Weights)); } = new();

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        var by = Provenance.Of(example);
        tally.Add(CountOf(by));
        var scores = TextMeasures.Add(example.Scores, example, out var words);
        var points = Points(example, by) + (Weights.DetailedFor(example.Task) * Detail(words)) + (Weights.Common * Frequency(example.Occurrences));
        var quality = Math.Round(1 / (1 + Math.Exp(-points)), 6);
        return Outcome.Keep(Provenance.Complete(example, by) with { Scores = scores.With(ScoreNames.Quality, quality) });
    }

    private double Points(Example example, AnsweredBy by)
    {
        var signals = example.Signals;
        double When(Events any, double points) => (signals.Events & any) != 0 ? points : 0;
        var points = by == AnsweredBy.EditedModel ? Weights.Edited : When(Events.Accepted, Weights.Accepted);
        points += When(Events.Rejected, Weights.Rejected) + When(Events.Copied, Weights.Copied) + When(Events.AskedAgain, Weights.AskedAgain);
        points += When(Events.ThumbsUp, Weights.Thumbs) - When(Events.ThumbsDown, Weights.Thumbs);
        points += When(Events.Resolved, Weights.Resolved) + When(Events.Abandoned | Events.Crashed, Weights.BrokenOff);
        points += When(Events.Clicked | Events.CategoryAssigned | Events.TemplateUsed, Weights.Chosen);
        if (signals.Rating is { } rating && double.IsFinite(rating)) points += Weights.Rating * Math.Clamp((rating - 3) / 2, -1, 1);
        return by == AnsweredBy.Human ? points + Weights.ByHuman : points;
    }

    /// <summary>0 up to 20 words, 1 from 200 on, in between by the logarithm: twice the words count the same step everywhere.</summary>
    private static double Detail(int words) => Math.Clamp(Math.Log2(Math.Max(words, 1) / FewWords) / Math.Log2(ManyWords / FewWords), 0, 1);

    private static double Frequency(int occurrences) => Math.Min(1, Math.Log2(Math.Max(occurrences, 1)) / Math.Log2(ManyOccurrences));

    private static string CountOf(AnsweredBy by) => by switch
    {
        AnsweredBy.Human => "target-by-person",
        AnsweredBy.EditedModel => "target-edited",
        AnsweredBy.Model => "target-by-model",
        _ => "target-unknown",
    };

    /// <inheritdoc/>
    protected internal override IReadOnlyList<Finding> Findings(StageOutcome outcome)
    {
        if (outcome.Kept.Count == 0) return [];
        long Count(AnsweredBy by) => outcome.Tally.Counts.GetValueOrDefault(CountOf(by));
        string Share(AnsweredBy by) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * Count(by) / outcome.Kept.Count:0.#}%");
        var text = $"Targets: {Share(AnsweredBy.Human)} written or chosen by a person, {Share(AnsweredBy.EditedModel)} edited by a person, "
            + $"{Share(AnsweredBy.Model)} by a model, {Share(AnsweredBy.Unknown)} unknown.";
        // S0 and S3: what a model wrote and nobody touched teaches the model itself.
        var mostlyModel = 2 * Count(AnsweredBy.Model) > outcome.Kept.Count;
        return [new(mostlyModel ? Severity.Warning : Severity.Note, "targets-by-author", text)];
    }
}
