using NotebookKit.Kernel.Jupyter.Assist;
using NotebookKit.Kernel.Tests.Cells;

namespace NotebookKit.Kernel.Tests.Jupyter.Assist;

public sealed class InspectorTests(WarmSession warm)
{
    private string? At(string code)
    {
        var at = code.IndexOf('|', StringComparison.Ordinal);
        return Inspector.Inspect(warm.Session, code.Remove(at, 1), at);
    }

    [Theory]
    [InlineData("Console.Write|Line", "void Console.WriteLine(")]
    [InlineData("Math.Max(|1, 2)", "Math.Max(int val1, int val2)")]
    [InlineData("var num|ber = 1;", "int number")]
    [InlineData("\"a\".Len|gth", "int string.Length")]
    [InlineData("new List<in|t>()", null)]
    [InlineData("StringBuil|der b;", "StringBuilder")]
    [InlineData("noSuchTh|ing", null)]
    [InlineData("|", null)]
    public void ItSaysHowAThingIsDeclared(string code, string? expected)
    {
        var text = At(code);
        if (expected is null) Assert.True(text is null || !text.Contains("noSuch", StringComparison.Ordinal), text);
        else Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public void ItSaysWhatTheKitsOwnDocumentationSays() =>
        Assert.Contains("Shows a value now; the handle changes it later.", At("displ|ay(5)"), StringComparison.Ordinal);
}
