using System.Globalization;
using NotebookKit.Kernel.Cells.Prelude;

namespace NotebookKit.Kernel.Cells.Running;

/// <summary>Why a cell is to stop.</summary>
internal enum StopReason
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>The user interrupted it.</summary>
    Interrupted,

    /// <summary>Its time was up.</summary>
    TimedOut,
}

/// <summary>One run of one cell: whom its code belongs to, wherever it runs, and where its outputs go.</summary>
internal sealed class CellRun : IDisposable
{
    private static readonly AsyncLocal<CellRun?> Local = new();

    private readonly CancellationTokenSource cancel = new();
    private readonly LateOutputs late;
    private readonly ICellInput? input;
    private IDisposable? checks;
    private volatile StopReason stopped;

    public CellRun(string name, OutputLog log, LateOutputs late, ICellInput? input = null)
    {
        Name = name;
        Log = log;
        this.late = late;
        this.input = input;
        Typed = new(this);
    }

    /// <summary>The cell whose code is running here; null outside of cells.</summary>
    public static CellRun? Current
    {
        get => Local.Value;
        set => Local.Value = value;
    }

    /// <summary>The cell whose code is running here.</summary>
    /// <exception cref="InvalidOperationException">No cell is.</exception>
    public static CellRun Required => Current ?? throw new InvalidOperationException("Only a running cell of a notebook can show something or ask for it.");

    /// <summary>What errors call the cell.</summary>
    public string Name { get; }

    /// <summary>Its outputs.</summary>
    public OutputLog Log { get; }

    /// <summary>What its code reads from the console.</summary>
    public TypedInput Typed { get; }

    /// <summary>Cancelled when it is to stop.</summary>
    public CancellationToken Cancel => cancel.Token;

    /// <summary>Why it is to stop.</summary>
    public StopReason Stopped => stopped;

    /// <summary>Adds console text; after the cell's end it goes to the cell that runs then.</summary>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        if (!Log.Write(stream, text) && stopped == StopReason.None) late.Add(new StreamOutput(stream, text.ToString()));
    }

    /// <summary>Adds an output; after the cell's end it goes to the cell that runs then.</summary>
    public void Show(CellOutput output)
    {
        if (!Log.Add(output) && stopped == StopReason.None) late.Add(output);
    }

    /// <summary>Shows a rendering that can be changed later.</summary>
    public DisplayHandle Display(MimeBundle data)
    {
        var id = late.NextId().ToString(CultureInfo.InvariantCulture);
        Show(new DisplayOutput(data, id));
        return new(this, id);
    }

    /// <summary>Asks whoever runs the cell for a line; what the cell showed before is shown first.</summary>
    /// <exception cref="InputNotAllowedException">Nobody can answer.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string Ask(string prompt, bool isPassword)
    {
        ThrowIfStopped();
        if (input is null) throw new InputNotAllowedException("The cell asks for input, but nobody can answer here. Run it in Jupyter or VS Code, or put the value into the cell.");
        if (!Log.Settle()) throw new InputNotAllowedException("What a cell left behind asks for input after the cell's end; ask for it in the cell.");
        return input.Read(prompt, isPassword, Cancel);
    }

    /// <summary>Says that the cell is to stop. The first reason holds.</summary>
    /// <returns>False when it was said before.</returns>
    public bool Stop(StopReason reason)
    {
        lock (cancel)
        {
            if (stopped != StopReason.None) return false;
            stopped = reason;
            checks = CellCheck.TurnOn();
        }

        // What a cell does on cancellation is the cell's code: it may block or throw.
        ThreadPool.UnsafeQueueUserWorkItem(_ =>
        {
            try
            {
                cancel.Cancel();
            }
            catch (AggregateException)
            {
                // The cell is stopping; what its handlers throw has no one to go to.
            }
        }, null);
        return true;
    }

    /// <summary>Ends the code of a cell that is to stop.</summary>
    /// <exception cref="OperationCanceledException">It is.</exception>
    public void ThrowIfStopped()
    {
        if (stopped != StopReason.None || late.IsClosed) throw new OperationCanceledException("The cell was interrupted.", Cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => checks?.Dispose();
}
