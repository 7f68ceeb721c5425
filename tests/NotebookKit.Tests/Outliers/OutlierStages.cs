using NotebookKit.Outliers;
using NotebookKit.Tests.Laws;

namespace NotebookKit.Tests.Outliers;

internal sealed class OutlierStages : IStageCases
{
    public IEnumerable<Stage> Stages =>
    [
        new OutlierScorer(),
        new OutlierScorer { Neighbours = 3, SampleSize = 100, InDomain = OutlierData.InDomain(120) },
        new OutlierFilter(),
        new ScoredFilter(),
    ];

    /// <summary>The filter behind its scorer, as one stage, so that the laws see it remove rows.</summary>
    private sealed record ScoredFilter : ExampleStage
    {
        private static readonly OutlierPlan Plan = new OutlierScorer().Fit(OutlierData.InDomain(200));

        private static readonly OutlierFilter Filter = new() { MaxDistance = 2, Policy = FilterPolicy.Remove };

        public override string Name => "ScoredFilter";

        protected internal override Outcome Decide(Example example, Tally tally)
        {
            var scored = new OutlierScorer().Decide(example, Plan, new());
            return Filter.Decide(scored.Example, new(2, 1), tally);
        }
    }
}
