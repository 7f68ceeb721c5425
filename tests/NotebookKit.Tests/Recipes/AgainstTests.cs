using NotebookKit.Deduplicating;
using NotebookKit.Display;
using NotebookKit.Explaining;
using NotebookKit.Recipes;
using NotebookKit.Tests.Console;

namespace NotebookKit.Tests.Recipes;

public sealed class AgainstTests : IDisposable
{
    /// <summary>An evaluation file of two items.</summary>
    internal const string Exam = """
        {"id": "e1", "question": "My name is Maria Lopez and my parcel with the number seven has not arrived since Monday, where can it be and whom do I ask?", "answer": "Ask the carrier."}
        {"id": "e2", "question": "Which river is the longest of all rivers that flow through Europe, and which countries does it flow through on its way?", "answer": "The Volga."}
        """;

    private const string Leaked = "My name is Maria Lopez and my parcel with the number seven has not arrived since Monday, where can it be and whom do I ask?";

    private readonly ConsoleRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Rows_of_an_evaluation_file_leave_masked_alike_and_why_tells_it()
    {
        var chats = run.Chats("chats.jsonl", 40);
        File.AppendAllText(chats, $$"""{"id": "leak-1", "messages": [{"role": "user", "content": "{{Leaked}}"}, {"role": "assistant", "content": "Please open the page of your order, it shows where the parcel is at the moment."}]}""" + "\n");
        var prepared = FineTuning.Prepare([chats], new() { Against = [run.File("exam.jsonl", Exam)] }, new() { Seed = 5 });
        var stage = prepared.Data.History.Stages.Single(s => s.Report.Name == "Decontamination");
        var removal = Assert.Single(stage.Removed);
        Assert.Equal(("chats/leak-1", Decontamination.ContaminatedTurn, "against:exam:exam/e1"), (removal.Example.Id, removal.Reason, removal.CauseId));
        Assert.DoesNotContain("Lopez", removal.Example.LastUserTurn, StringComparison.Ordinal);
        Assert.Equal("exam: 1 of its 2 items (50.0%) is in 1 row of the data, removed.", Assert.Single(stage.Report.Findings).Text);
        var life = prepared.Why("chats/leak-1");
        Assert.StartsWith("chats/leak-1: removed by Decontamination (contaminated-turn); it overlaps with item exam/e1 of exam\n", life.ToText(), StringComparison.Ordinal);
        Assert.Contains("word for word the question of item exam/e1 of the evaluation set exam", string.Join(' ', life.ToText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(["decontamination.policy=flag"], life.End!.ToKeep);
        Assert.Empty(life.Instead);
    }

    [Fact]
    public void The_manifest_lists_the_files_by_hash()
    {
        var (chats, exam) = (run.Chats("chats.jsonl", 40), run.File("exam.jsonl", Exam));
        Assert.Equal((0, ""), (run.Run(chats, "--out", run.Out, "--against", exam), run.Error));
        var manifest = File.ReadAllText(Path.Combine(run.Out, "manifest.json"));
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(exam)));
        Assert.Contains(sha, manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("Volga", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_or_of_which_nothing_can_be_read_stops_the_run()
    {
        var chats = run.Chats("chats.jsonl", 40);
        Assert.Equal(2, run.Run(chats, "--out", run.Out, "--against", Path.Combine(run.Folder, "missing.jsonl")));
        Assert.Contains("missing.jsonl", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Run(chats, "--out", run.Out, "--against", run.File("odd.jsonl", "{\"a\": 1}", "{\"a\": 2}")));
        Assert.Contains("odd.jsonl: no row to compare with (--against) could be read from it", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.Out));
    }

    [Fact]
    public void Shared_words_are_marked_on_both_sides_and_encoded()
    {
        var exam = new ReferenceSet("exam", Build.Dataset(Build.Example("e", $"{Leaked} <b>", "Ask.")));
        var result = (DecontaminationResult)Build.Dataset(Build.Example("a", $"<i>Hello</i> there! {Leaked.ToUpperInvariant()} Bye.", "Ok.")).Apply(new Decontamination { Against = [exam] });
        var pair = Assert.Single(result.ToOverlaps(mask: new TextMask(e => e, t => t, History.Empty)));
        Assert.Contains($"there! ⟦{Leaked.ToUpperInvariant().TrimEnd('?')}⟧? Bye.", pair.ToText(), StringComparison.Ordinal);
        Assert.Contains($"⟦{Leaked.TrimEnd('?')}⟧? <b>", pair.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", pair.ToHtml().Replace("<b>contaminated-ngram</b>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;Hello", pair.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("Lopez", Assert.Single(result.ToOverlaps()).ToText(), StringComparison.OrdinalIgnoreCase);
    }
}
