using System.Globalization;
using NotebookKit.Deduplicating;

namespace NotebookKit.Tests.Laws;

/// <summary>What holds for every stage of the library. A new stage is handed in by its folder's <see cref="IStageCases"/>.</summary>
public class StageLaws
{
    public static TheoryData<string> Stages => StageCatalog.Names;

    private static readonly Dataset Data = LawData.Varied();

    [Fact]
    public void Every_stage_type_of_the_library_is_handed_in()
    {
        var handedIn = StageCatalog.All.Select(s => s.GetType()).ToHashSet();
        var missing = typeof(Stage).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Stage)) && !t.IsAbstract && t.IsPublic && !handedIn.Contains(t))
            .Select(t => t.Name);
        Assert.Empty(missing);
    }

    [Theory, MemberData(nameof(Stages))]
    public void Every_example_is_kept_or_removed_and_none_is_invented(string name)
    {
        var before = Data.Examples.Select(Dump.Of).ToList();
        var result = StageCatalog.Get(name).Apply(Data);

        var kept = result.Kept.Examples.Select(e => e.Id).ToList();
        var removed = result.Removed.Select(r => r.Example.Id).ToList();
        Assert.Equal(Data.Examples.Select(e => e.Id).Order(StringComparer.Ordinal), kept.Concat(removed).Order(StringComparer.Ordinal));
        Assert.Equal(Data.Examples.Select(e => e.Id).Where(kept.ToHashSet().Contains), kept);
        Assert.Equal((Data.Count, kept.Count, removed.Count), (result.Report.Received, result.Report.Kept, result.Report.Removed));
        Assert.Equal(removed.Count, result.Report.Reasons.Values.Sum());
        Assert.Equal(before, Data.Examples.Select(Dump.Of));
    }

    [Theory, MemberData(nameof(Stages))]
    public void Reasons_are_kebab_case_and_causes_are_rows_of_the_dataset_or_items_of_a_reference_set(string name)
    {
        var stage = StageCatalog.Get(name);
        var result = StageCatalog.Get(name).Apply(Data);
        var ids = Data.Examples.Select(e => e.Id).ToHashSet();
        Assert.All(result.Report.Reasons.Keys.Concat(result.Report.Flagged.Keys).Concat(result.Report.Findings.Select(f => f.Code)),
            code => Assert.Matches("^[a-z0-9_]+(-[a-z0-9_]+)*$", code));
        Assert.All(result.Removed.Where(r => r.CauseId is not null && r.CauseRun is null), r =>
        {
            if (OutsideCause.Of(r.CauseId) is not { } outside) Assert.Contains(r.CauseId!, ids);
            else Assert.Contains(Assert.IsType<NotebookKit.Deduplicating.Decontamination>(stage).Against, s => s.Name == outside.Set && s.Items.Examples.Any(e => e.Id == outside.Item));
        });
    }

    [Theory, MemberData(nameof(Stages))]
    public void Threads_do_not_change_a_byte(string name)
    {
        var one = Dump.Of(StageCatalog.Get(name).Apply(Data, new RunContext { Threads = 1 }));
        Assert.Equal(one, Dump.Of(StageCatalog.Get(name).Apply(Data, new RunContext { Threads = 2 })));
        Assert.Equal(one, Dump.Of(StageCatalog.Get(name).Apply(Data, new RunContext { Threads = 8 })));
    }

    [Theory, MemberData(nameof(Stages))]
    public void Parts_and_written_summaries_do_not_change_a_byte(string name)
    {
        var whole = Dump.Of(StageCatalog.Get(name).Apply(Data));
        foreach (var parts in new[] { 1, 3, 17 })
            Assert.Equal(whole, Dump.Of(StageCatalog.Get(name).Apply(Data, new RunContext { Parts = parts })));
    }

    [Theory, MemberData(nameof(Stages))]
    public void The_order_of_the_input_changes_only_the_order_of_the_output(string name)
    {
        var stage = StageCatalog.Get(name);
        var shuffled = Dataset.Of(Data.Examples.OrderBy(e => NotebookKit.Text.StableHash.Of(e.Id)));
        Assert.Equal(Dump.Unordered(stage.Apply(Data)), Dump.Unordered(stage.Apply(shuffled)));
    }

    [Theory, MemberData(nameof(Stages))]
    public void Culture_and_time_zone_do_not_change_a_byte(string name)
    {
        var invariant = Under(CultureInfo.InvariantCulture, () => Dump.Of(StageCatalog.Get(name).Apply(Data)));
        foreach (var culture in Cultures())
            Assert.Equal(invariant, Under(culture, () => Dump.Of(StageCatalog.Get(name).Apply(Data))));
        Assert.Equal(invariant, InTimeZone("Etc/GMT-14", () => Dump.Of(StageCatalog.Get(name).Apply(Data))));
    }

    [Theory, MemberData(nameof(Stages))]
    public void Edges_give_a_result(string name)
    {
        foreach (var (edge, data) in LawData.Edges())
        {
            var result = Record.Exception(() => StageCatalog.Get(name).Apply(data));
            Assert.True(result is null, $"{name} over '{edge}': {(result as StageFailedException)?.Cause.ToString() ?? result?.ToString()}");
        }
    }

    [Theory, MemberData(nameof(Stages))]
    public void Applied_again_with_the_same_seed_it_gives_the_same(string name)
    {
        // Signatures of earlier runs belong to the seed that they were made with.
        var run = new RunContext { Seed = StageCatalog.Get(name) is ISketchingStage { Earlier: not null } ? 1ul : 7 };
        Assert.Equal(Dump.Of(StageCatalog.Get(name).Apply(Data, run)), Dump.Of(StageCatalog.Get(name).Apply(Data, run)));
    }

    [Theory, MemberData(nameof(Stages))]
    public void Progress_grows_and_ends_at_the_total(string name)
    {
        var seen = new Collector();
        StageCatalog.Get(name).Apply(Data, new RunContext { Threads = 4, Progress = seen });
        Assert.NotEmpty(seen.Reports);
        Assert.Equal(seen.Reports.Select(r => r.Done).Order(), seen.Reports.Select(r => r.Done));
        Assert.Equal(seen.Reports[^1].Total, seen.Reports[^1].Done);
    }

    [Theory, MemberData(nameof(Stages))]
    public void A_cancelled_run_stops(string name)
    {
        using var before = new CancellationTokenSource();
        before.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => StageCatalog.Get(name).Apply(Data, new RunContext { Cancel = before.Token }));
    }

    [Theory, MemberData(nameof(Stages))]
    public void A_description_is_stable_and_names_every_option(string name)
    {
        var stage = StageCatalog.Get(name);
        var description = stage.Describe();
        Assert.Equal(stage.Name, description.Name);
        Assert.Equal(description.Options, Under(Cultures().FirstOrDefault() ?? CultureInfo.InvariantCulture, () => stage.Describe().Options));
        using var json = System.Text.Json.JsonDocument.Parse(description.Options);
        Assert.Equal(StageOptions.Of(stage.GetType()).Select(o => StageOptions.CamelCase(o.Name)), json.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Theory, MemberData(nameof(Stages))]
    public void Summaries_merge_in_any_grouping_to_the_same_bytes(string name)
    {
        for (var type = StageCatalog.Get(name).GetType().BaseType; type is not null; type = type.BaseType)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(CorpusStage<,>))
                typeof(StageLaws).GetMethod(nameof(CheckMerge), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                    .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [StageCatalog.Get(name)]);
    }

    private static void CheckMerge<TSummary, TPlan>(CorpusStage<TSummary, TPlan> stage)
        where TSummary : IPersisted<TSummary>
        where TPlan : IPersisted<TPlan>
    {
        var run = new RunContext { AsOf = Data.NewestDate };
        TSummary Part(int from, int to) => stage.Summarize([.. Data.Examples.Skip(from).Take(to - from)], run);
        var (a, b, c, none) = (Part(0, 11), Part(11, 90), Part(90, Data.Count), stage.Summarize([], run));
        var flat = Persisted.ToBytes(stage.Merge([a, b, c]));
        Assert.Equal(flat, Persisted.ToBytes(stage.Merge([stage.Merge([a, b]), c])));
        Assert.Equal(flat, Persisted.ToBytes(stage.Merge([c, a, b])));
        Assert.Equal(flat, Persisted.ToBytes(stage.Merge([none, a, stage.Merge([c, b]), none])));
        Assert.Equal(flat, Persisted.ToBytes(Persisted.FromBytes<TSummary>(flat)!));
        var plan = Persisted.ToBytes(stage.Plan(stage.Merge([a, b, c]), run));
        Assert.Equal(plan, Persisted.ToBytes(Persisted.FromBytes<TPlan>(plan)!));
    }

    private static IEnumerable<CultureInfo> Cultures()
    {
        foreach (var name in new[] { "de-DE", "tr-TR", "ar-SA" })
        {
            CultureInfo? culture = null;
            try
            {
                culture = CultureInfo.GetCultureInfo(name);
            }
            catch (CultureNotFoundException)
            {
                // Under invariant globalization there are no other cultures, so nothing can depend on them.
            }

            if (culture is not null) yield return culture;
        }
    }

    private static T Under<T>(CultureInfo culture, Func<T> work)
    {
        var (before, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var (defaultBefore, defaultUi) = (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
            return work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, ui);
            (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (defaultBefore, defaultUi);
        }
    }

    private static T InTimeZone<T>(string zone, Func<T> work)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            return work();
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    private sealed class Collector : IProgress<RunProgress>
    {
        public List<RunProgress> Reports { get; } = [];

        public void Report(RunProgress value) => Reports.Add(value);
    }
}
