namespace NotebookKit.Kernel.Jupyter.Wire;

/// <summary>One connected client. A thread reads what it sends and another writes what waits for it, so that a client that stands still holds up nobody.</summary>
internal sealed class Client : IDisposable
{
    /// <summary>Bytes written at once: after each it is known that the client reads.</summary>
    private const int PieceBytes = 64 * 1024;

    private readonly Stream stream;
    private readonly WireLimits limits;
    private readonly ByteBudget budget;
    private readonly SocketKind kind;
    private readonly Action<Client, string?> gone;
    private readonly Action<Client, List<byte[]>> received;
    private readonly Queue<byte[]> waiting = [];
    private readonly List<byte[]> subscriptions = [];
    private long waitingBytes, lastWritten;
    private volatile bool ready;
    private bool closed;

    /// <param name="stream">The connection; the client disposes it.</param>
    /// <param name="kind">The kernel's end.</param>
    /// <param name="limits">What the client may ask for.</param>
    /// <param name="budget">What all clients of the socket may hold together.</param>
    /// <param name="received">Told of each message, on the client's own thread.</param>
    /// <param name="gone">Told once when the connection ends; with the reason where the kernel ended it.</param>
    public Client(Stream stream, SocketKind kind, WireLimits limits, ByteBudget budget, Action<Client, List<byte[]>> received, Action<Client, string?> gone)
    {
        (this.stream, this.kind, this.limits, this.budget, this.received, this.gone) = (stream, kind, limits, budget, received, gone);
    }

    /// <summary>How the client calls itself; empty where it does not.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>Starts to talk.</summary>
    public void Start(string name)
    {
        new Thread(Read) { IsBackground = true, Name = name + " reader" }.UnsafeStart();
    }

    /// <summary>Lets bytes of a message wait for the client; never blocks. A client for which too much waits is sent away.</summary>
    public void Send(byte[] message)
    {
        lock (waiting)
        {
            if (closed) return;
            if (!IsFull(message.Length, limits.QueueBytes))
            {
                waiting.Enqueue(message);
                waitingBytes += message.Length;
                Monitor.PulseAll(waiting);
                return;
            }
        }

        Close(FormattableString.Invariant($"a client does not read: more than {limits.QueueBytes:N0} bytes wait for it"));
    }

    /// <summary>Waits until there is room for a message: as long as the client reads, and not long for one that does not.</summary>
    /// <param name="bytes">The message's bytes.</param>
    /// <param name="began">When the wait for all clients began, in milliseconds of the system's uptime: many that stand still cost no more time than one.</param>
    public void AwaitRoom(int bytes, long began)
    {
        // Some of it stays for what is said without a wait.
        var most = limits.QueueBytes / 8 * 7;
        lock (waiting)
        {
            if (!IsFull(bytes, most)) return;
            // Half of it: a client that reads a byte now and then does not slow down all others for good.
            while (!closed && (IsFull(bytes, most) || IsFull(0, limits.QueueBytes / 2)))
            {
                var now = Environment.TickCount64;
                if (now - began > limits.Patience.TotalMilliseconds || now - Math.Max(began, Volatile.Read(ref lastWritten)) > limits.Standstill.TotalMilliseconds) return;
                Monitor.Wait(waiting, 20);
            }
        }
    }

    /// <summary>Whether the client subscribed to a topic.</summary>
    public bool Wants(byte[] topic)
    {
        lock (subscriptions) return subscriptions.Exists(s => topic.AsSpan().StartsWith(s));
    }

    /// <summary>Waits until all that waits is written, but not long for a client that does not read.</summary>
    public void Flush(TimeSpan patience)
    {
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        lock (waiting)
            while (!closed && waiting.Count > 0 && Environment.TickCount64 < until) Monitor.Wait(waiting, 20);
    }

