using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class SpokenSecretTests
{
    private static string Mask(string text) => new Anonymizer().MaskText(text);

    [Theory]
    [InlineData("The password Maple#31tree is refused.", "Maple#31tree")]
    [InlineData("I always use rosie1987 as password.", "rosie1987")]
    [InlineData("pw: walker55213", "walker55213")]
    [InlineData("my pin is 4711", "4711")]
    [InlineData("The verification code 839201 is not accepted.", "839201")]
    [InlineData("the api key 8f3kd92kslw02mxnq7dh was revoked", "8f3kd92kslw02mxnq7dh")]
    [InlineData("I cannot log in, I typed Green!42door three times", "Green!42door")]
    [InlineData("key=a8s7d6f5g4h3j2k1l0qwerty", "a8s7d6f5g4h3j2k1l0qwerty")]
    public void A_secret_that_is_mentioned_is_masked(string text, string secret)
    {
        var masked = Mask(text);
        Assert.DoesNotContain(secret, masked, StringComparison.Ordinal);
        Assert.Contains("[SECRET]", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The password must have 8 characters and 2 digits.")]
    [InlineData("I changed the password 6 times since version 5.4.0.")]
    [InlineData("Error code 4040 is shown, and the area code 90210 is wrong.")]
    [InlineData("Log in on the Galaxy-S21 and open order FT-66676.")]
    [InlineData("The key point is that 10km runs need 2 days of rest.")]
    public void Numbers_models_and_orders_near_such_words_stay(string text) => Assert.Equal(text, Mask(text));

    [Fact]
    public void A_name_of_a_secret_that_has_a_value_says_nothing_of_the_number_before_it() =>
        Assert.Equal("Meeting ID: 883 2214 9931 Passcode: [SECRET]", Mask("Meeting ID: 883 2214 9931 Passcode: 8xK2pQ"));
}
