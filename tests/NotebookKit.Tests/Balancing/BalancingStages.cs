using NotebookKit.Balancing;
using NotebookKit.Tests.Laws;

namespace NotebookKit.Tests.Balancing;

internal sealed class BalancingStages : IStageCases
{
    public IEnumerable<Stage> Stages =>
    [
        new Balancer(),
        new Balancer { Method = BalanceMethod.Upsample, QualityWeighted = true },
        new Balancer { Method = BalanceMethod.Downsample, By = BalanceBy.Source, MinClass = 5, QualityWeighted = true },
        new Balancer { Method = BalanceMethod.Cap, By = BalanceBy.LengthBand, Cap = 20, Mix = SourceMix.S1 },
        new Balancer { Method = BalanceMethod.Target, Target = Shares.Parse("billing=0.4,technical=0.6"), MaxFactor = 2 },
        new Balancer { Method = BalanceMethod.Cap, By = BalanceBy.Cluster, Cap = 1 },
        new SyntheticShare(),
        new SyntheticShare { Policy = SyntheticPolicy.AtMost(0.05), Enforce = true },
        new SyntheticShare { Policy = SyntheticPolicy.S4Half, Enforce = true, CountDistilled = false },
    ];
}
