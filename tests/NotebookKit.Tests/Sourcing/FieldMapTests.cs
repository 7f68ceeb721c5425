using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Sourcing;

/// <summary>Files of any fields, named by a map.</summary>
public sealed class FieldMapTests : IDisposable
{
    private readonly Inputs inputs = new();

    public void Dispose() => inputs.Dispose();

    [Theory]
    [InlineData("input", "'input' is not of the form target=field")]
    [InlineData("input=", "'input=' is not of the form target=field")]
    [InlineData("output=a", "it names no field for input")]
    [InlineData("input=a,inptu=b", "'inptu' is not one of input, output")]
    [InlineData("input=a,input=b", "'input' is given twice")]
    public void A_map_that_cannot_be_used_says_why(string map, string why)
    {
        var error = Assert.Throws<ArgumentException>(() => FieldMap.Parse(map));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains("input=question,output=reply,label=topic", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_reads_back_what_it_writes() =>
        Assert.Equal(FieldMap.Parse("output=b,input=a+c"), FieldMap.Parse(FieldMap.Parse(" input = a + c , output=b ").ToString()));

    [Fact]
    public void Fields_are_joined_and_found_inside_others()
    {
        inputs.File("m.jsonl", """{"Title":"T","text":"body","answer":{"text":"A"},"topic":"x","who":"Anna Meier","left":1}""");
        var data = MappedFile.Read(Path.Combine(inputs.Folder, "m.jsonl"), "input=title+text,output=answer.text,label=topic,author=who");
        var e = Assert.Single(Inputs.Checked(data).Examples);
        Assert.Equal(("T\nbody", "A", "x", "Anna Meier", "{\"left\":1}"), (e.LastUserTurn, e.Output, e.Label, e.Author, e.Metadata));
        Assert.Equal(["Anna Meier"], e.KnownNames);
    }

    [Fact]
    public void A_map_applies_to_the_files_that_have_its_input_field()
    {
        var mapped = inputs.File("m.csv", "q,r\nwhy,because\n");
        var chat = inputs.File("c.jsonl", """{"prompt":"p","completion":"c"}""");
        var data = Inputs.Checked(Sources.Read([mapped, chat], new SourcingOptions { Map = FieldMap.Parse("input=q,output=r") }));
        Assert.Equal(["mapped", "openai-messages"], data.History.Inputs.Select(i => i.Format));
        var unused = Sources.Read([chat], new SourcingOptions { Map = FieldMap.Parse("input=nope,output=r") });
        Assert.Equal("map-unused", Assert.Single(unused.History.Inputs[0].Findings).Code);
    }

    [Fact]
    public void A_name_in_a_map_that_no_record_has_is_said()
    {
        var data = inputs.Read("m.csv", "q,r,Topic\nwhy,because,rain\nwhen,now,\n", new SourcingOptions { Map = FieldMap.Parse("input=q,output=r,label=Topik") });
        var finding = Assert.Single(data.History.Inputs[0].Findings);
        Assert.Equal(("map-field-missing", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains("'Topik' that the field map names for label", finding.Text, StringComparison.Ordinal);
        Assert.Empty(inputs.Read("n.csv", "q,r,Topic\nwhy,because,\n", new SourcingOptions { Map = FieldMap.Parse("input=q,output=r,label=Topic") }).History.Inputs[0].Findings);
    }

    [Fact]
    public void A_row_without_input_is_rejected_and_one_without_output_is_an_input_to_label()
    {
        var data = inputs.Read("m.csv", "q,r\n,because\nwhy,\n", new SourcingOptions { Map = FieldMap.Parse("input=q,output=r") });
        Assert.Equal("q", Assert.Single(data.History.Rejected).Field);
        Assert.Equal("why", Assert.Single(Assert.Single(data.Examples).Messages).Content);
    }

    [Theory]
    [InlineData("""{"id":"n-1","note":"Long text.","summary":"Short.","author":"Anna Meier"}""", TaskKind.Summarization, "Short.")]
    [InlineData("""{"question":"Why?","answer":"So."}""", TaskKind.QuestionAnswering, "So.")]
    [InlineData("""{"symptom":"cough","triage":"routine"}""", TaskKind.Classification, "routine")]
    [InlineData("""{"review":"Great!","sentiment":"positive"}""", TaskKind.Classification, "positive")]
    [InlineData("""{"email":"Can we meet?","reply":"Yes."}""", TaskKind.QuestionAnswering, "Yes.")]
    public void Pairs_with_well_known_names_need_no_map(string row, TaskKind task, string output)
    {
        var e = Assert.Single(inputs.Read("p.jsonl", row).Examples);
        Assert.Equal((task, output), (e.Task, e.Output));
        Assert.Equal(task == TaskKind.Classification ? output : null, e.Label);
    }
}
