using System.Globalization;
using NotebookKit.Scoring;

namespace NotebookKit.Tests.Scoring;

public class SignalScorerTests
{
    private static Example Row(Events events = Events.None, double? rating = null, AnsweredBy by = AnsweredBy.Unknown) =>
        Build.Example("row-1", "Where is my parcel?", "On its way.") with { Signals = new() { Events = events, Rating = rating, AnsweredBy = by } };

    private static Example Scored(Example example, SignalScorer? scorer = null) => Build.Dataset(example).Apply(scorer ?? new()).Kept.Examples[0];

    private static double Quality(Example example, SignalScorer? scorer = null) => Scored(example, scorer).Scores[ScoreNames.Quality]!.Value;

    [Fact]
    public void A_short_row_without_signals_is_neutral() => Assert.Equal(0.5, Quality(Row()));

    [Fact]
    public void Signals_stand_in_the_order_of_the_table()
    {
        double[] falling =
        [
            Quality(Row(Events.Edited)), Quality(Row(Events.Edited | Events.Accepted)), Quality(Row(Events.Accepted)), Quality(Row(Events.Copied)), Quality(Row()),
            Quality(Row(Events.AskedAgain)), Quality(Row(Events.Abandoned)), Quality(Row(Events.Rejected)),
        ];
        Assert.Equal(falling.OrderDescending(), falling);
        Assert.Equal(falling[0], falling[1]);
        Assert.Equal(7, falling.Distinct().Count());
    }

    [Theory]
    [InlineData(Events.Accepted, 0.880797)]
    [InlineData(Events.Edited, 0.952574)]
    [InlineData(Events.Rejected, 0.017986)]
    [InlineData(Events.ThumbsDown, 0.119203)]
    [InlineData(Events.Accepted | Events.Resolved, 0.952574)]
    public void Quality_is_the_logistic_of_the_points(Events events, double expected) => Assert.Equal(expected, Quality(Row(events)));

    [Fact]
    public void Ratings_count_around_three_and_never_beyond_the_scale()
    {
        Assert.Equal(0.5, Quality(Row(rating: 3)));
        Assert.Equal(0.880797, Quality(Row(rating: 5)));
        Assert.Equal(0.119203, Quality(Row(rating: 1)));
        Assert.Equal(0.880797, Quality(Row(rating: 1e300)));
        Assert.Equal(0.5, Quality(Row(rating: double.NaN)));
    }

    [Fact]
    public void A_rejected_row_stays_low_however_long_and_common_it_is()
    {
        var words = string.Join(' ', Enumerable.Range(0, 500));
        var row = Row(Events.Rejected) with { Messages = [new(Role.User, words), new(Role.Assistant, words)], Occurrences = 1_000 };
        Assert.True(Quality(row) < new ScoreFilter().Min);
    }

    [Fact]
    public void A_common_pattern_counts_by_the_logarithm_of_its_occurrences()
    {
        var values = new[] { 1, 2, 8, 32, 1_000 }.Select(n => Quality(Row() with { Occurrences = n })).ToArray();
        Assert.Equal([0.5, 0.549834, 0.645656, 0.731059, 0.731059], values);
    }

    [Theory]
    [InlineData(TaskKind.Chat, 0.731059)]
    [InlineData(TaskKind.Generation, 0.731059)]
    [InlineData(TaskKind.Classification, 0.5)]
    [InlineData(TaskKind.Extraction, 0.5)]
    [InlineData(TaskKind.Summarization, 0.5)]
    public void Length_counts_only_where_a_long_answer_is_better(TaskKind task, double expected)
    {
        var words = string.Join(' ', Enumerable.Range(0, 200));
        Assert.Equal(expected, Quality(Build.Example("long-1", words, "yes") with { Task = task }));
    }

    [Fact]
    public void Weights_can_be_changed() =>
        Assert.Equal(0.5, Quality(Row(Events.Accepted), new() { Weights = new() { Accepted = 0 } }));

