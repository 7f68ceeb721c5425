using System.Runtime.InteropServices;
using NotebookKit.Deduplicating;
using NotebookKit.Tests.Laws;
using NotebookKit.Text;

namespace NotebookKit.Tests.Deduplicating;

public sealed class EarlierRunsTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"notebookkit-earlier-{Guid.NewGuid():N}");

    private string January => Path.Combine(folder, "january");

    private string February => Path.Combine(folder, "february");

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_new_row_like_an_earlier_one_leaves_for_it_however_good_it_is()
    {
        EarlierData.Run(Build.Dataset(Build.Example("old", Long("the invoice"), "Open the page.")), January);
        var earlier = EarlierRuns.Read(January);
        var same = Build.Example("same", Long("the INVOICE"), "Open the page!") with { Signals = new Signals { Rating = 5 } };
        var near = Build.Example("near", Long("the invoice") + " thanks", "Open the page.") with { Signals = new Signals { Rating = 5 } };
        var result = Build.Dataset(same, near, Build.Example("new", "something else about a parcel", "Wait.")).Apply(new ExactDuplicates { Earlier = earlier });
        var removal = Assert.Single(result.Removed);
        Assert.Equal(("same", ExactDuplicates.ExactDuplicate, "old", "january", 1), (removal.Example.Id, removal.Reason, removal.CauseId, removal.CauseRun, removal.Measured));
        Assert.Equal("1 row left for 1 row that earlier runs kept: january 1.", Assert.Single(result.Report.Findings).Text);

        result = result.Kept.Apply(new NearDuplicates { Earlier = earlier });
        removal = Assert.Single(result.Removed);
        Assert.Equal(("near", NearDuplicates.NearDuplicate, "old", "january"), (removal.Example.Id, removal.Reason, removal.CauseId, removal.CauseRun));
        Assert.Equal(["new"], result.Kept.Examples.Select(e => e.Id));
        Assert.Equal([1], result.Kept.Examples.Select(e => e.Occurrences));
    }

    [Fact]
    public void The_same_record_leaves_for_itself_and_a_changed_one_stays_with_a_flag()
    {
        var rows = new[] { Build.Example("t-1", Long("the invoice"), "Open the page."), Build.Example("t-2", Long("a parcel"), "Wait for it.") };
        EarlierData.Run(Build.Dataset(rows), January);
        var changed = Build.Example("t-2", "It came after all and I am happy with it", "We are glad to read that.");
        var result = Build.Dataset(rows[0], changed).Apply(new ExactDuplicates { Earlier = EarlierRuns.Read(January) });
        var removal = Assert.Single(result.Removed);
        Assert.Equal(("t-1", "t-1", "january"), (removal.Example.Id, removal.CauseId, removal.CauseRun));
        Assert.Equal(EarlierRuns.ChangedRecord, Assert.Single(Assert.Single(result.Kept.Examples).Flags).Reason);
        Assert.Contains(result.Report.Findings, f => f.Code == EarlierRuns.ChangedRecord);
    }

    [Fact]
    public void Another_answer_stays_and_is_flagged()
    {
        var question = string.Join(' ', Enumerable.Repeat(Long("the invoice"), 4));
        EarlierData.Run(Build.Dataset(Build.Example("old", question, "Yes, it is lost.")), January);
        var result = Build.Dataset(Build.Example("new", question, "No, your neighbour has it.")).Apply(new NearDuplicates { Earlier = EarlierRuns.Read(January) });
        var flag = Assert.Single(Assert.Single(result.Kept.Examples).Flags);
        Assert.Equal((EarlierRuns.AnswerDiffers, 0.8), (flag.Reason, flag.Limit));
        Assert.True(flag.Measured >= 0.8);
        Assert.Contains(result.Report.Findings, f => f.Code == EarlierRuns.AnswerDiffers && f.Severity == Severity.Warning);
        var exact = Build.Dataset(Build.Example("new", question, "No.")).Apply(new ExactDuplicates { Key = DuplicateKey.Input, Earlier = EarlierData.Of(Build.Dataset(Build.Example("old", question, "Yes.")), new("one", [new("exact", new ExactDuplicates { Key = DuplicateKey.Input })])) });
        Assert.Equal(EarlierRuns.AnswerDiffers, Assert.Single(Assert.Single(exact.Kept.Examples).Flags).Reason);
    }

    [Fact]
    public void Nothing_of_an_earlier_row_is_embedded_again()
    {
        EarlierData.Run(EarlierData.Month("jan", 60, 1), January);
        var embedder = new WordEmbedder();
        EarlierData.Month("feb", 20, 2).Apply(new SemanticDuplicates { Embedder = embedder, Earlier = EarlierRuns.Read(January) });
        Assert.True(embedder.Asked <= 20);
    }

    [Fact]
    public void No_two_rows_of_all_months_together_are_duplicates()
    {
        var january = EarlierData.Run(EarlierData.Month("jan", 350, 1), January);
        var february = EarlierData.Run(EarlierData.Month("feb", 300, 2), February, earlier: EarlierRuns.Read(January));
        var march = EarlierData.Run(EarlierData.Month("mar", 300, 3), Path.Combine(folder, "march"), earlier: EarlierRuns.Read(January, February));
        var months = new[] { january, february, march };
        Assert.All(months, m => Assert.True(m.Count > 20));
        var causes = march.History.Removals.Where(r => r.CauseRun is not null).GroupBy(r => r.Reason).ToDictionary(g => g.Key, g => g.Select(r => r.CauseRun!).ToHashSet());
        Assert.Equal([ExactDuplicates.ExactDuplicate, NearDuplicates.NearDuplicate, SemanticDuplicates.SemanticDuplicate], causes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["february", "january"], causes.Values.SelectMany(r => r).Distinct().Order(StringComparer.Ordinal));

        var rows = months.SelectMany(m => m.Examples).ToList();
        var oracle = new Oracle(rows);
        for (var i = 0; i < rows.Count; i++)
            for (var j = 0; j < i; j++)
            {
                Assert.False(oracle.Same(i, j), $"{rows[i].Id} and {rows[j].Id} say the same");
                Assert.False(oracle.AnswerAlike(i, j) && oracle.Jaccard(i, j) >= 0.8, $"{rows[i].Id} and {rows[j].Id} are near");
                Assert.False(oracle.AnswerAlike(i, j) && oracle.Cosine(i, j) >= 0.95, $"{rows[i].Id} and {rows[j].Id} ask the same");
            }
    }

    [Fact]
    public void Each_row_that_leaves_is_like_the_earlier_row_that_is_named()
    {
        var january = EarlierData.Month("jan", 350, 1);
        EarlierData.Run(january, January);
        var february = EarlierData.Month("feb", 300, 2);
        var result = EarlierData.Steps(EarlierRuns.Read(January)).Run(february);
        var rows = january.Examples.Concat(february.Examples).ToList();
        var at = rows.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i);
        var oracle = new Oracle(rows);
        foreach (var removal in result.History.Removals.Where(r => r.CauseRun is not null))
        {
            var (i, j) = (at[removal.Example.Id], at[removal.CauseId!]);
            var measured = removal.Reason == ExactDuplicates.ExactDuplicate ? oracle.Same(i, j) ? 1 : 0 : removal.Reason == NearDuplicates.NearDuplicate ? oracle.Jaccard(i, j) : oracle.Cosine(i, j);
            Assert.Equal(measured, removal.Measured!.Value, 1e-6);
            Assert.StartsWith("jan-", removal.CauseId, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Exact_duplicates_in_two_steps_leave_the_same_views_as_in_one()
    {
        var (january, february) = (EarlierData.Month("jan", 250, 1), EarlierData.Month("feb", 250, 2));
        var recipe = new Recipe("exact", [new("exact", new ExactDuplicates())]);
        var kept = EarlierData.Run(january, January, recipe);
        var next = february.Apply(new ExactDuplicates { Earlier = EarlierRuns.Read(January) }).Kept;
        var whole = Dataset.Of(january.Examples.Concat(february.Examples)).Apply(new ExactDuplicates()).Kept;
        static IEnumerable<ulong> Views(IEnumerable<Example> rows) => rows.Select(r => DuplicateView.Hash(r, DuplicateKey.Whole)).Order();
        Assert.Equal(Views(whole.Examples), Views(kept.Examples.Concat(next.Examples)));
        // What differs: of equal rows the earlier one stays, where the whole run keeps the best rated one.
        Assert.NotEqual(whole.Examples.Select(e => e.Id).Order(StringComparer.Ordinal), kept.Examples.Concat(next.Examples).Select(e => e.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Threads_parts_and_what_comes_back_from_a_file_do_not_change_a_byte()
    {
        EarlierData.Run(EarlierData.Month("jan", 200, 1), January);
        var bytes = File.ReadAllBytes(Sketches(January));
        var earlier = EarlierRuns.Read(January);
        string? first = null;
        foreach (var run in new RunContext[] { new() { Threads = 1 }, new() { Threads = 2 }, new() { Threads = 8 }, new() { Parts = 1 }, new() { Parts = 3 }, new() { Parts = 17 } })
        {
            EarlierData.Run(EarlierData.Month("jan", 200, 1), February, run: run);
            Assert.Equal(bytes, File.ReadAllBytes(Sketches(February)));
            var text = string.Join('\n', EarlierData.Steps(earlier).Run(EarlierData.Month("feb", 200, 2), run).History.Removals.Select(r => $"{r.Example.Id} {r.Reason} {r.CauseId} {r.CauseRun} {r.Measured}"));
            Assert.Equal(first ??= text, text);
        }
    }

    [Fact]
    public void Another_threshold_decides_about_earlier_rows_as_well()
    {
        EarlierData.Run(EarlierData.Month("jan", 200, 1), January);
        var earlier = EarlierRuns.Read(January);
        var february = EarlierData.Month("feb", 200, 2);
        var result = (NearDuplicatesResult)february.Apply(new NearDuplicates { Threshold = 0.9, Earlier = earlier });
        var direct = february.Apply(new NearDuplicates { Threshold = 0.85, MeasureFrom = 0.8, Earlier = earlier });
        Assert.Equal(direct.Removed, result.At(0.85).Removed);
        Assert.Equal(direct.Kept.Examples.Select(Dump.Of), result.At(0.85).Kept.Examples.Select(Dump.Of));
        Assert.True(result.At(0.8).Removed.Count(r => r.CauseRun is not null) > result.Removed.Count(r => r.CauseRun is not null));
    }

    [Fact]
    public void A_stage_tells_of_earlier_runs_by_hash_and_not_among_its_options()
    {
        EarlierData.Run(EarlierData.Month("jan", 20, 1), January);
        var earlier = EarlierRuns.Read(January);
        var run = Assert.Single(earlier.Runs);
        var description = new NearDuplicates { Earlier = earlier }.Describe();
        Assert.Equal([$"earlier january {run.Sha256}"], description.References);
        Assert.Equal(new NearDuplicates().Describe().Options, description.Options);
        Assert.Empty(new NearDuplicates().Describe().References);
    }

    [Fact]
    public void Templates_by_the_thousand_end_and_are_told()
    {
        static Dataset Rows(string name, int count) => Dataset.Of(Enumerable.Range(0, count).Select(i => Build.Example($"{name}-{i}", Long($"the invoice {name} {i} of day {i % 31}") + $" customer {name}{i} order {i * 7}", "Open the page.")));
        EarlierData.Run(Rows("jan", 3000), January, new("near", [new("near", new NearDuplicates { Threshold = 1 })]));
        var result = Rows("feb", 3000).Apply(new NearDuplicates { Threshold = 0.95, Earlier = EarlierRuns.Read(January) });
        Assert.Equal(3000, result.Kept.Count + result.Removed.Count);
    }

    private static string Sketches(string run) => Path.Combine(run, "audit", "kept.sketches");

    private static string Long(string what) => $"my order with {what} has not been handled yet although the page says that it was given to somebody on monday morning last week";

    /// <summary>Compares rows pair by pair, by the definitions.</summary>
    private sealed class Oracle(IReadOnlyList<Example> rows)
    {
        private readonly SketchBlock near = new Sketcher(new(), DuplicateKey.Whole, 3).Sketch(rows);
        private readonly SketchBlock vectors = Assert.Single(new SemanticDuplicates { Embedder = new WordEmbedder() }.Summarize(rows, new()).Blocks);
        private readonly ulong[] views = [.. rows.Select(r => DuplicateView.Hash(r, DuplicateKey.Whole))];

        public bool Same(int i, int j) => views[i] == views[j];

        public double Jaccard(int i, int j)
        {
            var (a, b) = (Set(near, i), Set(near, j));
            return a.Length + b.Length == 0 ? 0 : (double)a.Intersect(b).Count() / a.Union(b).Count();
        }

        public double Cosine(int i, int j)
        {
            var (a, b) = (Numbers(i), Numbers(j));
            return a.Zip(b, (x, y) => (double)x * y).Sum() / (Math.Sqrt(a.Sum(x => (double)x * x)) * Math.Sqrt(b.Sum(x => (double)x * x)));
        }

        public bool AnswerAlike(int i, int j)
        {
            var (a, b) = (Words(i), Words(j));
            return (double)a.Intersect(b).Count() / a.Union(b).Count() >= 0.8;
        }

        private static ulong[] Set(SketchBlock block, int row)
        {
            ulong[] buffer = [];
            return block.Set(row, ref buffer).ToArray();
        }

        private sbyte[] Numbers(int row) => MemoryMarshal.Cast<ulong, sbyte>(Set(vectors, row)).ToArray();

        private ulong[] Words(int row)
        {
            ulong[] buffer = [];
            return near.AnswerWords(row, ref buffer).ToArray();
        }
    }
}
