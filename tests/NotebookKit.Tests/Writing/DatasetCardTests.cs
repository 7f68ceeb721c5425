using System.Globalization;
using System.Text.RegularExpressions;
using NotebookKit.Recipes;
using NotebookKit.Writing;
using YamlDotNet.RepresentationModel;

namespace NotebookKit.Tests.Writing;

public sealed class DatasetCardTests : IDisposable
{
    private static readonly string[] Keys = ["pretty_name", "language", "license", "task_categories", "size_categories", "tags", "configs"];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_head_is_yaml_with_the_keys_of_the_hub()
    {
        var (head, _, _, _) = Card();
        Assert.Equal(Keys, head.Children.Keys.Select(k => ((YamlScalarNode)k).Value));
        Assert.Equal(["en"], Texts(head, "language"));
        Assert.Equal(["n<1K"], Texts(head, "size_categories"));
        Assert.Equal(["notebookkit", "chatml"], Texts(head, "tags"));
        var config = Assert.Single(((YamlSequenceNode)head["configs"]).Children);
        Assert.Equal(["train", "validation", "test"], ((YamlSequenceNode)config["data_files"]).Select(f => ((YamlScalarNode)f["split"]).Value));
        Assert.All(((YamlSequenceNode)config["data_files"]).Children, f => Assert.True(File.Exists(folder.At("out/" + ((YamlScalarNode)f["path"]).Value))));
    }

    [Fact]
    public void The_sections_are_those_of_the_template_in_its_order()
    {
        var (_, body, _, _) = Card();
        Assert.Equal(
            [
                "# Dataset Card for fine-tuning", "## Dataset Details", "### Dataset Description", "## Uses", "### Direct Use", "### Out-of-Scope Use", "## Dataset Structure", "## Dataset Creation",
                "### Curation Rationale", "### Source Data", "#### Data Collection and Processing", "#### Who are the source data producers?", "### Annotations", "#### Personal and Sensitive Information",
                "## Bias, Risks, and Limitations", "### Recommendations",
            ],
            body.Split('\n').Where(l => l.StartsWith('#')));
        Assert.DoesNotContain("\n\n\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_number_is_one_of_the_run()
    {
        var (_, body, result, summary) = Card();
        var numbers = summary.Numbers;
        Assert.Contains($"{numbers.Read} read, {numbers.Rejected} rejected as unreadable, {numbers.Removed} removed by stages, {numbers.Kept} kept.", body, StringComparison.Ordinal);
        foreach (var file in summary.Files.Where(f => f.Name.EndsWith(".jsonl", StringComparison.Ordinal)))
        {
            var split = Enum.Parse<Split>(Path.GetFileNameWithoutExtension(file.Name), ignoreCase: true);
            Assert.Contains($"| {Path.GetFileNameWithoutExtension(file.Name)} | `{file.Name}` | {numbers.Rows[split]} | {File.ReadLines(folder.At("out/" + file.Name)).Count()} |", body, StringComparison.Ordinal);
        }

        foreach (var (report, removed) in result.Data.History.Stages)
        {
            var row = Regex.Match(body, $@"^\| {Regex.Escape(report.Name)} \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (.*) \|$", RegexOptions.Multiline);
            Assert.Equal([report.Received, report.Kept, removed.Count, report.Changed], row.Groups.Values.Skip(1).Take(4).Select(g => int.Parse(g.Value, CultureInfo.InvariantCulture)));
            Assert.Equal(removed.Count, Regex.Matches(row.Groups[5].Value, @" (\d+)(,|$)").Sum(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)));
        }

        foreach (var group in result.Data.Examples.GroupBy(e => e.Source))
            Assert.Matches($@"\| {group.Key} \| {group.Count()} \| {(100.0 * group.Count() / result.Data.Count).ToString("0.0", CultureInfo.InvariantCulture)}% \|", body);
        Assert.Contains("| EMAIL_ADDRESS | 3 |", body, StringComparison.Ordinal);
        Assert.Contains("and masked, in 2 rows of those that were read.", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_quotes_and_signs_of_yaml_stays_one_text()
    {
        var name = "a \"b\" \\ c: {d} # e\nf";
        (SmallRun.Output() with { Recipe = new(name, SmallRun.Recipe.Steps) }).WriteTo(folder.At("odd"));
        var head = Head(File.ReadAllText(folder.At("odd/README.md")));
        Assert.Equal("a \"b\" \\ c: {d} # e⏎f", ((YamlScalarNode)head["pretty_name"]).Value);
    }

    private (YamlMappingNode Head, string Body, Preparation Result, RunSummary Summary) Card()
    {
        var path = folder.At("chats.jsonl");
        if (!File.Exists(path))
            File.WriteAllLines(path, Enumerable.Range(0, 90).Select(i => $$"""{"messages":[{"role":"user","content":"How do I find the folder with the number {{i}} of department {{(char)('a' + (i % 26))}}{{(i == 3 ? ", asks a.jones@example.org" : "")}}?"},{"role":"assistant","content":"{{(i % 9 == 1 ? "No." : $"Look at shelf {i * 7} beside window {i}; the folder has a {(i % 2 == 0 ? "blue" : "green")} back.")}}{{(i == 3 ? " I wrote to b.smith@example.org." : "")}}{{(i == 5 ? " Ask c.miller@example.org." : "")}}"}]}"""));
        var result = FineTuning.Prepare([path]);
        var summary = result.WriteTo(folder.At("out"));
        var card = File.ReadAllText(folder.At("out/README.md"));
        return (Head(card), card[(card.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..], result, summary);
    }

    private static YamlMappingNode Head(string card)
    {
        Assert.StartsWith("---\n", card, StringComparison.Ordinal);
        var stream = new YamlStream();
        stream.Load(new StringReader(card[4..card.IndexOf("\n---\n", StringComparison.Ordinal)]));
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    }

    private static IEnumerable<string?> Texts(YamlMappingNode head, string key) => ((YamlSequenceNode)head[key]).Select(n => ((YamlScalarNode)n).Value);
}
