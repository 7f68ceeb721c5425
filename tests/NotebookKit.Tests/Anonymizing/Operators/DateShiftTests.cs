using System.Globalization;
using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class DateShiftTests
{
    [Theory]
    [InlineData("2024-03-05", 10, "2024-03-15")]
    [InlineData("2024/03/05", -5, "2024/02/29")]
    [InlineData("20240305", 10, "20240315")]
    [InlineData("2024-03-05T10:30:00Z", 300, "2024-12-30T10:30:00Z")]
    [InlineData("2024-03-05 10:30:00.125+02:00", 1, "2024-03-06 10:30:00.125+02:00")]
    [InlineData("05.03.2024", 10, "15.03.2024")]
    [InlineData("5.3.2024", 10, "15.3.2024")]
    [InlineData("5.3.24", 364, "4.3.25")]
    [InlineData("03/05/2024", 30, "04/04/2024")]
    [InlineData("25/12/2024", 10, "04/01/2025")]
    [InlineData("12/25/2024", 10, "01/04/2025")]
    [InlineData("3/5/2024", 10, "3/15/2024")]
    [InlineData("March 5, 2024", 30, "April 4, 2024")]
    [InlineData("March 5th, 2024", 28, "April 2nd, 2024")]
    [InlineData("MARCH 1ST 2024", 10, "MARCH 11TH 2024")]
    [InlineData("5 Mar 2024", 30, "4 Apr 2024")]
    [InlineData("5-Mar-2024", 30, "4-Apr-2024")]
    [InlineData("Tuesday, March 5, 2024", 1, "Wednesday, March 6, 2024")]
    [InlineData("Tue 5 Mar 2024 at 10:30 am", 1, "Wed 6 Mar 2024 at 10:30 am")]
    [InlineData("5. März 2024", 30, "4. April 2024")]
    [InlineData("Dienstag, den 5. März 2024 um 10 Uhr", 1, "Mittwoch, den 6. März 2024 um 10 Uhr")]
    [InlineData("5. April 2024", 30, "5. Mai 2024")]
    [InlineData("le 5 août 2024", 30, "le 4 septembre 2024")]
    [InlineData("1er janvier 2024", 1, "2 janvier 2024")]
    [InlineData("5 de marzo de 2024", 30, "4 de abril de 2024")]
    [InlineData("5 de março de 2024", 30, "4 de abril de 2024")]
    [InlineData("5 dicembre 2024", 30, "4 gennaio 2025")]
    [InlineData("5 maart 2024", 30, "4 april 2024")]
    [InlineData("5 marca 2024", 30, "4 kwietnia 2024")]
    [InlineData("5 марта 2024 г.", 30, "4 апреля 2024 г.")]
    [InlineData("2024年3月5日", 30, "2024年4月4日")]
    [InlineData("March 2024", 60, "May 2024")]
    [InlineData("5 March", 30, "4 April")]
    [InlineData("2024", 364, "2025")]
    public void A_date_moves_in_its_own_format(string text, int days, string expected) => Assert.Equal(expected, DateText.Read(text, null)?.Moved(days));

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("Monday")]
    [InlineData("10:30")]
    [InlineData("March 5-7, 2024")]
    [InlineData("31.02.2024")]
    [InlineData("13/13/2024")]
    [InlineData("Q1 2024")]
    [InlineData("1709632800")]
    [InlineData("March")]
    [InlineData("99")]
    [InlineData("")]
    public void What_is_no_single_date_becomes_the_placeholder(string text) =>
        Assert.Equal("[DATE]", Operator.ShiftDate.Replace(new(EntityTypes.DateTime, text)));

    [Fact]
    public void The_calendar_has_an_end() => Assert.Null(DateText.Read("2999-12-31", null)?.Moved(10_000_000));

    [Fact]
    public void Dates_of_one_person_keep_order_and_distance_and_persons_move_differently()
    {
        string[] dates = ["2023-12-30", "2024-01-02", "2024-02-28", "2024-03-01", "2026-03-01"];
        var moves = new HashSet<int>();
        for (var person = 0; person < 50; person++)
        {
            var moved = dates.Select(d => Day(Operator.ShiftDate.Replace(new(EntityTypes.DateTime, d) { Subject = $"s-{person}" }))).ToList();
            var move = moved[0] - Day(dates[0]);
            Assert.All(dates.Zip(moved), d => Assert.Equal(move, d.Second - Day(d.First)));
            Assert.InRange(Math.Abs(move), 1, 364);
            moves.Add(move);
        }

        Assert.InRange(moves.Count, 40, 50);
        Assert.Contains(moves, m => m < 0);
        Assert.Contains(moves, m => m > 0);
    }

    [Fact]
    public void The_subject_of_the_record_decides_then_the_conversation_then_the_id()
    {
        var stage = new Anonymizer { Recognizers = [new IsoDates()], Operators = new Dictionary<string, Operator> { [EntityTypes.DateTime] = Operator.ShiftDate } };
        string Moved(Example example) => stage.Mask(example).Messages[0].Content!;
        var row = Build.Example("1", "on 2024-03-05", "ok");
        Assert.Equal(Moved(row with { Subject = "Jane" }), Moved(row with { Id = "2", Subject = "Jane", Conversation = "c" }));
        Assert.NotEqual(Moved(row with { Subject = "Jane" }), Moved(row with { Subject = "Tom" }));
        Assert.Equal(Moved(row with { Conversation = "c" }), Moved(row with { Id = "2", Conversation = "c" }));
        Assert.NotEqual(Moved(row), Moved(row with { Id = "2" }));
        Assert.Equal(Moved(row with { Subject = "Jane" }), stage.Mask(new Anonymizer().Mask(row with { Subject = "Jane" })).Messages[0].Content);
    }

    [Fact]
    public void A_record_that_writes_days_first_tells_it_for_its_other_dates()
    {
        var record = new RecordFinds { Key = SecretKey.FromSeed(1), Subject = "x" };
        var text = record.Add(new("25/12/2023 and 05/03/2024"));
        text.Take([new(0, 10, EntityTypes.DateTime, 1, "t"), new(15, 25, EntityTypes.DateTime, 1, "t")], _ => Operator.ShiftDate);
        var moved = text.Write(f => Operator.ShiftDate.Replace(record.EntityOf(f.Span, f.Value))).Split(" and ");
        var days = moved.Select(d => DateTime.ParseExact(d, "dd/MM/yyyy", CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(new DateTime(2024, 3, 5) - new DateTime(2023, 12, 25), days[1] - days[0]);
    }

    private static int Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    private sealed class IsoDates : Recognizer
    {
        public override string EntityType => EntityTypes.DateTime;

        public override void Find(string text, RecognizerContext context, List<Span> into)
        {
            var at = text.IndexOf("2024-", StringComparison.Ordinal);
            if (at >= 0) into.Add(At(at, at + 10, 1));
        }
    }
}
