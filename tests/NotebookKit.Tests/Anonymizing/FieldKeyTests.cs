using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

/// <summary>The name of a JSON field tells what its value is.</summary>
public class FieldKeyTests
{
    private static string Metadata(string json) => new Anonymizer().For().Mask(new Example { Id = "row", Messages = [new(Role.User, "hello")], Metadata = json }).Metadata!;

    [Theory]
    [InlineData("""{"passport_no":"H53586613"}""", """{"passport_no":"[PASSPORT]"}""")]
    [InlineData("""{"passportNo":"H53586613"}""", """{"passportNo":"[PASSPORT]"}""")]
    [InlineData("""{"guest":{"license-plate":"NEP 2844"}}""", """{"guest":{"license-plate":"[LICENSE_PLATE]"}}""")]
    [InlineData("""{"policy_no":["POL-8153787","POL-1179426"]}""", """{"policy_no":["[INSURANCE_NUMBER]","[INSURANCE_NUMBER]"]}""")]
    [InlineData("""{"bg_egn":"7523169263"}""", """{"bg_egn":"[BG_EGN]"}""")]
    [InlineData("""{"phone":4915112345671,"count":3}""", """{"phone":"[PHONE]","count":3}""")]
    public void The_name_of_a_field_tells_what_its_value_is(string json, string masked) => Assert.Equal(masked, Metadata(json));

    [Theory]
    [InlineData("""{"name":"Premium plan","order":"4711-0815"}""")]
    [InlineData("""{"order_id":4000001,"amount":1234567,"created":1700000000}""")]
    [InlineData("""{"number":"12","note":"the passport number is on page 2"}""")]
    public void Other_fields_stay(string json) => Assert.Equal(json, Metadata(json));

    [Fact]
    public void The_arguments_of_a_tool_call_are_read_with_their_names()
    {
        var call = new ToolCall("call-1", "book", """{"passport_no":"H53586613","seats":2}""");
        var masked = new Anonymizer().For().Mask(new Example { Id = "row", Messages = [new(Role.User, "Book it."), new(Role.Assistant, null) { ToolCalls = [call] }] });
        Assert.Equal("""{"passport_no":"[PASSPORT]","seats":2}""", masked.Messages[1].ToolCalls[0].Arguments);
    }

    [Fact]
    public void What_a_field_gave_away_is_found_in_the_turns_too()
    {
        var masked = new Anonymizer().For().Mask(new Example { Id = "row", Messages = [new(Role.User, "You wrote H53586613 again.")], Metadata = """{"passport_no":"H53586613"}""" });
        Assert.Equal("You wrote [PASSPORT] again.", masked.Messages[0].Content);
    }

    [Theory]
    [InlineData("The passport number you have on file for me is C32888843.", "The passport number you have on file for me is [PASSPORT].")]
    [InlineData("could you update the license plate to nep 2844?", "could you update the license plate to [LICENSE_PLATE]?")]
    [InlineData("als versicherungsnummer ist bei ihnen pol-5513382 hinterlegt", "als versicherungsnummer ist bei ihnen [INSURANCE_NUMBER] hinterlegt")]
    [InlineData("Numéro d'identité : I397931", "Numéro d'identité : [PERSONAL_NUMBER]")]
    [InlineData("il id: 25337582-8", "il id: [IL_ID]")]
    public void Words_between_a_label_and_its_value_do_not_hide_it(string text, string masked) => Assert.Equal(masked, new Anonymizer().MaskText(text));

    [Theory]
    [InlineData("the plates weigh 20 kg and the plate with 3 eggs is mine")]
    [InlineData("the passport office on 53 streets")]
    public void Words_near_a_label_that_lead_to_no_value_stay(string text) => Assert.Equal(text, new Anonymizer().MaskText(text));
}
