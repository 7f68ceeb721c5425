namespace NotebookKit.Text;

/// <summary>Two similar sets, by index; <paramref name="A"/> is the smaller index.</summary>
internal readonly record struct SimilarEdge(int A, int B, double Jaccard);

/// <summary>Finds all pairs of sets with Jaccard similarity of at least a limit: candidates by MinHash bands, every candidate verified exactly. The one
/// engine under near-duplicates, contradictions and split groups. The result depends on the sets and their order alone.</summary>
/// <remarks>Memory: 128 bytes a set for the keys of its bands and 16 bytes a set and thread to sort one band; the sets themselves may be in files.</remarks>
internal static class SimilarityJoin
{
    /// <summary>A bucket above this size is split by the keys of further bands, so that rows of one template do not cost n².</summary>
    public const int MaxBucket = 1000;

    /// <summary>All edges, ordered by (A, B).</summary>
    public static IReadOnlyList<SimilarEdge> Edges(IReadOnlyList<ulong[]> sets, double measureFrom, RunContext run) =>
        Edges(HashSets.Of(sets), measureFrom, run, out _);

    /// <summary>All edges, ordered by (A, B). Equal sets are one star: each is joined to the first of them with 1, and only the first has edges to others
    /// (what holds for it holds for all). <paramref name="crowded"/> counts the rows
    /// in overfull buckets: not all their pairs were compared.</summary>
    public static IReadOnlyList<SimilarEdge> Edges(HashSets sets, double measureFrom, RunContext run, out int crowded)
    {
        var edges = EdgesAndKeys(sets, measureFrom, run, out var keys);
        crowded = keys.Crowded;
        return edges;
    }

    /// <summary>All edges, with the band keys of the first of equal sets.</summary>
    public static IReadOnlyList<SimilarEdge> EdgesAndKeys(HashSets sets, double measureFrom, RunContext run, out BandKeys keys)
    {
        var edges = new List<SimilarEdge>();
        var firsts = FirstOfEach(sets, edges);
        var made = keys = new BandKeys(sets, firsts, run);
        var found = Chunks.Run(MinHash.Bands, run, (band, _) => new BandSearch(sets, made, band, measureFrom, run).Find(), ranges: MinHash.Bands);
        keys.EndSorting();
        foreach (var search in found) edges.AddRange(search);
        return Distinct(edges);
    }

    /// <summary>Indices of the first of equal sets, ascending; joins the others to it.</summary>
    public static int[] FirstOfEach(HashSets sets, List<SimilarEdge> edges)
    {
        var rows = new int[sets.Count];
        var hashes = new ulong[sets.Count];
        var count = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            if (sets.Length(row) == 0) continue;
            (rows[count], hashes[count]) = (row, sets.Hash(row));
            count++;
        }

        Array.Sort(hashes, rows, 0, count);
        ulong[] one = [], other = [];
        var firsts = 0;
        var unlike = new List<int>();
        for (int from = 0, to; from < count; from = to)
        {
            for (to = from + 1; to < count && hashes[to] == hashes[from];) to++;
            // Sets of one hash are equal, as good as always; two that are not are both firsts.
            Array.Sort(rows, from, to - from);
            unlike.Clear();
            for (var i = from; i < to; i++)
            {
                var row = rows[i];
                var same = -1;
                for (var f = 0; f < unlike.Count && same < 0; f++)
                    if (sets.Read(unlike[f], ref one).SequenceEqual(sets.Read(row, ref other))) same = unlike[f];
                if (same >= 0)
                {
                    edges.Add(new(same, row, 1));
                    continue;
                }

                unlike.Add(row);
                rows[firsts++] = row;
            }
        }

        Array.Sort(rows, 0, firsts);
        return rows[..firsts];
    }

    /// <summary>A pair may be found in several bands of a split bucket.</summary>
    public static List<SimilarEdge> Distinct(List<SimilarEdge> edges)
    {
        edges.Sort((x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        var distinct = 0;
        for (var i = 0; i < edges.Count; i++)
            if (i == 0 || edges[i] != edges[distinct - 1]) edges[distinct++] = edges[i];
        edges.RemoveRange(distinct, edges.Count - distinct);
        return edges;
    }
}
