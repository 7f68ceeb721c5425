using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

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
        Assert.Equal("repeated-text", Reason(rule with { MaxLines = null, MaxSentences = null }, block + block + block));
        Assert.Null(Reason(rule with { MaxLines = null, MaxSentences = null, MaxRuns = null }, block + block + block));
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
        Assert.Throws<ArgumentOutOfRangeException>(() => new RepeatedText { MaxRuns = 1.5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RepeatedText { MinLength = 0 });
    }
}
