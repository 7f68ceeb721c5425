using System.Runtime.InteropServices;
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
    public void Signs_of_similar_vectors_differ_in_few_places()
    {
        ulong[] buffer = [];
        sbyte[] One(params float[] numbers) => MemoryMarshal.Cast<ulong, sbyte>(ByteVectors.Quantize(numbers, ref buffer)).ToArray();
        var signs = new SignBits(ByteVectors.Of([One(1, -1, 1, -1), One(1, 1, 1, 1), One(-1, 1, -1, 1)]));

        Assert.Equal((2, 4, 2, 0), (signs.Difference(0, 1), signs.Difference(0, 2), signs.Difference(1, 2), signs.Difference(2, 2)));
        Assert.Equal(39, SignBits.Most(128, Math.Acos(0.9)));
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
