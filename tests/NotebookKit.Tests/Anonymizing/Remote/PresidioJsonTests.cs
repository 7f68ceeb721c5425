using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing.Remote;

public class PresidioJsonTests
{
    [Fact]
    public void Finds_go_out_in_code_points_and_come_back_in_units()
    {
        const string Text = "😀 Jo Marsh 😀 jo.m@example.com";
        var spans = new Anonymizer().For().Find(Text, ["Jo Marsh"]);
        var json = PresidioJson.Write(spans, Text);
        Assert.Contains("""{"entity_type":"EMAIL_ADDRESS","start":13,"end":29,"score":0.95}""", json, StringComparison.Ordinal);
        Assert.Equal(spans.Select(s => (s.Start, s.End, s.Type, s.Score)), PresidioJson.Read(json, Text).Select(s => (s.Start, s.End, s.Type, s.Score)));
    }

    [Fact]
    public void Types_go_out_under_their_names_there_and_come_back_under_ours()
    {
        const string Text = "abcdefgh";
        var json = PresidioJson.Write([new(0, 1, EntityTypes.StreetAddress, 0.5, ""), new(1, 2, EntityTypes.ApiKey, 0.5, ""), new(2, 3, "BADGE_NUMBER", 0.5, "")], Text);
        Assert.Equal(["LOCATION", "API_KEY", "BADGE_NUMBER"], PresidioJson.Read(json, Text).Select(s => s.Type));
        Assert.Equal("ZIP_CODE", PresidioJson.Read("""[{"entity_type":"DE_PLZ","start":0,"end":5,"score":1.0}]""", Text)[0].Type);
    }

    [Fact]
    public void No_finds_are_an_empty_list() => Assert.Equal(("[]", 0), (PresidioJson.Write([], ""), PresidioJson.Read("[]", "").Count));

    [Fact]
    public void What_lies_outside_the_text_is_refused_both_ways()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PresidioJson.Write([new(0, 9, "PERSON", 1, "")], "short"));
        Assert.Equal("find 1 at 0–2 of 1 code points", Assert.Throws<FormatException>(() => PresidioJson.Read("""[{"entity_type":"PERSON","start":0,"end":2,"score":1}]""", "😀")).Message);
    }

    [Fact]
    public void Every_type_of_ours_has_a_name_there_or_none()
    {
        foreach (var type in EntityTypes.All)
        {
            var theirs = PresidioNames.ToPresidio(type);
            if (theirs is null) Assert.False(PresidioNames.IsSame(type), type);
            else Assert.Contains(theirs, PresidioNames.All);
            Assert.Equal(type, PresidioNames.FromPresidio(type));
        }

        Assert.All(PresidioNames.All, name => Assert.Equal(name, PresidioNames.ToPresidio(name)));
        Assert.Null(PresidioNames.ToPresidio(EntityTypes.UserName));
        Assert.Equal("DATE_TIME", PresidioNames.ToPresidio(EntityTypes.DateOfBirth));
        Assert.Equal("BADGE_NUMBER", PresidioNames.ToPresidio("BADGE_NUMBER"));
        Assert.True(PresidioNames.IsSame(EntityTypes.UsSsn));
    }
}
