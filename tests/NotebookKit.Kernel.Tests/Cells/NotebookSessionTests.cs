using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Tests.Cells;

public class NotebookSessionTests
{
    [Fact]
    public async Task Sessions_have_their_own_variables()
    {
        await using NotebookSession one = new(), two = new();
        await one.RunAsync("var own = 1;", "Cell[1]");
        (await two.RunAsync("own", "Cell[1]")).Failed("CompilationError");
        Assert.Equal("1", (await one.RunAsync("own", "Cell[2]")).Value());
    }

    [Fact]
    public async Task Cells_asked_for_at_once_run_one_after_the_other()
    {
        await using var session = new NotebookSession();
        await session.RunAsync("var busy = 0; var most = 0;", "Cell[1]");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => session.RunAsync("most = Math.Max(most, ++busy); await Task.Delay(10); busy--;", "Cell[2]")));
        Assert.Equal("1", (await session.RunAsync("most", "Cell[3]")).Value());
    }

    [Fact]
    public async Task A_session_that_has_ended_refuses_cells_and_ends_what_its_cells_left()
    {
        var session = new NotebookSession();
        await session.RunAsync("var left = Task.Run(() => { while (true) { } });", "Cell[1]");
        var left = Assert.IsType<Task>(session.Variables()["left"].Value, exactMatch: false);
        await session.DisposeAsync();
        await session.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => session.RunAsync("1", "Cell[2]"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Usings_and_culture_are_the_sessions()
    {
        // A machine without cultures knows no names of them, but any format.
        var culture = new System.Globalization.CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "·" } };
        await using var session = new NotebookSession(new() { Usings = [.. SessionOptions.DefaultUsings, "System.Globalization"], Culture = culture });
        Assert.Equal("1·5", (await session.RunAsync("await Task.Delay(1).ConfigureAwait(false); 1.5.ToString()", "Cell[1]")).Value());
        await session.RunAsync("CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;", "Cell[2]");
        Assert.Equal("1·5", (await session.RunAsync("1.5.ToString()", "Cell[3]")).Value());
    }

    [Fact]
    public async Task Warming_up_leaves_nothing_behind()
    {
        await using var session = new NotebookSession();
        await session.WarmUpAsync();
        Assert.Equal("1", (await session.RunAsync("1", "Cell[1]")).Value());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_time_limit_that_is_none_is_refused(int milliseconds)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SessionOptions { CellTimeout = TimeSpan.FromMilliseconds(milliseconds) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SessionOptions { StopGrace = TimeSpan.FromMilliseconds(milliseconds) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SessionOptions { PackageTimeout = TimeSpan.FromMilliseconds(milliseconds) });
    }

    [Fact]
    public void Options_have_their_defaults()
    {
        var options = new SessionOptions();
        Assert.Equal((null, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5), 1_000_000, Environment.CurrentDirectory),
            (options.CellTimeout, options.StopGrace, options.PackageTimeout, options.MaxConsoleCharacters, options.BaseDirectory));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SessionOptions { MaxConsoleCharacters = 99 });
    }
}
