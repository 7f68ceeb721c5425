using NotebookKit.Recipes;
using NotebookKit.Sourcing;
using NotebookKit.Tests.Console;
using NotebookKit.Writing;

namespace NotebookKit.Tests.Recipes;

public sealed class LikeManifestTests : IDisposable
{
    private readonly ConsoleRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void A_run_like_another_on_the_same_inputs_gives_the_same_bytes()
    {
        var (chats, notes) = (run.Chats("chats.jsonl", 60), Notes());
        var (terms, key) = (run.File("terms.txt", "Lumofit", "Maria"), run.File("key", "0123456789abcdef0123456789abcdef"));
        string[] given = ["--terms", terms, "--key-file", key, "--in-domain", chats, "--against", run.File("exam.jsonl", AgainstTests.Exam)];
        Assert.Equal((0, ""), (run.Run([chats, notes, "--out", At("v1"), "--seed", "9", "--format", "sharegpt", "--map", "notes.csv:input=q,output=a", "--origin", "notes.csv=human-written", "--base-model", "own-1",
            "--set", "near.threshold=0.9", "--set", "length.minOutput=12", "--set", "split.policy=70/15/15", "--set", "balance.method=target", "--set", "balance.target=billing=0.4", "--set", "synthetic.policy=0.3",
            "--set", "anonymizing.operator=pseudonym",
            "--set", "scoring.weights.edited=2.5", "--set", "sourcing.ratingScale=10", "--set", "outlier-filter.maxDistance=6", "--set", "extraction.windowDays=off", .. given]), run.Error));
        Assert.Equal(0, run.Run([chats, notes, "--like", Path.Combine(At("v1"), "manifest.json"), "--out", At("v2"), .. given]));
        Assert.StartsWith("Like the earlier run of the manifest:\nPreparing 2 inputs", run.Output, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(At("v1"), "*", SearchOption.AllDirectories))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(At("v2"), Path.GetRelativePath(At("v1"), file))));
    }

    [Fact]
    public void What_the_manifest_does_not_hold_is_asked_for_again()
    {
        var (chats, notes) = (run.Chats("chats.jsonl", 40), Notes());
        run.Run(chats, notes, "--out", At("v1"), "--map", "notes.csv:input=q,output=a", "--terms", run.File("terms.txt", "Maria Lopez"), "--key-file", run.File("key", "0123456789abcdef0123456789abcdef"), "--in-domain", chats, "--against", run.File("exam.jsonl", AgainstTests.Exam));
        var manifest = File.ReadAllText(Path.Combine(At("v1"), "manifest.json"));
        Assert.DoesNotContain("Maria", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef0123456789abcdef", manifest, StringComparison.Ordinal);
        Assert.Equal(0, run.Run(chats, "--like", At("v1"), "--out", At("v2")));
        foreach (var line in new[] { "  anonymizing.terms: the run had 1 entries, SHA-256", "give its file again with --key-file", "(chats.jsonl): give them again with --in-domain", "(exam.jsonl): give them again with --against", "The run had settings for 'notes.csv'" })
            Assert.Contains(line, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_least_recall_of_planted_data_is_asked_for_again()
    {
        var chats = run.Chats("chats.jsonl", 40);
        Assert.Equal((0, ""), (run.Run(chats, "--out", At("v1"), "--least-recall", "0.9"), run.Error));
        Assert.Equal(0, run.Run(chats, "--like", At("v1"), "--out", At("v2")));
        Assert.DoesNotContain("left out", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"leastRecall\":0.9", RunManifest.Read(At("v2")).Stages.Single(s => s.Key == "planted").Options, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(Path.Combine(At("v1"), "manifest.json")), File.ReadAllBytes(Path.Combine(At("v2"), "manifest.json")));
    }

    [Fact]
    public void What_is_given_now_wins_and_is_listed()
    {
        var chats = run.Chats("chats.jsonl", 40);
        run.Run(chats, "--out", At("v1"), "--seed", "3", "--set", "near.threshold=0.9", "--language", "en");
        Assert.Equal(0, run.Run(chats, "--like", At("v1"), "--out", At("v2"), "--set", "near.threshold=0.7", "--format", "alpaca"));
        Assert.Contains("  --set near.threshold=0.7 (the manifest has 0.9)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("as asked for now (the manifest has chat-ml)", run.Output, StringComparison.Ordinal);
        var (before, after) = (RunManifest.Read(At("v1")), RunManifest.Read(At("v2")));
        Assert.Equal((3UL, "alpaca"), (after.Seed, after.Format));
        Assert.Equal(before.Stages.Single(s => s.Key == "language").Options, after.Stages.Single(s => s.Key == "language").Options);
        Assert.Contains("\"threshold\":0.7", after.Stages.Single(s => s.Key == "near").Options, StringComparison.Ordinal);
    }

    [Fact]
    public void What_this_version_does_not_know_is_said_in_one_line_each()
    {
        var chats = run.Chats("chats.jsonl", 40);
        run.Run(chats, "--out", At("v1"));
        var path = Path.Combine(At("v1"), "manifest.json");
        var manifest = File.ReadAllText(path);
        var changed = manifest.Replace("\"shingleWords\": 3", "\"shingleWords\": 300, \"later\": true", StringComparison.Ordinal).Replace("\"key\": \"exact\"", "\"key\": \"gone\"", StringComparison.Ordinal)
            .Replace($"\"kitVersion\": \"{RunManifest.Read(path).KitVersion}\"", "\"kitVersion\": \"0.0.1\"", StringComparison.Ordinal);
        File.WriteAllText(path, changed);
        var (recipe, differences) = LikeManifest.Read(path).Apply(FineTuning.Recipe());
        Assert.Contains(differences, d => d.StartsWith("The manifest is of kit version 0.0.1, this is ", StringComparison.Ordinal));
        Assert.Contains("near.later: this version does not have the option; the manifest has true.", differences);
        Assert.Contains("near.shingleWords: the value 300 of the manifest could not be set; it is 3 now.", differences);
        Assert.Contains("The manifest has a stage 'ExactDuplicates' that this recipe does not have; it is left out.", differences);
        Assert.Contains("The run left out the step 'exact'; so does this one.", differences);
        Assert.DoesNotContain(recipe.Steps, s => s.Key == "exact");
        Assert.All(differences, d => Assert.DoesNotContain('\n', d));
    }

    [Fact]
    public void Every_option_of_the_ready_recipe_is_set_back()
    {
        var changed = FineTuning.Recipe();
        string[] settings =
        [
            "extraction.resolvedStatuses=done,closed for good", "permissions.consentBases=contract,opted-in", "pii.policy=mask", "anonymizing.types=EMAIL_ADDRESS,PERSON", "refusals.more=i pass", "length.policy=s4",
            "language.languages=en,de", "contradictions.policy=keep-best", "near.measureFrom=0.6", "split.policy=train80-test20", "balance.mix=s1", "balance.maxFactor=3", "synthetic.policy=s4-half", "quality.min=off",
            "outlier-filter.minDomain=off", "format.systemPrompt=Be brief.", "truncated.minLength=70",
        ];
        foreach (var setting in settings) changed = changed.Set(setting.Split('=', 2)[0], setting.Split('=', 2)[1]);
        var output = Tests.Writing.SmallRun.Output(changed.Run(NotebookKit.Dataset.Of(Enumerable.Range(0, 5).Select(i => Build.Example($"r-{i}", $"a question about number {i}", $"a long enough answer about number {i}"))))) with { Recipe = changed };
        output.WriteTo(At("v1"));
        var (again, differences) = LikeManifest.Read(At("v1")).Apply(FineTuning.Recipe());
        Assert.Equal(["The manifest does not say how the inputs were read, nor the task: give --read-as, --map, --origin and --task again where they were used."], differences);
        Assert.Equal(changed.Steps.Select(s => s.Stage.Describe().Options), again.Steps.Select(s => s.Stage.Describe().Options));
    }

    [Theory]
    [InlineData("nowhere.json", "'nowhere.json' does not exist: give the manifest.json of an earlier run, or its folder.")]
    public void A_manifest_that_is_not_there_is_a_wrong_argument(string path, string message)
    {
        Assert.Equal(2, run.Run("--like", path));
        Assert.Equal($"prepare: {message}", run.Complaint());
    }

    private string At(string name) => Path.Combine(run.Folder, name);

    private string Notes() => run.File("notes.csv", ["q,a", .. Enumerable.Range(0, 12).Select(i => $"Which shelf holds the folder with number {i} of the year?,The folder {i} stands on shelf {i * 3} next to the window.")]);
}
