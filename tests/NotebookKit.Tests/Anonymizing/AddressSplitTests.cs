using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class AddressSplitTests
{
    private static readonly Masker Apart = new Anonymizer { Types = [EntityTypes.StreetAddress, EntityTypes.Postcode, EntityTypes.Location] }.For();

    private static readonly Masker Whole = new Anonymizer { Types = [EntityTypes.StreetAddress, EntityTypes.Postcode] }.For();

    [Theory]
    [InlineData("Send it to 4 Oak Lane, Springfield, IL 62704.", "Send it to [ADDRESS], [LOCATION], [LOCATION] [POSTCODE].")]
    [InlineData("Musterstraße 12a, 10115 Berlin bitte", "[ADDRESS], [POSTCODE] [LOCATION] bitte")]
    [InlineData("Flat 2, 14b Kings Rd, London SW3 4XX please", "[ADDRESS], [LOCATION] [POSTCODE] please")]
    [InlineData("3 place Bellecour, 69002 Lyon, France", "[ADDRESS], [POSTCODE] [LOCATION], [LOCATION]")]
    [InlineData("Am Alten Markt 3\n50667 Köln\n", "[ADDRESS]\n[POSTCODE] [LOCATION]\n")]
    [InlineData("Unit 5, 12 Smith St, Sydney NSW 2000, Australia", "[ADDRESS], [LOCATION] [POSTCODE], [LOCATION]")]
    [InlineData("I live at 742 Evergreen Terrace Apt 3B now", "I live at [ADDRESS] now")]
    [InlineData("Rua das Flores, 123", "[ADDRESS]")]
    [InlineData("at 350 Fifth Avenue, Suite 3300 today", "at [ADDRESS] today")]
    public void With_places_an_address_is_told_apart(string text, string masked) => Assert.Equal(masked, Apart.MaskText(text));

    [Theory]
    [InlineData("Send it to 4 Oak Lane, Springfield, IL 62704.", "Send it to [ADDRESS].")]
    [InlineData("Am Alten Markt 3\n50667 Köln\n", "[ADDRESS]\n")]
    public void Without_places_an_address_is_one_find(string text, string masked) => Assert.Equal(masked, Whole.MaskText(text));

    [Fact]
    public void A_postcode_in_an_address_takes_its_own_operator() => Assert.Equal("[ADDRESS], 101** [LOCATION]",
        new Anonymizer { Types = [EntityTypes.StreetAddress, EntityTypes.Postcode, EntityTypes.Location], Operators = new Dictionary<string, Operator> { [EntityTypes.Postcode] = Operator.Generalize } }.MaskText("Musterstraße 12a, 10115 Berlin"));

    [Fact]
    public void No_part_of_an_address_is_lost()
    {
        var text = "Home: 4 Oak Lane, Apt. 7, Springfield, IL 62704, USA\nAlso: PO Box 77, 1010 Wien and 10115 Berlin, Germany.";
        foreach (var masker in (Masker[])[Apart, Whole])
        {
            var spans = masker.Find(text);
            Assert.All(spans.Zip(spans.Skip(1)), p => Assert.True(p.First.End <= p.Second.Start));
            foreach (var word in (string[])["Oak", "Apt", "62704", "77", "1010", "10115"])
                Assert.Contains(spans, s => s.Start <= text.IndexOf(word, StringComparison.Ordinal) && text.IndexOf(word, StringComparison.Ordinal) < s.End);
        }
    }
}
