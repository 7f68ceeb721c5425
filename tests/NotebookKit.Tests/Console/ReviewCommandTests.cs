using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookKit.Recipes;

namespace NotebookKit.Tests.Console;

public class ReviewCommandTests
{
    [Fact]
    public void The_gate_names_the_failed_items_in_one_line_and_returns_3()
    {
        using var run = new ConsoleRun();
        var input = run.Chats("a.jsonl", 40);
        Assert.Equal(0, run.Run(input, "--out", run.Out));
        Assert.Matches(@"(?m)^Checklist: \d+ pass · \d+ warn · [1-9]\d* fail · 4 needs-person$", run.Output);
        Assert.Contains("\nNext: 1. ", run.Output, StringComparison.Ordinal);
        Assert.Equal(3, run.Run(input, "--out", run.Out, "--gate"));
        var failed = Checklist(run).Where(i => i.State == "fail").Select(i => i.Id).ToList();
        Assert.Contains("size", failed);
        Assert.Equal($"prepare: all files are written, but {failed.Count} item{(failed.Count == 1 ? "" : "s")} of the checklist failed: {string.Join(", ", failed)} (--gate).", run.Complaint());
    }

    [Fact]
    public void A_gate_that_nothing_fails_returns_0()
    {
        using var run = new ConsoleRun();
        Assert.Equal(0, run.Run(RealData.Sample("tickets.jsonl"), "--out", run.Out, "--gate"));
        Assert.DoesNotContain(Checklist(run), i => i.State == "fail");
    }

    [Fact]
    public void Verdicts_of_one_run_are_carried_out_in_the_next_and_corrections_are_masked()
    {
        using var run = new ConsoleRun();
        var input = run.Chats("a.jsonl", 200);
        Assert.Equal(0, run.Run(input, "--out", run.Out));
        var sample = File.ReadAllLines(Path.Combine(run.Out, "audit", "review-sample.jsonl"));
        Assert.Equal(101, sample.Length);
        var rows = sample.Select(l => JsonNode.Parse(l)!.AsObject()).ToList();
        for (var i = 1; i < rows.Count; i++) rows[i]["verdict"] = i == 1 ? "wrong" : i == 2 ? "corrected" : i > 90 ? "" : "right";
        rows[2]["correction"] = "Write to nadia.example@example.com, and Nadia will answer.";
        var verdicts = run.File("review.jsonl", [.. rows.Select(r => r.ToJsonString())]);
        Assert.Equal(0, run.Run(input, "--out", run.Out, "--verdicts", verdicts));

        var removed = File.ReadAllLines(Path.Combine(run.Out, "audit", "removed.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).Single(r => r.GetProperty("reason").GetString() == "reviewed-wrong");
        Assert.Equal(rows[1]["id"]!.GetValue<string>(), removed.GetProperty("id").GetString());
        var written = string.Concat(Directory.EnumerateFiles(run.Out, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("review.jsonl", StringComparison.Ordinal)).Select(File.ReadAllText));
        Assert.Contains("Write to [EMAIL], and", written, StringComparison.Ordinal);
        Assert.DoesNotContain("nadia.example", written, StringComparison.Ordinal);
        Assert.Contains("Review: a: 2 of 90 (2.2%, 95% interval 0.6%–7.7%)", written.Replace("\"stage\": \"Review\",\n      \"code\": \"source-reviewed\",\n      \"text\": \"", "Review: ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("pass", Checklist(run).Single(i => i.Id == "factually-correct").State);
        // Ten rows were not read, and one took the place of the row that left.
        Assert.Equal(1 + 11, File.ReadAllLines(Path.Combine(run.Out, "audit", "review-sample.jsonl")).Length);
    }

    [Fact]
    public void The_same_verdicts_give_the_same_bytes()
    {
        using var run = new ConsoleRun();
        var input = run.Chats("a.jsonl", 60);
        var id = FineTuning.Prepare([input]).Data.Examples[7].Id;
        var verdicts = run.File("v.csv", "id,verdict,correction", $"{id},corrected,Take the other button at the top instead.");
        string Bytes(int threads)
        {
            FineTuning.Prepare([input], new() { Verdicts = [verdicts] }, new() { Threads = threads }).WriteTo(run.Out);
            return string.Concat(Directory.EnumerateFiles(run.Out, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(f => !f.EndsWith(".html", StringComparison.Ordinal)).Select(File.ReadAllText));
        }

        var first = Bytes(1);
        Assert.Equal(first, Bytes(4));
        Assert.Contains("Take the other button", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_people_wrote_wrong_end_in_one_line_and_code_2()
    {
        using var run = new ConsoleRun();
        var input = run.Chats("a.jsonl", 40);
        Assert.Equal(2, run.Run(input, "--out", run.Out, "--verdicts", run.File("v.jsonl", """{"id":"x1","verdict":"right"}""")));
        Assert.Contains("v.jsonl, line 1, field \"id\": no row of the inputs has the id 'x1'", run.Complaint(), StringComparison.Ordinal);
        Assert.Equal(2, run.Run(input, "--out", run.Out, "--sources", run.File("s.json", """{"b.jsonl": {"cost": 1}}""")));
        Assert.Contains("s.json, line 1, field \"b.jsonl\": there is no such source; the sources are a.", run.Complaint(), StringComparison.Ordinal);
        Assert.Equal(2, run.Run(input, "--out", run.Out, "--verdicts", Path.Combine(run.Folder, "nowhere.jsonl")));
        Assert.Contains("nowhere.jsonl' does not exist", run.Complaint(), StringComparison.Ordinal);
        var id = FineTuning.Prepare([input]).Data.Examples[0].Id;
        Assert.Equal(2, run.Run(o => FineTuning.Recipe(o).Without("review"), CancellationToken.None, input, "--out", run.Out, "--verdicts", run.File("w.jsonl", $$"""{"id":"{{id}}","verdict":"right"}""")));
        Assert.Contains("has no review step", run.Complaint(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.Out));
    }

    [Fact]
    public void Costs_and_limits_reach_the_report()
    {
        using var run = new ConsoleRun();
        Assert.Equal(0, run.Run(run.Chats("a.jsonl", 40), "--out", run.Out, "--max-tokens", "5", "--sources", run.File("s.json", """{"a.jsonl": {"cost": 80, "currency": "EUR"}}""")));
        Assert.Equal("fail", Checklist(run).Single(i => i.Id == "token-limits").State);
        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(run.Out, "audit", "report.json")));
        Assert.Equal("80 EUR", report.RootElement.GetProperty("sources")[0].GetProperty("cost").GetProperty("shown").GetString());
    }

    private static List<(string Id, string State)> Checklist(ConsoleRun run)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(run.Out, "audit", "report.json")));
        return [.. report.RootElement.GetProperty("checklist").EnumerateArray().Select(i => (i.GetProperty("id").GetString()!, i.GetProperty("state").GetString()!))];
    }
}
