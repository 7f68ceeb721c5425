using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class PlacedNameTests
{
    private static string Mask(string text) => new Anonymizer().MaskText(text);

    [Theory]
    [InlineData("Hannah,\n\nyour plan is active again.", "Hannah")]
    [InlineData("@Hannah the list is ready.", "Hannah")]
    [InlineData("Hannah Brook-Field speaking, about the invoice.", "Field")]
    [InlineData("the watch is slow\n- Hannah", "Hannah")]
    [InlineData("Your name is on the list.\n\nHannah Miller\nCustomer Care", "Miller")]
    [InlineData("Sorry for the wait, Hannah. It is done.", "Hannah")]
    [InlineData("Name on the card: Hannah Miller", "Miller")]
    [InlineData("My name is Hannah Brook-Tree.", "Tree")]
    public void A_name_in_its_place_is_masked(string text, string name)
    {
        var masked = Mask(text);
        Assert.DoesNotContain(name, masked, StringComparison.Ordinal);
        Assert.Contains("[NAME]", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Choose one:\n- Oatmeal\n- Yoghurt")]
    [InlineData("Open Settings.\nPress Save")]
    [InlineData("It is all in the app,\nSettings\n12 New Entries")]
    [InlineData("Write to @support or open the page.")]
    public void Other_words_in_that_place_stay(string text) => Assert.Equal(text, Mask(text));
}
