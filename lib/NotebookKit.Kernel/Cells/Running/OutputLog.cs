using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NotebookKit.Kernel.Cells.Running;

/// <summary>What one cell shows, in order. Console text is gathered for a moment, so that many small writes are one output; anything else that is shown
/// comes after the text written before it. Who wants to see outputs as they come is told on a thread of the log's own.</summary>
internal sealed class OutputLog
{
    /// <summary>How long console text is gathered.</summary>
    private const int GatherMilliseconds = 50;

    /// <summary>Characters that may wait to be told of where nothing is kept; a cell that shows more waits.</summary>
    private const long MostUntold = 16_000_000;

    /// <summary>How long a question waits until what was shown before it is told.</summary>
    private const int SettleMilliseconds = 1000;

    private readonly Lock own = new();
    private readonly object gate = new();
    private readonly List<CellOutput> all = [];
    private readonly Queue<CellOutput> untold = [];
    private readonly StringBuilder text = new();
    private readonly Action<CellOutput>? shown;
    private readonly Thread? teller;
    private readonly bool keeps;
    private readonly int most;
    private string stream = "stdout";
    private int written;
    private long untoldCharacters;
    private bool closed, telling;
    private Exception? failure;

    /// <param name="audience">Told of each output.</param>
    /// <param name="most">Characters of console text after which the rest is dropped.</param>
    public OutputLog(CellAudience audience, int most)
    {
        (shown, keeps, this.most) = (audience.Shown, audience.KeepsOutputs, most);
        if (shown is null) return;
        teller = new Thread(Tell) { IsBackground = true, Name = "cell outputs" };
        teller.UnsafeStart();
    }

    /// <summary>Adds console text; false when the log is closed.</summary>
    public bool Write(string name, ReadOnlySpan<char> more)
    {
        lock (gate)
        {
            if (closed) return false;
            if (written > most) return true;
            if (name != stream) Flush();
            stream = name;
            written += more.Length;
            text.Append(written > most ? more[..(more.Length - (written - most))] : more);
            if (written > most)
            {
                Flush();
                stream = "stderr";
                text.Append(CultureInfo.InvariantCulture, $"\n… the cell wrote more than {most:N0} characters; the rest was dropped.\n");
            }

            if (teller is not null) Monitor.PulseAll(gate);
            return true;
        }
    }

    /// <summary>Adds anything else; false when the log is closed.</summary>
    public bool Add(CellOutput output)
    {
        lock (gate)
        {
            if (closed) return false;
            Flush();
            Keep(output);
            if (teller is null) return true;
            Monitor.PulseAll(gate);
            while (!keeps && untoldCharacters > MostUntold && !closed) Monitor.Wait(gate);
            return true;
        }
    }

    /// <summary>Waits a moment until everything that was shown so far is told; false when the log is closed.</summary>
    public bool Settle()
    {
        var until = Environment.TickCount64 + SettleMilliseconds;
        lock (gate)
        {
            Flush();
            if (teller is null) return !closed;
            Monitor.PulseAll(gate);
            while (!closed && (untold.Count > 0 || telling) && Environment.TickCount64 < until) Monitor.Wait(gate, (int)Math.Max(1, until - Environment.TickCount64));
            return !closed;
        }
    }

    /// <summary>Takes nothing more, waits until everything is told, and gives the outputs with the console text joined.</summary>
    /// <exception cref="Exception">What the listener threw.</exception>
    public ImmutableArray<CellOutput> Close(ErrorOutput? error)
    {
        lock (own)
        {
            lock (gate)
            {
                if (!closed)
                {
                    Flush();
                    if (error is not null) Keep(error);
                    closed = true;
                    Monitor.PulseAll(gate);
                }
            }

            teller?.Join();
        }

        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return Joined();
    }

    private ImmutableArray<CellOutput> Joined()
    {
        var joined = ImmutableArray.CreateBuilder<CellOutput>();
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i] is not StreamOutput first)
            {
                joined.Add(all[i]);
                continue;
            }

            var whole = new StringBuilder(first.Text);
            while (i + 1 < all.Count && all[i + 1] is StreamOutput next && next.Name == first.Name)
            {
                whole.Append(next.Text);
                i++;
            }

            joined.Add(first with { Text = whole.ToString() });
        }

        return joined.ToImmutable();
    }

    private void Flush()
    {
        if (text.Length == 0) return;
        Keep(new StreamOutput(stream, text.ToString()));
        text.Clear();
    }

    private void Keep(CellOutput output)
    {
        if (keeps || output is ErrorOutput) all.Add(output);
        if (teller is null) return;
        untold.Enqueue(output);
        untoldCharacters += Characters(output);
    }

    private static long Characters(CellOutput output) => output switch
    {
        StreamOutput stream => stream.Text.Length,
        DisplayOutput shown => shown.Data.Renderings.Values.Sum(r => (long)r.Length),
        ResultOutput result => result.Data.Renderings.Values.Sum(r => (long)r.Length),
        _ => 0,
    };

    private void Tell()
    {
        while (Next() is { } output)
        {
            try
            {
                if (failure is null) shown!(output);
            }
            catch (Exception error)
            {
                failure = error;
            }
        }
    }

    /// <summary>The next output to tell of; null after the last.</summary>
    private CellOutput? Next()
    {
        lock (gate)
        {
            telling = false;
            Monitor.PulseAll(gate);
            while (untold.Count == 0 && text.Length == 0 && !closed) Monitor.Wait(gate);
            for (var until = Environment.TickCount64 + GatherMilliseconds; untold.Count == 0 && !closed && Environment.TickCount64 < until;)
                Monitor.Wait(gate, (int)Math.Max(1, until - Environment.TickCount64));
            if (untold.Count == 0) Flush();
            if (!untold.TryDequeue(out var output)) return null;
            untoldCharacters -= Characters(output);
            telling = true;
            return output;
        }
    }
}
