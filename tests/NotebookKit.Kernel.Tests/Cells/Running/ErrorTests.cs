using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Tests.Cells.Running;

public sealed class ErrorTests : IAsyncDisposable
{
    private readonly NotebookSession session = new(new() { BaseDirectory = AppContext.BaseDirectory });

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private Task<CellResult> Run(string code, string name = "Cell[3]") => session.RunAsync(code, name);

    [Fact]
    public async Task A_compile_error_says_cell_line_and_column_and_shows_the_place()
    {
        var error = (await Run("var a = 1;\n  var b = missing + a;\nfor (var i = 0; i < 3; i++) a += i;")).Failed("CompilationError");
        Assert.Equal("Cell[3], line 2, column 11: CS0103: The name 'missing' does not exist in the current context", error.Value);
        Assert.Equal([error.Value, "      var b = missing + a;", "              ^^^^^^^", "Hint: Has the cell that declares it been run?"], error.Traceback);
    }

    [Fact]
    public async Task Columns_are_those_of_the_text_as_written_also_within_loops()
    {
        var error = (await Run("for (var i = 0; i < 3; i++) { int n = \"text\"; }")).Failed("CompilationError");
        Assert.StartsWith("Cell[3], line 1, column 39: CS0029", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_errors_are_counted() =>
        Assert.Contains("… and 5 more errors", (await Run(string.Concat(Enumerable.Range(0, 15).Select(i => $"missing{i}();\n")))).Failed("CompilationError").Traceback);

    [Fact]
    public async Task An_exception_says_message_and_the_lines_of_the_users_own_code()
    {
        await Run("int Divide(int a, int b) =>\n    a / b;\n", "Cell[1]");
        var error = (await Run("\nint Twice(int n) { return Divide(n, n - n); }\nTwice(1)")).Failed("DivideByZeroException");
        Assert.Equal("Attempted to divide by zero.", error.Value);
        Assert.Equal(["DivideByZeroException: Attempted to divide by zero.", "   at Divide in Cell[1], line 2", "   at Twice in Cell[3], line 2", "   at Cell[3], line 3"], error.Traceback);
    }

    [Theory]
    [InlineData("async Task Fail() { await Task.Yield(); throw new InvalidOperationException(\"x\"); }\nawait Fail();", "   at Fail in Cell[3], line 1|   at Cell[3], line 2")]
    [InlineData("void Outer() {\n  void Inner() { throw new InvalidOperationException(\"x\"); }\n  Inner(); }\nOuter();", "   at Inner in Cell[3], line 2|   at Outer in Cell[3], line 3|   at Cell[3], line 4")]
    [InlineData("class Shop {\n public void Sell() { throw new InvalidOperationException(\"x\"); } }\nnew Shop().Sell();", "   at Shop.Sell in Cell[3], line 2|   at Cell[3], line 3")]
    [InlineData("new[] { 1 }.Select(n => {\n  if (n > 0) throw new InvalidOperationException(\"x\"); return n; }).ToList();", "   at a lambda in Cell[3], line 2|   at Cell[3], line 1")]
    [InlineData("class Bad {\n public Bad() { throw new InvalidOperationException(\"x\"); } }\nnew Bad();", "   at new Bad in Cell[3], line 2|   at Cell[3], line 3")]
    [InlineData("IEnumerable<int> Rows() {\n yield return 1; throw new InvalidOperationException(\"x\"); }\nRows().Sum()", "   at Rows in Cell[3], line 2|   at Cell[3], line 3")]
    public async Task Functions_have_the_names_they_were_given(string code, string frames) =>
        Assert.Equal(frames.Split('|'), (await Run(code)).Failed("InvalidOperationException").Traceback.Skip(1));

    [Fact]
    public async Task Lines_hold_below_functions_loops_and_lambdas_of_every_form()
    {
        var error = (await Run("""
            int One() => 1; // a comment
            int Two()
                => 2
                ;
            class Box
            {
                public int Size => 3;
                public int Wide { get => 4; set => _ = value; }
                public int this[int n] => n;
                public static Box operator +(Box a, Box b) => a;
            }
            for (var i = 0; i < 2; i++)
                One();
            foreach (var n in new[] { 1 }) // another
                Two();
            Func<int, int> f = x =>
                x + 1;
            Action g = () =>
            {
                f(1);
            };
            g(); throw new FormatException("x");
            """)).Failed("FormatException");
        Assert.Equal("   at Cell[3], line 22", error.Traceback[1]);
    }

    [Fact]
    public async Task Causes_are_said()
    {
        var error = (await Run("try { throw new FormatException(\"inner\"); } catch (Exception e) { throw new InvalidOperationException(\"outer\", e); }")).Failed("InvalidOperationException");
        Assert.Contains("caused by FormatException: inner", error.Traceback);
    }

    [Fact]
    public async Task An_aggregate_of_one_is_that_one() =>
        (await Run("Parallel.For(0, 1, i => { throw new FormatException(\"x\"); });")).Failed("FormatException");

    [Fact]
    public async Task An_exception_type_of_a_cell_has_its_own_name() => (await Run("class Broken() : Exception(\"why\");\nthrow new Broken();")).Failed("Broken");

    [Fact]
    public async Task State_survives_an_exception_with_what_was_assigned_before()
    {
        (await Run("var kept = 1; kept = 2; var text = ((string)null).Length; kept = 3;")).Failed("NullReferenceException");
        Assert.Equal("2", (await Run("kept")).Value());
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_changes_nothing()
    {
        await Run("var same = 1;");
        (await Run("same = 2; var other = missing;")).Failed("CompilationError");
        Assert.Equal("1", (await Run("same")).Value());
        (await Run("other")).Failed("CompilationError");
    }

    [Fact]
    public async Task No_path_of_the_machine_is_in_an_error()
    {
        var error = (await Run("File.ReadAllText(\"" + AppContext.BaseDirectory.Replace("\\", "\\\\", StringComparison.Ordinal) + "nothing.txt\")")).Failed("FileNotFoundException");
        Assert.All(error.Traceback.Append(error.Value), l => Assert.DoesNotContain(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar), l, StringComparison.Ordinal));
        Assert.Equal("Could not find file 'nothing.txt'.", error.Value);
    }

    [Theory]
    [InlineData("int Deep(int n) { return 1 + Deep(n + 1); }\nDeep(0)")]
    [InlineData("int Deep(int n) => 1 + Deep(n + 1);\nDeep(0)")]
    [InlineData("class Node { public int Value => 1 + Value; }\nnew Node().Value")]
    [InlineData("Func<int, int> deep = null; deep = n => { return 1 + deep(n); }; deep(0)")]
    [InlineData("Func<int, int> deep = null; deep = n => 1 + deep(n); deep(0)")]
    [InlineData("record Ring { public Ring Next { get => new Ring { Size = 1 }.Next; } public int Size; }\nnew Ring().Next")]
    public async Task A_recursion_without_end_is_an_error_and_not_the_end(string code)
    {
        var error = (await Run(code)).Failed("InsufficientExecutionStackException");
        Assert.True(error.Traceback.Length < 30);
        Assert.Equal("1", (await Run("1")).Value());
    }

    [Theory]
    [InlineData("new Thread(() => throw new FormatException(\"stray\")).Start();")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => throw new FormatException(\"stray\"));")]
    [InlineData("async void Fire() { await Task.Delay(1).ConfigureAwait(false); throw new FormatException(\"stray\"); } Fire();")]
    [InlineData("var timer = new Timer(_ => throw new FormatException(\"stray\"), null, 1, -1);")]
    public async Task An_exception_that_nobody_waits_for_is_shown_and_the_session_goes_on(string code)
    {
        await Run("using System.Threading;");
        var text = (await Run(code)).Text("stderr");
        for (var i = 0; i < 200 && text.Length == 0; i++)
        {
            await Task.Delay(20);
            text = (await Run("1")).IsOk().Text("stderr");
        }

        Assert.Contains("FormatException: stray", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_async_void_that_fails_while_its_cell_waits_is_the_cells_error() =>
        (await Run("async void Fire() { await Task.Yield(); throw new FormatException(\"x\"); } Fire(); await Task.Delay(10_000);")).Failed("FormatException");

    [Fact]
    public async Task A_cancellation_of_the_cells_own_is_an_error_of_the_cell() => (await Run("throw new OperationCanceledException(\"mine\");")).Failed("OperationCanceledException");
}
