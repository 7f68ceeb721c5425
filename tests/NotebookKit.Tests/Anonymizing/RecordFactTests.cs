using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class RecordFactTests
{
    private static string Masked(string? metadata, string text, string? subject = null) =>
        new Anonymizer().Mask(Build.Example("1", text, "Fine.") with { Metadata = metadata, Subject = subject }).Messages[0].Content!;

    [Theory]
    [InlineData("""{"name":"Jane Fairweather"}""", "so fairweather is back", "so [NAME] is back")]
    [InlineData("""{"customer":{"name":"Jane Fairweather","id":"C-48392"}}""", "Ticket of c-48392 by jane", "Ticket of [USER] by [NAME]")]
    [InlineData("""{"customer_id":"QX48392"}""", "The id qx48392 does not work", "The id [USER] does not work")]
    [InlineData("""{"email":"jane.fairweather@example.com"}""", "The login jane.fairweather does not work", "The login [NAME] does not work")]
    [InlineData("""{"email":"quirkyowl7@example.com"}""", "The login quirkyowl7 does not work", "The login [USER] does not work")]
    [InlineData("""{"from":"\"Fairweather, Jane\" <jf@example.com>"}""", "so fairweather is back", "so [NAME] is back")]
    [InlineData("""{"user":"moonbadger"}""", "Hello from moonbadger here", "Hello from [USER] here")]
    [InlineData("""{"phone":"+1 212-555-0147"}""", "The one that ends in 0147, please", "The one that ends in [PHONE], please")]
    [InlineData("""{"phone":"+1 212-555-0147"}""", "The id 2125550147 is mine", "The id [PHONE] is mine")]
    [InlineData("""{"card_number":"4111 1111 1111 1111"}""", "card ending 1111 was charged", "card ending [CARD] was charged")]
    [InlineData("""{"card_number":"4111 1111 1111 1111"}""", "charged to **** 1111 again", "charged to **** [CARD] again")]
    [InlineData("""{"iban":"DE89370400440532013000"}""", "Konto, endet auf 3000, bitte", "Konto, endet auf [IBAN], bitte")]
    public void What_a_field_says_is_masked_in_every_turn(string metadata, string text, string masked) => Assert.Equal(masked, Masked(metadata, text));

    [Theory]
    [InlineData("""{"from":"Lisbon","to":"Berlin"}""", "to Berlin from Lisbon")]
    [InlineData("""{"name":"Premium Plan"}""", "the Premium Plan is dear")]
    [InlineData("""{"author":"support team"}""", "the support team is here")]
    [InlineData("""{"user":"guest"}""", "a guest asked")]
    [InlineData("""{"email":"support@example.com"}""", "the support is good")]
    [InlineData("""{"phone":"+1 212-555-0147"}""", "It cost 0147 points in 2024")]
    [InlineData("""{"account":"savings"}""", "my savings are small")]
    [InlineData("""not json at all""", "the text stays")]
    public void What_is_no_person_in_a_field_stays(string metadata, string text) => Assert.Equal(text, Masked(metadata, text));

    [Fact]
    public void The_subject_is_known_by_name_mail_or_id()
    {
        Assert.Equal("so [NAME] is back", Masked(null, "so fairweather is back", "Jane Fairweather"));
        Assert.Equal("id [USER] is back", Masked(null, "id quirkyowl7 is back", "quirkyowl7@example.com"));
        Assert.Equal("id [USER] is back", Masked(null, "id cust-4711 is back", "cust-4711"));
    }

    [Fact]
    public void A_mail_header_in_a_text_gives_the_name_to_all_turns()
    {
        var example = Build.Example("1", "From: Jane Fairweather <jf@example.com>\nIt broke.", "Fairweather wrote that it broke.");
        var masked = new Anonymizer().Mask(example);
        Assert.DoesNotContain(masked.Texts, t => t.Text.Contains("Fairweather", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_mail_address_in_one_turn_gives_its_name_to_the_others()
    {
        var masked = new Anonymizer().Mask(Build.Example("1", "I am at quillandra.fairweather@example.com", "Good, Fairweather is noted."));
        Assert.Equal("Good, [NAME] is noted.", masked.Messages[1].Content);
    }

    [Fact]
    public void Masking_a_row_with_fields_twice_is_masking_it_once()
    {
        var masker = new Anonymizer().For();
        var example = Build.Example("1", "I am jane, id QX48392, card ending 1111", "Thanks, Jane Fairweather.") with
        {
            Metadata = """{"name":"Jane Fairweather","customer_id":"QX48392","card_number":"4111 1111 1111 1111","email":"jane.fairweather@example.com"}""",
            Subject = "Jane Fairweather",
        };
        var once = masker.Mask(example);
        Assert.DoesNotContain(once.Texts, t => t.Text.Contains("jane", StringComparison.OrdinalIgnoreCase) || t.Text.Contains("48392", StringComparison.Ordinal) || t.Text.Contains("1111", StringComparison.Ordinal));
        Assert.Same(once, masker.Mask(once));
    }
}
