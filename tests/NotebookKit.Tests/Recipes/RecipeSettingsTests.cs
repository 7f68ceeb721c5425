using NotebookKit.Recipes;

namespace NotebookKit.Tests.Recipes;

public class RecipeSettingsTests
{
    private static readonly Recipe Recipe = new("test", [new("fake", new FakeStage()), new("cleaning", new FakeComposite())]);

    private static FakeStage After(string key, string value) => (FakeStage)Recipe.Set(key, value)["fake"];

    [Fact]
    public void Every_option_that_text_can_give_is_listed_and_no_other()
    {
        var keys = Recipe.Settings().Select(s => s.Key).ToList();
        Assert.Contains("fake.threshold", keys);
        Assert.Contains("fake.minOutput", keys);
        Assert.Contains("fake.weights.edited", keys);
        Assert.DoesNotContain("fake.reference", keys);
        Assert.DoesNotContain("fake.rule", keys);
        Assert.DoesNotContain("fake.weights", keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void A_child_rule_is_addressed_by_its_own_key_or_by_the_whole_path()
    {
        foreach (var key in new[] { "length.minOutput", "cleaning.length.minOutput", "length.min-output" })
        {
            var composite = (FakeComposite)Recipe.Set(key, "7")["cleaning"];
            Assert.Equal(7, ((FakeRule)composite.Rules[0].Stage).MinOutput);
            Assert.Equal(20, ((FakeRule)composite.Rules[1].Stage).MinOutput);
        }

        Assert.Equal(3, ((FakeComposite)Recipe.Set("extra.minOutput", "3")["cleaning"]).Extra.MinOutput);
    }

    [Fact]
    public void A_child_rule_named_like_a_step_is_addressed_by_the_whole_path()
    {
        Assert.Contains(Recipe.Settings(), s => s.Key == "cleaning.fake.minOutput");
        Assert.Equal(5, ((FakeRule)((FakeComposite)Recipe.Set("cleaning.fake.minOutput", "5")["cleaning"]).Rules[1].Stage).MinOutput);
        Assert.Equal(6, After("fake.minOutput", "6").MinOutput);
    }

    [Fact]
    public void The_description_is_the_documentation_in_plain_words()
    {
        var threshold = Recipe.Settings().Single(s => s.Key == "fake.threshold");
        Assert.Equal("How alike two rows are, a ratio; see S4 and off. Default 0.8.", threshold.Description);
        Assert.Equal("number", threshold.Type);
        Assert.Equal("0.8", threshold.Value);
        var least = Recipe.Settings().Single(s => s.Key == "fake.minOutput");
        Assert.Equal("Least null length.", least.Description);
        Assert.Equal("whole number, or off", least.Type);
    }

    [Fact]
    public void The_recipe_that_was_set_stays_as_it_was()
    {
        var next = Recipe.Set("fake.threshold", "0.85");
        Assert.Equal(0.85, ((FakeStage)next["fake"]).Threshold);
        Assert.Equal(0.8, ((FakeStage)Recipe["fake"]).Threshold);
    }

    [Fact]
    public void Values_of_every_kind_are_read()
    {
        Assert.Null(After("fake.minOutput", "off").MinOutput);
        Assert.Equal(5_000_000_000, After("fake.large", "5000000000").Large);
        Assert.True(After("fake.strict", "true").Strict);
        Assert.Equal("b c", After("fake.label", "b c").Label);
        Assert.Equal("", After("fake.label", "''").Label);
        Assert.Null(((FakeStage)Recipe.Set("fake.language", "de").Set("fake.language", "off")["fake"]).Language);
        Assert.Equal(FakeKey.LastUserTurn, After("fake.duplicateKey", "last-user-turn").DuplicateKey);
        Assert.Equal(FakeKey.LastUserTurn, After("fake.duplicate-key", "LastUserTurn").DuplicateKey);
        Assert.Same(FakePolicy.S4, After("fake.policy", "s4").Policy);
        Assert.Equal(0.3, After("fake.share", "30%").Share.Value);
        Assert.Equal(["one", "two words"], After("fake.words", "one, two words").Words);
        Assert.Empty(After("fake.sizes", "none").Sizes);
        Assert.Equal([3, 4], After("fake.sizes", "3,4").Sizes);
        Assert.Equal([FakeKey.Whole, FakeKey.LastUserTurn], After("fake.keys", "whole,last-user-turn").Keys);
        Assert.Equal(0.25, After("fake.target", "a=0.75,b=0.25").Target["b"]);
        Assert.Equal(9, After("fake.limits", "last-user-turn=9").Limits[FakeKey.LastUserTurn]);
        Assert.Equal(TimeSpan.FromHours(36), After("fake.window", "1.12:00:00").Window);
        Assert.Equal(new DateTimeOffset(2026, 3, 31, 0, 0, 0, TimeSpan.Zero), After("fake.since", "2026-03-31").Since);
        Assert.Equal(2.5, After("fake.weights.edited", "2.5").Weights.Edited);
    }

    [Theory]
    [InlineData("fake.threshold", "1.5", "fake.threshold must be from 0 to 1, but was 1.5.")]
    [InlineData("fake.threshold", "NaN", "fake.threshold takes number, but was given 'NaN'.")]
    [InlineData("fake.threshold", "0,85", "fake.threshold takes number, but was given '0,85'.")]
    [InlineData("fake.minOutput", "2.5", "fake.minOutput takes whole number, or off, but was given '2.5'.")]
    [InlineData("fake.threshold", "off", "fake.threshold takes number, but was given 'off'.")]
    [InlineData("fake.duplicateKey", "2", "fake.duplicateKey takes whole | last-user-turn, but was given '2'.")]
    [InlineData("fake.policy", "S9", "fake.policy takes S0 | S4, but was given 'S9'.")]
    [InlineData("fake.target", "a", "fake.target takes map a=…,b=…, but was given 'a'.")]
    [InlineData("fake.share", "x", "fake.share takes text, but was given 'x'.")]
    [InlineData("fake.treshold", "1", "There is no setting 'fake.treshold'; did you mean fake.threshold")]
    [InlineData("treshold", "1", "There is no setting 'treshold'; did you mean fake.threshold")]
    [InlineData("qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq", "1", "There is no setting 'qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq'; settings begin with")]
    public void A_wrong_key_or_value_is_refused_in_one_line_that_says_what_is_possible(string key, string value, string message)
    {
        var error = Assert.Throws<SettingException>(() => Recipe.Set(key, value));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain("Parameter", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shown_value_reads_back_to_the_same_value()
    {
        foreach (var setting in Recipe.Settings().Where(s => s.Key is not "fake.share"))
        {
            var again = Recipe.Set(setting.Key, setting.Value).Settings().Single(s => s.Key == setting.Key);
            Assert.Equal(setting, again);
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void No_culture_changes_what_is_read_or_shown(string culture) => Cultures.Under(culture, () =>
    {
        Assert.Equal(0.85, After("FAKE.THRESHOLD", "0.85").Threshold);
        Assert.Equal(-3, After("fake.large", "-3").Large);
        Assert.Equal("0.8", Recipe.Settings().Single(s => s.Key == "fake.threshold").Value);
    });
}
