using NotebookKit.Kernel.Jupyter.Wire;
using NotebookKit.Kernel.Tests.Series;

namespace NotebookKit.Kernel.Tests.Jupyter.Wire;

/// <summary>What a real client sent over one connection.</summary>
/// <param name="Socket">Which of the kernel's sockets: shell, iopub, stdin, control, hb.</param>
/// <param name="Bytes">The bytes.</param>
internal sealed record RecordedConnection(string Socket, byte[] Bytes)
{
    /// <summary>The greeting and READY alone.</summary>
    public (byte[] Bytes, string SocketType, byte[] Identity) Handshake()
    {
        using var stream = new MemoryStream(Bytes);
        NotebookKit.Kernel.Jupyter.Wire.Handshake.ReadGreeting(stream);
        var (type, identity) = NotebookKit.Kernel.Jupyter.Wire.Handshake.ReadReady(new(stream, new()));
        return (Bytes[..(int)stream.Position], type, identity);
    }

    /// <summary>The messages that came after the handshake, each with its bytes as they were sent.</summary>
    public List<(byte[] Bytes, List<byte[]> Frames)> Messages()
    {
        using var stream = new MemoryStream(Bytes) { Position = Handshake().Bytes.Length };
        var reader = new FrameReader(stream, new());
        var messages = new List<(byte[], List<byte[]>)>();
        for (var at = (int)stream.Position; reader.ReadMessage() is var (frames, isCommand); at = (int)stream.Position)
            if (!isCommand) messages.Add((Bytes[at..(int)stream.Position], frames));
        return messages;
    }
}

/// <summary>A session of a real client, as <c>.ci/jupyter-clients/record.py</c> recorded it.</summary>
internal sealed record Recording(string Client, string Key, IReadOnlyList<RecordedConnection> Connections)
{
    /// <summary>The only connection to a socket.</summary>
    public RecordedConnection Of(string socket) => Connections.Single(c => c.Socket == socket);

    public static Recording Read(string name)
    {
        var lines = File.ReadLines(Path.Combine(SeriesFiles.Repository, "tests", "NotebookKit.Kernel.Tests", "Jupyter", "Wire", "Recorded", name)).Select(l => l.Split(' ', 2)).ToList();
        return new(lines[0][1], lines[1][1], [.. lines.Skip(2).Select(l => new RecordedConnection(l[0], Convert.FromBase64String(l[1])))]);
    }
}
