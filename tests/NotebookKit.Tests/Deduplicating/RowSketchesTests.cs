using NotebookKit.Deduplicating;

namespace NotebookKit.Tests.Deduplicating;

public sealed class RowSketchesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sketches");

    public void Dispose()
    {
        // What nobody holds any more takes its file with it.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Hashes_in_files_give_the_plan_that_hashes_in_memory_give()
    {
        var run = new RunContext { Scratch = folder };
        var (near, conflicts) = (new NearDuplicates { Threshold = 0.6, AnswerSimilarity = 0.5 }, new Contradictions { ShingleWords = 1, Threshold = 0.5 });
        var rows = Laws.LawData.Varied(600).Examples;
        var inMemory = near.Merge([near.Summarize(rows.Take(200).ToArray(), run), near.Summarize(rows.Skip(200).ToArray(), run)]);
        var inFiles = near.Merge([near.Summarize(rows.Take(350).ToArray(), run), near.Summarize(rows.Skip(350).ToArray(), run)]);
        HashFile? shared = null;
        foreach (var block in inFiles.Blocks) shared = block.Spill(shared);
        Assert.Single(folder.GetFiles());
        Assert.Equal(Persisted.ToBytes(inMemory), Persisted.ToBytes(inFiles));
        Assert.Equal(Persisted.ToBytes(near.Plan(inMemory, run)), Persisted.ToBytes(near.Plan(inFiles, run)));

        var (one, other) = (conflicts.Summarize(rows, run), conflicts.Summarize(rows, run));
        foreach (var block in other.Blocks) block.Spill();
        var plan = conflicts.Plan(one, run);
        Assert.NotEmpty(plan.Rows);
        Assert.Equal(Persisted.ToBytes(plan), Persisted.ToBytes(conflicts.Plan(other, run)));
    }

    [Fact]
    public void A_block_that_grows_goes_on_in_a_file()
    {
        var (small, large) = (new SketchBlock(folder, mostHeld: 10), new SketchBlock(folder));
        for (var i = 0; i < 50; i++)
        {
            var set = Enumerable.Range(0, i % 25).Select(m => (ulong)((100 * i) + m)).ToArray();
            foreach (var block in new[] { small, large })
                block.Add(new(true, 1, i % 7 == 0 ? 4.5 : 0, i, i, $"é-{i}{(i % 3 == 0 ? "漢" : "")}"), i % 9 == 0 ? 3 : 1, (ulong)i, set, 0, [(ulong)i]);
        }

        Assert.Equal(Persisted.ToBytes(RowSketches.Of(large)), Persisted.ToBytes(RowSketches.Of(small)));
        Assert.Equal(0, small.Held);
        Assert.Single(folder.GetFiles());
        Assert.Equal(Persisted.ToBytes(RowSketches.Of(large)), Persisted.ToBytes(Persisted.FromBytes<RowSketches>(Persisted.ToBytes(RowSketches.Of(small)))!));
    }

    [Fact]
    public void Rows_come_best_first_whatever_their_ids()
    {
        (bool Real, int Received, double Rating, int Length, long Ticks, string Id)[] best =
        [
            (true, 3, 0, 5, 0, "k"), (true, 1, 4.5, 5, 0, "j"), (true, 1, 0, 90, 1, "i"), (true, 1, 0, 7, 9, "h"), (true, 1, 0, 7, 8, "aé"), (true, 1, 0, 7, 8, "a漢"), (true, 1, 0, 7, 8, "b"),
            (true, 1, -1, 99, 8, "c"), (true, 1, double.NaN, 99, 8, "bb"), (true, 0, 5, 5, 0, "g"), (false, 3, 5, 5, long.MaxValue / 4, "f"),
        ];
        var block = new SketchBlock(folder);
        foreach (var row in best.OrderBy(r => r.Length % 8)) block.Add(new(row.Real, row.Received, row.Rating, row.Length, row.Ticks, row.Id), 1, 0, [], 0, []);
        var ranked = new RankedRows(RowSketches.Of(block));
        Assert.Equal(best.Select(b => b.Id), Enumerable.Range(0, ranked.Count).Select(ranked.Id));
        Assert.Equal(best.Order(Comparer<(bool Real, int Received, double Rating, int Length, long Ticks, string Id)>.Create((x, y) => Rank(x).CompareTo(Rank(y)))).Select(b => b.Id), best.Select(b => b.Id));
        var newest = new RankedRows(RowSketches.Of(block), newestFirst: true);
        Assert.Equal(best.OrderByDescending(b => b.Ticks).Select(b => b.Id), Enumerable.Range(0, ranked.Count).Select(newest.Id));
    }

    private static RowRank Rank((bool Real, int Received, double Rating, int Length, long Ticks, string Id) row) => new(row.Real, row.Received, row.Rating, row.Length, row.Ticks, row.Id);
}
