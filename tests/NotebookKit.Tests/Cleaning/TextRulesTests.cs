using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

public class TemplateLeftoversTests
{
    private static readonly TemplateLeftovers Rule = new();

    [Theory]
    [InlineData("Dear {{name}}, your parcel is on its way.")]
    [InlineData("Dear {{ customer.first_name }}, your parcel is on its way.")]
    [InlineData("Dear {customer_name}, your parcel is on its way.")]
    [InlineData("Dear {Name}, your parcel is on its way.")]
    [InlineData("Your parcel comes on <insert date>.")]
    [InlineData("Your parcel comes on [insert date here].")]
    [InlineData("Best regards,\n[Your Name]")]
    [InlineData("Welcome to [Company Name]!")]
    [InlineData("Dear %CUSTOMER_NAME%, your parcel is on its way.")]
    [InlineData("Lorem ipsum dolor sit amet, consectetur adipiscing elit.")]
    [InlineData("Thanks for your question.\n- TODO: ask the warehouse")]
    public void Open_places_are_removed(string answer)
    {
        var removal = Removal(Rule, Build.Example("a", Question, answer));
        Assert.Equal((TemplateLeftovers.Reason, 1d, 0d), (removal.Reason, removal.Measured, removal.Limit));
    }

    [Theory]
    [InlineData("Write to [EMAIL] or call [PHONE]; ask for [NAME] or [NAME_2], card [CARD], [IP_ADDRESS].")]
    [InlineData("```python\nprint(f\"Hello {customer_name}\")\n# TODO: more\n```")]
    [InlineData("print(f\"Hello {name}\")")]
    [InlineData("<h1>{{ title }}</h1>")]
    [InlineData("for (int i = 0; i < n; i++) { total_sum += i; }")]
    [InlineData("The address is /users/{user_id}/orders.")]
    [InlineData("{\"name\": \"{customer_name}\"}")]
    [InlineData("Open %APPDATA% or %USERPROFILE%\\Desktop in the Explorer.")]
    [InlineData("Between 50% and 60% of all.")]
    [InlineData("The set {a, b, c} has three members, [a, b] is a list, x < y > z.")]
    [InlineData("See [the manual](https://example.com) and note [1].")]
    [InlineData("My todo: buy milk.")]
    [InlineData("Press <Enter> and then <Ctrl>.")]
    public void Code_json_and_the_kits_own_placeholders_stay(string answer) => Assert.Null(Reason(Rule, answer));

    [Theory]
    [InlineData("What does {{name}} mean in the mail?", "There {{name}} stands for the customer's name.")]
    [InlineData("What is lorem ipsum?", "Lorem ipsum is a text without meaning that fills a page.")]
    public void A_place_that_the_user_speaks_of_stays(string question, string answer) => Assert.Null(Reason(Rule, answer, question));

    [Fact]
    public void The_users_own_templates_are_no_fault() => Assert.Null(Reason(Rule, Good, "Dear [Your Name], {{hello}}"));
}

public class TruncatedAnswersTests
{
    private static readonly TruncatedAnswers Rule = new();
    private static readonly string Long = string.Concat(Enumerable.Range(1, 12).Select(i => $"This is sentence number {i} of the answer. "));

    private static double? Sign(string answer, string? metadata = null) =>
        Run(Rule, Build.Example("a", Question, answer) with { Metadata = metadata }).Removed.SingleOrDefault()?.Measured;

    [Theory]
    [InlineData("{\"finish_reason\":\"length\"}"), InlineData("{\"choices\":[{\"finish_reason\":\"length\"}]}"), InlineData("{\"stop_reason\":\"max_tokens\"}")]
    [InlineData("{\"candidates\":[{\"finishReason\":\"MAX_TOKENS\"}]}")]
    public void The_model_told_that_it_was_cut_off(string metadata) => Assert.Equal(1, Sign(Good, metadata));

    [Theory]
    [InlineData("{\"finish_reason\":\"stop\"}"), InlineData("{\"note\":\"finish_reason length\"}"), InlineData("finish_reason"), InlineData("{\"finish_reason\":null}"), InlineData(null)]
    public void Other_metadata_says_nothing(string? metadata) => Assert.Null(Sign(Good, metadata));

    [Theory]
    [InlineData("{\"name\": \"Nadia\", \"items\": [1, 2"), InlineData("[{\"a\": 1}, {\"a\""), InlineData("```json\n{\"name\": \"Na")]
    public void Json_without_its_end_is_cut(string answer) => Assert.Equal(2, Sign(answer));

    [Fact]
    public void A_fence_that_is_not_closed_is_cut()
    {
        Assert.Equal(3, Sign("Do this:\n```csharp\nvar x = 1;\n"));
        Assert.Null(Sign("Do this:\n```csharp\nvar x = 1;\n```\nDone."));
        Assert.Null(Sign("Do this:\n````md\n```\nx\n```\n````"));
        Assert.Null(Sign("Use ```x``` here."));
        Assert.Null(Sign("Do this:\n```\nvar x = 1;```"));
    }

