namespace NotebookKit.Tests.Text;

/// <summary>All pairs of sets that are similar enough, found without hashing rows: by an index over the rarest members of each set (prefix filtering,
/// Chaudhuri, Ganti and Kaushik 2006). What the engine finds is held against it.</summary>
internal static class ExactSetJoin
{
    /// <summary>Pairs (A, B), A the smaller index, with their similarity. Equal sets are one star around the first of them, as with the engine.</summary>
    public static Dictionary<(int A, int B), double> Pairs(IReadOnlyList<ulong[]> sets, double threshold)
    {
        var pairs = new Dictionary<(int, int), double>();
        var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
        var frequency = sets.SelectMany(s => s).CountBy(m => m).ToDictionary();
        var holders = new Dictionary<ulong, List<int>>();
        for (var b = 0; b < sets.Count; b++)
        {
            if (sets[b].Length == 0) continue;
            if (!firsts.TryAdd(string.Join(',', sets[b]), b))
            {
                pairs.Add((firsts[string.Join(',', sets[b])], b), 1);
                continue;
            }

            // Two similar sets share one of these members at least.
            var prefix = sets[b].OrderBy(m => frequency[m]).ThenBy(m => m).Take(sets[b].Length - (int)Math.Ceiling((threshold * sets[b].Length) - 1e-6) + 1).ToArray();
            foreach (var a in prefix.SelectMany(m => holders.GetValueOrDefault(m, [])).Distinct())
                if (Jaccard(sets[a], sets[b]) is var similarity && similarity >= threshold) pairs.Add((a, b), similarity);
            foreach (var member in prefix)
            {
                if (!holders.TryGetValue(member, out var list)) holders[member] = list = [];
                list.Add(b);
            }
        }

        return pairs;
    }

    public static double Jaccard(ulong[] a, ulong[] b)
    {
        var common = a.ToHashSet();
        common.IntersectWith(b);
        return (double)common.Count / (a.Length + b.Length - common.Count);
    }
}
