using System.Text.Json;
using NotebookKit.Explaining;

namespace NotebookKit.Tests.Explaining;

public sealed class WhyTests(ExplainedRun run) : IClassFixture<ExplainedRun>
{
    [Fact]
    public void A_near_duplicate_names_the_row_kept_instead_how_alike_they_are_and_the_option_that_would_keep_it()
    {
        var removed = new[] { "chats/near-1", "chats/near-2" }.Select(run.Opened.Why).Single(l => l.Fate == RowFate.Removed);
        var kept = removed.Id == "chats/near-1" ? "chats/near-2" : "chats/near-1";
        Assert.Equal(("NearDuplicates", "near", "near-duplicate", 0.8), (removed.End!.Stage, removed.End.Key, removed.End.Reason, removed.End.Limit));
        Assert.InRange(removed.End.Measured!.Value, 0.8, 0.999);
        Assert.StartsWith("near.threshold=0.", Assert.Single(removed.End.ToKeep), StringComparison.Ordinal);
        var link = Assert.Single(removed.Instead);
        Assert.Equal((kept, RowFate.Kept, false), (link.Id, link.Fate, removed.IsOrphan));
        Assert.Matches(@"^(train|validation|test)\.jsonl, line \d+$", link.Where);
        var other = run.Opened.Why(kept);
        Assert.Equal((1, removed.Id), (other.StandsForCount, other.StandsFor[0].Id));
        Assert.Contains(other.Steps, s => s.Stage == "NearDuplicates" && s.What.Contains("stands for 1 → 2 input rows"));
    }

    [Fact]
    public void A_row_that_answers_otherwise_than_another_names_it()
    {
        var relation = Assert.Single(run.Opened.Why("chats/says-2").Related, r => r.Kind == "contradiction");
        Assert.Equal(("contradiction", "chats/says-1", 1), (relation.Kind, relation.Id, relation.Similarity));
        Assert.Contains(run.Opened.Why("chats/says-1").Related, r => r is { Kind: "contradiction", Id: "chats/says-2" });
        Assert.Equal("They get thirty days, counted from the first of January.", run.Preparation.Why("says-2").Related[0].Answer);
        Assert.Contains("\"answer\": \"They get thirty days", run.Opened.Why("chats/says-2").ToJson(), StringComparison.Ordinal);
        Assert.Contains("contradicts   chats/says-1 asks the same (1 alike) and answers otherwise: “They", run.Opened.Why("chats/says-2").ToText(), StringComparison.Ordinal);
        Assert.Equal(run.Preparation.Why("says-1").Related.Select(r => r.Id), run.Opened.Why("says-1").Related.Select(r => r.Id));
    }

