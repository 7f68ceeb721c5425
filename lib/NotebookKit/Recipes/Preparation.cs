using NotebookKit.Anonymizing;
using NotebookKit.Display;
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
    /// <summary>Writes the files to hand over and the audit folder, whole or not at all.</summary>
    /// <exception cref="OutputFolderException">The folder may not be used or cannot be written; what it held is still there.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; nothing was changed.</exception>
    public RunSummary WriteTo(string folder)
    {
        var (masker, maskedBy) = Masker();
        return new RunOutput
        {
            Result = Data,
            Recipe = Recipe,
            Mask = example => masker.Mask(example),
            MaskText = text => masker.MaskText(text),
            MaskedBy = maskedBy,
            Run = Run,
            Format = Options.Format,
            Before = Before,
            ChangedSettings = Recipe.Differences(Options.Sourcing, FineTuning.Recipe()),
        }.WriteTo(folder);
    }

    /// <summary>What is shown is masked as the run masked it; where a recipe has no such stage, by the defaults: nothing is ever shown raw.</summary>
    internal (Masker Masker, string? MaskedBy) Masker()
    {
        var anonymizer = Recipe.Steps.Select(s => s.Stage).OfType<Anonymizer>().LastOrDefault();
        return ((anonymizer ?? new Anonymizer { Terms = Options.Terms }).For(Run), anonymizer?.Name);
    }
}
