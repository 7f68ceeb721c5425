using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class LearnedNameTests
{
    private static string Mask(string text) => new Anonymizer().MaskText(text);

    [Theory]
    [InlineData("Dear Dr. van der Velde, the chart is fixed.", "Velde")]
    [InlineData("Surname: Bellweg", "Bellweg")]
    [InlineData("The export works now.\n\nZoltar", "Zoltar")]
    [InlineData("Best wishes, Quillan and family", "Quillan")]
    [InlineData("鈴木様、ありがとうございます。", "鈴木")]
    [InlineData("Здравствуйте, Ирина!", "Ирина")]
    [InlineData("It is done now. ^Zed", "Zed")]
    public void A_name_is_known_by_its_place(string text, string name)
    {
        var masked = Mask(text);
        Assert.DoesNotContain(name, masked, StringComparison.Ordinal);
        Assert.Contains("[NAME]", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hi FIRSTNAME LASTNAME, it works now.")]
    [InlineData("Hi FirstName, it works now.")]
    [InlineData("Dear first_name, it works now.")]
    [InlineData("Hallo Vorname Nachname, es geht wieder.")]
    [InlineData("Hello Recipient, it works now.")]
    [InlineData("Hi undefined, it works now.")]
    [InlineData("Hi null, it works now.")]
    public void The_name_of_a_field_is_nobody(string text) => Assert.Equal(text, Mask(text));

    [Theory]
    [InlineData("My name is Nan Zhang.", "Zhang")]
    [InlineData("Hi Nan, it works now.", "Nan")]
    [InlineData("First name: Quillandra", "Quillandra")]
    [InlineData("My last name is Bellweg.", "Bellweg")]
    public void Somebody_beside_the_name_of_a_field_is_masked(string text, string name) => Assert.DoesNotContain(name, Mask(text), StringComparison.Ordinal);

    [Fact]
    public void A_name_from_a_greeting_is_masked_in_all_turns()
    {
        var example = new Example
        {
            Id = "a",
            Messages =
            [
                new() { Role = Role.User, Content = "The Quillandra plan is gone." },
                new() { Role = Role.Assistant, Content = "Hi Quillandra, it is back." },
            ],
        };
        var masked = new Anonymizer().Mask(example);
        Assert.All(masked.Messages, m => Assert.DoesNotContain("Quillandra", m.Content!, StringComparison.Ordinal));
    }

    [Fact]
    public void A_known_name_ends_where_a_sentence_ends()
    {
        var found = new Anonymizer().For().Find("The chart belongs to Quillandra. Bellweg has seen it.", ["Quillandra Bellweg"]);
        Assert.Equal([("Quillandra", 21), ("Bellweg", 33)], found.Select(s => ("The chart belongs to Quillandra. Bellweg has seen it."[s.Start..s.End], s.Start)));
    }

    [Fact]
    public void A_known_name_goes_on_behind_an_abbreviation()
    {
        var masked = new Anonymizer().For().MaskText("The chart of Q. Bellweg is back.", ["Q Bellweg"]);
        Assert.Equal("The chart of [NAME] is back.", masked);
    }

    [Theory]
    [InlineData("- Oats\n- Tofu\n- Yoghurt")]
    [InlineData("お客様、ありがとうございます。")]
    [InlineData("Thanks, strength and family classes are back.")]
    [InlineData("Open the menu.\nTap Devices.\nDone")]
    public void Lists_customers_and_steps_stay(string text) => Assert.Equal(text, Mask(text));
}
