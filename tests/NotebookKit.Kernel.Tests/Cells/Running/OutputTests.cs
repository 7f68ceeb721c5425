using System.Collections.Concurrent;
using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Tests.Cells.Running;

public class OutputTests(WarmSession session)
{
    [Fact]
    public async Task Console_text_and_displays_stand_in_the_order_they_came()
    {
        var result = await session.Run("Console.WriteLine(1); Console.Write(2); \"shown\".Display(); Console.Error.Write(\"oh\"); Console.WriteLine(3); 4");
        Assert.Collection(result.IsOk().Outputs,
            o => Assert.Equal(new StreamOutput("stdout", "1\n2"), o),
            o => Assert.Equal("shown", Assert.IsType<DisplayOutput>(o).Data.Renderings["text/plain"]),
            o => Assert.Equal(new StreamOutput("stderr", "oh"), o),
            o => Assert.Equal(new StreamOutput("stdout", "3\n"), o),
            o => Assert.Equal("4", Assert.IsType<ResultOutput>(o).Data.Renderings["text/plain"]));
    }

    [Fact]
    public async Task Whoever_listens_is_told_the_same_as_they_come()
    {
        var told = new ConcurrentQueue<CellOutput>();
        var early = new TaskCompletionSource();
        var result = await session.Run("Console.WriteLine(\"one\"); await Task.Delay(200); Console.Write(\"two\"); \"x\".Display(); throw new InvalidOperationException(\"end\");", o =>
        {
            told.Enqueue(o);
            if (o is StreamOutput { Text: "one\n" }) early.TrySetResult();
        }, TestContext.Current.CancellationToken);
        Assert.True(early.Task.IsCompletedSuccessfully);
        Assert.Equal(["one\n", "two"], told.OfType<StreamOutput>().Select(s => s.Text));
        Assert.IsType<ErrorOutput>(told.Last());
        Assert.Equal("one\ntwo", Assert.IsType<StreamOutput>(result.Outputs[0]).Text);
    }

    [Fact]
    public async Task A_display_can_be_changed_in_its_cell_and_in_a_later_one()
    {
        var first = await session.Run("var bar = display(\"0 %\"); for (var i = 50; i <= 100; i += 50) bar.Update($\"{i} %\");");
        var shown = first.IsOk().Outputs.Cast<DisplayOutput>().ToList();
        Assert.Equal([(false, "0 %"), (true, "50 %"), (true, "100 %")], shown.Select(o => (o.IsUpdate, o.Data.Renderings["text/plain"])));
        Assert.Single(shown.Select(o => o.DisplayId).Distinct());
        var later = await session.Run("bar.Update(\"done\");");
        Assert.Equal((shown[0].DisplayId, true), Assert.Single(later.Outputs.Cast<DisplayOutput>().Select(o => (o.DisplayId, o.IsUpdate))));
    }

    [Fact]
    public async Task Two_displays_have_two_ids()
    {
        var result = await session.Run("1.Display(); 2.Display(); display(null)");
        Assert.Equal(3, result.IsOk().Outputs.OfType<DisplayOutput>().Select(o => o.DisplayId).Distinct().Count());
    }

    [Fact]
    public async Task Text_in_a_format_of_its_own_is_shown_as_such()
    {
        var shown = Assert.IsType<DisplayOutput>((await session.Run("\"<b>x</b>\".DisplayAs(\"text/html\");")).IsOk().Outputs[0]);
        Assert.Equal("<b>x</b>", shown.Data.Renderings["text/html"]);
    }

    [Fact]
    public async Task Outputs_can_be_wiped() =>
        Assert.Equal(new ClearOutput(true), (await session.Run("1.Display(); Kernel.Clear(wait: true); 2")).IsOk().Outputs[1]);

