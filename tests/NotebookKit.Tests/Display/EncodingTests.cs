using System.Reflection;
using System.Text.RegularExpressions;
using NotebookKit.Anonymizing;
using NotebookKit.Augmenting;
using NotebookKit.Comparing;
using NotebookKit.Display;
using NotebookKit.Display.Charts;
using NotebookKit.Display.Pages;
using NotebookKit.Explaining;
using NotebookKit.Outliers;
using NotebookKit.Tests.Writing;
using NotebookKit.Writing;

namespace NotebookKit.Tests.Display;

/// <summary>Whatever stands in the data, no element, no attribute, no script and no hidden character of a page comes from it: every view is tried with every
/// attack. A new view must be added to <see cref="Views"/>, or the first test fails.</summary>
public sealed class EncodingTests : IDisposable
{
    private static readonly TextMask Open = new(e => e, t => t, History.Empty);

    /// <summary>Every kind of view, with the text in every place that takes text.</summary>
    private static readonly Dictionary<Type, Func<string, IView[]>> Views = new()
    {
        [typeof(Table)] = x =>
        [
            new Table { Caption = x, Columns = [new(x), new(x, true), .. Enum.GetValues<ColumnKind>().Select(k => new Column(x, k))], Rows = [[.. Enumerable.Repeat(x, 9)]], Foot = [.. Enumerable.Repeat(x, 9)], Total = 3 },
            new Table { Columns = [new(x)], Rows = [.. Enumerable.Repeat<IReadOnlyList<string?>>([string.Concat(Enumerable.Repeat(x, 20))], 9)], OpensAfter = 20, HasMore = true },
            new[] { new { A = x, B = (object)new[] { x, x }, C = (x, 1), D = (object?)null } }.ToTable(),
            new[] { new Dictionary<string, string> { [x] = x } }.ToTable(), new[] { x, null }.ToTable(), new[] { (x, 1), (x, 2) }.ToTable(),
            Removed(x).ToTable(columns: ["id", "reason", "stage", "kept instead", "conversation", "output", "label", "metadata"], mask: Open),
            new[] { new RejectedRow(x, 1, x, x, x) }.ToTable(columns: ["file", "field", "reason", "raw"]), new[] { new Finding(Severity.Failure, x, x) }.ToTable(), new[] { new StageFinding(x, new(Severity.Note, x, x)) }.ToTable(),
        ],
        [typeof(RowSet<>)] = x => [Data(x).Head(2), Data(x).Sample(1), new[] { x }.Head()],
        [typeof(Description)] = x => [Data(x).Describe(), new[] { new Dictionary<string, string> { [x] = x } }.Describe()],
        [typeof(CountTable)] = x => [Data(x).CountBy(e => e.Label), new[] { x }.CountBy(v => v) with { Heading = x }, new[] { x, "a" }.CountBy(v => v) with { MostShown = 1 }],
        [typeof(CrossTable)] = x => [Data(x).CrossTable(e => e.Label, e => e.Source), new[] { x }.CrossTable(v => v, v => v) with { Heading = x }],
        [typeof(ChatView)] = x => [Row(x).ToChat(), Row(x).ToChat(Open), Removed(x)[0].ToChat()],
        [typeof(Checked)] = x => [Check.That(true, x)],
        [typeof(RawView)] = x => [Data(x).ShowRaw(), Removed(x).ShowRaw(), new[] { new RejectedRow(x, 1, x, x, x) }.ShowRaw(), Row(x).ShowRaw()],
        [typeof(Differences)] = x => [x.DifferencesTo("other"), "other".DifferencesTo(x), $"a {x} b".DifferencesTo($"c {x} d")],
        [typeof(RemovedPair)] = x =>
        [
            RemovedPair.Of(Removed(x)[0], Row(x) with { Id = x + "2" }), RemovedPair.Of(Removed(x)[0], null), RemovedPair.Of(Removed(x)[0], Build.Chat("b", (Role.Tool, "other " + x)), Open),
        ],
        [typeof(SharedWords)] = x => [new SharedWords { Overlap = new(x, x, x, x, 0.5), Row = Row(x), Item = Row("other " + x), Words = 1 }, new SharedWords { Overlap = new(x, x, x, x, 1), Row = null, Item = null }],
        [typeof(Dataset)] = x => [Data(x)],
        [typeof(GapResult)] = x => [NotebookKit.Comparing.Gap.Between(Data(x), Data(x), new() { TrainName = x, LiveName = x })],
        [typeof(MessyResult)] = x => [new MessyVariants { Share = 1, VariantsPerRow = 6 }.Make(Dataset.Of([new() { Id = "a", Messages = [new(Role.User, $"{x} WHAT is the Matter with it")], IsAnonymized = true }]))],
        [typeof(DetectionQuality)] = x => [DetectionQuality.Of([0.1, 0.2], [0.2, 0.4]), Detector!.Value.ToFlaggedTable(Data(x), OutlierDecision.Top([0], 1), mask: Open)],
        [typeof(History)] = x => [Result(x).Kept.History],
        [typeof(StageResult)] = x => [Result(x)],
        [typeof(Chart)] = Charts,
        [typeof(Checklist)] = x => [new Checklist { Items = [new(x, x, x, x, CheckState.Fail, [x])] }],
        [typeof(SourceMatrix)] = x => [new SourceMatrix { Sources = [new(x, 1, [.. SourceMatrix.Dimensions.Select(_ => new SourceGrade(1, 1, x))], [x])] }],
        [typeof(RowLife)] = x => [Result(x).Kept.Why("b " + x)!, Result(x).Kept.Why(x)!],
        [typeof(RunComparison)] = _ => [Compared!.Value],
        [typeof(Report)] = x => [ReportOf(x)],
        [typeof(ReportSection)] = x => [.. ReportOf(x).Sections.Where(s => s.Id is "flow" or "removed" or "distributions")],
        [typeof(Prose)] = x => [new Prose(x)],
        [typeof(Card)] = x => [new Card(x, new Prose(x))],
        [typeof(Grid)] = x => [new Grid(new Prose(x))],
        [typeof(Stack)] = x => [new Stack(new Prose(x))],
        [typeof(Disclosure)] = x => [new Disclosure(x, x, new Prose(x)), new Disclosure(x, null, new Prose(x))],
        [typeof(Tiles)] = x => [new Tiles(new Tile(x, x, x))],
        [typeof(Highlights)] = x => [new Anonymizer().For().Show($"{x} jo.marsh@example.com {x}")],
        [typeof(PersonalDataReport)] = x => [PersonalDataReport.Of(Dataset.Of([new Example { Id = x, Messages = [new(Role.User, "Mail jo.marsh@example.com, please.")] }]))],
        [typeof(PlantedRecall)] = x => [new PlantedRecall([new(x, 3, 2, 1)], [new(x, 3, 2, 1)], [x]), PlantedRecall.Measure(Data(x), new Anonymizer { Types = [EntityTypes.Email] }, new() { PerType = 2 })],
        [typeof(SpanScore)] = x => [SpanScore.Of([(new GoldText(x, x, [new(0, x.Length, x, 1, x)]), [new(0, x.Length, x, 1, x)])])],
        [typeof(Graded)] = x => [new Graded([("warn", x, x)]), new Graded([("fail", x, "")], Ordered: true)],
    };

