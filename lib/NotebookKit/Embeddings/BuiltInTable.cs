using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace NotebookKit.Embeddings;

/// <summary>The table of <see cref="BuiltInEmbedder"/>: rows of bytes for words, for pieces of words and for hashed stretches of characters.</summary>
internal sealed class BuiltInTable
{
    /// <summary>Numbers of a row.</summary>
    public const int Dimensions = 128;

    private const uint Mark = 0x31454B4E;
    private const int Head = 20, WithTwoSlips = 12_000;

    // Rows repeat nothing, so that short codes for usual numbers are all there is to gain; they are the fastest to read, too.
    private static readonly ZLibCompressionOptions Packing = new() { CompressionLevel = 9, CompressionStrategy = ZLibCompressionStrategy.HuffmanOnly };

    private static readonly Lazy<BuiltInTable> Built = new(() => Read(typeof(BuiltInTable).Assembly.GetManifestResourceStream("Embeddings.embedder.bin")
        ?? throw new InvalidOperationException("The table of the embedder is not in the assembly.")));

    private readonly sbyte[] rows;
    private readonly int pieceStart, bucketStart;
    private readonly Lazy<SpellingIndex> spelling;

    /// <param name="words">The words, usual ones first.</param>
    /// <param name="pieces">What stands inside of words.</param>
    /// <param name="rows">Rows of the words, of the pieces, then of the buckets.</param>
    public BuiltInTable(IReadOnlyList<string> words, IReadOnlyList<string> pieces, sbyte[] rows)
    {
        (Words, Pieces, this.rows) = (new(words), new(pieces), rows);
        (pieceStart, bucketStart) = (words.Count, words.Count + pieces.Count);
        Buckets = (rows.Length / Dimensions) - bucketStart;
        spelling = new(() => new(Words, WithTwoSlips));
    }

    /// <summary>The table that the assembly carries.</summary>
    public static BuiltInTable Instance => Built.Value;

    /// <summary>The words, usual ones first.</summary>
    public WordTable Words { get; }

    /// <summary>What stands inside of words.</summary>
    public WordTable Pieces { get; }

    /// <summary>Rows for stretches of characters.</summary>
    public int Buckets { get; }

    /// <summary>The words by their slips.</summary>
    public SpellingIndex Spelling => spelling.Value;

    /// <summary>Other words, as they were read lately.</summary>
    public RecentWords Recent { get; } = new();

    /// <summary>The row of a word.</summary>
    public ReadOnlySpan<sbyte> Word(int number) => rows.AsSpan(number * Dimensions, Dimensions);

    /// <summary>The row of a piece.</summary>
    public ReadOnlySpan<sbyte> Piece(int number) => Word(pieceStart + number);

    /// <summary>The row of a bucket of stretches.</summary>
    public ReadOnlySpan<sbyte> Bucket(int number) => Word(bucketStart + number);

    /// <summary>The bytes of a table: Deflate over a mark, the sizes (words, pieces, buckets, bytes of text; 32 bits each), the text with one word a line, the rows.</summary>
    public static byte[] Write(IReadOnlyList<string> words, IReadOnlyList<string> pieces, sbyte[] rows)
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', words.Concat(pieces)));
        using var packed = new MemoryStream();
        using (var packer = new DeflateStream(packed, Packing, leaveOpen: true))
        {
            Span<byte> head = stackalloc byte[Head];
            BinaryPrimitives.WriteUInt32LittleEndian(head, Mark);
            BinaryPrimitives.WriteInt32LittleEndian(head[4..], words.Count);
            BinaryPrimitives.WriteInt32LittleEndian(head[8..], pieces.Count);
            BinaryPrimitives.WriteInt32LittleEndian(head[12..], (rows.Length / Dimensions) - words.Count - pieces.Count);
            BinaryPrimitives.WriteInt32LittleEndian(head[16..], text.Length);
            packer.Write(head);
            packer.Write(text);
            packer.Write(MemoryMarshal.AsBytes<sbyte>(rows));
        }

        return packed.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static BuiltInTable Read(Stream stream)
    {
        using var unpacked = new DeflateStream(stream, CompressionMode.Decompress);
        Span<byte> head = stackalloc byte[Head];
        unpacked.ReadExactly(head);
        if (BinaryPrimitives.ReadUInt32LittleEndian(head) != Mark) throw new InvalidDataException("This is no table of the embedder.");
        var (words, pieces, buckets) = (BinaryPrimitives.ReadInt32LittleEndian(head[4..]), BinaryPrimitives.ReadInt32LittleEndian(head[8..]), BinaryPrimitives.ReadInt32LittleEndian(head[12..]));
        var text = new byte[BinaryPrimitives.ReadInt32LittleEndian(head[16..])];
        unpacked.ReadExactly(text);
        var lines = Encoding.UTF8.GetString(text).Split('\n');
        var rows = new sbyte[(words + pieces + buckets) * Dimensions];
        unpacked.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        return new(new ArraySegment<string>(lines, 0, words), new ArraySegment<string>(lines, words, pieces), rows);
    }
}
