using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Writing;

/// <summary>What was written to a file.</summary>
/// <param name="Name">Its name in the run's folder.</param>
/// <param name="Lines">JSON rows or lines of text in it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record WrittenFile(string Name, long Lines, long Bytes, string Sha256);

/// <summary>A file that is written once, from its first byte to its last, hashed on the way. Lines end with a line feed everywhere.</summary>
internal sealed class OutputFile : IDisposable
{
    private const int Block = 1 << 18;

    private readonly string name;
    private readonly FileStream stream;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> buffer = new(Block + (1 << 14));
    private readonly Utf8JsonWriter json;
    private long lines;
    private long bytes;

    /// <summary>Creates the file; it must not be there yet.</summary>
    public OutputFile(string folder, string name, bool ownerOnly = false)
    {
        this.name = name;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        if (ownerOnly && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        stream = new(Path.Combine(folder, name), options);
        json = new(buffer, JsonTexts.Writing);
    }

    /// <summary>Writes one JSON value on a line of its own.</summary>
    public void WriteRow<T>(T state, Action<Utf8JsonWriter, T> write)
    {
        json.Reset(buffer);
        write(json, state);
        json.Flush();
        buffer.Write("\n"u8);
        lines++;
        if (buffer.WrittenCount >= Block) Pass();
    }

    /// <summary>Writes text as it is.</summary>
    public void WriteText(string text)
    {
        Encoding.UTF8.GetBytes(text, buffer);
        lines += text.AsSpan().Count('\n');
        Pass();
    }

    /// <summary>Writes bytes as they are.</summary>
    public void WriteBytes(ReadOnlySpan<byte> some)
    {
        for (; some.Length > Block; some = some[Block..])
        {
            buffer.Write(some[..Block]);
            Pass();
        }

        buffer.Write(some);
        if (buffer.WrittenCount >= Block) Pass();
    }

    /// <summary>Writes the SHA-256 of all that was written so far, 32 bytes, by which a reader tells whether the file is whole.</summary>
    public void WriteHash()
    {
        Pass();
        buffer.Write(hash.GetCurrentHash());
    }

    /// <summary>Writes what is left to the disk and says what was written.</summary>
    public WrittenFile Finish()
    {
        Pass();
        stream.Flush(flushToDisk: true);
        return new(name, lines, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        json.Dispose();
        hash.Dispose();
        stream.Dispose();
    }

    private void Pass()
    {
        hash.AppendData(buffer.WrittenSpan);
        stream.Write(buffer.WrittenSpan);
        bytes += buffer.WrittenCount;
        buffer.ResetWrittenCount();
    }
}
