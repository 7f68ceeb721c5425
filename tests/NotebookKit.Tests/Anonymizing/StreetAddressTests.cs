using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class StreetAddressTests
{
    [Theory]
    [InlineData("I live at 742 Evergreen Terrace Apt 3B now", "742 Evergreen Terrace Apt 3B")]
    [InlineData("at 350 Fifth Avenue, Suite 3300 today", "350 Fifth Avenue, Suite 3300")]
    [InlineData("One more: 1200 Avenue of the Americas", "1200 Avenue of the Americas")]
    [InlineData("He moved to 12 oak street last year", "12 oak street")]
    [InlineData("80 Smith Mountains Suite 204", "80 Smith Mountains Suite 204")]
    [InlineData("Ship it to 99 Long Valley Rd before Friday", "99 Long Valley Rd")]
    [InlineData("to PO Box 1234 please", "PO Box 1234")]
    [InlineData("see P.O. Box 77, thanks", "P.O. Box 77")]
    [InlineData("Hauptstr. 5", "Hauptstr. 5")]
    [InlineData("Ich wohne in der Berliner Straße 12 in Musterstadt", "Berliner Straße 12")]
    [InlineData("Musterstraße 12a", "Musterstraße 12a")]
    [InlineData("Postfach 12 34 56", "Postfach 12 34 56")]
    [InlineData("au 12 bis rue de la Paix", "12 bis rue de la Paix")]
    [InlineData("12, avenue des Lilas", "12, avenue des Lilas")]
    [InlineData("BP 12", "BP 12")]
    [InlineData("Rue de la Loi 16", "Rue de la Loi 16")]
    [InlineData("Calle Mayor 5, 3º B", "Calle Mayor 5, 3º B")]
    [InlineData("Avda. de la Constitución 12", "Avda. de la Constitución 12")]
    [InlineData("vive en C/ Alcalá 45", "C/ Alcalá 45")]
    [InlineData("Vivo en la Plaza de España 3", "Plaza de España 3")]
    [InlineData("Calle 100 No. 8A-55", "Calle 100 No. 8A-55")]
    [InlineData("Corso Vittorio Emanuele II 34", "Corso Vittorio Emanuele II 34")]
    [InlineData("Via Roma 12", "Via Roma 12")]
    [InlineData("Keizersgracht 123-II", "Keizersgracht 123-II")]
    [InlineData("Rua das Flores, 123", "Rua das Flores, 123")]
    [InlineData("Storgatan 5", "Storgatan 5")]
    [InlineData("Karl Johans gate 5", "Karl Johans gate 5")]
    [InlineData("Mannerheimintie 12 A 4", "Mannerheimintie 12 A 4")]
    [InlineData("na ul. Długa 7/3 jutro", "ul. Długa 7/3")]
    [InlineData("ул. Ленина, д. 5, кв. 10", "ул. Ленина, д. 5, кв. 10")]
    [InlineData("my address is Fossá 10", "Fossá 10")]
    [InlineData("I live on Baker Street", "Baker Street")]
    [InlineData("Jane Doe, Hofzicht 128, Haarlem", "Hofzicht 128")]
    [InlineData("Jane Doe, Fossá 10", "Fossá 10")]
    [InlineData("北京市朝阳区建国路88号", "北京市朝阳区建国路88号")]
    [InlineData("東京都渋谷区神南1-2-3", "東京都渋谷区神南1-2-3")]
    public void A_street_is_found_with_its_number_and_flat(string text, string address) => Finds.Only(text, EntityTypes.StreetAddress, address);

    [Theory]
    [InlineData("Send it to 4 Oak Lane, Springfield, IL 62704.", "4 Oak Lane, Springfield, IL 62704")]
    [InlineData("Jane Doe\n4 Oak Lane\nSpringfield, IL 62704\nUSA\nPhone: 555-0123", "4 Oak Lane\nSpringfield, IL 62704\nUSA")]
    [InlineData("PO Box 1234, Springfield, IL 62704", "PO Box 1234, Springfield, IL 62704")]
    [InlineData("Flat 2, 14b Kings Rd, London SW3 4XX please", "Flat 2, 14b Kings Rd, London SW3 4XX")]
    [InlineData("10 Example Street, London, SW1A 2AA", "10 Example Street, London, SW1A 2AA")]
    [InlineData("Church Lane, Oxford OX1 2AB", "Church Lane, Oxford OX1 2AB")]
    [InlineData("Unit 5, 12 Smith St, Sydney NSW 2000, Australia", "Unit 5, 12 Smith St, Sydney NSW 2000, Australia")]
    [InlineData("55 Bloor St W, Toronto, ON M5V 2T6, Canada", "55 Bloor St W, Toronto, ON M5V 2T6, Canada")]
    [InlineData("Musterstraße 12a, 10115 Berlin bitte", "Musterstraße 12a, 10115 Berlin")]
    [InlineData("Am Alten Markt 3\n50667 Köln\n", "Am Alten Markt 3\n50667 Köln")]
    [InlineData("Bahnhofstrasse 21, 8001 Zürich", "Bahnhofstrasse 21, 8001 Zürich")]
    [InlineData("Mariahilfer Straße 45/2/7, 1060 Wien", "Mariahilfer Straße 45/2/7, 1060 Wien")]
    [InlineData("3 place Bellecour, 69002 Lyon, France", "3 place Bellecour, 69002 Lyon, France")]
    [InlineData("C/ Alcalá 45, 28014 Madrid", "C/ Alcalá 45, 28014 Madrid")]
    [InlineData("Piazza del Duomo 1, 20122 Milano (MI)", "Piazza del Duomo 1, 20122 Milano (MI)")]
    [InlineData("Dorpsstraat 5, 1234 AB Utrecht", "Dorpsstraat 5, 1234 AB Utrecht")]
    [InlineData("Rua das Flores, 123, São Paulo - SP, 01310-100", "Rua das Flores, 123, São Paulo - SP, 01310-100")]
    [InlineData("Travessa do Carmo 4, 1200-095 Lisboa", "Travessa do Carmo 4, 1200-095 Lisboa")]
    [InlineData("Nørregade 12, 3. tv, 1165 København K", "Nørregade 12, 3. tv, 1165 København K")]
    [InlineData("Fišova 1212, 602 00 Brno", "Fišova 1212, 602 00 Brno")]
    [InlineData("Váci utca 12, 1052 Budapest", "Váci utca 12, 1052 Budapest")]
    [InlineData("12/4 MG Road, Bengaluru 560001", "12/4 MG Road, Bengaluru 560001")]
    [InlineData("1-2-3 Shibuya, Shibuya-ku, Tokyo 150-0002", "1-2-3 Shibuya, Shibuya-ku, Tokyo 150-0002")]
    [InlineData("PSC 4115, Box 7815\nAPO AA 41945", "PSC 4115, Box 7815\nAPO AA 41945")]
    public void A_block_is_found_whole(string text, string address) => Finds.Only(text, EntityTypes.StreetAddress, address);

    [Theory]
    [InlineData("it takes 5 minutes drive on a 2 way street")]
    [InlineData("In 2008 Wall Street crashed")]
    [InlineData("Baker Street is busy")]
    [InlineData("John, 30, 40000\nJane, 25, 35000")]
    [InlineData("Thu, 22 Aug 2002 08:27:38 -0400")]
    [InlineData("add this to the All Out 70s playlist")]
    [InlineData("the sum of all elements in a 2D array")]
    [InlineData("Wu et al. Estrogen Masculinizes 2009")]
    [InlineData("at the Villa Rose series 3 of 6")]
    [InlineData("Level 5 is hard, chapter 3 The Long Road")]
    [InlineData("considering moving to Zone 3")]
    [InlineData("Das Meeting Am Montag 5 Uhr")]
    [InlineData("I will be there, 12 people")]
    [InlineData("string 5, during 10 and Director 3")]
    [InlineData("device: Orvo Tab, KestrelOS 15")]
    [InlineData("Device: Orvo 12 Lite, KestrelOS 13.\nPlease help")]
    [InlineData("the map is gone since version 5.5.5 on Tarnphone 6")]
    [InlineData("it came with the update from Lumovar Pad 7")]
    [InlineData("Lumo Fold, Tarnphone 6, KestrelOS 11, Berlin")]
    public void Other_numbers_and_names_stay(string text) => Assert.Empty(Finds.Of(text, EntityTypes.StreetAddress));

    [Fact]
    public void A_street_without_a_number_is_a_guess() => Finds.Only("Baker Street is busy", EntityTypes.StreetAddress, "Baker Street", 0.25);

    /// <summary>Each place of ten million is looked at a bounded number of times: a look back or ahead without a bound would not come to an end.</summary>
    [Theory]
    [InlineData("Street ")]
    [InlineData("12 ")]
    [InlineData("St. ")]
    [InlineData("Oak Street ")]
    [InlineData("Oakham 12, ")]
    [InlineData("on A")]
    [Trait("Size", "Large")]
    public void Ten_million_units_of_one_thing_are_read_to_their_end(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 10_000_000 / part.Length));
        var found = new List<Span>();
        new StreetAddressRecognizer().Find(text, new RecognizerContext(), found);
        Assert.All(found, s => Assert.InRange(s.End, s.Start + 1, text.Length));
    }

    [Theory]
    [InlineData("I live on Castro Crossing", "Castro Crossing")]
    [InlineData("the street is Young Mews", "Young Mews")]
    [InlineData("it is\nJane Doe, Hofzicht 128, Haarlem", "Hofzicht 128")]
    [InlineData("we moved to Élan Square", "Élan Square")]
    public void A_street_is_found_whether_words_were_cut_before_or_not(string text, string address)
    {
        var (fresh, used) = (new List<Span>(), new List<Span>());
        var context = new RecognizerContext();
        context.Tokens(text);
        new StreetAddressRecognizer().Find(text, new RecognizerContext(), fresh);
        new StreetAddressRecognizer().Find(text, context, used);
        Assert.Equal(used, fresh);
        Assert.Contains(address, fresh.Select(s => text[s.Start..s.End]));
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("12 Oak ")]
    [InlineData("Calle ")]
    [InlineData("9 Park, ")]
    [InlineData("12 A\n")]
    [InlineData("路1")]
    [InlineData("straße ")]
    [InlineData("Flat 1, ")]
    [InlineData("'-'-")]
    public void Text_that_almost_has_addresses_without_end_is_read_to_its_end(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));
        var masker = new Anonymizer { Types = [EntityTypes.StreetAddress, EntityTypes.Postcode, EntityTypes.DateTime, EntityTypes.Age, EntityTypes.UserName], MinScore = 0.25 }.For();
        Assert.All(masker.Find(text), s => Assert.InRange(s.End, s.Start + 1, text.Length));
    }
}
