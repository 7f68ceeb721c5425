using System.Text.RegularExpressions;
using NotebookKit.Anonymizing;
using NotebookKit.Recipes;
using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Docs;

public class DocsTests
{
    private static readonly HashSet<string> ScoreNamesOf = [.. typeof(ScoreNames).GetFields().Select(f => (string)f.GetRawConstantValue()!)];

    public static TheoryData<string> Shapes => [.. SourceFormats.Codes];

    [Fact]
    public void The_concepts_name_every_step_of_the_recipe_in_order()
    {
        var named = Regex.Matches(Page.Doc("concepts.md").Text.Split("## The way data takes")[1].Split("\n## ")[0], @"^\| `([a-z-]+)` \|", RegexOptions.Multiline).Select(m => m.Groups[1].Value);
        Assert.Equal(FineTuning.Recipe().Steps.Select(s => s.Key), named);
    }

    [Fact]
    public void The_concepts_fit_on_120_lines() => Assert.InRange(Page.Doc("concepts.md").Text.Split('\n').Length, 1, 121);

    [Fact]
    public void The_concepts_name_every_field_of_an_example_that_is_not_computed()
    {
        var text = Page.Doc("concepts.md").Text;
        Assert.All(typeof(Example).GetProperties().Where(p => p.SetMethod is not null && p.Name != nameof(Example.KnownNames)), p => Assert.Contains($"`{p.Name}`", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Each_sample_of_a_shape_is_read_as_that_shape(string shape)
    {
        var (_, text) = Assert.Single(Page.Sections(Page.Doc("sources.md").Text, 3), s => s.Heading == shape);
        var samples = Page.BlocksOf(text).Where(b => b.Language is "jsonl" or "csv").Select(b => (b.Text, b.Language)).ToList();
        Assert.NotEmpty(samples);
        foreach (var (block, extension) in samples)
        {
            Assert.Equal(3, block.TrimEnd('\n').Split('\n').Length);
            var path = Path.Combine(Directory.CreateTempSubdirectory("docs").FullName, "sample." + extension);
            File.WriteAllText(path, block);
            var data = Sources.Read([path], new() { Map = shape == "mapped" ? FieldMap.Parse("input=product,output=review,label=stars") : null });
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
            var input = Assert.Single(data.History.Inputs);
            Assert.Empty(data.History.Rejected);
            Assert.Equal(shape, input.Format);
            Assert.Equal(input.Records, input.Examples + input.Joined + input.Rejected - input.Expanded);
        }
    }

    [Fact]
    public void The_page_on_privacy_names_every_kind_of_personal_data_and_every_operator()
    {
        var text = Page.Doc("privacy.md").Text;
        Assert.All(EntityTypes.All, type => Assert.Contains($"`[{EntityTypes.ShortName(type)}]`", text, StringComparison.Ordinal));
        Assert.All(Operator.All, o => Assert.Contains($"`{o.Name}`", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_between_pages_lead_somewhere()
    {
        foreach (var page in Page.All)
            foreach (Match link in Regex.Matches(new Page(page).Text, @"\]\(([^)#:]+)(?:#[^)]*)?\)"))
                Assert.True(Path.Exists(Path.Combine(RealData.Repository, Path.GetDirectoryName(page)!, link.Groups[1].Value)), $"{page} links to {link.Groups[1].Value}");
    }

    [Fact]
    public void Settings_that_pages_name_exist()
    {
        var keys = FineTuning.Recipe().Settings(new SourcingOptions()).Select(s => s.Key).Append("shouting.maxRatio").ToHashSet(StringComparer.Ordinal);
        var named = 0;
        foreach (var page in Page.All)
            foreach (Match set in Regex.Matches(new Page(page).Text, @"(?:--set |`)([a-z-]+\.[a-z][A-Za-z.]+)(?:=|`)"))
            {
                if (ScoreNamesOf.Contains(set.Groups[1].Value)) continue;
                if (set.Groups[1].Value is "key.option" || Path.HasExtension(set.Groups[1].Value) && set.Groups[1].Value.Split('.')[^1] is "md" or "json" or "jsonl" or "html" or "diff" or "cs" or "safetensors" or "sketches") continue;
                Assert.Contains(set.Groups[1].Value, keys);
                named++;
            }

        Assert.True(named >= 4, $"only {named} settings were seen");
    }
}
