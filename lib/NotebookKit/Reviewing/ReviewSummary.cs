using System.Collections.Immutable;

namespace NotebookKit.Reviewing;

/// <summary>What was read of one source.</summary>
/// <param name="Source">Name of the source; null for rows without one.</param>
/// <param name="Errors">Wrong rows among those that were drawn at random: called wrong, harmful or corrected, or two questions failed.</param>
public sealed record SourceReview(string? Source, Wilson Errors);

/// <summary>What people said, counted. Shares are of rows that were drawn at random; rows that were shown for a reason count in nothing but their own
/// question.</summary>
public sealed record ReviewSummary
{
    /// <summary>Nobody said anything.</summary>
    public static ReviewSummary None { get; } = Of(Verdicts.None, [], []);

    /// <summary>The sources of which rows were read, in ordinal order.</summary>
    public required ImmutableArray<SourceReview> Sources { get; init; }

    /// <summary>All sources together.</summary>
    public required Wilson Errors { get; init; }

    /// <summary>Rows answered with no, of those where the question was answered, by key of the question.</summary>
    public required ImmutableSortedDictionary<string, Wilson> Failed { get; init; }

    /// <summary>Harmful rows, of those where a reader said yes or no.</summary>
    public required Wilson Harmful { get; init; }

    /// <summary>Ids of rows whose harm somebody judged.</summary>
    public required ImmutableHashSet<string> JudgedForHarm { get; init; }

    /// <summary>Rows that are there and of which a reader said that they show an edge case, by kind.</summary>
    public required ImmutableSortedDictionary<string, int> Edges { get; init; }

    /// <summary>Counts verdicts about rows that are there, and about rows that left by them.</summary>
    /// <param name="verdicts">The verdicts.</param>
    /// <param name="kept">Rows that stay.</param>
    /// <param name="removed">Rows that <see cref="Review"/> removed.</param>
    public static ReviewSummary Of(Verdicts verdicts, IReadOnlyList<Example> kept, IReadOnlyList<Example> removed)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(removed);
        var read = verdicts.Count == 0 ? [] : kept.Select(e => (Row: e, IsKept: true)).Concat(removed.Select(e => (Row: e, IsKept: false)))
            .Select(e => (e.Row, e.IsKept, Said: verdicts.TryGet(e.Row.Id, out var verdict) ? verdict : null)).Where(r => r.Said is not null).ToList();
        var random = read.Where(r => r.Said!.IsRandom).ToList();
        Wilson Share(IReadOnlyCollection<Verdict> of, Func<Verdict, bool> which) => Wilson.Of95(of.Count(which), of.Count);
        List<Verdict> Said(Func<Verdict, bool> which) => [.. random.Select(r => r.Said!).Where(which)];
        return new()
        {
            Sources = [.. random.GroupBy(r => r.Row.Source, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new SourceReview(g.Key, Share([.. g.Select(r => r.Said!)], v => v.IsError)))],
            Errors = Share(Said(_ => true), v => v.IsError),
            Failed = ReviewQuestions.All.ToImmutableSortedDictionary(q => q.Key, q => Share(Said(v => v.Answers.ContainsKey(q.Key)), v => !v.Answers[q.Key]), StringComparer.Ordinal),
            Harmful = Share(Said(v => v.Harmful is not null), v => v.Harmful == true),
            JudgedForHarm = [.. read.Where(r => r.Said!.Harmful is not null).Select(r => r.Row.Id)],
            Edges = read.Where(r => r.IsKept && r.Said!.Edge is not (null or "none")).GroupBy(r => r.Said!.Edge!, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
        };
    }
}
