using NotebookKit.Comparing;
using NotebookKit.Display;

namespace NotebookKit.Tests.Comparing;

public class GapTests
{
    private static readonly string[] Things = ["router", "printer", "laptop", "monitor", "keyboard", "camera", "phone", "tablet"];
    private static readonly string[] Faults = ["does not start any more", "makes a loud noise", "lost its connection", "shows a blue light", "is too slow today"];

    private static Example Row(string id, string text, string? subject = null) =>
        new() { Id = id, Subject = subject, Messages = [new(Role.User, text), new(Role.Assistant, "We look at it.")], IsAnonymized = true };

    private static string Fault(int i) => $"My {Things[i % 8]} {Faults[i / 8 % 5]}, what can I do about the {Things[(i / 40 + i) % 8]}?";

    private static Dataset Clean(int from, int count, string prefix = "t") => Dataset.Of(Enumerable.Range(from, count).Select(i => Row($"{prefix}{i}", Fault(i))));

    private static Dataset WithTrips(int from, int count, int trips) => Dataset.Of(Clean(from, count, "l").Examples.Concat(
        Enumerable.Range(0, trips).Select(i => Row($"trip{i}", $"Book a flight to {(i % 2 == 0 ? "Lisbon" : "Oslo")} for {(i % 3) + 2} passengers with baggage, please."))));

    private static string Told(GapResult gap) => gap.ToText() + string.Join('|', gap.Plan.ToLabel) + string.Join('|', gap.Plan.Repeats) + string.Join('|', gap.Test.MostLive) + gap.ToClusterTable(500).ToText();

