using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class TextRecognizerTests
{
    private static readonly Masker Masker = new Anonymizer().For();

    [Theory]
    [InlineData("write jo.doe+news@mail.example.org.", "jo.doe+news@mail.example.org")]
    [InlineData("<müller@büro.de>", "müller@büro.de")]
    [InlineData("mailto:x@xn--bcher-kva.example", "x@xn--bcher-kva.example")]
    [InlineData("(JO_1@A-B.CO.UK)", "JO_1@A-B.CO.UK")]
    [InlineData("jo\u200Bdoe@exa\u200Dmple.com", "jo\u200Bdoe@exa\u200Dmple.com")]
    [InlineData("ｊｏ＠ｍａｉｌ．ｏｒｇ", "ｊｏ＠ｍａｉｌ．ｏｒｇ")]
    [InlineData("jo (at) mail (dot) org", "jo (at) mail (dot) org")]
    [InlineData("jo[at]mail.org", "jo[at]mail.org")]
    [InlineData("jo&#64;mail.org", "jo&#64;mail.org")]
    public void A_mail_address_is_found_whole_also_in_disguise(string text, string mail)
    {
        var span = Assert.Single(Masker.Find(text));
        Assert.Equal(EntityTypes.Email, span.Type);
        Assert.Equal(mail, text[span.Start..span.End]);
    }

    [Theory]
    [InlineData("@support and a@b")]
    [InlineData("npm i pkg@1.2.3")]
    [InlineData("git@github.com:owner/name.git")]
    [InlineData("@media (max-width: 10px) and x @ y.z")]
    [InlineData("array(at) index")]
    public void Another_at_sign_stays(string text) => Assert.Equal(text, Masker.MaskText(text));

    [Fact]
    public void A_web_address_with_credentials_goes_whole_and_a_plain_one_stays()
    {
        Assert.Equal("see [SECRET] ok", Masker.MaskText("see https://jo:s3cret@host.example/path?x=1 ok"));
        Assert.Equal("see https://host.example/@user/path", Masker.MaskText("see https://host.example/@user/path"));
    }

    public static TheoryData<string> Keys =>
    [
        // Put together here, so that no scanner of repositories takes this file for a leak.
        "AKIA" + "IOSFODNN7EXAMPLE", "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a", "github_pat_" + "11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz0123456789",
        "xoxb-" + "123456789012-abcdefGHIJKL", "sk-" + "proj-abcdEFGH1234ijklMNOP5678", "sk-ant-" + "api03-abcdEFGH1234ijklMNOP5678", "AIza" + "SyA1234567890abcdefghijklmnopqrstuvw",
        "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc", "eyJ" + "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_key_with_a_makers_prefix_is_found(string key) => Assert.Equal("use [SECRET] here", Masker.MaskText($"use {key} here"));

    [Fact]
    public void A_private_key_block_goes_with_both_its_lines()
    {
        const string block = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAx\nabc+/=\n-----END RSA PRIVATE KEY-----";
        Assert.Equal("a\n[SECRET]\nb", Masker.MaskText($"a\n{block}\nb"));
        Assert.Equal("-----BEGIN CERTIFICATE-----", Masker.MaskText("-----BEGIN CERTIFICATE-----"));
    }

    [Theory]
    [InlineData("password: Tr0ub4dor&3", "password: [SECRET]")]
    [InlineData("API_KEY = \"k9Xw2LmQ7z\"", "API_KEY = \"[SECRET]\"")]
    [InlineData("https://h.example/?token=k9Xw2LmQ7z&x=1", "https://h.example/?token=[SECRET]&x=1")]
    [InlineData("Authorization: Bearer k9Xw2LmQ7zAA11", "Authorization: Bearer [SECRET]")]
    [InlineData("my password is Hunter2Hunter", "my password is [SECRET]")]
    public void A_value_given_to_a_secret_name_is_found(string text, string masked) => Assert.Equal(masked, Masker.MaskText(text));

    [Theory]
    [InlineData("password = getPassword(user)")]
    [InlineData("password: string, token: number")]
    [InlineData("the password is wrong")]
    [InlineData("api_key = os.environ['API_KEY']")]
    [InlineData("api_key: your_api_key_1")]
    [InlineData("self.token = config.database.token2")]
    [InlineData("reset my password 3 times")]
    public void Code_and_talk_about_secrets_stay(string text) => Assert.Equal(text, Masker.MaskText(text));

    [Fact]
    [Trait("Size", "Large")]
    public void Ten_megabytes_of_hostile_text_take_time_in_proportion()
    {
        // Not timed: a quadratic scanner would not end within the time a test run is given.
        foreach (var unit in (string[])["a@", "1", "[", "4111 ", "+1 ", "sk-", "https://a:", "password ", "a.", "Hi Bo ", "::", "DE89 ", "[A", "1.", "-----BEGIN ", "(at)"])
        {
            var text = string.Concat(Enumerable.Repeat(unit, 10_000_000 / unit.Length / (unit.Length > 4 ? 10 : 4)));
            Assert.NotNull(Masker.MaskText(text));
            Assert.NotNull(new ResidualCheck().Find(text));
        }
    }
}
