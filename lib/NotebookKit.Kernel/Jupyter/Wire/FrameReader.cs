using System.Buffers.Binary;

namespace NotebookKit.Kernel.Jupyter.Wire;

/// <summary>One frame of ZMTP 3.0.</summary>
/// <param name="Body">Its bytes.</param>
/// <param name="HasMore">Whether the message goes on.</param>
/// <param name="IsCommand">Whether it is a command of the protocol and no part of a message.</param>
internal readonly record struct Frame(byte[] Body, bool HasMore, bool IsCommand);

/// <summary>Reads frames and messages. Memory is taken as bytes arrive, not as a length promises them.</summary>
/// <param name="stream">Where they come from.</param>
/// <param name="limits">How large they may be.</param>
/// <param name="budget">What all clients may hold together; null for no limit.</param>
internal sealed class FrameReader(Stream stream, WireLimits limits, ByteBudget? budget = null) : IDisposable
{
    private const int More = 1, Long = 2, Command = 4;

    /// <summary>What is taken at once for a long frame.</summary>
    private const int Step = 64 * 1024;

    private readonly byte[] head = new byte[8];
    private long held;

    /// <summary>The next message; a command comes alone, with <c>IsCommand</c>. Null at the end of the stream.</summary>
    /// <exception cref="WireException">What comes is no message, or passes a limit.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public (List<byte[]> Frames, bool IsCommand)? ReadMessage()
    {
        Release();
        var frames = new List<byte[]>();
        var bytes = 0L;
        while (true)
        {
            if (ReadFrame(limits.MessageBytes - bytes) is not { } frame)
                return frames.Count == 0 ? null : throw new WireException("the connection ended in the middle of a message");
            if (frame.IsCommand)
            {
                if (frames.Count > 0) throw new WireException("a command came in the middle of a message");
                return ([frame.Body], true);
            }

            frames.Add(frame.Body);
            bytes += frame.Body.Length;
            if (!frame.HasMore) return (frames, false);
            if (frames.Count >= limits.Frames) throw new WireException(FormattableString.Invariant($"a message has more than {limits.Frames:N0} frames"));
        }
    }

    /// <summary>Gives back what the last message held.</summary>
    public void Dispose() => Release();

    /// <summary>The next frame; null at the end of the stream.</summary>
    /// <exception cref="WireException">What comes is no frame, or passes a limit.</exception>
    private Frame? ReadFrame(long room)
    {
        var flags = stream.ReadByte();
        if (flags < 0) return null;
        if ((flags & ~(More | Long | Command)) != 0) throw new WireException("a frame has flags that do not exist");
        var isCommand = (flags & Command) != 0;
        if (isCommand && (flags & More) != 0) throw new WireException("a command has more than one frame");
        var size = Length((flags & Long) != 0);
        if (size > limits.FrameBytes) throw new WireException(FormattableString.Invariant($"a frame has more than {limits.FrameBytes:N0} bytes"));
        if (size > room) throw new WireException(FormattableString.Invariant($"a message has more than {limits.MessageBytes:N0} bytes"));
        return new(Body((int)size), (flags & More) != 0, isCommand);
    }

    private long Length(bool isLong)
    {
        Fill(head.AsSpan(0, isLong ? 8 : 1));
        if (!isLong) return head[0];
        var size = BinaryPrimitives.ReadInt64BigEndian(head);
        return size >= 0 ? size : throw new WireException("a frame has a length below zero");
    }

    private byte[] Body(int size)
    {
        Hold(Math.Min(size, Step));
        var body = new byte[Math.Min(size, Step)];
        Fill(body);
        while (body.Length < size)
        {
            var had = body.Length;
            var next = (int)Math.Min(size, had * 2L);
            Hold(next - had);
            Array.Resize(ref body, next);
            Fill(body.AsSpan(had));
        }

        return body;
    }

    private void Hold(int bytes) => budget?.Take(bytes, ref held);

    private void Release()
    {
        budget?.Return(held);
        held = 0;
    }

    private void Fill(Span<byte> target)
    {
        if (stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length) throw new WireException("the connection ended in the middle of a frame");
    }
}
