using NotebookKit.Anonymizing;
using NotebookKit.Tests.Laws;

namespace NotebookKit.Tests.Anonymizing;

internal sealed class AnonymizingCases : IStageCases
{
    public IEnumerable<Stage> Stages =>
    [
        new Anonymizer(),
        new Anonymizer { Operator = Operator.Pseudonym, MinScore = 0.1, Terms = ["A-100", "Zürich"] },
        new Anonymizer { Operator = Operator.Mask, Types = [EntityTypes.Email, EntityTypes.Phone] },
        new Anonymizer { Operator = Operator.Remove, MinScore = 0 },
        new Anonymizer { Operator = Operator.Numbered, Types = EntityTypes.All },
        new Anonymizer { Operator = Operator.Surrogate, Types = EntityTypes.All, Operators = new Dictionary<string, Operator> { [EntityTypes.DateTime] = Operator.ShiftDate, [EntityTypes.Age] = Operator.Generalize } },
        new Anonymizer { Operator = Operator.Generalize, Operators = new Dictionary<string, Operator> { [EntityTypes.Email] = Operator.RemoveRow, [EntityTypes.Person] = Operator.Keep } },
        new ResidualCheck(),
        new ResidualCheck { Policy = ResidualPolicy.Flag },
        new ResidualCheck { Policy = ResidualPolicy.Mask, Terms = ["A-100"] },
        new PlantedRecallCheck(),
        new PlantedRecallCheck { PerType = 1 },
        new PlantedRecallCheck { LeastRecall = 1, PerType = 3 },
    ];
}
