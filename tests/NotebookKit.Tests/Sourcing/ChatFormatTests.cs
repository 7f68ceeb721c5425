using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Sourcing;

/// <summary>Chat rows in the forms that trainers know.</summary>
public sealed class ChatFormatTests : IDisposable
{
    private readonly Inputs inputs = new();

    public void Dispose() => inputs.Dispose();

    private Example One(string row, SourcingOptions? options = null)
    {
        var data = inputs.Read("a.jsonl", row, options);
        Assert.Empty(data.History.Rejected);
        return Assert.Single(data.Examples);
    }

    private string Rejected(string row, out string? field)
    {
        var data = inputs.Read("a.jsonl", row);
        Assert.Empty(data.Examples);
        field = Assert.Single(data.History.Rejected).Field;
        return data.History.Rejected[0].Reason[..data.History.Rejected[0].Reason.IndexOf(':', StringComparison.Ordinal)];
    }

    [Fact]
    public void OpenAi_turns_keep_names_weights_calls_and_their_answers()
    {
        var e = One("""{"messages":[{"role":"developer","content":"Be kind."},{"role":"user","content":[{"type":"text","text":"Hi"},{"type":"text","text":"there"}],"name":"Anna"},{"role":"assistant","content":null,"weight":0,"tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}]},{"role":"tool","tool_call_id":"c1","content":"7","note":"n"},{"role":"assistant","content":null,"refusal":"I won't."}],"tools":[{"type":"function"}],"parallel_tool_calls":false,"custom":{"x":[1,2]}}""");
        Assert.Equal([Role.System, Role.User, Role.Assistant, Role.Tool, Role.Assistant], e.Messages.Select(m => m.Role));
        Assert.Equal(("Hi\nthere", "Anna"), (e.Messages[1].Content, e.Messages[1].Name));
        Assert.Equal(new ToolCall("c1", "f", "{\"a\":1}"), Assert.Single(e.Messages[2].ToolCalls));
        Assert.Equal((null, 0d), (e.Messages[2].Content, e.Messages[2].Weight));
        Assert.Equal(("7", "c1"), (e.Messages[3].Content, e.Messages[3].ToolCallId));
        Assert.Equal("I won't.", e.Output);
        Assert.Equal("[{\"type\":\"function\"}]", e.Tools);
        Assert.Equal("{\"custom\":{\"x\":[1,2]},\"messages[3].note\":\"n\",\"parallel_tool_calls\":false}", e.Metadata);
        Assert.Equal(["Anna"], e.KnownNames);
    }

    [Fact]
    public void Prompt_and_completion_rows_and_preference_rows_are_read()
    {
        Assert.Equal(("p", "c"), (One("""{"prompt":"p","completion":"c"}""").LastUserTurn, One("""{"prompt":"p","completion":"c"}""").Output));
        var dpo = One("""{"prompt":"p","chosen":"good","rejected":"bad"}""");
        Assert.Equal(("good", "bad"), (dpo.Output, Assert.Single(dpo.Declined!).Content));
        var whole = One("""{"chosen":[{"role":"user","content":"q"},{"role":"assistant","content":"good"}],"rejected":[{"role":"user","content":"q"},{"role":"assistant","content":"bad"}]}""");
        Assert.Equal(("q", "good", "bad"), (whole.LastUserTurn, whole.Output, Assert.Single(whole.Declined!).Content));
        var openAi = One("""{"input":{"messages":[{"role":"user","content":"q"}]},"preferred_output":[{"role":"assistant","content":"good"}],"non_preferred_output":[{"role":"assistant","content":"bad"}]}""");
        Assert.Equal(("q", "good", "bad"), (openAi.LastUserTurn, openAi.Output, openAi.Declined![0].Content));
        Assert.True(One("""{"messages":[{"role":"user","content":"q"},{"role":"assistant","content":"a"}],"label":false}""").Signals.Has(Events.ThumbsDown));
    }

    [Fact]
    public void ShareGpt_roles_calls_and_observations_are_read()
    {
        var e = One("""{"id":"s-1","conversations":[{"from":"human","value":"q"},{"from":"function_call","value":"{\"name\":\"f\",\"arguments\":{\"a\":1}}"},{"from":"observation","value":"7"},{"from":"gpt","value":"a"}],"system":"S","tools":"[]","licence":"MIT"}""");
        Assert.Equal([Role.System, Role.User, Role.Assistant, Role.Tool, Role.Assistant], e.Messages.Select(m => m.Role));
        Assert.Equal(("f", "{\"a\":1}"), (e.Messages[2].ToolCalls[0].Name, e.Messages[2].ToolCalls[0].Arguments));
        Assert.Equal(("a/s-1", "MIT", null), (e.Id, e.Licence, e.Tools));
        Assert.Equal("not a call", One("""{"conversations":[{"from":"human","value":"q"},{"from":"function_call","value":"not a call"}]}""").Output);
    }

