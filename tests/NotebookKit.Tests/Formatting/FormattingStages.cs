using NotebookKit.Formatting;
using NotebookKit.Tests.Laws;

namespace NotebookKit.Tests.Formatting;

internal sealed class FormattingStages : IStageCases
{
    public IEnumerable<Stage> Stages =>
    [
        new FormatCheck(),
        new FormatCheck { Format = ChatFormat.ShareGpt, SystemPolicy = SystemPromptPolicy.Set, SystemPrompt = "Answer briefly." },
        new FormatCheck { Format = ChatFormat.Alpaca, SystemPolicy = SystemPromptPolicy.Drop },
    ];
}