    private static readonly Lazy<RunComparison> Compared = new(() =>
    {
        using var folder = new TestFolder();
        Dataset Data(string ending) => Dataset.Of(Attacks.All.Select((a, i) => Row(a + ending) with { Id = $"{i} {a}" }));
        SmallRun.Output(Data("").Keep(Attacks.All[3], Attacks.All[4], e => e.Id.Length % 3 > 0).Kept).WriteTo(folder.At("one"));
        SmallRun.Output(Data(" more").Keep(Attacks.All[5], Attacks.All[6], e => e.Id.Length % 4 > 0).Kept).WriteTo(folder.At("two"));
        return RunComparison.Of(RunFolder.Open(folder.At("one")), RunFolder.Open(folder.At("two")));
    });

    private static IView[] Charts(string x) =>
    [
        Chart.Histogram(x, [new NumberSeries(x, [1, 2, 9])], new() { XTitle = x, YTitle = x, Note = x }), Chart.Bar(x, [KeyValuePair.Create(x, 3L)]), Chart.Bar(x, [KeyValuePair.Create(x, 3L)], new() { Horizontal = true }),
        Chart.GroupedBar(x, [x, "b"], [new(x, [1, 2]), new("c", [2, 3])]), Chart.StackedBar(x, [x], [new(x, [1])]), Chart.Line(x, [new PointSeries(x, [new(1, 2, x), new(2, 3, x)])]),
        Chart.Line(x, [new DateSeries(x, [new(DateTimeOffset.UnixEpoch, 1, x)])]), Chart.Scatter(x, [new PointSeries(x, [new(1, 2, x)])]), Chart.Box(x, [new(x, [1, 2, 3, 99])]), Chart.HeatMap(x, [x], [x], [[0.5]]),
        Chart.Funnel(x, [new(x, 3, 1)], new() { Unit = x }), Chart.Sankey(x, [new(x, x + "2", 3)], new() { Unit = x }), Chart.BeforeAfter(x, [KeyValuePair.Create(x, 2L)], [KeyValuePair.Create(x, 1L)], new() { Before = x, After = x }), Chart.BeforeAfter(x, Distribution.Of([1]), Distribution.Of([2])),
    ];

