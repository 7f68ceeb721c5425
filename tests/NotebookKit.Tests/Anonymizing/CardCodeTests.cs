using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class CardCodeTests
{
    private static readonly Masker Masker = new Anonymizer().For();

    [Theory]
    [InlineData("cvv 123", "cvv [SECRET]")]
    [InlineData("exp 09/27, CVV: 4411.", "exp 09/27, CVV: [SECRET].")]
    [InlineData("my CVV2 is 998", "my CVV2 is [SECRET]")]
    [InlineData("the security code on the back of my card is 123", "the security code on the back of my card is [SECRET]")]
    [InlineData("card verification value 123", "card verification value [SECRET]")]
    [InlineData("Die Kartenprüfnummer lautet 731", "Die Kartenprüfnummer lautet [SECRET]")]
    [InlineData("código de seguridad: 402", "código de seguridad: [SECRET]")]
    [InlineData("CVC-123", "CVC-[SECRET]")]
    public void A_check_code_of_a_card_is_masked(string text, string masked) => Assert.Equal(masked, Masker.MaskText(text));

    [Theory]
    [InlineData("CVV is three digits")]
    [InlineData("cvv check failed with error 404")]
    [InlineData("the security code audit took 120 days")]
    [InlineData("paid 12 without cvv, 1234567 rows")]
    [InlineData("cvc 123.45")]
    [InlineData("xcvv 123")]
    public void Other_numbers_near_its_name_stay(string text) => Assert.Equal(text, Masker.MaskText(text));

    [Fact]
    public void A_long_text_of_names_and_marks_is_read()
    {
        foreach (var unit in (string[])["cvv ", "cvv:", "cvv is ", "security code - "])
            Assert.Empty(Masker.Find(string.Concat(Enumerable.Repeat(unit, 400_000 / unit.Length))));
    }
}
