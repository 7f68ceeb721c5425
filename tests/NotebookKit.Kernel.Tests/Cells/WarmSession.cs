using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Tests.Cells;

[assembly: AssemblyFixture(typeof(WarmSession))]

namespace NotebookKit.Kernel.Tests.Cells;

/// <summary>One session for all tests that do not care what ran before. Such tests name their variables so that no other has them.</summary>
public sealed class WarmSession : IAsyncLifetime
{
    private int cells;

    public NotebookSession Session { get; } = new();

    public async ValueTask InitializeAsync() => await Session.WarmUpAsync();

    public ValueTask DisposeAsync() => Session.DisposeAsync();

    public Task<CellResult> Run(string code, Action<CellOutput>? shown = null, CancellationToken cancel = default) =>
        Session.RunAsync(code, $"Cell[{Interlocked.Increment(ref cells)}]", shown, cancel);

    public Task<CellResult> RunNamed(string code, string name) => Session.RunAsync(code, name);

    /// <summary>Runs cells one after the other; all must end well.</summary>
    public async Task<CellResult> RunAll(params string[] cells)
    {
        CellResult? last = null;
        foreach (var cell in cells) (last = await Run(cell)).IsOk();
        return last!;
    }
}

/// <summary>What tests ask of a result.</summary>
internal static class CellResults
{
    public static CellResult IsOk(this CellResult result)
    {
        Assert.True(result.Status == CellStatus.Ok, string.Join('\n', result.Error?.Traceback ?? ["no error, but " + result.Status]));
        return result;
    }

    public static string? Value(this CellResult result) => result.IsOk().Outputs.OfType<ResultOutput>().SingleOrDefault()?.Data.Renderings["text/plain"];

    public static string Text(this CellResult result, string stream = "stdout") => string.Concat(result.Outputs.OfType<StreamOutput>().Where(o => o.Name == stream).Select(o => o.Text));

    public static ErrorOutput Failed(this CellResult result, string name)
    {
        Assert.Equal(CellStatus.Error, result.Status);
        Assert.Equal(name, result.Error!.Name);
        return result.Error;
    }
}
