using NotebookKit.Deduplicating;
using NotebookKit.Text;

namespace NotebookKit.Display.Pages;

/// <summary>The contested questions of a run with the versions of their answers, and the authors with their part in them. Made of the relations that a stage left, so that a page needs nothing but the account of the run.</summary>
internal static class ContestedParts
{
    private const int MostQuestions = 12, MostAuthors = 15, LongestQuestion = 140;

    public static IEnumerable<IView> Of(ReportData data, ShownRows rows)
    {
        var stages = data.Result.History.Stages;
        for (var s = 0; s < stages.Count; s++)
        {
            var questions = Questions(stages[s].Report.Relations, rows);
            if (questions.Count == 0) continue;
            var stage = s;
            var tables = new ContestedTable(e => rows.Of(e.Id), author => data.Mask.Of(new Example { Id = "author", Author = author }).Author ?? AnswerAuthor.Unknown);
            var shown = questions.Take(MostQuestions).Select(q => Question(q, tables));
            List<IView> parts = [new Prose(Summary(questions), "lead"), .. shown];
            if (questions.Count > MostQuestions)
                parts.Add(new Prose($"… and {Numbers.Count(questions.Count - MostQuestions, "more contested question")}: trail.jsonl names their rows, and a notebook shows them all.", "muted"));
            yield return new Card("Contradictions: like questions with differing answers", parts);
            var authors = AnswerAuthor.Of(rows.All.Where(e => rows.LeftIn(e.Id) >= stage), questions);
            if (authors.Count > 1 || authors[0].Author is not null)
            {
                yield return new Card("Who answers otherwise", tables.Authors(authors, MostAuthors),
                    new Prose("With the majority: the answer that a question got more often than any other. Stale: another version began after this one was last given.", "lead"));
                yield return new Card("In what style they write", tables.Styles(authors, MostAuthors), new Prose("Over all their answers; differences in form alone make answers differ, too.", "lead"));
            }
        }
    }

    private static Disclosure Question(ContestedQuestion question, ContestedTable tables)
    {
        var stale = question.Versions.Count(v => v.IsStale);
        var note = $"{Numbers.Count(question.Rows, "row")}, {Numbers.Count(question.Versions.Count, "version")}, {Numbers.Count(question.Authors.Count, "author")}{(stale > 0 ? $", {Numbers.Count(stale)} stale" : "")}";
        return new(Visible.Cut(tables.Question(question), LongestQuestion), note, tables.Versions(question), "reason");
    }

    private static string Summary(IReadOnlyList<ContestedQuestion> questions)
    {
        var stale = questions.Count(q => q.Versions.Any(v => v.IsStale));
        var several = questions.Count(q => q.Authors.Count > 1);
        return $"{Numbers.Count(questions.Count, "question is", "questions are")} answered in more than one way by {Numbers.Count(questions.Sum(q => (long)q.Rows), "row")}; "
            + $"{Numbers.Count(several)} by more than one author, {Numbers.Count(stale)} with an answer that a later one replaced.";
    }

    /// <summary>Rows that contradict each other or answer alike are of one question, those that answer alike of one version.</summary>
    private static IReadOnlyList<ContestedQuestion> Questions(IReadOnlyList<Relation> relations, ShownRows rows)
    {
        var found = relations.Where(r => r.Kind is Relation.Contradiction or Relation.SameAnswer).ToList();
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        int At(string id) => ids.TryGetValue(id, out var at) ? at : ids[id] = ids.Count;
        var pairs = found.Select(r => (A: At(r.Id), B: At(r.Other), r.Kind)).ToList();
        var (questions, versions) = (new UnionFind(ids.Count), new UnionFind(ids.Count));
        foreach (var (a, b, kind) in pairs)
        {
            questions.Union(a, b);
            if (kind == Relation.SameAnswer) versions.Union(a, b);
        }

        var all = ids.Select(i => (Row: rows.Recorded(i.Key), i.Value)).Where(i => i.Row is not null).GroupBy(i => questions.Find(i.Value))
            .Select(q => (IReadOnlyList<IReadOnlyList<Example>>)[.. q.GroupBy(i => versions.Find(i.Value)).Select(v => (IReadOnlyList<Example>)[.. v.Select(i => i.Row!)])])
            .Where(q => q.Count > 1);
        return ContestedQuestions.Of(all, row => rows.LeftIn(row.Id) == int.MaxValue);
    }
}
