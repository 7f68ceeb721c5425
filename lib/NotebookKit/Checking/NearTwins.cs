using System.Runtime.InteropServices;
using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>A row as two sets of word triples, of what is asked and of what is answered.</summary>
/// <param name="Asked">Triples of the input, sorted.</param>
/// <param name="Answered">Triples of the answer, sorted; none in common with those of an input.</param>
internal sealed record TwinSets(ulong[] Asked, ulong[] Answered)
{
    private const int WordsInRow = 3;

    private const ulong AnswerSalt = 0x616E73776572;

    /// <summary>Makes the sets from the words' hashes.</summary>
    public static TwinSets Of(List<ulong> asked, List<ulong> answered) => new(Shingles.Set(OfAsked(asked)), Shingles.Set(OfAnswered(answered)));

    /// <summary>Triples of an input, unsorted and with repeats.</summary>
    public static List<ulong> OfAsked(List<ulong> words) => Triples(words, 0);

    /// <summary>Triples of an answer, unsorted and with repeats.</summary>
    public static List<ulong> OfAnswered(List<ulong> words) => Triples(words, AnswerSalt);

    private static List<ulong> Triples(List<ulong> words, ulong salt)
    {
        if (words.Count == 0) return [];
        var triples = new List<ulong>(words.Count);
        for (var from = 0; from <= Math.Max(0, words.Count - WordsInRow); from++)
        {
            var hash = salt;
            for (var i = from; i < Math.Min(from + WordsInRow, words.Count); i++) hash = StableHash.Combine(hash, words[i]);
            triples.Add(hash);
        }

        return triples;
    }

    /// <summary>Both sets as one.</summary>
    public ulong[] Whole()
    {
        ulong[] all = [.. Asked, .. Answered];
        Array.Sort(all);
        return all;
    }
}

/// <summary>Finds sets that are nearly the same as one of a few chosen ones: exact, by prefix filtering (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant
/// 2007). Written apart from the engine of deduplication on purpose: a fault in it must not hide here too.</summary>
internal sealed class NearTwins
{
    private readonly ulong[][] chosen;
    private readonly double least;
    private readonly Dictionary<ulong, int> frequency = [];
    private readonly Dictionary<ulong, List<int>> holders = [];

    /// <summary>Indexes the chosen sets.</summary>
    /// <param name="chosen">Sorted sets.</param>
    /// <param name="least">Jaccard similarity from which two sets are nearly the same, above 0.</param>
    public NearTwins(ulong[][] chosen, double least)
    {
        (this.chosen, this.least) = (chosen, least);
        foreach (var set in chosen)
            foreach (var member in set) CollectionsMarshal.GetValueRefOrAddDefault(frequency, member, out _)++;
        for (var i = 0; i < chosen.Length; i++)
            foreach (var member in Prefix(chosen[i]))
                (CollectionsMarshal.GetValueRefOrAddDefault(holders, member, out _) ??= []).Add(i);
    }

    /// <summary>False where <see cref="Find"/> would find nothing for a set that holds these members and no others; cheaper than sorting them.</summary>
    public bool MayFind(List<ulong> members)
    {
        foreach (var member in members)
            if (holders.ContainsKey(member)) return true;
        return false;
    }

    /// <summary>Numbers of the chosen sets that are nearly the same as this one, rising.</summary>
    public IReadOnlyList<int> Find(ulong[] set)
    {
        List<int>? found = null;
        foreach (var member in Prefix(set))
        {
            if (!holders.TryGetValue(member, out var sets)) continue;
            foreach (var i in sets)
                if (found?.Contains(i) != true && Shingles.Jaccard(set, chosen[i], least) >= 0) (found ??= []).Add(i);
        }

        found?.Sort();
        return found ?? [];
    }

    /// <summary>So many of the rarest members that two sets which are similar enough must share one of them; without those that no chosen set has.</summary>
    private ulong[] Prefix(ulong[] set)
    {
        var length = set.Length - (int)Math.Ceiling((least * set.Length) - 1e-9) + 1;
        var known = new List<(int Frequency, ulong Member)>();
        for (var i = 0; i < set.Length; i++)
            if (frequency.TryGetValue(set[i], out var often)) known.Add((often, set[i]));
        // Members that no chosen set has are the rarest; where they fill the prefix, there is nothing to find.
        length -= set.Length - known.Count;
        if (length <= 0) return [];
        known.Sort(static (a, b) => a.Frequency != b.Frequency ? a.Frequency.CompareTo(b.Frequency) : a.Member.CompareTo(b.Member));
        return [.. known.Take(length).Select(k => k.Member)];
    }
}
