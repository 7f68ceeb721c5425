using System.Buffers.Binary;

namespace NotebookKit.Kernel.Jupyter.Wire;

/// <summary>Writes frames and messages of ZMTP 3.0.</summary>
internal static class FrameWriter
{
    /// <summary>The bytes of a message.</summary>
    public static byte[] Message(params IReadOnlyList<byte[]> frames)
    {
        var bytes = new byte[frames.Sum(f => f.Length + (f.Length > 255 ? 9 : 2))];
        var at = 0;
        for (var i = 0; i < frames.Count; i++) at += Write(bytes.AsSpan(at), frames[i], i < frames.Count - 1 ? 1 : 0);
        return bytes;
    }

    /// <summary>The bytes of a command: its name, then its data.</summary>
    public static byte[] Command(string name, ReadOnlySpan<byte> data)
    {
        byte[] body = [(byte)name.Length, .. System.Text.Encoding.ASCII.GetBytes(name), .. data];
        var bytes = new byte[body.Length + (body.Length > 255 ? 9 : 2)];
        Write(bytes, body, 4);
        return bytes;
    }

    private static int Write(Span<byte> to, byte[] body, int flags)
    {
        var head = 2;
        if (body.Length > 255)
        {
            to[0] = (byte)(flags | 2);
            BinaryPrimitives.WriteInt64BigEndian(to[1..], body.Length);
            head = 9;
        }
        else
        {
            to[0] = (byte)flags;
            to[1] = (byte)body.Length;
        }

        body.CopyTo(to[head..]);
        return head + body.Length;
    }
}
