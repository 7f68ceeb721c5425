using System.Net;
using System.Net.Sockets;

namespace NotebookKit.Kernel.Jupyter.Wire;

/// <summary>One of the kernel's sockets: it listens, and keeps its clients.</summary>
internal sealed class ServerSocket : IDisposable
{
    private readonly string name;
    private readonly SocketKind kind;
    private readonly WireLimits limits;
    private readonly ByteBudget budget;
    private readonly Action<string> log;
    private readonly Socket listener;
    private readonly string? file;
    private readonly List<Client> clients = [];
    private bool closed;

    /// <param name="name">What the log calls the socket.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="where">Where it listens: an address of this machine only, or a path.</param>
    /// <param name="limits">What clients may ask for.</param>
    /// <param name="log">Takes one line for each client that is sent away.</param>
    /// <exception cref="SocketException">The address is taken.</exception>
    public ServerSocket(string name, SocketKind kind, EndPoint where, WireLimits limits, Action<string> log)
    {
        (this.name, this.kind, this.limits, this.log) = (name, kind, limits, log);
        budget = new(limits.SocketBytes);
        if (where is IPEndPoint { Address: var address } && !IPAddress.IsLoopback(address)) throw new ArgumentException("Only this machine may connect.", nameof(where));
        listener = new(where.AddressFamily, SocketType.Stream, where is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified);
        try
        {
            if (where is UnixDomainSocketEndPoint) file = FreePath(where.ToString()!);
            listener.Bind(where);
            if (file is not null && !OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            listener.Listen(16);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>Told of each message, on the thread of the client that sent it. The heartbeat needs none: it answers by itself.</summary>
    public Action<Client, List<byte[]>> Received { get; set; } = static (_, _) => { };

    /// <summary>Told of each client that is gone.</summary>
    public Action<Client> Left { get; set; } = static _ => { };

    /// <summary>The port; 0 for a path.</summary>
    public int Port => (listener.LocalEndPoint as IPEndPoint)?.Port ?? 0;

    /// <summary>The clients now.</summary>
    public IReadOnlyList<Client> Clients
    {
        get
        {
            lock (clients) return [.. clients];
        }
    }

    /// <summary>Starts to take clients.</summary>
    public void Start() => new Thread(Accept) { IsBackground = true, Name = name }.UnsafeStart();

    /// <summary>Sends a message to all subscribers of its topic.</summary>
    /// <param name="topic">Its first frame.</param>
    /// <param name="message">Its bytes.</param>
    public void Publish(byte[] topic, byte[] message)
    {
        foreach (var client in Clients)
            if (client.Wants(topic)) client.Send(message);
    }

    /// <summary>Gives subscribers that read time to make room for a message, so that a cell that shows much loses none of them.</summary>
    public void AwaitRoom(byte[] topic, int bytes)
    {
        var began = Environment.TickCount64;
        foreach (var client in Clients)
            if (client.Wants(topic)) client.AwaitRoom(bytes, began);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (clients) closed = true;
        listener.Dispose();
        foreach (var client in Clients) client.Dispose();
        if (file is not null) File.Delete(file);
    }

    private void Accept()
    {
        while (true)
        {
            try
            {
                Take(Connection(listener.Accept()));
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or IOException)
            {
                lock (clients)
                    if (closed) return;
                // Too many open files, or a client that left in the queue: neither ends the kernel.
                Thread.Sleep(20);
            }
        }
    }

    private static NetworkStream Connection(Socket socket)
    {
        try
        {
            if (socket.AddressFamily != AddressFamily.Unix) socket.NoDelay = true;
            return new(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void Take(NetworkStream stream)
    {
        Client? client = null;
        lock (clients)
        {
            if (!closed && clients.Count < limits.Clients)
                clients.Add(client = new(stream, kind, limits, budget, kind == SocketKind.Rep ? static (c, frames) => c.Send(FrameWriter.Message(frames)) : (c, frames) => Received(c, frames), Gone));
        }

        if (client is not null)
        {
            client.Start(name);
            return;
        }

        log(FormattableString.Invariant($"{name}: a client was sent away: there are {limits.Clients} already"));
        stream.Dispose();
    }

    private void Gone(Client client, string? why)
    {
        lock (clients) clients.Remove(client);
        Left(client);
        if (why is not null) log($"{name}: a client was sent away: {why}");
    }

    /// <summary>The path, with what an ended kernel left there removed.</summary>
    private static string FreePath(string path)
    {
        if (!File.Exists(path)) return path;
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(path);
            return path;
        }

        throw new SocketException((int)SocketError.AddressAlreadyInUse);
    }
}