    private static Report ReportOf(string x)
    {
        var result = Result(x).Kept;
        return Report.Of(new()
        {
            Recipe = x,
            Seed = 1,
            Format = x,
            Version = x,
            Result = result,
            Numbers = RunNumbers.Of(result),
            Findings = [new(x, new(Severity.Warning, x, x)), new(x, new(Severity.Note, x, x))],
            Before = DatasetProfile.Of(Data(x)),
            After = DatasetProfile.Of(result),
            Mask = Open,
            NextSteps = [new(x, CheckState.Warn, x)],
            ChangedSettings = [new(x, x, x)],
            Drift = [new(x, Split.Test, 0.5, CheckState.Fail, [])],
            Checklist = new() { Items = [new(x, x, x, x, CheckState.Warn, [x])] },
            Matrix = new() { Sources = [new(x, 1, [.. SourceMatrix.Dimensions.Select(_ => new SourceGrade(1, 1, x))], [x])] },
        });
    }

    private static readonly Lazy<FittedDetector> Detector = new(() =>
        new TermNeighboursDetector().Fit(Dataset.Of(Enumerable.Range(0, 40).Select(i => Build.Example($"{i}", $"where is parcel number {i}", "Here.")))));

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_view_of_the_kit_is_tried()
    {
        var views = typeof(IView).Assembly.GetTypes().Where(t => typeof(IView).IsAssignableFrom(t) && !t.IsInterface && !t.IsAbstract && t.BaseType is { } b && !typeof(IView).IsAssignableFrom(b));
        var missing = views.Where(t => !Views.ContainsKey(t)).Select(t => t.Name);
        Assert.True(!missing.Any(), $"add a case to {nameof(Views)} for {string.Join(", ", missing)}");
    }

    [Fact]
    public void No_markup_of_any_view_comes_from_data()
    {
        foreach (var (type, make) in Views)
            foreach (var attack in Attacks.All)
            {
                var found = false;
                foreach (var view in make(attack))
                {
                    found |= AssertIsText(view.ToHtml(), $"{type.Name}, {attack}");
                    foreach (var (mime, rendering) in view.ToMimeBundle())
                        if (mime is "text/html" or "image/svg+xml") AssertIsText(rendering, $"{type.Name}, {mime}, {attack}");
                    AssertIsVisible(view.ToText(), $"{type.Name}, text, {attack}");
                }

                // A description has no text of rows in it but the names of columns; all others must show what they were given.
                Assert.True(found, $"{type.Name} does not show {attack}");
            }
    }

    [Fact]
    public void No_markup_of_the_report_and_the_card_comes_from_data()
    {
        var history = History.OfInputs(
            [.. Attacks.All.Select(a => new InputReport(a, 1, 1, 0, 1, 0) { Format = a, Findings = [new(Severity.Failure, a, a)] })], [.. Attacks.All.Select(a => new RejectedRow(a, 1, a, a, a))]);
        var data = Dataset.Of(Attacks.All.Select((a, i) => Row(a) with { Id = $"{i} {a}" }), history);
        foreach (var attack in Attacks.All.Take(40))
            data = data.Apply(new LambdaStage(attack, e => e.Id.EndsWith(attack, StringComparison.Ordinal) ? Outcome.Remove(e, attack, 1, 2, "1 " + attack) : Outcome.Keep(e))).Kept;
        var page = File.ReadAllText((SmallRun.Output(data) with { Recipe = new(Attacks.All[6], []) }).WriteTo(folder.At("out")).ReportPage);
        Assert.True(AssertIsText(Regex.Replace(page.Replace(PageScript.Plotly.Code, "", StringComparison.Ordinal), "<script></script>\n", ""), "the report"));
        // Markdown may have HTML in it, so what is no HTML there must have no way to become some.
        var card = File.ReadAllText(folder.At("out/README.md"));
        Assert.DoesNotMatch(@"<(?!\d)", card[card.IndexOf("\n# ", StringComparison.Ordinal)..]);
        AssertIsVisible(card, "the card");
    }

