using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class DateTests
{
    [Theory]
    [InlineData("on 2023-03-14 we met", "2023-03-14")]
    [InlineData("on 3/14/2023 we met", "3/14/2023")]
    [InlineData("am 14.03.2023", "14.03.2023")]
    [InlineData("on 14/3/23", "14/3/23")]
    [InlineData("14 March 2023", "14 March 2023")]
    [InlineData("It is a 2017 Danish film", "2017")]
    [InlineData("from the 1998 album", "1998")]
    [InlineData("March 14th, '23", "March 14th, '23")]
    [InlineData("on Mar-14", "Mar-14")]
    [InlineData("14-Mar-2023", "14-Mar-2023")]
    [InlineData("14Mar2023", "14Mar2023")]
    [InlineData("in March 2023", "March 2023")]
    [InlineData("el 14 de marzo de 2023", "14 de marzo de 2023")]
    [InlineData("am 14. März um 9", "14. März")]
    [InlineData("le 1er janvier 2024", "1er janvier 2024")]
    [InlineData("il 14 marzo 2023", "14 marzo 2023")]
    [InlineData("op 14 maart 2023", "14 maart 2023")]
    [InlineData("14 de março de 2023", "14 de março de 2023")]
    [InlineData("on Monday, March 14th at 10:30 pm we met", "Monday, March 14th at 10:30 pm")]
    [InlineData("Fri, 13 Oct 2023 10:15:00 +0000", "Fri, 13 Oct 2023 10:15:00 +0000")]
    [InlineData("at 10:30 pm", "10:30 pm")]
    [InlineData("à 14h30", "14h30")]
    [InlineData("um 14:05 Uhr", "14:05 Uhr")]
    [InlineData("[2023-03-14T10:30:00Z] start", "2023-03-14T10:30:00Z")]
    [InlineData("2023-03-14 10:30:45.123+02:00", "2023-03-14 10:30:45.123+02:00")]
    [InlineData("2022年3月14日", "2022年3月14日")]
    [InlineData("since 1998", "1998")]
    [InlineData("next Tuesday", "next Tuesday")]
    public void A_date_is_found_whole(string text, string date) => Finds.Only(text, EntityTypes.DateTime, date);

    [Theory]
    [InlineData("see you yesterday", "yesterday")]
    [InlineData("a 3/14 thing", "3/14")]
    public void A_vague_one_is_a_guess(string text, string date)
    {
        Finds.Only(text, EntityTypes.DateTime, date, 0.25);
        Assert.Empty(Finds.Of(text, EntityTypes.DateTime));
    }

    [Theory]
    [InlineData("version 1.2.2023 of 10.0.0.1")]
    [InlineData("3/4 cup, score 3-2, $3.14")]
    [InlineData("a 2000 word essay, a 1500 film archive, the 1999 Dollars")]
    [InlineData("call 555-123-4567 or 030 1234 5678")]
    [InlineData("MAC 10:09:48:d1:56:b1")]
    [InlineData("for 3 days, 2 weeks and 10 years")]
    [InlineData("you may 5 times march 3 km")]
    [InlineData("in 2000 steps")]
    public void Another_number_is_no_date(string text) => Assert.Empty(Finds.Of(text, EntityTypes.DateTime));

    [Theory]
    [InlineData("DOB: 03/14/1985", "03/14/1985")]
    [InlineData("born on 14 March 1985", "14 March 1985")]
    [InlineData("Geboren am 14.03.1985 in Musterstadt", "14.03.1985")]
    [InlineData("née le 3 mai 1990", "3 mai 1990")]
    [InlineData("fecha de nacimiento: 03/05/1990", "03/05/1990")]
    [InlineData("nato il 3.5.1990", "3.5.1990")]
    [InlineData("{\"dob\": \"1985-03-14\", \"created\": \"2020-01-01\"}", "1985-03-14")]
    [InlineData("dateOfBirth=1985-03-14", "1985-03-14")]
    [InlineData("my birthday is May 5", "May 5")]
    [InlineData("She was born in Springfield on 5 May 1980.", "5 May 1980")]
    [InlineData("I was born in 1985.", "1985")]
    [InlineData("5. Mai 1980 geboren", "5. Mai 1980")]
    public void A_date_of_birth_is_found_by_its_cue(string text, string date) => Finds.Only(text, EntityTypes.DateOfBirth, date);

    [Theory]
    [InlineData("the birthday party is on June 3")]
    [InlineData("Adobe 14.03.1985")]
    [InlineData("created 2020-01-01")]
    [InlineData("born to run. On 2020-01-01 it began")]
    public void Another_date_is_no_date_of_birth(string text) => Assert.Empty(Finds.Of(text, EntityTypes.DateOfBirth));

    [Fact]
    public void The_date_of_birth_wins_over_the_date() =>
        Assert.Equal(["DATE_OF_BIRTH"], new Anonymizer { Types = [EntityTypes.DateTime, EntityTypes.DateOfBirth] }.For().Find("DOB: 1985-03-14").Select(s => s.Type));
}
