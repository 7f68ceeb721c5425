namespace NotebookKit.Tests.Display.Charts;

/// <summary>What is drawn stays as it is until someone looks at it again: with <c>NOTEBOOKKIT_ACCEPT=1</c> in the environment, the tests
/// write the files instead of comparing them; look at the pictures before committing them.</summary>
public class ChartGoldenTests
{
    private static readonly string Folder = "tests/NotebookKit.Tests/Expected/Charts";

    public static TheoryData<string> Names => new(ChartCases.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_is_drawn_as_accepted(string name)
    {
        var chart = ChartCases.All[name]();
        Compare($"{name}.svg", chart.ToSvg());
        Compare($"{name}.json", chart.ToPlotlyJson());
        Compare($"{name}.txt", chart.ToText());
    }

    [Fact]
    public void Each_accepted_file_belongs_to_a_chart() =>
        Assert.Equal(ChartCases.All.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Path.Combine(RealData.Repository, Folder)).Select(f => Path.GetFileNameWithoutExtension(f)).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Line ends between elements make the difference of two versions readable; they are not in the drawing itself.</summary>
    private static void Compare(string file, string drawn)
    {
        var lines = file.EndsWith(".svg", StringComparison.Ordinal) ? drawn.Replace("><", ">\n<", StringComparison.Ordinal)
            : file.EndsWith(".json", StringComparison.Ordinal) ? drawn.Replace("},{", "},\n{", StringComparison.Ordinal) : drawn;
        Accepted.Is($"{Folder}/{file}", lines + "\n");
    }
}
