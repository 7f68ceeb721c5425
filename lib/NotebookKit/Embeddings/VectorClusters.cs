namespace NotebookKit.Embeddings;

/// <summary>Vectors in groups around centres, so that groups that are too far away need not be searched. Centres are rows at even steps, moved twice to the middle of
/// their groups; all sums are of whole numbers, so that the groups are the same for any number of threads.</summary>
internal sealed class VectorClusters
{
    private const int Moves = 2;

    /// <summary>Rows a group by which centres are moved.</summary>
    private const int Heard = 32;

    private readonly ByteVectors centres;
    private readonly int[] rows, starts;
    private readonly float[] angles;

    private VectorClusters(ByteVectors vectors, ByteVectors centres, RunContext run)
    {
        this.centres = centres;
        (rows, angles, starts) = Assign(vectors, run);
        // A group is read from its first member to its last: they stand together.
        Packed = ByteVectors.Of(vectors, rows);
    }

    /// <summary>How many groups there are.</summary>
    public int Count => centres.Count;

    /// <summary>The vectors, group by group, in each the nearest to its centre first.</summary>
    public ByteVectors Packed { get; }

    /// <summary>The row of a packed vector.</summary>
    public int Row(int packed) => rows[packed];

    /// <summary>The angle of a packed vector to the centre of its group, in radians.</summary>
    public float Angle(int packed) => angles[packed];

    /// <summary>The packed vectors of a group.</summary>
    public (int From, int To) Group(int group) => (starts[group], starts[group + 1]);

    /// <summary>The first packed vector of a group with an angle to its centre of so much at least.</summary>
    public int From(int group, float angle)
    {
        var (from, to) = Group(group);
        var at = Array.BinarySearch(angles, from, to - from, angle);
        if (at < 0) return ~at;
        while (at > from && angles[at - 1] >= angle) at--;
        return at;
    }

    /// <summary>Groups vectors.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="count">Groups, 1 to the number of vectors.</param>
    /// <param name="run">Threads.</param>
    public static VectorClusters Of(ByteVectors vectors, int count, RunContext run)
    {
        count = Math.Clamp(count, 1, vectors.Count);
        var heard = (long)count * Heard < vectors.Count ? Rows(vectors, count * Heard) : vectors;
        var centres = Rows(vectors, count);
        for (var move = 0; move < Moves; move++) centres = new VectorClusters(heard, centres, run).Middles();
        return new(vectors, centres, run);
    }

    /// <summary>Groups vectors around centres, which are moved so many times.</summary>
    public static VectorClusters Around(ByteVectors vectors, ByteVectors centres, int moves, RunContext run)
    {
        for (var move = 0; move < moves; move++) centres = new VectorClusters(vectors, centres, run).Middles();
        return new(vectors, centres, run);
    }

    /// <summary>The centres of the groups.</summary>
    public ByteVectors Centres => centres;

    /// <summary>The group whose centre is nearest to a vector, and the cosine of the two.</summary>
    public (int Group, double Cosine) GroupOf(ReadOnlySpan<short> query, double norm)
    {
        var (group, angle) = Nearest(query, norm);
        return (group, Math.Cos(angle));
    }

    /// <summary>For each group the least cosine to its centre of a vector that can be within an angle of one of its members, by the triangle inequality; above 1 for an empty group.</summary>
    public double[] LeastCosines(float reach) =>
        [.. Enumerable.Range(0, Count).Select(c => starts[c] == starts[c + 1] ? 2 : Math.Cos(Math.Min(Math.PI, angles[starts[c + 1] - 1] + reach)))];

    /// <summary>The groups whose centres have these cosines at least to a vector, with the angles to them; returns how many there are.</summary>
    public int Within(ReadOnlySpan<short> query, double norm, double[] least, Span<int> groups, Span<float> angles)
    {
        var found = 0;
        for (var c = 0; c < centres.Count; c++)
        {
            var cosine = centres.Cosine(query, norm, c);
            if (cosine < least[c]) continue;
            (groups[found], angles[found++]) = (c, AngleOf(cosine));
        }

        return found;
    }

    /// <summary>The nearest centre, of equally near ones the first, and its angle in radians.</summary>
    private (int Group, float Angle) Nearest(ReadOnlySpan<short> query, double norm)
    {
        // Cosines first: an angle costs as much as the comparison of two vectors.
        var (nearest, best) = (0, double.MinValue);
        for (var c = 0; c < centres.Count; c++)
            if (centres.Cosine(query, norm, c) is var cosine && cosine > best) (nearest, best) = (c, cosine);
        return (nearest, AngleOf(best));
    }

    private static float AngleOf(double cosine) => (float)Math.Acos(Math.Clamp(cosine, -1, 1));

    /// <summary>Rows at even steps.</summary>
    private static ByteVectors Rows(ByteVectors vectors, int count)
    {
        var rows = new sbyte[count][];
        for (var c = 0; c < count; c++) rows[c] = vectors[(int)((long)c * vectors.Count / count)].ToArray();
        return ByteVectors.Of(rows);
    }

    /// <summary>The middle of each group's rows.</summary>
    private ByteVectors Middles()
    {
        var middles = new sbyte[Count][];
        var sums = new int[Packed.Stride];
        for (var c = 0; c < middles.Length; c++)
        {
            Array.Clear(sums);
            for (var member = starts[c]; member < starts[c + 1]; member++)
            {
                var row = Packed[member];
                for (var d = 0; d < sums.Length; d++) sums[d] += row[d];
            }

            var largest = Math.Max(1, sums.Max(Math.Abs));
            // A group that lost all its rows keeps its centre.
            middles[c] = starts[c] == starts[c + 1] ? centres[c].ToArray() : [.. sums.Select(s => (sbyte)Math.Round(s * 127.0 / largest))];
        }

        return ByteVectors.Of(middles);
    }

    private (int[] Rows, float[] Angles, int[] Starts) Assign(ByteVectors vectors, RunContext run)
    {
        var order = new (int Group, float Angle, int Row)[vectors.Count];
        Chunks.Run(vectors.Count, run, (from, to) =>
        {
            var query = new short[vectors.Stride];
            for (var row = from; row < to; row++)
            {
                vectors.Widen(row, query);
                var (group, angle) = Nearest(query, vectors.Norm(row));
                order[row] = (group, angle, row);
            }

            return 0;
        });
        Array.Sort(order);
        var begins = new int[Count + 1];
        foreach (var (group, _, _) in order) begins[group + 1]++;
        for (var c = 0; c < Count; c++) begins[c + 1] += begins[c];
        return (Array.ConvertAll(order, o => o.Row), Array.ConvertAll(order, o => o.Angle), begins);
    }
}
