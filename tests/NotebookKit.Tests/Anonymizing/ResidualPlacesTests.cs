using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class ResidualPlacesTests
{
    [Theory]
    [InlineData("it is 12 Old Mill Road, ok", "STREET_ADDRESS", "12 Old Mill Road")]
    [InlineData("Komm in die Musterstraße 12 bitte", "STREET_ADDRESS", "Musterstraße 12")]
    [InlineData("my address is Rose Cottage 7", "STREET_ADDRESS", "Rose Cottage 7")]
    [InlineData("date of birth 14.3.1985", "DATE_OF_BIRTH", "14.3.1985")]
    [InlineData("born 5th of May 1980", "DATE_OF_BIRTH", "5th of May 1980")]
    [InlineData("username: j_doe", "USERNAME", "j_doe")]
    public void What_was_missed_is_found(string text, string type, string value)
    {
        var span = Assert.Single(new ResidualCheck().Find(text));
        Assert.Equal((type, value), (span.Type, text[span.Start..span.End]));
        Assert.Equal(text.IndexOf(value, StringComparison.Ordinal), span.Start);
    }

    [Theory]
    [InlineData("I live at [ADDRESS], born [DATE_OF_BIRTH], username: [USER]")]
    [InlineData("In 2008 Wall Street fell, in 2019 Abbey Road was busy")]
    [InlineData("username: your_username, user id: user_id")]
    [InlineData("IP address: 192.0.2.1, address: 0x7ffe0000")]
    [InlineData("the birthday party is at 5")]
    [InlineData("address: http://localhost:8080/a")]
    public void Clean_text_stays(string text) => Assert.Empty(new ResidualCheck().Find(text));
}
