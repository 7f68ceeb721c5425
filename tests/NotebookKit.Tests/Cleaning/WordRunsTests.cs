using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

/// <summary>Answers that run in circles, however short.</summary>
public class WordRunsTests
{
    private static readonly RepeatedText Rule = new();

    [Theory]
    [InlineData("Close the lid of the box. Close the lid of the box. Close the lid of the box.")]
    [InlineData("Wait for the bus.\nWait for the bus.\nWait for the bus.\nWait for the bus.")]
    [InlineData("The soup is hot, so let it cool and then stir it well and then stir it well and then stir it well and then stir it well and then")]
    [InlineData("yes yes yes yes yes yes yes yes yes yes")]
    [InlineData("Lamp 3 is on now. Lamp 4 is on now. Lamp 5 is on now. Lamp 6 is on now. Lamp 7 is on now.")]
    [InlineData("The shop opens at ten and closes at six on all days but Sunday.\n\nThe shop opens at ten and closes at six on all days but Sunday.")]
    [InlineData("The tea needs four minutes in hot water. The tea needs just four minutes in hot water. The tea really needs four minutes in hot water.")]
    [InlineData("Turn the key to the left and pull. Many thanks to you! Many thanks to you! Many thanks to you! Many thanks to you! Many thanks to you!")]
    public void Runs_are_removed(string answer) => Assert.Equal(RepeatedText.Reason, Reason(Rule, answer));

    [Theory]
    [InlineData("Up, down, up, down, up, down: move the arm slowly and stop when it hurts.")]
    [InlineData("Wash, wash, wash. Then dry it in the sun.")]
    [InlineData("Stage 1: boil 2 eggs. Stage 2: boil 3 eggs. Stage 3: boil 5 eggs. Stage 4: boil 8 eggs. Stage 5: boil 13 eggs.")]
    [InlineData("0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0")]
    [InlineData("The red door leads to the hall. The blue door leads to the yard. The green door leads to the roof.")]
    [InlineData("Thank you for the letter. The parcel left on Monday and arrives this week. Thank you for the letter.")]
    [InlineData("| Mon | 30 |\n| Tue | 45 |\n| Wed | 30 |\n| Thu | 45 |")]
    public void Parallel_or_rhythmic_answers_stay(string answer) => Assert.Null(Reason(Rule, answer));

    [Fact]
    public void The_share_of_words_in_runs_is_measured_and_can_be_set()
    {
        const string Loop = "Fold the paper along the line. Read it aloud. Read it aloud. Read it aloud. Read it aloud.";
        var removal = Removal(Rule, Build.Example("a", Question, Loop));
        Assert.Equal((Math.Round(12 / 18d, 6), 0.2), (removal.Measured, removal.Limit));
        Assert.Null(Reason(Rule with { MaxRuns = 0.7 }, Loop));
        Assert.Null(Reason(Rule with { MaxRuns = null }, Loop));
    }

    /// <summary>A text of a million characters is read once per length of a loop, and its sentences are not compared in pairs.</summary>
    [Theory]
    [InlineData("go ")]
    [InlineData("The door is red. ")]
    [InlineData("The door is red.\n\n")]
    [InlineData("Fold the paper along the line, press it flat and wait for the next sheet, which comes when the light turns green. ")]
    public void A_very_long_loop_is_removed_too(string unit) =>
        Assert.Equal(RepeatedText.Reason, Reason(Rule with { MaxCharacters = null, MaxLoops = null, MaxLines = null, MaxSentences = null }, string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length))));
}
