using NotebookKit.Deduplicating;
using NotebookKit.Tests.Laws;

namespace NotebookKit.Tests.Deduplicating;

internal sealed class DeduplicatingStages : IStageCases
{
    /// <summary>What a run over half of the rows kept, under other ids.</summary>
    private static readonly EarlierRuns Earlier = EarlierData.Of(Dataset.Of(LawData.Varied().Examples.Where((_, i) => i % 2 == 0).Select(e => e with { Id = "old-" + e.Id })));

    public IEnumerable<Stage> Stages =>
    [
        new ExactDuplicates { Earlier = Earlier }, new NearDuplicates { Earlier = Earlier }, new SemanticDuplicates { Embedder = new WordEmbedder(), Earlier = Earlier },
        new ExactDuplicates(), new ExactDuplicates { Key = DuplicateKey.Input }, new NearDuplicates(),
        new NearDuplicates { Key = DuplicateKey.LastUserTurn, Threshold = 0.5, ShingleWords = 1, AnswerSimilarity = 0 },
        new SemanticDuplicates { Embedder = new WordEmbedder() }, new SemanticDuplicates { Embedder = new WordEmbedder(), Key = DuplicateKey.Whole, Threshold = 0.5, AnswerSimilarity = 0 },
        new Contradictions(), new Contradictions { Policy = ContradictionPolicy.KeepNewest, ShingleWords = 1, Threshold = 0.5 },
        new Contradictions { Policy = ContradictionPolicy.KeepBest, ShingleWords = 2, Threshold = 0.6 },
        new Contradictions { Policy = ContradictionPolicy.KeepMostFrequent, ShingleWords = 1, Threshold = 0.6, MeasureFrom = 0.5 },
        new Contradictions { Policy = ContradictionPolicy.RemoveAll, ShingleWords = 1, Threshold = 0.7, AnswerSimilarity = 0.5 },
        new Decontamination(), new Decontamination { Against = Exams, Threshold = 0.5 }, new Decontamination { Against = Exams, MostRows = null, NGram = null, Texts = ReferenceTexts.Questions },
        new Decontamination { Against = Exams, NGram = 5, MinShare = 0.3, MostRows = 3, LeastWords = 2, Policy = FilterPolicy.Flag },
    ];

    /// <summary>Some of the rows that the laws run over, as sets of their own; one set is empty.</summary>
    private static ReferenceSet[] Exams { get; } =
    [
        new("few", Dataset.Of(LawData.Varied(30).Examples.Where((_, i) => i % 7 == 0))), new("none", Dataset.Empty),
        new("edges", Dataset.Of(LawData.Edges().SelectMany(e => e.Data.Examples.Take(2)).DistinctBy(e => e.Id))),
    ];
}
