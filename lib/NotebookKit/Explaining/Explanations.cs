using NotebookKit.Anonymizing;
using NotebookKit.Display;
using NotebookKit.Recipes;

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