    [Fact]
    public void A_kept_row_lies_where_it_is_said_to_lie()
    {
        var life = run.Opened.Why("chats/c-12");
        Assert.Equal((RowFate.Kept, run.Chats, 13L, 13L, "openai-messages", "chats"), (life.Fate, life.Read.File, life.Read.Line, life.Read.Record, life.Read.Format, life.Read.Source));
        var line = File.ReadAllLines(Path.Combine(run.Out, life.Place!.File!))[life.Place.Lines[0] - 1];
        Assert.Contains(life.Text!.Input, line, StringComparison.Ordinal);
        Assert.Contains("number 12 in my account", life.Text.Input, StringComparison.Ordinal);
        Assert.Contains(life.Steps, s => s.Key == "scoring" && s.What.Any(w => w.StartsWith("measured quality 0.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_masked_texts_only_counts_and_placeholders_are_told()
    {
        var life = run.Opened.Why("mail-1");
        Assert.Equal("chats/mail-1", life.Id);
        Assert.Contains("changed 1 user turn, 1 assistant turn: [EMAIL] 2 put in", life.Steps.Single(s => s.Key == "anonymizing").What);
        foreach (var text in new[] { life.ToText(), life.ToHtml(), life.ToJson(), run.Preparation.Why("mail-1").ToText(), run.Preparation.Data.Why("mail-1").ToText() })
            Assert.DoesNotContain("maria.lopez", text, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(run.Out, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain("maria.lopez", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_too_short_says_by_how_much()
    {
        var life = run.Opened.Why("chats/short-1");
        Assert.Equal("The assistant's turns have 9 characters together; at least 20 are asked for.", life.End!.Meaning);
        Assert.Equal(["length.minOutput=9"], life.End.ToKeep);
        Assert.Equal("chats/short-1: removed by Cleaning (too-short-output)", life.ToText().Split('\n')[0]);
    }

    [Fact]
    public void A_rejected_record_is_found_by_file_and_line()
    {
        var life = run.Opened.Why($"{run.Chats}:94");
        Assert.Equal((RowFate.Rejected, null, "not-json"), (life.Fate, life.Id, life.End!.Reason));
        Assert.Equal(RowFate.Rejected, run.Opened.Why("chats.jsonl:93").Fate);
        Assert.DoesNotContain("{broken", life.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_went_into_another_row_leads_to_that_row()
    {
        var life = run.Opened.Why("log.jsonl:2");
        Assert.Equal((RowFate.Joined, "log/i-1"), (life.Fate, life.Id));
        Assert.Contains("is no row of its own: it went into log/i-1", life.Notes[0], StringComparison.Ordinal);
        Assert.Equal([$"{run.Log}:2"], run.Opened.Why("log/i-1").Joined);
        Assert.Equal("log/i-1", run.Opened.Why("log.jsonl:1").Id);
    }

    [Fact]
    public void An_id_that_its_source_gave_twice_is_explained()
    {
        var first = run.Opened.Why("chats/twice-1");
        var note = Assert.Single(first.Notes);
        Assert.StartsWith("Its source gave this id to 2 records; also in this run: chats/twice-1~", note, StringComparison.Ordinal);
        var copy = run.Opened.Why("chats/same-1+2");
        Assert.Equal(("same-record", "chats/same-1"), (copy.End!.Reason, copy.Instead[0].Id));
    }

    [Fact]
    public void An_unknown_id_is_answered_with_the_nearest_ones()
    {
        var error = Assert.Throws<UnknownRowException>(() => run.Opened.Why("chats/naer-1"));
        Assert.Equal("chats/near-1", error.Nearest[0]);
        Assert.StartsWith("There is no row 'chats/naer-1' in this run; did you mean chats/near-1 or ", error.Message, StringComparison.Ordinal);
        Assert.Empty(Assert.Throws<UnknownRowException>(() => run.Opened.Why("nothing of the kind at all")).Nearest);
        Assert.Throws<UnknownRowException>(() => run.Opened.Why("chats.jsonl:999"));
    }

    [Fact]
    public void Memory_and_folder_say_the_same_of_every_row_but_for_the_lines_that_only_files_have()
    {
        foreach (var row in run.Opened.Rows())
        {
            var (written, inMemory) = (run.Opened.Why(row.Id), run.Preparation.Why(row.Id));
            Assert.Equal(inMemory.Steps.SelectMany(s => s.What), written.Steps.SelectMany(s => s.What));
            Assert.Equal((inMemory.Fate, inMemory.Read, inMemory.Label, inMemory.Text, inMemory.StandsForCount), (written.Fate, written.Read, written.Label, written.Text, written.StandsForCount));
            Assert.Equal(inMemory.End?.Meaning, written.End?.Meaning);
            Assert.Equal(inMemory.Instead.Select(i => i.Id), written.Instead.Select(i => i.Id));
            Assert.Equal(inMemory.Notes, written.Notes);
            Assert.Equal((inMemory.Place?.Split, inMemory.Place?.Copies, inMemory.Place?.Cluster), (written.Place?.Split, written.Place?.Copies, written.Place?.Cluster));
        }
    }

    [Fact]
    public void Rows_are_found_by_what_they_say_kept_or_removed()
    {
        Assert.Equal(["chats/near-1", "chats/near-2"], run.Opened.Search("GREEN button on the left").Select(m => m.Id).Order(StringComparer.Ordinal));
        Assert.Equal([false, true], run.Opened.Search("green button on the left").Select(m => m.Kept).Order());
        Assert.Equal(20, run.Opened.Search("in my account").Count);
        Assert.Empty(run.Opened.Search("maria.lopez@example.org"));
        Assert.Equal(run.Opened.Search("coffee machine").Select(m => m.Id).Order(StringComparer.Ordinal), run.Preparation.Data.Search("coffee machine").Select(m => m.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_answer_is_valid_json_and_shows_itself_in_a_notebook()
    {
        NotebookKit.Display.IView life = run.Opened.Why("chats/exact-2");
        Assert.Equal(["text/html", "text/plain"], life.ToMimeBundle().Keys.Order(StringComparer.Ordinal).Take(2));
        using var json = JsonDocument.Parse(((RowLife)life).ToJson());
        Assert.Equal("exact-duplicate", json.RootElement.GetProperty("removed").GetProperty("reason").GetString());
        Assert.Equal("kept", json.RootElement.GetProperty("instead")[0].GetProperty("fate").GetString());
    }

    [Fact]
    public void A_chain_leads_to_a_row_that_is_kept_or_says_that_none_is()
    {
        var data = Build.Dataset(Build.Example("a", "one", "1"), Build.Example("b", "two", "2"), Build.Example("c", "three", "3"), Build.Example("d", "four", "4"), Build.Example("e", "five", "5"));
        data = data.Apply(new LambdaStage("First", e => e.Id == "a" ? Outcome.Remove(e, "twin", 0.9, 0.8, "b") : e.Id == "d" ? Outcome.Remove(e, "twin", 0.9, 0.8, "e") : Outcome.Keep(e))).Kept;
        data = data.Apply(new LambdaStage("Second", e => e.Id == "b" ? Outcome.Remove(e, "twin", 0.85, 0.8, "c") : Outcome.Keep(e))).Kept;
        data = data.Apply(new LambdaStage("Third", e => e.Id == "e" ? Outcome.Remove(e, "odd", 3, 2) : Outcome.Keep(e))).Kept;
        var chained = data.Why("a");
        Assert.Equal([("b", RowFate.Removed), ("c", RowFate.Kept)], chained.Instead.Select(i => (i.Id, i.Fate)));
        Assert.False(chained.IsOrphan);
        Assert.Equal("a: removed by First (twin); c is kept instead", chained.ToText().Split('\n')[0]);
        var orphan = data.Why("d");
        Assert.True(orphan.IsOrphan);
        Assert.Contains("No row stands for this one in the dataset.", orphan.ToText(), StringComparison.Ordinal);
        Assert.Equal(["b", "a"], data.Why("c").StandsFor.Select(s => s.Id));
        Assert.Equal("Third removed it with the reason odd (3, limit 2).", data.Why("e").End!.Meaning);
    }

    [Fact]
    public void The_text_of_a_withheld_row_is_nowhere()
    {
        var data = Build.Dataset(Build.Example("w", "my secret is here", "noted"));
        data = data.Apply(new LambdaStage("Check", e => Outcome.Remove(e, "pii-remained", 1, 0, withheld: true))).Kept;
        var life = data.Why("w");
        Assert.Null(life.Text);
        Assert.Contains("Its text is withheld: personal data may remain in it.", life.Notes);
        Assert.DoesNotContain("secret", life.ToText() + life.ToHtml() + life.ToJson(), StringComparison.Ordinal);
        Assert.Empty(data.Search("secret"));
    }
}
