using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Sourcing;

/// <summary>Logged calls of language models.</summary>
public sealed class LlmLogTests : IDisposable
{
    private readonly Inputs inputs = new();

    public void Dispose() => inputs.Dispose();

    private Dataset Rows(params string[] rows) => inputs.Read("calls.jsonl", string.Join('\n', rows));

    private static string Chat(string messages, string? answer, string more = "")
    {
        var response = answer is null ? "{\"error\":{\"code\":\"rate_limit\"}}"
            : "{\"model\":\"gpt-x-1\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":" + A(answer) + "}]}";
        return "{\"request\":{\"model\":\"gpt-x\",\"messages\":[" + messages + "]},\"response\":" + response + more + "}";
    }

    private static string U(string text) => $$"""{"role":"user","content":"{{text}}"}""";

    private static string A(string text) => $$"""{"role":"assistant","content":"{{text}}"}""";

    [Fact]
    public void Chat_completions_responses_and_anthropic_messages_are_read()
    {
        var chat = Rows(Chat(U("q"), "a")).Examples[0];
        Assert.Equal(("q", "a", "gpt-x-1", AnsweredBy.Model, Origin.ProductionLog), (chat.LastUserTurn, chat.Output, chat.Generator, chat.Signals.AnsweredBy, chat.Origin));
        Assert.Equal("{\"finish_reason\":\"stop\"}", chat.Metadata);

        var responses = Rows("""{"request":{"model":"o-x","instructions":"S","input":"q"},"response":{"output":[{"type":"reasoning","summary":[]},{"type":"function_call","call_id":"c1","name":"f","arguments":"{}"},{"type":"message","role":"assistant","content":[{"type":"output_text","text":"a"}]}]}}""").Examples[0];
        Assert.Equal(["S", "q", null, "a"], responses.Messages.Select(m => m.Content));
        Assert.Equal(("c1", "f"), (responses.Messages[2].ToolCalls[0].Id, responses.Messages[2].ToolCalls[0].Name));

        var claude = Rows("""{"request":{"model":"claude-x","system":[{"type":"text","text":"S"}],"messages":[{"role":"user","content":"q"},{"role":"assistant","content":[{"type":"text","text":"let me see"},{"type":"tool_use","id":"t1","name":"f","input":{"a":1}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"7"}]}]}]},"response":{"content":[{"type":"text","text":"a"}],"stop_reason":"max_tokens"}}""").Examples[0];
        Assert.Equal([Role.System, Role.User, Role.Assistant, Role.Tool, Role.Assistant], claude.Messages.Select(m => m.Role));
        Assert.Equal(("{\"a\":1}", "7", "t1"), (claude.Messages[2].ToolCalls[0].Arguments, claude.Messages[3].Content, claude.Messages[3].ToolCallId));
        Assert.Contains("\"finish_reason\":\"max_tokens\"", claude.Metadata, StringComparison.Ordinal);

        var flat = Rows("""{"id":"call-1","model":"m","messages":[{"role":"user","content":"q"}],"choices":[{"message":{"role":"assistant","content":"a"}}]}""").Examples[0];
        Assert.Equal(("calls/call-1", "a", "m"), (flat.Id, flat.Output, flat.Generator));
        var batch = Rows("""{"custom_id":"r-1","request":"{\"messages\":[{\"role\":\"user\",\"content\":\"q\"}]}","response":{"status_code":200,"body":{"choices":[{"message":{"role":"assistant","content":"a"}}]}}}""").Examples[0];
        Assert.Equal("a", batch.Output);
    }

    [Fact]
    public void The_last_call_of_a_growing_history_is_the_example()
    {
        var data = Rows(Chat(U("1"), "one"), Chat($"{U("1")},{A("one")},{U("2")}", "two"), Chat($"{U("1")},{A("one")},{U("2")},{A("two")},{U("3")}", "three"), Chat(U("other"), "x"));
        Assert.Equal((4L, 2L, 2L), (data.History.Inputs[0].Records, data.History.Inputs[0].Examples, data.History.Inputs[0].Joined));
        Assert.Equal([6, 2], data.Examples.Select(e => e.Messages.Count));
    }

    [Fact]
    public void The_answer_to_a_retry_is_the_last_good_one()
    {
        static string At(string time) => $",\"created_at\":\"2025-01-01T00:{time}Z\"";
        var data = Rows(Chat(U("q"), null, At("00:00")), Chat(U("q"), "first", At("00:10")), Chat(U("q"), "second", At("01:00")), Chat(U("q"), null, At("02:00")), Chat(U("q"), "much later", At("30:00")));
        Assert.Equal(["second", "much later"], data.Examples.Select(e => e.Output));
        Assert.Equal(3, data.History.Inputs[0].Joined);
    }

    [Fact]
    public void Two_people_who_ask_the_same_keep_their_own()
    {
        var data = Rows(Chat(U("q"), "a", ",\"user_id\":\"u1\""), Chat(U("q"), "b", ",\"user_id\":\"u2\""), Chat($"{U("q")},{A("b")},{U("more")}", "c", ",\"user_id\":\"u2\""));
        Assert.Equal(["a", "c"], data.Examples.Select(e => e.Output));
    }

    [Fact]
    public void A_failed_call_is_an_input_without_an_answer()
    {
        var data = Rows(Chat(U("q"), null), """{"request":{"messages":[{"role":"user","content":"r"}]},"status_code":503}""");
        Assert.Equal([("error:rate_limit", 1), ("503", 1)], data.Examples.Select(e => (e.Signals.Status!, e.Messages.Count)));
        Assert.Equal(["no-answer", "no-answer"], data.Apply(new Extraction()).Removed.Select(r => r.Reason));
    }
}
