using System.Numerics;
using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Tests.Embeddings;

public class CosineJoinTests
{
    private const int Dimensions = 32;

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.95)]
    [InlineData(0.6)]
    public void The_exact_search_finds_the_pairs_that_comparing_all_finds(double from)
    {
        var rows = Clouds(1500, 60);
        var found = CosineJoin.Edges(HashSets.Of(rows), from, new RunContext(), out var crowded);

        Assert.Equal(All(rows, from), found);
        Assert.True(found.Count > 50);
        Assert.Equal(0, crowded);
    }

    [Fact]
    public void The_approximate_search_finds_nearly_all_of_them_and_no_others()
    {
        var rows = Clouds(6000, 240);
        var all = CosineJoin.Edges(HashSets.Of(rows), 0.9, new RunContext(), out _).ToHashSet();
        var found = CosineJoin.Edges(HashSets.Of(rows), 0.9, new RunContext { Threads = 1 }, out _, exactBelow: 0);

        Assert.True(all.IsSupersetOf(found));
        Assert.InRange((double)found.Count / all.Count, 0.98, 1);
        Assert.Equal(found, CosineJoin.Edges(HashSets.Of(rows), 0.9, new RunContext { Threads = 4 }, out _, exactBelow: 0));
    }

    [Fact]
    public void Equal_vectors_are_one_star()
    {
        var one = Clouds(1, 1)[0];

        Assert.Equal([new(0, 1, 1), new(0, 3, 1)], CosineJoin.Edges(HashSets.Of([one, one, Clouds(9, 9)[8], one]), 0.99, new RunContext(), out _));
    }

    [Fact]
    public void A_crowd_keeps_the_best_rows_and_the_nearest_ones_and_is_told()
    {
        var rows = Clouds(400, 1);
        var found = CosineJoin.Edges(HashSets.Of(rows), 0.5, new RunContext(), out var crowded);

        Assert.InRange(crowded, 300, 400);
        Assert.All(found.GroupBy(e => e.B), g => Assert.InRange(g.Count(), 1, 64));
        Assert.All(Enumerable.Range(1, 399), row => Assert.Contains(found, e => e.B == row && e.A == 0));
    }

    [Fact]
    public void No_rows_and_one_row_have_no_pairs()
    {
        Assert.Empty(CosineJoin.Edges(HashSets.Of([]), 0.9, new RunContext(), out _));
        Assert.Empty(CosineJoin.Edges(HashSets.Of(Clouds(1, 1)), 0.9, new RunContext(), out _));
    }

    [Fact]
    public void Bytes_for_numbers_hardly_move_a_cosine()
    {
        ulong[] buffer = [];
        for (var i = 0; i < 200; i++)
        {
            var (a, b) = (Numbers(i, 0), Numbers(i + 1, 0));
            var rows = ByteVectors.Of(HashSets.Of([ByteVectors.Quantize(a, ref buffer).ToArray(), ByteVectors.Quantize(b, ref buffer).ToArray()]), [0, 1], new RunContext());
            var query = new short[rows.Stride];
            rows.Widen(0, query);
            Assert.Equal(a.Zip(b, (x, y) => (double)x * y).Sum() / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(x => (double)x * x)), rows.Cosine(query, rows.Norm(0), 1), 0.01);
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(48)]
    [InlineData(1536)]
    public void The_sum_of_products_is_exact(int length)
    {
        var row = Enumerable.Range(0, length).Select(i => (sbyte)(i % 3 == 0 ? -127 : 127)).ToArray();
        var query = row.Select(r => (short)-r).ToArray();

        Assert.Equal(-127 * 127 * length, ByteVectors.Dot(query, row));
    }

    [Fact]
    public void The_approximate_search_needs_no_groups()
    {
        // Each vector by itself, and for every third one a neighbour at a cosine of about .92.
        ulong[] buffer = [];
        var rows = Enumerable.Range(0, 3000).Select(i => ByteVectors.Quantize(i % 3 == 2 ? Numbers(i - 1, i).Zip(Numbers(i - 1, 0), (x, y) => (0.25f * x) + (0.75f * y)).ToArray() : Numbers(i, 0), ref buffer).ToArray()).ToArray();
        var all = CosineJoin.Edges(HashSets.Of(rows), 0.9, new RunContext(), out _);
        var found = CosineJoin.Edges(HashSets.Of(rows), 0.9, new RunContext(), out var crowded, exactBelow: 0);

        Assert.InRange(all.Count, 900, 1500);
        Assert.InRange((double)found.Count / all.Count, 0.98, 1);
        Assert.Equal(0, crowded);
    }

    [Theory]
    [InlineData(0.98)]
    [InlineData(0.9)]
    [InlineData(0.5)]
    [InlineData(0)]
    public void Random_signs_differ_as_the_angle_says(double cosine)
    {
        var (one, other) = (new sbyte[100], new sbyte[100]);
        for (var d = 0; d < one.Length; d++)
        {
            // Two vectors that are made of two others, which share no number.
            one[d] = (sbyte)(d % 2 == 0 ? 40 + (d % 7) : 0);
            other[d] = (sbyte)Math.Round(d % 2 == 0 ? one[d] * cosine : (40 + ((d - 1) % 7)) * Math.Sqrt(1 - (cosine * cosine)));
        }

        const int bits = 128 * 64;
        var signs = new RandomSigns(one.Length, bits);
        var (a, b, room) = (new ulong[signs.Words], new ulong[signs.Words], new int[signs.Room]);
        signs.Read(one, a, room);
        signs.Read(other, b, room);

        Assert.Equal(Math.Acos(cosine) / Math.PI, a.Zip(b, (x, y) => BitOperations.PopCount(x ^ y)).Sum() / (double)bits, 0.02);
    }

    [Fact]
    public void Bands_grow_longer_with_the_rows_and_more_with_the_angle()
    {
        var (few, many) = (Bands(500, 0.9), Bands(20_000, 0.9));

        Assert.True(few.BandBits < many.BandBits);
        Assert.All([few, many, Bands(500, 0.95)], b => Assert.InRange(1 - Math.Pow(1 - Math.Pow(1 - (Math.Acos(b == few || b == many ? 0.9 : 0.95) / Math.PI), b.BandBits), b.Bands), SignBands.Recall, 1));
        Assert.Equal(many[7], Bands(20_000, 0.9)[7]);

        static SignBands Bands(int rows, double from) =>
            new(ByteVectors.Of(HashSets.Of(Clouds(rows, rows)), [.. Enumerable.Range(0, rows)], new RunContext()), Math.Acos(from), new RunContext());
    }

    [Fact]
    public void What_is_kept_of_many_edges_is_the_same_in_whatever_order_they_come()
    {
        var edges = Enumerable.Range(0, 300).Select(i => new SimilarEdge(i, 500 + (i % 2), 0.9 + (i * 7 % 100 / 1000.0))).ToList();
        var (once, parts) = (new NearestEdges(), new NearestEdges());
        once.Add([.. edges], []);
        foreach (var part in edges.AsEnumerable().Reverse().Chunk(70)) parts.Add([.. part, part[0]], []);

        Assert.Equal(once.Kept, parts.Kept);
        Assert.Equal((128, 2, 2), (once.Kept.Count, once.Crowded, parts.Crowded));
        Assert.All(Enumerable.Range(0, 64), i => Assert.Contains(once.Kept, e => e.A == i));
    }

    private static List<SimilarEdge> All(ulong[][] sets, double from)
    {
        var edges = new List<SimilarEdge>();
        var rows = ByteVectors.Of(HashSets.Of(sets), [.. Enumerable.Range(0, sets.Length)], new RunContext());
        var query = new short[rows.Stride];
        for (var a = 0; a < sets.Length; a++)
        {
            rows.Widen(a, query);
            for (var b = a + 1; b < sets.Length; b++)
                if (Math.Round(rows.Cosine(query, rows.Norm(a), b), 6) is var cosine && cosine >= from) edges.Add(new(a, b, Math.Min(cosine, 0.999999)));
        }

        return edges;
    }

    /// <summary>Rows in clouds around as many centres as asked for.</summary>
    private static ulong[][] Clouds(int rows, int centres)
    {
        ulong[] buffer = [];
        return [.. Enumerable.Range(0, rows).Select(i => ByteVectors.Quantize(Numbers(i % centres, i + 1), ref buffer).ToArray())];
    }

    private static float[] Numbers(int centre, int row)
    {
        var spread = 0.2 + (0.5 * KeyedRandom.Unit(3, "spread", $"{row}"));
        return [.. Enumerable.Range(0, Dimensions).Select(d => (float)(KeyedRandom.Unit(3, $"centre {centre}", $"{d}") - 0.5 + (row == 0 ? 0 : spread * (KeyedRandom.Unit(3, $"row {row}", $"{d}") - 0.5))))];
    }
}
