using NotebookKit.Text;

namespace NotebookKit.Benchmarks;

/// <summary>How an item of a reference set came into a row.</summary>
internal enum Leak
{
    None,
    Verbatim,
    CaseAndPunctuation,
    Embedded,
    AnswerEmbedded,
    QuestionWithOtherAnswer,
    TenthOfWordsChanged,
    Paraphrase,
}

/// <summary>Rows into which items of a reference set are planted, the same at every run.</summary>
internal static class LeakRows
{
    /// <summary>Of 100 rows so many are planted in each way.</summary>
    public static Leak LeakOf(int row) => (row % 100) switch
    {
        3 => Leak.Verbatim, 17 => Leak.CaseAndPunctuation, 29 => Leak.Embedded, 41 => Leak.AnswerEmbedded, 53 => Leak.QuestionWithOtherAnswer, 67 => Leak.TenthOfWordsChanged, 83 => Leak.Paraphrase, _ => Leak.None,
    };

    /// <summary>A row that is made of no item, with what of an item was planted in it.</summary>
    public static Example Plant(Example row, Example item, Leak leak)
    {
        var (asked, answered) = (item.LastUserTurn, item.Output);
        var (user, assistant) = leak switch
        {
            Leak.Verbatim => (asked, answered),
            Leak.CaseAndPunctuation => (Loud(asked), Loud(answered)),
            Leak.Embedded => ($"{row.LastUserTurn} {asked} {row.LastUserTurn}", row.Output),
            Leak.AnswerEmbedded => (row.LastUserTurn, $"{row.Output} {answered} {row.Output}"),
            Leak.QuestionWithOtherAnswer => (asked, row.Output),
            Leak.TenthOfWordsChanged => (Changed(asked, row.Id, 10), Changed(answered, row.Id, 10)),
            Leak.Paraphrase => (Changed(asked, row.Id, 2), Changed(answered, row.Id, 2)),
            _ => (row.LastUserTurn, row.Output),
        };
        return row with { Messages = [new(Role.User, user), new(Role.Assistant, assistant)] };
    }

    /// <summary>True where the row has n words in a row of the question, or half of those of the answer, or the two are alike; by strings and sets, as simply as can be.</summary>
    public static bool IsFindable(Example row, Example item, int n, double threshold)
    {
        var runs = Runs(Words(row.LastUserTurn, row.Output), n);
        var answer = Runs(Words(item.Output), n);
        return runs.Overlaps(Runs(Words(item.LastUserTurn), n)) || 2 * answer.Count(runs.Contains) >= answer.Count || Jaccard(Triples(row.LastUserTurn), Triples(item.LastUserTurn)) >= threshold
            || Jaccard([.. Triples(row.LastUserTurn), .. Triples(row.Output)], [.. Triples(item.LastUserTurn), .. Triples(item.Output)]) >= threshold;
    }

    private static string[] Words(params string[] texts) =>
        [.. texts.SelectMany(t => string.Concat(t.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static HashSet<string> Runs(string[] words, int n) => [.. Enumerable.Range(0, Math.Max(0, words.Length - n + 1)).Select(i => string.Join(' ', words[i..(i + n)]))];

    private static HashSet<string> Triples(string text) => Runs(Words(text), 3);

    private static double Jaccard(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return one.Count + other.Count == 0 ? 0 : Math.Round((double)common / (one.Count + other.Count - common), 6);
    }

    private static string Loud(string text) => "*** " + text.ToUpperInvariant().Replace(" ", " - ", StringComparison.Ordinal) + " !!!";

    /// <summary>Every so-many-th word, drawn by the row's id, is another one.</summary>
    private static string Changed(string text, string id, ulong every)
    {
        var words = text.Split(' ');
        for (var w = 0; w < words.Length; w++)
            if (StableHash.Combine(StableHash.Of(id), (ulong)w) % every == 0) words[w] = "xx" + words[(w + 1) % words.Length].TrimEnd('.', ',');
        return string.Join(' ', words);
    }
}
