using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>What a range of items of the reference sets is looked for by.</summary>
internal sealed class ReferencePart(Decontamination stage, int shortWords)
{
    private readonly TurnWords words = new();
    private readonly HashSet<ulong> distinct = [];

    /// <summary>Hashes of n-grams, and of questions that are one turn.</summary>
    public List<ulong> Hashes { get; } = [];

    /// <summary>The item of each hash.</summary>
    public List<int> Numbers { get; } = [];

    /// <summary>Shingles of what is compared by similarity.</summary>
    public List<ulong[]> Near { get; } = [];

    /// <summary>The item of each set of shingles.</summary>
    public List<int> NearItems { get; } = [];

    /// <summary>Adds an item; how many n-grams it has, and whether nothing of it can be looked for.</summary>
    public (int Runs, bool IsTooShort) Add(int number, Example item)
    {
        words.ReadItem(item, stage.Texts);
        var before = Hashes.Count + Near.Count;
        var question = words.OnlyQuestion();
        if (question.Length >= stage.LeastWords) Add(RunHashes.Whole(question), number);
        distinct.Clear();
        if (stage.NGram is { } n)
            foreach (var hash in words.Runs(n))
                if (distinct.Add(hash)) Add(hash, number);
        if (stage.Threshold is not null)
        {
            AddNear(number, questionsOnly: true);
            if (words.HasAnswer) AddNear(number, questionsOnly: false);
        }

        return (distinct.Count, Hashes.Count + Near.Count == before);
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
