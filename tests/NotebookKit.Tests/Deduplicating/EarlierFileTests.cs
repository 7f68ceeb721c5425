using NotebookKit.Deduplicating;

namespace NotebookKit.Tests.Deduplicating;

public sealed class EarlierFileTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"notebookkit-earlier-{Guid.NewGuid():N}");

    private string January => Path.Combine(folder, "january");

    private string Path_ => Path.Combine(January, "audit", "kept.sketches");

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void What_is_read_is_what_the_stages_knew_about_the_rows_that_were_kept()
    {
        var data = EarlierData.Month("jan", 120, 1);
        var kept = EarlierData.Run(data, January);
        var runs = EarlierRuns.Read(January);
        Assert.Equal(("january", kept.Count), (Assert.Single(runs.Runs).Name, runs.Runs[0].Rows));
        var near = new NearDuplicates();
        var rows = runs.For(near, new());
        var byId = kept.Examples.ToDictionary(e => e.Id);
        Assert.Equal(byId.Keys.Order(StringComparer.Ordinal), Enumerable.Range(0, rows.Count).Select(r => rows.Row(r).Id).Order(StringComparer.Ordinal));
        ulong[] buffer = [], own = [];
        for (var row = 0; row < rows.Count; row++)
        {
            var sketch = new RankedRows(near.Summarize([byId[rows.Row(row).Id]], new()));
            Assert.Equal(sketch.Read(0, ref own).ToArray(), rows.Read(row, ref buffer).ToArray());
            var (answer, read) = (sketch.Answer(0, ref own), rows.Answer(row, ref buffer));
            Assert.Equal(answer.Key, read.Key);
            Assert.Equal(answer.Words, read.Words);
            var keys = new uint[NotebookKit.Text.MinHash.Bands];
            NotebookKit.Text.MinHash.Keys(sketch.Read(0, ref own), keys);
            Assert.Equal(keys, rows.Bands.Select(column => column[row]));
        }

        var exact = runs.For(new ExactDuplicates(), new());
        for (var row = 0; row < exact.Count; row++) Assert.Equal(DuplicateView.Hash(byId[exact.Row(row).Id], DuplicateKey.Whole), exact.Key(row));
    }

    [Fact]
    public void Rows_that_left_after_the_stage_are_not_in_it()
    {
        var data = EarlierData.Month("jan", 60, 1);
        var gone = EarlierData.Steps().Run(data).Examples[0].Id;
        var kept = EarlierData.Run(data, January, EarlierData.Steps().Then("last", new Drop { Id = gone }));
        Assert.Equal(kept.Count, EarlierRuns.Read(January).Runs[0].Rows);
        Assert.DoesNotContain(gone, Enumerable.Range(0, kept.Count).Select(r => EarlierRuns.Read(January).For(new ExactDuplicates(), new()).Row(r).Id));
    }

    [Fact]
    public void Rows_without_words_answers_without_words_and_odd_ids_come_back()
    {
        var rows = new[] { Build.Example("\uD800 é 漢", "!?", "…"), Build.Example("plain", "!!", "👍"), Build.Example("third", "how are you today my friend", "🙂") };
        EarlierData.Run(Build.Dataset(rows), January);
        var earlier = EarlierRuns.Read(January);
        Assert.Equal(3, earlier.Runs[0].Rows);
        Assert.Equal(3, Build.Dataset(rows).Apply(new ExactDuplicates { Earlier = earlier }).Removed.Count);
        // The first has no word at all, so near duplicates know nothing of it.
        Assert.Equal(["plain", "third"], Build.Dataset(rows).Apply(new NearDuplicates { Earlier = earlier }).Removed.Select(r => r.Example.Id));
    }

    [Fact]
    public void A_run_that_kept_nothing_is_an_earlier_run_as_well()
    {
        EarlierData.Run(Dataset.Empty, January);
        Assert.Equal(0, EarlierRuns.Read(January).Runs[0].Rows);
        Assert.Equal(5, EarlierData.Month("feb", 5, 9).Apply(new NearDuplicates { Earlier = EarlierRuns.Read(January) }).Report.Received);
    }

    [Fact]
    public void A_cut_or_changed_file_is_refused_by_name()
    {
        EarlierData.Run(EarlierData.Month("jan", 40, 1), January);
        var whole = File.ReadAllBytes(Path_);
        foreach (var length in new[] { 0, 5, 25, 40, 100, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(Path_, whole[..length]);
            Refused("is damaged");
        }

        for (var at = 30; at < whole.Length; at += whole.Length / 23)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0x10;
            File.WriteAllBytes(Path_, changed);
            Refused("its checksum does not fit");
        }

        var other = whole.ToArray();
        other[EarlierFile.Mark.Length] = 99;
        File.WriteAllBytes(Path_, other);
        Refused("has version 99 of its form, this kit reads 1");
        File.WriteAllText(Path_, "{}");
        Refused("its mark is missing");
        File.Delete(Path_);
        Refused("kept no signatures");
        Assert.Contains("does not exist", Assert.Throws<BadInputException>(() => EarlierRuns.Read(Path.Combine(folder, "nowhere"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_key_seed_or_option_is_refused_with_what_differs()
    {
        EarlierData.Run(EarlierData.Month("jan", 20, 1), January);
        var earlier = EarlierRuns.Read(January);
        string Refusal(Stage stage, RunContext? run = null) => Assert.Throws<BadInputException>(() => earlier.For((ISketchingStage)stage, run ?? new())).Message;
        Assert.Contains("NearDuplicates had shingleWords 3 there and has shingleWords 5 here", Refusal(new NearDuplicates { ShingleWords = 5 }), StringComparison.Ordinal);
        Assert.Contains("ExactDuplicates had key Whole there and has key Input here", Refusal(new ExactDuplicates { Key = DuplicateKey.Input }), StringComparison.Ordinal);
        Assert.Contains("SemanticDuplicates had embedder WordEmbedder:unknown model there and has embedder", Refusal(new SemanticDuplicates()), StringComparison.Ordinal);
        Assert.Contains("had seed 1 and this run has seed 7", Refusal(new NearDuplicates(), new() { Seed = 7 }), StringComparison.Ordinal);
        Assert.Contains("had no secret key and this run has one", Refusal(new NearDuplicates(), new() { Key = Key("a") }), StringComparison.Ordinal);
        Assert.Throws<StageFailedException>(() => EarlierData.Month("feb", 3, 1).Apply(new NearDuplicates { ShingleWords = 5, Earlier = earlier }));

        EarlierData.Run(EarlierData.Month("jan", 20, 1), January, run: new() { Key = Key("a") });
        earlier = EarlierRuns.Read(January);
        Assert.Contains("had a secret key and this run has none", Refusal(new NearDuplicates()), StringComparison.Ordinal);
        Assert.Contains("is not that of the earlier run 'january'", Refusal(new NearDuplicates(), new() { Key = Key("b") }), StringComparison.Ordinal);
        // With a secret key the seed decides nothing about ids and codes.
        Assert.True(earlier.For(new NearDuplicates(), new() { Key = Key("a"), Seed = 7 }).Count > 0);

        EarlierData.Run(EarlierData.Month("jan", 20, 1), January, new("exact", [new("exact", new ExactDuplicates())]));
        earlier = EarlierRuns.Read(January);
        Assert.Contains("has no signatures of NearDuplicates", Refusal(new NearDuplicates()), StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_of_one_name_are_told_apart_and_none_counts_twice()
    {
        var (one, other) = (Path.Combine(folder, "a", "out"), Path.Combine(folder, "b", "out"));
        EarlierData.Run(EarlierData.Month("jan", 20, 1), one);
        EarlierData.Run(EarlierData.Month("feb", 20, 2), other);
        Assert.Equal(["a/out", "b/out"], EarlierRuns.Read(one, other).Runs.Select(r => r.Name));
        Assert.Contains("are the same", Assert.Throws<BadInputException>(() => EarlierRuns.Read(one, one + Path.DirectorySeparatorChar)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_before_the_earlier_one_that_is_left_out_is_told()
    {
        EarlierData.Run(EarlierData.Month("jan", 20, 1), January);
        var february = Path.Combine(folder, "february");
        EarlierData.Run(EarlierData.Month("feb", 20, 2), february, earlier: EarlierRuns.Read(January));
        var march = EarlierData.Month("mar", 20, 3);
        var finding = Assert.Single(march.Apply(new ExactDuplicates { Earlier = EarlierRuns.Read(february) }).Report.Findings, f => f.Code == "earlier-run-left-out");
        Assert.Contains("'february' was compared with 'january'", finding.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(march.Apply(new ExactDuplicates { Earlier = EarlierRuns.Read(february, January) }).Report.Findings, f => f.Code == "earlier-run-left-out");
    }

    private void Refused(string how)
    {
        var message = Assert.Throws<BadInputException>(() => EarlierRuns.Read(January)).Message;
        Assert.Contains(how, message, StringComparison.Ordinal);
        Assert.Contains(Path_, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static SecretKey Key(string text)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, new string(text[0], 32));
        var key = SecretKey.FromFile(path);
        File.Delete(path);
        return key;
    }

    private sealed record Drop : ExampleStage
    {
        public required string Id { get; init; }

        public override string Name => "Drop";

        protected internal override Outcome Decide(Example example, Tally tally) => example.Id == Id ? Outcome.Remove(example, "dropped") : Outcome.Keep(example);
    }
}
