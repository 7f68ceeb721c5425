using System.Runtime.InteropServices;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Cells.Sql;

namespace NotebookKit.Kernel.Tests.Cells.Sql;

public sealed class SqlCellTests : IAsyncDisposable
{
    private readonly NotebookSession session = new();

    public SqlCellTests()
    {
        if (!Sqlite.IsThere) Assert.Skip("The system has no SQLite library.");
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private Task<CellResult> Run(string code) => session.RunAsync(code, "Cell[5]");

    private async Task<string> Shown(string sql) => Assert.IsType<DisplayOutput>(Assert.Single((await Run("#!sql\n" + sql)).IsOk().Outputs)).Data.Renderings["text/plain"];

    [Fact]
    public async Task Variables_that_hold_rows_are_tables()
    {
        await Run("var people = new[] { new { Name = \"Ann\", Age = 30, City = \"Bonn\" }, new { Name = \"Bob\", Age = 20, City = \"Bonn\" }, new { Name = \"Cem\", Age = 40, City = (string)null } };");
        var text = await Shown("select City, count(*) as n, avg(Age) as age from people group by City order by n desc");
        Assert.Equal(["City", "n", "age"], text.Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(text.Split('\n'), l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["Bonn", "2", "25"]);
    }

    [Theory]
    [InlineData("var v = new[] { 3, 1, 2 };", "select sum(value) as s from v", "6")]
    [InlineData("var v = new List<string> { \"a\", \"ü\" };", "select group_concat(value, '+') as s from v", "a+ü")]
    [InlineData("var v = new Dictionary<string, int> { [\"one\"] = 1, [\"two\"] = 2 };", "select Key as s from v where Value = 2", "two")]
    [InlineData("var v = new[] { (1, \"x\") };", "select item_2 as s from v", "x")]
    [InlineData("var v = new[] { new { When = new DateTime(2024, 2, 3), Flag = true } };", "select When || '/' || Flag as s from v", null)]
    [InlineData("var v = new[] { new { Day = new DateTime(2024, 2, 3), Flag = true } };", "select Day || '/' || Flag as s from v", "2024-02-03/1")]
    [InlineData("var v = new[] { new { Price = 1.25m, Kind = DayOfWeek.Friday } };", "select (Price * 2) || Kind as s from v", "2.5Friday")]
    [InlineData("var v = Enumerable.Range(0, 1000).Select(n => new { n, Square = n * n });", "select count(*) || ':' || max(Square) as s from V", "1000:998001")]
    [InlineData("var v = new[] { new { Text = \"it's -- ; \\\"x\\\"\" } };", "select Text as s from v", "it's -- ; \"x\"")]
    [InlineData("var v = new[] { 1 }; var w = new[] { 1, 2 };", "select count(*) as s from v join w on v.value = w.value", "1")]
    [InlineData("var v = new[] { 1 };", "create table t as select value + 1 as n from v; select n as s from t", "2")]
    public async Task Values_come_through(string code, string sql, string? value)
    {
        (await Run(code)).IsOk();
        if (value is null) (await Run("#!sql\n" + sql)).Failed("CompilationError");
        else Assert.Equal(["s", value], (await Shown(sql)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()).Where(l => !l.StartsWith('─') && !l.StartsWith('-')));
    }

    [Fact]
    public async Task A_dataset_is_a_table_of_its_examples()
    {
        (await Run("#r \"NotebookKit.dll\"\nusing NotebookKit;\nvar data = Dataset.Of([new Example { Id = \"a\", Messages = [new() { Role = Role.User, Content = \"hello\" }, new() { Role = Role.Assistant, Content = \"world\" }], Label = \"x\" }]);")).IsOk();
        Assert.Contains("world", await Shown("select id, input, output, label, turns from data where label = 'x'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_statement_with_rows_is_shown_and_long_results_are_counted()
    {
        await Run("var n = Enumerable.Range(0, 250).ToList();");
        var result = await Run("#!sql\nselect 1 as a; select value from n;");
        Assert.Equal(2, result.IsOk().Outputs.Length);
        Assert.Contains("100 of 250 rows", Assert.IsType<DisplayOutput>(result.Outputs[1]).Data.Renderings["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_table_says_which_there_are()
    {
        await Run("var rows = new[] { 1 }; var text = \"no table\"; var number = 5;");
        Assert.Equal("Cell[5], line 2: no such table: absent. Tables are the cells' variables that hold rows: rows.", (await Run("1\n#!sql\nselect * from absent")).Failed("CompilationError").Value);
    }

    [Fact]
    public async Task A_wrong_statement_says_why() =>
        Assert.StartsWith("Cell[5], line 1: near \"selekt\": syntax error", (await Run("#!sql\nselekt 1")).Failed("CompilationError").Value, StringComparison.Ordinal);

    [Fact]
    public async Task A_query_without_end_can_be_interrupted()
    {
        using var cancel = new CancellationTokenSource();
        var result = await session.RunAsync("Console.WriteLine(1);\n#!sql\nwith recursive r(n) as (select 1 union all select n + 1 from r) select count(*) from r", "Cell[5]",
            _ => cancel.CancelAfter(100), cancel.Token);
        Assert.Equal(CellStatus.Interrupted, result.Status);
    }
}
