using NotebookKit.Anonymizing;
using NotebookKit.Augmenting;
using NotebookKit.Cleaning;
using NotebookKit.Display;
using NotebookKit.Formatting;
using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>What one look at a row that is handed over shows.</summary>
/// <param name="Malformed">What is wrong with its turns; null for nothing.</param>
/// <param name="IsCut">Its answer stops in the middle.</param>
/// <param name="Tokens">Estimated tokens.</param>
/// <param name="Names">Pieces of text that look like a person's name.</param>
/// <param name="Personal">Pieces of text that look like other personal data.</param>
/// <param name="Asked">Hash of the words that are asked; 0 for none.</param>
/// <param name="Said">Hash of all words, asked and answered.</param>
internal readonly record struct RowFact(string? Malformed, bool IsCut, long Tokens, int Names, int Personal, ulong Asked, ulong Said);

/// <summary>Two rows that are nearly the same.</summary>
/// <param name="Chosen">Index of the row that was looked for.</param>
/// <param name="Other">Index of the row that was found.</param>
internal readonly record struct Twin(int Chosen, int Other);

/// <summary>Looks at every row that is handed over once, on all threads. Nothing of what stages noted on a row is believed here.</summary>
internal sealed class RowScan
{
    /// <summary>Rows whose twins are looked for, drawn by the seed; all where there are no more.</summary>
    public const int MostChosen = 1_000;

    /// <summary>Jaccard similarity of word triples from which two texts are nearly the same; the default of near-duplicate removal and of the split.</summary>
    public const double NearlySame = 0.8;

    private RowScan(RowFact[] facts, int chosen, int heldOut, IReadOnlyList<Twin> twins, IReadOnlyList<Twin> crossing) =>
        (Facts, Chosen, HeldOut, Twins, Crossing) = (facts, chosen, heldOut, twins, crossing);

    /// <summary>A fact for each row, in the order of the rows.</summary>
    public RowFact[] Facts { get; }

    /// <summary>How many rows were compared with all others.</summary>
    public int Chosen { get; }

    /// <summary>How many rows of validation and test were compared with all of train.</summary>
    public int HeldOut { get; }

    /// <summary>Chosen rows with a row that says and answers nearly the same.</summary>
    public IReadOnlyList<Twin> Twins { get; }

    /// <summary>Rows of validation or test, and rows of train that ask nearly the same.</summary>
    public IReadOnlyList<Twin> Crossing { get; }

    /// <summary>Looks at the rows.</summary>
    public static RowScan Of(IReadOnlyList<Example> rows, ChatFormat format, IReadOnlyList<string> terms, RunContext run)
    {
        var (chosen, heldOut) = (Choose(rows, run.Seed, "twins", _ => true), Choose(rows, run.Seed, "held out", e => RunNumbers.SplitOf(e) != Split.Train));
        var whole = new NearTwins([.. chosen.Select(i => SetsOf(rows[i]).Whole())], NearlySame);
        var asked = new NearTwins([.. heldOut.Select(i => SetsOf(rows[i]).Asked)], NearlySame);
        var (formatter, cut) = (RowFormatter.For(format), new TruncatedAnswers());
        var residual = (ResidualCheck)new ResidualCheck { Terms = terms }.Prepare(run);
        var parts = Chunks.Run(rows.Count, run, (from, to) =>
        {
            var (facts, twins, crossing, tally) = (new RowFact[to - from], new List<Twin>(), new List<Twin>(), new Tally());
            for (var i = from; i < to; i++)
            {
                var row = rows[i];
                var input = row.Input;
                var (question, answer) = (Words.Hashes(input), Words.Hashes(row.Output));
                var (names, personal) = PersonalData(row, residual);
                facts[i - from] = new(Malformation(row, formatter), !cut.Decide(row, tally).IsKept, TokenEstimate.Of(row), names, personal, Key(question, input, 1), StableHash.Combine(Key(question, input, 1), Key(answer, row.Output, 2)));
                var (ofInput, ofOutput) = (TwinSets.OfAsked(question), TwinSets.OfAnswered(answer));
                var crosses = RunNumbers.SplitOf(row) == Split.Train && asked.MayFind(ofInput);
                if (!crosses && !whole.MayFind(ofInput) && !whole.MayFind(ofOutput)) continue;
                var sets = TwinSets.Of(question, answer);
                foreach (var found in whole.Find(sets.Whole()))
                    if (chosen[found] != i && !AreVariants(rows[chosen[found]], row) && AnswersAlike(rows[chosen[found]], row)) twins.Add(new(chosen[found], i));
                if (!crosses) continue;
                foreach (var found in asked.Find(sets.Asked)) crossing.Add(new(heldOut[found], i));
            }

            return (facts, twins, crossing);
        });
        return new([.. parts.SelectMany(p => p.facts)], chosen.Length, heldOut.Length, [.. parts.SelectMany(p => p.twins)], [.. parts.SelectMany(p => p.crossing)]);
    }

