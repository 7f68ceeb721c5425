using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

public class LanguageTests
{
    private const string German = "Öffnen Sie bitte die Einstellungen und wählen Sie die Lieferadresse aus.";

    private static Dataset Mostly(int english, params Example[] others) => Dataset.Of(
        Enumerable.Range(0, english).Select(i => Build.Example($"en-{i}", Question, $"{Good} Then wait for {i} minutes.")).Concat(others));

    [Fact]
    public void Sentences_of_the_big_ten_are_told()
    {
        Assert.True(LanguageSamples.Accuracy([.. LanguageSamples.Sentences.Where(s => LanguageSamples.BigTen.Contains(s.Language))]) >= 0.97);
        Assert.True(LanguageSamples.Accuracy(LanguageSamples.Sentences) >= 0.97);
    }

    [Fact]
    public void Held_out_words_of_all_languages_are_told()
    {
        var texts = LanguageSamples.HeldOutTexts(RealData.At("."), 6);
        Assert.True(LanguageSamples.Accuracy(texts) >= 0.99);
        Assert.True(LanguageSamples.Accuracy([.. texts.Where(t => LanguageSamples.BigTen.Contains(t.Language))]) >= 0.99);
        Assert.Equal(LanguageProfiles.Languages.Count, texts.Select(t => t.Language).Distinct().Count());
    }

    [Fact]
    public void Another_language_is_far_from_the_expected_one_and_the_same_is_not()
    {
        var limit = new LanguageCheck().MinMargin;
        var sentences = LanguageSamples.Sentences.Where(s => LanguageIdentifier.Letters(s.Text) >= 20).ToList();
        var letters = LanguageSamples.Sentences.GroupBy(s => s.Language)
            .SelectMany(g => g.Chunk(4).Where(c => c.Length == 4).Select(c => (Language: g.Key, Text: string.Join(' ', c.Select(s => s.Text))))).ToList();
        foreach (var (texts, least) in new[] { (sentences, 0.93), (letters, 0.98) })
        {
            var pairs = texts.SelectMany(t => LanguageSamples.BigTen.Select(expected => (t.Language, expected, Far: LanguageIdentifier.Margin(t.Text, [expected]) >= limit))).ToList();
            Assert.DoesNotContain(pairs, p => p.Language == p.expected && p.Far);
            Assert.InRange(pairs.Where(p => p.Language != p.expected).Average(p => p.Far ? 1 : 0), least, 1);
        }
    }

    [Theory]
    [InlineData(""), InlineData("12345 !?"), InlineData("🙂"), InlineData("\uD800")]
    public void A_text_without_letters_has_no_language(string text)
    {
        Assert.Null(LanguageIdentifier.Identify(text));
        Assert.Equal(0, LanguageIdentifier.Margin(text, ["en"]));
    }

    [Fact]
    public void Rows_that_differ_from_nearly_all_others_are_listed_and_not_removed()
    {
        var result = Mostly(20, Build.Example("de", "Wie ändere ich die Adresse?", German)).Apply(new LanguageCheck());
        var flag = Assert.Single(result.Kept.Examples[^1].Flags);
        Assert.Equal(("Language", LanguageCheck.OtherReason, 0.25), (flag.Stage, flag.Reason, flag.Limit));
        Assert.True(flag.Measured > 0.25);
        Assert.Equal(1, result.Report.Changed);
        Assert.Equal("Rows by language: en 20, de 1.", Assert.Single(result.Report.Findings).Text);
    }

    [Fact]
    public void Nothing_is_conspicuous_where_no_language_has_the_ratio()
    {
        var half = Mostly(3, Enumerable.Range(0, 3).Select(i => Build.Example($"de-{i}", "Wie geht das?", German + i)).ToArray());
        Assert.Equal(0, half.Apply(new LanguageCheck()).Report.Changed);
        Assert.Equal(3, half.Apply(new LanguageCheck { MainRatio = 0.5 }).Report.Changed);
    }

    [Fact]
    public void Named_languages_remove_the_others()
    {
        var data = Mostly(3, Build.Example("de", "Wie geht das?", German), Build.Example("ru", "Как?", "Откройте настройки и выберите новый адрес доставки."));
        var result = data.Apply(new LanguageCheck { Languages = ["en", "fr"] });
        Assert.Equal(["de", "ru"], result.Removed.Select(r => r.Example.Id));
        Assert.All(result.Removed, r => Assert.Equal((LanguageCheck.WrongReason, 0.25), (r.Reason, r.Limit)));
        Assert.Equal([true, false], result.Removed.Select(r => r.Measured.HasValue));
        Assert.Equal(2, data.Apply(new LanguageCheck { Languages = ["de", "ru"] }).Kept.Count);
    }

    [Theory]
    [InlineData("Ja, gerne, danke!"), InlineData("4711 0815"), InlineData("{\"antwort\":\"Öffnen Sie die Einstellungen und wählen Sie\"}"), InlineData("```\nÖffnen Sie die Einstellungen und wählen Sie die Adresse.\n```")]
    public void Short_answers_json_and_code_are_judged_by_the_question(string answer)
    {
        var rule = new LanguageCheck { Languages = ["en"] };
        Assert.Null(Reason(rule, answer));
        Assert.Equal("wrong-language", Reason(rule, answer, "Wie kann ich die Adresse meiner Bestellung ändern?"));
        Assert.Null(Reason(rule, answer, "Ja?"));
    }

    [Fact]
    public void An_answer_that_mixes_scripts_is_in_both()
    {
        const string Mixed = "这是一个与网络安全相关的五本书的列表：Social Engineering, Ghost in the Wires, The Web Application Hacker's Handbook, Hacking";
        Assert.Null(Reason(new LanguageCheck { Languages = ["zh"] }, Mixed, "书"));
        Assert.Equal("wrong-language", Reason(new LanguageCheck { Languages = ["zh"] }, Good, "书"));
    }

    [Fact]
    public void Options_are_guarded()
    {
        Assert.Contains("xx", Assert.Throws<ArgumentOutOfRangeException>(() => new LanguageCheck { Languages = ["en", "xx"] }).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LanguageCheck { MainRatio = 1.5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LanguageCheck { MinLetters = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LanguageCheck { MinMargin = double.NaN });
        Assert.Empty(Dataset.Empty.Apply(new LanguageCheck { Languages = ["en"] }).Removed);
    }

    [Fact]
    public void The_resource_is_small() => Assert.InRange(typeof(Cleaner).Assembly.GetManifestResourceStream("Cleaning.profiles.bin")!.Length, 10_000, 200_000);
}
