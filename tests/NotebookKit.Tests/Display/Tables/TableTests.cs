using NotebookKit.Display;

namespace NotebookKit.Tests.Display;

public class TableTests
{
    private static readonly Table Kinds = new()
    {
        Caption = "Kinds",
        Columns = [new("id", ColumnKind.Id), new("text"), new("n", ColumnKind.Number), new("share", ColumnKind.Share), new("date", ColumnKind.Date), new("flag", ColumnKind.Flag)],
        Rows = [["a-1", "one", "1,000", "12.5%", "2024-05-01", "yes"], [null, null, null, null, null, null]],
        Foot = ["all", null, "1,000", "100.0%", null, null],
        Total = 4_096,
    };

    [Fact]
    public void A_table_says_how_many_of_how_many_rows_are_here()
    {
        Assert.Equal("2 of 4,096 rows", Kinds.Count);
        Assert.Null((Kinds with { Total = 2 }).Count);
        Assert.Null((Kinds with { Total = null }).Count);
        Assert.Equal("first 2 rows; there are more", (Kinds with { Total = null, HasMore = true }).Count);
        Assert.EndsWith("\n2 of 4,096 rows", Kinds.ToText(), StringComparison.Ordinal);
        Assert.EndsWith("<p class=\"nk-count\">2 of 4,096 rows</p>", Kinds.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_without_a_value_is_a_muted_dash_and_an_empty_text_is_empty()
    {
        Assert.Contains("<td class=\"num nk-none\">–</td>", Kinds.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("<td class=\"nk-none\">–</td>", Kinds.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("<td></td>", new Table { Columns = [new("x")], Rows = [[""]] }.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_and_shares_stand_at_the_right()
    {
        Assert.Equal(
        [
            "Kinds", "id   text      n   share  date        flag", "───  ────  ─────  ──────  ──────────  ────", "a-1  one   1,000   12.5%  2024-05-01  yes",
            "–    –         –       –  –           –", "───  ────  ─────  ──────  ──────────  ────", "all  –     1,000  100.0%  –           –", "2 of 4,096 rows",
        ], Kinds.ToText().Split('\n'));
    }

    [Fact]
    public void Long_text_opens_without_script_and_holds_the_whole()
    {
        var html = new Table { Columns = [new("x")], Rows = [["The first words [EMAIL]\nand then the rest of it"]], OpensAfter = 20 }.ToHtml();
        Assert.Contains("<details class=\"nk-more\"><summary>The first words [EMA…</summary><div class=\"nk-whole\">The first words <span class=\"nk-ph\">[EMAIL]</span>\nand then the rest of it</div></details>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("details", new Table { Columns = [new("x")], Rows = [["short"]], OpensAfter = 20 }.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_never_halves_a_character()
    {
        var html = new Table { Columns = [new("x")], Rows = [[new string('a', 19) + "😀😀😀"]], OpensAfter = 20 }.ToHtml();
        Assert.Contains($"<summary>{new string('a', 19)}…</summary>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_can_open_to_a_view_of_its_own()
    {
        var chat = Build.Example("a", "hello there", "good day").ToChat();
        var table = new Table { Columns = [new("x", ColumnKind.Conversation)], Rows = [["hello there"]], Views = new Dictionary<(int, int), IView> { [(0, 0)] = chat } };
        Assert.Contains($"<summary>hello there</summary>{chat.ToHtml()}</details>", table.ToHtml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(80)]
    public void Text_for_a_terminal_fits_its_width(int width)
    {
        var table = new Table { Columns = [new("a"), new("number", true), new("c")], Rows = [[new string('x', 70), "12", "漢字漢字漢字漢字漢字漢字漢字"], ["y", "1,234", "z"]] };
        Assert.All(table.ToText(width).Split('\n'), line => Assert.InRange(TableText.Width(line), 1, width));
        Assert.Contains("1,234", table.ToText(width), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_columns_stay_readable_rather_than_fit()
    {
        var table = new Table { Columns = [.. Enumerable.Range(0, 10).Select(i => new Column("column " + i))], Rows = [[.. Enumerable.Repeat("a long value", 10)]] };
        Assert.All(table.ToText(20).Split('\n'), line => Assert.Equal((10 * 4) + (9 * 2), TableText.Width(line.PadRight(58))));
    }

    [Fact]
    public void Markdown_and_csv_hold_every_row()
    {
        Assert.Equal("**Kinds**\n\n| id | text | n | share | date | flag |\n|---|---|---:|---:|---|---|\n| a-1 | one | 1,000 | 12.5% | 2024-05-01 | yes |\n| – | – | – | – | – | – |\n"
            + "| all | – | 1,000 | 100.0% | – | – |\n\n2 of 4,096 rows\n", Kinds.ToMarkdown());
        Assert.Equal("a,b\n\"x,\"\"y\"\"\",-1\n'=1+1,\"2,000\"\n", new Table { Columns = [new("a"), new("b", true)], Rows = [["x,\"y\"", "-1"], ["=1+1", "2,000"]] }.ToCsv());
    }

    [Fact]
    public void Limits_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Kinds with { OpensAfter = 19 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Kinds.ToText(19));
    }

    [Fact]
    public void The_script_evaluates_nothing_and_writes_text_as_text()
    {
        Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setTimeout|\bwindow\b|globalThis|fetch\(|XMLHttp|</", Table.Script);
        Assert.StartsWith("(function () {", Table.Script.Trim(), StringComparison.Ordinal);
        Assert.EndsWith("})();", Table.Script.Trim(), StringComparison.Ordinal);
        Assert.Matches("^'sha256-[A-Za-z0-9+/]{43}='$", Table.ScriptHash);
    }
}
