using NotebookKit.Augmenting;
using NotebookKit.Formatting;
using NotebookKit.Sourcing;

namespace NotebookKit.Recipes;

/// <summary>What a person decides about preparing a fine-tuning dataset; all else has a default, and every option of every stage
/// can be changed on the recipe.</summary>
public sealed record PrepareOptions
{
    /// <summary>How inputs are read.</summary>
    public SourcingOptions Sourcing { get; init; } = new();

    /// <summary>What the model will do. Default null: detected for each input, and shown.</summary>
    public TaskKind? Task { get; init => field = value is { } task ? Guard.Defined(task) : null; }

    /// <summary>Shape of the training rows. Default ChatML (OpenAI messages).</summary>
    public ChatFormat Format { get; init => field = Guard.Defined(value); }

    /// <summary>Language that rows must have, as a code of two letters (<c>en</c>). Default null: other languages are only listed.</summary>
    public string? Language { get; init; }

    /// <summary>Model that will be trained. Default null: answers that it wrote itself cannot be told.</summary>
    public string? BaseModel { get; init; }

    /// <summary>Terms of the domain (article numbers, codes) that are never masked as personal data. Default: none.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Values that are always masked, each alone or behind a type and a tab, as <see cref="Anonymizing.Anonymizer.Deny"/> takes them. Default: none.</summary>
    public IReadOnlyList<string> Deny { get; init; } = [];

    /// <summary>Inputs that are typical of the domain; with them a classifier joins the search for rows that are not. Default: none.</summary>
    public IReadOnlyList<string> InDomain { get; init; } = [];

    /// <summary>File of a fitted detector, as <see cref="Outliers.FittedDetector.Save"/> writes it: each row gets its score as <c>outlier.detector</c>, and the option <c>MaxDetector</c> of the step
    /// <c>outlier-filter</c> says from where on a row is strange. Fitted with the built-in embedder. Default null: none.</summary>
    public string? Detector { get; init; }

    /// <summary>Folders of earlier runs: new rows that are duplicates of rows which those kept leave, and what was kept is not read again (docs/incremental.md). Default: none.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>Files that the model will be tested on (test sets, evaluation files, benchmarks), in any shape that inputs have: rows that overlap with them leave in the step
    /// <c>decontamination</c>. Default: none.</summary>
    public IReadOnlyList<string> Against { get; init; } = [];

    /// <summary>Licences that may be used. Default null: all.</summary>
    public IReadOnlyList<string>? Licences { get; init; }

    /// <summary>Filled-in review files (<c>audit/review-sample.jsonl</c> of an earlier run, or CSV with its fields). Default: none.</summary>
    public IReadOnlyList<string> Verdicts { get; init; } = [];

    /// <summary>File with cost and weight of the sources, as <see cref="Checking.SourceFacts"/> reads it. Default null: not known.</summary>
    public string? SourceFacts { get; init; }

    /// <summary>Tokens that the model, or the trainer's cut-off, allows in one row. At least 1; default null: not known.</summary>
    public int? MaxTokens { get; init => field = Guard.AtLeast(value, 1); }

    /// <summary>Least share of planted personal data of each type that the anonymizing must find, 0–1; below it the run fails
    /// (<see cref="Anonymizing.PlantedRecall"/>). Default null: nothing is planted.</summary>
    public double? LeastRecall { get; init => field = Guard.Ratio(value); }

    /// <summary>Messy variants of training rows, made behind the step that splits: each is marked as derived from its row, and stays in its split. Default null: none.</summary>
    public MessyVariants? Messy { get; init; }

    /// <summary>Folder from which the account names inputs, so that it is the same wherever the folder lies. Default null: inputs are named
    /// as they were given.</summary>
    public string? InputRoot { get; init; }

    /// <summary>Number of examples to draw by the seed before anything else, at least 1. Default null: all.</summary>
    public int? Sample { get; init => field = Guard.AtLeast(value, 1); }
}
