using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Tests.Cells;

/// <summary>Cells that would never end. Each kind is stopped several times; the session must live on with its variables.</summary>
public sealed class InterruptTests(WarmSession warm, InterruptTests.Patient patient) : IClassFixture<InterruptTests.Patient>
{
    private readonly NotebookSession session = patient.Session;

    private const string Started = "Console.WriteLine(\"on\"); ";

    public static TheoryData<string, string> Kinds { get; } = new()
    {
        { "empty loop", "while (true) { }" },
        { "loop without a block", "while (true) ;" },
        { "do", "var d = 0; do d++; while (d >= 0 || true);" },
        { "for", "for (;;) { }" },
        { "foreach", "IEnumerable<int> Endless() { while (true) yield return 1; }\nforeach (var e in Endless()) { }" },
        { "allocating loop", "var text = \"\"; while (true) text = new string('a', 100) + text.Length;" },
        { "LINQ in a loop", "while (true) Enumerable.Range(0, 100).Where(x => x % 2 == 0).ToList();" },
        { "LINQ with a block", "Enumerable.Range(0, int.MaxValue).Select(x => { return (long)x * x % 7; }).Sum()" },
        { "LINQ alone", "Enumerable.Range(0, int.MaxValue).Where(x => x % 2 == 0).Select(x => (long)x).Max()" },
        { "action", "var action = new Action<int>(n => Console.Write(\"\")); Enumerable.Range(0, int.MaxValue).Aggregate(0, (all, n) => { action(n); return all; })" },
        { "Parallel.For", "Parallel.For(0L, long.MaxValue, i => { Math.Sqrt(i); });" },
        { "Parallel loops inside", "Parallel.For(0, 4, i => { while (true) { } });" },
        { "console in finally", "while (true) { try { Console.Write(\"\"); } finally { Console.Write(\"\"); } }" },
        { "swallowed exceptions", "while (true) { try { throw new InvalidOperationException(); } catch { } }" },
        { "Task.Yield", "while (true) await Task.Yield();" },
        { "Task.Delay in a loop", "while (true) await Task.Delay(1);" },
        { "Task.Delay", "await Task.Delay(1_000_000);" },
        { "Task.Run", "await Task.Run(() => { while (true) { } });" },
        { "Sleep", "Thread.Sleep(1_000_000);" },
        { "Sleep in a loop that swallows", "while (true) { try { Thread.Sleep(1_000_000); } catch (Exception) { } }" },
        { "lock", "var gate = new object(); var held = new ManualResetEventSlim(); new Thread(() => { lock (gate) { held.Set(); Thread.Sleep(600_000); } }) { IsBackground = true }.Start(); held.Wait(); lock (gate) { }" },
        { "event", "new ManualResetEventSlim().Wait();" },
        { "Result", "new TaskCompletionSource<int>().Task.Result" },
        { "goto", "again: goto again;" },
        { "recursion", "int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);\nFib(1000)" },
        { "recursion in local functions", "void Outer() { int Ping(int n) { return n == 0 ? 0 : Pong(n - 1) + Pong(n - 1); } int Pong(int n) => Ping(n); Ping(1000); }\nOuter();" },
        { "recursion of a lambda", "Func<int, int> twice = null; twice = n => { return n == 0 ? 0 : twice(n - 1) + twice(n - 1); }; twice(1000)" },
        { "async iterator", "async IAsyncEnumerable<int> Numbers() { for (var i = 0; ; i++) { await Task.Yield(); yield return i; } }\nawait foreach (var n in Numbers()) { }" },
        { "property", "class Odd { public long Count; public bool Next => Count++ >= 0 && Again; public bool Again { get { while (true) { } } } }\nnew Odd().Next" },
        { "token", "await Task.Delay(Timeout.Infinite, Kernel.Cancel);" },
        { "token that is asked", "while (!Kernel.Cancel.IsCancellationRequested) Thread.SpinWait(10);" },
    };

    /// <summary>The wake-up of a sleeping cell and its end meet by chance: whichever is first, nothing of the engine is hit, and the session lives on.</summary>
    [Fact]
    public async Task An_interrupt_that_comes_as_a_cell_ends_harms_nothing()
    {
        for (var round = 0; round < 60; round++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(5 + (round % 20)));
            var ended = await session.RunAsync("var until = Environment.TickCount64 + 15; while (Environment.TickCount64 < until) System.Threading.Thread.Sleep(1);", "race", cancellation: stop.Token);
            Assert.Contains(ended.Status, new[] { CellStatus.Ok, CellStatus.Interrupted });
        }

