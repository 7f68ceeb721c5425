using System.Text.RegularExpressions;
using NotebookKit.Deduplicating;
using NotebookKit.PlotlyNet;
using Plotly.NET;

namespace NotebookKit.Adapters.Tests.PlotlyNet;

/// <summary>The page's sample, run; a test holds both texts together.</summary>
public class PlotlyPageTests
{
    [Fact]
    public void The_sample_of_the_page_is_the_one_that_runs_here()
    {
        static string Lines(string text) => string.Join('\n', text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("using ", StringComparison.Ordinal)));
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NotebookKit.sln"))) folder = folder.Parent!;
        var here = Lines(File.ReadAllText(Path.Combine(folder.FullName, "tests", "NotebookKit.Adapters.Tests", "PlotlyNet", "PlotlyPageTests.cs")));
        var block = Assert.Single(Regex.Matches(File.ReadAllText(Path.Combine(folder.FullName, "docs", "plotly-net.md")).ReplaceLineEndings("\n"), "^```cs\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline));
        Assert.Contains(Lines(block.Groups[1].Value), here, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_is_styled_on()
    {
        var unique = Dataset.Of([new Example { Id = "a", Messages = [new(Role.User, "how do I change my invoice?")] }]).Apply(new NearDuplicates());

        var chart = NotebookKit.Display.Charts.Chart.Funnel(unique.Kept.History);
        var plot = chart.ToGenericChart().WithTitle("What each stage kept").WithSize(900, 400);
        var shown = plot.ToView();

        Assert.Equal("What each stage kept", shown.ToTable().Caption);
    }
}
