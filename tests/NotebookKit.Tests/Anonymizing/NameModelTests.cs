using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class NameModelTests
{
    private static List<Span> Find(string text, double least = 0.25)
    {
        var found = new List<Span>();
        new ListNameRecognizer { Least = least }.Find(text, new(), found);
        return found;
    }

    [Theory]
    [InlineData("I flew to Lisbon last week.", "Lisbon", EntityTypes.Location)]
    [InlineData("We live in New Zealand now.", "New Zealand", EntityTypes.Location)]
    [InlineData("She works at Microsoft in Dublin.", "Microsoft", EntityTypes.Organization)]
    [InlineData("My name is Priya Raman.", "Priya Raman", EntityTypes.Person)]
    [InlineData("i spoke with maria lopez yesterday", "maria lopez", EntityTypes.Person)]
    [InlineData("PLEASE CALL MARIA LOPEZ BACK", "MARIA LOPEZ", EntityTypes.Person)]
    [InlineData("The invoice of Thomas O'Brien is late.", "Thomas O'Brien", EntityTypes.Person)]
    public void A_name_is_found_with_its_type_and_its_offsets(string text, string name, string type)
    {
        var start = text.IndexOf(name, StringComparison.Ordinal);
        Assert.Contains(Find(text), s => s.Start == start && s.End == start + name.Length && s.Type == type && s.Score >= 0.5);
    }

    [Theory]
    [InlineData("Cadence: 80 rpm, pace: 5 min.")]
    [InlineData("I cooked rice and beans.")]
    [InlineData("public static int Main() => Parser.Parse(Input);")]
    public void Common_words_are_no_names(string text) => Assert.DoesNotContain(Find(text), s => s.Score >= 0.5);

    [Fact]
    public void All_types_are_told_and_no_score_is_below_a_quarter()
    {
        var recognizer = new ListNameRecognizer();
        Assert.Equal([EntityTypes.Person, EntityTypes.Location, EntityTypes.Organization], recognizer.Types);
        var found = Find("Anna Berg of Novatech Ltd flew from Oslo to Rome with Tom. Maybe Rift, Juna or Player did, too.");
        Assert.All(found, s => Assert.InRange(s.Score, 0.25, 1));
    }

    [Fact]
    public void Two_runs_find_the_same()
    {
        const string text = "Hi Anna,\nBo Berg and Mr. Okafor of Smith & Sons are in Nairobi.\nCheers, Zoltan";
        Assert.Equal(Find(text), Find(text));
        Assert.Equal(Find(text), Find(new string(text)));
    }

    [Fact]
    public void A_lower_limit_covers_all_that_a_higher_one_covers()
    {
        foreach (var text in (string[])["Hi Anna, Bo Berg met Quill Ondar in Paris Hilton.", "jordan and austin met at target", "THE LATE MR SMITH OF JACKSON AND SONS", "Tell Rift that Norman Rift called."])
        {
            var wide = Covered(text, Sensitivity.RecallFirst);
            var middle = Covered(text, Sensitivity.Balanced);
            Assert.Subset(wide, middle);
            Assert.Subset(middle, Covered(text, Sensitivity.PrecisionFirst));
        }
    }

    [Theory]
    [InlineData("Anna ")]
    [InlineData("Anna-")]
    [InlineData("anna of the ")]
    [InlineData("New York of and ")]
    [InlineData("A. B. ")]
    [InlineData("O'")]
    [InlineData("de la ")]
    [InlineData("Mr. Smith & Co, ")]
    public void Any_long_text_is_read_with_spans_inside_it(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 400_000 / unit.Length));
        Assert.All(Find(text), s => Assert.True(s.Start >= 0 && s.Start < s.End && s.End <= text.Length));
    }

    [Fact]
    public void Names_of_all_origins_are_masked_in_plain_sentences()
    {
        string[] names = ["Chidi Okonkwo", "Wei Zhang", "Aisha Haddad", "Nguyen Minh", "Priya Sharma", "Ivan Petrov", "Lucía Hernández", "Mehmet Yılmaz", "Lars Nilsson", "Emily Clark"];
        var masker = new Anonymizer().For();
        foreach (var name in names) Assert.Equal("I talked to [NAME] about the invoice.", masker.MaskText($"I talked to {name} about the invoice."));
    }

    [Fact]
    public void A_model_reads_back_what_was_written()
    {
        var rows = new ulong[1 << NameModel.RowBits];
        (rows[5], rows[^1]) = (0x0102_0304_0506_0708, 0xFF00_0000_0000_0001);
        var curves = Enumerable.Range(0, NameModel.Curves * NameModel.CurvePoints).Select(i => (byte)i).ToArray();
        using var stream = new MemoryStream(NameModel.Write(rows, new sbyte[NameModel.Gaps * 64], curves));
        var model = NameModel.Read(stream);
        Assert.Equal(0x03, model.Score([(5UL << (64 - NameModel.RowBits)) | 0x01])[5]);
        Assert.Equal(0, model.Score([(5UL << (64 - NameModel.RowBits)) | 0x07])[5]);
        Assert.Equal(16 / 255.0, model.Calibrate(0, 0.5), 6);
    }

    private static HashSet<int> Covered(string text, Sensitivity sensitivity) =>
        [.. new Anonymizer { Sensitivity = sensitivity }.For().Find(text).SelectMany(s => Enumerable.Range(s.Start, s.Length))];
}