    [Fact]
    public void Two_samples_of_one_population_cannot_be_told_apart()
    {
        var gap = Gap.Between(Clean(0, 400), Clean(400, 400, "l"));
        Assert.False(gap.Test.CanBeToldApart);
        Assert.Empty(gap.Test.Terms);
        Assert.All(gap.Features, f => Assert.Equal(CheckState.Pass, f.State));
        Assert.Contains("cannot tell them apart", gap.Summary[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Lower_case_without_marks_is_found_by_its_features_and_named_by_the_classifier()
    {
        var live = Dataset.Of(Clean(400, 400, "l").Examples.Select(e => Row(e.Id, e.LastUserTurn.ToLowerInvariant().TrimEnd('?'))));
        var gap = Gap.Between(Clean(0, 400), live);
        Assert.Equal(1, gap.Test.Auc);
        Assert.Contains(gap.Test.Terms, t => t is { Text: "(no capital letter)", PointsToLive: true, Train: 0, Live: 400 });
        Assert.Equal(CheckState.Fail, gap.Feature("case").State);
        Assert.Equal(new GapBin("no capital letter", 0, 400), gap.Feature("case").Main);
        Assert.Equal(1, gap.Feature("case").JensenShannon);
        Assert.Equal(CheckState.Fail, gap.Feature("fragments").State);
    }

    [Fact]
    public void A_topic_that_train_lacks_is_found_named_and_labelled_first()
    {
        var gap = Gap.Between(Clean(0, 400), WithTrips(400, 300, 60));
        var thin = Assert.Single(gap.ThinClusters());
        Assert.Equal((60, 0), (thin.Live, thin.Train));
        Assert.Contains("flight", thin.Terms);
        Assert.StartsWith("trip", thin.Central, StringComparison.Ordinal);
        // Sixty rows, of which six say different things.
        Assert.Equal(6, gap.Plan.ToLabel.Count(r => r.Cluster == thin.Number));
        Assert.All(gap.Plan.ToLabel.Where(r => r.Cluster == thin.Number), r => Assert.StartsWith("trip", r.Id, StringComparison.Ordinal));
        Assert.Contains("flight", gap.ToThinTable().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_repeats_rows_until_topics_have_their_live_shares_and_never_more_often_than_allowed()
    {
        var train = Dataset.Of(WithTrips(0, 400, 20).Examples);
        var live = Dataset.Of(WithTrips(400, 100, 100).Examples.Select(e => e with { Id = "live-" + e.Id }));
        var gap = Gap.Between(train, live, new() { MaxFactor = 4 });
        Assert.All(gap.Plan.Repeats, r => Assert.InRange(r.Value, 2, 4));
        Assert.Contains(gap.Plan.Repeats, r => r is { Value: 4 } && r.Key.StartsWith("trip", StringComparison.Ordinal));
        Assert.True(gap.Plan.PsiRepeated < gap.Plan.PsiBefore);
        Assert.True(gap.Plan.PsiLabelled <= gap.Plan.PsiRepeated);
        var applied = gap.Plan.Apply(train).Kept;
        Assert.Equal(gap.Plan.LinesAfter, applied.Examples.Sum(e => (long)e.Repeat));
        Assert.Equal(gap.Plan.PsiRepeated, Gap.Between(applied, live, new() { MaxFactor = 4 }).Plan.PsiBefore, 6);
        Assert.Equal(gap.Plan.ToLabel.Select(r => r.Id), gap.Plan.RowsToLabel(live).Select(e => e.Id));
    }

    [Fact]
    public void Rows_of_validation_and_test_are_never_repeated()
    {
        var train = Dataset.Of(WithTrips(0, 400, 20).Examples.Select((e, i) => e with { Split = i % 2 == 0 ? Split.Train : Split.Test }));
        var gap = Gap.Between(train, WithTrips(400, 100, 100));
        Assert.NotEmpty(gap.Plan.Repeats);
        Assert.All(gap.Plan.Apply(train).Kept.Examples.Where(e => e.Repeat > 1), e => Assert.Equal(Split.Train, e.Split));
    }

    [Fact]
    public void No_more_rows_are_labelled_than_asked_for()
    {
        Assert.Equal(3, Gap.Between(Clean(0, 400), WithTrips(400, 300, 60), new() { MaxToLabel = 3 }).Plan.ToLabel.Count);
        Assert.Empty(Gap.Between(Clean(0, 400), WithTrips(400, 300, 60), new() { MaxToLabel = 0 }).Plan.ToLabel);
    }

    [Fact]
    public void The_result_depends_neither_on_threads_nor_on_the_order_of_rows()
    {
        var (train, live) = (Clean(0, 300), WithTrips(300, 200, 40));
        var one = Told(Gap.Between(train, live, run: new() { Threads = 1 }));
        Assert.Equal(one, Told(Gap.Between(train, live, run: new() { Threads = 8 })));
        Assert.Equal(one, Told(Gap.Between(Dataset.Of(train.Examples.Reverse()), Dataset.Of(live.Examples.Reverse()), run: new() { Threads = 2 })));
    }

    [Fact]
    public void A_term_of_one_person_is_never_shown()
    {
        var live = Dataset.Of(Enumerable.Range(0, 200).Select(i => Row($"l{i}", Fault(i) + (i % 4 == 0 ? " Greetings from Zaphodine [NAME_3f2a9c01] of order A77123" : ""), i % 4 == 0 ? "one person" : $"p{i}")));
        var gap = Gap.Between(Clean(0, 400), live);
        Assert.True(gap.Test.CanBeToldApart);
        var told = Told(gap) + gap.ToHtml() + string.Join(' ', gap.Summary);
        Assert.DoesNotContain("zaphodine", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("3f2a9c01", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("a77123", told, StringComparison.OrdinalIgnoreCase);
        // The same word of many people may be shown.
        var many = Dataset.Of(live.Examples.Select(e => e with { Subject = e.Id }));
        Assert.Contains("zaphodine", Told(Gap.Between(Clean(0, 400), many)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_set_is_refused_by_name()
    {
        var empty = Assert.Throws<ArgumentException>(() => Gap.Between(Dataset.Empty, Clean(0, 5)));
        Assert.Contains("The set 'train' is empty", empty.Message, StringComparison.Ordinal);
        var silent = Dataset.Of([new Example { Id = "a", Messages = [new(Role.Assistant, "Hello")] }]);
        Assert.Contains("does a user say anything", Assert.Throws<ArgumentException>(() => Gap.Between(Clean(0, 5), silent, new() { LiveName = "May" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_sets_are_compared_with_a_warning_and_without_a_verdict()
    {
        var gap = Gap.Between(Clean(0, 5), Clean(3, 1, "l"));
        Assert.Null(gap.Test.Auc);
        Assert.False(gap.Test.CanBeToldApart);
        Assert.Equal(2, gap.Notes.Count(n => n.Code == "few-rows"));
        Assert.All(gap.Features, f => Assert.Equal(CheckState.Pass, f.State));
        Assert.NotEmpty(gap.ToText());
    }

    [Fact]
    public void Strange_texts_are_compared_like_others()
    {
        string[] texts = ["\ud800", "👍👍", "[NAME_1]", "...", "你好吗", "<script>alert(1)</script>", new string('x', 100_000), "مرحبا كيف حالك"];
        var strange = Dataset.Of(Enumerable.Range(0, 64).Select(i => Row($"s{i}", texts[i % 8])));
        var gap = Gap.Between(Clean(0, 64), strange);
        Assert.True(gap.Test.CanBeToldApart);
        Assert.DoesNotContain("<script>", gap.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(64, gap.Clusters.Sum(c => c.Live));
    }

    [Fact]
    public void Large_sets_are_sampled_and_it_is_said()
    {
        var gap = Gap.Between(Clean(0, 400), Clean(400, 400, "l"), new() { MaxRows = 100 });
        Assert.Equal(2, gap.Notes.Count(n => n.Code == "sampled"));
        Assert.Equal(100, gap.Feature("length").Bins.Sum(b => b.Live));
        Assert.Equal(400, gap.Feature("topics").Bins.Sum(b => b.Live));
    }

    [Fact]
    public void The_jensen_shannon_divergence_is_0_for_equal_shares_and_1_for_nothing_in_common()
    {
        Assert.Equal(0, GapFeature.Divergence([1, 2, 3], [10, 20, 30]));
        Assert.Equal(1, GapFeature.Divergence([5, 0], [0, 7]));
        Assert.Equal(0, GapFeature.Divergence([0, 0], [0, 7]));
        // H(3/4, 1/4) − 1/2: by hand.
        Assert.Equal(0.311278, GapFeature.Divergence([1, 0], [1, 1]));
        Assert.Throws<ArgumentException>(() => GapFeature.Divergence([1], [1, 2]));
    }

    [Fact]
    public void Charts_show_a_feature_and_the_plan()
    {
        var gap = Gap.Between(Clean(0, 400), WithTrips(400, 300, 60));
        Assert.Contains("length", gap.ToChart().Title, StringComparison.Ordinal);
        Assert.Contains("topics", gap.ToPlanChart().Title, StringComparison.Ordinal);
        Assert.Contains("There is no feature 'colour'", Assert.Throws<ArgumentException>(() => gap.ToChart("colour")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_refuse_what_makes_no_sense()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GapOptions { MaxRows = 99 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GapOptions { Clusters = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GapOptions { ThinRows = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GapOptions { MaxFactor = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GapOptions { MaxToLabel = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GapOptions { TermRows = 2 });
        Assert.Throws<ArgumentException>(() => new GapOptions { LiveName = " " });
    }
}
