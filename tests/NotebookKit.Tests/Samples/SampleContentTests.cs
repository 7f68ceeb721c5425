using System.Text.Json;
using System.Text.RegularExpressions;

namespace NotebookKit.Tests.Samples;

public sealed partial class SampleContentTests
{
    public static TheoryData<string> AllFiles =>
        [.. Directory.GetFiles(RealData.Sample("")).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Only_the_lines_that_are_listed_as_broken_do_not_parse()
    {
        foreach (var file in SampleSet.Files.Where(f => f.EndsWith(".jsonl", StringComparison.Ordinal)))
        {
            var listed = SampleSet.Faults.GetProperty(file).TryGetProperty("broken-json", out var lines) ? lines.EnumerateArray().Select(l => l.GetInt32()) : [];
            Assert.Equal(listed, SampleSet.Rows(file).Where(r => r.Row is null).Select(r => r.Line));
        }
    }

    [Fact]
    public void The_log_of_interactions_ends_in_the_middle_of_a_record() =>
        Assert.False(SampleSet.Text("interactions.jsonl").EndsWith('\n'));

    [Fact]
    public void Ids_are_unique_where_nothing_else_is_listed()
    {
        foreach (var file in SampleSet.Files.Where(f => f != "search-clicks.csv"))
        {
            var shared = SampleSet.Faults.GetProperty(file).EnumerateObject().Where(l => l.Name.StartsWith("same-id", StringComparison.Ordinal))
                .SelectMany(l => l.Value.EnumerateArray().SelectMany(SampleSet.Ids)).Order(StringComparer.Ordinal);
            var twice = SampleSet.Rows(file).Where(r => r.Row is not null).GroupBy(r => r.Row!.Value.GetProperty("id").GetString()!)
                .Where(g => g.Count() > 1).Select(g => g.Key).Order(StringComparer.Ordinal);
            Assert.Equal(shared, twice);
        }
    }

    [Fact]
    public void Every_click_has_six_cells_and_some_hold_quotes_commas_and_line_breaks()
    {
        var clicks = SampleSet.Clicks();
        Assert.Equal(["query", "clicked_title", "clicked_text", "session_id", "position", "timestamp"], clicks[0].Cells);
        Assert.All(clicks, c => Assert.Equal(6, c.Cells.Length));
        Assert.All("\",\n", sign => Assert.Contains(clicks, c => c.Cells.Any(cell => cell.Contains(sign, StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_planted_personal_value_is_in_its_row()
    {
        foreach (var file in SampleSet.Personal.EnumerateObject().Where(f => f.Name != "search-clicks.csv"))
        {
            var rows = SampleSet.Rows(file.Name).Where(r => r.Row is not null).ToLookup(r => r.Row!.Value.GetProperty("id").GetString()!, r => r.Row!.Value);
            foreach (var row in file.Value.EnumerateObject())
                foreach (var value in row.Value.EnumerateArray())
                    Assert.Contains(value.GetString()!, Assert.Single(rows[row.Name]).GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_kind_of_personal_data_is_listed_with_its_value()
    {
        foreach (var file in SampleSet.Files)
        {
            var listed = SampleSet.Faults.GetProperty(file).EnumerateObject().Where(l => l.Name.StartsWith("pii-", StringComparison.Ordinal))
                .SelectMany(l => l.Value.EnumerateArray().SelectMany(SampleSet.Ids)).Order(StringComparer.Ordinal);
            Assert.Equal(listed, SampleSet.Personal.GetProperty(file).EnumerateObject().Select(r => r.Name).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Synthetic_rows_name_parents_that_exist_but_for_the_listed_ones()
    {
        var parents = SampleSet.Known("tickets.jsonl").Concat(SampleSet.Known("interactions.jsonl")).ToHashSet();
        var orphans = SampleSet.Rows("synthetic.jsonl").Select(r => r.Row!.Value).Where(r => !parents.Contains(r.GetProperty("parent_id").GetString()!));
        var listed = SampleSet.Faults.GetProperty("synthetic.jsonl").GetProperty("unknown-parent").EnumerateArray().SelectMany(SampleSet.Ids);
        Assert.Equal(listed.Order(StringComparer.Ordinal), orphans.Select(r => r.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void No_file_names_a_domain_that_somebody_could_own(string file)
    {
        foreach (Match match in Domain().Matches(SampleSet.Text(file)))
            Assert.Matches(@"(?i)(^|\.)example\.(com|org|net)$", match.Groups[1].Value.TrimEnd('.'));
    }

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void No_file_holds_a_phone_number_that_could_ring(string file)
    {
        if (file.EndsWith(".md", StringComparison.Ordinal) || file == "faults.json") return;
        var text = SampleSet.Text(file);
        foreach (var match in Phone().Matches(text).Concat(International().Matches(text)))
            Assert.Matches(Fictional(), string.Concat(match.Value.Where(char.IsAsciiDigit)));
    }

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void No_file_is_large_has_carriage_returns_or_a_byte_order_mark(string file)
    {
        var bytes = File.ReadAllBytes(RealData.Sample(file));
        Assert.InRange(bytes.Length, 1, 1_500_000);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.NotEqual(0xEF, bytes[0]);
    }

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void Addresses_of_machines_are_those_of_documentation(string file)
    {
        foreach (Match match in Ip().Matches(SampleSet.Text(file)))
            Assert.Matches(@"^(192\.0\.2|198\.51\.100|203\.0\.113)\.", match.Value);
    }

    [Fact]
    public void The_tickets_tell_of_fourteen_months_but_for_the_listed_old_ones()
    {
        var old = SampleSet.Faults.GetProperty("tickets.jsonl").GetProperty("out-of-window").EnumerateArray().SelectMany(SampleSet.Ids).ToHashSet();
        var dates = SampleSet.Rows("tickets.jsonl").Where(r => r.Row is not null).Select(r => r.Row!.Value)
            .Where(r => !old.Contains(r.GetProperty("id").GetString()!)).Select(r => r.GetProperty("created_at").GetDateTimeOffset()).ToList();
        Assert.InRange(dates.Min(), DateTimeOffset.Parse("2025-05-01T00:00Z", null), DateTimeOffset.Parse("2025-05-31T00:00Z", null));
        Assert.InRange(dates.Max(), DateTimeOffset.Parse("2026-06-25T00:00Z", null), DateTimeOffset.Parse("2026-06-30T23:59Z", null));
    }

    [GeneratedRegex(@"(?:@(?=[A-Za-z0-9-]+\.)|https?://|www\.)([A-Za-z0-9.-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    /// <summary>Ten digits in the American grouping.</summary>
    [GeneratedRegex(@"(?<![\w.-])(?:\+1[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\+\d{1,3}[ \d().-]{6,}\d", RegexOptions.CultureInvariant)]
    private static partial Regex International();

    /// <summary>555-01xx, and what the regulators of five countries keep for film and radio; digits only.</summary>
    [GeneratedRegex(@"^1?\d{3}55501\d\d$|^440?2079460\d{3}$|^440?7700900\d{3}$|^490?3023125\d{3}$|^330?19900\d{4}$|^610?25550\d{4}$|^46846500?4\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Fictional();

    [GeneratedRegex(@"(?<![\w.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w.]*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Ip();
}
