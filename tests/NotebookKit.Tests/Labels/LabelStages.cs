using NotebookKit.Labels;
using NotebookKit.Tests.Laws;

namespace NotebookKit.Tests.Labels;

internal sealed class LabelStages : IStageCases
{
    public IEnumerable<Stage> Stages =>
    [
        new LabelNoise(),
        new LabelNoise { Policy = LabelNoisePolicy.Remove, Filter = LabelFilter.PredictedNeqGiven, MinLabelRows = 2 },
        new LabelNoise { Policy = LabelNoisePolicy.Relabel, Filter = LabelFilter.PruneByClass, SampleSize = 100, Folds = 3 },
    ];
}
