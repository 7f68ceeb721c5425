using NotebookKit.Anonymizing;
using NotebookKit.Balancing;
using NotebookKit.Cleaning;
using NotebookKit.Deduplicating;
using NotebookKit.Display;
using NotebookKit.Formatting;
using NotebookKit.Outliers;
using NotebookKit.Scoring;
using NotebookKit.Sourcing;
using NotebookKit.Splitting;

namespace NotebookKit.Recipes;

/// <summary>The ready recipe: what apps record → a dataset fit to fine-tune a language model. Notebooks, scripts and tests all run this one.</summary>
public static class FineTuning
{
    /// <summary>The stages in order. Filters that judge a row alone run before stages that keep one row instead of another; balancing comes
    /// after the split, so that no copy of a training row is in the test.</summary>
    public static Recipe Recipe(PrepareOptions? options = null)
    {
        options ??= new();
        return new("fine-tuning",
        [
            new("extraction", new Extraction()),
            new("permissions", new Permissions { Licences = options.Licences }),
            new("identity", new Identity()),
            new("anonymizing", new Anonymizer { Terms = options.Terms }),
            new("pii", new ResidualCheck { Terms = options.Terms }),
            new("cleaning", new Cleaner()),
            new("language", new LanguageCheck { Languages = options.Language is { } language ? [language] : null }),
            new("contradictions", new Contradictions()),
            new("exact", new ExactDuplicates()),
            new("scoring", new SignalScorer()),
            new("quality", new ScoreFilter()),
            new("self-distillation", new SelfDistillation { BaseModel = options.BaseModel }),
            new("near", new NearDuplicates()),
            new(UnfinishedAnswers.Key, new UnfinishedAnswers()),
            new("outliers", new OutlierScorer()),
            new("outlier-filter", new OutlierFilter()),
            new("split", new Splitter()),
            new("leakage", new LeakageCheck()),
            new("balance", new Balancer()),
            new("synthetic", new SyntheticShare()),
            new("format", new FormatCheck { Format = options.Format }),
        ]);
    }

    /// <summary>Reads inputs and runs the recipe on them; <see cref="Preparation.WriteTo"/> writes the result.</summary>
    /// <param name="inputs">Files, in the order in which rows are kept.</param>
    /// <param name="options">What to do; null for the defaults.</param>
    /// <param name="run">Seed, key, threads, progress; null for the defaults.</param>
    /// <param name="recipe">Another recipe than <see cref="Recipe"/> gives.</param>
    /// <exception cref="SourceException">An input is missing or cannot be opened.</exception>
    /// <exception cref="StageFailedException">A rule threw.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Preparation Prepare(IEnumerable<string> inputs, PrepareOptions? options = null, RunContext? run = null, Recipe? recipe = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        options ??= new();
        run ??= new();
        recipe ??= Recipe(options);
        var sourcing = options.Sourcing with { Task = options.Task ?? options.Sourcing.Task };
        recipe = WithDomain(recipe, options, sourcing, run);
        var read = Sources.Read(inputs, sourcing, run);
        if (options.InputRoot is { } root) read = InputNames.From(root, read);
        if (options.Sample is { } count) read = Sampling.Draw(read, count, run.Seed);
        var before = DatasetProfile.Of(read);
        return new(recipe.Run(read, run), recipe, options, run, before);
    }

    /// <summary>Rows that are typical of the domain go the same way as the others before they are compared with them: masked alike.</summary>
    private static Recipe WithDomain(Recipe recipe, PrepareOptions options, SourcingOptions sourcing, RunContext run)
    {
        if (options.InDomain.Count == 0) return recipe;
        var quiet = run with { Progress = null };
        var typical = Sources.Read(options.InDomain, sourcing, quiet);
        foreach (var step in recipe.Steps)
            if (step.Stage is Identity or Anonymizer) typical = step.Stage.Apply(typical, quiet).Kept;
        foreach (var step in recipe.Steps)
            if (step.Stage is OutlierScorer scorer) recipe = recipe.Replace(step.Key, scorer with { InDomain = typical });
        return recipe;
    }
}