    [Fact]
    public void Weights_refuse_numbers_beyond_their_range()
    {
        Assert.Contains("Edited must be from -10 to 10, but was 11.", Assert.Throws<ArgumentOutOfRangeException>(() => new SignalWeights { Edited = 11 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SignalWeights { Thumbs = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SignalWeights { Common = double.NaN });
        Assert.Throws<ArgumentNullException>(() => new SignalScorer { Weights = null! });
    }

    [Fact]
    public void Weights_are_named_in_the_description() =>
        Assert.Contains("\"edited\":3", new SignalScorer().Describe().Options, StringComparison.Ordinal);

    [Fact]
    public void An_accepted_unedited_answer_of_a_model_gets_its_generator()
    {
        var accepted = Scored(Row(Events.Accepted, by: AnsweredBy.Model));
        Assert.Equal(("unknown-model", 1), (accepted.Generator, accepted.Generation));

        var logged = Scored(Row(Events.Accepted, by: AnsweredBy.Model) with { Generator = "gpt-4o", Generation = 2 });
        Assert.Equal(("gpt-4o", 2), (logged.Generator, logged.Generation));

        var inProduct = Scored(Row(Events.Accepted) with { Origin = Origin.ProductionLog });
        Assert.Equal(("unknown-model", 1), (inProduct.Generator, inProduct.Generation));

        var edited = Scored(Row(Events.Accepted | Events.Edited, by: AnsweredBy.Model));
        Assert.Equal((null, 0), (edited.Generator, edited.Generation));

        var human = Scored(Row(Events.Accepted, by: AnsweredBy.Human));
        Assert.Equal((null, 0), (human.Generator, human.Generation));
    }

    [Fact]
    public void Texts_are_measured()
    {
        var scores = Scored(Build.Chat("row-1", (Role.System, "Be kind."), (Role.User, "one two"), (Role.Assistant, "a"), (Role.User, "three"), (Role.Assistant, "yes yes no!"))).Scores;
        Assert.Equal(11, scores[ScoreNames.OutputChars]);
        Assert.Equal(3, scores[ScoreNames.OutputWords]);
        Assert.Equal(15, scores[ScoreNames.InputChars]);
        Assert.Equal(4, scores[ScoreNames.InputWords]);
        Assert.Equal(4, scores[ScoreNames.Turns]);
        Assert.Equal(0.666667, scores[ScoreNames.OutputDistinct]);
        Assert.Equal(0.727273, scores[ScoreNames.OutputAlnum]);
        Assert.Equal(0.090909, scores[ScoreNames.OutputPunctuation]);
    }

    [Fact]
    public void Ratios_of_an_empty_output_are_absent()
    {
        var scores = Scored(Build.Chat("row-1", (Role.User, "hi"), (Role.Assistant, null))).Scores;
        Assert.Null(scores[ScoreNames.OutputDistinct]);
        Assert.Null(scores[ScoreNames.OutputAlnum]);
        Assert.Equal(0, scores[ScoreNames.OutputWords]);
    }

    [Fact]
    public void The_report_tells_who_wrote_the_targets()
    {
        var data = Build.Dataset(
            Row(by: AnsweredBy.Human) with { Id = "a" }, Row(Events.Edited, by: AnsweredBy.Model) with { Id = "b" },
            Row(by: AnsweredBy.Model) with { Id = "c" }, Row() with { Id = "d" });
        var finding = Assert.Single(data.Apply(new SignalScorer()).Report.Findings);
        Assert.Equal((Severity.Note, "targets-by-author"), (finding.Severity, finding.Code));
        Assert.Equal("Targets: 25% written or chosen by a person, 25% edited by a person, 25% by a model, 25% unknown.", finding.Text);
    }

    [Fact]
    public void Mostly_model_written_targets_are_a_warning()
    {
        var data = Dataset.Of(Enumerable.Range(0, 3).Select(i => Row(by: i == 0 ? AnsweredBy.Human : AnsweredBy.Model) with { Id = i.ToString(CultureInfo.InvariantCulture) }));
        Assert.Equal(Severity.Warning, data.Apply(new SignalScorer()).Report.Findings[0].Severity);
    }
}
