namespace NotebookKit.Sourcing;

/// <summary>Bytes of a stream, a block at a time, never more than one block in memory.</summary>
internal sealed class ByteFeed(Stream stream)
{
    private const int BlockSize = 1 << 17;

    private readonly byte[] block = new byte[BlockSize];
    private int start;
    private int end;

    /// <summary>The bytes at hand.</summary>
    public ReadOnlySpan<byte> Ready => block.AsSpan(start, end - start);

    /// <summary>Makes sure that bytes are at hand; false at the end of the stream.</summary>
    public bool Fill()
    {
        if (start < end) return true;
        start = 0;
        end = stream.Read(block);
        return end > 0;
    }

    /// <summary>The first bytes, as many as a block holds, without taking them.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        while (end < block.Length)
        {
            var read = stream.Read(block.AsSpan(end));
            if (read == 0) break;
            end += read;
        }

        return Ready;
    }

    /// <summary>Takes bytes off the front.</summary>
    public void Skip(int count) => start += count;
}
