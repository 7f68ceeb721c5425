using System.Dynamic;
using NotebookKit.Display;
using NotebookKit.Tests.Writing;

namespace NotebookKit.Tests.Display;

public class ToTableTests
{
    private static readonly TextMask Mask = new(SmallRun.Mask, SmallRun.MaskText, SmallRun.Run().History, "Anonymizing");

    private static IEnumerable<string> Names(Table table) => table.Columns.Select(c => c.Name);

    [Fact]
    public void A_dataset_shows_its_first_examples_and_the_fields_they_have()
    {
        var data = SmallRun.Run();
        var table = data.ToTable(3);
        Assert.Equal(["id", "conversation", "output", "label", "source", "split"], Names(table));
        Assert.Equal(["k-1", "Question number 1 about topic 1 from [EMAIL]", "The answer to k-1 is a sentence long enough.", "delivery", "tickets", "test"], table.Rows[0]);
        Assert.Equal($"3 of {data.Count} rows", table.Count);
        Assert.IsType<ChatView>(table.Views[(0, 1)]);
    }

    [Fact]
    public void Columns_are_picked_by_name_and_scores_are_columns()
    {
        var data = Build.Dataset(Build.Example("a", "q", "r") with { Scores = Scores.Empty.With("quality", 0.12344), CreatedAt = new(2024, 5, 1, 12, 30, 0, TimeSpan.FromHours(2)) });
        var table = data.ToTable(columns: ["QUALITY", "created", "Answered_By", "turns"]);
        Assert.Equal(["quality", "created", "answered by", "turns"], Names(table));
        Assert.Equal(["0.1234", "2024-05-01 10:30", null, "2"], table.Rows[0]);
        var error = Assert.Throws<ArgumentException>(() => data.ToTable(columns: ["nothing"]));
        Assert.StartsWith("There is no column 'nothing'; there are id, conversation, output, ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Removals_show_why_and_what_was_kept_instead()
    {
        var removed = SmallRun.Run().History.Stages[2].Removed;
        var table = removed.ToTable();
        Assert.Equal(["id", "reason", "measured", "limit", "kept instead", "conversation", "output"], Names(table));
        Assert.Equal(["d-1", "near-duplicate", "0.9125", "0.8", "k-3", "Same question, asked again by someone", "The answer to d-1 is a sentence long enough."], table.Rows[0]);
    }

    [Fact]
    public void Text_that_is_withheld_is_never_shown()
    {
        var table = SmallRun.Run().History.Stages[1].Removed.ToTable();
        Assert.Equal("w-1", table.Rows[0][0]);
        Assert.DoesNotContain("secret", table.ToHtml() + table.ToText() + table.ToCsv(), StringComparison.Ordinal);
        Assert.Contains("withheld", table.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mask_hides_what_left_before_anonymizing_in_every_rendering()
    {
        var history = SmallRun.Run().History;
        var raw = history.Stages[0].Removed;
        Assert.Contains(SmallRun.Mail, raw.ShowRaw().ToHtml(), StringComparison.Ordinal);
        foreach (var view in new IView[] { raw.ToTable(mask: Mask), raw[0].ToChat(Mask), raw[0].Example.ToChat(Mask), RemovedPair.Of(raw[0], raw[0].Example, Mask), history.Rejected.ToTable(columns: ["raw"], mask: Mask), raw.Select(r => r.Example).ToTable(mask: Mask), Dataset.Of(SmallRun.Examples()).ToTable(mask: Mask), new[] { new { Text = SmallRun.Mail } }.ToTable(mask: Mask) })
            foreach (var rendering in view.ToMimeBundle().Values.Append(view is Table table ? table.ToCsv() + table.ToMarkdown() : ""))
                Assert.DoesNotContain(SmallRun.Mail, rendering, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejected_records_show_where_and_why_but_the_record_only_when_asked()
    {
        var rejected = SmallRun.Run().History.Rejected;
        Assert.Equal(["file", "line", "field", "reason"], Names(rejected.ToTable()));
        Assert.Equal(["/home/x/tickets.jsonl", "3", "input", "missing-field: input"], rejected.ToTable().Rows[0]);
        Assert.DoesNotContain(SmallRun.Mail, rejected.ToTable().ToHtml(), StringComparison.Ordinal);
        Assert.Contains("[EMAIL]", rejected.ToTable(columns: ["raw"], mask: Mask).Rows[0][0], StringComparison.Ordinal);
    }

    [Fact]
    public void Stages_and_findings_are_tables()
    {
        var history = SmallRun.Run().History;
        var stages = history.ToTable();
        Assert.Equal(["stage", "received", "kept", "removed", "removed, share", "changed", "main reasons"], Names(stages));
        Assert.Equal(["Near duplicates", "13", "12", "1", "7.7%", "0", "near-duplicate 1"], stages.Rows[2]);
        Assert.Equal(stages.ToText(), history.Stages.Select(s => s.Report).ToTable().ToText());
        Assert.Equal(["note", "byte-order-mark", "The file begins with one."], history.Inputs[0].Findings.ToTable().Rows[0]);
        Assert.Contains(StageFinding.Of(SmallRun.Run()).ToTable().Rows, r => r[0] == "Sourcing" && r[2] == "byte-order-mark");
    }

    [Fact]
    public void Objects_show_their_public_properties_and_fields_in_order()
    {
        var table = new[] { new { Name = "Ada", Age = 36, Share = 0.25, Born = new DateOnly(1815, 12, 10), Alive = false }, new { Name = "Bob", Age = 1, Share = 1e-5, Born = default(DateOnly), Alive = true } }.ToTable();
        Assert.Equal(["Name", "Age", "Share", "Born", "Alive"], Names(table));
        Assert.Equal([ColumnKind.Text, ColumnKind.Number, ColumnKind.Number, ColumnKind.Date, ColumnKind.Flag], table.Columns.Select(c => c.Kind));
        Assert.Equal(["Ada", "36", "0.25", "1815-12-10", "no"], table.Rows[0]);
        Assert.Equal("1E-05", table.Rows[1][2]);
    }

    [Fact]
    public void Tuples_dictionaries_and_plain_values_are_tables_too()
    {
        Assert.Equal(["item 1", "item 2"], Names(new[] { ("a", 1), ("b", 2) }.ToTable()));
        Assert.Equal(["value"], Names(new[] { 1.5, 2 }.ToTable()));
        Assert.Equal(["1.5"], new[] { 1.5, 2 }.ToTable().Rows[0]);
        Assert.Equal(["Key", "Value"], Names(new Dictionary<string, int> { ["a"] = 1 }.ToTable()));
        dynamic row = new ExpandoObject();
        row.City = "Lyon";
        IEnumerable<object> rows = [row, new Dictionary<string, object?> { ["City"] = null, ["Zip"] = 69001 }];
        var table = rows.ToTable();
        Assert.Equal(["City", "Zip"], Names(table));
        Assert.Equal([["Lyon", null], [null, "69,001"]], table.Rows);
        Assert.Equal(["value"], Names(new object?[] { 1, "a", null }.ToTable()));
    }

    [Fact]
    public void Nested_collections_are_summed_up_and_endless_ones_not_enumerated()
    {
        var table = new[] { new { Some = new[] { 1, 2, 3, 4, 5 }, Map = new Dictionary<string, int> { ["a"] = 1 }, Endless = Endless(), Pair = (1, "x"), None = Array.Empty<int>() } }.ToTable();
        Assert.Equal(["1, 2, 3, … (5 in all)", "a: 1", "(a sequence)", "(1, x)", ""], table.Rows[0]);
    }

    private static IEnumerable<int> Endless()
    {
        while (true) yield return 1;
    }

    [Fact]
    public void A_property_that_throws_is_a_cell_that_says_so()
    {
        Assert.Equal(["(InvalidOperationException)"], new[] { new Throwing() }.ToTable().Rows[0]);
        Assert.Equal(["(FormatException)"], new[] { new ThrowingText() }.ToTable().Rows[0]);
    }

    [Fact]
    public void A_lazy_source_is_read_for_the_rows_shown_and_one_more()
    {
        var read = 0;
        IEnumerable<int> Lazy()
        {
            for (var i = 0; i < 10_000_000; i++)
            {
                read++;
                yield return i;
            }
        }

        var table = Lazy().ToTable(5);
        Assert.Equal((6, 5, true, null), (read, table.Rows.Count, table.HasMore, table.Total));
        Assert.Equal("3 of 10,000,000 rows", Enumerable.Range(0, 10_000_000).ToTable(3).Count);
        read = 0;
        Assert.Equal("first 2 rows; there are more", Lazy().Head(2).ToTable().Count);
        Assert.Equal(3, read);
    }

    [Fact]
    public void Nothing_is_a_table_with_a_head()
    {
        Assert.Equal(["id", "conversation"], Names(Dataset.Empty.ToTable()));
        Assert.Equal("value\n─────", Array.Empty<int>().ToTable().ToText());
        Assert.Equal(["Reason", "Code"], Names(Array.Empty<NamedRow>().ToTable()));
        Assert.Equal("0 of 2 rows", new[] { 1, 2 }.ToTable(0).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => new[] { 1 }.ToTable(-1));
        Assert.Throws<ArgumentNullException>(() => ((IEnumerable<int>)null!).ToTable());
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Every_culture_shows_the_same(string culture)
    {
        object[] rows = [1234.5, 0.25m, new DateTime(2024, 5, 1), DayOfWeek.Friday, (1.5, 2.5), TimeSpan.FromMinutes(1.5), Half.One, (UInt128)5000];
        var expected = rows.ToTable().ToText() + SmallRun.Run().ToTable().ToHtml();
        Cultures.Under(culture, () => Assert.Equal(expected, rows.ToTable().ToText() + SmallRun.Run().ToTable().ToHtml()));
    }

    private sealed record NamedRow(string Reason, int Code);

    private sealed class Throwing
    {
        public int Value => throw new InvalidOperationException("no");
    }

    private sealed class ThrowingText
    {
        public override string ToString() => throw new FormatException("no");
    }
}
