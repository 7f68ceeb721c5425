using NotebookKit.Anonymizing;
using NotebookKit.Augmenting;
using NotebookKit.Balancing;
using NotebookKit.Checking;
using NotebookKit.Cleaning;
using NotebookKit.Deduplicating;
using NotebookKit.Display;
using NotebookKit.Formatting;
using NotebookKit.Outliers;
using NotebookKit.Reviewing;
using NotebookKit.Scoring;
using NotebookKit.Sourcing;
using NotebookKit.Splitting;

namespace NotebookKit.Recipes;

/// <summary>The ready recipe: what apps record → a dataset fit to fine-tune a language model. Notebooks, scripts and tests all run this one.</summary>
public static class FineTuning
{
    /// <summary>Key of the step that <see cref="PrepareOptions.LeastRecall"/> puts into a recipe.</summary>
    internal const string PlantingStep = "planted";

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
            new("anonymizing", new Anonymizer { Terms = options.Terms, Deny = options.Deny }),
            new("pii", new ResidualCheck { Terms = options.Terms, Deny = options.Deny }),
            new("cleaning", new Cleaner()),
            new("language", new LanguageCheck { Languages = options.Language is { } language ? [language] : null }),
            new("contradictions", new Contradictions()),
            new("exact", new ExactDuplicates()),
            new("scoring", new SignalScorer()),
            new("quality", new ScoreFilter()),
            new("self-distillation", new SelfDistillation { BaseModel = options.BaseModel }),
            // Before near: were the best row of a group taken out here, those that it stands for would be gone as well. Behind exact: copies of one row are not what makes a text common.
            new("decontamination", new Decontamination()),
            new("near", new NearDuplicates()),
            // Nobody moves the threshold of a run: pairs below it need not be measured.
            new("semantic", new SemanticDuplicates { MeasureFrom = 0.95 }),
            new("unfinished", new UnfinishedAnswers()),
            new("review", new Review()),
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
    /// <exception cref="BadInputException">Verdicts, facts about sources, files to compare with or signatures of earlier runs cannot be used.</exception>
    /// <exception cref="StageFailedException">A rule threw.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Preparation Prepare(IEnumerable<string> inputs, PrepareOptions? options = null, RunContext? run = null, Recipe? recipe = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        options ??= new();
        run ??= new();
        recipe ??= Recipe(options);
        var sourcing = options.Sourcing with { Task = options.Task ?? options.Sourcing.Task };
        // What people wrote is read first: a slip in it should not cost the time of a run.
        var verdicts = Verdicts.Read(options.Verdicts);
        var facts = options.SourceFacts is { } file ? SourceFacts.Read(file) : SourceFacts.None;
        recipe = WithEarlier(recipe, options, run, out var earlier);
        recipe = WithDomain(recipe, options, sourcing, run, out var typical);
        recipe = WithDetector(recipe, options, out var detector);
        recipe = WithReferences(recipe, options, sourcing, run, out var against);
        if (options.Messy is not null && !recipe.Steps.Any(s => s.Stage is Splitter))
            throw new BadInputException("Messy variants were asked for, but the recipe has no step that splits: a variant could get into the test. Put it back, or leave them out.");
        var read = Sources.Read(inputs, sourcing, run);
        verdicts.CheckIds(read);
        facts.CheckSources(read);
        recipe = WithPlanting(WithVerdicts(recipe, verdicts, run), options);
        if (options.InputRoot is { } root) read = InputNames.From(root, read);
        if (options.Sample is { } count) read = Sampling.Draw(read, count, run.Seed);
        var before = DatasetProfile.Of(read) with { Languages = LanguageMix.Of(read, run.Seed) };
        var sketches = new KeptSketches();
        var prepared = WithVariants(recipe, options.Messy, read, run with { Sketches = sketches }, out var messy);
        return new(prepared, recipe, options, run, before) { Messy = messy, Facts = facts, InDomain = typical, Against = against, Sketches = sketches, Earlier = earlier, Detector = detector };
    }

    /// <summary>Variants are made as soon as it is known which rows are for training; all steps behind the split, which check it, count and format, see them.</summary>
    private static Dataset WithVariants(Recipe recipe, MessyVariants? variants, Dataset read, RunContext run, out MessyResult? made)
    {
        made = null;
        if (variants is null) return recipe.Run(read, run);
        // One time for both parts of the run.
        if (run.AsOf is null && read.NewestDate is { } newest) run = run with { AsOf = newest };
        var split = recipe.Steps.ToList().FindLastIndex(s => s.Stage is Splitter) + 1;
        made = variants.Make(new Recipe(recipe.Name, recipe.Steps[..split]).Run(read, run), run);
        return new Recipe(recipe.Name, recipe.Steps[split..]).Run(made.Dataset, run);
    }

    /// <summary>Where a least recall is asked for, it is measured behind the stages that mask, on the anonymizer of the recipe.</summary>
    private static Recipe WithPlanting(Recipe recipe, PrepareOptions options)
    {
        var steps = recipe.Steps;
        var anonymizer = steps.Select(s => s.Stage).OfType<Anonymizer>().LastOrDefault() ?? new Anonymizer { Terms = options.Terms };
        if (options.LeastRecall is { } least && !steps.Any(s => s.Stage is PlantedRecallCheck))
            steps = steps.Insert(steps.ToList().FindLastIndex(s => s.Stage is Anonymizer or ResidualCheck) + 1, new(PlantingStep, new PlantedRecallCheck { LeastRecall = least }));
        return new(recipe.Name, steps.Select(s => s.Stage is PlantedRecallCheck check ? s with { Stage = check.Of(anonymizer) } : s));
    }

    /// <summary>What a person wrote into a correction is masked as the rows were, and looked at again: a person types names, too.</summary>
    private static Recipe WithVerdicts(Recipe recipe, Verdicts verdicts, RunContext run)
    {
        if (verdicts.Count == 0) return recipe;
        if (!recipe.Steps.Any(s => s.Stage is Review))
            throw new BadInputException("Verdicts were given, but the recipe has no review step to carry them out; put it back, or leave the verdicts out.");
        var maskers = recipe.Steps.Select(s => s.Stage).OfType<Anonymizer>().Select(a => a.For(run)).ToList();
        var residual = recipe.Steps.Select(s => s.Stage).OfType<ResidualCheck>().LastOrDefault() is { } check ? check with { Policy = ResidualPolicy.Mask } : null;
        string Masked(string text)
        {
            // As an example, so that the second look knows what the first one put there.
            var correction = new Example { Id = "correction", Messages = [new(Role.Assistant, text)] };
            foreach (var masker in maskers) correction = masker.Mask(correction);
            return residual is null ? correction.Output : residual.Apply(Dataset.Of([correction])).Kept.Examples[0].Output;
        }

        var masked = verdicts.MapCorrections(Masked);
        foreach (var step in recipe.Steps)
            if (step.Stage is Review review) recipe = recipe.Replace(step.Key, review with { Verdicts = masked });
        return recipe;
    }

    /// <summary>What earlier runs kept goes into every step that removes duplicates; that it fits is known before a row is read.</summary>
    private static Recipe WithEarlier(Recipe recipe, PrepareOptions options, RunContext run, out IReadOnlyList<EarlierRun> runs)
    {
        runs = [];
        if (options.Earlier.Count == 0) return recipe;
        var earlier = EarlierRuns.Read(options.Earlier);
        runs = earlier.Runs;
        foreach (var step in recipe.Steps)
        {
            if (step.Stage is not ISketchingStage stage) continue;
            earlier.For(stage, run);
            recipe = recipe.Replace(step.Key, stage.After(earlier));
        }

        return recipe.Steps.Any(s => s.Stage is ISketchingStage) ? recipe
            : throw new BadInputException("Earlier runs were given, but the recipe has no step that removes duplicates; put one back, or leave them out.");
    }

    /// <summary>Rows that are typical of the domain go the same way as the others before they are compared with them: masked alike.</summary>
    private static Recipe WithDomain(Recipe recipe, PrepareOptions options, SourcingOptions sourcing, RunContext run, out IReadOnlyList<InputReport> inputs)
    {
        inputs = [];
        if (options.InDomain.Count == 0) return recipe;
        var typical = ReadBeside(recipe, options.InDomain, sourcing, run);
        inputs = typical.History.Inputs;
        foreach (var step in recipe.Steps)
            if (step.Stage is OutlierScorer scorer) recipe = recipe.Replace(step.Key, scorer with { InDomain = typical });
        return recipe;
    }

    private static Recipe WithDetector(Recipe recipe, PrepareOptions options, out FittedDetector? detector)
    {
        detector = null;
        if (options.Detector is null) return recipe;
        if (!recipe.Steps.Any(s => s.Stage is OutlierScorer))
            throw new BadInputException("A detector was given (--detector), but the recipe has no step that scores outliers; put it back, or leave the detector out.");
        detector = FittedDetector.Load(options.Detector);
        foreach (var step in recipe.Steps)
            if (step.Stage is OutlierScorer scorer) recipe = recipe.Replace(step.Key, scorer with { Detector = detector });
        return recipe;
    }

    /// <summary>What a model will be tested on goes the same way as the rows as well: a masked name is the same word on both sides.</summary>
    private static Recipe WithReferences(Recipe recipe, PrepareOptions options, SourcingOptions sourcing, RunContext run, out IReadOnlyList<InputReport> inputs)
    {
        inputs = [];
        if (options.Against.Count == 0) return recipe;
        if (!recipe.Steps.Any(s => s.Stage is Decontamination))
            throw new BadInputException("Files to compare with were given (--against), but the recipe has no decontamination step; put it back, or leave the files out.");
        var read = ReadBeside(recipe, options.Against, sourcing, run);
        inputs = read.History.Inputs;
        // Nothing to compare with would look like nothing found.
        if (inputs.FirstOrDefault(i => i.Examples == 0) is { } empty)
            throw new BadInputException($"{empty.File}: no row to compare with (--against) could be read from it, {Text.Numbers.Count(empty.Rejected, "record was", "records were")} rejected; say how to read it with --read-as or --map.");
        var names = SourceNames.Of([.. inputs.Select(i => i.File)]);
        var sets = inputs.Select((input, i) => new ReferenceSet(SetName(names[i]), Dataset.Of(
            read.Examples.Where(e => e.Position.Source == i), History.OfInputs([input], [.. read.History.Rejected.Where(r => r.File == input.File)])))).ToList();
        foreach (var step in recipe.Steps)
            if (step.Stage is Decontamination stage) recipe = recipe.Replace(step.Key, stage with { Against = [.. stage.Against, .. sets] });
        return recipe;
    }

    private static string SetName(string source)
    {
        var name = source.Replace(':', '-');
        return name.Length > 100 ? name[..100] : name;
    }

    /// <summary>Reads files that are compared with the rows and never become rows: they get ids and are masked as the rows are, and no filter takes anything out of them.</summary>
    private static Dataset ReadBeside(Recipe recipe, IReadOnlyList<string> files, SourcingOptions sourcing, RunContext run)
    {
        var quiet = run with { Progress = null, Vault = null };
        var read = Sources.Read(files, sourcing, quiet);
        foreach (var step in recipe.Steps)
            if (step.Stage is Identity or Anonymizer or ResidualCheck { Policy: ResidualPolicy.Mask }) read = step.Stage.Apply(read, quiet).Kept;
        return read;
    }
}
