using System.Collections.Concurrent;
using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>How a row and an item overlap, the surest first.</summary>
internal enum OverlapKind
{
    Turn,
    Asked,
    Answered,
    Near,
}

/// <summary>A row and an item that overlap.</summary>
/// <param name="Item">Number of the item over all sets.</param>
/// <param name="Kind">How.</param>
/// <param name="Measured">Words of the turn, share of the n-grams of the item's questions or answer, or Jaccard similarity.</param>
internal readonly record struct ItemOverlap(int Item, OverlapKind Kind, double Measured);

/// <summary>All reference sets in a form that a row is looked up in. Thread-safe once it is made.</summary>
/// <remarks>Memory: about 20 bytes for each n-gram of the references, and 15 for each word of what is compared by similarity: 100 MB of text take about 0.5 GB.</remarks>
internal sealed class ReferenceIndex
{
    private readonly Decontamination stage;
    private readonly int[] starts;
    private readonly int[] runCounts;
    private readonly int[] nearItems;
    private readonly PostingTable runs;
    private readonly SetSearch? near;
    private readonly ConcurrentBag<Scratch> free = [];

    public ReferenceIndex(Decontamination stage, RunContext run)
    {
        this.stage = stage;
        starts = new int[stage.Against.Count + 1];
        for (var s = 0; s < stage.Against.Count; s++) starts[s + 1] = starts[s] + stage.Against[s].Items.Count;
        runCounts = new int[2 * Count];
        TooShort = new bool[Count];
        var parts = Chunks.Run(Count, run, (from, to) =>
        {
            var part = new ReferencePart(stage, ShortWords);
            for (var item = from; item < to; item++) (runCounts[Asked(item)], runCounts[Answered(item)], TooShort[item]) = part.Add(item, this[item].Item);
            return part;
        });
        var (hashes, numbers) = (new ulong[parts.Sum(p => (long)p.Hashes.Count)], new int[parts.Sum(p => (long)p.Hashes.Count)]);
        var at = 0;
        foreach (var part in parts)
        {
            part.Hashes.CopyTo(hashes, at);
            part.Numbers.CopyTo(numbers, at);
            at += part.Hashes.Count;
        }

        runs = new(hashes, numbers);
        nearItems = [.. parts.SelectMany(p => p.NearItems)];
        if (stage.Threshold is { } threshold) near = new([.. parts.SelectMany(p => p.Near)], threshold);
        for (var place = 0; place < runs.Count; place++)
            if (IsCommonHere(place)) CommonRuns++;
    }

    /// <summary>Number of what is asked in an item.</summary>
    public static int Asked(int item) => 2 * item;

    /// <summary>Number of what is answered in an item.</summary>
    public static int Answered(int item) => (2 * item) + 1;

    /// <summary>Items over all sets.</summary>
    public int Count => starts[^1];

    /// <summary>Word groups that so many items have that they are common text.</summary>
    public int CommonRuns { get; }

    /// <summary>Items that say too little to be looked for.</summary>
    public bool[] TooShort { get; }

    /// <summary>Below so many words a text has no n-gram and no similarity, and is common text where many have it.</summary>
    private int ShortWords => stage.NGram ?? Decontamination.UsualNGram;

    /// <summary>The set of an item, and the item.</summary>
    public (int Set, Example Item) this[int item]
    {
        get
        {
            var set = Array.BinarySearch(starts, item);
            if (set < 0) set = ~set - 1;
            while (starts[set + 1] == starts[set]) set++;
            return (set, stage.Against[set].Items.Examples[item - starts[set]]);
        }
    }

    /// <summary>Adds what a row has of the references, each thing once: their places are what is counted over all rows.</summary>
    public void AddTo(Dictionary<ulong, int> counts, Example row)
    {
        var scratch = free.TryTake(out var used) ? used : new();
        scratch.Words.ReadAll(row);
        Places(scratch);
        foreach (var place in scratch.Places)
            if (!IsCommonHere(place)) counts[runs.HashAt(place)] = counts.GetValueOrDefault(runs.HashAt(place)) + 1;
        free.Add(scratch);
    }

