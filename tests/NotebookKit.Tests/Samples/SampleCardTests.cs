using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NotebookKit.Tests.Samples;

public sealed partial class SampleCardTests
{
    public static TheoryData<string> Files => [.. SampleSet.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_card_counts_the_rows_of_its_file(string file)
    {
        var rows = file == "search-clicks.csv" ? SampleSet.Clicks().Count - 1 : SampleSet.Rows(file).Count(r => r.Row is not null);
        Assert.Equal(rows, int.Parse(RowCount().Match(SampleSet.Card(file)).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_card_lists_what_the_fault_lists_hold(string file)
    {
        var lists = SampleSet.Faults.GetProperty(file).EnumerateObject().ToDictionary(l => l.Name, l => l.Value);
        var shown = Line().Matches(SampleSet.Card(file)).ToDictionary(m => m.Groups["kind"].Value, m => m);
        Assert.Equal(lists.Keys.Order(StringComparer.Ordinal), shown.Keys.Order(StringComparer.Ordinal));
        foreach (var (kind, list) in lists)
        {
            Assert.Equal(list.GetArrayLength(), int.Parse(shown[kind].Groups["count"].Value, CultureInfo.InvariantCulture));
            var first = string.Join(" → ", SampleSet.Ids(list[0]));
            Assert.StartsWith(first, shown[kind].Groups["ids"].Value, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_listed_id_is_in_the_file_and_each_pair_has_two(string file)
    {
        var known = SampleSet.Known(file);
        if (file == "synthetic.jsonl") known.UnionWith(SampleSet.Known("tickets.jsonl").Concat(SampleSet.Known("interactions.jsonl")));
        foreach (var list in SampleSet.Faults.GetProperty(file).EnumerateObject().Where(l => l.Name != "broken-json"))
            foreach (var entry in list.Value.EnumerateArray())
            {
                var ids = SampleSet.Ids(entry).ToArray();
                Assert.All(ids, id => Assert.Contains(id, known));
                if (entry.ValueKind == JsonValueKind.Array) Assert.Equal(2, ids.Distinct().Count());
            }
    }

    [Fact]
    public void A_row_has_one_fault_only_so_that_a_test_can_tell_them_apart()
    {
        foreach (var file in SampleSet.Files)
        {
            var faulty = SampleSet.Faults.GetProperty(file).EnumerateObject().Where(l => l.Name != "copy-of-parent")
                .SelectMany(l => l.Value.EnumerateArray().SelectMany(SampleSet.Ids).Select(id => (l.Name, Id: id))).ToList();
            Assert.Equal(faulty.Count, faulty.DistinctBy(f => f.Name == "broken-json" ? "line " + f.Id : f.Id).Count());
        }
    }

    [Fact]
    public void The_lists_hold_between_15_and_20_percent_of_all_rows()
    {
        var rows = SampleSet.Files.Sum(f => f == "search-clicks.csv" ? SampleSet.Clicks().Count - 1 : SampleSet.Rows(f).Count);
        var planted = SampleSet.Files.Sum(f => SampleSet.Faults.GetProperty(f).EnumerateObject().Sum(l => l.Value.GetArrayLength()));
        Assert.InRange(rows, 4_500, 4_700);
        Assert.InRange((double)planted / rows, 0.15, 0.2);
    }

    [GeneratedRegex(@"^- Rows: (\d+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex RowCount();

    [GeneratedRegex(@"^\| (?<kind>[a-z-]+) \| [^|]+ \| (?<count>\d+) \| (?<ids>[^|]+) \|$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
