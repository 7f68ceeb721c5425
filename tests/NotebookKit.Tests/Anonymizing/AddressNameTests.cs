using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class AddressNameTests
{
    private static readonly Masker Masker = new Anonymizer().For();

    [Theory]
    [InlineData("Quillandra, thank you for the picture.", "Quillandra")]
    [InlineData("Zoltan Bramblewick-Hill,\n\nthe chart is back.", "Bramblewick")]
    [InlineData("No problem, Quillandra! The chart is back.", "Quillandra")]
    [InlineData("Thank you so much, Maria. The chart is back.", "Maria")]
    [InlineData("I, Zoltan Bramblewick, end the contract.", "Bramblewick")]
    [InlineData("hi maria, the chart is back", "maria")]
    [InlineData("Hi Zoltan and Quillandra, the chart is back.", "Quillandra")]
    [InlineData("Hi Quillandra\U0001F44B the chart is back.", "Quillandra")]
    [InlineData("my name is thandro karimva, the chart is gone", "karimva")]
    [InlineData("hello, thandro karimva here, the chart is gone", "karimva")]
    [InlineData("my partner (Quillandra) has it too", "Quillandra")]
    [InlineData("The account belongs to Thandro Karimva.", "Karimva")]
    [InlineData("My surname is Karimva.", "Karimva")]
    public void A_name_is_known_by_how_it_is_spoken_to_or_introduced(string text, string name)
    {
        var masked = Masker.MaskText(text);
        Assert.DoesNotContain(name, masked, StringComparison.Ordinal);
        Assert.Contains("[NAME]", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unfortunately, your chart is gone.")]
    [InlineData("Sure, Bluetooth, then pairing, then the chart.")]
    [InlineData("Hello team, the chart is back.")]
    [InlineData("Great beer from Leuven, Belgium.")]
    [InlineData("I am waiting, surprised and confused.")]
    [InlineData("A process known as fermentation makes it. We found it by chance.")]
    [InlineData("They live in Germany. I am from Germany.")]
    [InlineData("Thanks for the picture, it helps.")]
    [InlineData("Create a class named 'PrimeFinder' in it.")]
    public void Places_products_and_states_stay(string text) => Assert.Equal(text, Masker.MaskText(text));

    /// <summary>Texts of a million characters in shapes that make a careless search read the same part again and again.</summary>
    [Theory]
    [InlineData("password is ")]
    [InlineData("?:(=")]
    [InlineData("passphrase : ")]
    [InlineData("aB3dE6gH9jK2mN5pQ8")]
    [InlineData("pat.-key-AC")]
    [InlineData("-----BEGIN PRIVATE KEY")]
    [InlineData("Hi Jane, I, Jane, said so.\n")]
    [InlineData("Jane-")]
    [InlineData("様さん我叫")]
    [InlineData("x@y / login ")]
    public void Any_long_text_is_read_to_its_end(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length)) + "\n\nmy password is Oak#Tree77 now";
        Assert.EndsWith("my password is [SECRET] now", Masker.MaskText(text), StringComparison.Ordinal);
    }
}
