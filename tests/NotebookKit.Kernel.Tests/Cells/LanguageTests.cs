using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Tests.Cells;

public class LanguageTests(WarmSession session)
{
    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("1.5 / 4", "0.375")]
    [InlineData("1e6", "1000000")]
    [InlineData("\"a\" + 'b'", "ab")]
    [InlineData("true && !false", "true")]
    [InlineData("null", "null")]
    [InlineData("(object)null", "null")]
    [InlineData("(1, \"a\", 2.5)", "(1, a, 2.5)")]
    [InlineData("DayOfWeek.Friday", "Friday")]
    [InlineData("typeof(Dictionary<string, List<int?>>)", "Dictionary<string, List<int?>>")]
    [InlineData("new DateTime(2024, 2, 3)", "2024-02-03")]
    [InlineData("new DateTime(2024, 2, 3, 4, 5, 6)", "2024-02-03 04:05:06")]
    [InlineData("TimeSpan.FromSeconds(90)", "00:01:30")]
    [InlineData("await Task.FromResult(7)", "7")]
    [InlineData("return 5;", "5")]
    [InlineData("if (2 > 1) return \"early\"; return \"late\";", "early")]
    [InlineData("static abstract class", null)]
    [InlineData("Enumerable.Range(1, 4).Sum(x => x * x)", "30")]
    [InlineData("(from n in new[] { 3, 1, 2 } orderby n select n * 10).First()", "10")]
    [InlineData("string.Concat([\"a\", .. new[] { \"b\", \"c\" }])", "abc")]
    [InlineData("var (left, right) = (1, 2); left + right", "3")]
    [InlineData("\"\"\"\n  raw \"text\"\n  \"\"\"", "raw \"text\"")]
    [InlineData("(new[] { 1, 2, 3 }) is [_, .. var rest] ? rest.Length : 0", "2")]
    [InlineData("unsafe { int n = 5; int* p = &n; *p = 6; Console.Write(*p); } 1", "1")]
    [InlineData("dynamic d = \"text\"; d.Length", "4")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(new { a = 1 })", "{\"a\":1}")]
    [InlineData("System.Collections.Immutable.ImmutableArray.Create(1, 2).Length", "2")]
    [InlineData("$\"{1234.5:N1}\"", "1,234.5")]
    [InlineData("#if true\n1\n#else\n2\n#endif", "1")]
    [InlineData("#region r\n1\n#endregion", "1")]
    public async Task The_last_expression_is_the_value(string code, string? value)
    {
        var result = await session.Run(code);
        if (value is null) result.Failed("CompilationError");
        else Assert.Equal(value, result.Value());
    }

    [Theory]
    [InlineData("Console.Write(1)")]
    [InlineData("await Task.CompletedTask")]
    [InlineData("var quiet = 1;")]
    [InlineData("new List<int>().Clear()")]
    [InlineData("// nothing")]
    [InlineData("")]
    [InlineData("void Quiet() { }")]
    [InlineData("using System.Xml;")]
    [InlineData("int Nested() { return 5; }")]
    [InlineData("Func<int> f = () => { return 5; };")]
    public async Task A_cell_without_a_last_value_shows_none(string code) => Assert.Null((await session.Run(code)).Value());

    [Theory]
    [InlineData("var a1 = 40;", "a1 += 2;", "a1", "42")]
    [InlineData("var b1 = 1;", "var b1 = \"text\";", "b1.Length", "4")]
    [InlineData("int c1(int n) => n * 2;", "int c2(int n) => c1(n) + 1;", "c2(4)", "9")]
    [InlineData("record D1(string Name);", "var d2 = new D1(\"Ann\");", "d2.Name", "Ann")]
    [InlineData("enum E1 { One, Two }", "var e2 = E1.Two;", "e2", "Two")]
    [InlineData("delegate int F1(int n);", "F1 f2 = n => n + 1;", "f2(1)", "2")]
    [InlineData("const int G1 = 3;", "const int G2 = G1 * 2;", "G2", "6")]
    [InlineData("using System.Globalization;", "var h1 = new CultureInfo(\"\");", "CultureInfo.InvariantCulture.Equals(h1)", "true")]
    [InlineData("using I1 = System.Collections.Generic.List<int>;", "var i2 = new I1 { 1 };", "i2.Count", "1")]
    [InlineData("using static System.Math;", "var j1 = Max(1, 2);", "j1", "2")]
    [InlineData("public static string Shout(this string s) => s.ToUpperInvariant();", "var k1 = \"a\".Shout();", "k1", "A")]
    [InlineData("interface IL1<T> where T : IL1<T> { static abstract T Make(); }", "record L2(int N) : IL1<L2> { public static L2 Make() => new(7); } T Of<T>() where T : IL1<T> => T.Make();", "Of<L2>().N", "7")]
    [InlineData("async IAsyncEnumerable<int> M1() { for (var i = 0; i < 3; i++) { await Task.Yield(); yield return i; } }", "var m2 = 0; await foreach (var n in M1()) m2 += n;", "m2", "3")]
    [InlineData("IEnumerable<int> N1() { yield return 1; yield return 2; }", "var n2 = N1().ToList();", "n2.Count", "2")]
    [InlineData("class O1 { public int Size { get; set => field = value * 2; } }", "var o2 = new O1 { Size = 4 };", "o2.Size", "8")]
    [InlineData("struct P1 { public int X; public readonly int Double => X * 2; }", "var p2 = new P1 { X = 3 };", "p2.Double", "6")]
    [InlineData("var q1 = Task.Run(async () => { await Task.Delay(20); return 9; });", "var q2 = 1;", "await q1", "9")]
    public async Task What_a_cell_declares_later_cells_see(string first, string second, string last, string value)
    {
        (await session.Run(first)).IsOk();
        (await session.Run(second)).IsOk();
        Assert.Equal(value, (await session.Run(last)).Value());
    }

    [Fact]
    public async Task A_cell_that_declares_a_type_can_run_again_and_old_values_keep_the_old_type()
    {
        await session.RunAll("record Again(int N);", "var again = new Again(1);", "record Again(string S);");
        Assert.Equal("again 1 s", (await session.Run("$\"again {again.N} {new Again(\"s\").S}\"")).Value());
    }

    [Fact]
    public async Task A_task_that_waits_without_await_does_not_lock_the_cell()
    {
        var result = await session.Run("async Task<int> Slow() { await Task.Delay(5); await Task.Yield(); await Task.Delay(5); return 3; }\nSlow().Result + Slow().GetAwaiter().GetResult()");
        Assert.Equal("6", result.Value());
    }

    [Fact]
    public async Task What_a_cell_awaits_goes_on_in_the_culture_that_the_cell_began_in() =>
        Assert.Equal("1.5", (await session.Run("await Task.Run(() => 0); string.Format(\"{0}\", 1.5)")).Value());

    [Fact]
    public async Task A_deep_recursion_has_room() =>
        Assert.Equal("20000", (await session.Run("int Depth(int n) { if (n == 0) return 0; return 1 + Depth(n - 1); }\nDepth(20000)")).Value());

    [Fact]
    public async Task An_expression_tree_is_left_as_it_is() =>
        Assert.Equal("x => (x + 1)", (await session.Run("System.Linq.Expressions.Expression<Func<int, int>> tree = x => x + 1; tree.ToString()")).Value());

    [Theory]
    [InlineData("Func<int> f = () => 1; Action a = () => f(); a(); f()", "1")]
    [InlineData("Func<Task> f = async () => await Task.Yield(); await f(); Func<Task<int>> g = async () => await Task.FromResult(2); await g()", "2")]
    [InlineData("var natural = (int x) => x * 2; Delegate d = (int x) => x; natural(3) + (int)d.DynamicInvoke(1)", "7")]
    [InlineData("Func<int, Func<int, int>> curried = a => b => a - b; curried(5)(3)", "2")]
    [InlineData("Func<int> fail = () => throw new FormatException(); try { fail(); } catch (FormatException) { } 3", "3")]
    [InlineData("Func<int, bool> odd = delegate(int n) { return n % 2 == 1; }; odd(3)", "true")]
    [InlineData("var numbers = new[] { 3, 4 }; ref int First(int[] all) => ref all[0]; First(numbers) = 9; numbers[0]", "9")]
    [InlineData("IQueryable<int> query = new[] { 1, 2, 3 }.AsQueryable(); query.Where(x => x > 1).Select(x => new[] { x }.Select(y => y + 1).First()).Sum()", "7")]
    [InlineData("string Said(Func<bool> claim, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(claim))] string text = \"\") => text;\nSaid(() => { return 1 < 2; }) + Said(() => new[] { 1 }.Any(n => n > 0))", "() => { return 1 < 2; }() => new[] { 1 }.Any(n => n > 0)")]
    public async Task Functions_with_checks_do_what_they_did(string code, string value) => Assert.Equal(value, (await session.Run(code)).Value());

    [Theory]
    [InlineData("using var early = new MemoryStream();\n1", "CS1002", "block or a function")]
    [InlineData("Span<int> span = new int[3];", "CS8345", "function")]
    [InlineData("var single = 1;\nsingle;", "CS0201", "leave the semicolon away")]
    [InlineData("Undeclared + 1", "CS0103", "been run")]
    [InlineData("yield return 1;", "CS", null)]
    public async Task What_a_cell_cannot_do_says_what_to_do(string code, string id, string? hint)
    {
        var error = (await session.Run(code)).Failed("CompilationError");
        Assert.Contains(id, string.Join('\n', error.Traceback), StringComparison.Ordinal);
        if (hint is not null) Assert.Contains(error.Traceback, l => l.StartsWith("Hint: ", StringComparison.Ordinal) && l.Contains(hint, StringComparison.Ordinal));
    }
}
