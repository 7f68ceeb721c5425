using System.Buffers.Binary;
using System.Text;

namespace NotebookKit.Kernel.Jupyter.Wire;

/// <summary>How two peers of ZMTP 3.0 greet each other, with the mechanism NULL. Source: rfc.zeromq.org/spec/23.</summary>
internal static class Handshake
{
    private const int GreetingBytes = 64;

    /// <summary>The first bytes that each side sends: signature, version 3.0, mechanism.</summary>
    public static byte[] Greeting { get; } = [0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F, 3, 0, .. "NULL"u8, .. new byte[GreetingBytes - 16]];

    /// <summary>The command that names the own kind of socket and, to a router, the own identity.</summary>
    public static byte[] Ready(string socketType, byte[]? identity = null)
    {
        byte[] data = [.. Property("Socket-Type", Encoding.ASCII.GetBytes(socketType)), .. identity is null ? [] : Property("Identity", identity)];
        return FrameWriter.Command("READY", data);
    }

    /// <summary>Reads the peer's greeting.</summary>
    /// <exception cref="WireException">It does not speak ZMTP 3 with NULL.</exception>
    public static void ReadGreeting(Stream stream)
    {
        var greeting = new byte[GreetingBytes];
        if (stream.ReadAtLeast(greeting, 11, throwOnEndOfStream: false) is var read && (read < 11 || greeting[0] != 0xFF || (greeting[9] & 1) == 0))
            throw new WireException("what connected does not speak ZMTP");
        if (greeting[10] < 3) throw new WireException("what connected speaks a version of ZMTP before 3");
        if (stream.ReadAtLeast(greeting.AsSpan(read), GreetingBytes - read, throwOnEndOfStream: false) < GreetingBytes - read)
            throw new WireException("the connection ended in the greeting");
        if (!greeting.AsSpan(12, 20).SequenceEqual(Greeting.AsSpan(12, 20))) throw new WireException("what connected asks for another security mechanism than NULL");
    }

    /// <summary>Reads the peer's READY command.</summary>
    /// <returns>Its kind of socket, and its identity, empty where it has none.</returns>
    /// <exception cref="WireException">It is none.</exception>
    public static (string SocketType, byte[] Identity) ReadReady(FrameReader reader)
    {
        if (reader.ReadMessage() is not ([var body], true) || !body.AsSpan().StartsWith("\u0005READY"u8)) throw new WireException("the READY command did not come");
        var properties = Properties(body.AsSpan(6));
        if (!properties.TryGetValue("socket-type", out var type)) throw new WireException("the READY command names no kind of socket");
        return (Encoding.ASCII.GetString(type), properties.GetValueOrDefault("identity", []));
    }

    private static byte[] Property(string name, byte[] value)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. length, .. value];
    }

    private static Dictionary<string, byte[]> Properties(ReadOnlySpan<byte> data)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        while (!data.IsEmpty)
        {
            int name = data[0];
            if (name == 0 || data.Length < 1 + name + 4) throw new WireException("the READY command is cut off");
            var size = BinaryPrimitives.ReadUInt32BigEndian(data[(1 + name)..]);
            if (size > data.Length - 5 - name) throw new WireException("the READY command is cut off");
            found[Encoding.ASCII.GetString(data.Slice(1, name))] = data.Slice(5 + name, (int)size).ToArray();
            data = data[(5 + name + (int)size)..];
        }

        return found;
    }
}
