using NotebookKit.Text;

namespace NotebookKit.Tests.Text;

public class AnswerFormTests
{
    [Theory]
    [InlineData("- one\n- two", true)]
    [InlineData("Do this:\n 1. open\n 2. close", true)]
    [InlineData("1) a\n2) b", true)]
    [InlineData("- only one", false)]
    [InlineData("-5 degrees\n-7 degrees", false)]
    [InlineData("1.5 and\n2.5", false)]
    [InlineData("", false)]
    public void A_list_has_two_items(string text, bool list) => Assert.Equal(list, AnswerForm.Of(text).List);

    [Theory]
    [InlineData("Hi Ana, it works.", true, false)]
    [InlineData("Hinges are sold there.", false, false)]
    [InlineData("Sehr geehrte Frau Muster,\ngern.\n\nMit freundlichen Grüßen\nTeam", true, true)]
    [InlineData("It is done. Kind regards!", false, true)]
    [InlineData("Best", false, false)]
    [InlineData("Done.\nBest,\nA", false, true)]
    [InlineData("", false, false)]
    [InlineData("\n\n", false, false)]
    public void Greeting_and_sign_off_are_known(string text, bool greeting, bool signOff)
    {
        var form = AnswerForm.Of(text);
        Assert.Equal((greeting, signOff), (form.Greeting, form.SignOff));
    }

    [Theory]
    [InlineData("Which one?", true)]
    [InlineData("See https://a.example/x?id=3 please", false)]
    [InlineData("See https://a.example/x?id=3, right?", true)]
    [InlineData("？", true)]
    [InlineData("no", false)]
    public void A_question_mark_ends_a_word(string text, bool question) => Assert.Equal(question, AnswerForm.Of(text).Question);

    [Theory]
    [InlineData("Bitte öffnen Sie das Menü.", true, false)]
    [InlineData("Sie ist da. Sie kommt.", false, false)]
    [InlineData("Hast du deinen Code?", false, true)]
    [InlineData("Vous pouvez annuler.", true, false)]
    [InlineData("You can cancel it.", false, false)]
    public void Address_is_known_where_a_language_tells_it(string text, bool formal, bool informal)
    {
        var form = AnswerForm.Of(text);
        Assert.Equal((formal, informal), (form.Formal, form.Informal));
    }
}
