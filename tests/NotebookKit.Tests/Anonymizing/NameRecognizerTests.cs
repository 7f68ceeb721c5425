using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class NameRecognizerTests
{
    private static readonly Masker Masker = new Anonymizer().For();

    [Theory]
    [InlineData("Hi Tamsin,\nthe parcel is here.", "Hi [NAME],\nthe parcel is here.")]
    [InlineData("Dear Mrs. Quarrington, thank you.", "Dear Mrs. [NAME], thank you.")]
    [InlineData("Sehr geehrte Frau Brandstetter, danke.", "Sehr geehrte Frau [NAME], danke.")]
    [InlineData("Bonjour Aurélie, merci.", "Bonjour [NAME], merci.")]
    [InlineData("Mein Name ist Jürgen Öztürk.", "Mein Name ist [NAME].")]
    [InlineData("ich heiße Annika", "ich heiße [NAME]")]
    [InlineData("Je m'appelle Chloé Dubois.", "Je m'appelle [NAME].")]
    [InlineData("Hola, me llamo José García.", "Hola, me llamo [NAME].")]
    [InlineData("my name is ramn", "my name is [NAME]")]
    [InlineData("This is Graham speaking.", "This is [NAME] speaking.")]
    [InlineData("It works.\n\nBest regards,\nMarek Novák", "It works.\n\nBest regards,\n[NAME]")]
    [InlineData("Mit freundlichen Grüßen\nAnnegret Pohl", "Mit freundlichen Grüßen\n[NAME]")]
    [InlineData("Name: Priya Raman\nPlan: Gold", "Name: [NAME]\nPlan: Gold")]
    [InlineData("I talked to Jennifer O'Brien's manager.", "I talked to [NAME]'s manager.")]
    public void A_name_is_found_by_the_words_around_it(string text, string masked) => Assert.Equal(masked, Masker.MaskText(text));

    [Theory]
    [InlineData("Hi there, hello world, dear customer!")]
    [InlineData("Hi Team,\nplease restart the Gold plan.\n\nBest regards,\nSupport Team")]
    [InlineData("I will mark the box in May and bill you.")]
    [InlineData("Thanks, Support")]
    [InlineData("My name is not shown on the invoice.")]
    [InlineData("I am sorry, this is terrible.")]
    [InlineData("The weather is nice today in London.")]
    [InlineData("public class OrderService : BaseService { }")]
    [InlineData("name: string; user: User; from: Date")]
    public void Common_words_in_the_place_of_a_name_stay(string text) => Assert.Equal(text, Masker.MaskText(text));

    [Theory]
    [InlineData("where is anna's order", "where is [NAME]'s order")]
    [InlineData("ANNA LINDQVIST-BERG called", "[NAME] called")]
    [InlineData("lindqvist wrote again", "[NAME] wrote again")]
    [InlineData("Berg, Anna", "[NAME]")]
    public void A_name_of_the_record_is_found_in_all_its_forms(string text, string masked) =>
        Assert.Equal(masked, Masker.MaskText(text, ["Anna Lindqvist-Berg"]));

    [Fact]
    public void A_known_name_that_is_a_common_word_does_not_hit_the_word()
    {
        Assert.Equal("I will pay [NAME] if you mark it", Masker.MaskText("I will pay Will if you mark it", ["Will Mark"]));
        Assert.Equal("[NAME] paid", Masker.MaskText("Will Mark paid", ["Will Mark"]));
    }

    [Fact]
    public void Names_of_the_record_work_in_scripts_without_cases() => Assert.Equal("[NAME]さん、こんにちは", Masker.MaskText("田中さん、こんにちは", ["田中"]));

    [Fact]
    public void The_words_of_a_text_have_the_offsets_of_the_text()
    {
        var tokens = new List<NameToken>();
        const string text = "Ann-Lee O'Neil, x_1 McDonald. Éva";
        NameTokens.Read(text, tokens);
        Assert.Equal(["Ann", "Lee", "O", "Neil", "x_1", "McDonald", "Éva"], tokens.Select(t => text[t.Start..t.End]));
        Assert.Equal([Shape.Capital, Shape.Capital, Shape.Initial, Shape.Capital, Shape.Code, Shape.Mixed, Shape.Capital], tokens.Select(t => t.Shape));
        Assert.Equal([Gap.Start, Gap.Hyphen, Gap.Space, Gap.Apostrophe, Gap.Comma, Gap.Space, Gap.Period], tokens.Select(t => t.Gap));
        Assert.Equal(NameTokens.Hash("eva"), tokens[^1].Hash);
    }

    [Fact]
    public void The_table_reads_what_was_written_and_stays_small()
    {
        var folder = Path.Combine(RealData.Repository, "lib", "NotebookKit", "Anonymizing", "Data");
        Assert.InRange(new FileInfo(Path.Combine(folder, "Names.bin")).Length + new FileInfo(Path.Combine(folder, "NameModel.bin")).Length, 500_000, 3_000_000);
        Assert.Equal(3, NameTable.Find(NameTokens.Hash("Jennifer")).Forename);
        Assert.Equal(3, NameTable.Find(NameTokens.Hash("García")).Surname);
        Assert.Equal(3, NameTable.Find(NameTokens.Hash("order")).Common);
        Assert.Equal(default, NameTable.Find(NameTokens.Hash("qqzzyx")));
    }
}
