using System.Text.Json;
using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class ResidualCheckTests
{
    [Theory]
    [InlineData("write jo at gmail dot com", "EMAIL_ADDRESS")]
    [InlineData("write jo@gmail please", "EMAIL_ADDRESS")]
    [InlineData("it is jo @ mail.example", "EMAIL_ADDRESS")]
    [InlineData("reach 555-123-4567 or 55-123-45-67", "PHONE_NUMBER")]
    [InlineData("card 2000 0000 0000 0006", "CREDIT_CARD")]
    [InlineData("DE12 3704 0044 0532 0130 00", "IBAN_CODE")]
    [InlineData("password is Zx81-Spectrum-48", "API_KEY")]
    [InlineData("the name is Qvortrup", "PERSON")]
    public void What_a_first_pass_may_miss_is_removed_and_withheld(string text, string type)
    {
        var result = Build.Dataset(Build.Example("1", text, "ok")).Apply(new ResidualCheck());
        var removal = Assert.Single(result.Removed);
        Assert.Equal((ResidualCheck.PiiRemained, true, 0d), (removal.Reason, removal.Withheld, removal.Limit));
        Assert.True(removal.Measured >= 1);
        Assert.True(result.Report.Counts[$"remained:{type}"] >= 1);
    }

    [Theory]
    [InlineData("Dear [NAME], write to [EMAIL] or call [PHONE]. Card [CARD], password: [SECRET]")]
    [InlineData("order 302-8841923-5566, invoice 2024-0001-7734, ticket 123-456-789")]
    [InlineData("it costs $1,234,567.89 or 12.345.678 EUR")]
    [InlineData("2024-01-31T12:30:45.123Z, 31.12.2024 12:30, 2024-01-31 10:00:00")]
    [InlineData("commit 3f786850e387550fdab836ed7e6dc881de23001b, id 550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("pkg@1.2.3, git@github.com:a/b, @media, x@latest")]
    [InlineData("password = getPassword(user, \"x\")")]
    [InlineData("for i in range(0, 1000000): print(3.14159265358979)")]
    [InlineData("my name is not on the list, the name is wrong")]
    public void Clean_rows_stay(string text) => Assert.Empty(new ResidualCheck().Find(text));

    [Fact]
    public void A_policy_flags_or_masks_instead()
    {
        var data = Build.Dataset(Build.Example("1", "write jo at gmail dot com", "ok"));
        var flag = Assert.Single(Assert.Single(data.Apply(new ResidualCheck { Policy = ResidualPolicy.Flag }).Kept.Examples).Flags);
        Assert.Equal((ResidualCheck.PiiRemained, 1d, 0d), (flag.Reason, flag.Measured, flag.Limit));
        Assert.Equal("write [EMAIL]", Assert.Single(data.Apply(new ResidualCheck { Policy = ResidualPolicy.Mask }).Kept.Examples).LastUserTurn);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResidualCheck { Policy = (ResidualPolicy)7 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResidualCheck { Types = ["MAIL"] });
    }

    [Fact]
    public void Types_and_terms_narrow_the_pass()
    {
        const string text = "reach 555-123-4567";
        Assert.NotEmpty(new ResidualCheck().Find(text));
        Assert.Empty(new ResidualCheck { Types = [EntityTypes.Email] }.Find(text));
        Assert.Empty(new ResidualCheck { Terms = ["555-123-4567"] }.Find(text));
    }

    [Fact]
    public void Of_clean_public_rows_at_most_one_in_two_hundred_is_removed_after_masking()
    {
        var masker = new Anonymizer().For();
        var check = new ResidualCheck();
        var texts = new List<string>();
        foreach (var file in (string[])["Codegen/codegen-instruct.json", "Roleplay/roleplay-simple-deduped-roleplay-instruct.json"])
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(RealData.At("gpteacher/" + file)));
            texts.AddRange(document.RootElement.EnumerateArray().Select(r => string.Join('\n', r.EnumerateObject().Select(p => p.Value.GetString()))));
        }

        texts.AddRange(File.ReadLines(RealData.At("multidogo/splits_annotated_at_turn_level/airline/dev.tsv")).Select(l => l.Split('\t')).Where(c => c.Length > 3).Select(c => c[3]));
        var alarms = texts.Count(t => check.Find(masker.MaskText(t)).Count > 0);
        TestContext.Current.TestOutputHelper?.WriteLine($"{alarms} of {texts.Count} rows");
        Assert.InRange(alarms, 0, texts.Count / 200);
    }
}
