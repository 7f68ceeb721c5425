using NotebookKit.Display;

namespace NotebookKit.Adapters.Tests.Interactive;

[Collection(nameof(HostCollection))]
public class ViewFormattersTests
{
    /// <summary>Makes what the expressions below show.</summary>
    private const string Data = """
        var rows = Enumerable.Range(0, 30).Select(i => new Example
        {
            Id = $"row-{i}", Label = i % 3 == 0 ? "billing" : "login", Source = "mail",
            Messages = [new(Role.User, $"How do I change my invoice number {i / 2}?"), new(Role.Assistant, $"Open the page of invoice {i / 2} & press <b>change</b>.")],
        });
        var data = Dataset.Of(rows).Apply(new Anonymizer()).Kept;
        var near = (NearDuplicatesResult)data.Apply(new NearDuplicates());
        """;

    public static TheoryData<string> Views =>
    [
        "data", "data.ToTable()", "data.Head(3)", "data.Sample(4, seed: 7)", "data.Describe()", "data.CountBy(e => e.Label)", "data.CrossTable(e => e.Label, e => e.Source)", "data.History", "near",
        "near.Removed.ToTable()", "near.ToClusterTable()", "near.ToPairs(1)[0]", "data.Examples[0].ToChat()", "\"a b\".DifferencesTo(\"a c\")", "data.ToTable(columns: [\"id\", \"input\"])",
    ];

    [Theory, MemberData(nameof(Views))]
    public async Task A_view_shows_its_html_with_style_and_its_text(string expression)
    {
        using var session = await Session.Loaded();
        (await session.Run(Data)).Succeeds();
        var output = (await session.Run(expression)).Succeeds().Output;
        Assert.Equal(["text/html", "text/plain"], output.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("<div class=\"nk-cell", output["text/html"], StringComparison.Ordinal);
        Assert.Contains("<style>", output["text/html"], StringComparison.Ordinal);
        Assert.DoesNotContain("press <b>change", output["text/html"], StringComparison.Ordinal);
        var text = (await session.Run($"System.Console.Write((({expression}) as IView).ToText());")).Succeeds();
        Assert.Equal(text.Output["text/plain"], output["text/plain"]);
    }

    [Fact]
    public async Task It_is_what_the_host_shows_without_the_extension()
    {
        using var with = await Session.Loaded();
        (await with.Run(Data)).Succeeds();
        var shown = (await with.Run("data.Describe()")).Succeeds().Output;
        using var without = await Session.Bare();
        (await without.Run("using NotebookKit; using NotebookKit.Anonymizing; using NotebookKit.Deduplicating; using NotebookKit.Display;")).Succeeds();
        (await without.Run(Data)).Succeeds();
        Assert.Equal((await without.Run("data.Describe()")).Succeeds().Output, shown);
    }

    [Theory]
    [InlineData("Chart.Bar(\"Labels\", [KeyValuePair.Create(\"billing\", 3L)])")]
    [InlineData("Chart.Line(\"Loss\", [new ChartPoint(0, 2), new ChartPoint(1, 1)])")]
    [InlineData("Chart.Funnel(near.Kept.History)")]
    [InlineData("near.ToThresholdChart()")]
    public async Task A_chart_shows_its_picture_and_its_text(string expression)
    {
        using var session = await Session.Loaded();
        (await session.Run(Data)).Succeeds();
        var output = (await session.Run(expression)).Succeeds().Output;
        Assert.Equal(["image/svg+xml", "text/plain"], output.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("<svg", output["image/svg+xml"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rendering_that_is_asked_for_comes()
    {
        using var session = await Session.Loaded();
        (await session.Run(Data)).Succeeds();
        (await session.Run("var chart = Chart.Bar(\"Labels\", [KeyValuePair.Create(\"billing\", 3L)]);")).Succeeds();
        Assert.StartsWith("<figure", (await session.Run("chart.Display(\"text/html\")")).Succeeds().Outputs[0]["text/html"], StringComparison.Ordinal);
        Assert.StartsWith("{\"data\":[", (await session.Run("chart.Display(\"application/vnd.plotly.v1+json\")")).Succeeds().Outputs[0]["application/vnd.plotly.v1+json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_raw_view_keeps_its_mark()
    {
        using var session = await Session.Loaded();
        (await session.Run(Data.Replace(".Apply(new Anonymizer()).Kept", "", StringComparison.Ordinal))).Succeeds();
        var output = (await session.Run("data.ShowRaw()")).Succeeds().Output;
        Assert.Equal([RawView.Mark, "text/html", "text/plain"], output.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("As recorded: personal data is not masked here.", output["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_shows_its_parts()
    {
        using var session = await Session.Loaded();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 8).Select(i => $$"""{"messages":[{"role":"user","content":"How do I change invoice {{i / 2}}?"},{"role":"assistant","content":"Open its page, press change, and save it."}]}"""), TestContext.Current.CancellationToken);
        (await session.Run($"var report = FineTuning.Prepare([\"{file}\"]).Data.Report();")).Succeeds();
        File.Delete(file);
        var output = (await session.Run("report[\"removed\"]")).Succeeds().Output;
        Assert.StartsWith("<div class=\"nk-cell", output["text/html"], StringComparison.Ordinal);
        Assert.NotEmpty(output["text/plain"]);
    }

    [Fact]
    public async Task A_view_of_ones_own_shows_itself_too()
    {
        using var session = await Session.Loaded();
        (await session.Run("public class Own : IView { public string ToText() => \"mine\"; public string ToHtml() => \"<p>mine</p>\"; }")).Succeeds();
        var output = (await session.Run("new Own()")).Succeeds().Output;
        Assert.Equal("mine", output["text/plain"]);
        Assert.Contains("<p>mine</p>", output["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_values_are_shown_as_before()
    {
        using var session = await Session.Loaded();
        Assert.Contains("42", (await session.Run("6 * 7")).Succeeds().Output.Values.First(), StringComparison.Ordinal);
    }
}
