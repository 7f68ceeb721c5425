using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class OwnListTests
{
    [Fact]
    public void A_list_of_words_is_a_recognizer_in_one_line()
    {
        var anonymizer = new Anonymizer { Recognizers = [new WordList("PROJECT_CODE", ["Bluefin", "Kestrel 7", "Kestrel"])] };
        Assert.Equal("The [PROJECT_CODE] beats [PROJECT_CODE] and [PROJECT_CODE], not bluefins.", anonymizer.MaskText("The BLUEFIN beats Kestrel 7 and kestrel, not bluefins."));
        Assert.Equal("The bluefin beats [P]s", new Anonymizer { Recognizers = [new WordList("P", ["Bluefin"], ignoreCase: false, wholeWords: false)] }.MaskText("The bluefin beats Bluefins"));
    }

    [Fact]
    public void Ten_thousand_words_are_found_in_one_look()
    {
        var words = Enumerable.Range(0, 10_000).Select(i => $"PX-{i:00000}");
        var masked = new Anonymizer { Recognizers = [new WordList("PART", words)] }.MaskText(string.Concat(Enumerable.Repeat("take PX-00042 or PX-99999 ", 20_000)));
        Assert.StartsWith("take [PART] or PX-99999 take [PART]", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("00042", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_is_a_recognizer_in_one_line()
    {
        var anonymizer = new Anonymizer { Recognizers = [new Pattern("TICKET", @"\bTKT-\d{4}\b")] };
        Assert.Equal("see [TICKET] not TKT-12345", anonymizer.MaskText("see TKT-1234 not TKT-12345"));
        Assert.Equal("id=[BADGE];", new Anonymizer { Recognizers = [new Pattern("BADGE", @"id=(?<value>[a-z]{3}\d)")] }.MaskText("id=abc7;"));
    }

    [Fact]
    public void A_pattern_may_be_checked_and_may_need_a_word_near()
    {
        var even = new Pattern("EVEN", @"\bE\d\d\b") { Check = v => (v[^1] - '0') % 2 == 0, Words = ["code"] };
        var anonymizer = new Anonymizer { Recognizers = [even] };
        Assert.Equal("the code [EVEN] not E13", anonymizer.MaskText("the code E12 not E13"));
        Assert.Equal("just E12", anonymizer.MaskText("just E12"));
        Assert.Equal("just [EVEN]", (anonymizer with { MinScore = 0.4 }).MaskText("just E12"));
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("a.*b|a")]
    [Trait("Size", "Large")]
    public void No_text_makes_a_pattern_slow(string pattern)
    {
        // Not timed: backtracking would not end within the time a test run is given.
        var spans = new List<Span>();
        new Pattern("X", pattern).Find(new string('a', 1_000_000) + "!", new(), spans);
        Assert.NotNull(spans);
    }

    [Fact]
    public void A_match_that_crosses_a_piece_of_a_long_text_is_found_whole()
    {
        var unit = "word word word ";
        var text = string.Concat(Enumerable.Repeat(unit, 20_000 / unit.Length).Select((u, i) => i % 3 == 0 ? $"{u}TKT-{i:000000} " : u));
        var spans = new List<Span>();
        new Pattern("TICKET", @"\bTKT-\d{6}\b").Find(text, new(), spans);
        Assert.Equal(text.Split("TKT-").Length - 1, spans.Count);
        Assert.All(spans, s => Assert.Equal(10, s.Length));
        Assert.Equal(spans.Count, spans.Distinct().Count());
    }

    [Theory]
    [InlineData("project", "'project' cannot be a type")]
    [InlineData("", "'' cannot be a type")]
    public void A_type_has_a_name_that_fits_a_placeholder(string type, string message)
    {
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => new WordList(type, ["a"])).Message, StringComparison.Ordinal);
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => new Pattern(type, "a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_words_and_patterns_are_refused_in_one_line()
    {
        Assert.StartsWith("Word 2 of the list has 257 characters; at most 256 are possible.", Assert.Throws<ArgumentException>(() => new WordList("X", ["a", new string('a', 257)])).Message, StringComparison.Ordinal);
        foreach (var pattern in (string[])["(", @"(?=a)b", @"(a)\1"])
            Assert.StartsWith("The pattern of X cannot be used: ", Assert.Throws<ArgumentException>(() => new Pattern("X", pattern)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pattern("X", "a") { Score = 1.5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WordList("X", ["a"], score: -1));
    }

    [Fact]
    public void Lists_and_patterns_are_described_without_their_words()
    {
        var options = new Anonymizer { Recognizers = [new WordList("PROJECT_CODE", ["Bluefin"]), new Pattern("TICKET", "T[0-9]")], Deny = ["Bluefin"] }.Describe().Options;
        Assert.DoesNotContain("Bluefin", options, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("PROJECT_CODE:WordList (1 words, hash ", options, StringComparison.Ordinal);
        Assert.Contains("TICKET:Pattern (T[0-9], score 0.85)", options, StringComparison.Ordinal);
        Assert.Contains("\"deny\":\"1 entries, SHA-256 ", options, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_denied_is_masked_and_what_is_allowed_stays()
    {
        var anonymizer = new Anonymizer { Deny = ["Bluefin", "PROJECT_CODE\tKestrel 7"] };
        Assert.Equal("[CUSTOM] and [PROJECT_CODE], not kestrels", anonymizer.MaskText("bluefin and kestrel 7, not kestrels"));
        Assert.Equal("[CUSTOM] but the Bluefin Street stays", (anonymizer with { Terms = ["Bluefin Street"] }).MaskText("Bluefin but the Bluefin Street stays"));
        Assert.Equal("[CUSTOM]", (anonymizer with { Terms = ["Bluefin"] }).MaskText("Bluefin"));
        Assert.Equal("[CUSTOM]", (anonymizer with { Types = [EntityTypes.Email], MinScore = 1 }).MaskText("Bluefin"));
    }

    [Theory]
    [InlineData("project\tBluefin", "Deny, entry 2: what stands before the tab must be a type: capital letters, digits and underscores, such as PROJECT_CODE.")]
    [InlineData("A\tB\tC", "Deny, entry 2: expected a value, or a type, one tab and a value, but there are two tabs.")]
    [InlineData("x", "Deny, entry 2: the value must have two characters or more: one alone would mask half the text.")]
    public void A_denied_value_that_cannot_be_used_is_refused(string line, string message)
    {
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => new Anonymizer { Deny = ["fine", line] }).Message, StringComparison.Ordinal);
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => new ResidualCheck { Deny = ["fine", line] }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_pass_knows_both_lists()
    {
        var check = new ResidualCheck { Deny = ["Bluefin"], Terms = ["jo@gmail", "Bluefin Street"] };
        Assert.Equal([("CUSTOM", 4)], check.Find("the Bluefin and jo@gmail in Bluefin Street").Select(s => (s.Type, s.Start)));
        var result = Build.Dataset(Build.Example("1", "the Bluefin", "ok")).Apply(check);
        Assert.Equal(ResidualCheck.PiiRemained, Assert.Single(result.Removed).Reason);
    }
}
