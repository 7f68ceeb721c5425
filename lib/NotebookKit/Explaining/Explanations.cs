using NotebookKit.Anonymizing;
using NotebookKit.Display;
using NotebookKit.Display.Pages;
using NotebookKit.Formatting;
using NotebookKit.Recipes;
using NotebookKit.Writing;

namespace NotebookKit.Explaining;

/// <summary>Asks a dataset why: after the ready recipe, and after any chain of cells.</summary>
public static class Explanations
{
    /// <summary>The whole life of a row: what each stage did with it, why it left or where it went, and which row was kept instead.</summary>
    /// <param name="data">The dataset that came out.</param>
    /// <param name="asked">The row's id, the id that its source gave it, or <c>file:line</c> of an input.</param>
    /// <param name="run">Seed and key of the run; null for the defaults. Texts are masked with them before they are shown.</param>
    /// <exception cref="UnknownRowException">There is no such row.</exception>
    public static RowLife Why(this Dataset data, string asked, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrWhiteSpace(asked);
        return new LifeBuilder(FactsOf(data, run)).Why(asked);
    }

    /// <summary>The whole life of a row of a prepared dataset.</summary>
    /// <exception cref="UnknownRowException">There is no such row.</exception>
    public static RowLife Why(this Preparation preparation, string asked)
    {
        ArgumentNullException.ThrowIfNull(preparation);
        ArgumentException.ThrowIfNullOrWhiteSpace(asked);
        return new LifeBuilder(FactsOf(preparation)).Why(asked);
    }

    /// <summary>Rows, kept or removed, whose masked text has a piece of text, without regard to case.</summary>
    /// <param name="data">The dataset that came out.</param>
    /// <param name="text">The text.</param>
    /// <param name="most">How many to give at most. Default 20, at least 1.</param>
    public static IReadOnlyList<TextMatch> Search(this Dataset data, string text, int most = 20)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return [.. FactsOf(data, null).Search(text).Take(Guard.AtLeast(most, 1))];
    }

    /// <summary>Writes a dataset that any chain of cells led to: the files to hand over and the audit folder, whole or not at all. Texts of rows that left are masked by the
    /// defaults of <see cref="Anonymizer"/>.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="folder">A folder that is new, empty, or of an earlier run.</param>
    /// <param name="run">Seed and key; null for the defaults.</param>
    /// <param name="format">The shape of the rows. Default ChatMl.</param>
    /// <exception cref="OutputFolderException">The folder may not be used or cannot be written; what it held is still there.</exception>
    public static RunSummary WriteTo(this Dataset data, string folder, RunContext? run = null, ChatFormat format = ChatFormat.ChatMl) => OutputOf(data, run, format).WriteTo(folder);

    /// <summary>The report of a dataset that any chain of cells led to.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="run">Seed and key; null for the defaults.</param>
    public static Report Report(this Dataset data, RunContext? run = null) => OutputOf(data, run, ChatFormat.ChatMl).ToReport();

    private static RunOutput OutputOf(Dataset data, RunContext? run, ChatFormat format)
    {
        ArgumentNullException.ThrowIfNull(data);
        run ??= new();
        var masker = new Anonymizer().For(run);
        return new()
        {
            Result = data,
            Recipe = new("own stages", []),
            Mask = example => masker.Mask(example),
            MaskText = text => masker.MaskText(text),
            Run = run,
            Format = format,
        };
    }

    private static DatasetFacts FactsOf(Dataset data, RunContext? run)
    {
        var masker = new Anonymizer().For(run ?? new());
        return new(data, null, history => new TextMask(e => masker.Mask(e), t => masker.MaskText(t), history));
    }

    private static DatasetFacts FactsOf(Preparation preparation)
    {
        var (masker, maskedBy) = preparation.Masker();
        return new(preparation.Data, preparation.Recipe, history => new TextMask(e => masker.Mask(e), t => masker.MaskText(t), history, maskedBy));
    }
}
