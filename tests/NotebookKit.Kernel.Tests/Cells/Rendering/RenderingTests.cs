using System.Globalization;
using NotebookKit.Display;
using NotebookKit.Display.Charts;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Cells.Rendering;

namespace NotebookKit.Kernel.Tests.Cells.Rendering;

public class RenderingTests
{
    private static IReadOnlyDictionary<string, string> Render(object? value) => ValueRenderer.Render(value).Renderings;

    private static string Text(object? value) => Render(value)["text/plain"];

    public static TheoryData<object?, string> Values { get; } = new()
    {
        { null, "null" },
        { "a <b>\n", "a <b>\n" },
        { 12345, "12345" },
        { 1234.5, "1234.5" },
        { 0.1f, "0.1" },
        { 1.50m, "1.50" },
        { double.NaN, "NaN" },
        { -0.0, "-0" },
        { 'x', "x" },
        { new DateTimeOffset(2024, 2, 3, 4, 5, 6, TimeSpan.FromHours(2)), "2024-02-03 04:05:06 +02:00" },
        { new DateOnly(2024, 2, 3), "2024-02-03" },
        { new TimeOnly(4, 5, 6, 700), "04:05:06.7" },
        { new Uri("file:///a"), "file:///a" },
        { (1.5, "x", (object?)null), "(1.5, x, null)" },
        { new FormatException("bad"), "FormatException: bad" },
        { new object(), "object" },
        { new MemoryStream(), "MemoryStream" },
        { (Func<int, string>)(n => ""), "Func<int, string>" },
        { Task.FromResult(1), "Task<int>: await it to see its value" },
        { new System.Text.StringBuilder("built"), "built" },
        { new Version(1, 2), "1.2" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Plain_text_is_the_same_in_every_culture(object? value, string text)
    {
        var before = CultureInfo.CurrentCulture;
        foreach (var culture in new[] { "", "de-DE", "ar-SA", "tr-TR" })
        {
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            }
            catch (CultureNotFoundException)
            {
                continue;
            }

            try
            {
                Assert.Equal(text, Text(value));
                Assert.Equal(culture, CultureInfo.CurrentCulture.Name);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public void A_plain_value_has_plain_text_only() => Assert.Equal(["text/plain"], Render(5).Keys);

    [Fact]
    public void A_view_shows_itself()
    {
        var table = new[] { new { A = 1 } }.ToTable();
        Assert.Equal(((IView)table).ToMimeBundle().ToDictionary(), Render(table).ToDictionary());
    }

    [Fact]
    public void A_plot_has_no_html()
    {
        var all = Render(Chart.Histogram("sizes", [1.0, 2, 3]));
        Assert.Equal([Chart.PlotlyMimeType, "image/svg+xml", "text/plain"], all.Keys);
    }

    [Fact]
    public void Html_beside_a_plot_is_left_out() =>
        Assert.Equal(["application/vnd.plotly.v1+json", "text/plain"], Render(MimeBundle.Of(("application/vnd.plotly.v1+json", "{}"), ("text/html", "<p>"))).Keys);

    [Fact]
    public void Rows_are_the_kits_table()
    {
        var rows = Enumerable.Range(1, 30).Select(n => new { Name = $"<{n}>", Size = n }).ToList();
        var all = Render(rows);
        Assert.Equal(rows.ToTable().ToText(), all["text/plain"]);
        Assert.Contains("&lt;1&gt;", all["text/html"], StringComparison.Ordinal);
        Assert.Contains("20 of 30 rows", all["text/plain"], StringComparison.Ordinal);
    }

    public static TheoryData<object, string> Tables { get; } = new()
    {
        { new[] { 1, 2 }, "value" },
        { new List<string> { "a" }, "value" },
        { new Dictionary<string, int> { ["one"] = 1 }, "one" },
        { new SortedList<int, string> { [7] = "seven" }, "seven" },
        { new System.Collections.ArrayList { 1, "x" }, "x" },
        { new[] { new Dictionary<string, object?> { ["col"] = 5 } }, "col" },
        { new[] { (1, "x") }, "item 2" },
        { new int[,] { { 1, 2 }, { 3, 4 } }, "4" },
        { Enumerable.Range(0, 1000).Where(n => n % 2 == 0), "first 20 rows" },
        { new HashSet<int> { 42 }, "42" },
        { new { Anonymous = 1 }, "Anonymous = 1" },
        { new Person("Ann", 3), "Person { Name = Ann, Age = 3 }" },
        { new Point { X = 4 }, "X" },
        { new List<int>(), "value" },
        { new[] { "a" }.Select(s => new KeyValuePair<string, int>(s, 1)), "Key" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void What_holds_data_is_a_table(object value, string part)
    {
        var all = Render(value);
        Assert.Contains("<table", all["text/html"], StringComparison.Ordinal);
        Assert.Contains(part, all["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_without_end_shows_its_beginning()
    {
        static IEnumerable<int> Endless()
        {
            for (var i = 0; ; i++) yield return i;
        }

        Assert.Contains("first 20 rows", Text(Endless()), StringComparison.Ordinal);
    }

    [Fact]
    public void Examples_have_their_own_columns()
    {
        var examples = Dataset.Of([]).Examples;
        Assert.Equal(examples.ToTable().ToText(), Text(examples));
    }

    [Fact]
    public void A_data_table_is_a_table()
    {
        var data = new System.Data.DataTable();
        data.Columns.Add("city");
        data.Rows.Add("Bonn");
        data.Rows.Add(DBNull.Value);
        Assert.Contains("Bonn", Render(data)["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_json_and_readable_text()
    {
        var all = Render(System.Text.Json.Nodes.JsonNode.Parse("{\"a\":[1,\"ü\"]}"));
        Assert.Equal("{\n  \"a\": [\n    1,\n    \"ü\"\n  ]\n}", all["application/json"]);
        Assert.Equal(all["application/json"], all["text/plain"]);
    }

    [Fact]
    public void Bytes_of_a_picture_are_the_picture()
    {
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 1];
        Assert.Equal(Convert.ToBase64String(png), Render(png)["image/png"]);
        Assert.DoesNotContain("image/png", Render(new byte[] { 1, 2 }).Keys);
    }

    [Fact]
    public void A_type_with_ToHtml_shows_it()
    {
        var all = Render(new Own());
        Assert.Equal(("<i>own</i>", "own text"), (all["text/html"], all["text/plain"]));
    }

    [Fact]
    public void ToHtml_with_parameters_or_another_result_is_none_of_ours() => Assert.Equal(["text/plain"], Render(new Other()).Keys);

    [Fact]
    public void Formatters_found_by_name_are_asked_for_what_their_type_prefers()
    {
        var all = Render(new Formatted());
        Assert.Equal(["image/svg+xml", "text/html", "text/plain"], all.Keys);
        Assert.Equal(("<svg/>", "<u>formatted</u>"), (all["image/svg+xml"], all["text/html"]));
        Assert.Equal("<u>formatted</u>", Render(new Derived())["text/html"]);
    }

    [Fact]
    public void A_value_that_throws_says_so() =>
        Assert.Equal("(Broken cannot be shown: InvalidOperationException: no)", Text(new Broken()));

    [Fact]
    public void A_row_that_throws_says_so() => Assert.Contains("cannot be shown: DivideByZeroException", Text(new[] { 0 }.Select(n => 1 / n)), StringComparison.Ordinal);

    [Theory]
    [InlineData(typeof(int[]), "int[]")]
    [InlineData(typeof(int[,]), "int[,]")]
    [InlineData(typeof(List<Dictionary<string, int?>>), "List<Dictionary<string, int?>>")]
    [InlineData(typeof((int, string)), "(int, string)")]
    [InlineData(typeof(Dictionary<int, int>.Enumerator), "Enumerator")]
    public void Types_are_named_as_cells_write_them(Type type, string name) => Assert.Equal(name, TypeNames.Of(type));

    public sealed record Person(string Name, int Age);

    public struct Point
    {
        public int X { get; set; }
    }

    public sealed class Own
    {
        public string ToHtml() => "<i>own</i>";

        public string ToText() => "own text";
    }

    public sealed class Other
    {
        public int ToHtml() => 1;

        public string ToHtml(int indent) => "";
    }

    public sealed class Broken
    {
        public string ToHtml() => throw new InvalidOperationException("no");
    }

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class TypeFormatterSourceAttribute(Type source) : Attribute
    {
        public Type FormatterSourceType { get; } = source;

        public string[] PreferredMimeTypes { get; } = ["text/html", "image/svg+xml"];
    }

    private sealed class Source
    {
        public IEnumerable<object> CreateTypeFormatters() => [new Formatter("text/html", "<u>formatted</u>"), new Formatter("image/svg+xml", "<svg/>"), new Formatter("text/latex", "$")];
    }

    private sealed class Formatter(string mimeType, string text)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object value, TextWriter writer)
        {
            writer.Write(text);
            return true;
        }
    }

    [TypeFormatterSource(typeof(Source))]
    private class Formatted;

    private sealed class Derived : Formatted;
}
