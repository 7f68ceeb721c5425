using NotebookKit.Deduplicating;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>Tables of contested questions, their versions and their authors. How texts and authors are shown is the caller's.</summary>
/// <param name="show">A row as it may be shown; null where its text is withheld.</param>
/// <param name="name">An author as it may be shown.</param>
internal sealed class ContestedTable(Func<Example, Example?> show, Func<string, string> name)
{
    /// <summary>Versions of a question and authors of a version that are shown.</summary>
    private const int MostVersions = 12, MostAuthors = 5;

    private const string Withheld = "(withheld)";

    /// <summary>The first questions, each with its versions one below the other; the question stands beside the first of them.</summary>
    public Table Questions(IReadOnlyList<ContestedQuestion> questions, int most)
    {
        var shown = questions.Take(Guard.AtLeast(most, 0)).ToList();
        var parts = shown.Select(q => Versions(q)).ToList();
        return new()
        {
            Columns = parts.Count == 0 ? [new("question"), new("answer")] : [new("question"), .. parts[0].Columns],
            Rows = [.. parts.SelectMany((p, q) => p.Rows.Select((r, i) => (IReadOnlyList<string?>)[i == 0 ? Question(shown[q]) : "", .. r]))],
            Caption = $"{Numbers.Count(questions.Count, "question")} answered in more than one way" + (shown.Count < questions.Count ? $"; {Numbers.Count(shown.Count)} shown" : ""),
            InOrder = true,
            OpensAfter = TableMaker.OpensAfter,
        };
    }

    /// <summary>The versions of one question: answer, rows, share, authors, dates, quality, how many stay, what is to be said about it, and the id of a row.</summary>
    public Table Versions(ContestedQuestion question)
    {
        var rows = question.Versions.Take(MostVersions).Select(v => (IReadOnlyList<string?>)
        [
            Answer(v), Numbers.Count(v.Ids.Count), Numbers.Percent(v.Share), Authors(v.Authors), Date(v.First), Date(v.Last),
            v.BestScore is { } score ? Numbers.Value(score) : null, Numbers.Count(v.Kept), Note(question, v), v.Best.Id,
        ]).ToList();
        if (question.Versions.Count > MostVersions)
        {
            var left = question.Versions.Skip(MostVersions).ToList();
            rows.Add([$"… and {Numbers.Count(left.Count, "more version")}", Numbers.Count(left.Sum(v => v.Ids.Count)), null, null, null, null, null, Numbers.Count(left.Sum(v => v.Kept)), null, null]);
        }

        return new()
        {
            Columns =
            [
                new("answer"), new("rows", ColumnKind.Number), new("share", ColumnKind.Share), new("authors", ColumnKind.Id), new("first", ColumnKind.Date), new("last", ColumnKind.Date),
                new("quality", ColumnKind.Number), new("kept", ColumnKind.Number), new("note"), new("such as", ColumnKind.Id),
            ],
            Rows = rows,
            InOrder = true,
            OpensAfter = 2 * TableMaker.OpensAfter,
        };
    }

    /// <summary>The question's text on one line.</summary>
    public string Question(ContestedQuestion question) => show(question.First)?.Input is { } text ? Visible.Line(text) : Withheld;

    /// <summary>Authors with their part in contradictions; all together below.</summary>
    public Table Authors(IReadOnlyList<AnswerAuthor> authors, int most)
    {
        var (all, contested) = (authors.Sum(a => (long)a.Rows), authors.Sum(a => (long)a.ContestedRows));
        return new()
        {
            Columns =
            [
                new("author", ColumnKind.Id), new("answers", ColumnKind.Number), new("share", ColumnKind.Share), new("contested", ColumnKind.Number), new("share of contested", ColumnKind.Share),
                new("with the majority", ColumnKind.Number), new("stale", ColumnKind.Number), new("last answer", ColumnKind.Date),
            ],
            Rows = [.. authors.Take(Guard.AtLeast(most, 0)).Select(a => (IReadOnlyList<string?>)
            [
                Name(a.Author), Numbers.Count(a.Rows), Numbers.Share(a.Rows, all), Numbers.Count(a.ContestedRows), Numbers.Share(a.ContestedRows, contested),
                Numbers.Count(a.MajorityRows), Numbers.Count(a.StaleRows), Date(a.Last),
            ])],
            Foot =
            [
                "all", Numbers.Count(all), Numbers.Share(all, all), Numbers.Count(contested), Numbers.Share(contested, contested),
                Numbers.Count(authors.Sum(a => (long)a.MajorityRows)), Numbers.Count(authors.Sum(a => (long)a.StaleRows)), Date(authors.Max(a => a.Last)),
            ],
            Total = authors.Count,
        };
    }

    /// <summary>How the same authors write; all together below.</summary>
    public Table Styles(IReadOnlyList<AnswerAuthor> authors, int most)
    {
        var all = authors.Select(a => a.Style).Aggregate(new AnswerStyle(0, 0, 0, 0, 0, 0, 0, 0, 0), Sum);
        return new()
        {
            Columns =
            [
                new("author", ColumnKind.Id), new("answers", ColumnKind.Number), new("median words", ColumnKind.Number), new("lists", ColumnKind.Share), new("greeting", ColumnKind.Share),
                new("sign-off", ColumnKind.Share), new("asks back", ColumnKind.Share), new("exclaims", ColumnKind.Share), new("formal", ColumnKind.Share), new("informal", ColumnKind.Share),
            ],
            Rows = [.. authors.Take(Guard.AtLeast(most, 0)).Select(a => (IReadOnlyList<string?>)[Name(a.Author), Numbers.Count(a.Style.Answers), Numbers.Count(a.Style.MedianWords), .. Habits(a.Style)])],
            Foot = ["all", Numbers.Count(all.Answers), null, .. Habits(all)],
            Total = authors.Count,
        };
    }

    /// <summary>An author's name as it may be shown.</summary>
    public string Name(string? author) => author is null ? AnswerAuthor.Unknown : name(author);

    private static IEnumerable<string?> Habits(AnswerStyle s) =>
        new[] { s.Lists, s.Greetings, s.SignOffs, s.Questions, s.Exclamations, s.Formal, s.Informal }.Select(n => Numbers.Share(n, s.Answers));

    private static AnswerStyle Sum(AnswerStyle a, AnswerStyle b) => new(
        a.Answers + b.Answers, 0, a.Lists + b.Lists, a.Greetings + b.Greetings, a.SignOffs + b.SignOffs, a.Questions + b.Questions, a.Exclamations + b.Exclamations, a.Formal + b.Formal, a.Informal + b.Informal);

    private string? Answer(AnswerVersion version) => show(version.Best) is not { } row ? Withheld : row.Output.Length > 0 ? Visible.Line(row.Output) : row.Label;

    private string Authors(IReadOnlyList<string?> authors) =>
        string.Join(", ", authors.Take(MostAuthors).Select(Name)) + (authors.Count > MostAuthors ? $" and {Numbers.Count(authors.Count - MostAuthors)} more" : "");

    private static string Note(ContestedQuestion question, AnswerVersion version) =>
        string.Join(", ", new[] { ReferenceEquals(question.Majority, version) ? "most frequent" : null, version.IsStale ? "stale" : null }.OfType<string>());

    private static string? Date(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
