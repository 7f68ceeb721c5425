using NotebookKit.Checking;
using NotebookKit.Display;
using NotebookKit.Reviewing;

namespace NotebookKit.Tests.Checking;

public sealed class SourceMatrixTests : IDisposable
{
    private readonly NotebookKit.Tests.Writing.TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static Dataset Scored() => CheckData.With((e, i) =>
    {
        e = e with { Scores = Scores.Empty.With(ScoreNames.Quality, e.Source == "tickets" ? 0.9 : 0.4).With(ScoreNames.OutlierDistance, 1) };
        return i is 3 or 9 ? e.WithFlag(new("OutlierFilter", "out-of-distribution", 3, 2)) : e;
    });

    private static SourceRow Of(SourceMatrix matrix, string source) => matrix.Sources.Single(s => s.Source == source);

    private SourceFacts Facts(string text)
    {
        var file = folder.At("sources.json");
        File.WriteAllText(file, text);
        return SourceFacts.Read(file);
    }

    [Fact]
    public void Each_source_is_graded_by_what_was_measured()
    {
        var facts = Facts("""{"tickets.jsonl": {"cost": 140, "currency": "eur", "weight": 3}, "chats": {"cost": 0, "currency": "EUR", "weight": 1}}""");
        var matrix = CheckData.Assess(Scored(), CheckData.Options with { Sources = facts }).Matrix;
        Assert.Equal(["chats", "tickets", SourceMatrix.Hybrid], matrix.Sources.Select(s => s.Source));
        var (chats, tickets) = (Of(matrix, "chats"), Of(matrix, "tickets"));
        // 2 of 140 chats are odd; 280 tickets cost 140 EUR, 0.5 each.
        Assert.Equal((0.985714, 5), (chats.Grades[0].Measured, chats.Grades[0].Points));
        Assert.Equal((0.4, 2), (chats.Grades[2].Measured, chats.Grades[2].Points));
        Assert.Equal((0.9, 5), (tickets.Grades[2].Measured, tickets.Grades[2].Points));
        Assert.Equal((280, 3, "280"), (tickets.Grades[3].Measured, tickets.Grades[3].Points, tickets.Grades[3].Shown));
        Assert.Equal((140, 3, "140 EUR"), (tickets.Grades[4].Measured, tickets.Grades[4].Points, tickets.Grades[4].Shown));
        Assert.Equal((0, 5), (chats.Grades[4].Measured, chats.Grades[4].Points));
        Assert.Equal((0.25, 0.75), (chats.Weight, tickets.Weight));
    }

    [Fact]
    public void The_hybrid_row_is_the_mean_by_weight()
    {
        var facts = Facts("""{"tickets": {"weight": 0.75}, "chats": {"weight": 0.25}}""");
        var hybrid = CheckData.Assess(Scored(), CheckData.Options with { Sources = facts }).Matrix.Sources[^1];
        Assert.Equal(Math.Round((0.75 * 5) + (0.25 * 2), 1), hybrid.Grades[2].Points);
        Assert.Equal((420, "420"), (hybrid.Grades[3].Measured, hybrid.Grades[3].Shown));
        Assert.Equal(SourceGrade.None, hybrid.Grades[4]);
    }

    [Fact]
    public void Without_weights_a_source_weighs_its_share_of_the_rows_and_one_source_has_no_hybrid()
    {
        Assert.Equal([0.333333, 0.666667, 1], CheckData.Assess(Scored()).Matrix.Sources.Select(s => s.Weight));
        Assert.Single(CheckData.Assess(CheckData.With((e, _) => e with { Source = "one" })).Matrix.Sources);
    }

