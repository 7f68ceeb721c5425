using Microsoft.Data.Analysis;
using NotebookKit.MLNet;

namespace NotebookKit.Adapters.Tests.MLNet;

public class CsvFrameTests
{
    private const string Text = "id,n,x,is,day,code,text\n1,16777217,1.5,true,2024-05-31,007,\"a, \"\"b\"\"\nc\"\n2,,-2e3,FALSE,2024-06-01T12:00:00+02:00,+49,\n3,5,7,true,,12,\"\"\n";

    [Theory, InlineData(""), InlineData("tr-TR"), InlineData("de-DE")]
    public void Types_are_those_of_all_cells_in_every_culture(string culture)
    {
        using var folder = new TestFolder();
        var path = folder.Write("a.csv", Text);
        var frame = MlNetData.In(culture, () => CsvFrames.Read(path));
        Assert.Equal([typeof(long), typeof(long), typeof(double), typeof(bool), typeof(DateTime), typeof(string), typeof(string)], frame.Columns.Select(c => c.DataType));
        Assert.Equal([16777217L, null, 5L], frame["n"].Cast<long?>());
        Assert.Equal([1.5, -2000, 7], frame["x"].Cast<double?>());
        Assert.Equal([true, false, true], frame["is"].Cast<bool?>());
        Assert.Equal([new DateTime(2024, 5, 31), new DateTime(2024, 6, 1, 10, 0, 0), null], frame["day"].Cast<DateTime?>());
        Assert.Equal(["007", "+49", "12"], frame["code"].Cast<string?>());
        Assert.Equal(["a, \"b\"\nc", null, ""], frame["text"].Cast<string?>());
    }

    [Fact]
    public void The_packages_own_reader_would_lose_digits()
    {
        using var folder = new TestFolder();
        var path = folder.Write("a.csv", "n\n16777217\n");
        Assert.Equal(16777216f, DataFrame.LoadCsv(path)["n"][0]);
        Assert.Equal(16777217L, CsvFrames.Read(path)["n"][0]);
    }

    [Fact]
    public void Types_can_be_given()
    {
        using var folder = new TestFolder();
        var path = folder.Write("a.csv", "id;n\r\n1;2\r\n\r\n3;4\r\n");
        var frame = CsvFrames.Read(path, ';', new Dictionary<string, Type> { ["id"] = typeof(string), ["n"] = typeof(double) });
        Assert.Equal(["1", "3"], frame["id"].Cast<string?>());
        Assert.Equal([2.0, 4.0], frame["n"].Cast<double?>());
        Assert.Equal(0, CsvFrames.Read(folder.Write("head.csv", "a,b\n")).Rows.Count);
    }

    [Theory]
    [InlineData("a,b\n1,2\n1,ada,3\n", "line 3: 2 cells were expected, as in the first line, but there are 3")]
    [InlineData("a,b\n1,\"ada\n", "line 2: a quotation mark opens a cell and none closes it")]
    [InlineData("ada,ada\n1,2\n", "line 1: two columns have the same name")]
    [InlineData("", "is empty")]
    [InlineData("n\n1\n\"x\n\"\nada\n", "line 3, field \"n\": a whole number was expected")]
    public void An_error_says_where_and_repeats_no_cell(string text, string expected)
    {
        using var folder = new TestFolder();
        var path = folder.Write("b.csv", text);
        var types = text.StartsWith("n\n", StringComparison.Ordinal) ? new Dictionary<string, Type> { ["n"] = typeof(long) } : null;
        var message = Assert.Throws<BadInputException>(() => CsvFrames.Read(path, types: types)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_told()
    {
        using var folder = new TestFolder();
        Assert.Contains("does not exist", Assert.Throws<BadInputException>(() => CsvFrames.Read(folder.File("none.csv"))).Message, StringComparison.Ordinal);
        var path = folder.Write("a.csv", "a\n1\n");
        Assert.Contains("has no column \"b\"", Assert.Throws<BadInputException>(() => CsvFrames.Read(path, types: new Dictionary<string, Type> { ["b"] = typeof(long) })).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read as Guid", Assert.Throws<ArgumentException>(() => CsvFrames.Read(path, types: new Dictionary<string, Type> { ["a"] = typeof(Guid) })).Message, StringComparison.Ordinal);
    }
}
