using System.Text.Json;
using NotebookKit.Augmenting;
using NotebookKit.Display;
using NotebookKit.Explaining;
using NotebookKit.Recipes;
using NotebookKit.Splitting;
using NotebookKit.Tests.Console;
using NotebookKit.Trails;

namespace NotebookKit.Tests.Recipes;

public sealed class MessyRunTests : IDisposable
{
    private readonly ConsoleRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Variants_are_made_of_training_rows_only_and_every_number_adds_up()
    {
        var chats = run.Chats("chats.jsonl", 120);
        var plain = FineTuning.Prepare([chats]);
        var messy = FineTuning.Prepare([chats], new() { Messy = new() { Share = 0.5, VariantsPerRow = 2 } });
        var made = messy.Messy!;
        Assert.NotEmpty(made.Created);
        var rows = messy.Data.Examples.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var variants = messy.Data.Examples.Where(MessyVariants.IsVariant).ToList();
        Assert.Equal(made.Created.Count, variants.Count);
        Assert.All(variants, v =>
        {
            Assert.Equal((Split.Train, Split.Train), (v.Split, rows[v.ParentId!].Split));
            Assert.Equal(rows[v.ParentId!].Cluster, v.Cluster);
        });
        // What is held out is what it was without them.
        foreach (var split in new[] { Split.Validation, Split.Test })
            Assert.Equal(plain.Data.Examples.Where(e => e.Split == split).Select(e => e.Id), messy.Data.Examples.Where(e => e.Split == split).Select(e => e.Id));
        var numbers = RunNumbers.Of(messy.Data);
        Assert.Equal((120, variants.Count), ((int)numbers.Read, (int)numbers.Created));
        Assert.Equal(numbers.Read + numbers.Created, numbers.Rejected + numbers.Removed + numbers.Kept);
        // Each row is followed from its beginning: a variant from the stage behind the split.
        var trail = TrailWalker.Walk(messy.Data).ToList();
        Assert.Equal(120 + variants.Count, trail.Count);
        Assert.All(trail, t => Assert.NotNull(t.Changes));
        var split1 = messy.Data.History.Stages.ToList().FindIndex(s => s.Report.Name == new Splitter().Name);
        Assert.All(trail.Where(t => t.Id.Contains('~', StringComparison.Ordinal)), t => Assert.All(t.Changes!, c => Assert.True(c.Stage > split1)));
        Assert.Contains(trail.Where(t => !t.Id.Contains('~', StringComparison.Ordinal)), t => t.Changes!.Any(c => c.Stage == split1));
    }

    [Fact]
    public void The_manifest_names_them_so_that_a_run_like_it_gives_the_same_bytes()
    {
        var chats = run.Chats("chats.jsonl", 120);
        Assert.Equal(0, run.Run(chats, "--out", At("v1"), "--messy-variants", "2", "--messy-share", "0.5", "--messy-kinds", "typos,lower-case,fragments"));
        Assert.Contains("Messy variants: ", run.Output, StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(At("v1"), "manifest.json")));
        var messy = manifest.RootElement.GetProperty("request").GetProperty("messy");
        Assert.Equal((2, 0.5, 3), (messy.GetProperty("variantsPerRow").GetInt32(), messy.GetProperty("share").GetDouble(), messy.GetProperty("kinds").GetArrayLength()));
        Assert.Equal(0, run.Run(chats, "--like", At("v1"), "--out", At("v2"), "--threads", "1"));
        foreach (var file in Directory.EnumerateFiles(At("v1"), "*", SearchOption.AllDirectories))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(At("v2"), Path.GetRelativePath(At("v1"), file))));
        // What is given now wins; 0 leaves them out.
        Assert.Equal(0, run.Run(chats, "--like", At("v1"), "--out", At("v3"), "--messy-variants", "0"));
        Assert.Equal(0, run.Run(chats, "--out", At("plain")));
        Assert.Equal(File.ReadAllBytes(At("plain/train.jsonl")), File.ReadAllBytes(At("v3/train.jsonl")));
        // A later run compares with the rows that variants were made of.
        Assert.NotEqual(2, run.Run(chats, "--out", At("later"), "--earlier", At("v1")));
    }

    [Fact]
    public void Why_knows_a_variant_and_no_check_takes_it_for_a_duplicate()
    {
        var chats = run.Chats("chats.jsonl", 120);
        Assert.Equal(0, run.Run(chats, "--out", At("out"), "--messy-variants", "1", "--messy-share", "1", "--messy-kinds", "lower-case"));
        Assert.DoesNotContain("have a twin", run.Output, StringComparison.Ordinal);
        var variant = File.ReadLines(At("out/audit/rows.jsonl")).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!).First(id => id.EndsWith("~lower-case", StringComparison.Ordinal));
        var life = RunFolder.Open(At("out")).Why(variant);
        Assert.Contains("kept, in train", life.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--messy-variants takes a whole number from 0 to 6, but was given '7'.", "--messy-variants", "7")]
    [InlineData("--messy-share needs --messy-variants N from 1, such as --messy-variants 1.", "--messy-share", "0.5")]
    [InlineData("--messy-kinds takes ", "--messy-variants", "1", "--messy-kinds", "typos,smudges")]
    public void Wrong_arguments_are_one_line(string complaint, params string[] args)
    {
        Assert.Equal(2, run.Run([run.Chats("chats.jsonl", 40), "--out", At("bad"), .. args]));
        Assert.StartsWith("prepare: " + complaint, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_step_that_splits_none_are_made()
    {
        var error = Assert.Throws<BadInputException>(() => FineTuning.Prepare([run.Chats("chats.jsonl", 40)], new() { Messy = new() }, recipe: FineTuning.Recipe().Without("split")));
        Assert.Contains("no step that splits", error.Message, StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(run.Folder, name);
}
