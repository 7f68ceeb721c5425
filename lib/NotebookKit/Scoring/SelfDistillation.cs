using System.Globalization;

namespace NotebookKit.Scoring;

/// <summary>Finds answers that the model to be trained wrote itself (S3: training on a model's own outputs narrows it). Answers that a
/// person edited are the person's.</summary>
public sealed record SelfDistillation : ExampleStage
{
    /// <summary>A model of the family of <see cref="BaseModel"/> wrote the answer; <c>measured</c> is how many times the text went through a model, <c>limit</c> is 0.</summary>
    public const string OwnOutput = "self-distillation";

    private const string Unnamed = "unknown-model";

    /// <inheritdoc/>
    public override string Name => "SelfDistillation";

    /// <summary>Name of the model that will be trained, such as gpt-4o-mini or Llama-3.1-8B. Default null: off. Snapshots, fine-tunings and quantizations count as the same model (S3).</summary>
    public string? BaseModel
    {
        get;
        init => field = value is not null && ModelFamily.Of(value).Length == 0
            ? throw new ArgumentOutOfRangeException(nameof(BaseModel), value, "BaseModel must name a model, but was blank.") : value;
    }

    /// <summary>What happens to such rows: Flag or Remove. Default Flag, with a warning in the report.</summary>
    public FilterPolicy Policy { get; init => field = Guard.Defined(value); } = FilterPolicy.Flag;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        if (BaseModel is null || Provenance.Of(example) != AnsweredBy.Model) return Outcome.Keep(example);
        if (example.Generator is null or Provenance.UnknownModel)
        {
            tally.Add(Unnamed);
            return Outcome.Keep(example);
        }

        if (!ModelFamily.Same(example.Generator, BaseModel)) return Outcome.Keep(example);
        tally.Add(OwnOutput);
        var generation = Math.Max(1, example.Generation);
        return Policy == FilterPolicy.Remove ? Outcome.Remove(example, OwnOutput, generation, 0) : Flag(example, OwnOutput, generation, 0);
    }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<Finding> Findings(StageOutcome outcome)
    {
        var all = outcome.Kept.Count + outcome.Removed.Count;
        var findings = new List<Finding>();
        if (outcome.Tally.Counts.GetValueOrDefault(OwnOutput) is > 0 and var own)
            findings.Add(new(Severity.Warning, OwnOutput, string.Create(CultureInfo.InvariantCulture,
                $"{own} of {all} answers were written by the base model itself ({outcome.Removed.Count} removed): it would learn its own habits.")));
        if (outcome.Tally.Counts.GetValueOrDefault(Unnamed) is > 0 and var unnamed)
            findings.Add(new(Severity.Note, Unnamed, string.Create(CultureInfo.InvariantCulture,
                $"{unnamed} of {all} answers were written by a model that was not logged: whether it is the base model cannot be told.")));
        return findings;
    }
}
