using NotebookKit.Sourcing;
using NotebookKit.Tests.Laws;

namespace NotebookKit.Tests.Sourcing;

internal sealed class SourcingStages : IStageCases
{
    public IEnumerable<Stage> Stages =>
    [
        new Extraction(), new Extraction { MinRating = 5, KeepUnrated = false, WindowDays = 1 },
        new Permissions(), new Permissions { Licences = ["MIT"], RequireConsent = true, ConsentBases = ["opted-in"] },
        new Identity(),
    ];
}
