using System.Text.Json;
using NotebookKit.Explaining;

namespace NotebookKit.Tests.Console;

/// <summary>Two months of tickets, prepared one after the other.</summary>
public class IncrementalCommandTests
{
    private static readonly string[] Verbs = ["close", "rename", "export", "archive", "share", "delete", "print", "move", "copy"];

    private static readonly string[] Things = ["invoice", "project", "calendar", "address book", "mailbox", "report", "contract", "printer", "password", "folder", "drawing"];

    [Fact]
    public void A_second_month_leaves_out_what_the_first_one_kept()
    {
        using var run = new ConsoleRun();
        var january = Path.Combine(run.Folder, "january");
        Assert.Equal(0, run.Run([run.File("tickets.jsonl", [.. Enumerable.Range(0, 40).Select(i => Ticket($"J-{i}", i))]), "--out", january, .. Strict]));
        // Five said again, five nearly so, one exported again as it was, and thirty that are new.
        var february = run.File("tickets.jsonl",
        [
            .. Enumerable.Range(0, 5).Select(i => Ticket($"F-{i}", i)),
            .. Enumerable.Range(5, 5).Select(i => Ticket($"F-{i}", i, " Thanks!")),
            Ticket("J-20", 20),
            .. Enumerable.Range(50, 30).Select(i => Ticket($"F-{i}", i)),
        ]);
        var kept = Ids(january);
        Assert.Equal(0, run.Run([february, "--out", run.Out, "--earlier", january, .. Strict]));
        Assert.Contains("that earlier runs kept: january", run.Output, StringComparison.Ordinal);

        using var gone = Lines(run.Out, "removed.jsonl");
        var byEarlier = gone.RootElement.EnumerateArray().Where(r => r.TryGetProperty("causeRun", out _)).ToList();
        Assert.Equal(11, byEarlier.Count);
        Assert.All(byEarlier, r =>
        {
            Assert.Equal("january", r.GetProperty("causeRun").GetString());
            Assert.Contains(r.GetProperty("cause").GetString()!, kept);
        });
        Assert.Equal(["exact-duplicate", "near-duplicate"], byEarlier.Select(r => r.GetProperty("reason").GetString()).Distinct().Order());
        Assert.Empty(Ids(run.Out).Intersect(kept));

        var folder = RunFolder.Open(run.Out);
        var said = folder.Why(byEarlier.First(r => r.GetProperty("id").GetString()!.EndsWith("F-3", StringComparison.Ordinal)).GetProperty("id").GetString()!);
        Assert.Equal("january", Assert.Single(said.Instead).Run);
        Assert.False(said.IsOrphan);
        Assert.Contains("of an earlier run (january), is kept instead", said.ToText(), StringComparison.Ordinal);
        var same = folder.Why(byEarlier.First(r => r.GetProperty("id").GetString()!.EndsWith("J-20", StringComparison.Ordinal)).GetProperty("id").GetString()!);
        Assert.Equal(same.Id, Assert.Single(same.Instead).Id);
        Assert.Contains("a row of an earlier run (january)", same.ToText(), StringComparison.Ordinal);
        Assert.Contains("of an earlier run (january)", File.ReadAllText(Path.Combine(run.Out, "audit", "report.html")), StringComparison.Ordinal);

        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(run.Out, "manifest.json")));
        var earlier = Assert.Single(manifest.RootElement.GetProperty("request").GetProperty("earlier").EnumerateArray());
        Assert.Equal("january", earlier.GetProperty("run").GetString());
        Assert.Contains(manifest.RootElement.GetProperty("recipe").GetProperty("stages").EnumerateArray(),
            s => s.GetProperty("references").EnumerateArray().Any(r => r.GetString() == $"earlier january {earlier.GetProperty("sha256").GetString()}"));
        Assert.DoesNotContain(run.Folder, manifest.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void March_is_compared_with_both_months_and_the_same_bytes_come_again_like_the_manifest()
    {
        using var run = new ConsoleRun();
        var (january, february) = (Path.Combine(run.Folder, "january"), Path.Combine(run.Folder, "february"));
        Assert.Equal(0, run.Run([run.File("1.jsonl", [.. Enumerable.Range(0, 30).Select(i => Ticket($"J-{i}", i))]), "--out", january, .. Strict]));
        Assert.Equal(0, run.Run([run.File("2.jsonl", [.. Enumerable.Range(20, 30).Select(i => Ticket($"F-{i}", i))]), "--out", february, "--earlier", january, .. Strict]));
        var march = run.File("3.jsonl", [.. Enumerable.Range(0, 80).Select(i => Ticket($"M-{i}", i))]);
        Assert.Equal(0, run.Run([march, "--out", run.Out, "--earlier", january, "--earlier", february, .. Strict]));
        using (var gone = Lines(run.Out, "removed.jsonl"))
            Assert.Equal([("february", 20), ("january", 30)], gone.RootElement.EnumerateArray().Where(r => r.TryGetProperty("causeRun", out _)).GroupBy(r => r.GetProperty("causeRun").GetString()!).Select(g => (g.Key, g.Count())).Order());

        var again = Path.Combine(run.Folder, "again");
        Assert.Equal(0, run.Run(march, "--out", again, "--like", run.Out, "--earlier", january, "--earlier", february));
        Assert.DoesNotContain("give their folders again", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("reference sets", run.Output, StringComparison.Ordinal);
        foreach (var file in new[] { "train.jsonl", "manifest.json", Path.Combine("audit", "kept.sketches"), Path.Combine("audit", "trail.jsonl") })
            Assert.Equal(File.ReadAllBytes(Path.Combine(run.Out, file)), File.ReadAllBytes(Path.Combine(again, file)));
        Assert.Equal(0, run.Run(march, "--out", again, "--like", run.Out));
        Assert.Contains("The run was compared with earlier runs (january, february): give their folders again with --earlier", run.Output, StringComparison.Ordinal);

        Assert.Equal(0, run.Run([march, "--out", again, "--earlier", february, .. Strict]));
        Assert.Contains("'february' was compared with 'january', which this run was not", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_one_line_and_nothing_is_written()
    {
        using var run = new ConsoleRun();
        var january = Path.Combine(run.Folder, "january");
        var file = run.File("1.jsonl", [.. Enumerable.Range(0, 30).Select(i => Ticket($"J-{i}", i))]);
        Assert.Equal(0, run.Run(file, "--out", january));
        string Complaint(params string[] more)
        {
            Assert.Equal(2, run.Run([file, "--out", run.Out, "--earlier", january, .. more]));
            Assert.False(Directory.Exists(run.Out));
            return run.Complaint();
        }

        Assert.Contains("Give --seed 1, or prepare the earlier run again", Complaint("--seed", "7"), StringComparison.Ordinal);
        Assert.Contains("NearDuplicates had shingleWords 3 there and has shingleWords 5 here", Complaint("--set", "near.shingleWords=5"), StringComparison.Ordinal);
        Assert.Contains("does not exist: give the folder that an earlier run wrote", Complaint("--earlier", Path.Combine(run.Folder, "nowhere")), StringComparison.Ordinal);
        Assert.Equal(2, run.Run(file, "--out", january, "--earlier", january));
        Assert.Contains("the folder of the results", run.Complaint(), StringComparison.Ordinal);
        var sketches = Path.Combine(january, "audit", "kept.sketches");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(sketches));
        File.WriteAllBytes(sketches, File.ReadAllBytes(sketches)[..200]);
        Assert.Contains($"'{sketches}' is damaged", Complaint(), StringComparison.Ordinal);
        File.Delete(sketches);
        Assert.Contains("kept no signatures", Complaint(), StringComparison.Ordinal);
    }

    /// <summary>The tickets differ in a few words that matter, so that only equal meanings are the same here.</summary>
    private static readonly string[] Strict = ["--set", "semantic.threshold=1"];

    private static string Ticket(string id, int i, string tail = "")
    {
        var (verb, thing) = (Verbs[i % Verbs.Length], Things[i / Verbs.Length % Things.Length]);
        return JsonSerializer.Serialize(new
        {
            id,
            status = "resolved",
            category = "account",
            messages = new object[]
            {
                new { sender = "customer", text = $"I have tried since yesterday to {verb} the {thing} of customer number {i}, and each time the page tells me that this cannot be done right now. What else can I try so that it is done before the end of this week?{tail}" },
                new { sender = "agent", text = $"Please open the page of the {thing}, choose {verb} in the menu at the top, and enter the code {i * 7}. It takes a moment; then a mail tells you that the {thing} is done." },
            },
        });
    }

    private static List<string> Ids(string folder)
    {
        using var rows = Lines(folder, "rows.jsonl");
        return [.. rows.RootElement.EnumerateArray().Select(r => r.GetProperty("id").GetString()!).Distinct()];
    }

    private static JsonDocument Lines(string folder, string name) =>
        JsonDocument.Parse("[" + string.Join(',', File.ReadLines(Path.Combine(folder, "audit", name))) + "]");
}
