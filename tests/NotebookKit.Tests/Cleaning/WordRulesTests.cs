using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

public class OffTopicTests
{
    [Fact]
    public void Nothing_is_off_topic_without_a_list() => Assert.Null(Reason(new OffTopic(), "The weather is nice today."));

    [Fact]
    public void A_phrase_of_the_list_removes_the_example_wherever_it_stands()
    {
        var rule = new OffTopic { Phrases = ["weather", "football game(s|)"] };
        Assert.Equal("off-topic", Reason(rule, "The WEATHER is nice today."));
        Assert.Equal("off-topic", Reason(rule, Good, "Did you see the football games?"));
        Assert.Null(Reason(rule, "Weathered wood is grey."));
        var removal = Removal(rule with { MaxFinds = 1 }, Build.Example("a", "How is the weather?", "The weather is nice."));
        Assert.Equal((2d, 1d), (removal.Measured, removal.Limit));
        Assert.Null(Reason(rule with { MaxFinds = 2 }, "The weather is nice.", "How is the weather?"));
        Assert.Throws<ArgumentOutOfRangeException>(() => rule with { MaxFinds = -1 });
    }
}

public class FlaggedWordsTests
{
    [Fact]
    public void Flagged_words_in_answers_are_listed_by_default_and_removed_by_policy()
    {
        var flag = Assert.Single(Kept(new FlaggedWords(), Build.Example("a", Question, "That is bullshit, you ASSHOLE.")).Flags);
        Assert.Equal((FlaggedWords.Reason, 2d, 0d), (flag.Reason, flag.Measured, flag.Limit));
        Assert.Equal("flagged-words", Reason(new FlaggedWords { Policy = CleaningPolicy.Remove }, "That is bullshit."));
        Assert.Null(Reason(new FlaggedWords { Policy = CleaningPolicy.Remove, MaxFinds = 1 }, "That is bullshit."));
    }

    [Theory]
    [InlineData("Open the assessment of the class in Scunthorpe."), InlineData("Der Zug fährt mit Verspätung."), InlineData("Le train est en retard."), InlineData("There is a chink in the armour.")]
    public void Innocent_words_are_not_flagged(string answer) => Assert.Empty(Kept(new FlaggedWords(), Build.Example("a", Question, answer)).Flags);

    [Fact]
    public void A_user_may_swear_and_the_list_can_be_longer()
    {
        Assert.Empty(Kept(new FlaggedWords(), Build.Example("a", "This shit does not work!", Good)).Flags);
        Assert.Single(Kept(new FlaggedWords { More = ["change address"] }, Build.Example("a", Question, Good)).Flags);
    }
}

public class ThreatsTests
{
    [Theory]
    [InlineData("I will kill you"), InlineData("I'm going to find you down there, I know where you live."), InlineData("I want to end my life"), InlineData("Ich bringe dich um!")]
    public void Threats_of_either_side_are_listed_or_removed(string text)
    {
        Assert.Equal(Threats.Reason, Assert.Single(Kept(new Threats(), Build.Example("a", text, Good)).Flags).Reason);
        Assert.Equal("threat", Reason(new Threats { Policy = CleaningPolicy.Remove }, text));
    }

    [Theory]
    [InlineData("You are dead right about that."), InlineData("This kills the process: kill -9 42."), InlineData("The battery will die soon."), InlineData("I will beat the deadline.")]
    public void Ordinary_talk_is_no_threat(string text) => Assert.Empty(Kept(new Threats(), Build.Example("a", Question, text)).Flags);
}

public class PhrasesTests
{
    [Fact]
    public void Alternatives_are_spelled_out_also_inside_each_other() =>
        Assert.Equal(["a b d", "a c  d", "a c x d", "a  d"], Alternatives.Of("a (b|c (|x)|) d").Order(StringComparer.Ordinal).OrderBy(p => p.Length == 4 ? 1 : 0));

    [Fact]
    public void Openers_may_stand_before_a_phrase_and_exceptions_beat_it()
    {
        var list = Phrases.Of(["~sorry", "~but", "i cannot help", "!i cannot help but", "=never", "# a remark"]);
        Assert.True(list.Open("Sorry, but I cannot help"));
        Assert.True(list.Open("never!"));
        Assert.False(list.Open("never mind"));
        Assert.False(list.Open("I cannot help but laugh"));
        Assert.False(list.Open("Really, I cannot help"));
        Assert.False(list.Open("sorry sorry sorry"));
        Assert.False(list.Open(""));
    }

    [Fact]
    public void Finds_are_counted_anywhere_without_overlap()
    {
        var list = Phrases.Of(["a b", "b c d", "=only"]);
        Assert.Equal(2, list.CountIn("x A, b. c b c d"));
        Assert.Equal(0, list.CountIn("a c b d"));
        Assert.Equal((1, 0), (list.CountIn("only"), list.CountIn("only a")));
        Assert.Equal(0, list.CountIn(null));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_shipped_list_is_read_and_has_a_reference(string reference) => Assert.Matches("^list:[a-z-]+:[0-9a-f]{16}$", reference);

    public static TheoryData<string> Lists => [PhraseLists.Refusals.Reference, PhraseLists.Errors.Reference, PhraseLists.Clarifications.Reference,
        PhraseLists.OutOfDomain.Reference, PhraseLists.FlaggedWords.Reference, PhraseLists.Threats.Reference];
}