    [Fact]
    public void Alpaca_history_system_and_makers_are_read()
    {
        var e = One("""{"instruction":"Sum.","input":"1 2","output":"3","history":[["a","b"]],"system":"S","generator":"big-model","parent_id":"tickets/7","origin":"synthetic"}""");
        Assert.Equal(["S", "a", "b", "Sum.\n1 2", "3"], e.Messages.Select(m => m.Content));
        Assert.Equal((Origin.Synthetic, "big-model", "tickets/7", 1, AnsweredBy.Model), (e.Origin, e.Generator, e.ParentId, e.Generation, e.Signals.AnsweredBy));
        Assert.Equal(Origin.Distilled, One("""{"instruction":"x","output":"y","origin":"distilled","generator":"m"}""").Origin);
        var noAnswer = One("""{"instruction":"x","input":"","output":null}""");
        Assert.Equal("x", Assert.Single(noAnswer.Messages).Content);
    }

    [Fact]
    public void Several_instances_of_a_task_are_several_examples()
    {
        var data = inputs.Read("a.jsonl", """{"id":"t1","instruction":"Add.","instances":[{"input":"1 1","output":"2"},{"input":"2 2","output":"4"},{"input":"","output":"0"}]}""");
        Assert.Equal((1, 3, 2), (data.History.Inputs[0].Records, data.History.Inputs[0].Examples, data.History.Inputs[0].Expanded));
        Assert.Equal(["a/t1", "a/t1.2", "a/t1.3"], data.Examples.Select(e => e.Id));
        Assert.Equal([0, 1, 2], data.Examples.Select(e => e.Position.Part));
    }

    [Theory]
    [InlineData("""{"messages":[]}""", "missing-field", "messages")]
    [InlineData("""{"messages":[{"content":"x"}]}""", "missing-field", "messages[0].role")]
    [InlineData("""{"messages":[{"role":"user","content":"x"},{"role":"narrator","content":"x"}]}""", "unknown-role", "messages[1].role")]
    [InlineData("""{"messages":[{"role":"user","content":5}]}""", "wrong-type", "messages[0].content")]
    [InlineData("""{"messages":["x"]}""", "wrong-type", "messages[0]")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{}}]}]}""", "unsupported-content", "messages[0].content")]
    [InlineData("""{"input_ids":[1,2]}""", "unknown-format", null)]
    [InlineData("{}", "unknown-format", null)]
    public void What_cannot_be_read_is_rejected_with_field_and_reason(string row, string code, string? field)
    {
        Assert.Equal(code, Rejected(row, out var at));
        Assert.Equal(field, at);
    }

    [Fact]
    public void Half_characters_and_deep_nesting_give_a_result()
    {
        Assert.Equal("a\uFFFDb\n🙂", One("""{"messages":[{"role":"user","content":"a\ud800b\n\ud83d\ude42"}],"x\udc00":"\udfff"}""").LastUserTurn);
        var deep = string.Concat(Enumerable.Repeat("[", 5_000)) + string.Concat(Enumerable.Repeat("]", 5_000));
        Assert.Equal("not-json", Rejected("{\"messages\":" + deep + "}", out _));
    }

    [Fact]
    public void Options_force_task_format_origin_licence_consent_and_system()
    {
        var options = new SourcingOptions
        {
            Task = TaskKind.Chat,
            System = "S",
            Origins = new Dictionary<string, Origin> { ["a.jsonl"] = Origin.PublicDataset },
            Licences = new Dictionary<string, string> { ["a.jsonl"] = "MIT" },
            Consents = new Dictionary<string, string> { ["a.jsonl"] = "opt-in" },
        };
        const string Row = """{"prompt":"p","completion":"c"}""";
        var e = One(Row, options);
        Assert.Equal((TaskKind.Chat, "S", Origin.PublicDataset, "MIT", "opted-in"), (e.Task, e.SystemPrompt, e.Origin, e.Licence, e.Consent));
        Assert.Equal(One(Row).Id, e.Id);
        var forced = inputs.Read("a.jsonl", Row, new SourcingOptions { Formats = new Dictionary<string, SourceFormat> { ["a.jsonl"] = SourceFormat.ShareGpt } });
        Assert.StartsWith("missing-field: ", Assert.Single(forced.History.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Option_values_are_guarded()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SourcingOptions { RatingScale = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SourcingOptions { MaxLineBytes = 10 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SourcingOptions { MaxRawCharacters = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SourcingOptions { Task = (TaskKind)99 });
        Assert.Throws<ArgumentException>(() => SourceFormats.Parse("excel"));
        Assert.Equal(SourceFormat.LlmLogs, SourceFormats.Parse("LLM-logs"));
        Assert.Equal(Enum.GetValues<SourceFormat>().Length, SourceFormats.Codes.Count);
    }

    [Fact]
    public void Raw_text_of_a_rejected_record_is_cut()
    {
        var data = inputs.Read("a.jsonl", "{\"x\":\"" + new string('é', 3_000) + "\"}");
        Assert.Equal(2_000, Assert.Single(data.History.Rejected).Raw!.Length);
    }
}
