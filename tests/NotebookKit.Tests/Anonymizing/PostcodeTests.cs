using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class PostcodeTests
{
    [Theory]
    [InlineData("zip code: 90210", "90210")]
    [InlineData("ZIP 62704", "62704")]
    [InlineData("PLZ 10115", "10115")]
    [InlineData("code postal 75002", "75002")]
    [InlineData("código postal: 28013", "28013")]
    [InlineData("CAP 20121", "20121")]
    [InlineData("my postcode is 4000", "4000")]
    [InlineData("pin code 560001", "560001")]
    [InlineData("{\"zip\": \"62704\"}", "62704")]
    [InlineData("zipCode: 94105", "94105")]
    [InlineData("Springfield, IL 62704", "62704")]
    [InlineData("Beverly Hills CA 90210-1234", "90210-1234")]
    [InlineData("in London SW1A 1AA today", "SW1A 1AA")]
    [InlineData("M5V 2T6", "M5V 2T6")]
    [InlineData("D02 X285", "D02 X285")]
    [InlineData("D-10115 Berlin", "D-10115")]
    [InlineData("in 50667 Köln", "50667")]
    [InlineData("1012 AB Amsterdam", "1012 AB")]
    [InlineData("1000-001 Lisboa", "1000-001")]
    [InlineData("114 55 Stockholm", "114 55")]
    [InlineData("00-950 Warszawa", "00-950")]
    [InlineData("01310-100 São Paulo", "01310-100")]
    [InlineData("〒100-0001", "100-0001")]
    [InlineData("Mumbai 400001", "400001")]
    public void A_postcode_is_found(string text, string code) => Finds.Only(text, EntityTypes.Postcode, code);

    [Theory]
    [InlineData("I need 12345 of them")]
    [InlineData("50000 People came, 10000 Euro")]
    [InlineData("in 2019 Berlin was hot")]
    [InlineData("it has 1234 Rows")]
    [InlineData("call 555-123-4567 or 030 1234 5678")]
    [InlineData("order 62704, ticket 10115")]
    [InlineData("sha 1a2b3c4, model A1B2C3")]
    [InlineData("at 1200 AM, 2000 BC")]
    [InlineData("case 62704-1")]
    [InlineData("pages 12-345")]
    public void Another_number_stays(string text) => Assert.Empty(Finds.Of(text, EntityTypes.Postcode));

    [Fact]
    public void In_a_block_the_address_covers_the_postcode() =>
        Assert.Equal(["STREET_ADDRESS"], new Anonymizer().For().Find("4 Oak Lane, Springfield, IL 62704").Select(s => s.Type));
}
