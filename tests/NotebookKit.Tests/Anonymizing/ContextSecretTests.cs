using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class ContextSecretTests
{
    private static string Mask(string text) => new Anonymizer().MaskText(text);

    [Theory]
    [InlineData("passcode (OliveGrove) opens the old phone", "OliveGrove")]
    [InlineData("user/pass: dora_lifts / cherrypie8", "cherrypie8")]
    [InlineData("mysqldump -u fit -pR4inbow! plans", "R4inbow!")]
    [InlineData("<add key=\"MailPassword\" value=\"tQ7-post-z\" />", "tQ7-post-z")]
    [InlineData("My passphrase is seven green lamps sleep early but it is refused", "seven green lamps sleep early")]
    [InlineData("The code is 80315, be quick.", "80315")]
    [InlineData("recovery codes: k2md-77vw, a9xq-31zt", "a9xq-31zt")]
    [InlineData("I tried Hamster99 and Hamster98 in turn", "Hamster98")]
    [InlineData("new password: Plum!garden_41\nagain: Plum!garden_41", "Plum!garden_41")]
    [InlineData("my password is still marmalade, and it is refused", "marmalade")]
    [InlineData("Kennwort 8162", "8162")]
    [InlineData("the password is the day of our wedding, 14.06.1998", "14.06.1998")]
    [InlineData("changed it from Anker44 to Segel!55 last night", "Segel!55")]
    [InlineData("my PIN is 8 1 6 2", "8 1 6 2")]
    [InlineData("the new password \"seven plain words 12\" is refused", "plain")]
    [InlineData("wifi password of the flat: birch44tree", "birch44tree")]
    [InlineData("パスワードはumi-2291です", "umi-2291")]
    public void A_secret_that_its_surroundings_give_away_is_masked(string text, string secret)
    {
        var masked = Mask(text);
        Assert.DoesNotContain(secret, masked, StringComparison.Ordinal);
        Assert.Contains("[SECRET]", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Choose a password with twelve letters or more, no common word.")]
    [InlineData("I used the Forerunner255 and typed 30minutes by hand.")]
    [InlineData("password: userPassword, secret: DB_SECRET")]
    [InlineData("I forgot my password and cannot change it in the settings.")]
    [InlineData("Host: 'myServer', Database: 'myDatabase', User: 'appUser', Password: 'password'")]
    [InlineData("Send the boarding pass to gate/dlw-g650 and use the card.")]
    [InlineData("The password is incorrect. Is your password required here? It was changed.")]
    [InlineData("Enter the code SPRING10 at checkout, error code 40312 means that it is used up.")]
    [InlineData("Log in, tap Account, then Devices: the watch is listed there.")]
    public void Talk_about_passwords_stays(string text) => Assert.Equal(text, Mask(text));

    [Theory]
    [InlineData("cloud creds: zD83kfQ0sLx91Tq/vB7mWn2Rc5YtHu6JpAe4GsKd", "zD83kfQ0sLx91Tq/vB7mWn2Rc5YtHu6JpAe4GsKd")]
    [InlineData("our api key 5f0c9d1e7ab34826b1d0c5e9f2a47738", "5f0c9d1e7ab34826b1d0c5e9f2a47738")]
    [InlineData("license HTQ4-9ZKD-X2LM-77PR is refused", "HTQ4-9ZKD-X2LM-77PR")]
    [InlineData("post to https://chat.example/api/webhooks/5521/aQ8zLk3Vt0", "aQ8zLk3Vt0")]
    [InlineData("postgres://fit:Rk29sLm1@db.internal/plans", "Rk29sLm1")]
    public void A_token_without_a_known_prefix_is_masked(string text, string secret)
    {
        var masked = Mask(text);
        Assert.DoesNotContain(secret, masked, StringComparison.Ordinal);
        Assert.Contains("[SECRET]", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The commit 5f0c9d1e7ab34826b1d0c5e9f2a47738ab12cd34 fixes the chart.")]
    [InlineData("The token class is called JwtToken2Parser, its key: AesKeyProvider2Factory")]
    [InlineData("The cache key 5f0c9d1e7ab34826b1d0c5e9f2a47738 is the md5 of the file.")]
    [InlineData("The md5sum is 5f0c9d1e7ab34826b1d0c5e9f2a47738 and it fits.")]
    [InlineData("mount it by UUID=5adf542e-d551-4de8-abe4-5eabe1674641")]
    [InlineData("Author: see SplitPolicy.Train80Test20 or Train85Validation10Test5 for the counts.")]
    [InlineData("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAMgAAADICAYAAACtWK6e")]
    [InlineData("Call getWorkoutsOfLastMonthByMemberName or see src/components/charts/WeeklyChart2.")]
    [InlineData("Order 2024-000123-774 was sent to https://shop.example/orders/weekly-plan-for-beginners")]
    public void Hashes_identifiers_and_addresses_stay(string text) => Assert.Equal(text, Mask(text));
}
