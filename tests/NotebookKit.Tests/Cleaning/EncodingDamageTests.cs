using System.Text;
using System.Text.Json;
using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

public class EncodingDamageTests
{
    private static readonly EncodingDamage Rule = new();

    public static TheoryData<string, int> Readings
    {
        get
        {
            var data = new TheoryData<string, int>();
            string[] texts =
            [
                "Das Gerät läßt sich nicht öffnen, bitte prüfen Sie den Schlüssel.", "Où est le café près de l’hôtel ? Voilà, c’est là.", "It’s “fine” – the customer’s order…",
                "Где мой заказ номер семь?", "注文した商品はいつ届きますか。", "أين طلبي رقم سبعة؟", "Κάνω μια ερώτηση", "Thanks! 🙂🎉",
            ];
            foreach (var text in texts)
                foreach (var page in new[] { 1252, 1250, 1251, 10000 }) data.Add(text, page);
            return data;
        }
    }

    [Theory, MemberData(nameof(Readings))]
    public void Utf8_that_was_read_as_another_code_page_is_found(string text, int page)
    {
        Assert.Equal(0, Mojibake.Count(text));
        var damaged = CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(Encoding.UTF8.GetBytes(text));
        Assert.Equal("encoding-damage", Reason(Rule, damaged));
    }

    [Theory]
    [InlineData("Ã©"), InlineData("itâ€™s"), InlineData("voilÃ le travail"), InlineData("50Â°C and Â£5"), InlineData("ï»¿text"), InlineData("\uFFFD")]
    [InlineData("ðŸ™‚ fine"), InlineData("maÅ‚y kot")]
    public void Single_sure_signs_count(string text) => Assert.True(Mojibake.Count(text) > 0);

    [Theory]
    [InlineData("CAFÉ”"), InlineData("RENÉ’S «BRONTË…” É»"), InlineData("MAÇÃ VERDE, IRMÃO, CORAÇÃO"), InlineData("копії й олії «Київ»"), InlineData("Å is a letter, Ä… too"), InlineData("ÖÄÜß «øæå»")]
    [InlineData("日本語と한국어"), InlineData("naïve façade, Zürich – “quoted”"), InlineData("√π ≈ 1.77 ± 0.01"), InlineData("Ñandú, ¿qué?")]
    public void Good_text_of_many_languages_is_not_damaged(string text) => Assert.Equal(0, Mojibake.Count(text));

    [Fact]
    public void The_ratio_is_of_all_characters_of_user_and_assistant()
    {
        var removal = Removal(Rule, Build.Example("a", "12345678", "1\uFFFD"));
        Assert.Equal((EncodingDamage.Reason, 0.1, 0.001), (removal.Reason, removal.Measured, removal.Limit));
        Assert.Null(Reason(Rule, Good + new string('x', 1200) + "\uFFFD"));
        Assert.Equal("encoding-damage", Reason(Rule with { MaxRatio = 0 }, Good + new string('x', 1200) + "\uFFFD"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EncodingDamage { MaxRatio = 2 });
    }

    /// <summary>Known cases of damage and of good text that looks like it.</summary>
    [Fact]
    public void The_cases_of_ftfy_are_told_apart()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RealData.At("ftfy_cases/test-cases/synthetic.json")));
        var missed = new List<string>();
        int damaged = 0, found = 0, good = 0, wrong = 0;
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            var original = entry.GetProperty("original").GetString()!;
            var isGood = (entry.TryGetProperty("fixed-encoding", out var same) ? same : entry.GetProperty("fixed")).GetString() == original;
            var isFound = Mojibake.Count(original) > 0;
            if (isGood == isFound) missed.Add(original);
            (damaged, found, good, wrong) = isGood ? (damaged, found, good + 1, wrong + (isFound ? 1 : 0)) : (damaged + 1, found + (isFound ? 1 : 0), good, wrong);
        }

        var account = $"found {found} of {damaged} damaged, {wrong} of {good} good ones wrongly: {string.Join(" | ", missed)}";
        Assert.True(wrong == 0 && found >= 0.85 * damaged, account);
    }

    [Theory]
    [InlineData("It\u0092s a known problem \u0096 we look at it."), InlineData("It\u00C6s all set, you are on the plan now."), InlineData("Gr\u00B3\u2580e from the team, see you."), InlineData("It\u0393\u00C7\u00D6s all set, see you then.")]
    public void Quotes_as_control_characters_and_signs_in_words_are_damage(string answer) =>
        Assert.Equal(EncodingDamage.Reason, Rules.Reason(new EncodingDamage(), answer));

    [Theory]
    [InlineData("The area is 20 m\u00B2 and the room 50 m\u00B3 large."), InlineData("An iPhöne, 5\u00B0 and 10\u00B1 2, a \u2192 b, \u2500\u2500\u2500 x")]
    public void Signs_behind_units_and_between_words_are_none(string answer) => Assert.Null(Rules.Reason(new EncodingDamage(), answer));
}
