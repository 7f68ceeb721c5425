using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public sealed class PhraseSearchTests
{
    private static readonly PhraseSearch Search = new(["tel", "télé", "rückruf", "móvil"]);

    [Theory]
    [InlineData("no number", -1, -1)]
    [InlineData("my TEL is", 3, 3)]
    [InlineData("un télé, un tel", 3, 12)]
    [InlineData("tel, TÉLÉ", 0, 5)]
    [InlineData("bitte um RÜCKRUF", 9, 9)]
    [InlineData("größe", -1, -1)]
    [InlineData("", -1, -1)]
    public void FindsTheFirstAndTheLastPhrase(string text, int first, int last)
    {
        Assert.Equal(first, Search.IndexIn(text));
        Assert.Equal(last, Search.LastIn(text));
    }

    [Fact]
    public void FindsAPhraseThatBeginsBeforeAnotherAndEndsBehindIt()
    {
        var search = new PhraseSearch(["bc", "abcé"]);

        Assert.Equal(0, search.IndexIn("abcé"));
        Assert.Equal(1, search.IndexIn("abc"));
    }
}
