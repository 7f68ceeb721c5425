using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

/// <summary>Secrets that a label tells: code words, answers to security questions, keys of JSON, codes that unlock, columns of tables.</summary>
public class SecretLabelsTests
{
    private static string Mask(string text) => new Anonymizer().Apply(Build.Dataset(Build.Example("a", text, "We look into it."))).Kept.Examples[0].Messages[0].Content!;

    [Theory]
    [InlineData("my codeword with you: bluebell12", "bluebell12")]
    [InlineData("memorable word Snowdrop77", "Snowdrop77")]
    [InlineData("keyphrase sunset-41-beach", "sunset-41-beach")]
    [InlineData("security question: mother's maiden name, answer: Petersen12", "Petersen12")]
    [InlineData("{\"user\":\"me\",\"pass\":\"Raven12x\"}", "Raven12x")]
    [InlineData("password/slash12ed", "slash12ed")]
    [InlineData("password;semicolon12", "semicolon12")]
    [InlineData("p.w. Banjo12", "Banjo12")]
    [InlineData("I sent the watch in; to unlock it use 4821", "4821")]
    [InlineData("Entsperrcode: 482133", "482133")]
    [InlineData("app password abcd e12f gh3j kl45", "abcd e12f gh3j kl45")]
    [InlineData("backup code 4821-9931 was already used?", "4821-9931")]
    [InlineData("SSID Fritz, key 4821-9931-1177-6620", "4821-9931-1177-6620")]
    [InlineData("swipe pattern 147852369 on the watch", "147852369")]
    [InlineData("passphrase: correct horse 12 battery", "correct horse 12 battery")]
    [InlineData("I wrote down Note12pad as password but not sure", "Note12pad")]
    [InlineData("| login | password |\n| me | Sesame12 |", "Sesame12")]
    [InlineData("login;password\nme;Sesame12", "Sesame12")]
    public void A_secret_behind_a_label_is_masked(string text, string secret)
    {
        var masked = Mask(text);
        Assert.DoesNotContain(secret, masked, StringComparison.Ordinal);
        Assert.Contains("[SECRET]", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the safe word is not needed")]
    [InlineData("You unlock it with 5000 steps")]
    [InlineData("I unlock the watch with my finger")]
    [InlineData("the pattern of the last 12 weeks repeats")]
    [InlineData("what is the code word for a rest day?")]
    [InlineData("the code words were changed")]
    [InlineData("Which security question can I choose, and how long may the answer be?")]
    [InlineData("wifi works, the key feature does not")]
    [InlineData("| day | distance |\n| Monday | 5 km |")]
    [InlineData("recovery code does not arrive")]
    [InlineData("Note 12 shows nothing")]
    public void A_label_without_a_secret_stays(string text) => Assert.Equal(text, Mask(text));

    [Theory]
    [InlineData("Write to name@domain.com.")]
    [InlineData("your.email@example.com")]
    public void The_address_of_nobody_is_left_for_the_rule_for_templates(string text) => Assert.Equal(text, Mask(text));

    [Theory]
    [InlineData("name@kestrel.io")]
    [InlineData("jane@example.com")]
    public void The_address_of_somebody_is_masked(string address) => Assert.DoesNotContain(address, Mask("Write to " + address), StringComparison.Ordinal);

    /// <summary>Lines of a writer who knew no rule; the rules have been widened with them in sight, so the floor says what must not be lost.</summary>
    [Fact]
    public void Fresh_secrets_are_masked()
    {
        var lines = File.ReadAllLines(Path.Combine(RealData.Repository, "tests", "NotebookKit.Samples", "Fresh", "pii-password.txt"));
        var missed = lines.Where(l => l.Split('⟦', '⟧').Where((_, i) => i % 2 == 1).Any(secret => Mask(l.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal)).Contains(secret, StringComparison.Ordinal))).ToList();
        Assert.True(lines.Length > 200);
        Assert.True(missed.Count <= 0.05 * lines.Length, $"{missed.Count} of {lines.Length}:\n{string.Join('\n', missed)}");
    }

    /// <summary>A megabyte that repeats a label without a blank: what looks ahead without a bound would not come to an end here.</summary>
    [Theory]
    [InlineData("password/"), InlineData("codeword is "), InlineData("unlock "), InlineData("\"pass\":"), InlineData("u: a "), InlineData("backup code A-"), InlineData("wifi key ")]
    [InlineData("|pass|\n"), InlineData("security question "), InlineData("swipe pattern 1 ")]
    public void A_long_text_of_one_label_is_read(string label) => Assert.NotEmpty(Mask(string.Concat(Enumerable.Repeat(label, 1_000_000 / label.Length))));
}
