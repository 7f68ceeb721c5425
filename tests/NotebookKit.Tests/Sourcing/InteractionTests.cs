using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Sourcing;

/// <summary>What users did with suggestions.</summary>
public sealed class InteractionTests : IDisposable
{
    private readonly Inputs inputs = new();

    public void Dispose() => inputs.Dispose();

    private Dataset Rows(params string[] rows) => inputs.Read("log.jsonl", string.Join('\n', rows));

    [Fact]
    public void An_edit_becomes_the_target_and_the_draft_is_declined()
    {
        var e = Rows("""{"id":"i-1","session_id":"s1","user_id":"u1","input":"Write.","output":"Draft","edited_output":"Better","model":"small-1","event":"edited"}""").Examples[0];
        Assert.Equal(("Better", "Draft", AnsweredBy.EditedModel, "small-1"), (e.Output, Assert.Single(e.Declined!).Content, e.Signals.AnsweredBy, e.Generator));
        Assert.True(e.Signals.Has(Events.Edited));
        Assert.Equal(("log/i-1", "s1", "u1", Origin.ProductionLog), (e.Id, e.Conversation, e.Subject, e.Origin));
    }

    [Fact]
    public void An_unedited_answer_is_the_models()
    {
        var e = Rows("""{"id":"i-1","input":"Write.","output":"Text","event":"accepted"}""").Examples[0];
        Assert.Equal((AnsweredBy.Model, "unknown-model", Events.Accepted), (e.Signals.AnsweredBy, e.Generator, e.Signals.Events));
        var same = Rows("""{"id":"i-1","input":"Write.","output":"Text","edited_output":"Text ","event":"accepted"}""").Examples[0];
        Assert.Equal((AnsweredBy.Model, null, false), (same.Signals.AnsweredBy, same.Declined, same.Signals.Has(Events.Edited)));
    }

    [Fact]
    public void An_edit_that_was_not_logged_leaves_an_input_to_label()
    {
        var e = Rows("""{"id":"i-1","input":"Write.","output":"Draft","event":"edited"}""").Examples[0];
        Assert.Equal((1, "Draft"), (e.Messages.Count, e.Declined![0].Content));
        var correction = Rows("""{"input":"Write.","output":"Final","event":"edited","source":"user_correction"}""").Examples[0];
        Assert.Equal(("Final", AnsweredBy.EditedModel), (correction.Output, correction.Signals.AnsweredBy));
    }

    [Theory]
    [InlineData("\"event\":\"rejected\"", Events.Rejected)]
    [InlineData("\"event\":\"Copied\"", Events.Copied)]
    [InlineData("\"events\":[\"copied\",{\"type\":\"thumbs_up\"}]", Events.Copied | Events.ThumbsUp)]
    [InlineData("\"event\":\"crashed\"", Events.Crashed)]
    [InlineData("\"event_type\":\"abandoned\"", Events.Abandoned)]
    [InlineData("\"accepted\":false", Events.Rejected)]
    [InlineData("\"thumbs\":\"down\"", Events.ThumbsDown)]
    [InlineData("\"event\":\"asked-again\"", Events.AskedAgain)]
    public void Events_are_known_by_many_words(string field, Events events) =>
        Assert.Equal(events, Rows($$"""{"id":"i-1","session_id":"s","input":"Write.","output":"Text",{{field}}}""").Examples[0].Signals.Events);

    [Fact]
    public void Templates_categories_and_clicks_make_pairs()
    {
        var template = Rows("""{"id":"i-1","input":"Decline politely.","output":"Dear …","event":"template-used"}""").Examples[0];
        Assert.Equal((AnsweredBy.Human, null), (template.Signals.AnsweredBy, template.Generator));
        var category = Rows("""{"id":"i-2","session_id":"s","input":"Coffee 3.50","output":"Travel","category":"Food","event":"category-assigned","model":"m"}""").Examples[0];
        Assert.Equal(("Food", "Food", "Travel", TaskKind.Classification, AnsweredBy.Human), (category.Output, category.Label, category.Declined![0].Content, category.Task, category.Signals.AnsweredBy));
        var click = Rows("""{"query":"reset password","clicked_title":"Passwords","clicked_text":"Open settings.","session_id":"s","position":2,"timestamp":"2025-01-01T00:00:00Z"}""").Examples[0];
        Assert.Equal(("reset password", "Open settings.", "{\"clicked_title\":\"Passwords\",\"position\":2}"), (click.LastUserTurn, click.Output, click.Metadata));
    }

