using NotebookKit.Splitting;
using NotebookKit.Tests.Laws;

namespace NotebookKit.Tests.Splitting;

internal sealed class SplittingStages : IStageCases
{
    public IEnumerable<Stage> Stages =>
    [
        new Splitter(),
        new Splitter { Policy = SplitPolicy.Train80Test20, Similarity = 0.5, GroupBySubject = false },
        new Splitter { ByTime = true, Policy = SplitPolicy.Parse("60/20/20"), Similarity = null, GroupByConversation = false, GroupBySubject = false },
        new LeakageCheck(),
        new LeakageCheck { Policy = LeakagePolicy.Remove },
    ];
}
