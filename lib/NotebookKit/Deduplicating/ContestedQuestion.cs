namespace NotebookKit.Deduplicating;

/// <summary>A question that is answered in more than one way: rows with nearly the same input, each of which another one of them answers otherwise.</summary>
public sealed record ContestedQuestion
{
    internal ContestedQuestion(Example first, IReadOnlyList<AnswerVersion> versions) => (First, Versions) = (first, versions);

    /// <summary>The best of its rows, as the stage received it: the others are taken for the same question.</summary>
    public Example First { get; }

    /// <summary>Id of <see cref="First"/>, by which the question is known.</summary>
    public string Id => First.Id;

    /// <summary>The versions of the answer: that with the most occurrences first, then the newer one, then the better one. At least two.</summary>
    public IReadOnlyList<AnswerVersion> Versions { get; }

    /// <summary>Rows that ask it.</summary>
    public int Rows => Versions.Sum(v => v.Ids.Count);

    /// <summary>Input rows that these stand for.</summary>
    public long Occurrences => Versions.Sum(v => v.Occurrences);

    /// <summary>Who answers it, in ordinal order; null stands for rows without an author, and is the last.</summary>
    public IReadOnlyList<string?> Authors => [.. Versions.SelectMany(v => v.Authors).Distinct(StringComparer.Ordinal).OrderBy(a => a is null).ThenBy(a => a, StringComparer.Ordinal)];

    /// <summary>The version with more occurrences than any other; null where two have as many.</summary>
    public AnswerVersion? Majority => Versions[0].Occurrences > Versions[1].Occurrences ? Versions[0] : null;
}

/// <summary>One way in which a question is answered: rows whose answers are alike.</summary>
public sealed record AnswerVersion
{
    /// <summary>The best of its rows, as the stage received it: its answer stands for the version.</summary>
    public required Example Best { get; init; }

    /// <summary>Ids of its rows, in ordinal order.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>How many of its rows stay.</summary>
    public required int Kept { get; init; }

    /// <summary>Input rows that its rows stand for.</summary>
    public required long Occurrences { get; init; }

    /// <summary>Its part of the question's occurrences, 0–1.</summary>
    public required double Share { get; init; }

    /// <summary>Who answers so, in ordinal order; null stands for rows without an author, and is the last.</summary>
    public required IReadOnlyList<string?> Authors { get; init; }

    /// <summary>When it was first given; null where no row has a date.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>When it was last given; null where no row has a date.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>The best <see cref="ScoreNames.Quality"/> of its rows, 0–1; null where none is scored.</summary>
    public double? BestScore { get; init; }

    /// <summary>True where another version began after this one was last given: it was replaced, and nobody used it since. A version with a row without
    /// a date is never stale and makes no other one stale.</summary>
    public bool IsStale { get; init; }

    /// <summary>Its rows.</summary>
    internal IReadOnlyList<Example> Rows { get; init; } = [];

    /// <summary>True where all rows have a date.</summary>
    internal bool IsDated => Rows.All(r => r.CreatedAt is not null);
}

/// <summary>Puts questions and versions together from their rows.</summary>
internal static class ContestedQuestions
{
    /// <summary>The questions: that with the most occurrences first, then by id.</summary>
    /// <param name="questions">The rows of each version of each question.</param>
    /// <param name="stays">True for a row that stays.</param>
    public static IReadOnlyList<ContestedQuestion> Of(IEnumerable<IReadOnlyList<IReadOnlyList<Example>>> questions, Func<Example, bool> stays) =>
        [.. questions.Select(q => Of(q, stays)).OrderByDescending(q => q.Occurrences).ThenBy(q => q.Id, StringComparer.Ordinal)];

    private static ContestedQuestion Of(IReadOnlyList<IReadOnlyList<Example>> versions, Func<Example, bool> stays)
    {
        var all = versions.Sum(v => v.Sum(r => (long)r.Occurrences));
        var made = versions.Select(v => Of(v, all, stays)).ToArray();
        var stale = made.Select(v => v.IsDated && made.Any(other => other.IsDated && other.First > v.Last)).ToArray();
        return new(
            versions.SelectMany(v => v).MinBy(RowRank.Of)!,
            [.. made.Select((v, i) => v with { IsStale = stale[i] }).OrderByDescending(v => v.Occurrences).ThenByDescending(v => v.Last ?? DateTimeOffset.MinValue).ThenBy(v => RowRank.Of(v.Best))]);
    }

    private static AnswerVersion Of(IReadOnlyList<Example> rows, long all, Func<Example, bool> stays)
    {
        var occurrences = rows.Sum(r => (long)r.Occurrences);
        return new()
        {
            Best = rows.MinBy(RowRank.Of)!,
            Ids = [.. rows.Select(r => r.Id).Order(StringComparer.Ordinal)],
            Kept = rows.Count(stays),
            Occurrences = occurrences,
            Share = Math.Round((double)occurrences / all, 6),
            Authors = [.. rows.Select(AnswerAuthor.Of).Distinct(StringComparer.Ordinal).OrderBy(a => a is null).ThenBy(a => a, StringComparer.Ordinal)],
            First = rows.Min(r => r.CreatedAt),
            Last = rows.Max(r => r.CreatedAt),
            BestScore = rows.Max(r => r.Scores[ScoreNames.Quality]),
            Rows = [.. rows.OrderBy(r => r.Id, StringComparer.Ordinal)],
        };
    }
}