    [Fact]
    public void An_event_that_comes_later_is_joined_in_any_order_and_from_another_file()
    {
        string[] rows =
        [
            """{"id":"i-1","input":"Write.","output":"Draft","event":"shown"}""",
            """{"interaction_id":"i-1","event":"edited","edited_output":"Second","created_at":"2025-01-01T00:02:00Z"}""",
            """{"interaction_id":"i-1","event":"edited","edited_output":"First","created_at":"2025-01-01T00:01:00Z"}""",
            """{"interaction_id":"i-9","event":"accepted"}""",
        ];
        var data = Rows(rows);
        Assert.Equal((4, 1, 2, 1), ((int)data.History.Inputs[0].Records, data.Count, (int)data.History.Inputs[0].Joined, (int)data.History.Inputs[0].Rejected));
        Assert.Equal(("Second", "Draft"), (data.Examples[0].Output, data.Examples[0].Declined![0].Content));
        Assert.Equal(("no-such-interaction", 4L), (data.History.Rejected[0].Reason.Split(':')[0], data.History.Rejected[0].Line));
        Assert.Equal(data.Examples[0].Id, Rows([rows[2], rows[1], rows[0]]).Examples[0].Id);
        var events = inputs.File("events.jsonl", rows[1]);
        var split = Inputs.Checked(Sources.Read([events, inputs.File("log.jsonl", rows[0])]));
        Assert.Equal(("Second", 1L), (split.Examples[0].Output, split.History.Inputs[0].Joined));
        Assert.Empty(split.History.Inputs[0].Findings);
    }

    [Fact]
    public void The_same_asked_again_within_two_minutes_marks_the_earlier_answer()
    {
        static string Row(int id, string time, string input, string session) =>
            $$"""{"id":"i-{{id}}","session_id":"{{session}}","created_at":"2025-01-01T00:{{time}}Z","input":"{{input}}","output":"Text","event":"shown"}""";
        var data = Rows(Row(1, "00:00", "How?", "s1"), Row(2, "01:59", "how", "s1"), Row(3, "04:30", "How?", "s1"), Row(4, "00:30", "How?", "s2"));
        Assert.All(Rows(Row(1, "00:00", "How?", "s1"), Row(1, "00:00", "How?", "s1")).Examples, e => Assert.False(e.Signals.Has(Events.AskedAgain)));
        Assert.Equal(["log/i-1"], data.Examples.Where(e => e.Signals.Has(Events.AskedAgain)).Select(e => e.Id));
    }

    [Fact]
    public void Search_logs_join_queries_and_events()
    {
        var data = inputs.Read("ubi.ndjson", """
            {"index":{"_index":"q","_id":"doc1"}}
            {"query_id":"q1","user_query":"gold ring","client_id":"c1"}
            {"query_id":"q1","action_name":"impression","user_query":"gold ring"}
            {"query_id":"q1","action_name":"click","event_attributes":{"object":{"object_id":"7","description":"A golden ring"}}}
            {"query_id":"q1","action_name":"purchase","event_attributes":{"object":{"object_id":"7","description":"A golden ring"}}}
            {"query_id":"q1","action_name":"click","event_attributes":{"object":{"object_id":"8","description":"A brass ring"}}}
            {"query_id":"q2","user_query":"tv"}
            {"query_id":"q3","action_name":"page_exit"}
            """);
        var input = data.History.Inputs[0];
        Assert.Equal((8L, 3L, 4L, 1L), (input.Records, input.Examples, input.Joined, input.Rejected));
        Assert.Equal(["A golden ring", "A brass ring", ""], data.Examples.Select(e => e.Output));
        Assert.All(data.Examples.Take(2), e => Assert.Equal("gold ring", e.LastUserTurn));
    }
}
