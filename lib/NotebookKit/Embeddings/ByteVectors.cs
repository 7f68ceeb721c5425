using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NotebookKit.Text;

namespace NotebookKit.Embeddings;

/// <summary>Vectors as one signed byte a number. Dot products are whole numbers, so cosines are the same on every machine; against those of the numbers before they differ by .01 at most
/// in practice. One vector is a set of whole machine words, so that files of hashes can hold it.</summary>
internal sealed class ByteVectors
{
    /// <summary>Numbers are padded with zeros to a multiple of this.</summary>
    public const int Lane = 16;

    /// <summary>Vectors of one array.</summary>
    private const int Block = 4096;

    private readonly sbyte[][] blocks;
    private readonly double[] norms;

    private ByteVectors(int count, int stride)
    {
        (Count, Stride) = (count, stride);
        norms = new double[count];
        blocks = new sbyte[(count + Block - 1) / Block][];
        for (var b = 0; b < blocks.Length; b++) blocks[b] = new sbyte[Math.Min(Block, count - (b * Block)) * stride];
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>Numbers of each, with padding.</summary>
    public int Stride { get; }

    /// <summary>The vector of a row.</summary>
    public ReadOnlySpan<sbyte> this[int row] => blocks[row / Block].AsSpan(row % Block * Stride, Stride);

    /// <summary>Reads the vectors of some rows.</summary>
    /// <exception cref="EmbeddingException">They are not of one length.</exception>
    public static ByteVectors Of(HashSets rows, int[] wanted, RunContext run) => Of(rows, wanted, rows, [], run);

    /// <summary>Reads the vectors of some rows, and behind them those of others.</summary>
    /// <exception cref="EmbeddingException">They are not of one length.</exception>
    public static ByteVectors Of(HashSets rows, int[] wanted, HashSets others, int[] wantedOthers, RunContext run)
    {
        var words = wanted.Length > 0 ? rows.Length(wanted[0]) : wantedOthers.Length > 0 ? others.Length(wantedOthers[0]) : 0;
        var vectors = new ByteVectors(wanted.Length + wantedOthers.Length, words * sizeof(ulong));
        Chunks.Run(vectors.Count, run, (from, to) =>
        {
            ulong[] buffer = [];
            for (var i = from; i < to; i++)
            {
                var set = i < wanted.Length ? rows.Read(wanted[i], ref buffer) : others.Read(wantedOthers[i - wanted.Length], ref buffer);
                if (set.Length != words) throw new EmbeddingException($"The embedder gave vectors of different lengths: about {set.Length * sizeof(ulong)} numbers after {words * sizeof(ulong)}.");
                vectors.Set(i, MemoryMarshal.Cast<ulong, sbyte>(set));
            }

            return 0;
        });
        return vectors;
    }

    /// <summary>Some rows of others, in the order asked for.</summary>
    public static ByteVectors Of(ByteVectors all, int[] wanted)
    {
        var vectors = new ByteVectors(wanted.Length, all.Stride);
        for (var i = 0; i < wanted.Length; i++)
        {
            all[wanted[i]].CopyTo(vectors.Room(i));
            vectors.norms[i] = all.norms[wanted[i]];
        }

        return vectors;
    }

    /// <summary>Vectors that are there already.</summary>
    public static ByteVectors Of(IReadOnlyList<sbyte[]> rows)
    {
        var vectors = new ByteVectors(rows.Count, rows.Count == 0 ? 0 : rows[0].Length);
        for (var i = 0; i < rows.Count; i++) vectors.Set(i, rows[i]);
        return vectors;
    }

    /// <summary>Scales a vector so that its largest number becomes 127, rounds, and writes it as words; none for a vector of zeros.</summary>
    /// <exception cref="EmbeddingException">A number is not finite.</exception>
    public static ReadOnlySpan<ulong> Quantize(ReadOnlySpan<float> vector, ref ulong[] buffer)
    {
        var largest = 0f;
        foreach (var number in vector)
        {
            if (!float.IsFinite(number)) throw new EmbeddingException("The embedder gave a number that is not finite.");
            largest = Math.Max(largest, Math.Abs(number));
        }

        if (largest == 0) return default;
        var words = (vector.Length + Lane - 1) / Lane * (Lane / sizeof(ulong));
        if (buffer.Length < words) buffer = new ulong[words];
        var bytes = MemoryMarshal.Cast<ulong, sbyte>(buffer.AsSpan(0, words));
        bytes.Clear();
        for (var d = 0; d < vector.Length; d++) bytes[d] = (sbyte)Math.Round(vector[d] / (double)largest * 127);
        return buffer.AsSpan(0, words);
    }

    /// <summary>Makes a vector ready to be compared with many.</summary>
    public void Widen(int row, Span<short> into)
    {
        var vector = this[row];
        for (var d = 0; d < vector.Length; d++) into[d] = vector[d];
    }

    /// <summary>The cosine of a row with the vector of another one that was made ready, −1 to 1.</summary>
    public double Cosine(ReadOnlySpan<short> query, double queryNorm, int row) => Dot(query, this[row]) / (queryNorm * norms[row]);

    /// <summary>The cosine as it is told: rounded to 6 digits, and never 1, because rounding must not make two different vectors equal.</summary>
    public double Told(ReadOnlySpan<short> query, double queryNorm, int row) => Math.Min(Math.Round(Cosine(query, queryNorm, row), 6), CosineJoin.MostAlike);

    /// <summary>The length of a row's vector (L2).</summary>
    public double Norm(int row) => norms[row];

    /// <summary>The sum of products.</summary>
    public static int Dot(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> row)
    {
        ref var left = ref MemoryMarshal.GetReference(query);
        ref var right = ref MemoryMarshal.GetReference(row);
        if (Avx2.IsSupported)
        {
            Vector256<int> one = default, other = default;
            nuint d = 0;
            for (; d + (2 * Lane) <= (nuint)row.Length; d += 2 * Lane)
            {
                one += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref left, d), Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref right, d)));
                other += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref left, d + Lane), Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref right, d + Lane)));
            }

            if (d < (nuint)row.Length) one += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref left, d), Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref right, d)));
            return Vector256.Sum(one + other);
        }

        var sum = Vector128<int>.Zero;
        for (nuint d = 0; d < (nuint)row.Length; d += Lane)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref right, d));
            // Two products of 127 × 127 fit into 16 bits.
            var (a, b) = Vector128.Widen((low * Vector128.LoadUnsafe(ref left, d)) + (high * Vector128.LoadUnsafe(ref left, d + 8)));
            sum += a + b;
        }

        return Vector128.Sum(sum);
    }

    private Span<sbyte> Room(int row) => blocks[row / Block].AsSpan(row % Block * Stride, Stride);

    private void Set(int row, ReadOnlySpan<sbyte> vector)
    {
        vector.CopyTo(Room(row));
        var squares = 0L;
        foreach (var number in vector) squares += number * number;
        norms[row] = Math.Sqrt(squares);
    }
}
