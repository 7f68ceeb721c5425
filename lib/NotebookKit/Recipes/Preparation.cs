using NotebookKit.Anonymizing;
using NotebookKit.Augmenting;
using NotebookKit.Checking;
using NotebookKit.Deduplicating;
using NotebookKit.Display;
using NotebookKit.Formatting;
using NotebookKit.Reviewing;
using NotebookKit.Writing;

namespace NotebookKit.Recipes;

/// <summary>A prepared dataset with all that is needed to write and explain it.</summary>
/// <param name="Data">The dataset, with the account of all that led to it.</param>
/// <param name="Recipe">The recipe that ran.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Run">Seed, key and threads of the run.</param>
/// <param name="Before">What was in the data before the first stage.</param>
public sealed record Preparation(Dataset Data, Recipe Recipe, PrepareOptions Options, RunContext Run, DatasetProfile Before)
{
    /// <summary>Cost and weight of the sources.</summary>
    public SourceFacts Facts { get; init; } = SourceFacts.None;

    /// <summary>What the checks know beside the rows.</summary>
    public AssessmentOptions Checks
    {
        get
        {
            var (masker, _) = Masker();
            return new()
            {
                Run = Run,
                Format = Options.Format,
                Recipe = Recipe,
                MaxTokens = Options.MaxTokens,
                Terms = Recipe.Steps.Select(s => s.Stage).OfType<ResidualCheck>().LastOrDefault()?.Terms ?? Options.Terms,
                Verdicts = Recipe.Steps.Select(s => s.Stage).OfType<Review>().LastOrDefault()?.Verdicts ?? Verdicts.None,
                Sources = Facts,
                MaskText = text => masker.MaskText(text),
            };
        }
    }

    /// <summary>Checklist, next steps, source matrix and drift, without writing anything.</summary>
    public Assessment Assess() => Assessment.Of(Data, Checks);

    /// <summary>The messy variants that were made; null where none were asked for.</summary>
    public MessyResult? Messy { get; init; }

    /// <summary>The inputs that were given as typical of the domain.</summary>
    internal IReadOnlyList<InputReport> InDomain { get; init; } = [];

    /// <summary>What later runs need to know about the rows.</summary>
    internal KeptSketches? Sketches { get; init; }

    /// <summary>The earlier runs that the rows were compared with.</summary>
    internal IReadOnlyList<EarlierRun> Earlier { get; init; } = [];

    /// <summary>The detector that scored rows.</summary>
    internal Outliers.FittedDetector? Detector { get; init; }

    /// <summary>The inputs that the rows were compared with.</summary>
    internal IReadOnlyList<InputReport> Against { get; init; } = [];

    /// <summary>Writes the files to hand over and the audit folder, whole or not at all.</summary>
    /// <exception cref="OutputFolderException">The folder may not be used or cannot be written; what it held is still there.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; nothing was changed.</exception>
    public RunSummary WriteTo(string folder) => ToOutput().WriteTo(folder);

    /// <summary>All that is needed to write the run and to report on it.</summary>
    internal RunOutput ToOutput()
    {
        var (masker, maskedBy) = Masker();
        return new()
        {
            Result = Data,
            Recipe = Recipe,
            Mask = example => masker.Mask(example),
            MaskText = text => masker.MaskText(text),
            MaskedBy = maskedBy,
            Run = Run,
            Format = Written,
            Before = Before,
            ChangedSettings = Recipe.Differences(Options.Sourcing, FineTuning.Recipe()),
            Checks = Checks,
            Request = PrepareRequest.ToJson(Options, Run, InDomain, Against, Earlier, Detector),
            Sketches = Sketches,
            Earlier = Earlier,
        };
    }

    /// <summary>The format that the recipe checked is the one that is written, also where it was set by the stage's own option.</summary>
    private ChatFormat Written => Recipe.Steps.Select(s => s.Stage).OfType<FormatCheck>().LastOrDefault()?.Format ?? Options.Format;

    /// <summary>What is shown is masked as the run masked it; where a recipe has no such stage, by the defaults: nothing is ever shown raw.</summary>
    internal (Masker Masker, string? MaskedBy) Masker()
    {
        var anonymizer = Recipe.Steps.Select(s => s.Stage).OfType<Anonymizer>().LastOrDefault();
        return ((anonymizer ?? new Anonymizer { Terms = Options.Terms, Deny = Options.Deny }).For(Run), anonymizer?.Name);
    }
}
