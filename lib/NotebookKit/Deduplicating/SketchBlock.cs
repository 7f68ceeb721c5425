namespace NotebookKit.Deduplicating;

/// <summary>What duplicates need to know about the rows of a part, in columns: how good each is, its view as a hash and as shingles, and the words of its answer.
/// About 45 bytes a row and its id; the shingles and words are in memory, or in a file where they are many.</summary>
internal sealed class SketchBlock
{
    private readonly List<byte> grades = [];
    private readonly List<int> lengths = [];
    private readonly List<long> ticks = [];
    private readonly List<ulong> keys = [];
    private readonly List<int> shingles = [];
    private readonly List<long> ends = [];
    private readonly RareColumn<double> ratings = new();
    private readonly RareColumn<int> moreOccurrences = new();
    private readonly RareColumn<ulong> answerKeys = new();
    private readonly DirectoryInfo scratch;
    private readonly int mostHeld;

    // Hashes from "flushed" on; those before it are in the file, from "fileStart" on.
    private ulong[] held = [];
    private long flushed;
    private HashFile? file;
    private long fileStart;

    /// <summary>An empty block.</summary>
    /// <param name="scratch">Where hashes go that are too many for memory.</param>
    /// <param name="mostHeld">Hashes that it holds in memory at most, but for those of its last row; 32 MB of them.</param>
    public SketchBlock(DirectoryInfo scratch, int mostHeld = 4 << 20) => (this.scratch, this.mostHeld) = (scratch, mostHeld);

    public IdColumn Ids { get; } = new();

    public int Count => keys.Count;

    /// <summary>Hashes in memory.</summary>
    public int Held => file is null ? (int)(Hashes - flushed) : 0;

    /// <summary>Hashes of all rows.</summary>
    public long Hashes => ends.Count == 0 ? 0 : ends[^1];

    public RowRank Rank(int row) => new(grades[row] > 3, grades[row] & 3, ratings[row], lengths[row], ticks[row], Ids[row]);

    public int Grade(int row) => grades[row];

    public double Rating(int row) => ratings[row];

    public int TextLength(int row) => lengths[row];

    public long Ticks(int row) => ticks[row];

    public int Occurrences(int row) => moreOccurrences[row] + 1;

    /// <summary>Hash of the view: of its text where that is compared, else of its shingles.</summary>
    public ulong Key(int row) => keys[row];

    public ulong AnswerKey(int row) => answerKeys[row];

    public int Shingles(int row) => shingles[row];

    public void Add(in RowRank rank, int occurrences, ulong key, ReadOnlySpan<ulong> set, ulong answerKey, ReadOnlySpan<ulong> answerWords)
    {
        Ids.Add(rank.Id);
        grades.Add((byte)((rank.Real ? 4 : 0) + rank.Received));
        ratings.Add(rank.Rating);
        lengths.Add(rank.Length);
        ticks.Add(rank.Ticks);
        moreOccurrences.Add(occurrences - 1);
        keys.Add(key);
        answerKeys.Add(answerKey);
        shingles.Add(set.Length);
        var inHeld = (int)(Hashes - flushed);
        var size = set.Length + answerWords.Length;
        ends.Add(Hashes + size);
        if (inHeld > 0 && inHeld + size > mostHeld) inHeld = Flush(inHeld);
        if (inHeld + size > held.Length) Grow(inHeld, inHeld + size);
        set.CopyTo(held.AsSpan(inHeld));
        answerWords.CopyTo(held.AsSpan(inHeld + set.Length));
    }

    /// <summary>To be called after the last row: what was begun in a file ends there, and no column has room for more.</summary>
    public SketchBlock Done()
    {
        if (file is not null) Spill(file);
        Ids.Trim();
        grades.TrimExcess();
        lengths.TrimExcess();
        ticks.TrimExcess();
        keys.TrimExcess();
        shingles.TrimExcess();
        ends.TrimExcess();
        return this;
    }

    /// <summary>Moves what is held in memory to a file that other blocks may use as well.</summary>
    public HashFile Spill(HashFile? to = null)
    {
        to ??= HashFile.In(scratch);
        var start = to.Append(held.AsSpan(0, (int)(Hashes - flushed)));
        if (file is null) fileStart = start;
        (file, flushed, held) = (to, Hashes, []);
        return to;
    }

    /// <summary>The shingles of a row; where they must be read they come to stand in <paramref name="buffer"/>.</summary>
    public ReadOnlySpan<ulong> Set(int row, ref ulong[] buffer) => Read(Start(row), shingles[row], ref buffer);

    /// <summary>The words of a row's answer, in their order and with repeats.</summary>
    public ReadOnlySpan<ulong> AnswerWords(int row, ref ulong[] buffer) =>
        Read(Start(row) + shingles[row], (int)(ends[row] - Start(row)) - shingles[row], ref buffer);

    /// <summary>Where the hashes of a row start.</summary>
    public long Start(int row) => row == 0 ? 0 : ends[row - 1];

    /// <summary>Hashes from a place on.</summary>
    public ReadOnlySpan<ulong> Read(long from, int count, ref ulong[] buffer)
    {
        if (file is null) return held.AsSpan((int)from, count);
        if (buffer.Length < count) buffer = new ulong[Math.Max(count, 2 * buffer.Length)];
        file.Read(fileStart + from, buffer.AsSpan(0, count));
        return buffer.AsSpan(0, count);
    }

    private void Grow(int inHeld, int atLeast)
    {
        var larger = GC.AllocateUninitializedArray<ulong>(Math.Max(atLeast, Math.Min(mostHeld, (held.Length + 512) * 3 / 2)));
        held.AsSpan(0, inHeld).CopyTo(larger);
        held = larger;
    }

    private int Flush(int inHeld)
    {
        file ??= HashFile.In(scratch);
        file.Append(held.AsSpan(0, inHeld));
        flushed += inHeld;
        return 0;
    }

    /// <summary>A column whose values are nearly all 0: it takes no memory until one is not.</summary>
    private sealed class RareColumn<T>
        where T : struct
    {
        private List<T>? values;
        private int count;

        public T this[int row] => values is null ? default : values[row];

        public void Add(T value)
        {
            if (values is null && !EqualityComparer<T>.Default.Equals(value, default)) values = [.. new T[count]];
            values?.Add(value);
            count++;
        }
    }
}