    [Fact]
    public void Markdown_of_a_table_has_no_html_and_csv_no_formula()
    {
        foreach (var attack in Attacks.All)
        {
            var table = new Table { Caption = attack, Columns = [new(attack)], Rows = [[attack], [attack]] };
            Assert.DoesNotContain('<', table.ToMarkdown());
            Assert.Equal(2 + 4, table.ToMarkdown().Count(c => c == '\n'));
            Assert.DoesNotMatch("(?m)^\"?[=+@-]", table.ToCsv());
        }
    }

    [Fact]
    public void The_reader_of_these_tests_refuses_what_the_kit_never_writes()
    {
        foreach (var html in new[] { "<img src=\"x\">", "<p onclick=\"x\">a</p>", "<p class=x>a</p>", "<!-- a -->", "<p>a & b</p>", "<p>a < b</p>", "<div><p>a</div></p>", "<p>", "<p >a</p>", "<a href=\"http://x\">a</a>", "<p>&lt;&copy;</p>", "<div style=\"background:url(x)\"></div>" })
            Assert.Throws<FormatException>(() => HtmlReader.Read(html));
        Assert.Equal("a<b", HtmlReader.TextOf(HtmlReader.Read("<div class=\"x\"><style>p{}</style>a&lt;b</div>")));
    }

    /// <summary>True where the text of the data stands in the text of the page.</summary>
    private static bool AssertIsText(string html, string about)
    {
        AssertIsVisible(html, about);
        IReadOnlyList<HtmlToken> tokens;
        try
        {
            tokens = HtmlReader.Read(html);
        }
        catch (FormatException error)
        {
            Assert.Fail($"{about}: {error.Message}");
            return false;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            Assert.DoesNotContain(tokens[i].Attributes, a => a.Value.Contains(Attacks.Mark, StringComparison.Ordinal) && a.Name is not ("aria-label" or "title"));
            if (tokens[i] is { Element: "script", IsEnd: false }) AssertIsOurs(tokens[i], tokens[i + 1].Text);
            if (tokens[i] is { Element: "style", IsEnd: false }) Assert.DoesNotContain(Attacks.Mark, tokens[i + 1].Text, StringComparison.Ordinal);
        }

        return HtmlReader.TextOf(tokens).Contains(Attacks.Mark, StringComparison.Ordinal);
    }

    /// <summary>A script is one of the kit's three, or data of a chart that no browser runs and that nothing in it can end.</summary>
    private static void AssertIsOurs(HtmlToken script, string text)
    {
        if (!script.Attributes.Any(a => a is ("type", "application/json"))) Assert.Contains(text, new[] { Table.Script.ReplaceLineEndings("\n"), PlotScript.Script.Code, PageScript.Plotly.Code });
        else Assert.DoesNotMatch("[<>&\u2028\u2029]", text);
    }

    private static void AssertIsVisible(string text, string about)
    {
        for (var i = 0; i < text.Length; i++)
            if (Attacks.IsHidden(text, i)) Assert.Fail($"{about}: U+{(int)text[i]:X4} at {i}");
    }

    private static Example Row(string x) => new()
    {
        Id = x,
        Messages = [new(Role.System, x), new(Role.User, x) { Name = x }, new(Role.Assistant, null) { ToolCalls = [new(x, x, x)] }, new(Role.Tool, x) { ToolCallId = x }, new(Role.Assistant, x)],
        Declined = [new(Role.Assistant, x)],
        Label = x,
        Source = x,
        Author = x,
        Metadata = x,
        Tools = x,
        Tags = [x],
        Flags = [new(x, x)],
        Scores = Scores.Empty.With(x, 0.5),
    };

    private static Dataset Data(string x) => Dataset.Of([Row(x), Row(x) with { Id = "b " + x }]);

    private static Removal[] Removed(string x) => [new(Row(x), x, x, 1, 2, x, false)];

    private static StageResult Result(string x) => Data(x).Apply(new LambdaStage(x, e => e.Id.StartsWith('b') ? Outcome.Keep(e.WithFlag(new(x, x))) : Outcome.Remove(e, x, 1, 2, "b " + x)));
}
