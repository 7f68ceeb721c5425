using NotebookKit.Text;

namespace NotebookKit.Tests.Text;

public class HashSortTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(47, 1)]
    [InlineData(48, 3)]
    [InlineData(5000, 1)]
    [InlineData(5000, 700)]
    [InlineData(300_000, 2)]
    public void Sorts_hashes_and_drops_repeats(int count, int repeats)
    {
        var hashes = Enumerable.Range(0, count).Select(i => StableHash.Combine(3, (ulong)(i / repeats))).ToArray();
        var wanted = hashes.Distinct().Order().ToArray();
        var distinct = HashSort.Distinct(hashes);
        Assert.Equal(wanted, hashes[..distinct]);
    }

    [Fact]
    public void Sorts_hashes_that_all_begin_alike()
    {
        var hashes = Enumerable.Range(0, 2000).Select(i => StableHash.Combine(3, (ulong)i) >> 20).ToArray();
        var wanted = hashes.Order().ToArray();
        HashSort.Sort(hashes);
        Assert.Equal(wanted, hashes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3000)]
    public void Sorts_by_the_upper_half_and_keeps_the_order_of_equal_ones(int count)
    {
        var items = Enumerable.Range(0, count).Select(i => ((StableHash.Combine(5, (ulong)(i % 700)) >> 32) << 32) | (uint)i).ToArray();
        var wanted = items.Order().ToArray();
        Assert.Equal(wanted, HashSort.ByUpperHalf(items, new ulong[count], count));
    }
}
