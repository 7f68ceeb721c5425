using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>What a range of items of the reference sets is looked for by.</summary>
internal sealed class ReferencePart(Decontamination stage, int shortWords)
{
    private readonly TurnWords words = new();
    private readonly HashSet<ulong> distinct = [];
    private readonly List<ulong> crossing = [];

    /// <summary>Hashes of n-grams, and of questions that are one turn.</summary>
    public List<ulong> Hashes { get; } = [];

    /// <summary>What each hash belongs to: <see cref="ReferenceIndex.Asked"/> or <see cref="ReferenceIndex.Answered"/> of an item.</summary>
    public List<int> Numbers { get; } = [];

    /// <summary>Shingles of what is compared by similarity.</summary>
    public List<ulong[]> Near { get; } = [];

    /// <summary>The item of each set of shingles.</summary>
    public List<int> NearItems { get; } = [];

    /// <summary>Adds an item; how many n-grams are asked and answered in it, and whether nothing of it can be looked for.</summary>
    public (int Asked, int Answered, bool IsTooShort) Add(int number, Example item)
    {
        words.ReadItem(item, stage.Texts);
        var before = Hashes.Count + Near.Count;
        var question = words.OnlyQuestion();
        if (question.Length >= stage.LeastWords) Add(RunHashes.Whole(question), ReferenceIndex.Asked(number));
        distinct.Clear();
        var (asked, answered) = (0, 0);
        if (stage.NGram is { } n)
        {
            var runs = words.Runs(n);
            for (var i = 0; i < runs.Length; i++)
            {
                var count = words.AskedIn(i, n);
                if ((count > 0 && count < n) || !distinct.Add(runs[i])) continue;
                Add(runs[i], count == n ? ReferenceIndex.Asked(number) : ReferenceIndex.Answered(number));
                if (count == n) asked++;
                else answered++;
            }

            // A question too short for a run of its own goes on into its answer, as long as most words are its own.
            for (var i = 0; asked == 0 && i < runs.Length; i++)
                if (words.AskedIn(i, n) is var count && count < n && 2 * count > n && distinct.Add(runs[i])) crossing.Add(runs[i]);
            foreach (var run in crossing) Add(run, ReferenceIndex.Asked(number));
            asked += crossing.Count;
            crossing.Clear();
        }

        if (stage.Threshold is not null)
        {
            AddNear(number, questionsOnly: true);
            if (words.HasAnswer) AddNear(number, questionsOnly: false);
        }

        return (asked, answered, Hashes.Count + Near.Count == before);
    }

    private void Add(ulong hash, int number)
    {
        Hashes.Add(hash);
        Numbers.Add(number);
    }

    private void AddNear(int number, bool questionsOnly)
    {
        var shingles = words.Shingled(questionsOnly, out var count);
        if (count < shortWords) return;
        Near.Add(shingles[..HashSort.Distinct(shingles)].ToArray());
        NearItems.Add(number);
    }
}
