using NotebookKit.Trails;

namespace NotebookKit.Tests.Trails;

public class StageTrailTests
{
    [Fact]
    public void Each_kind_of_change_is_noted_with_its_numbers_and_without_texts()
    {
        var before = Build.Example("a", "Call Maria Lopez", "I do") with { KnownNames = ["Maria Lopez"], Label = "old", Tags = ["gone"], Scores = Scores.Empty.With("quality", 0.5), Author = "Maria" };
        var after = before with
        {
            Messages = [new(Role.User, "Call [NAME] or [NAME_3f2a9c01]"), before.Messages[1]],
            KnownNames = [],
            Label = "new",
            Tags = ["edge:decline"],
            Scores = before.Scores.With("quality", 0.75).With("turns", 2),
            Author = "x1",
            Split = Split.Test,
            Repeat = 3,
            Weight = 0.5,
            Cluster = "c",
            Occurrences = 4,
            Flags = [new("One", "odd", 2, 1)],
        };
        var trail = Build.Dataset(before).Change("One", _ => after).Kept.History.Stages[0].Trail;
        Assert.Equal(
            [
                new(ChangeKind.Text, "user turn", After: 1), new(ChangeKind.Placeholder, "[NAME]", After: 2), new(ChangeKind.Remeasured, "quality", 0.5, 0.75), new(ChangeKind.Score, "turns"),
                new(ChangeKind.Flag, "odd"), new(ChangeKind.Tag, "edge:decline"), new(ChangeKind.Untagged, "gone"), new(ChangeKind.Label, From: "old", To: "new"), new(ChangeKind.Split, "test"),
                new(ChangeKind.Repeat, null, 1, 3), new(ChangeKind.Weight, null, null, 0.5), new(ChangeKind.Cluster), new(ChangeKind.Occurrences, null, 1, 4),
                new(ChangeKind.KnownNames, null, 1, 0), new(ChangeKind.Field, "author"),
            ],
            trail.Rows().Single().Changes);
    }

    [Fact]
    public void A_row_is_followed_through_stages_that_remove_others_before_it()
    {
        var data = NotebookKit.Dataset.Of(Enumerable.Range(0, 2000).Select(i => Build.Example($"row-{i}", $"question {i}", "answer")));
        data = data.Keep("Odd", "even", e => e.Position.Record % 2 == 1).Kept;
        data = data.Change("Score", e => e.Position.Record % 3 == 0 ? e.WithScore("third", e.Position.Record) : e).Kept;
        data = data.Keep("Small", "large", e => e.Position.Record < 1500).Kept;
        data = data.Change("Tag", e => e.WithTag("last")).Kept;
        var rows = TrailWalker.Walk(data).ToList();
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => $"row-{i}"), rows.Select(r => r.Id));
        foreach (var row in rows)
        {
            var number = row.At.Record;
            var (exit, stages) = number % 2 == 0 ? (0, Array.Empty<int>()) : number >= 1500 ? (2, number % 3 == 0 ? [1] : []) : (-1, number % 3 == 0 ? [1, 3] : [3]);
            Assert.Equal(exit, row.Exit?.Stage ?? -1);
            Assert.Equal(stages, row.Changes!.Select(c => c.Stage));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void The_trail_is_the_same_for_any_number_of_threads(int threads)
    {
        IEnumerable<string> Trail(int count)
        {
            var run = new RunContext { Threads = count };
            var data = NotebookKit.Dataset.Of(Enumerable.Range(0, 3000).Select(i => Build.Example($"row-{i}", $"question {i}", "answer")));
            data = data.Apply(new LambdaStage("Mixed", e => e.Position.Record % 7 == 0 ? Outcome.Remove(e, "seventh") : Outcome.Keep(e.WithScore($"s{e.Position.Record % 5}", 1))), run).Kept;
            return TrailWalker.Walk(data).Select(r => $"{r.Id} {r.Exit} {string.Join(',', r.Changes!.SelectMany(c => c.Changes))}");
        }

        Assert.Equal(Trail(1), Trail(threads));
    }

    [Fact]
    public void A_row_costs_a_few_bytes()
    {
        var data = NotebookKit.Dataset.Of(Enumerable.Range(0, 5000).Select(i => Build.Example($"row-{i}", $"question {i}", "answer")));
        var trail = data.Change("Score", e => e.WithScore("a", 1).WithScore("b", 2)).Kept.History.Stages[0].Trail;
        Assert.Equal(5000, trail.Count);
        Assert.Equal(2 * 5000, trail.Bytes);
    }

    [Fact]
    public void Where_rows_were_put_together_anew_the_changes_are_unknown_and_the_rest_is_not()
    {
        var data = Build.Dataset(Build.Example("a", "x", "y"), Build.Example("b", "x", "y"), Build.Example("c", "x", "y"));
        data = data.Apply(new LambdaStage("One", e => e.Id == "b" ? Outcome.Remove(e, "unwanted") : Outcome.Keep(e.WithScore("s", 1)))).Kept;
        var turned = NotebookKit.Dataset.Of(data.Examples.Reverse(), data.History);
        Assert.All(TrailWalker.Walk(turned), r => Assert.Null(r.Changes));
        Assert.Equal(["b", "c", "a"], TrailWalker.Walk(turned).Select(r => r.Id));
        Assert.All(TrailWalker.Walk(turned.Change("Two", e => e.WithTag("t")).Kept), r => Assert.Null(r.Changes));
        Assert.All(TrailWalker.Walk(data), r => Assert.NotNull(r.Changes));
    }
}
