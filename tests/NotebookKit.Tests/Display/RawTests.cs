using NotebookKit.Anonymizing;
using NotebookKit.Display;
using NotebookKit.Tests.Writing;

namespace NotebookKit.Tests.Display;

/// <summary>Text that no stage has anonymized has one door.</summary>
public class RawTests
{
    private const string Mail = "jo.marsh@example.com";

    private static readonly Dataset Recorded = Build.Dataset(Build.Example("r-1", $"Write to {Mail}, please.", "I did.") with { Author = "Jo Marsh" }, Build.Example("r-2", "Where is it?", "On its way."));

    private static readonly Removal Removed = Assert.Single(Recorded.Keep("Rule", "odd", e => e.Id != "r-1").Removed);

    private static readonly RejectedRow[] Rejected = [new("a.jsonl", 1, null, "bad-json", $"{{{Mail}")];

    private static IEnumerable<IView> Plain =>
    [
        Recorded, Recorded.ToTable(), Recorded.ToTable(columns: ["input", "author"]), Recorded.Head(), Recorded.Sample(2), Recorded.Examples.ToTable(), Recorded.Examples[0].ToChat(), Removed.ToChat(), new[] { Removed }.ToTable(),
        Removed.ToPair(Recorded), RemovedPair.Of(Removed, Recorded.Examples[0]), Rejected.ToTable(columns: ["raw"]), Rejected.Head(),
    ];

    private static IEnumerable<RawView> Raw => [Recorded.ShowRaw(), Recorded.Examples.ShowRaw(columns: ["input"]), Recorded.Head().ShowRaw(), Recorded.Examples[0].ShowRaw(), Removed.ShowRaw(), new[] { Removed }.ShowRaw(), Rejected.ShowRaw()];

    [Fact]
    public void Before_anonymizing_every_view_masks_without_being_asked()
    {
        foreach (var rendering in Plain.SelectMany(v => v.ToMimeBundle()))
        {
            Assert.DoesNotContain(Mail, rendering.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("Jo Marsh", rendering.Value, StringComparison.Ordinal);
            Assert.NotEqual(RawView.Mark, rendering.Key);
        }

        Assert.Contains("[EMAIL]", Recorded.ToTable().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void ShowRaw_shows_what_was_recorded_says_so_and_is_marked()
    {
        foreach (var view in Raw)
        {
            Assert.True(view.IsRaw);
            Assert.Contains(Mail, view.ToText(), StringComparison.Ordinal);
            Assert.StartsWith("As recorded: personal data is not masked here.\n", view.ToText(), StringComparison.Ordinal);
            Assert.Contains(Mail, view.ToHtml(), StringComparison.Ordinal);
            Assert.Equal([RawView.Mark, "text/html", "text/plain"], ((IView)view).ToMimeBundle().Keys);
        }
    }

    [Fact]
    public void After_anonymizing_rows_are_shown_as_they_are_by_either_door()
    {
        // A product's name that the run was told to leave alone is not masked in a table either.
        var safe = Build.Dataset(Build.Example("r-1", $"This is Jo Marsh about Ada ({Mail}).", "I did.")).Apply(new Anonymizer { Terms = ["Jo Marsh"] }).Kept;
        Assert.Contains("Jo Marsh", safe.ToTable().ToText(), StringComparison.Ordinal);
        Assert.Contains("Jo Marsh", safe.Keep("Rule", "odd", _ => false).Removed.ToTable().ToText(), StringComparison.Ordinal);
        Assert.False(safe.ShowRaw().IsRaw);
        Assert.Equal(safe.ToTable().ToText(), safe.ShowRaw().ToText());
        Assert.DoesNotContain(RawView.Mark, safe.ShowRaw().ToMimeBundle().Keys);
    }

    [Fact]
    public void A_row_without_finds_is_anonymized_and_still_unchanged()
    {
        var result = Build.Dataset(Build.Example("r-2", "Where is it?", "On its way.")).Apply(new Anonymizer());
        Assert.Equal(0, result.Report.Changed);
        Assert.False(result.Kept.ShowRaw().IsRaw);
    }

    [Fact]
    public void What_a_stage_withheld_has_no_door()
    {
        var withheld = SmallRun.Run().History.Stages[1].Removed;
        Assert.DoesNotContain("secret", withheld.ShowRaw().ToText() + withheld[0].ShowRaw().ToText(), StringComparison.Ordinal);
        Assert.False(withheld.ShowRaw().IsRaw);
    }
}
