using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Which words end sentences and which stand inside, over a part of a dataset; and the last words of answers that have no end mark.
/// Holds hashes of words, no text.</summary>
public sealed class EndCounts : IPersisted<EndCounts>
{
    /// <summary>Characters of an answer that are counted; the words of more say nothing new.</summary>
    private const int CountedLength = 600;

    /// <summary>Stands for all numbers, which are rarely the same twice.</summary>
    internal const uint Number = 1;

    /// <summary>Stands for a letter by itself that is no word: what a cut leaves of one.</summary>
    internal const uint Letter = 2;

    private readonly Dictionary<uint, (long Final, long Inner)> words = [];
    private readonly Dictionary<uint, (long Final, long Inner)> pairs = [];
    private readonly HashSet<uint> beginnings = [];
    private readonly HashSet<uint> joining = [];
    private readonly List<uint> buckets = [];
    private readonly List<bool> isJoining = [];
    private readonly SortedDictionary<string, SortedDictionary<(uint Word, uint Pair), long>> open = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> ended = new(StringComparer.Ordinal);

    static int IPersisted<EndCounts>.FormatVersion => 1;

    /// <summary>Last words of open answers and how often each occurs, by group.</summary>
    internal IReadOnlyDictionary<string, SortedDictionary<(uint Word, uint Pair), long>> Open => open;

    /// <summary>Two words that follow each other, as one number.</summary>
    internal static uint PairOf(uint first, uint second) => Bucket(StableHash.Combine(first, second)) | 1;

    /// <summary>The hash of a word, short enough to be counted by the million.</summary>
    internal static uint Bucket(ulong word) => (uint)(word >> 32);

    /// <summary>Answers that are judged alike: of one source, and at one place (<see cref="OpenSentence.Place"/>).</summary>
    internal static string Group(Example example, OpenSentence end) => end.Place + example.Source;

    /// <summary>How often a word ends a sentence and stands inside one.</summary>
    internal (long Final, long Inner) Of(uint word) => words.GetValueOrDefault(word);

    /// <summary>How often a pair of words ends a sentence and stands inside one.</summary>
    internal (long Final, long Inner) OfPair(uint pair) => pairs.GetValueOrDefault(pair);

    /// <summary>True where longer words begin with this one.</summary>
    internal bool IsBeginning(uint word) => word == Letter || beginnings.Contains(word);

    /// <summary>Counts over all words: ends, insides, ends by words that occur nowhere else, different words.</summary>
    internal (long Final, long Inner, long Rare, long Kinds) Sums()
    {
        long final = 0, inner = 0, rare = 0;
        foreach (var (f, i) in words.Values)
        {
            final += f;
            inner += i;
            if (f == 1 && i == 0) rare++;
        }

        return (final, inner, rare, words.Count);
    }

    /// <summary>Answers of a group's source that end with an end mark.</summary>
    internal long Ended(string group) => ended.GetValueOrDefault(group[1..]);

    internal void Add(Example example, string answer)
    {
        foreach (var line in CodeFences.Prose(answer.AsSpan(0, Math.Min(answer.Length, CountedLength))))
            if (!CodeFences.IsCode(line)) AddLine(ListItems.Content(line));
        if (EndMarks.Ends(answer)) ended[example.Source ?? ""] = ended.GetValueOrDefault(example.Source ?? "") + 1;
        else if (OpenSentence.Of(answer) is { } end) AddOpen(Group(example, end), (end.Word, end.Pair), 1);
    }

    internal void Add(EndCounts other)
    {
        foreach (var (word, (final, inner)) in other.words) AddTo(words, word, final, inner);
        foreach (var (pair, (final, inner)) in other.pairs) AddTo(pairs, pair, final, inner);
        beginnings.UnionWith(other.beginnings);
        foreach (var (source, count) in other.ended) ended[source] = ended.GetValueOrDefault(source) + count;
        foreach (var (group, counts) in other.open)
            foreach (var (word, count) in counts) AddOpen(group, word, count);
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        WriteCounts(writer, words);
        WriteCounts(writer, pairs);
        writer.WriteList([.. beginnings.Order()], writer.Write);
        writer.WriteList(ended, e =>
        {
            writer.Write(e.Key);
            writer.Write(e.Value);
        });
        writer.WriteList(open, g =>
        {
            writer.Write(g.Key);
            writer.WriteList(g.Value, w =>
            {
                writer.Write(w.Key.Word);
                writer.Write(w.Key.Pair);
                writer.Write(w.Value);
            });
        });
    }

