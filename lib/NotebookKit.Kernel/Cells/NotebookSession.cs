using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookKit.Kernel.Cells.Compiling;
using NotebookKit.Kernel.Cells.Running;

namespace NotebookKit.Kernel.Cells;

/// <summary>Runs C# 14 cells in this process. Several sessions run beside each other, each with its own variables, types and console.</summary>
/// <remarks>
/// <para>A cell runs with the rights of the process and is trusted as the user's own code is. It cannot end the process by an exception on any thread or by
/// an endless recursion of its own functions, but it can by <c>Environment.Exit</c>, in native code, or by filling the memory.</para>
/// <para>An interrupt stops loops, functions, lambdas, waits and everything that heeds <c>Kernel.Cancel</c>. A long call into a library that has none of the
/// cell's code in it is left behind after <see cref="SessionOptions.StopGrace"/> and goes on by itself.</para>
/// <para>A cell is a script: no <c>using</c> declaration and no <c>Span</c> variable at its top level, no <c>yield</c> outside of a function. Namespaces, classes with
/// extension methods and types of one file are compiled once and see only each other. Variables of the top level are fields: a hot loop belongs into a function.</para>
/// <para>What a process that a cell starts writes goes to the real console. Code that cells were compiled to stays in memory until the process ends, about
/// 0.1 MB a cell.</para>
/// </remarks>
public sealed class NotebookSession : INotebookSession
{
    /// <summary>Bytes of a cell's stack; a recursion in it may go deep.</summary>
    private const int StackBytes = 16 * 1024 * 1024;

    private readonly SessionOptions options;
    private readonly CellLoadContext context = new();
    private readonly LateOutputs late = new();
    private readonly SemaphoreSlim one = new(1);
    private readonly ErrorReport report;
    private readonly Lazy<CellEngine> engine;
    private int disposed;

    /// <summary>The assemblies of the session.</summary>
    internal CellLoadContext Context => context;

    /// <summary>The folder that relative paths start from.</summary>
    internal string BaseDirectory => options.BaseDirectory;

    /// <summary>A text as the cell that would come next, for those who ask what names in it mean, also while a cell runs.</summary>
    internal CSharpCompilation Ask(SyntaxTree tree) => engine.Value.Ask(tree);

    /// <summary>The variables that cells declared.</summary>
    internal IReadOnlyDictionary<string, (Type Type, object? Value)> Variables() => engine.Value.Variables();

    /// <summary>Makes a session; its compiler starts with the first cell.</summary>
    /// <param name="options">How cells run; null for the defaults.</param>
    public NotebookSession(SessionOptions? options = null)
    {
        this.options = options ?? new();
        report = new(context, this.options.BaseDirectory);
        engine = new(() => new(this.options, context));
        context.Strayed = Strayed;
    }

    /// <summary>Starts the compiler, so that the first cell need not wait for it.</summary>
    public async Task WarmUpAsync(CancellationToken cancellation = default) => await RunAsync("0", "warm-up", null, cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The session has ended.</exception>
    public Task<CellResult> RunAsync(string code, string name, Action<CellOutput>? shown = null, CancellationToken cancellation = default) =>
        RunBeforeAsync(code, name, new CellAudience(shown), cancellation);

    /// <summary>Runs one cell before an audience that may also answer it.</summary>
    /// <exception cref="ObjectDisposedException">The session has ended.</exception>
    internal async Task<CellResult> RunBeforeAsync(string code, string name, CellAudience audience, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(name);
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        try
        {
            await one.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new(CellStatus.Interrupted, [report.OfStop(StopReason.Interrupted, null, null)]);
        }

        try
        {
            return await RunOneAsync(code, name, audience, cancellation).ConfigureAwait(false);
        }
        finally
        {
            late.Running(null);
            one.Release();
        }
    }

    /// <summary>Ends the session: work that its cells left behind is stopped where it can be.</summary>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            late.Close();
            CellCheck.TurnOn().Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async Task<CellResult> RunOneAsync(string code, string name, CellAudience audience, CancellationToken cancellation)
    {
        RoutedConsole.Install();
        StrayErrors.Install();
        var log = new OutputLog(audience, options.MaxConsoleCharacters);
        var run = new CellRun(name, log, late, audience.Input);
        using var worker = new CellWorker(run, options, report, pump => engine.Value.Run(run, pump, code), Strayed);
        late.Running(log);
        await using (cancellation.UnsafeRegister(_ => worker.Stop(StopReason.Interrupted), null).ConfigureAwait(false))
        {
            var end = await worker.RunAsync(StackBytes).ConfigureAwait(false);
            return new(end.Status, await Task.Run(() => log.Close(end.Error), CancellationToken.None).ConfigureAwait(false));
        }
    }

    private void Strayed(Exception error)
    {
        if (ErrorReport.IsStop(error)) return;
        late.Add(new StreamOutput("stderr", "Nobody waited for what failed here:\n" + string.Join('\n', report.Of(error).Traceback) + "\n"));
    }
}
