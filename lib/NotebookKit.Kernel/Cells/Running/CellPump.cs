namespace NotebookKit.Kernel.Cells.Running;

/// <summary>Runs what a cell awaits on the cell's own thread. When that thread is blocked (<c>task.Result</c>), what waits for it runs on the pool instead, so
/// that a cell cannot lock itself out; so does what comes after the cell's end. After an interrupt it is dropped.</summary>
internal sealed class CellPump : SynchronizationContext, IDisposable
{
    /// <summary>How often it is looked whether the thread is blocked.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(15);

    /// <summary>How long an interrupted cell that awaits something has to notice by itself.</summary>
    private const int StopMilliseconds = 250;

    private readonly object gate = new();
    private readonly Queue<(SendOrPostCallback Call, object? State)> queue = [];
    private readonly Action<Exception> strayed;
    private readonly Timer rescue;
    private Thread? thread;
    private bool idle, ended, dropping, looking;

    /// <param name="strayed">Told of what is thrown on the pool, where nobody awaits it.</param>
    public CellPump(Action<Exception> strayed)
    {
        this.strayed = strayed;
        rescue = new Timer(_ => Rescue());
    }

    /// <summary>Whether the thread waits for something to run, not for something of the cell's.</summary>
    public bool IsIdle => Volatile.Read(ref idle);

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (gate)
        {
            if (dropping) return;
            if (!ended)
            {
                queue.Enqueue((d, state));
                Monitor.PulseAll(gate);
                if (!idle && !looking) looking = rescue.Change(Look, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        OnPool(d, state);
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Thread.CurrentThread == thread)
        {
            d(state);
            return;
        }

        using var done = new ManualResetEventSlim();
        Post(s =>
        {
            try
            {
                d(s);
            }
            finally
            {
                done.Set();
            }
        }, state);
        done.Wait();
    }

    /// <summary>Runs what comes in until the task has ended, on the current thread.</summary>
    /// <param name="main">The cell.</param>
    /// <param name="isStopped">Whether the cell was interrupted; it then has a moment to end by itself.</param>
    /// <returns>False when the cell was interrupted and did not end.</returns>
    public bool Run(Task main, Func<bool> isStopped)
    {
        main.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        long? until = null;
        while (!main.IsCompleted)
        {
            if (isStopped()) until ??= Environment.TickCount64 + StopMilliseconds;
            if (Environment.TickCount64 >= until) return false;
            if (Next(main, isStopped, until) is { } item) item.Call(item.State);
        }

        return true;
    }

    /// <summary>Says that this thread runs the cell from now on.</summary>
    public void Begin()
    {
        thread = Thread.CurrentThread;
        SetSynchronizationContext(this);
    }

    /// <summary>Lets go of the thread.</summary>
    /// <param name="drop">Whether what is left and what is to come is dropped.</param>
    public void End(bool drop)
    {
        SetSynchronizationContext(null);
        List<(SendOrPostCallback Call, object? State)> left;
        lock (gate)
        {
            ended = true;
            dropping = drop;
            left = [.. queue];
            queue.Clear();
        }

        if (!drop) left.ForEach(l => OnPool(l.Call, l.State));
    }

    /// <summary>Wakes the thread when it waits for something to run.</summary>
    public void Wake()
    {
        lock (gate) Monitor.PulseAll(gate);
    }

    /// <inheritdoc/>
    public void Dispose() => rescue.Dispose();

    private (SendOrPostCallback Call, object? State)? Next(Task main, Func<bool> isStopped, long? until)
    {
        lock (gate)
        {
            idle = true;
            try
            {
                while (queue.Count == 0 && !main.IsCompleted)
                {
                    if (isStopped() && until is null) return null;
                    if (until is null) Monitor.Wait(gate);
                    else if (until <= Environment.TickCount64 || !Monitor.Wait(gate, (int)Math.Max(1, until.Value - Environment.TickCount64))) return null;
                }

                return queue.TryDequeue(out var item) ? item : null;
            }
            catch (ThreadInterruptedException)
            {
                return null;
            }
            finally
            {
                idle = false;
            }
        }
    }

    /// <summary>Moves what waits for a blocked thread to the pool.</summary>
    private void Rescue()
    {
        List<(SendOrPostCallback Call, object? State)> waiting = [];
        lock (gate)
        {
            looking = false;
            if (ended || queue.Count == 0) return;
            if (!idle && thread is { } owner && owner.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
            {
                waiting = [.. queue];
                queue.Clear();
            }
            else
            {
                looking = rescue.Change(Look, Timeout.InfiniteTimeSpan);
            }
        }

        waiting.ForEach(w => OnPool(w.Call, w.State));
    }

    private void OnPool(SendOrPostCallback call, object? state) => ThreadPool.UnsafeQueueUserWorkItem(_ =>
    {
        try
        {
            call(state);
        }
        catch (Exception error)
        {
            strayed(error);
        }
    }, null);
}
