using System.Text.Json.Nodes;
using NotebookKit.Reviewing;
using NotebookKit.Tests.Writing;

namespace NotebookKit.Tests.Reviewing;

public sealed class VerdictFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    private Verdicts Read(string text, string name = "v.jsonl")
    {
        File.WriteAllText(folder.At(name), text);
        return Verdicts.Read(folder.At(name));
    }

    private string Complaint(string text, string name = "v.jsonl") => Assert.Throws<BadInputException>(() => Read(text, name)).Message;

    [Fact]
    public void The_sample_that_a_run_writes_reads_back_when_it_is_filled_in()
    {
        SmallRun.Output().WriteTo(folder.At("out"));
        var lines = File.ReadAllLines(folder.At("out/audit/review-sample.jsonl"));
        Assert.Equal(13, lines.Length);
        Assert.DoesNotContain(SmallRun.Mail, string.Concat(lines), StringComparison.Ordinal);
        Assert.Equal((0, 12), (Verdicts.Read(folder.At("out/audit/review-sample.jsonl")).Count, Verdicts.Read(folder.At("out/audit/review-sample.jsonl")).Open));
        var rows = lines.Select(l => JsonNode.Parse(l)!.AsObject()).ToList();
        Assert.Equal(["id", "verdict", "correction", .. ReviewQuestions.All.Select(q => q.Key), "harmful", "edge", "note", "drawn", "source", "label", "flags", "input", "output"], rows[1].Select(f => f.Key));
        rows[1]["verdict"] = "right";
        rows[2]["verdict"] = "Wrong";
        rows[3]["correction"] = "Better so.";
        foreach (var question in ReviewQuestions.All) rows[4][question.Key] = question.Key == "proud" ? "no" : "yes";
        rows[5]["harmful"] = true;
        var verdicts = Read(string.Join('\n', rows.Select(r => r.ToJsonString())));
        Assert.Equal((5, 7), (verdicts.Count, verdicts.Open));
        Verdict Of(int row) => verdicts.TryGet(rows[row]["id"]!.GetValue<string>(), out var verdict) ? verdict : throw new InvalidOperationException();
        Assert.Equal([VerdictKind.Right, VerdictKind.Wrong, VerdictKind.Corrected, VerdictKind.Right, VerdictKind.Right], Enumerable.Range(1, 5).Select(i => Of(i).Kind));
        Assert.Equal(("Better so.", 1, true, 3L), (Of(3).Correction, Of(4).Failed, Of(5).Harmful, Of(2).Line));
        Assert.True(Of(1).IsRandom);
    }

    [Fact]
    public void A_table_with_the_same_fields_is_read_too()
    {
        var verdicts = Read("ID;verdict;correction;proud\r\na-1;fix;\"two\nlines; \"\"quoted\"\"\";yes\r\n\r\na-2;;;\r\na-3;reject;;no", "v.csv");
        Assert.Equal((2, 1), (verdicts.Count, verdicts.Open));
        Assert.True(verdicts.TryGet("a-1", out var first) && first is { Kind: VerdictKind.Corrected, Correction: "two\nlines; \"quoted\"", Line: 2 });
        Assert.True(verdicts.TryGet("a-3", out var third) && third is { Kind: VerdictKind.Wrong, Line: 6, Failed: 1 });
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"verdict\":\"right\"}\n{\"id\":\"b\",", "line 2: this is no JSON object")]
    [InlineData("[1]", "line 1: a JSON object was expected")]
    [InlineData("{\"verdict\":\"right\"}", "line 1, field \"id\": the id of a row was expected")]
    [InlineData("{\"id\":\"a\",\"verdict\":\"maybe\"}", "line 1, field \"verdict\": right, wrong or corrected was expected, but it is 'maybe'.")]
    [InlineData("{\"id\":\"a\",\"verdict\":\"corrected\"}", "line 1, field \"correction\": the verdict is corrected, so the right answer was expected here.")]
    [InlineData("{\"id\":\"a\",\"verdict\":\"wrong\",\"correction\":\"x\"}", "line 1, field \"verdict\": a correction is given")]
    [InlineData("{\"id\":\"a\",\"proud\":\"yes\"}", "line 1, field \"verdict\": it is empty, and so is format, consistent, realistic, better;")]
    [InlineData("{\"id\":\"a\",\"edge\":\"decline\",\"drawn\":\"random\"}", "line 1, field \"verdict\": it is empty, but the row is filled in elsewhere")]
    [InlineData("{\"id\":\"a\",\"verdict\":\"right\",\"proud\":\"perhaps\"}", "line 1, field \"proud\": yes or no was expected, but it is 'perhaps'.")]
    [InlineData("{\"id\":\"a\",\"verdict\":\"right\",\"edge\":\"strange\"}", "line 1, field \"edge\": decline, ambiguous, out-of-domain, none or nothing was expected")]
    [InlineData("{\"id\":\"a\",\"verdikt\":\"right\"}", "line 1, field \"verdikt\": there is no such field; a row has id, verdict,")]
    [InlineData("{\"id\":\"a\",\"verdict\":\"right\",\"verdict\":\"wrong\"}", "line 1, field \"verdict\": the field is there twice")]
    public void A_line_that_is_no_verdict_says_where_and_what_was_expected(string text, string message) =>
        Assert.StartsWith($"{folder.At("v.jsonl")}, {message}", Complaint(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("verdict\nright", "line 1, field \"id\": the heading has no column \"id\"")]
    [InlineData("id,verdict\na,right,more", "line 2: 3 cells, but the heading has 2")]
    [InlineData("id,verdict\na,\"right", "line 2: a quote is opened and never closed.")]
    [InlineData("id,id\na,b", "line 1, field \"id\": the column is there twice.")]
    public void A_table_that_cannot_be_cut_says_where(string text, string message) =>
        Assert.StartsWith($"{folder.At("v.csv")}, {message}", Complaint(text, "v.csv"), StringComparison.Ordinal);

    [Fact]
    public void An_answer_in_the_wrong_field_is_not_repeated() =>
        Assert.DoesNotContain("Nadia", Complaint("{\"id\":\"a\",\"verdict\":\"Dear Nadia Example, open the page\"}"), StringComparison.Ordinal);

    [Fact]
    public void Two_verdicts_about_a_row_are_refused_over_all_files()
    {
        File.WriteAllText(folder.At("one.jsonl"), "{\"id\":\"a\",\"verdict\":\"right\"}\n");
        File.WriteAllText(folder.At("two.jsonl"), "\n{\"id\":\"a\",\"verdict\":\"right\"}\n");
        var error = Assert.Throws<BadInputException>(() => Verdicts.Read(folder.At("one.jsonl"), folder.At("two.jsonl")));
        Assert.Equal($"{folder.At("two.jsonl")}, line 2, field \"id\": there is a verdict for 'a' already, in {folder.At("one.jsonl")}, line 1; keep one of them.", error.Message);
    }

    [Fact]
    public void Ids_that_no_input_has_are_refused()
    {
        var data = Build.Dataset(Build.Example("a", "q", "a"));
        Read("{\"id\":\"a\",\"verdict\":\"right\"}").CheckIds(data);
        Assert.Contains("line 2, field \"id\": no row of the inputs has the id 'b'; give the inputs, the seed and the key file",
            Assert.Throws<BadInputException>(() => Read("{\"id\":\"a\",\"verdict\":\"right\"}\n{\"id\":\"b\",\"verdict\":\"right\"}").CheckIds(data)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_cannot_be_read_are_refused()
    {
        Assert.Contains("does not exist", Assert.Throws<BadInputException>(() => Verdicts.Read(folder.At("nowhere.jsonl"))).Message, StringComparison.Ordinal);
        Assert.Contains("is a folder", Assert.Throws<BadInputException>(() => Verdicts.Read(folder.Root)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(folder.At("latin.jsonl"), [.. "{\"id\":\"a\",\"note\":\""u8, 0xE9, .. "\"}"u8]);
        Assert.Contains("not UTF-8", Assert.Throws<BadInputException>(() => Verdicts.Read(folder.At("latin.jsonl"))).Message, StringComparison.Ordinal);
    }
}
