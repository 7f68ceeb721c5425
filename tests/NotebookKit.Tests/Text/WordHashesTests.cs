using NotebookKit.Text;

namespace NotebookKit.Tests.Text;

public class WordHashesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("It's THE user\u2019s 2nd `quoted` e-mail: don't_answer, please!")]
    [InlineData("Ünïcode straße ﬁne １２３ Ｗｉｄｅ e\u0301te\u0301 zero\u200Bwidth soft\u00ADhyphen")]
    [InlineData("我想退货 because 靴が小さい。 ขอบคุณ ๑๒ คะ 한국어")]
    [InlineData("lone \uD800 surrogate \uD83D\uDE00 and \0 nothing a\0b '")]
    public void Are_the_hashes_of_the_words(string text) => Assert.Equal(Slow(text), Fast(text));

    [Fact]
    public void Are_the_hashes_of_the_words_of_any_text()
    {
        const string odd = "'`\u2019 ,.-_\0\n\u0301\u200BéÄß９ば中ก๑\uD83D\uDE00²\u0130";
        for (ulong seed = 0; seed < 3000; seed++)
        {
            // From plain text with few odd characters to nothing but them, words of any length.
            var chars = new char[StableHash.Combine(seed, 1) % 700];
            for (var i = 0; i < chars.Length; i++)
            {
                var bits = StableHash.Combine(seed + 100_000, (ulong)i);
                chars[i] = bits % 97 < seed % 40 ? odd[(int)(bits / 97 % (ulong)odd.Length)]
                    : bits % (seed % 300 + 2) == 0 ? ' ' : (char)(bits / 97 % 2 == 0 ? 'A' + (bits / 200 % 26) : 'a' + (bits / 200 % 26));
            }

            Assert.Equal(Slow(new(chars)), Fast(new(chars)));
        }
    }

    private static List<ulong> Slow(string text)
    {
        var hashes = new List<ulong>();
        Words.Each(text, hashes, static (word, list) => list.Add(StableHash.Of(word)));
        return hashes;
    }

    private static List<ulong> Fast(string text) => Words.Hashes(text);
}
