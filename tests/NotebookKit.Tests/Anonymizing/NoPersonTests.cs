using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class NoPersonTests
{
    private static readonly Masker Default = new Anonymizer().For();

    private static IEnumerable<string> Persons(string text) => Default.Find(text).Where(s => s.Type == EntityTypes.Person).Select(s => text[s.Start..s.End]);

    [Theory]
    [InlineData("The money is on its way. Banks need a few days for it.")]
    [InlineData("Long walks are fine from next week on.")]
    [InlineData("Solved by a restart.")]
    [InlineData("stretch after a walk\nDull pain that goes away is harmless.")]
    [InlineData("Lentils are a good source of protein.")]
    public void An_ordinary_word_that_opens_a_sentence_is_no_person(string text) => Assert.Empty(Persons(text));

    [Theory]
    [InlineData("The app crashes on Falcon Mini since the update.")]
    [InlineData("Device: Zento Tab, version 5.2")]
    [InlineData("My Velora Watch does not charge.")]
    [InlineData("No sound on Ketra One and on the laptop.")]
    public void A_product_is_no_person(string text) => Assert.Empty(Persons(text));

    [Theory]
    [InlineData("The trail begins in William B. Stone Adobe State Historic Park.")]
    [InlineData("is jason's deli open on sunday")]
    [InlineData("We met at Charley's Steakhouse.")]
    public void A_place_that_bears_a_name_is_no_person(string text) => Assert.Empty(Persons(text));

    [Theory]
    [InlineData("The money is on its way. Anna needs a few days for it.", "Anna")]
    [InlineData("Mark Banks wrote to us twice.", "Mark Banks")]
    [InlineData("Please ask Edit Kovács for the address.", "Edit Kovács")]
    [InlineData("I spoke with Tom Long about the price.", "Tom Long")]
    [InlineData("Ji-sung Park bought the Falcon Mini.", "Ji-sung Park")]
    [InlineData("Regards,\nJasper", "Jasper")]
    [InlineData("Hazel's parcel is late.", "Hazel")]
    [InlineData("is jason's parcel late", "jason")]
    public void A_person_with_such_a_word_is_found(string text, string name) => Assert.Contains(name, Persons(text));
}
