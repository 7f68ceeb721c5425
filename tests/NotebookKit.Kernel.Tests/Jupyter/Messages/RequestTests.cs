using System.Text.Json;
using NotebookKit.Kernel.Jupyter.Messages;

namespace NotebookKit.Kernel.Tests.Jupyter.Messages;

public sealed class RequestTests
{
    [Theory]
    [InlineData("\"\\ud83d\"", "\uFFFD")]
    [InlineData("\"\\ude00\\ud83d\\ud83d\\ude00\"", "\uFFFD\uFFFD😀")]
    [InlineData("\"\\ud83d \\\\ud83d \\\"\\n\"", "\uFFFD \\ud83d \"\n")]
    [InlineData("\"\\uD83D\\uDE00 \\ud83dx\"", "😀 \uFFFDx")]
    [InlineData("\"plain\"", "plain")]
    [InlineData("5", "")]
    public void HalfACharacterIsReadAsAMark(string json, string text) =>
        Assert.Equal(text, new Request(null!, [], [], "execute_request", JsonDocument.Parse($"{{\"code\":{json}}}").RootElement).Text("code"));
}
