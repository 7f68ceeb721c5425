using System.Security.Cryptography;

namespace NotebookKit.Sourcing;

/// <summary>Hashes what is read through it, and lets its first bytes be looked at.</summary>
internal sealed class HashingStream(Stream inner) : ReadOnlyStream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] ahead = [];

    public long Count { get; private set; }

    /// <summary>The first bytes, left in place.</summary>
    public int Peek(Span<byte> first)
    {
        var length = inner.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        ahead = first[..length].ToArray();
        return length;
    }

    public override int Read(Span<byte> buffer)
    {
        int read;
        if (ahead.Length > 0)
        {
            read = Math.Min(ahead.Length, buffer.Length);
            ahead.AsSpan(0, read).CopyTo(buffer);
            ahead = ahead[read..];
        }
        else
        {
            read = inner.Read(buffer);
        }

        hash.AppendData(buffer[..read]);
        Count += read;
        return read;
    }

    /// <summary>Reads what is left and gives the hash.</summary>
    public string Finish()
    {
        var rest = new byte[1 << 16];
        while (Read(rest) > 0) { }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>Bytes that were read ahead, then the rest of a stream.</summary>
internal sealed class PrefixedStream(byte[] prefix, Stream inner) : ReadOnlyStream
{
    private int used;

    public override int Read(Span<byte> buffer)
    {
        if (used == prefix.Length) return inner.Read(buffer);
        var read = Math.Min(prefix.Length - used, buffer.Length);
        prefix.AsSpan(used, read).CopyTo(buffer);
        used += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>A stream that can only be read, forward.</summary>
internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public abstract override int Read(Span<byte> buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
