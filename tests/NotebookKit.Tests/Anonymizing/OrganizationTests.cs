using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

/// <summary>Organizations by legal form and by the words around them, places and streets by the words before them.</summary>
public sealed class OrganizationTests
{
    private static readonly OrganizationRecognizer Organizations = new();

    [Theory]
    [InlineData("Our supplier is Nordlauf AB, since May.", "Nordlauf AB")]
    [InlineData("The bill came from Hartmoor Sp. z o.o. today.", "Hartmoor Sp. z o.o.")]
    [InlineData("Hartmoor S.p.A. called.", "Hartmoor S.p.A.")]
    [InlineData("We bought it of Kelcombe Co., Ltd. in June.", "Kelcombe Co., Ltd.")]
    [InlineData("Ask Kelcombe & Sons for it.", "Kelcombe & Sons")]
    [InlineData("I work for Kelcombe, Hartmoor and Svensson.", "Kelcombe, Hartmoor and Svensson")]
    [InlineData("She works at Nordlauf now.", "Nordlauf")]
    [InlineData("Have you shares of Nordlauf Kestrel?", "Nordlauf Kestrel")]
    [InlineData("He is an engineer at the Bluefin Agency.", "Bluefin Agency")]
    [InlineData("The Nordlauf website is down.", "Nordlauf")]
    [InlineData("Nordlauf's customers wait.", "Nordlauf")]
    [InlineData("Nordlauf announced it.", "Nordlauf")]
    [InlineData("I got it from Nordlauf.", "Nordlauf")]
    [InlineData("Maria Svensson of Nordlauf GmbH will call.", "Nordlauf GmbH")]
    public void An_organization_is_found(string text, string expected) => Assert.Contains(expected, Found(Organizations, text, 0.5));

    [Theory]
    [InlineData("She works for Jane Doe.")]
    [InlineData("She works for Mrs Ashdown.")]
    [InlineData("I work at home and in Berlin.")]
    [InlineData("The office of Maria is on the left.")]
    [InlineData("Smith, Jones and Brown were late.")]
    [InlineData("We live in Calgary, AB 12345.")]
    [InlineData("Thanks for the Limited offer.")]
    [InlineData("My account is closed and the website is down.")]
    [InlineData("He plays for Chicago.")]
    public void What_is_a_person_a_place_or_a_word_is_no_organization(string text) => Assert.Empty(Found(Organizations, text, 0.5));

    [Theory]
    [InlineData("She lives in Kvistmark.", "Kvistmark")]
    [InlineData("A flight to New Elmwick is late.", "New Elmwick")]
    [InlineData("Do you ship to Svalbard & Jan Mayen Islands?", "Svalbard & Jan Mayen Islands")]
    [InlineData("It is for Sao Tome and Principe only.", "Sao Tome and Principe")]
    [InlineData("I was born in Elmchester.", "Elmchester")]
    public void A_place_is_found_by_what_is_around_it(string text, string expected) => Assert.Contains(expected, Found(new PlaceCueRecognizer(), text, 0.5));

    [Theory]
    [InlineData("I was born in May.")]
    [InlineData("The office in March, with Jane.")]
    [InlineData("I stay in touch with Kvistmark.")]
    public void Months_and_other_words_are_no_places(string text) => Assert.Empty(Found(new PlaceCueRecognizer(), text, 0.5));

    [Theory]
    [InlineData("They live on Castro Crossing.", "Castro Crossing")]
    [InlineData("The street is Young Mews.", "Young Mews")]
    [InlineData("My new address is Carla Spurs Victor Loop\n Apt. 322\n Elmwick", "Carla Spurs Victor Loop\n Apt. 322")]
    [InlineData("Send it to Unit 3679 Box 9348\nDPO AE 48220", "Unit 3679 Box 9348\nDPO AE 48220")]
    [InlineData("Nordlauf, Hofzicht 128, Kvistmark", "Hofzicht 128")]
    [InlineData("We moved from Mållångsbo 88 to Elmwick.", "Mållångsbo 88")]
    public void A_street_is_found_by_what_is_around_it(string text, string expected) => Assert.Contains(Found(new StreetAddressRecognizer(), text, 0.5), found => found.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("It is on Table Mountain.")]
    [InlineData("I have Windows 11, Office 365 and a Galaxy 21.")]
    [InlineData("We ran from Psalm 23 to Psalm 91.")]
    [InlineData("Upgrade from Nokia 3310 to Nokia 6300.")]
    public void What_has_a_number_or_a_mountain_is_no_street(string text) => Assert.Empty(Found(new StreetAddressRecognizer(), text, 0.5));

    [Fact]
    public void A_long_text_of_names_takes_one_look_at_each_word()
    {
        foreach (var piece in (string[])["works at Nordlauf ", "Nordlauf of ", "Nordlauf, ", "Nordlauf & ", "lives on Young Mews ", "A.", "New Saint ", "Young 12, "])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
            foreach (var recognizer in (Recognizer[])[Organizations, new PlaceCueRecognizer(), new StreetAddressRecognizer()])
            {
                var found = new List<Span>();
                recognizer.Find(text, new RecognizerContext(), found);
                Assert.All(found, span => Assert.InRange(span.Length, 1, 400));
            }
        }
    }

    [Fact]
    public void Organizations_and_places_stay_where_nobody_asks_for_them() =>
        Assert.Equal("She works at Nordlauf AB in Kvistmark.", new Anonymizer().MaskText("She works at Nordlauf AB in Kvistmark."));

    private static List<string> Found(Recognizer recognizer, string text, double least)
    {
        var found = new List<Span>();
        recognizer.Find(text, new RecognizerContext(), found);
        return [.. found.Where(s => s.Score >= least).Select(s => text[s.Start..s.End])];
    }
}
