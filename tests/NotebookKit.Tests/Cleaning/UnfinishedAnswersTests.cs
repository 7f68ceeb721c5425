using NotebookKit.Cleaning;

namespace NotebookKit.Tests.Cleaning;

public class UnfinishedAnswersTests
{
    private static readonly UnfinishedAnswers Rule = new();

    private static readonly string[] Openings = ["Open the settings", "Go to payments", "Choose your profile", "Look at the second page", "Press the blue button"];
    private static readonly string[] Ends = ["and save the change", "and wait for the mail", "to see all invoices", "before the month is over", "and confirm the order"];

    /// <summary>Answers that end with full stops, of which one ends otherwise.</summary>
    private static Dataset Tidy(string answer, bool marks = true)
    {
        var mark = marks ? "." : "";
        var rows = Enumerable.Range(0, 150).Select(i =>
            Build.Example($"row-{i}", "How do I do it?", $"{Openings[i % 5]} {Ends[i / 5 % 5]}. {Openings[(i + 1) % 5]} {Ends[(i + 2) % 5]}{mark}"));
        return Build.Dataset([.. rows, Build.Example("last", "And this?", answer)]);
    }

    private static Removal? Found(string answer) => Tidy(answer).Apply(Rule).Removed.SingleOrDefault();

    [Theory]
    [InlineData("Go to payments and save the change. Open the settings and wait for")]
    [InlineData("Go to payments and save the change. Open the settings and wait for the ma")]
    [InlineData("Go to payments and save the change. Look at the second")]
    [InlineData("Go to payments and save the change.\nOpen the settings and confirm")]
    [InlineData("Go to payments, press the blue button and wait for the inv")]
    public void An_answer_that_breaks_off_is_removed_with_its_certainty(string answer)
    {
        var removal = Assert.IsType<Removal>(Found(answer));
        Assert.Equal(("last", UnfinishedAnswers.Reason, 0.9), (removal.Example.Id, removal.Reason, removal.Limit));
        Assert.InRange(removal.Measured!.Value, 0.9, 1);
    }

    [Theory]
    [InlineData("Go to payments and save the change. Open the settings and confirm the order")]
    [InlineData("Go to payments and save the change.\nYours,\nJane of the second page")]
    [InlineData("Go to payments and save the change. Kind regards, Jane Doe")]
    [InlineData("Go to payments:\n- open the settings\n- look at the second page\n- press the blue")]
    [InlineData("Go to payments and save the change. https://example.com/second")]
    [InlineData("Run it and wait.\nx = open()\nreturn all of x")]
    [InlineData("Open Your Payments First")]
    public void What_may_well_be_an_end_stays(string answer) => Assert.Null(Found(answer));

    [Fact]
    public void Where_writers_leave_the_full_stop_out_its_lack_says_nothing()
    {
        var result = Tidy("Go to payments and save the change. Press the blue button and open payments", marks: false).Apply(Rule);
        Assert.Empty(result.Removed);
    }

    [Fact]
    public void A_small_dataset_says_nothing() =>
        Assert.Empty(Build.Dataset(Build.Example("a", "How?", "Open it. Then go to the")).Apply(Rule).Removed);

    [Fact]
    public void The_policy_may_only_list_it()
    {
        var result = Tidy("Go to payments and save the change. Open the settings and wait for").Apply(Rule with { Policy = CleaningPolicy.List });
        Assert.Empty(result.Removed);
        Assert.Equal(UnfinishedAnswers.Reason, Assert.Single(result.Kept.Examples[^1].Flags).Reason);
    }

    [Fact]
    public void A_certainty_above_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new UnfinishedAnswers { MinCertainty = 1.1 });
}