    /// <summary>Ends the connection.</summary>
    public void Close(string? why)
    {
        lock (waiting)
        {
            if (closed) return;
            closed = true;
            waiting.Clear();
            Monitor.PulseAll(waiting);
        }

        gone(this, why);
        stream.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => Close(null);

    /// <summary>Whether more would be too much; what is being written no longer waits, however large it is.</summary>
    private bool IsFull(int more, int most) => waiting.TryPeek(out var first) && waitingBytes - first.Length + more > most;

    private void Read()
    {
        try
        {
            using var reader = Greet();
            new Thread(Write) { IsBackground = true, Name = Thread.CurrentThread.Name!.Replace("reader", "writer", StringComparison.Ordinal) }.UnsafeStart();
            while (reader.ReadMessage() is var (frames, isCommand))
            {
                if (isCommand) Answer(frames[0]);
                else if (kind == SocketKind.Pub) Subscribe(frames);
                else received(this, frames);
            }

            Close(null);
        }
        catch (Exception error)
        {
            Fail(error);
        }
    }

    /// <summary>Ends the connection after an error: nothing that one client does may end the process.</summary>
    private void Fail(Exception error) => Close(error switch
    {
        WireException => error.Message,
        IOException or ObjectDisposedException => null,
        // A stream that another thread closes meanwhile may also say that it does not support writing; the connection has ended then, and this is not said.
        _ => "the kernel failed on it: " + error.GetType().Name,
    });

    /// <summary>The handshake, in limited time however slowly its bytes come.</summary>
    private FrameReader Greet()
    {
        using var late = new Timer(_ => { if (!ready) Close("the handshake took too long"); }, null, limits.Handshake, Timeout.InfiniteTimeSpan);
        stream.Write(Handshake.Greeting);
        var buffered = new BufferedStream(stream, 16 * 1024);
        Handshake.ReadGreeting(buffered);
        stream.Write(Handshake.Ready(kind.Name(), kind == SocketKind.Router ? [] : null));
        var (type, identity) = Handshake.ReadReady(new(buffered, new WireLimits { FrameBytes = 4096, MessageBytes = 4096, Frames = 1 }));
        if (!kind.Accepts(type)) throw new WireException($"a socket of the wrong kind connected to a {kind.Name()} socket");
        Identity = identity;
        ready = true;
        // What nobody signs is never large; 64 subscriptions of 32 MB would be.
        return new(buffered, kind == SocketKind.Router ? limits : limits with { FrameBytes = limits.SmallBytes, MessageBytes = limits.SmallBytes, Frames = Math.Min(limits.Frames, 16) }, budget);
    }

    private void Answer(byte[] command)
    {
        // PING: two bytes of time to live, then up to 16 that come back.
        if (command.AsSpan().StartsWith("\u0004PING"u8) && command.Length >= 7) Send(FrameWriter.Command("PONG", command.AsSpan(7, Math.Min(16, command.Length - 7))));
    }

    private void Subscribe(List<byte[]> frames)
    {
        if (frames is not [[var verb and (0 or 1), .. var topic]]) return;
        lock (subscriptions)
        {
            if (verb == 1)
            {
                if (subscriptions.Count >= limits.Subscriptions) throw new WireException(FormattableString.Invariant($"a client has more than {limits.Subscriptions} subscriptions"));
                subscriptions.Add(topic);
            }
            else if (subscriptions.FindIndex(s => s.AsSpan().SequenceEqual(topic)) is >= 0 and var at)
            {
                subscriptions.RemoveAt(at);
            }
        }
    }

    private void Write()
    {
        try
        {
            while (Next() is { } message)
            {
                for (var at = 0; at < message.Length; at += PieceBytes)
                {
                    stream.Write(message, at, Math.Min(PieceBytes, message.Length - at));
                    Volatile.Write(ref lastWritten, Environment.TickCount64);
                }

                lock (waiting)
                {
                    if (closed) return;
                    waiting.Dequeue();
                    waitingBytes -= message.Length;
                    Monitor.PulseAll(waiting);
                }
            }
        }
        catch (Exception error)
        {
            Fail(error);
        }
    }

    /// <summary>The next message, which stays in the queue until it is written; null at the end.</summary>
    private byte[]? Next()
    {
        lock (waiting)
        {
            while (waiting.Count == 0 && !closed) Monitor.Wait(waiting);
            return closed ? null : waiting.Peek();
        }
    }
}
