using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>One author's part in contradictions, and how that author writes.</summary>
public sealed record AnswerAuthor
{
    /// <summary>What stands for rows without an author.</summary>
    public const string Unknown = "(unknown)";

    /// <summary>The author as the rows have it, a keyed code after Anonymizing; null for all rows without one.</summary>
    public required string? Author { get; init; }

    /// <summary>The author, or <see cref="Unknown"/>.</summary>
    public string Name => Author ?? Unknown;

    /// <summary>Answers by this author.</summary>
    public required int Rows { get; init; }

    /// <summary>The author's part of all answers, 0–1.</summary>
    public required double Share { get; init; }

    /// <summary>Answers that another row contradicts.</summary>
    public required int ContestedRows { get; init; }

    /// <summary>The author's part of all contested answers, 0–1.</summary>
    public required double ContestedShare { get; init; }

    /// <summary>Contested answers on the side with more occurrences than any other.</summary>
    public required int MajorityRows { get; init; }

    /// <summary>Contested answers on a version that a later one replaced.</summary>
    public required int StaleRows { get; init; }

    /// <summary>When the author first answered; null where no row has a date.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>When the author last answered; null where no row has a date.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>How the author writes, over all answers.</summary>
    public required AnswerStyle Style { get; init; }

    /// <summary>The author of a row; null where it has none.</summary>
    internal static string? Of(Example row) => string.IsNullOrWhiteSpace(row.Author) ? null : row.Author;

    /// <summary>All authors: those with the most contested answers first, then the most answers, then by name.</summary>
    /// <param name="rows">All rows that the questions were looked for in.</param>
    /// <param name="questions">The contested questions.</param>
    internal static IReadOnlyList<AnswerAuthor> Of(IEnumerable<Example> rows, IReadOnlyList<ContestedQuestion> questions)
    {
        var notes = new Dictionary<string, Notes>(StringComparer.Ordinal);
        var answered = rows.Where(Contradictions.HasAnswer).ToArray();
        var forms = Chunks.Run(answered.Length, new(), (from, to) => Array.ConvertAll(answered[from..to], row => AnswerForm.Of(row.Output))).SelectMany(f => f);
        foreach (var (row, form) in answered.Zip(forms)) At(row).Add(row, form);
        foreach (var question in questions)
            foreach (var version in question.Versions)
                foreach (var row in version.Rows)
                {
                    var note = At(row);
                    note.Contested++;
                    if (ReferenceEquals(version, question.Majority)) note.Majority++;
                    if (version.IsStale) note.Stale++;
                }

        var (all, contested) = (notes.Values.Sum(n => (long)n.Style.Answers), notes.Values.Sum(n => (long)n.Contested));
        return [.. notes.Values.Select(n => n.Done(all, contested)).OrderByDescending(a => a.ContestedRows).ThenByDescending(a => a.Rows).ThenBy(a => a.Author, StringComparer.Ordinal)];

        // No author is longer than nothing: the empty name stands for all rows without one.
        Notes At(Example row)
        {
            var author = Of(row);
            if (!notes.TryGetValue(author ?? "", out var note)) notes[author ?? ""] = note = new(author);
            return note;
        }
    }

    private sealed class Notes(string? author)
    {
        private DateTimeOffset? first, last;

        public StyleCounter Style { get; } = new();

        public int Contested { get; set; }

        public int Majority { get; set; }

        public int Stale { get; set; }

        public void Add(Example row, AnswerForm form)
        {
            Style.Add(form);
            if (row.CreatedAt is not { } date) return;
            if (first is null || date < first) first = date;
            if (last is null || date > last) last = date;
        }

        public AnswerAuthor Done(long all, long contested) => new()
        {
            Author = author,
            Rows = Style.Answers,
            Share = all == 0 ? 0 : Math.Round((double)Style.Answers / all, 6),
            ContestedRows = Contested,
            ContestedShare = contested == 0 ? 0 : Math.Round((double)Contested / contested, 6),
            MajorityRows = Majority,
            StaleRows = Stale,
            First = first,
            Last = last,
            Style = Style.Done(),
        };
    }
}

/// <summary>How answers look, counted: it explains why two right answers differ in form. Greetings, endings and address are known in English, German,
/// French, Spanish, Italian, Portuguese and Dutch.</summary>
/// <param name="Answers">Answers that were looked at.</param>
/// <param name="MedianWords">Words of the answer in the middle; of two in the middle the shorter one.</param>
/// <param name="Lists">Answers with a list of bullets or numbers.</param>
/// <param name="Greetings">Answers that begin with a greeting.</param>
/// <param name="SignOffs">Answers that end as letters do.</param>
/// <param name="Questions">Answers that ask something.</param>
/// <param name="Exclamations">Answers with an exclamation mark.</param>
/// <param name="Formal">Answers that address the reader formally, in languages that tell so: Sie, vous, usted.</param>
/// <param name="Informal">Answers that address the reader informally, in such languages: du, tu, jij.</param>
public sealed record AnswerStyle(int Answers, int MedianWords, int Lists, int Greetings, int SignOffs, int Questions, int Exclamations, int Formal, int Informal)
{
    /// <summary>The style of answers.</summary>
    public static AnswerStyle Of(IEnumerable<string> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var counter = new StyleCounter();
        foreach (var answer in answers) counter.Add(AnswerForm.Of(answer));
        return counter.Done();
    }
}

/// <summary>Counts the forms of answers.</summary>
internal sealed class StyleCounter
{
    private readonly List<int> words = [];
    private int lists, greetings, signOffs, questions, exclamations, formal, informal;

    public int Answers => words.Count;

    public void Add(AnswerForm form)
    {
        words.Add(form.Words);
        if (form.List) lists++;
        if (form.Greeting) greetings++;
        if (form.SignOff) signOffs++;
        if (form.Question) questions++;
        if (form.Exclamation) exclamations++;
        if (form.Formal) formal++;
        if (form.Informal) informal++;
    }

    public AnswerStyle Done()
    {
        words.Sort();
        return new(words.Count, words.Count == 0 ? 0 : words[(words.Count - 1) / 2], lists, greetings, signOffs, questions, exclamations, formal, informal);
    }
}