    /// <summary>The items that a row overlaps with, the surest and strongest first.</summary>
    /// <param name="row">The row.</param>
    /// <param name="plan">Tells what is common in the data.</param>
    /// <param name="all">True for all of them; false where similarity need not be looked at once another overlap is found.</param>
    /// <param name="onlyCommon">True where the row has nothing but common text of the references.</param>
    public List<ItemOverlap> Find(Example row, DecontaminationPlan plan, bool all, out bool onlyCommon)
    {
        var scratch = free.TryTake(out var used) ? used : new();
        scratch.Words.ReadAll(row);
        var found = new List<ItemOverlap>();
        for (var t = 0; t < scratch.Words.Count; t++)
        {
            var turn = scratch.Words[t];
            if (turn.Length < Math.Max(stage.LeastWords, ShortWords) || runs.Find(RunHashes.Whole(turn)) is not (>= 0 and var place)) continue;
            foreach (var number in runs.NumbersAt(place)) found.Add(new(number / 2, OverlapKind.Turn, turn.Length));
        }

        Places(scratch);
        onlyCommon = false;
        foreach (var place in scratch.Places)
        {
            if (IsCommonHere(place) || plan.IsCommon(runs.HashAt(place)))
            {
                onlyCommon = true;
                continue;
            }

            foreach (var number in runs.NumbersAt(place))
            {
                if (scratch.ShortTurns.TryGetValue(place, out var words)) found.Add(new(number / 2, OverlapKind.Turn, words));
                else scratch.Runs[number] = scratch.Runs.GetValueOrDefault(number) + 1;
            }
        }

        foreach (var (number, count) in scratch.Runs)
        {
            var share = count == runCounts[number] ? 1 : Math.Min(Math.Round((double)count / runCounts[number], 6), 0.999999);
            var kind = number % 2 == 0 ? OverlapKind.Asked : OverlapKind.Answered;
            if (share >= (kind == OverlapKind.Asked ? stage.MinShare : stage.MinAnswerShare)) found.Add(new(number / 2, kind, share));
        }

        if (near is not null && (all || found.Count == 0))
        {
            Near(scratch, near, questionsOnly: true, found);
            if (stage.Texts == ReferenceTexts.QuestionsAndAnswers && scratch.Words.HasAnswer) Near(scratch, near, questionsOnly: false, found);
        }

        free.Add(scratch);
        onlyCommon &= found.Count == 0;
        found.Sort((x, y) => x.Kind != y.Kind ? x.Kind.CompareTo(y.Kind) : x.Measured != y.Measured ? y.Measured.CompareTo(x.Measured) : x.Item.CompareTo(y.Item));
        return found;
    }

    /// <summary>True where the words themselves are the same, not their hashes alone.</summary>
    public bool Holds(Example row, ItemOverlap overlap) => overlap.Kind == OverlapKind.Near || new OverlapWords(row, this[overlap.Item].Item, stage).Holds(overlap.Kind);

    private bool IsCommonHere(int place) => stage.MostRows is { } most && runs.NumbersAt(place).Length > most;

    /// <summary>Places of a row's n-grams, and of its short turns, each once.</summary>
    private void Places(Scratch scratch)
    {
        scratch.Clear();
        for (var t = 0; t < scratch.Words.Count; t++)
        {
            var turn = scratch.Words[t];
            if (turn.Length < stage.LeastWords || turn.Length >= ShortWords || runs.Find(RunHashes.Whole(turn)) is not (>= 0 and var place)) continue;
            if (scratch.ShortTurns.TryAdd(place, turn.Length)) scratch.Places.Add(place);
        }

        if (stage.NGram is not { } n) return;
        var before = scratch.Places.Count;
        foreach (var hash in scratch.Words.Runs(n))
            if (runs.Find(hash) is >= 0 and var place) scratch.Places.Add(place);
        if (scratch.Places.Count - before < 2) return;
        scratch.Places.Sort();
        var distinct = 1;
        for (var i = 1; i < scratch.Places.Count; i++)
            if (scratch.Places[i] != scratch.Places[distinct - 1]) scratch.Places[distinct++] = scratch.Places[i];
        scratch.Places.RemoveRange(distinct, scratch.Places.Count - distinct);
    }

    private void Near(Scratch scratch, SetSearch sets, bool questionsOnly, List<ItemOverlap> found)
    {
        var shingles = scratch.Words.Shingled(questionsOnly, out _);
        scratch.Candidates.Clear();
        sets.Candidates(shingles, scratch.Candidates);
        if (scratch.Candidates.Count == 0) return;
        var set = shingles[..HashSort.Distinct(shingles)];
        foreach (var candidate in scratch.Candidates)
        {
            var similarity = sets.Jaccard(candidate, set);
            if (similarity < 0) continue;
            var item = nearItems[candidate];
            var known = found.FindIndex(f => f.Item == item && f.Kind == OverlapKind.Near);
            if (known < 0) found.Add(new(item, OverlapKind.Near, similarity));
            else if (found[known].Measured < similarity) found[known] = new(item, OverlapKind.Near, similarity);
        }
    }

    /// <summary>What one thread needs to look up a row.</summary>
    private sealed class Scratch
    {
        public TurnWords Words { get; } = new();

        public List<int> Places { get; } = [];

        public Dictionary<int, int> ShortTurns { get; } = [];

        public Dictionary<int, int> Runs { get; } = [];

        public List<int> Candidates { get; } = [];

        public void Clear()
        {
            Places.Clear();
            ShortTurns.Clear();
            Runs.Clear();
        }
    }
}
