using System.Collections.Immutable;

namespace NotebookKit.Reviewing;

/// <summary>What a person says about a row.</summary>
public enum VerdictKind
{
    /// <summary>It may stay as it is. S3 calls it <c>pass</c>.</summary>
    Right,

    /// <summary>It must go. S3: <c>reject</c>.</summary>
    Wrong,

    /// <summary>It stays with another answer. S3: <c>fix</c>.</summary>
    Corrected,
}

/// <summary>What a person wrote about one row.</summary>
public sealed record Verdict
{
    /// <summary>Id of the row.</summary>
    public required string Id { get; init; }

    /// <summary>The decision.</summary>
    public required VerdictKind Kind { get; init; }

    /// <summary>The right answer, for a corrected row.</summary>
    public string? Correction { get; init; }

    /// <summary>Answers by key of the question: true is yes. Questions without an answer are not there.</summary>
    public ImmutableSortedDictionary<string, bool> Answers { get; init; } = ImmutableSortedDictionary<string, bool>.Empty;

    /// <summary>True where the row harms, offends or is biased; null where nobody said.</summary>
    public bool? Harmful { get; init; }

    /// <summary>The kind of edge case that the row shows: <c>decline</c>, <c>ambiguous</c>, <c>out-of-domain</c> or <c>none</c>; null where nobody said.</summary>
    public string? Edge { get; init; }

    /// <summary>False for a row that was put into the sample for a reason: such rows do not count in shares.</summary>
    public bool IsRandom { get; init; } = true;

    /// <summary>File that it was read from.</summary>
    public string File { get; init; } = "";

    /// <summary>Line in the file, from 1.</summary>
    public long Line { get; init; }

    /// <summary>How many questions were answered with no.</summary>
    public int Failed => Answers.Count(a => !a.Value);

    /// <summary>True where the row did not pass as it was.</summary>
    public bool IsError => Kind != VerdictKind.Right || Harmful == true || Failed >= ReviewQuestions.MostFailed;
}
