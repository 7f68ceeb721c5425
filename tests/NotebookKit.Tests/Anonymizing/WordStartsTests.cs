using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public sealed class WordStartsTests
{
    private const string Long = "we met on some day last week, and that was when they told me that ";

    [Theory]
    [InlineData("my password", 3)]
    [InlineData("MY PASSWORD", 3)]
    [InlineData(Long + "my password", 69)]
    [InlineData("für Straße: Passwort", 12)]
    [InlineData("\U0001F600password", 2)]
    public void FindsWhereAWordOfSecretsMayBegin(string text, int at) => Assert.Contains(Read(text), s => s.At == at && (s.Kinds & WordStarts.Secret) != 0);

    [Fact]
    public void FindsNothingInsideAWord() => Assert.DoesNotContain(Read("my_password"), s => s.At > 0);

    [Theory]
    [InlineData("ok, tomorrow", 4, WordStarts.Date)]
    [InlineData("fünf", 0, WordStarts.Number)]
    [InlineData("fu\u0308nf", 0, WordStarts.Number)]
    [InlineData("e sei o sette", 2, WordStarts.Number)]
    [InlineData("übermorgen", 0, WordStarts.Date)]
    [InlineData("el SÁBADO", 3, WordStarts.Date)]
    public void TellsOfWhichKindTheWordMayBe(string text, int at, int kind) => Assert.Contains(Read(text), s => s.At == at && (s.Kinds & kind) != 0);

    [Fact]
    public void FindsTheSameWhereverTheTextBeginsInABlock()
    {
        for (var before = 0; before < 70; before++)
        {
            var text = new string(' ', before) + "today the passcode is seven";
            Assert.Equal([before, before + 10, before + 22], Read(text).Where(s => IsOne(text, s)).Select(s => s.At));
        }

        // The table lets some other words through; these are the ones.
        static bool IsOne(string text, WordStart start) => text.AsSpan(start.At) is ['t', 'o', 'd', ..] or ['p', 'a', 's', ..] or ['s', 'e', 'v', ..];
    }

    [Fact]
    public void TellsShortWordsFromLongOnesThatBeginAlike()
    {
        for (var before = 0; before < 70; before++)
        {
            var text = new string(' ', before) + "oh pw other pwx o";
            Assert.Equal([before, before + 3, before + 16], Read(text).Select(s => s.At));
        }
    }

    private static List<WordStart> Read(string text)
    {
        var starts = new List<WordStart>();
        WordStarts.Read(text, System.Text.Ascii.IsValid(text), starts);
        return starts;
    }
}
