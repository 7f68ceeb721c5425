namespace NotebookKit.Kernel.Cells.Running;

/// <summary>How a cell's run ended.</summary>
internal sealed record CellEnd(CellStatus Status, ErrorOutput? Error);

/// <summary>The thread of one cell, and how it is stopped: the checks in its code throw, a wait is interrupted, what it awaits is waited for no longer; and
/// when none of that helps, the cell is left behind and the session goes on.</summary>
internal sealed class CellWorker : IDisposable
{
    /// <summary>How often a blocked thread is woken.</summary>
    private const int WakeMilliseconds = 40;

    private readonly TaskCompletionSource<CellEnd> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CellRun run;
    private readonly SessionOptions options;
    private readonly ErrorReport report;
    private readonly Func<CellPump, bool> body;
    private readonly CellPump pump;
    private readonly Lock gate = new();
    private Thread? thread;
    private bool hasLeft;
    private Timer? limit;

    /// <param name="run">The cell's run.</param>
    /// <param name="options">Time limit, grace and culture.</param>
    /// <param name="report">Says errors.</param>
    /// <param name="body">The cell; false when it was stopped while it waited.</param>
    /// <param name="strayed">Told of exceptions that nobody awaits.</param>
    public CellWorker(CellRun run, SessionOptions options, ErrorReport report, Func<CellPump, bool> body, Action<Exception> strayed)
    {
        this.run = run;
        this.options = options;
        this.report = report;
        this.body = body;
        pump = new(strayed);
    }

    /// <summary>Runs the cell to whatever end it has.</summary>
    public Task<CellEnd> RunAsync(int stackBytes)
    {
        thread = new Thread(Work, stackBytes) { IsBackground = true, Name = run.Name };
        if (options.CellTimeout is { } time) limit = new Timer(_ => Stop(StopReason.TimedOut), null, time, Timeout.InfiniteTimeSpan);
        thread.UnsafeStart();
        return end.Task;
    }

    /// <summary>Stops the cell; calling it again does nothing.</summary>
    public void Stop(StopReason reason)
    {
        // A thread of its own: the cell may have filled the pool.
        if (!end.Task.IsCompleted && run.Stop(reason)) new Thread(SeeToIt) { IsBackground = true, Name = "stop " + run.Name }.UnsafeStart();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        limit?.Dispose();
        pump.Dispose();
        // The checks of a cell that was left behind stay on: it may come to one at last.
        if (thread is not { IsAlive: true } || run.Stopped == StopReason.None) run.Dispose();
    }

    private void Work()
    {
        var (whole, thrown) = (false, default(Exception));
        try
        {
            CellRun.Current = run;
            Thread.CurrentThread.CurrentCulture = options.Culture;
            Thread.CurrentThread.CurrentUICulture = options.Culture;
            pump.Begin();
            whole = body(pump);
        }
        catch (Exception error)
        {
            thrown = error;
        }

        Leave();
        pump.End(drop: run.Stopped != StopReason.None);
        end.TrySetResult(End(whole, thrown));
    }

    private CellEnd End(bool whole, Exception? thrown)
    {
        if (thrown is not null && (run.Stopped == StopReason.None || !ErrorReport.IsStop(thrown))) return new(CellStatus.Error, report.Of(thrown));
        return whole && thrown is null && run.Stopped == StopReason.None ? new(CellStatus.Ok, null) : Stopped(thrown);
    }

    /// <summary>The user's code is over: an interrupt that came too late is taken here, and no other may reach the engine's own work on this thread.</summary>
    private void Leave()
    {
        for (var left = false; !left;)
            try
            {
                lock (gate) hasLeft = true;
                // An interrupt waits for the next block; a sleep of 0 is none.
                Thread.Sleep(1);
                left = true;
            }
            catch (ThreadInterruptedException)
            {
                // Taken.
            }
    }

    private CellEnd Stopped(Exception? error) =>
        new(run.Stopped == StopReason.TimedOut ? CellStatus.Error : CellStatus.Interrupted, report.OfStop(run.Stopped, options.CellTimeout, error));

    private void SeeToIt()
    {
        var until = Environment.TickCount64 + (long)options.StopGrace.TotalMilliseconds;
        while (!end.Task.IsCompleted)
        {
            if (Environment.TickCount64 >= until)
            {
                pump.End(drop: true);
                end.TrySetResult(new(run.Stopped == StopReason.TimedOut ? CellStatus.Error : CellStatus.Interrupted, ErrorReport.OfStuck(run.Stopped, options.StopGrace)));
                return;
            }

            if (pump.IsIdle) pump.Wake();
            else Wake();
            Thread.Sleep(WakeMilliseconds);
        }
    }

    private void Wake()
    {
        lock (gate)
            if (!hasLeft && thread is { } cell && cell.ThreadState.HasFlag(ThreadState.WaitSleepJoin)) cell.Interrupt();
    }
}
