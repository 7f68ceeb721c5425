using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using NotebookKit.Text;

namespace NotebookKit.Embeddings;

/// <summary>Vectors by the codes of what they stand for, in a file that only grows. A record is the code (16 bytes), the count of numbers (4), the numbers, and a checksum (8),
/// little-endian; it is written at once, so that a killed process leaves whole records and at most one torn at the end, which is dropped. In memory are codes and places only.
/// Thread-safe.</summary>
internal sealed class VectorFile : IDisposable
{
    private const int Head = 20, Tail = 8, MostNumbers = 1 << 20;

    private static readonly byte[] Header = [.. "NotebookKit vectors 1\n"u8];

    private readonly ConcurrentDictionary<UInt128, (long Place, int Numbers)> places = new();
    private readonly Lock gate = new();
    private readonly FileStream file;

    /// <summary>Opens the file, or makes it, readable by its owner only.</summary>
    /// <exception cref="BadInputException">The file is none of these, or is damaged before its end.</exception>
    public VectorFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        file = new(path, options);
        try
        {
            Load(path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>How many vectors it holds.</summary>
    public int Count => places.Count;

    /// <summary>The first 128 bits of a digest.</summary>
    public static UInt128 Code(ReadOnlySpan<byte> digest) => BinaryPrimitives.ReadUInt128LittleEndian(digest);

    /// <summary>Whether there is a vector for a code.</summary>
    public bool Has(UInt128 code) => places.ContainsKey(code);

    /// <summary>The vector of a code that the file has.</summary>
    /// <exception cref="BadInputException">The file was changed by somebody else.</exception>
    public float[] Get(UInt128 code)
    {
        var (place, numbers) = places[code];
        var vector = new float[numbers];
        var bytes = MemoryMarshal.AsBytes(vector.AsSpan());
        for (var read = 0; read < bytes.Length;)
            read += RandomAccess.Read(file.SafeFileHandle, bytes[read..], place + read) is > 0 and var some ? some : throw new BadInputException($"{file.Name}: the file became shorter while it was in use. Run again.");
        if (!BitConverter.IsLittleEndian) Swap(vector);
        return vector;
    }

    /// <summary>Adds a vector; nothing where there is one already.</summary>
    public void Add(UInt128 code, ReadOnlySpan<float> vector)
    {
        var record = new byte[Head + (vector.Length * sizeof(float)) + Tail];
        BinaryPrimitives.WriteUInt128LittleEndian(record, code);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(16), vector.Length);
        for (var i = 0; i < vector.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(record.AsSpan(Head + (i * sizeof(float))), vector[i]);
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(record.Length - Tail), StableHash.Of(record.AsSpan(0, record.Length - Tail)));
        lock (gate)
        {
            if (places.ContainsKey(code)) return;
            var place = file.Position;
            file.Write(record);
            file.Flush();
            places[code] = (place + Head, vector.Length);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void Load(string path)
    {
        var start = new byte[Math.Min(Header.Length, file.Length)];
        file.ReadExactly(start);
        if (!Header.AsSpan().StartsWith(start)) throw new BadInputException($"{path}: this is no file of vectors. Give another path, or delete the file.");
        if (start.Length < Header.Length)
        {
            file.SetLength(0);
            file.Write(Header);
            file.Flush();
            return;
        }

        var length = file.Length;
        for (var place = (long)Header.Length; place < length;)
        {
            if (Record(length - place, out var isTorn) is { } record)
            {
                places[Code(record)] = (place + Head, (record.Length - Head - Tail) / sizeof(float));
                place += record.Length;
                continue;
            }

            // Behind damage nothing tells where the next record begins.
            if (!isTorn) throw new BadInputException(FormattableString.Invariant($"{path}: the record at byte {place} is damaged. Delete the file: its vectors are asked for again."));
            file.SetLength(place);
            break;
        }

        file.Position = file.Length;
    }

    /// <summary>The record at the present place; null where it is not whole: torn as a killed process leaves it, at the end of the file, or else damaged.</summary>
    private byte[]? Record(long left, out bool isTorn)
    {
        Span<byte> head = stackalloc byte[Head];
        isTorn = left < Head + Tail;
        if (isTorn) return null;
        file.ReadExactly(head);
        var numbers = BinaryPrimitives.ReadInt32LittleEndian(head[16..]);
        if (numbers is < 0 or > MostNumbers) return null;
        var size = Head + (numbers * sizeof(float)) + Tail;
        isTorn = size >= left;
        if (size > left) return null;
        var record = new byte[size];
        head.CopyTo(record);
        file.ReadExactly(record.AsSpan(Head));
        return StableHash.Of(record.AsSpan(0, size - Tail)) == BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(size - Tail)) ? record : null;
    }

    private static void Swap(Span<float> vector)
    {
        foreach (ref var number in vector) number = BitConverter.Int32BitsToSingle(BinaryPrimitives.ReverseEndianness(BitConverter.SingleToInt32Bits(number)));
    }
}