        Assert.Equal("3", (await session.RunAsync("1 + 2", "after")).Value());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_cell_without_end_is_interrupted(string kind, string code)
    {
        (await session.RunAsync("using System.Threading; var kept = 41;", "first")).IsOk();
        for (var round = 0; round < 2; round++)
        {
            var result = await Interrupted(session, Started + code);
            Assert.True(result.Status == CellStatus.Interrupted, $"{kind}: {result.Status} {result.Error?.Value}");
            Assert.Equal(("Interrupted", "The cell was interrupted."), (result.Error!.Name, result.Error.Value));
            Assert.Equal("on\n", result.Text());
        }

        Assert.Equal("42", (await session.RunAsync("kept + 1", "last")).Value());
    }

    [Fact]
    public async Task A_cell_that_cannot_be_stopped_is_left_behind_and_says_so()
    {
        await using var session = new NotebookSession(new() { StopGrace = TimeSpan.FromMilliseconds(100) });
        (await session.RunAsync("var go = true;", "first")).IsOk();
        // Nothing in this expression can be checked: it waits until the next cell says so.
        var result = await Interrupted(session, Started + "(from n in Enumerable.Repeat(0, int.MaxValue) where !go select n).FirstOrDefault()");
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Contains("Restart the session", result.Error!.Value, StringComparison.Ordinal);
        Assert.Equal("true", (await session.RunAsync("var before = go; go = false; before", "next")).Value());
    }

    [Fact]
    public async Task Work_that_a_stopped_cell_left_on_other_threads_ends_too()
    {
        await using var session = new NotebookSession();
        (await session.RunAsync("using System.Threading; Task left = null;", "first")).IsOk();
        await Interrupted(session, "left = Task.Run(() => { while (true) { } }); " + Started + "await Task.Delay(-1);");
        Assert.Equal("true", (await session.RunAsync("await Task.WhenAny(left, Task.Delay(60_000)) == left", "next")).Value());
    }

    [Fact]
    public async Task One_interrupted_session_leaves_the_others_alone()
    {
        await using var session = new NotebookSession();
        var other = warm.Run("var calm = 0L; for (var i = 0; i < 300; i++) { calm += i; await Task.Delay(1); } calm");
        for (var round = 0; round < 3; round++) Assert.Equal(CellStatus.Interrupted, (await Interrupted(session, Started + "while (true) { }")).Status);
        Assert.Equal("44850", (await other).Value());
    }

    [Fact]
    public async Task Background_work_of_an_earlier_cell_survives_an_interrupt()
    {
        await using var session = new NotebookSession();
        (await session.RunAsync("var turns = 0; var end = false; var work = Task.Run(async () => { while (!end) { turns++; await Task.Delay(1); } });", "first")).IsOk();
        await Interrupted(session, Started + "while (true) { }");
        Assert.Equal("true", (await session.RunAsync("var then = turns; while (turns == then) await Task.Delay(1); end = true; await work; turns > then", "next")).Value());
    }

    [Fact]
    public async Task A_cell_that_waits_its_turn_can_be_interrupted_before_it_runs()
    {
        await using var session = new NotebookSession();
        using var cancel = new CancellationTokenSource();
        var first = session.RunAsync("await Task.Delay(300); 1", "first");
        var second = session.RunAsync("2", "second", null, cancel.Token);
        await cancel.CancelAsync();
        Assert.Equal(CellStatus.Interrupted, (await second).Status);
        Assert.Equal("1", (await first).Value());
    }

    [Fact]
    public async Task A_cell_whose_time_is_up_ends_as_such()
    {
        await using var session = new NotebookSession(new() { CellTimeout = TimeSpan.FromSeconds(2) });
        var error = (await session.RunAsync("while (true) { }", "endless")).Failed("TimeoutExpired");
        Assert.Equal("The cell took longer than 2 s and was stopped.", error.Value);
    }

    [Fact]
    public async Task An_interrupted_cell_says_where_it_was()
    {
        await using var session = new NotebookSession();
        var result = await Interrupted(session, Started + "\n\nwhile (true) { }", "Cell[7]");
        Assert.Contains("   at Cell[7], line 3", result.Error!.Traceback);
    }

    /// <summary>Runs a cell and interrupts it once it has begun.</summary>
    private static async Task<CellResult> Interrupted(NotebookSession session, string code, string name = "endless")
    {
        using var cancel = new CancellationTokenSource();
        return await session.RunAsync(code, name, output =>
        {
            if (output is StreamOutput) cancel.CancelAfter(30);
        }, cancel.Token);
    }

    /// <summary>A session that is interrupted often, and gives a busy machine all the time it wants.</summary>
    public sealed class Patient : IAsyncDisposable
    {
        public NotebookSession Session { get; } = new(new() { StopGrace = TimeSpan.FromSeconds(60) });

        public ValueTask DisposeAsync() => Session.DisposeAsync();
    }
}
