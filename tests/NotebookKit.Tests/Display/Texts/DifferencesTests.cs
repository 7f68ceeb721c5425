using NotebookKit.Display;

namespace NotebookKit.Tests.Display;

public class DifferencesTests
{
    [Theory]
    [InlineData("the red box", "the green box", "the [-red-]{+green+} box")]
    [InlineData("same", "same", "same")]
    [InlineData("", "", "")]
    [InlineData("", "new", "{+new+}")]
    [InlineData("old", "", "[-old-]")]
    [InlineData("a b c d", "a x y d", "a [-b c-]{+x y+} d")]
    [InlineData("one two three", "one three", "one [-two -]three")]
    [InlineData("I don't know.", "I do know!", "I [-don't-]{+do+} know[-.-]{+!+}")]
    [InlineData("東京に行く", "京都に行く", "[-東-]京{+都+}に行く")]
    [InlineData("a\nb", "a\n\nb", "a[-\n-]{+\n\n+}b")]
    public void Words_that_only_one_text_has_are_marked(string first, string second, string marked) => Assert.Equal(marked, first.DifferencesTo(second).ToText());

    [Fact]
    public void Html_marks_with_del_and_ins() =>
        Assert.Equal("<div class=\"nk-diff\">a <del>&lt;b&gt;</del><ins><span class=\"nk-ph\">[EMAIL]</span></ins></div>", "a <b>".DifferencesTo("a [EMAIL]").ToHtml());

    [Fact]
    public void Both_texts_can_be_put_together_again_from_the_parts()
    {
        for (var seed = 1UL; seed <= 300; seed++)
        {
            var (first, second) = (Words(seed, 40, 6), Words(seed + 1_000, 35, 6));
            AssertWhole(first, second);
        }

        AssertWhole("\uD800a \uDC00", "😀 a\r\n\t b");
    }

    [Fact]
    public void Texts_have_as_much_in_common_as_is_possible()
    {
        // Each ideograph is a word by itself, so the length in common is that of the longest common subsequence of characters.
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var (first, second) = (Ideographs(seed, 60), Ideographs(seed + 500, 50));
            var longest = new int[first.Length + 1, second.Length + 1];
            for (var i = first.Length - 1; i >= 0; i--)
                for (var j = second.Length - 1; j >= 0; j--)
                    longest[i, j] = first[i] == second[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            Assert.Equal(longest[0, 0], first.DifferencesTo(second).Parts.Where(p => p.Change == Change.Same).Sum(p => p.Text.Length));
        }
    }

    [Fact]
    public void One_changed_word_of_a_long_text_is_one_change()
    {
        var words = Words(5, 15_000, 2_000).Split(' ');
        var changed = words.ToArray();
        changed[7_000] = "CHANGED";
        var differences = string.Join(' ', words).DifferencesTo(string.Join(' ', changed));
        Assert.Equal([Change.Same, Change.Deleted, Change.Inserted, Change.Same], differences.Parts.Select(p => p.Change));
        Assert.InRange(differences.Common, 0.9998, 1);
    }

    [Fact]
    public void A_moved_paragraph_and_scattered_changes_of_a_long_text_are_found()
    {
        var words = Words(6, 16_000, 3_000).Split(' ');
        var changed = words.Select((w, i) => i % 97 == 0 ? "changed" + i : w).ToList();
        var moved = changed[2_000..2_200];
        changed.RemoveRange(2_000, 200);
        changed.InsertRange(9_000, moved);
        var differences = string.Join(' ', words).DifferencesTo(string.Join(' ', changed));
        Assert.InRange(differences.Common, 0.95, 0.99);
        AssertWhole(string.Join(' ', words), string.Join(' ', changed));
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("ab")]
    [InlineData("a b c d e ")]
    [InlineData("漢字")]
    public void The_worst_texts_of_a_hundred_kilobytes_do_not_blow_up(string unit)
    {
        // Nothing unique to hold on to, and as different as they can be: an exact comparison would take 10^10 steps and as many bytes.
        var first = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length));
        var second = string.Concat(Enumerable.Repeat(unit[^1] + "x" + unit, 100_000 / (unit.Length + 2)));
        AssertWhole(first, second);
    }

    [Fact]
    public void What_is_too_long_to_compare_is_cut_and_says_so()
    {
        var text = new string('a', Differences.MostCharacters + 10);
        Assert.EndsWith("… (+10 characters)", text.DifferencesTo("b").Parts[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_share_in_common_is_a_ratio_of_the_longer_text()
    {
        Assert.Equal(1, "".DifferencesTo("").Common);
        Assert.Equal(0, "abc".DifferencesTo("xyz").Common);
        Assert.Equal(0.5, "abc".DifferencesTo("abc,de").Common);
        Assert.True("a b".DifferencesTo("a b").IsSame);
    }

    private static void AssertWhole(string first, string second)
    {
        var parts = first.DifferencesTo(second).Parts;
        Assert.Equal(first, string.Concat(parts.Where(p => p.Change != Change.Inserted).Select(p => p.Text)));
        Assert.Equal(second, string.Concat(parts.Where(p => p.Change != Change.Deleted).Select(p => p.Text)));
        Assert.DoesNotContain(parts, p => p.Text.Length == 0);
        Assert.All(parts.Zip(parts.Skip(1)), p => Assert.True(p.First.Change != p.Second.Change && (p.First.Change != Change.Inserted || p.Second.Change == Change.Same)));
    }

    private static string Words(ulong seed, int count, int vocabulary) =>
        string.Join(' ', Enumerable.Range(0, count).Select(i => $"w{Bits(seed, i) % (ulong)vocabulary}"));

    private static string Ideographs(ulong seed, int count) => string.Concat(Enumerable.Range(0, count).Select(i => (char)('\u4E00' + (Bits(seed, i) % 5))));

    private static ulong Bits(ulong seed, int i) => NotebookKit.Text.KeyedRandom.Bits(seed, "words", $"{i}");
}
