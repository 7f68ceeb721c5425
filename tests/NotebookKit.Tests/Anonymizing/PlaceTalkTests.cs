using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

/// <summary>Names that are a place's or a business's by what is said around them, and the same names where they are somebody's.</summary>
public class PlaceTalkTests
{
    [Theory]
    [InlineData("What's the forecast for Hamilton")]
    [InlineData("will it get windy this weekend in Selva Franklin Smith?")]
    [InlineData("I want to see weather conditions for Ennis")]
    [InlineData("In Morgan Mill will it be sunny")]
    [InlineData("What will the weather be for Kendall and the Province of Exampleshire")]
    [InlineData("book a restaurant in Robert Lee for 21:05")]
    [InlineData("I need a table at a restaurant for four around Zapata")]
    [InlineData("a restaurant that serves soup in Kit Carson")]
    [InlineData("book a table for 2 at Agate")]
    [InlineData("does brick grill deliver")]
    [InlineData("look to see if luigi's has takeaway")]
    [InlineData("call pf chang's to order me soup")]
    [InlineData("when will i get an order delivered from romero's")]
    [InlineData("find a bed at the naomi's hostel")]
    [InlineData("book a ticket for the ethan allen express to vermont")]
    [InlineData("what happens next Jun.?")]
    [InlineData("play some Christian Rock")]
    [InlineData("name = get_hostname(url)\nprint(hostname)")]
    public void A_place_or_a_business_stays(string text) => Assert.Empty(Finds.Of(text, EntityTypes.Person));

    [Theory]
    [InlineData("book a spot for 1 close to geraldine's house", "geraldine")]
    [InlineData("a restaurant in the same area as Maria's house", "Maria")]
    [InlineData("book a table in the restaurant for my wife Maria Lindqvist", "Maria Lindqvist")]
    [InlineData("The forecast was wrong, says Mr Hamilton", "Hamilton")]
    [InlineData("it is raining and my name is Robert Lee", "Robert Lee")]
    [InlineData("I met Kit Carson in the restaurant", "Kit Carson")]
    [InlineData("the coat of Kendall Smith is wet from the rain", "Kendall Smith")]
    [InlineData("we ordered food with Maria Lindqvist", "Maria Lindqvist")]
    [InlineData("call Robert Lee about the weather", "Robert Lee")]
    public void Somebody_is_found(string text, string name) => Assert.Contains(name, Finds.Of(text, EntityTypes.Person));

    [Fact]
    public void A_name_in_code_that_is_given_a_value_is_no_password()
    {
        Assert.Empty(Finds.Of("$user = 'me';\n$password = 'password';\n$dbname = 'myDatabase';", EntityTypes.ApiKey));
        Assert.Equal(["Falken77rot"], Finds.Of("My password:\nFalken77rot", EntityTypes.ApiKey));
    }

    [Fact]
    public void An_argument_in_code_is_no_account()
    {
        Assert.Empty(Finds.Of("account = BankAccount('12345678', 1000)", EntityTypes.BankAccount));
        Finds.Only("bank account (12345678)", EntityTypes.BankAccount, "12345678");
    }

    [Fact]
    public void A_long_talk_of_the_weather_is_read_to_its_end()
    {
        var masker = new Anonymizer { Types = [EntityTypes.Person] }.For();
        Assert.Empty(masker.Find(string.Concat(Enumerable.Repeat("the rain in Hamilton and ", 8_000))));
    }
}
