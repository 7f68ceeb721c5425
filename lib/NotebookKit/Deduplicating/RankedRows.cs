using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>The rows of a summary, best first, or newest first; as sets they are their shingles.</summary>
internal sealed class RankedRows : HashSets
{
    /// <summary>Rows that are read from a file together.</summary>
    private const int Batch = 1024;

    /// <summary>Hashes that are read together at most; 8 MB.</summary>
    private const long MostRead = 1 << 20;

    private readonly IReadOnlyList<SketchBlock> blocks;

    // The row at each rank: its block in the upper half, its place there in the lower.
    private readonly long[] places;

    public RankedRows(RowSketches whole, bool newestFirst = false)
    {
        blocks = whole.Blocks;
        var order = new Place[blocks.Sum(b => b.Count)];
        var at = 0;
        for (var b = 0; b < blocks.Count; b++)
            for (var row = 0; row < blocks[b].Count; row++) order[at++] = Place.Of(blocks[b], b, row, newestFirst);
        order.AsSpan().Sort();
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && order[to].CompareTo(order[from]) == 0;) to++;
            if (to - from > 1) order.AsSpan(from, to - from).Sort((x, y) => CompareIds(x.Row, y.Row));
        }

        places = Array.ConvertAll(order, o => o.Row);
    }

    public override int Count => places.Length;

    /// <summary>Bytes of all ids.</summary>
    public long IdSize => blocks.Sum(b => b.Ids.Size);

    public string Id(int rank) => Find(places[rank], out var row).Ids[row];

    public int Occurrences(int rank) => Find(places[rank], out var row).Occurrences(row);

    /// <summary>When it was recorded, in ticks of UTC; 0 where nobody knows.</summary>
    public long Ticks(int rank) => Find(places[rank], out var row).Ticks(row);

    public override int Length(int rank) => Find(places[rank], out var row).Shingles(row);

    public override ulong Hash(int rank) => Find(places[rank], out var row).Key(row);

    public ulong AnswerKey(int rank) => Find(places[rank], out var row).AnswerKey(row);

    /// <summary>The answer as it is compared.</summary>
    public AnswerSketch Answer(int rank, ref ulong[] buffer)
    {
        var block = Find(places[rank], out var row);
        var words = block.AnswerWords(row, ref buffer).ToArray();
        Array.Resize(ref words, HashSort.Distinct(words));
        return new(block.AnswerKey(row), words);
    }

    /// <summary>Adds a row to a block: its columns and its set; before the words of its answer, distinct and sorted, stands what is given besides.</summary>
    public void CopyTo(SketchBlock target, int rank, ReadOnlySpan<ulong> besides, ref ulong[] set, ref ulong[] answer)
    {
        var block = Find(places[rank], out var row);
        var words = block.AnswerWords(row, ref answer).ToArray();
        target.Add(block.Rank(row), block.Occurrences(row), block.Key(row), block.Set(row, ref set), block.AnswerKey(row), [.. besides, .. words.AsSpan(0, HashSort.Distinct(words))]);
    }

    public override ReadOnlySpan<ulong> Read(int rank, ref ulong[] buffer) => Find(places[rank], out var row).Set(row, ref buffer);

    /// <summary>In the order in which they are stored, many at a time.</summary>
    public override void Each(RunContext run, Worker work)
    {
        var offsets = new int[blocks.Count + 1];
        for (var b = 0; b < blocks.Count; b++) offsets[b + 1] = offsets[b] + blocks[b].Count;
        var ranks = new int[Count];
        for (var rank = 0; rank < ranks.Length; rank++) ranks[offsets[(int)(places[rank] >> 32)] + (int)places[rank]] = rank;
        var batches = new List<(SketchBlock Block, int Offset, int From)>();
        for (var b = 0; b < blocks.Count; b++)
            for (var from = 0; from < blocks[b].Count; from += Batch) batches.Add((blocks[b], offsets[b], from));
        Chunks.Run(batches.Count, run, (first, last) =>
        {
            ulong[] buffer = [];
            foreach (var (block, offset, from) in batches[first..last])
            {
                var to = Math.Min(from + Batch, block.Count);
                var start = block.Start(from);
                if (block.Start(to) - start > MostRead)
                {
                    for (var row = from; row < to; row++)
                        if (block.Shingles(row) > 0) work(ranks[offset + row], block.Set(row, ref buffer));
                    continue;
                }

                var hashes = block.Read(start, (int)(block.Start(to) - start), ref buffer);
                for (var row = from; row < to; row++)
                    if (block.Shingles(row) > 0) work(ranks[offset + row], hashes.Slice((int)(block.Start(row) - start), block.Shingles(row)));
            }

            return 0;
        }, ranges: Math.Min(batches.Count, 16 * run.Threads));
    }

    private int CompareIds(long x, long y)
    {
        var block = Find(x, out var row);
        var other = Find(y, out var otherRow);
        return block.Ids.Compare(row, other.Ids, otherRow);
    }

    private SketchBlock Find(long place, out int row)
    {
        row = (int)place;
        return blocks[(int)(place >> 32)];
    }

    /// <summary>A row's rank in 161 bits, the best row smallest, and where it is.</summary>
    private readonly struct Place(ulong first, ulong second, uint third, long row) : IComparable<Place>
    {
        private readonly ulong first = first, second = second;
        private readonly uint third = third;

        public long Row { get; } = row;

        public static Place Of(SketchBlock block, int index, int row, bool newestFirst)
        {
            var (grade, rating) = ((UInt128)(uint)block.Grade(row), (UInt128)Ordered(block.Rating(row)));
            var (length, ticks) = ((UInt128)(uint)block.TextLength(row), (UInt128)(ulong)block.Ticks(row));
            // 3 bits of grade, 64 of rating, 31 of length, 62 of time.
            var (high, low) = newestFirst
                ? ((ticks << 66) | (grade << 63) | (rating >> 1), ((rating & 1) << 31) | length)
                : ((grade << 125) | (rating << 61) | (length << 30) | (ticks >> 32), ticks & uint.MaxValue);
            return new(~(ulong)(high >> 64), ~(ulong)high, ~(uint)low, ((long)index << 32) | (uint)row);
        }

        public int CompareTo(Place other) => first != other.first ? first.CompareTo(other.first)
            : second != other.second ? second.CompareTo(other.second)
            : third.CompareTo(other.third);

        /// <summary>Bits of a number that are ordered as the numbers are; what is no number is smallest.</summary>
        private static ulong Ordered(double value)
        {
            if (double.IsNaN(value)) return 0;
            var bits = BitConverter.DoubleToUInt64Bits(value == 0 ? 0 : value);
            return bits >> 63 != 0 ? ~bits : bits | (1UL << 63);
        }
    }
}
