using System.Runtime.InteropServices;

namespace NotebookKit.Console;

/// <summary>Turns Ctrl-C and a request to terminate into a cancelled token. What has not ended by itself within a moment, or a second
/// signal, ends the process: files have their final names only when they are whole, so nothing is half-written.</summary>
internal sealed class StopSignal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900);

    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private readonly int exitCode;
    private Timer? last;

    /// <summary>Listens from now on.</summary>
    /// <param name="exitCode">Exit code where the process must be ended.</param>
    public StopSignal(int exitCode)
    {
        this.exitCode = exitCode;
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
            registrations.Add(PosixSignalRegistration.Create(signal, Handle));
    }

    /// <summary>Cancelled by the signal.</summary>
    public CancellationToken Token => source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        last?.Dispose();
        source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (source.IsCancellationRequested) End();
        last = new Timer(_ => End(), null, Patience, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }

    private void End()
    {
        // The progress bars hide the cursor; a process that ends in their middle must bring it back.
        if (!System.Console.IsOutputRedirected) System.Console.Write("\u001b[?25h");
        Environment.Exit(exitCode);
    }
}
