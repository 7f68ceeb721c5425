using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Tests.Cells.Compiling;

public sealed class LibraryTests : IAsyncDisposable
{
    private readonly NotebookSession session = new();

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private Task<CellResult> Run(string code) => session.RunAsync(code, "Cell[2]");

    [Theory]
    [InlineData("namespace Shop;\npublic record Item(string Name);", "new Shop.Item(\"tea\").Name", "tea")]
    [InlineData("namespace Shop { record Item(string Name); enum Kind { Hot } }", "using Shop;\nKind.Hot", "Hot")]
    [InlineData("static class Texts { public static string Shout(this string s) => s + \"!\"; }", "\"a\".Shout()", "a!")]
    [InlineData("static class Texts { internal static string Shout(this string s) => s + \"!\"; }", "\"a\".Shout()", "a!")]
    [InlineData("public static class Texts { extension(string s) { public string Twice => s + s; public static string None => \"none\"; } }", "\"ab\".Twice + string.None", "ababnone")]
    [InlineData("static class Lists { extension<T>(IEnumerable<T> list) { public T Middle() => list.ElementAt(list.Count() / 2); } }", "new[] { 1, 2, 3 }.Middle()", "2")]
    [InlineData("file class Hidden { public int N = 3; }\npublic static class Open { public static int Read() => new Hidden().N; }", "Open.Read()", "3")]
    [InlineData("using System.Globalization;\nstatic class Words { public static string Title(this string s) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(s); }", "CultureInfo.InvariantCulture.Name + \"abc\".Title()", "Abc")]
    [InlineData("[Obsolete]\nstatic class Odd { public static int Odd1(this int n) => n; }", "1.Odd1()", "1")]
    public async Task Types_that_a_script_cannot_hold_are_there_in_later_cells(string library, string code, string value)
    {
        Assert.Null((await Run(library)).Value());
        Assert.Equal(value, (await Run(code)).Value());
    }

    [Fact]
    public async Task A_class_with_extensions_may_stand_in_a_cell_with_other_code() =>
        Assert.Equal("A?!", (await Run("var mark = \"?\";\nstatic class Texts { public static string Shout(this string s) => s.ToUpperInvariant(); }\nstatic class More { extension(string s) { public string Loud => s + \"!\"; } }\n(\"a\".Shout() + mark).Loud")).Value());

    [Fact]
    public async Task The_same_text_again_does_nothing_and_another_text_says_to_restart()
    {
        const string First = "namespace Shop;\npublic static class Prices { public static int Double(this int n) => n * 2; }";
        (await Run(First)).IsOk();
        (await Run(First + "\n")).IsOk();
        var error = (await Run(First.Replace("* 2", "* 3", StringComparison.Ordinal))).Failed("CompilationError");
        Assert.Contains("Shop.Prices is already defined with another text", error.Value, StringComparison.Ordinal);
        Assert.Equal("4", (await Run("using Shop;\n2.Double()")).Value());
    }

    [Fact]
    public async Task Libraries_see_each_other()
    {
        await Run("namespace Shop;\npublic record Item(int Price);");
        await Run("namespace Till;\nusing Shop;\npublic static class Sums { public static int Total(this IEnumerable<Item> items) => items.Sum(i => i.Price); }");
        Assert.Equal("3", (await Run("using Shop; using Till;\nnew[] { new Item(1), new Item(2) }.Total()")).Value());
    }

    [Fact]
    public async Task Errors_in_a_library_say_line_and_column()
    {
        var error = (await Run("namespace Shop;\n\npublic class Item\n{\n    int n = missing;\n}")).Failed("CompilationError");
        Assert.StartsWith("Cell[2], line 5, column 13: CS0103", error.Value, StringComparison.Ordinal);
        (await Run("namespace Shop;\npublic class Item;")).IsOk();
    }

    [Fact]
    public async Task Frames_of_a_library_have_their_lines()
    {
        await Run("static class Texts\n{\n    public static int Bad(this string s)\n    {\n        throw new FormatException(\"x\");\n    }\n}");
        Assert.Equal("   at Texts.Bad in Cell[2], line 5", (await Run("\"a\".Bad()")).Failed("FormatException").Traceback[1]);
    }

    [Fact]
    public async Task A_loop_in_a_library_can_be_interrupted()
    {
        await Run("static class Loops { public static int Endless(this string s) { while (true) { } } }");
        using var cancel = new CancellationTokenSource();
        var result = await session.RunAsync("Console.WriteLine(1); \"a\".Endless()", "Cell[3]", _ => cancel.Cancel(), cancel.Token);
        Assert.Equal(CellStatus.Interrupted, result.Status);
    }
}
