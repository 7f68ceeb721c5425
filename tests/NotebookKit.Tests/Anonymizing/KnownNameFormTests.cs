using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class KnownNameFormTests
{
    private static readonly Masker Masker = new Anonymizer().For();

    [Theory]
    [InlineData("Jane Fairweather", "The plan of Jane Fairweather ended.", "The plan of [NAME] ended.")]
    [InlineData("Jane Fairweather", "the plan of jane fairweather ended", "the plan of [NAME] ended")]
    [InlineData("Jane Fairweather", "FAIRWEATHER, JANE asked", "[NAME] asked")]
    [InlineData("Jane Fairweather", "Ask Fairweather about it.", "Ask [NAME] about it.")]
    [InlineData("Jane Fairweather", "Jane's plan ended.", "[NAME]'s plan ended.")]
    [InlineData("Jane Fairweather", "Das ist Fairweathers Vertrag.", "Das ist [NAME] Vertrag.")]
    [InlineData("Jan Novak", "Poslal jsem to Novakovi.", "Poslal jsem to [NAME].")]
    [InlineData("Jan Novak", "Smlouva pana Novaka je tu.", "Smlouva pana [NAME] je tu.")]
    [InlineData("Jan Novák", "Mluvil jsem s Novákem.", "Mluvil jsem s [NAME].")]
    [InlineData("Jana Dvorska", "Dal jsem to Dvorske.", "Dal jsem to [NAME].")]
    [InlineData("Matti Virtanen", "ja sitten virtanenille kanssa", "ja sitten [NAME] kanssa")]
    [InlineData("Ayşe Demirtaş", "Demirtaş'a yazdım.", "[NAME]'a yazdım.")]
    [InlineData("Иван Мельниченко", "Я писал Ивану вчера.", "Я писал [NAME] вчера.")]
    [InlineData("Jane Fairweather", "J. Fairweather called.", "[NAME] called.")]
    [InlineData("Jane Fairweather", "J Fairweather called.", "[NAME] called.")]
    [InlineData("Jane Fairweather", "Talk to Jane F. about it.", "Talk to [NAME]. about it.")]
    [InlineData("Jane Fairweather", "It is closed now.\nThanks\n- JF", "It is closed now.\nThanks\n- [NAME]")]
    [InlineData("William Fairweather", "Please ask Bill about it.", "Please ask [NAME] about it.")]
    [InlineData("Elizabeth Fairweather", "Then Liz Fairweather called.", "Then [NAME] called.")]
    [InlineData("Jane Fairweather", "Mrs Fairwether called.", "Mrs [NAME] called.")]
    [InlineData("Jane Fairweather", "Then Fariweather called.", "Then [NAME] called.")]
    [InlineData("Jane Fairweather", "Then Fairweatther called.", "Then [NAME] called.")]
    [InlineData("Jane Fairweather", "Then Afirweather called.", "Then [NAME] called.")]
    [InlineData("Jürgen Weidenmüller", "Then Weidenmueller called.", "Then [NAME] called.")]
    [InlineData("Jürgen Weidenmüller", "Then Weidenmuller called.", "Then [NAME] called.")]
    [InlineData("Jürgen Weidenmueller", "Then Weidenmüller called.", "Then [NAME] called.")]
    [InlineData("Jane Fairweather", "The login jane_fairweather92 is locked.", "The login [USER] is locked.")]
    [InlineData("Jane Fairweather", "The login jfairweather is locked.", "The login [USER] is locked.")]
    [InlineData("Jane Fairweather", "The login fairweatherj is locked.", "The login [USER] is locked.")]
    [InlineData("Jane Fairweather", "The login jane92 is locked.", "The login [USER] is locked.")]
    public void A_known_name_is_found_in_its_forms(string name, string text, string masked) => Assert.Equal(masked, Masker.MaskText(text, [name]));

    [Theory]
    [InlineData("Will Mark", "The marks will do.")]
    [InlineData("Will Mark", "i will mark it as done")]
    [InlineData("William Hope", "the bill is high and I hope it drops")]
    [InlineData("Jane Fairweather", "The JF flag is set.\nIt stays set for all the users of this plan.")]
    [InlineData("Jane Fairweather", "fair weather is near")]
    [InlineData("Ida Iversen", "Then I came and I saw it.")]
    [InlineData("Grace Field", "the fields are green")]
    [InlineData("Peter Stone", "a stoned pathway, a stony field")]
    public void A_word_that_only_looks_like_a_form_stays(string name, string text) => Assert.Equal(text, Masker.MaskText(text, [name]));

    [Fact]
    public void All_forms_have_the_identity_of_the_name()
    {
        var found = Masker.Find("Ask Bill, W. Quillandra or Quillandras mate.", ["William Quillandra"]);
        Assert.Equal(3, found.Count);
        Assert.All(found, s => Assert.Equal("William Quillandra", s.Identity));
    }

    [Fact]
    public void A_long_list_of_names_costs_no_more_than_a_short_one()
    {
        var many = Enumerable.Range(0, 10_000).Select(i => $"Quillandra{(char)('a' + (i % 26))} Bellweg").ToList();
        Assert.Equal(KnownName.Most, KnownName.Of(many).Count);
    }

    [Theory]
    [InlineData("fairweather", "fairwether", true)]
    [InlineData("fairweather", "fairweathers", false)]
    [InlineData("fairweather", "fairweathe", true)]
    [InlineData("fairweather", "fairweather", false)]
    [InlineData("fairweather", "fiarweather", true)]
    [InlineData("fairweather", "bairweather", false)]
    [InlineData("fairweather", "fairwaethre", false)]
    public void A_slip_is_one_letter(string name, string word, bool slip) => Assert.Equal(slip, NameDistance.IsSlip(name, word));
}
