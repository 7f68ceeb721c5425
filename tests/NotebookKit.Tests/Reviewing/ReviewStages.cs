using System.Collections.Immutable;
using NotebookKit.Reviewing;
using NotebookKit.Tests.Laws;

namespace NotebookKit.Tests.Reviewing;

internal sealed class ReviewStages : IStageCases
{
    private static readonly Verdicts Some = Verdicts.Of(
    [
        new() { Id = "row-1", Kind = VerdictKind.Wrong },
        new() { Id = "row-2", Kind = VerdictKind.Corrected, Correction = "Open the page and wait.", Edge = "decline" },
        new() { Id = "row-3", Kind = VerdictKind.Right, Answers = ImmutableSortedDictionary<string, bool>.Empty.Add(ReviewQuestions.Proud, false).Add(ReviewQuestions.Better, false) },
        new() { Id = "row-4", Kind = VerdictKind.Right, Harmful = true },
        new() { Id = "row-5", Kind = VerdictKind.Right, Edge = "none" },
        new() { Id = "nowhere", Kind = VerdictKind.Right },
    ], open: 3);

    public IEnumerable<Stage> Stages => [new Review(), new Review { Verdicts = Some, MaxErrorShare = 0.2 }];
}