    [Theory]
    [InlineData("await Task.Run(() => Console.Write(\"pool\"));", "pool")]
    [InlineData("Parallel.For(0, 50, i => Console.Write(\"p\"));", "pppppppppppppppppppppppppppppppppppppppppppppppppp")]
    [InlineData("var t = new System.Threading.Thread(() => Console.Write(\"thread\")); t.Start(); t.Join();", "thread")]
    [InlineData("Console.Out.Write('c'); Console.Write(1.5); Console.Write(\"{0:N0}\", 1000); Console.WriteLine(); Console.WriteLine(new[] { 'a', 'b' }); await Console.Out.WriteLineAsync(\"w\");", "c1.51,000\nab\nw\n")]
    [InlineData("var o = Console.Out; await Task.Delay(1); o.Write(\"kept\");", "kept")]
    public async Task What_runs_for_a_cell_writes_to_it(string code, string text) => Assert.Equal(text, (await session.Run(code)).IsOk().Text());

    [Fact]
    public async Task Sessions_that_run_at_once_do_not_mix()
    {
        await using var other = new NotebookSession();
        const string Code = "for (var n = 0; n < 200; n++) { Console.Write(WHO); await Task.Yield(); }";
        var both = await Task.WhenAll(session.Run(Code.Replace("WHO", "1", StringComparison.Ordinal)), other.RunAsync(Code.Replace("WHO", "2", StringComparison.Ordinal), "Cell[1]"));
        Assert.Equal([new string('1', 200), new string('2', 200)], both.Select(r => r.IsOk().Text()));
    }

    [Fact]
    public async Task The_console_outside_of_cells_stays_what_it_was()
    {
        await session.Run("1");
        var before = System.Console.Out;
        using var own = new StringWriter();
        System.Console.SetOut(own);
        try
        {
            System.Console.Write("host ");
            Assert.Equal("cell", (await session.Run("Console.Write(\"cell\");")).Text());
            System.Console.Write("again");
        }
        finally
        {
            System.Console.SetOut(before);
        }

        Assert.Equal("host again", own.ToString());
    }

    [Fact]
    public async Task A_cell_that_nobody_can_answer_is_told_so()
    {
        foreach (var code in new[] { "Console.ReadLine()", "Console.In.Read()", "Input(\"Name? \")", "Password()" })
            Assert.Contains("nobody can answer here", (await session.Run(code)).Failed("InputNotAllowedException").Value, StringComparison.Ordinal);
        Assert.Contains("has no end", (await session.Run("Console.In.ReadToEnd()")).Failed("NotSupportedException").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_without_end_is_cut_and_said()
    {
        await using var small = new NotebookSession(new() { MaxConsoleCharacters = 1000 });
        var result = await small.RunAsync("for (var i = 0; i < 5000; i++) Console.WriteLine(\"line\"); 1", "Cell[1]");
        Assert.Equal(1000, result.Text().Length);
        Assert.Contains("more than 1,000 characters", result.Text("stderr"), StringComparison.Ordinal);
        Assert.Equal("1", result.Value());
    }

    [Fact]
    public async Task What_work_left_behind_writes_comes_with_the_cell_that_runs_then()
    {
        await using var own = new NotebookSession();
        await own.RunAsync("var go = new TaskCompletionSource(); var left = Task.Run(async () => { await go.Task; Console.Write(\"late\"); });", "Cell[1]");
        Assert.Equal("late", (await own.RunAsync("go.SetResult(); await left;", "Cell[2]")).IsOk().Text());
        await own.RunAsync("var after = Task.Run(async () => { await Task.Delay(50); Console.Write(\"between\"); });", "Cell[3]");
        Assert.Equal("between", (await own.RunAsync("await after;", "Cell[4]")).IsOk().Text());
    }

    [Fact]
    public async Task A_listener_that_throws_is_heard_after_the_cell()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => session.Run("Console.Write(1);", _ => throw new NotSupportedException()));
        Assert.Equal("2", (await session.Run("2")).Value());
    }

    [Fact]
    public async Task Showing_outside_of_a_cell_is_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.Run(() => NotebookKit.Kernel.Cells.Prelude.DisplayExtensions.Display(1)));
}
