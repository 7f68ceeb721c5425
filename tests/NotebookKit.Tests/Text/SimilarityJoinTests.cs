using NotebookKit.Text;

namespace NotebookKit.Tests.Text;

public class SimilarityJoinTests
{
    private static readonly RunContext Run = new();

    [Fact]
    [Trait("Size", "Large")]
    public void Finds_every_pair_of_50000_rows_that_an_exact_join_finds()
    {
        var sets = SetsOfFamilies(families: 8334, members: 6)[..50_000];
        var exact = ExactSetJoin.Pairs(sets, 0.8);
        var found = SimilarityJoin.Edges(sets, 0.8, Run);

        Assert.True(exact.Count > 20_000, $"the generator gave only {exact.Count} pairs");
        Assert.True(exact.Values.Count(j => j < 0.85) > 5_000, $"only {exact.Values.Count(j => j < 0.85)} pairs are near the limit");
        var missed = exact.Keys.Except(found.Select(e => (e.A, e.B))).Count();
        Assert.True(missed <= exact.Count / 1000, $"{missed} of {exact.Count} pairs were missed");
        Assert.All(found, edge => Assert.Equal(exact[(edge.A, edge.B)], edge.Jaccard, 6));
    }

    [Fact]
    public void Finds_what_comparing_all_pairs_finds()
    {
        var sets = SetsOfFamilies(families: 50, members: 6);
        var all = new List<(int, int)>();
        for (var b = 0; b < sets.Length; b++)
            for (var a = 0; a < b; a++)
                if (ExactSetJoin.Jaccard(sets[a], sets[b]) >= 0.7) all.Add((a, b));
        var exact = ExactSetJoin.Pairs(sets, 0.7);
        var firsts = exact.Where(p => p.Value >= 1).Select(p => p.Key.B).ToHashSet();
        Assert.Equal(all.Where(p => !firsts.Contains(p.Item1) && !firsts.Contains(p.Item2)).Order(), exact.Where(p => p.Value < 1).Select(p => p.Key).Order());
        Assert.Equal(exact.Keys.Order(), SimilarityJoin.Edges(sets, 0.7, Run).Select(e => (e.A, e.B)).Order());
    }

    [Fact]
    public void Equal_sets_are_one_star_and_only_its_first_has_other_edges()
    {
        ulong[] one = [1, 2, 3, 4, 5], alike = [1, 2, 3, 4, 5, 6];
        var edges = SimilarityJoin.Edges([one, alike, one, one, alike], 0.8, Run);
        Assert.Equal([new(0, 1, 0.833333), new(0, 2, 1), new(0, 3, 1), new(1, 4, 1)], edges);
    }

    [Fact]
    public void Empty_sets_are_like_nothing() => Assert.Empty(SimilarityJoin.Edges([[], [], [1]], 0.5, Run));

    [Fact]
    [Trait("Size", "Large")]
    public void Rows_of_one_template_are_bounded_and_the_rest_is_counted()
    {
        // All sets share 60 members and differ in 6: Jaccard .83 for each of 4.5 million pairs, too many to compare.
        var common = Enumerable.Range(0, 60).Select(i => StableHash.Combine(7, (ulong)i)).ToArray();
        ulong[][] sets = [.. Enumerable.Range(0, 3_000).Select(i => Sorted([.. common, .. Enumerable.Range(0, 6).Select(j => StableHash.Combine((ulong)i + 1000, (ulong)j))]))];
        var edges = SimilarityJoin.Edges(HashSets.Of(sets), 0.8, Run, out var crowded);
        Assert.Equal(3_000, crowded);
        // Every row must still meet a better one, or star clusters would keep twins.
        Assert.Equal(2_999, edges.Select(e => e.B).Distinct().Count());
    }

    [Theory]
    [InlineData("a b c d", "a b c d", 1)]
    [InlineData("a b c d e", "a b c d f", 0.5)]
    [InlineData("hello", "Hello!", 1)]
    [InlineData("hello there", "hello here", -1)]
    public void Shingles_of_three_words_compare_as_sets(string first, string second, double similarity) =>
        Assert.Equal(similarity, Shingles.Jaccard(Shingles.Of(first, 3), Shingles.Of(second, 3), 0.5), 6);

    private static ulong[] Sorted(ulong[] members)
    {
        Array.Sort(members);
        return members;
    }

    /// <summary>Families of sets of 20–80 members; each member of a family changes a few of them.</summary>
    private static ulong[][] SetsOfFamilies(int families, int members)
    {
        var sets = new List<ulong[]>();
        for (ulong family = 0; family < (ulong)families; family++)
            for (ulong member = 0; member < (ulong)members; member++)
            {
                var size = 20 + (int)(StableHash.Combine(family, 99) % 60);
                var changed = (int)(StableHash.Combine(family, member) % (ulong)(1 + (size / 6)));
                sets.Add(Sorted([.. Enumerable.Range(0, size).Select(i =>
                    i < changed ? StableHash.Combine(StableHash.Combine(family, member + 500), (ulong)i) : StableHash.Combine(family + 10_000, (ulong)i))]));
            }

        return [.. sets];
    }
}