    /// <summary>So many rows with the smallest keyed hashes, by index.</summary>
    private static int[] Choose(IReadOnlyList<Example> rows, ulong seed, string purpose, Func<Example, bool> which)
    {
        var all = Enumerable.Range(0, rows.Count).Where(i => which(rows[i])).ToArray();
        if (all.Length <= MostChosen) return all;
        var keys = Array.ConvertAll(all, i => KeyedRandom.Bits(seed, purpose, rows[i].Id));
        Array.Sort(keys, all);
        return [.. all.Take(MostChosen).Order()];
    }

    private static TwinSets SetsOf(Example row) => TwinSets.Of(Words.Hashes(row.Input), Words.Hashes(row.Output));

    /// <summary>A messy variant says what its parent says, and that is why it was made.</summary>
    private static bool AreVariants(Example a, Example b)
    {
        static string Root(Example row) => MessyVariants.IsVariant(row) ? row.ParentId! : row.Id;
        return (MessyVariants.IsVariant(a) || MessyVariants.IsVariant(b)) && string.Equals(Root(a), Root(b), StringComparison.Ordinal);
    }

    /// <summary>Like questions with differing answers are no twins but a contradiction.</summary>
    private static bool AnswersAlike(Example a, Example b) =>
        string.Equals(a.Output, b.Output, StringComparison.Ordinal) || Shingles.Jaccard(Shingles.Of(a.Output, 1), Shingles.Of(b.Output, 1), NearlySame) >= 0;

    /// <summary>What trainers refuse, by the turns themselves: no answer at the end of all, a turn without content, roles out of order, what the format cannot hold.</summary>
    private static string? Malformation(Example row, RowFormatter formatter)
    {
        var turns = row.Messages;
        if (turns.Count == 0) return "no-turns";
        var first = 0;
        while (first < turns.Count && turns[first].Role == Role.System) first++;
        if (first > 1) return "two-system-prompts";
        if (first == turns.Count || turns[first].Role == Role.Assistant) return "begins-with-an-answer";
        if (turns[^1].Role != Role.Assistant) return "ends-without-an-answer";
        for (var i = 0; i < turns.Count; i++)
        {
            if (turns[i].IsEmpty && turns[i].Role != Role.Tool) return "empty-turn";
            if (i > first && turns[i].Role == Role.System) return "system-prompt-in-the-middle";
        }

        return formatter.Obstacle(row);
    }

    private static (int Names, int Others) PersonalData(Example row, ResidualCheck residual)
    {
        var (names, others) = (0, 0);
        var standIns = StandIns.Of(row.StandIns);
        foreach (var turn in row.Messages)
            if (turn.Content is { Length: > 0 } text)
                foreach (var span in residual.Find(text, standIns))
                    if (span.Type == EntityTypes.Person) names++;
                    else others++;
        return (names, others);
    }

    private static ulong Key(List<ulong> words, string text, ulong salt)
    {
        if (words.Count == 0) return string.IsNullOrWhiteSpace(text) ? 0 : StableHash.Of(text.AsSpan().Trim(), salt);
        var hash = salt;
        foreach (var word in words) hash = StableHash.Combine(hash, word);
        return hash;
    }
}
