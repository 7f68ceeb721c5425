using System.Globalization;
using System.Text;
using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Sourcing;

/// <summary>Packing, encodings, line ends, and files that are damaged.</summary>
public sealed class FileLayoutTests : IDisposable
{
    private const string Row = """{"messages":[{"role":"user","content":"Grüße?"},{"role":"assistant","content":"Ja."}]}""";

    private readonly Inputs inputs = new();

    public void Dispose() => inputs.Dispose();

    [Fact]
    public void Gzip_byte_order_marks_and_line_ends_make_no_difference()
    {
        var text = Row + "\n\n" + Row.Replace("Ja", "Nein", StringComparison.Ordinal) + "\n";
        var plain = inputs.Read("a.jsonl", text);
        Assert.Equal(2, plain.Count);
        Assert.Equal("Grüße?", plain.Examples[0].Messages[0].Content);
        var utf8 = Encoding.UTF8.GetBytes(text);
        byte[][] forms =
        [
            Inputs.Gzip(utf8), [0xEF, 0xBB, 0xBF, .. utf8], Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)),
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
            Inputs.Gzip([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]), [.. utf8[..^1]], [.. Inputs.Gzip(utf8[..Row.Length]), .. Inputs.Gzip(utf8[Row.Length..])],
            Encoding.UTF8.GetBytes($"[{Row},{Row.Replace("Ja", "Nein", StringComparison.Ordinal)}]"), Encoding.UTF8.GetBytes($"{{\"version\":1,\"data\":[{Row},{Row.Replace("Ja", "Nein", StringComparison.Ordinal)}]}}"),
        ];
        foreach (var form in forms) Assert.Equal(plain.Examples.Select(e => e.Id), inputs.Read("a.jsonl", form).Examples.Select(e => e.Id));
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes_on_disk()
    {
        var bytes = Inputs.Gzip(Encoding.UTF8.GetBytes(Row));
        var expected = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        Assert.Equal(expected, inputs.Read("a.jsonl.gz", bytes).History.Inputs[0].Sha256);
    }

    [Fact]
    public void A_truncated_last_line_is_rejected_and_says_so()
    {
        var data = inputs.Read("a.jsonl", Row + "\n" + Row[..40]);
        var rejected = Assert.Single(data.History.Rejected);
        Assert.Equal((1, 2L), (data.Count, rejected.Line));
        Assert.StartsWith("truncated: ", rejected.Reason, StringComparison.Ordinal);
        Assert.Equal(Row[..40], rejected.Raw);
        Assert.StartsWith("not-json: ", Assert.Single(inputs.Read("c.jsonl", Row + "\nnot json").History.Rejected).Reason, StringComparison.Ordinal);
        Assert.StartsWith("truncated: ", Assert.Single(inputs.Read("b.json", $"[\n{Row},\n{Row[..40]}").History.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_line_costs_that_line_only()
    {
        var data = inputs.Read("a.jsonl", $"{Row}\nnot json\n[1,2]\n\"text\"\n{Row}\n");
        Assert.Equal(2, data.Count);
        Assert.Equal(["not-json", "not-an-object", "not-an-object"], data.History.Rejected.Select(r => r.Reason[..r.Reason.IndexOf(':', StringComparison.Ordinal)]));
        Assert.Equal([2L, 3, 4], data.History.Rejected.Select(r => r.Line));
        Assert.Equal([1L, 5], data.Examples.Select(e => e.Position.Record));
    }

    [Fact]
    public void A_broken_element_of_an_array_costs_that_element_only()
    {
        var data = inputs.Read("a.json", $"[\n  {Row},\n  {{\"messages\": [}},\n  {Row}\n]\n");
        Assert.Equal(2, data.Count);
        Assert.Equal(3, Assert.Single(data.History.Rejected).Line);
    }

    [Fact]
    public void Invalid_utf8_is_rejected()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Row + "\n"), .. Encoding.Latin1.GetBytes(Row + "\n"), .. Encoding.UTF8.GetBytes(Row)];
        var data = inputs.Read("a.jsonl", bytes);
        Assert.Equal(2, data.Count);
        Assert.StartsWith("invalid-utf8: ", Assert.Single(data.History.Rejected).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.jsonl", "{0}\n{1}\n{0}\n")]
    [InlineData("a.json", "[{0},\n{1},\n{0}]")]
    public void A_line_above_the_limit_is_passed_over(string name, string form)
    {
        var large = Row.Replace("Ja.", new string('x', 300_000), StringComparison.Ordinal);
        var data = inputs.Read(name, string.Format(CultureInfo.InvariantCulture, form, Row, large), new SourcingOptions { MaxLineBytes = 2_000 });
        Assert.Equal(2, data.Count);
        var rejected = Assert.Single(data.History.Rejected);
        Assert.Equal((2L, null), (rejected.Line, rejected.Raw));
        Assert.StartsWith("line-too-long: ", rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_unpacks_far_above_the_limit_takes_no_memory()
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Row + "\n{\"messages\":\""));
            var block = new byte[1 << 20];
            block.AsSpan().Fill((byte)'a');
            for (var i = 0; i < 48; i++) gzip.Write(block);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var data = inputs.Read("bomb.jsonl.gz", packed.ToArray(), new SourcingOptions { MaxLineBytes = 1_000_000 });
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
        Assert.Equal((1, 1), (data.Count, data.History.Rejected.Count));
    }

    [Fact]
    public void A_damaged_archive_gives_what_came_before_the_damage()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 20_000).Select(i => Row.Replace("Ja", $"Ja {i} {i * 7919 % 10007}", StringComparison.Ordinal)));
        var packed = Inputs.Gzip(Encoding.UTF8.GetBytes(rows));
        var cut = inputs.Read("a.jsonl.gz", packed[..(packed.Length / 2)]);
        Assert.InRange(cut.Count, 1_000, 19_000);
        Assert.StartsWith("truncated: ", Assert.Single(cut.History.Rejected).Reason, StringComparison.Ordinal);
        packed.AsSpan(packed.Length / 2, 64).Fill(0xFF);
        var damaged = inputs.Read("a.jsonl.gz", packed);
        Assert.InRange(damaged.Count, 1_000, 19_000);
        Assert.Contains(damaged.History.Rejected, r => r.Reason.StartsWith("damaged-gzip: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Binary_empty_and_hopeless_files_fail_by_finding_and_the_others_go_on()
    {
        var binary = inputs.File("b.jsonl", [.. "PK\u0003\u0004"u8, 0, 1, 2, 3]);
        var empty = inputs.File("e.jsonl", " \r\n\n");
        var none = inputs.File("n.json", "[]");
        var hopeless = inputs.File("h.jsonl", "nothing\nof use\n");
        var good = inputs.File("g.jsonl", Row);
        var data = Inputs.Checked(Sources.Read([binary, empty, none, hopeless, good]));
        Assert.Equal(1, data.Count);
        var findings = data.History.Inputs.Select(i => string.Join(' ', i.Findings.Select(f => $"{f.Code}:{f.Severity}")));
        Assert.Equal(["not-text:Failure", "empty-input:Failure", "empty-input:Failure", "no-readable-record:Failure", ""], findings);
    }

    [Fact]
    public void A_missing_file_or_a_folder_stops_before_anything_is_read()
    {
        var good = inputs.File("g.jsonl", Row);
        var missing = Assert.Throws<SourceException>(() => Sources.Read([good, Path.Combine(inputs.Folder, "nope.jsonl")]));
        Assert.Contains("nope.jsonl' does not exist", missing.Message, StringComparison.Ordinal);
        var folder = Assert.Throws<SourceException>(() => Sources.Read([good, inputs.Folder]));
        Assert.Contains("is a folder", folder.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", folder.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_file_given_twice_is_read_once()
    {
        var good = inputs.File("g.jsonl", Row);
        var data = Inputs.Checked(Sources.Read([good, Path.Combine(inputs.Folder, ".", "g.jsonl")]));
        Assert.Equal((1, "given-twice"), (data.Count, Assert.Single(Assert.Single(data.History.Inputs).Findings).Code));
    }

    [Fact]
    public void A_file_of_several_formats_is_reported_and_read()
    {
        var data = inputs.Read("a.jsonl", Row + "\n" + """{"instruction":"Add.","input":"1 2","output":"3"}""" + "\n" + """{"conversations":[{"from":"human","value":"Hi"},{"from":"gpt","value":"Ho"}]}""");
        Assert.Equal(3, data.Count);
        Assert.Equal((Severity.Warning, "mixed-formats"), (data.History.Inputs[0].Findings[0].Severity, Assert.Single(data.History.Inputs[0].Findings).Code));
    }

    [Fact]
    public void Threads_do_not_change_anything_and_progress_ends_at_the_total()
    {
        var path = inputs.File("a.jsonl", string.Join('\n', Enumerable.Range(0, 9_000).Select(i => i % 97 == 5 ? "broken" : Row.Replace("Ja", $"Ja {i / 2}", StringComparison.Ordinal))));
        var seen = new Seen();
        var one = Sources.Read([path], null, new RunContext { Threads = 1, Progress = seen });
        var eight = Sources.Read([path], null, new RunContext { Threads = 8 });
        Assert.Equal(one.Examples.Select(e => (e.Id, e.Position)), eight.Examples.Select(e => (e.Id, e.Position)));
        Assert.Equal(one.History.Rejected, eight.History.Rejected);
        Assert.Equal(seen.Reports.Select(r => r.Done).Order(), seen.Reports.Select(r => r.Done));
        Assert.Equal(seen.Reports[^1].Total, seen.Reports[^1].Done);
    }

    [Fact]
    public void A_cancelled_run_stops() => Assert.ThrowsAny<OperationCanceledException>(
        () => Sources.Read([inputs.File("a.jsonl", Row)], null, new RunContext { Cancel = new CancellationToken(canceled: true) }));

    private sealed class Seen : IProgress<RunProgress>
    {
        public List<RunProgress> Reports { get; } = [];

        public void Report(RunProgress value) => Reports.Add(value);
    }
}
