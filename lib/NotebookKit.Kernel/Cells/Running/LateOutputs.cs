namespace NotebookKit.Kernel.Cells.Running;

/// <summary>What cells show after they have ended, by work they left behind: it goes to the cell that runs then, or to the next.</summary>
internal sealed class LateOutputs
{
    /// <summary>Outputs kept for the next cell; what comes after is dropped.</summary>
    private const int Most = 1000;

    private readonly Lock gate = new();
    private readonly List<CellOutput> waiting = [];
    private OutputLog? running;
    private int ids;

    /// <summary>Whether the session has ended; work of its cells that still runs ends, too.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>A number that no output of the session has.</summary>
    public int NextId() => Interlocked.Increment(ref ids);

    /// <summary>Names the cell that runs now; null for none.</summary>
    public void Running(OutputLog? log)
    {
        lock (gate)
        {
            running = log;
            if (log is null) return;
            waiting.ForEach(o => Give(log, o));
            waiting.Clear();
        }
    }

    /// <summary>Takes an output.</summary>
    public void Add(CellOutput output)
    {
        lock (gate)
        {
            if (IsClosed) return;
            if ((running is null || !Give(running, output)) && waiting.Count < Most) waiting.Add(output);
        }
    }

    /// <summary>Ends the session.</summary>
    public void Close()
    {
        lock (gate)
        {
            IsClosed = true;
            waiting.Clear();
        }
    }

    private static bool Give(OutputLog log, CellOutput output) => output is StreamOutput text ? log.Write(text.Name, text.Text) : log.Add(output);
}
