using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NotebookKit.Kernel.Tests.Jupyter.Wire;

/// <summary>The other end of a ZMTP connection, written for the tests alone: what the kernel's own code writes is not read back by itself.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Socket socket;
    private readonly NetworkStream stream;

    public Peer(EndPoint where, string type, byte[]? identity = null, bool greet = true)
    {
        socket = new(where.AddressFamily, SocketType.Stream, where is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified);
        socket.Connect(where);
        if (where is IPEndPoint) socket.NoDelay = true;
        stream = new(socket, ownsSocket: true) { ReadTimeout = 20_000 };
        if (!greet) return;
        Raw([0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 1, .. "NULL"u8, .. new byte[48]]);
        byte[] ready = [5, .. "READY"u8, .. Property("Socket-Type", Encoding.ASCII.GetBytes(type)), .. Property("Identity", identity ?? [])];
        Raw([4, (byte)ready.Length, .. ready]);
        Welcomed();
        if (type == "SUB") Send([1]);
    }

    public Peer(int port, string type) : this(new IPEndPoint(IPAddress.Loopback, port), type)
    {
    }

    public void Raw(byte[] bytes) => stream.Write(bytes);

    public void Send(params byte[][] frames)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < frames.Length; i++)
        {
            var more = i < frames.Length - 1 ? 1 : 0;
            var length = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, frames[i].Length);
            bytes.AddRange(frames[i].Length < 256 ? [(byte)more, (byte)frames[i].Length] : [(byte)(more | 2), .. length]);
            bytes.AddRange(frames[i]);
        }

        Raw([.. bytes]);
    }

    /// <summary>Takes the kernel's side of the handshake.</summary>
    public void Welcomed()
    {
        Exactly(64);
        var (flags, _) = Frame();
        if (flags != 4) throw new InvalidDataException("The kernel sent no READY command.");
    }

    /// <summary>Waits until the kernel has taken everything that was sent before.</summary>
    public void Ping()
    {
        Raw([4, 7, 4, .. "PING"u8, 0, 0]);
        var (flags, body) = Frame();
        if (flags != 4 || !body.AsSpan().StartsWith("\u0004PONG"u8)) throw new InvalidDataException("The kernel did not answer PING.");
    }

    public List<byte[]> Receive()
    {
        var frames = new List<byte[]>();
        while (true)
        {
            var (flags, body) = Frame();
            frames.Add(body);
            if ((flags & 1) == 0) return frames;
        }
    }

    /// <summary>Whether something came within a time.</summary>
    public bool HasBytes(int milliseconds) => socket.Poll(TimeSpan.FromMilliseconds(milliseconds), SelectMode.SelectRead);

    /// <summary>Whether the kernel ended the connection.</summary>
    public bool IsSentAway()
    {
        try
        {
            var rest = new byte[4096];
            while (stream.Read(rest) > 0) { }
            return true;
        }
        catch (IOException error) when (error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return true;
        }
    }

    public void Dispose() => stream.Dispose();

    private (int Flags, byte[] Body) Frame()
    {
        int flags = Exactly(1)[0];
        var length = (flags & 2) != 0 ? (int)BinaryPrimitives.ReadInt64BigEndian(Exactly(8)) : Exactly(1)[0];
        return (flags, Exactly(length));
    }

    private byte[] Exactly(int count)
    {
        var bytes = new byte[count];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Property(string name, byte[] value) => [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), 0, 0, 0, (byte)value.Length, .. value];
}
