using NotebookKit.Kernel.Jupyter.Assist;
using NotebookKit.Kernel.Tests.Cells;

namespace NotebookKit.Kernel.Tests.Jupyter.Assist;

public sealed class CompleterTests(WarmSession warm)
{
    /// <summary>Completes at the bar.</summary>
    private IEnumerable<string> At(string code)
    {
        var at = code.IndexOf('|', StringComparison.Ordinal);
        return Completer.Complete(warm.Session, code.Remove(at, 1), at).Items.Select(i => i.Text);
    }

    [Theory]
    [InlineData("Console.WriteL|", "WriteLine")]
    [InlineData("Console.|", "WriteLine")]
    [InlineData("Console.|\nvar x = 1;", "Beep")]
    [InlineData("\"a\".Sub|", "Substring")]
    [InlineData("\"a\".|", "Length")]
    [InlineData("new[] { \"a\" }.Where(x => x.Len|", "Length")]
    [InlineData("new[] { \"a\" }.Sel|", "Select")]
    [InlineData("\"a\"?.Le|", "Length")]
    [InlineData("foreach (var row in new List<string>()) { row.Tri|", "Trim")]
    [InlineData("Consol|", "Console")]
    [InlineData("using System.Te|", "Text")]
    [InlineData("System.Text.Js|", "Json")]
    [InlineData("var tally = 1; tal|", "tally")]
    [InlineData("forea|", "foreach")]
    [InlineData("awai|", "await")]
    [InlineData("string.Join(sep|", "separator:")]
    [InlineData("5.Disp|", "Display")]
    [InlineData("disp|", "display")]
    [InlineData("#!sq|", "#!sql")]
    [InlineData("#!time\nConsole.WriteL|", "WriteLine")]
    public void ItFindsWhatFits(string code, string expected) => Assert.Contains(expected, At(code));

    [Fact]
    public async Task ItKnowsWhatCellsDeclared()
    {
        await warm.RunAll("record CompletedPerson(string Surname); var completedPeople = new List<CompletedPerson>();");
        Assert.Equal(["completedPeople", "CompletedPerson"], At("completedP|"));
        Assert.Contains("Surname", At("completedPeople[0].|"));
        Assert.Contains("Add", At("completedPeople.|"));
        Assert.DoesNotContain("Capacity", At("CompletedPerson.|"));
    }

    [Theory]
    [InlineData("Console.Zzz|")]
    [InlineData("12|")]
    [InlineData("var s = \"Cons|\";")]
    [InlineData("// Cons|")]
    [InlineData("1.5.Nothing.|")]
    public void ItIsSilentWhereNothingFits(string code) => Assert.Empty(At(code));

    [Fact]
    public void ThingsThatAreNotForUsersAreLeftOut() => Assert.DoesNotContain("CellCheck", At("NotebookKit.Kernel.Cells.Running.|"));

    [Fact]
    public void PathsAreThoseOfTheFolder()
    {
        var folder = Directory.CreateTempSubdirectory("paths");
        try
        {
            folder.CreateSubdirectory("bin");
            File.WriteAllText(Path.Combine(folder.FullName, "bits.dll"), "");
            File.WriteAllText(Path.Combine(folder.FullName, "bits.csx"), "");
            string[] Of(string code) => [.. LineCompletions.Of(code, code.Length, folder.FullName)!.Items.Select(i => i.Text)];
            Assert.Equal(["bin/", "bits.dll"], Of("#r \"b"));
            Assert.Equal(["bin/", "bits.csx"], Of("1\n#load \""));
            Assert.Equal(["bits.dll"], Of("#r \"bin/../bit"));
            Assert.Empty(Of("#r \"nuget: Some"));
            Assert.Null(LineCompletions.Of("#r \"a.dll\" ", 11, folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("a😀b", 2, 3)]
    [InlineData("a😀b", 3, 4)]
    [InlineData("a😀b", 99, 4)]
    [InlineData("\ud83d", 1, 1)]
    public void PlacesAreCountedBothWays(string text, int points, int units)
    {
        Assert.Equal(units, CodePoints.ToUnits(text, points));
        Assert.Equal(Math.Min(points, CodePoints.FromUnits(text, text.Length)), CodePoints.FromUnits(text, units));
    }
}
