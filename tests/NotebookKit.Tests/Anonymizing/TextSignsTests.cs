using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class TextSignsTests
{
    private const string Plain = "The quick brown fox jumps over the lazy dog, and then again; nobody knows why (or when) it will ever stop. ";

    [Fact]
    public void Each_sign_is_told_wherever_it_stands()
    {
        for (var length = 0; length < 100; length++)
            foreach (var (sign, told) in new[] { ('@', "At"), ('[', "Bracket"), ('_', "Underscore"), ('&', "Escape"), ('%', "Escape"), ('\\', "Escape"), ('=', "Escape"), ('\n', "Line"), ('é', ""), ('\u0140', ""), ('\u015B', "") })
                Assert.Equal(told, Told(TextSigns.Of(Plain[..length] + sign + Plain[..(100 - length)])));
    }

    [Fact]
    public void A_run_of_token_characters_is_told_from_fifteen_on()
    {
        for (var before = 0; before < 70; before++)
            for (var behind = 0; behind < 3; behind++)
            {
                var (left, right) = (string.Concat(Enumerable.Repeat(" a, ", before))[..before].PadRight(before), new string(' ', behind * 20));
                Assert.Equal("", Told(TextSigns.Of(left + " Ab0-+/~.9876Zz " + right)));
                Assert.Equal("Run", Told(TextSigns.Of(left + " Ab0-+/~.9876Zzy" + right)));
                Assert.Equal("", Told(TextSigns.Of(left + " Ab0-+/~é9876Zzyxw " + right)));
            }
    }

    [Fact]
    public void No_run_that_recognizers_look_for_is_missed()
    {
        foreach (var text in new[] { "key-1234567890abcdef", "am9obkBleGFtcGxlLm9yZw==", "x " + new string('a', 40), "a/b.c~d%e=f+g_h-1", "jo.doe.the.first.one", "0123456789 01234 5678901234567 9" })
        {
            var (from, runs) = (0, 0);
            while (TokenRuns.Next(text, ref from, out _, out _)) runs++;
            if (runs > 0) Assert.True(TextSigns.Of(text).Run, text);
        }
    }

    [Fact]
    public void An_empty_text_has_none() => Assert.Equal(default(TextSigns) with { Ascii = true }, TextSigns.Of(""));

    [Fact]
    public void What_is_beyond_ASCII_is_told_wherever_it_stands()
    {
        for (var length = 0; length < 100; length++)
        {
            Assert.True(TextSigns.Of(Plain[..length] + "\u007F\0").Ascii);
            foreach (var unit in "\u0080é\u0140\uFFFF") Assert.False(TextSigns.Of(Plain[..length] + unit + Plain[..(100 - length)]).Ascii);
        }
    }

    private static string Told(TextSigns signs) => string.Join(' ', new[] { (signs.At, "At"), (signs.Bracket, "Bracket"), (signs.Underscore, "Underscore"), (signs.Escape, "Escape"), (signs.Line, "Line"), (signs.Run, "Run") }.Where(s => s.Item1).Select(s => s.Item2));
}
