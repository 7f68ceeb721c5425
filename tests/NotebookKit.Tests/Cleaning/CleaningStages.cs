using NotebookKit.Cleaning;
using NotebookKit.Tests.Laws;

namespace NotebookKit.Tests.Cleaning;

internal sealed class CleaningStages : IStageCases
{
    public IEnumerable<Stage> Stages =>
    [
        new Cleaner(),
        new Cleaner()
            .With("length", new LengthLimits { MinInput = 60, MinOutput = 80, MaxTotal = 200 })
            .With("off-topic", new OffTopic { Phrases = ["parcel", "coupon"] })
            .With("rejected", new RejectedAnswers { Policy = CleaningPolicy.Remove })
            .With("encoding", new EncodingDamage { MaxRatio = 0 }),
        .. new Cleaner().Rules.Select(r => r.Stage),
        new RejectedAnswers { Policy = CleaningPolicy.Remove },
        new LengthLimits { Policy = LengthPolicy.S4, MaxTotal = 120 },
        new ErrorAnswers { More = ["open the billing page"] },
        new Refusals { More = ["open the account page"] },
        new OffTopic { Phrases = ["battery", "route"] },
        new RepeatedText { MinLength = 1, MaxCharacters = 0, MaxLines = 0, MaxSentences = 0 },
        new TruncatedAnswers { MinLength = 1 },
        new UnfinishedAnswers(),
        new UnfinishedAnswers { MinCertainty = 0, Policy = CleaningPolicy.List },
        new FlaggedWords { More = ["choose"], Policy = CleaningPolicy.Remove },
        new Threats { More = ["delay"], Policy = CleaningPolicy.Remove },
        new EdgeCases { MaxLength = 20 },
        new LanguageCheck(),
        new LanguageCheck { MainRatio = 0.5, MinLetters = 5, MinMargin = 0 },
        new LanguageCheck { Languages = ["de", "fr"] },
    ];
}
