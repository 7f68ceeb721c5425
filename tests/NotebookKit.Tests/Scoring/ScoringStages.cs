using NotebookKit.Scoring;
using NotebookKit.Tests.Laws;

namespace NotebookKit.Tests.Scoring;

internal sealed class ScoringStages : IStageCases
{
    public IEnumerable<Stage> Stages =>
    [
        new SignalScorer(),
        new SignalScorer { Weights = new() { Detailed = -3, DetailedShortTask = 3, Common = 10 } },
        new ScoreFilter(),
        new ScoreFilter { Min = 0.6 },
        new ScoreFilter { Min = 0.9, Policy = FilterPolicy.Flag },
        new SelfDistillation(),
        new SelfDistillation { BaseModel = "big-model-1" },
        new SelfDistillation { BaseModel = "org/Big-Model-1-2024-07-18", Policy = FilterPolicy.Remove },
    ];
}
