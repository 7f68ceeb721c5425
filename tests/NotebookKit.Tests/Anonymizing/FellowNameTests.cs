using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

/// <summary>Names that other names of the text, or what follows them, give away.</summary>
public sealed class FellowNameTests
{
    private static readonly Masker All = new Anonymizer { Types = EntityTypes.All }.For();

    private static IEnumerable<string> Found(string text, string type) => All.Find(text).Where(s => s.Type == type).Select(s => text[s.Start..s.End]);

    private static IEnumerable<string> Persons(string text) => Found(text, EntityTypes.Person);

    [Theory]
    [InlineData("The book is by Ingrid Sallowby. Its best part is early Sallowby.", "Sallowby")]
    [InlineData("A play written by Peter L. Marsh with Marsh as the king.", "Marsh")]
    [InlineData("Vessarin had given Vessarin his key.", "Vessarin", 2)]
    [InlineData("we asked ingrid sallowby, and sallowby said no", "sallowby", 1)]
    [InlineData("Tom Whitlow left. Nobody told Whitlow's boss.", "Whitlow", 1)]
    public void A_name_that_stands_once_more_is_found(string text, string name, int count = 1) => Assert.Equal(count, Persons(text).Count(p => p == name));

    [Theory]
    [InlineData("Tom Street and Tom Whitlow meet in Whitlow Street.", "Whitlow")]
    [InlineData("I met Paris Hollander in Paris.", "Paris")]
    [InlineData("Peter Marsh walked over the marsh.", "marsh")]
    [InlineData("Ask Ida Green. The Green party won.", "Green")]
    [InlineData("Write to Tom Whitlow, tom.whitlow@example.com, at once.", "whitlow")]
    [InlineData("Tom Whitlow wrote src/whitlow/run.sh for us.", "whitlow")]
    public void The_same_word_as_another_thing_is_none(string text, string word) => Assert.DoesNotContain(word, Persons(text));

    [Theory]
    [InlineData("Our three founders: Morrison, Rogers and Torres.", "Morrison", "Rogers", "Torres")]
    [InlineData("The winners, Kónya, Becker and Vasquez, are here.", "Kónya", "Becker", "Vasquez")]
    [InlineData("Is that so? Dale and White were fine engineers.", "Dale", "White")]
    [InlineData("They asked Anna, Jorma and Peter.", "Anna", "Jorma", "Peter")]
    [InlineData("thread 6: leonie, terrence, pamela, andrea and brian.", "leonie", "terrence", "pamela", "andrea", "brian")]
    public void The_members_of_a_list_of_persons_are_found(string text, params string[] names)
    {
        var persons = string.Join('|', Persons(text));
        Assert.All(names, name => Assert.Contains(name, persons, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("We saw Paris, London and Anna.", "Paris")]
    [InlineData("Our speakers: Germany, France and Italy.", "France")]
    [InlineData("Anna and Google are fine.", "Google")]
    [InlineData("Anna, Peter and Toothpaste", "Toothpaste")]
    [InlineData("Lopez, Santos and Coleman is a design agency.", "Coleman")]
    [InlineData("ask anna and bring tea", "bring")]
    public void Other_members_of_a_list_are_no_persons(string text, string word) => Assert.DoesNotContain(Persons(text), p => p.Contains(word, StringComparison.Ordinal));

    [Theory]
    [InlineData("Vessarin, can I please speak to you?", "Vessarin")]
    [InlineData("Thanks. Warrane, could you look at it?", "Warrane")]
    [InlineData("Warrane, are you there?", "Warrane")]
    [InlineData("Järvenlehto began writing as a child.", "Järvenlehto")]
    [InlineData("Vessarin is a nurse in the north.", "Vessarin")]
    [InlineData("Her grandmother was called Djevada Šušulin.", "Djevada Šušulin")]
    [InlineData("Directed By: Leena O Sassi", "Leena O Sassi")]
    [InlineData("please follow up with benjamin a seiler in a couple of months", "benjamin a seiler")]
    public void A_name_is_found_by_what_follows_it_and_with_a_letter_amid(string text, string name) => Assert.Contains(name, Persons(text));

    [Theory]
    [InlineData("Tomorrow, can you call me?")]
    [InlineData("Excel, can you open it?")]
    [InlineData("Also, please close the door.")]
    [InlineData("Hamburg, could you go there?")]
    [InlineData("Everything is a teacher.")]
    [InlineData("The song was arranged and sung by a choir.")]
    public void Other_words_before_the_same_are_no_persons(string text) => Assert.Empty(Persons(text));

    [Theory]
    [InlineData("We moved here from Kenosha.", "Kenosha")]
    [InlineData("I am Ida, originally from Dolores, and old.", "Dolores")]
    [InlineData("Then we returned to Feliciano by train.", "Feliciano")]
    [InlineData("He is originally from PORT O' WARREN, they say.", "PORT O' WARREN")]
    [InlineData("She grew up in Kvistmark.", "Kvistmark")]
    public void A_place_behind_sure_words_is_one_whatever_lists_say(string text, string place) => Assert.Contains(place, Found(text, EntityTypes.Location));

    [Theory]
    [InlineData("A letter from Maria came.", "Maria")]
    [InlineData("We returned to Maria by mistake.", "Maria")]
    [InlineData("We moved here from Maria's flat.", "Maria")]
    public void A_person_behind_like_words_stays_one(string text, string name) => Assert.Contains(name, Persons(text));

    [Theory]
    [InlineData("Quorvella is a design agency.", "Quorvella")]
    [InlineData("Quorvella is the brainchild of three friends.", "Quorvella")]
    [InlineData("Lopez, Santos and Coleman is a design agency.", "Lopez, Santos and Coleman")]
    [InlineData("Quorvella songwriter Zoe Young sings.", "Quorvella")]
    [InlineData("Ida Holm of Quorvella is the CEO of the year.", "Quorvella")]
    [InlineData("We meet at Quorvella, 12 Oak Street.", "Quorvella")]
    public void A_firm_is_found_by_what_is_said_of_it(string text, string firm) => Assert.Contains(firm, Found(text, EntityTypes.Organization));

    [Theory]
    [InlineData("This is a company.")]
    [InlineData("Borrowing is a business.")]
    [InlineData("Former teacher Zoe Young sings.")]
    [InlineData("German singer Zoe Young sings.")]
    [InlineData("We came on the Sunday before Labor Day.")]
    [InlineData("Falkander is a 2010 Czech action-comedy film directed by nobody.")]
    [InlineData("Ida Holm of Berlin is old.")]
    public void Words_days_and_films_are_no_firms(string text) => Assert.Empty(Found(text, EntityTypes.Organization));

    [Theory]
    [InlineData("Our founders: Aa, Bb and Cc. ")]
    [InlineData("Ida Holm and Tom Whitlow ")]
    [InlineData("Aa, Bb, Cc, ")]
    [InlineData("and ")]
    [InlineData("corner of 5th and Main ")]
    [InlineData("on Ab Cd Street ")]
    [InlineData("Vess, can I ")]
    public void Text_that_repeats_itself_is_read_to_its_end(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));
        Assert.All(All.Find(text), s => Assert.InRange(s.End, s.Start + 1, text.Length));
    }
}