    /// <inheritdoc/>
    public static EndCounts Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var read = new EndCounts();
        ReadCounts(reader, read.words);
        ReadCounts(reader, read.pairs);
        read.beginnings.UnionWith(reader.ReadList(reader.ReadUInt32));
        foreach (var (source, count) in reader.ReadList(() => (reader.ReadString(), reader.ReadInt64()))) read.ended[source] = count;
        foreach (var (group, counts) in reader.ReadList(() => (reader.ReadString(), reader.ReadList(() => ((reader.ReadUInt32(), reader.ReadUInt32()), reader.ReadInt64())))))
            foreach (var (word, count) in counts) read.AddOpen(group, word, count);
        return read;
    }

    /// <summary>The last word before each end mark is final, all others are inner; an unfinished sentence's last word is neither.</summary>
    private void AddLine(ReadOnlySpan<char> line)
    {
        for (var end = EndMarks.Next(line); ; end = EndMarks.Next(line))
        {
            Read(end < 0 ? line : line[..end]);
            for (var i = 0; i < buckets.Count; i++)
            {
                var last = i == buckets.Count - 1;
                if (last && end < 0) break;
                if (isJoining[i]) continue;
                AddTo(words, buckets[i], last ? 1 : 0, last ? 0 : 1);
                if (i > 0) AddTo(pairs, PairOf(buckets[i - 1], buckets[i]), last ? 1 : 0, last ? 0 : 1);
            }

            if (end < 0) return;
            line = line[end..];
        }
    }

    private void Read(ReadOnlySpan<char> sentence)
    {
        buckets.Clear();
        isJoining.Clear();
        Words.Each(sentence, this, static (word, counts) => counts.Note(word));
    }

    /// <summary>Notes the word's bucket. Words that no sentence ends with are noted apart: answers that end with them have left before.</summary>
    private void Note(ReadOnlySpan<char> word)
    {
        var bucket = char.IsDigit(word[^1]) ? Number : Bucket(StableHash.Of(word));
        // Most words were met before: one look tells.
        var joins = bucket != Number && !words.ContainsKey(bucket) && IsJoining(word, bucket);
        buckets.Add(bucket);
        isJoining.Add(joins);
    }

    private bool IsJoining(ReadOnlySpan<char> word, uint bucket)
    {
        if (joining.Contains(bucket)) return true;
        if (OpenEnd.IsJoining(word)) return joining.Add(bucket);
        for (var length = 1; length < word.Length; length++) beginnings.Add(Bucket(StableHash.Of(word[..length])));
        return false;
    }

    private static void AddTo(Dictionary<uint, (long Final, long Inner)> table, uint key, long final, long inner)
    {
        ref var counts = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(table, key, out _);
        counts = (counts.Final + final, counts.Inner + inner);
    }

    private static void WriteCounts(BinaryWriter writer, Dictionary<uint, (long Final, long Inner)> table) => writer.WriteList([.. table.OrderBy(w => w.Key)], w =>
    {
        writer.Write(w.Key);
        writer.Write7BitEncodedInt64(w.Value.Final);
        writer.Write7BitEncodedInt64(w.Value.Inner);
    });

    private static void ReadCounts(BinaryReader reader, Dictionary<uint, (long Final, long Inner)> into)
    {
        foreach (var (key, final, inner) in reader.ReadList(() => (reader.ReadUInt32(), reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64()))) into[key] = (final, inner);
    }

    private void AddOpen(string group, (uint Word, uint Pair) word, long count)
    {
        if (!open.TryGetValue(group, out var counts)) open[group] = counts = [];
        counts[word] = counts.GetValueOrDefault(word) + count;
    }
}