    [Fact]
    public void What_people_say_stands_above_the_score()
    {
        var data = Scored();
        var matrix = CheckData.Assess(data, CheckData.Reviewed(data, 50, (i, v) => i < 3 ? v with { Kind = VerdictKind.Wrong } : v)).Matrix;
        Assert.Equal((0.94, 3), (Of(matrix, "chats").Grades[2].Measured, Of(matrix, "chats").Grades[2].Points));
        Assert.Contains("95% interval", string.Join(" ", Of(matrix, "chats").Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_left_for_being_foreign_or_bad_speak_about_their_source()
    {
        var data = Scored().Apply(new LambdaStage("OutlierFilter", e => e.Flags.Count > 0 ? Outcome.Remove(e, "out-of-distribution", 3, 2) : Outcome.Keep(e))).Kept;
        Assert.Equal(0.985714, Of(CheckData.Assess(data).Matrix, "chats").Grades[0].Measured);
        Assert.Equal("–", Of(CheckData.Assess(Dataset.Of(CheckData.Rows())).Matrix, "chats").Grades[0].ToString());
    }

    [Fact]
    public void The_scales_rise_and_cover_every_dimension()
    {
        Assert.Equal(SourceMatrix.Dimensions.Order(StringComparer.Ordinal), SourceScale.All.Select(s => s.Dimension).Distinct().Order(StringComparer.Ordinal));
        foreach (var scale in SourceScale.All)
        {
            Assert.Equal([2, 3, 4, 5], new[] { scale.For2, scale.For3, scale.For4, scale.For5 }.Select(scale.Points));
            Assert.Equal(1, scale.Points(scale == SourceScale.Cost ? 99 : -1));
        }

        var page = new NotebookKit.Tests.Docs.Page("docs/checklist.md").Text;
        foreach (var scale in SourceScale.All)
            Assert.Contains(FormattableString.Invariant($"| {scale.Dimension} | {scale.Measure} | {scale.For2} | {scale.For3} | {scale.For4} | {scale.For5} |"), page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_matrix_is_a_table_and_the_numbers_of_a_heat_map()
    {
        var matrix = CheckData.Assess(Scored()).Matrix;
        Assert.Equal(["Source", "Relevance", "Diversity", "Quality", "Size", "Cost", "Weight"], matrix.ToTable().Columns.Select(c => c.Name));
        Assert.Contains("3/5 (280)", matrix.ToText(), StringComparison.Ordinal);
        Assert.Equal((3, 5), (matrix.Points.Count, matrix.Points[0].Count));
        Assert.Null(matrix.Points[0][4]);
    }

    [Theory]
    [InlineData("[]", "line 1: an object was expected")]
    [InlineData("{\n \"tickets\": 3\n}", "line 2, field \"tickets\": an object with cost, currency and weight was expected.")]
    [InlineData("{\n \"tickets\": {\n  \"cost\": -1 }\n}", "line 3, field \"tickets.cost\": the whole cost of the source, a number from 0, was expected.")]
    [InlineData("{\n \"tickets\": {\n  \"weight\": \"half\" }\n}", "line 3, field \"tickets.weight\": its share in the mix")]
    [InlineData("{\n \"tickets\": {\n  \"currency\": \"Dollar\" }\n}", "line 3, field \"tickets.currency\": three letters were expected")]
    [InlineData("{\n \"tickets\": {\n  \"price\": 1 }\n}", "line 3, field \"tickets.price\": there is no such field")]
    [InlineData("{\n \"tickets\": {\"cost\": 1},\n \"tickets\": {}}", "line 3, field \"tickets\": the source is there twice")]
    [InlineData("{\n \"tickets\": {\"cost\": 1}\n \"chats\": {}}", "line 3: this is no JSON")]
    [InlineData("{\n \"tickets\": {\"cost\": 1},\n \"chats\": {\"cost\": 1, \"currency\": \"EUR\"}}", "line 3, field \"currency\": costs are in USD and EUR")]
    public void A_file_of_facts_that_cannot_be_used_says_where(string text, string message) =>
        Assert.StartsWith($"{folder.At("sources.json")}, {message}", Assert.Throws<BadInputException>(() => Facts(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Names_that_are_no_source_and_weights_for_some_are_refused()
    {
        var data = Dataset.Of(CheckData.Rows());
        Assert.Contains("line 1, field \"tickts.jsonl\": there is no such source; the sources are chats, tickets.", Assert.Throws<BadInputException>(() => Facts("""{"tickts.jsonl": {"cost": 1}}""").CheckSources(data)).Message, StringComparison.Ordinal);
        Assert.Contains("field \"chats.weight\": the source has no weight", Assert.Throws<BadInputException>(() => Facts("""{"tickets.jsonl": {"weight": 1}}""").CheckSources(data)).Message, StringComparison.Ordinal);
        Assert.Contains("the weights are all 0", Assert.Throws<BadInputException>(() => Facts("""{"tickets": {"weight": 0}, "chats": {"weight": 0}}""").CheckSources(data)).Message, StringComparison.Ordinal);
        Facts("""{"data/tickets.jsonl.gz": {"cost": 1}}""").CheckSources(data);
        Assert.Contains("does not exist", Assert.Throws<BadInputException>(() => SourceFacts.Read(folder.At("nowhere.json"))).Message, StringComparison.Ordinal);
    }
}
