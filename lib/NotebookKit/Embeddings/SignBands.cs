using NotebookKit.Text;

namespace NotebookKit.Embeddings;

/// <summary>Random signs of vectors in bands: two vectors meet where all bits of a band are the same (Indyk and Motwani 1998). How many bits a band has is told by the vectors themselves, and how many
/// bands there are by the share of pairs that must meet: it holds for any vectors, whether or not they form groups.</summary>
internal sealed class SignBands
{
    /// <summary>Least share of the pairs at the limit that meet in some band.</summary>
    public const double Recall = 0.985;

    /// <summary>Words that tell most rows apart.</summary>
    public const int Head = 4;

    private const int FewestBits = 8, MostBits = 28;

    /// <summary>What it costs to sort and fetch a row of a band, in comparisons of two rows' bits.</summary>
    private const double CostOfRow = 40;

    /// <summary>Rows and bands by which bits are chosen.</summary>
    private const int Sampled = 8192, SampledBands = 8;

    /// <summary>Standard deviations that a pair may lie above the bits that differ at its angle.</summary>
    private const double Deviations = 4;

    private readonly ulong[][] parts;
    private readonly int count, perPart;

    /// <summary>Reads the bits of all rows.</summary>
    /// <param name="vectors">The vectors, two at least.</param>
    /// <param name="angle">Widest angle of a pair that is sought, in radians.</param>
    /// <param name="run">Threads.</param>
    public SignBands(ByteVectors vectors, double angle, RunContext run)
    {
        count = vectors.Count;
        var same = 1 - (angle / Math.PI);
        BandBits = ChooseBits(vectors, same);
        Bands = BandsFor(BandBits, same);
        var signs = new RandomSigns(vectors.Stride, Math.Max(Bands * BandBits, Head * 64));
        Words = signs.Words;
        // Rows of one array: a whole one would be too long for the language.
        perPart = Math.Max(1, (1 << 24) / Words);
        parts = new ulong[(count + perPart - 1) / perPart][];
        for (var p = 0; p < parts.Length; p++) parts[p] = new ulong[Math.Min(perPart, count - (p * perPart)) * Words];
        Chunks.Run(count, run, (from, to) =>
        {
            var room = new int[signs.Room];
            for (var row = from; row < to; row++) signs.Read(vectors[row], parts[row / perPart].AsSpan(row % perPart * Words, Words), room);
            return 0;
        });
        (MostDifferent, MostDifferentInHead) = (Most(Words * 64, same), Most(Head * 64, same));
    }

    /// <summary>Bits of a band.</summary>
    public int BandBits { get; }

    /// <summary>How many bands there are.</summary>
    public int Bands { get; }

    /// <summary>Words of a row's bits.</summary>
    public int Words { get; }

    /// <summary>So many bits differ at most between the vectors of a pair that is sought, but for one in thirty thousand.</summary>
    public int MostDifferent { get; }

    /// <summary>The same of the first <see cref="Head"/> words.</summary>
    public int MostDifferentInHead { get; }

    /// <summary>The bits of a row.</summary>
    public ReadOnlySpan<ulong> this[int row] => parts[row / perPart].AsSpan(row % perPart * Words, Words);

    /// <summary>The rows by their bits of a band, and those that are the same there ascending: the bits in the upper half, the row in the lower.</summary>
    /// <param name="band">The band.</param>
    /// <param name="room">Two arrays of as many numbers as there are rows.</param>
    public ulong[] Sorted(int band, (ulong[] Entries, ulong[] Spare) room)
    {
        var entries = room.Entries;
        for (var row = 0; row < count; row++) entries[row] = ((ulong)Key(this[row], band) << 32) | (uint)row;
        return HashSort.ByUpperHalf(entries, room.Spare, count);
    }

    private static int Most(int bits, double same) => (int)Math.Ceiling((bits * (1 - same)) + (Deviations * Math.Sqrt(bits * same * (1 - same))));

    private uint Key(ReadOnlySpan<ulong> bits, int band) => Bits(bits, band * BandBits, BandBits);

    private static uint Bits(ReadOnlySpan<ulong> bits, int from, int count)
    {
        var (word, shift) = (from >> 6, from & 63);
        var value = bits[word] >> shift;
        if (shift + count > 64) value |= bits[word + 1] << (64 - shift);
        return (uint)(value & ((1UL << count) - 1));
    }

    private static int BandsFor(int bits, double same) => (int)Math.Ceiling(Math.Log(1 - Recall) / Math.Log(1 - Math.Pow(same, bits)));

    /// <summary>As many bits as make sorting and comparing cost least, by how often vectors of a sample meet.</summary>
    private static int ChooseBits(ByteVectors vectors, double same)
    {
        var sample = Math.Min(Sampled, vectors.Count);
        var signs = new RandomSigns(vectors.Stride, SampledBands * MostBits);
        var (bits, room) = (new ulong[signs.Words], new int[signs.Room]);
        var keys = new uint[SampledBands][];
        for (var b = 0; b < keys.Length; b++) keys[b] = new uint[sample];
        for (var i = 0; i < sample; i++)
        {
            signs.Read(vectors[(int)((long)i * vectors.Count / sample)], bits, room);
            for (var b = 0; b < keys.Length; b++) keys[b][i] = Bits(bits, b * MostBits, MostBits);
        }

        foreach (var band in keys) Array.Sort(band);
        var scale = (double)vectors.Count / sample;
        var (best, least) = (FewestBits, double.MaxValue);
        for (var size = FewestBits; size <= MostBits; size++)
        {
            var pairs = keys.Sum(band => Pairs(band, MostBits - size)) / (double)SampledBands;
            var cost = BandsFor(size, same) * ((vectors.Count * CostOfRow) + (pairs * scale * scale));
            if (cost < least) (best, least) = (size, cost);
        }

        return best;
    }

    /// <summary>Pairs of sorted keys that are the same but for their last bits.</summary>
    private static long Pairs(uint[] sorted, int last)
    {
        var pairs = 0L;
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            for (to = from + 1; to < sorted.Length && sorted[to] >> last == sorted[from] >> last;) to++;
            pairs += (long)(to - from) * (to - from - 1) / 2;
        }

        return pairs;
    }
}
