using NotebookKit.Text;

namespace NotebookKit.Tests.Text;

public class SetSearchTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(1)]
    public void No_pair_at_or_above_the_limit_is_missed(double atLeast)
    {
        // Families of sets that differ in a few members, so that there are pairs of every likeness.
        ulong[][] sets = [.. Enumerable.Range(0, 300).Select(i => Set(i / 10, i % 10, 5 + (i * 7 % 40))), []];
        var search = new SetSearch(sets, atLeast);
        var pairs = 0;
        foreach (var asked in Enumerable.Range(0, 300).Select(i => Set(i / 10, i % 10 * 3 % 11, 5 + (i * 11 % 40))))
        {
            var candidates = new List<int>();
            search.Candidates(asked, candidates);
            var found = candidates.Where(c => search.Jaccard(c, asked) >= 0).ToList();
            Assert.Equal(Enumerable.Range(0, sets.Length).Where(s => Shingles.Jaccard(sets[s], asked, atLeast) >= 0), found);
            pairs += found.Count;
        }

        Assert.True(pairs > 20, $"{pairs}");
    }

    [Fact]
    public void A_table_knows_what_was_put_in_and_nothing_else()
    {
        var pairs = Enumerable.Range(0, 20_000).Select(i => (Hash: StableHash.Combine((ulong)(i % 7_000), 5), Number: i % 900)).ToArray();
        var table = new PostingTable([.. pairs.Select(p => p.Hash)], [.. pairs.Select(p => p.Number)]);
        var truth = pairs.ToLookup(p => p.Hash, p => p.Number);
        Assert.Equal(truth.Count, table.Count);
        foreach (var group in truth)
        {
            var place = table.Find(group.Key);
            Assert.Equal(group.Key, table.HashAt(place));
            Assert.Equal(group.Distinct().Order(), table.NumbersAt(place).ToArray());
        }

        Assert.All(Enumerable.Range(0, 20_000), i => Assert.Equal(-1, table.Find(StableHash.Combine((ulong)i, 6))));
        Assert.Equal(-1, new PostingTable([], []).Find(7));
    }

    [Fact]
    public void A_run_has_the_same_hash_wherever_it_stands()
    {
        ulong[] words = [.. Enumerable.Range(0, 200).Select(i => StableHash.Combine((ulong)(i % 31), 9))];
        foreach (var n in new[] { 1, 5, 13, 200 })
        {
            var made = new List<ulong>();
            RunHashes.Add(words, n, made);
            Assert.Equal(200 - n + 1, made.Count);
            for (var i = 0; i < made.Count; i++)
            {
                var alone = new List<ulong>();
                RunHashes.Add(words.AsSpan(i, n), n, alone);
                Assert.Equal([made[i]], alone);
                Assert.Equal(i < 31 || n == 200 ? i : i % 31, made.IndexOf(made[i]));
            }

            Assert.DoesNotContain(RunHashes.Whole(words.AsSpan(0, n)), made);
        }

        var none = new List<ulong>();
        RunHashes.Add(words.AsSpan(0, 12), 13, none);
        Assert.Empty(none);
    }

    private static ulong[] Set(int family, int member, int size)
    {
        var set = Enumerable.Range(0, size).Select(i => StableHash.Combine((ulong)family, (ulong)(i == member || i == 2 * member ? 1000 + member : i))).Distinct().ToArray();
        Array.Sort(set);
        return set;
    }
}
