using NotebookKit.Display;
using NotebookKit.Display.Charts;

// How contradictions show themselves stands here, beside the views: a stage knows nothing of showing.
namespace NotebookKit.Deduplicating;

/// <content>Shows itself as its numbers, the contested questions and their authors. Texts and authors of rows that no stage has anonymized are masked.</content>
public sealed partial class ContradictionsResult
{
    private const int MostQuestions = 20, MostAuthors = 20;

    /// <summary>The contested questions, one row a version: answer, rows, share, authors, first and last date, quality, how many rows stay, whether it is the most frequent or stale, and the id of its best row.</summary>
    /// <param name="questions">Questions to show, at least 0. Default 20.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public Table ToTable(int questions = MostQuestions, TextMask? mask = null) => Shown(mask).Questions(Questions, questions);

    /// <summary>The authors: answers, share, contested ones, how often with the majority or stale; all together below.</summary>
    /// <param name="authors">Authors to show, at least 0. Default 20.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public Table ToAuthorTable(int authors = MostAuthors, TextMask? mask = null) => Shown(mask).Authors(Authors, authors);

    /// <summary>How the authors write: median words, share of answers with lists, greeting, sign-off, question back, exclamation mark, formal and informal address; all together below.</summary>
    /// <param name="authors">Authors to show, at least 0. Default 20.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public Table ToStyleTable(int authors = MostAuthors, TextMask? mask = null) => Shown(mask).Styles(Authors, authors);

    /// <summary>Contested answers by author: with the majority, and otherwise: against it, or where there is none.</summary>
    /// <param name="authors">Authors to show, at least 1. Default 20.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public Chart ToChart(int authors = MostAuthors, TextMask? mask = null) => ContestedChart.Of(Authors, Guard.AtLeast(authors, 1), Shown(mask));

    private protected override IEnumerable<Table> Tables()
    {
        foreach (var table in base.Tables()) yield return table;
        if (Questions.Count == 0) yield break;
        yield return ToTable();
        yield return ToAuthorTable();
        yield return ToStyleTable();
    }

    private ContestedTable Shown(TextMask? mask)
    {
        var anonymized = input.Examples.All(e => e.IsAnonymized);
        return new(e => TextMask.Shown(e, mask), author => TextMask.Shown(new Example { Id = "author", Author = author, IsAnonymized = anonymized }, mask).Author ?? AnswerAuthor.Unknown);
    }
}

/// <summary>The chart of contested answers by author.</summary>
internal static class ContestedChart
{
    public static Chart Of(IReadOnlyList<AnswerAuthor> authors, int most, ContestedTable shown)
    {
        var contested = authors.Where(a => a.ContestedRows > 0).Take(most).ToList();
        NumberSeries Series(string name, Func<AnswerAuthor, double> number) => new(name, [.. contested.Select(number)]);
        return Chart.StackedBar("Contested answers by author", contested.Select(a => shown.Name(a.Author)),
            [Series("with the majority", a => a.MajorityRows), Series("otherwise", a => a.ContestedRows - a.MajorityRows)], new() { Horizontal = true });
    }
}
