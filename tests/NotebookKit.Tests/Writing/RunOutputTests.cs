using System.Globalization;
using System.Text.Json;
using NotebookKit.Formatting;
using NotebookKit.Writing;

namespace NotebookKit.Tests.Writing;

public sealed class RunOutputTests : IDisposable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_leaves_exactly_the_files_of_the_contract()
    {
        var summary = SmallRun.Output().WriteTo(folder.At("out"));
        Assert.Equal(["README.md", "audit", "audit/rejected.jsonl", "audit/removed.jsonl", "audit/report.html", "audit/report.json", "audit/review-sample.jsonl", "audit/rows.jsonl", "audit/to-label.jsonl", "audit/trail.jsonl",
            "manifest.json", "test.jsonl", "train.jsonl", "validation.jsonl"], Names(folder.At("out")));
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(folder.Root).Select(Path.GetFileName));
        Assert.Equal(folder.At("out"), summary.Folder);
        Assert.True(File.Exists(summary.ReportPage));
        Assert.Equal("file", summary.ReportUri.Scheme);
    }

    [Fact]
    public void Report_json_has_the_fields_of_the_contract_and_its_equation_holds()
    {
        using var report = Json(SmallRun.Output(), "audit/report.json");
        var root = report.RootElement;
        Assert.Equal(["recipe", "seed", "rows", "lines", "inputs", "stages", "checklist", "nextSteps", "sources", "drift", "findings"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal("small recipe", root.GetProperty("recipe").GetString());
        Assert.Equal(7, root.GetProperty("seed").GetInt32());
        Assert.Equal("""{"read":20,"created":0,"rejected":2,"removed":6,"train":10,"validation":1,"test":1}""", Flat(root.GetProperty("rows")));
        Assert.Equal("""{"train":18,"validation":1,"test":1}""", Flat(root.GetProperty("lines")));
        Assert.Equal("""{"file":"/home/x/tickets.jsonl","records":20,"examples":18,"joined":0,"rejected":2,"expanded":0}""", Flat(root.GetProperty("inputs")[0]));
        var stages = root.GetProperty("stages").EnumerateArray().ToList();
        Assert.Equal(["Extraction", "Anonymizing", "Near duplicates", "Splitting", "Balancing", "Formatting"], stages.Select(s => s.GetProperty("name").GetString()));
        Assert.Equal("""{"name":"Extraction","received":18,"kept":14,"removed":4,"changed":0,"reasons":{"no-answer":3,"not-resolved":1}}""", Flat(stages[0]));
        Assert.All(stages, s => Assert.Equal(s.GetProperty("received").GetInt32(), s.GetProperty("kept").GetInt32() + s.GetProperty("removed").GetInt32()));
        Assert.Equal("""{"id":"message-format","group":"Format","text":"All examples follow the correct message format","article":"S4","state":"pass","evidence":["12 rows: turns in order, none empty, the last one an answer, and the format can hold them."]}""", Flat(root.GetProperty("checklist")[0]));
        Assert.Equal(["id", "state", "text"], root.GetProperty("nextSteps")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["source", "weight", "relevance", "diversity", "quality", "size", "cost", "notes"], root.GetProperty("sources")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["feature", "split", "psi", "state", "bins"], root.GetProperty("drift")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("""{"severity":"warning","stage":"Formatting","code":"size-below-minimum","text":"Chat: 12 examples; S0 asks for 500, calls 2,000 good and 5,000 excellent. S2: 50 is the least with a noticeable effect; S1: 100 is the least to see overfitting; S3: 200 is the least for a steady effect."}""",
            Flat(root.GetProperty("findings")[0]));
        Assert.Contains(root.GetProperty("findings").EnumerateArray(), f => f.GetProperty("stage").GetString() == "Sourcing");
    }

    [Fact]
    public void Removed_rows_have_their_reason_and_their_masked_text()
    {
        var rows = Rows(SmallRun.Output(), "audit/removed.jsonl");
        Assert.All(rows, r => Assert.Equal(["id", "stage", "reason", "measured", "limit", "cause", "example"], r.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(["t-1", "n-1", "n-2", "n-3", "w-1", "d-1"], rows.Select(r => r.GetProperty("id").GetString()));
        Assert.Equal(JsonValueKind.Null, rows[4].GetProperty("example").ValueKind);
        Assert.Equal((0.9125, 0.8, "k-3"), (rows[5].GetProperty("measured").GetDouble(), rows[5].GetProperty("limit").GetDouble(), rows[5].GetProperty("cause").GetString()));
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("measured").ValueKind);
        Assert.Equal("Where is my parcel? Write to [EMAIL].", rows[0].GetProperty("example").GetProperty("messages")[0].GetProperty("content").GetString());
        Assert.Equal(0.25, rows[5].GetProperty("example").GetProperty("scores").GetProperty("score").GetDouble());
    }

    [Fact]
    public void Inputs_without_an_answer_are_listed_for_labelling_with_equal_ones_as_one()
    {
        var rows = Rows(SmallRun.Output(), "audit/to-label.jsonl");
        Assert.Equal(["""{"input":"How do I reset it?","count":2,"ids":["n-1","n-2"],"source":"tickets"}""", """{"input":"Call [EMAIL]!","count":1,"ids":["n-3"],"source":"tickets"}"""], rows.Select(Flat));
    }

    [Fact]
    public void Rejected_records_keep_their_raw_text_in_the_audit_only()
    {
        var rows = Rows(SmallRun.Output(), "audit/rejected.jsonl");
        Assert.Equal("""{"file":"/home/x/tickets.jsonl","line":9,"field":null,"reason":"bad-json","raw":null}""", Flat(rows[1]));
        Assert.Contains(SmallRun.Mail, rows[0].GetProperty("raw").GetString(), StringComparison.Ordinal);
        foreach (var file in Names(folder.At("out")).Where(f => f is not ("audit" or "audit/rejected.jsonl")))
            Assert.DoesNotContain(SmallRun.Mail, File.ReadAllText(Path.Combine(folder.At("out"), file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_line_is_found_in_rows_jsonl_with_its_id_and_copy()
    {
        var places = Rows(SmallRun.Output(), "audit/rows.jsonl").Select(r => (File: r.GetProperty("file").GetString()!, Line: r.GetProperty("line").GetInt32(), Id: r.GetProperty("id").GetString()!, Copy: r.GetProperty("copy").GetInt32())).ToList();
        foreach (var group in places.GroupBy(p => p.File))
        {
            var lines = File.ReadAllLines(folder.At("out/" + group.Key));
            Assert.Equal(Enumerable.Range(1, lines.Length), group.Select(p => p.Line));
            Assert.All(group, p => Assert.Contains($"The answer to {p.Id} is", lines[p.Line - 1], StringComparison.Ordinal));
        }

        Assert.Equal([0, 1, 2], places.Where(p => p.Id == "k-3").Select(p => p.Copy).Order());
        Assert.NotEqual(places.Select(p => p.Id).Where(i => i != "k-3").Order(StringComparer.Ordinal), places.Select(p => p.Id).Where(i => i != "k-3"));
    }

    [Fact]
    public void Files_to_hand_over_have_no_ids_and_no_folders()
    {
        SmallRun.Output().WriteTo(folder.At("out"));
        foreach (var file in new[] { "README.md", "manifest.json" })
        {
            var text = File.ReadAllText(folder.At("out/" + file));
            Assert.DoesNotContain("k-3", text, StringComparison.Ordinal);
            Assert.DoesNotContain("/home", text, StringComparison.Ordinal);
        }

        Assert.All(File.ReadLines(folder.At("out/train.jsonl")), l => Assert.StartsWith("{\"messages\":[", l, StringComparison.Ordinal));
    }

    [Fact]
    public void The_manifest_vouches_for_inputs_outputs_and_options()
    {
        using var manifest = Json(SmallRun.Output(), "manifest.json");
        var root = manifest.RootElement;
        Assert.Equal(("notebookkit-dataset", "chatml"), (root.GetProperty("kind").GetString(), root.GetProperty("format").GetString()));
        Assert.Equal("""{"file":"tickets.jsonl","format":"tickets","task":"unknown","records":20,"sha256":""" + $"\"{new string('a', 64)}\"}}", Flat(root.GetProperty("inputs")[0]));
        var stage = root.GetProperty("recipe").GetProperty("stages").EnumerateArray().Last();
        Assert.Equal("""{"key":"format","name":"Formatting","version":1,"options":{"format":"ChatMl","systemPolicy":"Keep","systemPrompt":null},"references":[]}""", Flat(stage));
        var outputs = root.GetProperty("outputs").EnumerateArray().ToList();
        Assert.Equal(["train.jsonl", "validation.jsonl", "test.jsonl", "README.md"], outputs.Select(o => o.GetProperty("file").GetString()));
        Assert.Equal((10, 18), (outputs[0].GetProperty("rows").GetInt32(), outputs[0].GetProperty("lines").GetInt32()));
        foreach (var output in outputs)
        {
            var bytes = File.ReadAllBytes(folder.At("out/" + output.GetProperty("file").GetString()));
            Assert.Equal((bytes.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))), (output.GetProperty("bytes").GetInt32(), output.GetProperty("sha256").GetString()));
        }
    }

    [Fact]
    public void A_run_that_keeps_no_row_still_writes_its_audit()
    {
        var none = SmallRun.Run().Keep("Nothing", "unwanted", _ => false).Kept;
        var summary = SmallRun.Output(none).WriteTo(folder.At("out"));
        Assert.Equal(["README.md", "audit", "audit/rejected.jsonl", "audit/removed.jsonl", "audit/report.html", "audit/report.json", "audit/review-sample.jsonl", "audit/rows.jsonl", "audit/to-label.jsonl", "audit/trail.jsonl", "manifest.json"], Names(folder.At("out")));
        Assert.Equal((0, 18), (summary.Numbers.Kept, summary.Numbers.Removed));
        Assert.Equal((Severity.Failure, "no-rows"), (summary.Findings[0].Finding.Severity, summary.Findings[0].Finding.Code));
        SmallRun.Output(Dataset.Empty).WriteTo(folder.At("out"));
        Assert.Equal(0, new FileInfo(folder.At("out/audit/removed.jsonl")).Length);
    }

    [Theory]
    [InlineData(1, "en-US")]
    [InlineData(8, "de-DE")]
    [InlineData(3, "ar-SA")]
    public void The_bytes_do_not_depend_on_threads_or_culture(int threads, string culture)
    {
        SmallRun.Output(run: new() { Seed = 7, Threads = 2 }).WriteTo(folder.At("first"));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Culture(culture);
            SmallRun.Output(run: new() { Seed = 7, Threads = threads }).WriteTo(folder.At("second"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        foreach (var file in Names(folder.At("first")).Where(f => f != "audit"))
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder.At("first"), file)), File.ReadAllBytes(Path.Combine(folder.At("second"), file)));
    }

    [Fact]
    public void The_order_of_lines_depends_on_the_seed_and_not_on_the_order_of_reading()
    {
        SmallRun.Output().WriteTo(folder.At("a"));
        var result = SmallRun.Run();
        SmallRun.Output(Dataset.Of(result.Examples.Reverse(), result.History)).WriteTo(folder.At("b"));
        SmallRun.Output(run: new() { Seed = 8 }).WriteTo(folder.At("c"));
        Assert.Equal(File.ReadAllText(folder.At("a/train.jsonl")), File.ReadAllText(folder.At("b/train.jsonl")));
        Assert.NotEqual(File.ReadAllText(folder.At("a/train.jsonl")), File.ReadAllText(folder.At("c/train.jsonl")));
    }

    [Fact]
    public void The_chosen_format_is_written()
    {
        (SmallRun.Output() with { Format = ChatFormat.Alpaca }).WriteTo(folder.At("out"));
        Assert.All(File.ReadLines(folder.At("out/train.jsonl")), l => Assert.StartsWith("{\"instruction\":", l, StringComparison.Ordinal));
    }

    [Fact]
    public void The_audit_is_readable_by_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        if (OperatingSystem.IsWindows()) return;
        SmallRun.Output().WriteTo(folder.At("out"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.At("out/audit")));
        foreach (var file in Directory.EnumerateFiles(folder.At("out/audit"))) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_mask_that_fails_stops_the_run_without_telling_what_it_saw()
    {
        var output = SmallRun.Output() with { Mask = _ => throw new InvalidOperationException(SmallRun.Mail) };
        Assert.DoesNotContain(SmallRun.Mail, Assert.Throws<StageFailedException>(() => output.WriteTo(folder.At("out"))).ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Root));
    }

    [Fact]
    public void A_cancelled_run_leaves_nothing()
    {
        using var cancel = new CancellationTokenSource();
        var output = SmallRun.Output() with { Run = new() { Cancel = cancel.Token } };
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() => output.WriteTo(folder.At("out")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Root));
    }

    /// <summary>A culture by name; where the machine has none, one that writes numbers as strangely.</summary>
    private static CultureInfo Culture(string name)
    {
        if (Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") != "1") return new(name);
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" };
        return strange;
    }

    private static IEnumerable<string> Names(string path) =>
        Directory.EnumerateFileSystemEntries(path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(path, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private JsonDocument Json(RunOutput output, string file)
    {
        output.WriteTo(folder.At("out"));
        return JsonDocument.Parse(File.ReadAllBytes(folder.At("out/" + file)));
    }

    private List<JsonElement> Rows(RunOutput output, string file)
    {
        output.WriteTo(folder.At("out"));
        return [.. File.ReadLines(folder.At("out/" + file)).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private static string Flat(JsonElement element) => JsonSerializer.Serialize(element, Plain);
}