    [Theory]
    [InlineData("and after that it is important that you open the"), InlineData("and then you should look at the first of the lists,")]
    [InlineData("because everything that follows is about the infor-"), InlineData("dann sollten wir uns um die Lieferung kümmern und")]
    public void A_long_answer_that_ends_in_the_middle_is_cut(string end)
    {
        Assert.Equal(4, Sign(Long + end));
        Assert.Null(Sign(end));
    }

    [Theory]
    [InlineData("\nBest regards,"), InlineData("\nList: apples, pears, the"), InlineData("It depends on what you are looking for"), InlineData("\nfor (int i = 0; i < 10; i++) call(the, second, of, the,")]
    [InlineData("and this is the end of it all, in one good and long sentence"), InlineData("so the best source of these is certainly vitamin AND")]
    public void A_missing_full_stop_alone_is_no_sign(string end) => Assert.Null(Sign(Long + end));

    [Theory]
    [InlineData("{\"a\": 1}"), InlineData("[1] Smith, a book."), InlineData("[EMAIL] is right."), InlineData("{ x | x > 0 }"), InlineData("{"), InlineData("[")]
    public void Whole_json_and_other_brackets_stay(string answer) => Assert.Null(Sign(answer));
}

public class RepeatedTextTests
{
    private static readonly RepeatedText Rule = new();

    [Fact]
    public void A_loop_is_removed_with_the_ratio_that_was_measured()
    {
        foreach (var (again, limit) in new[] { ("0000", 0.6), ("I will look into it and ", 0.8), ("I will look into it. ", 0.8) })
        {
            var removal = Removal(Rule, Build.Example("a", Question, string.Concat(Enumerable.Repeat(again, 100))));
            Assert.Equal((RepeatedText.Reason, limit), (removal.Reason, removal.Limit));
            Assert.InRange(removal.Measured!.Value, 0.95, 1);
        }
    }

    [Fact]
    public void The_ratio_is_that_of_data_juicer()
    {
        // "abcdefghij" twice in a row: 11 n-grams, one of them twice, 10 distinct; of the root of 10, one occurs more than once: 2 of 11.
        Assert.Equal(Math.Round(2 / 11d, 6), Repetition.OfGrams("abcdefghijabcdefghij", 10).Frequent);
        Assert.Equal((1, 0.996564), Repetition.OfGrams(new string('a', 300), 10));
        Assert.Equal((0, 0), Repetition.OfGrams("abcdefghijklmnopqrstuvwxyz", 10));
        Assert.Equal((0, 0), Repetition.OfGrams("short", 10));
        Assert.Equal((0, 0), Repetition.OfGrams("", 10));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void The_ratio_equals_a_plain_count(int seed)
    {
        var text = string.Concat(Enumerable.Range(0, 900).Select(i => (char)('a' + (int)(NotebookKit.Text.StableHash.Combine((ulong)seed, (ulong)(i % 211)) % (ulong)(seed + 1)))));
        var counts = Enumerable.Range(0, text.Length - 9).GroupBy(i => text.Substring(i, 10)).Select(g => g.Count()).OrderDescending().ToList();
        var most = Math.Min((int)Math.Sqrt(counts.Count), counts.Count(c => c > 1));
        Assert.Equal(Math.Round((double)counts.Take(most).Sum() / counts.Sum(), 6), Repetition.OfGrams(text, 10).Frequent);
        Assert.Equal(Math.Round((double)(counts.Sum() - counts.Count) / counts.Sum(), 6), Repetition.OfGrams(text, 10).Again);
    }

    [Fact]
    public void Lines_and_sentences_that_come_again_are_measured_by_their_characters()
    {
        Assert.Equal(0.5, Repetition.OfLines("this is one line of text\nthis is one line of text"));
        Assert.Equal(0.666667, Repetition.OfSentences("This is one sentence. This is one sentence! This is one sentence?"));
        Assert.Equal(0, Repetition.OfLines("}\n}\n}\n}"));
        Assert.Equal(0, Repetition.OfSentences(""));
    }

    [Fact]
    public void Repeated_lines_are_removed_when_grams_do_not_tell()
    {
        var rule = Rule with { MaxCharacters = null, MaxLoops = null };
        var block = string.Concat(Enumerable.Range(0, 8).Select(i => $"Step {i}: open page number {i * 37} of the settings\n"));
        Assert.Null(Reason(rule, block));
        Assert.Equal("repeated-text", Reason(rule, block + block + block));
        Assert.Equal("repeated-text", Reason(rule with { MaxLines = null }, block + block + block));
        Assert.Null(Reason(rule with { MaxLines = null, MaxSentences = null }, block + block + block));
    }

    [Fact]
    public void Short_answers_json_and_code_fences_may_repeat()
    {
        Assert.Null(Reason(Rule, "Yes. Yes. Yes. Yes. Yes. Yes. Yes."));
        Assert.Null(Reason(Rule, "[" + string.Join(',', Enumerable.Repeat("{\"color\":\"red\"}", 40)) + "]"));
        Assert.Null(Reason(Rule, "A table:\n```\n" + string.Concat(Enumerable.Repeat("+------+------+\n", 40)) + "```\n"));
    }

    [Fact]
    public void Options_are_guarded()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RepeatedText { MaxCharacters = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RepeatedText { MaxLoops = 2 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RepeatedText { MaxLines = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RepeatedText { MaxSentences = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RepeatedText { MinLength = 0 });
    }
}
