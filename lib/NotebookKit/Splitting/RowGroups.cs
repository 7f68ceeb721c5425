using NotebookKit.Text;

namespace NotebookKit.Splitting;

/// <summary>Rows that must stay together, numbered by their first row.</summary>
internal sealed class RowGroups
{
    private RowGroups(UnionFind sets, int count, int crowded)
    {
        Crowded = crowded;
        Of = new int[count];
        var firsts = new List<int>();
        for (var row = 0; row < count; row++)
        {
            // The root is the first row of its group, so its number is known when another row asks for it.
            var first = sets.Find(row);
            if (first == row)
            {
                Of[row] = firsts.Count;
                firsts.Add(row);
            }
            else
            {
                Of[row] = Of[first];
            }
        }

        First = [.. firsts];
        Size = new int[First.Length];
        foreach (var group in Of) Size[group]++;
    }

    /// <summary>Group of each row.</summary>
    public int[] Of { get; }

    /// <summary>First row of each group.</summary>
    public int[] First { get; }

    /// <summary>Rows in each group.</summary>
    public int[] Size { get; }

    /// <summary>Rows made from templates so common that not all their pairs were compared.</summary>
    public int Crowded { get; }

    /// <summary>Joins rows that share a key, and rows whose inputs are similar.</summary>
    public static RowGroups Join(SplitRow[] rows, double? similarity, RunContext run)
    {
        var sets = new UnionFind(rows.Length);
        var holders = new Dictionary<ulong, int>(rows.Length * 3);
        for (var row = 0; row < rows.Length; row++)
            foreach (var key in rows[row].Keys)
            {
                if (holders.TryGetValue(key, out var first)) sets.Union(first, row);
                else holders.Add(key, row);
            }

        var crowded = 0;
        if (similarity is { } least)
            foreach (var edge in SimilarityJoin.Edges(HashSets.Of(Array.ConvertAll(rows, r => r.Shingles)), least, run, out crowded))
                sets.Union(edge.A, edge.B);
        return new(sets, rows.Length, crowded);
    }
}
