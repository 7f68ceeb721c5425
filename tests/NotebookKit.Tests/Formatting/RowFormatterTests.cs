using System.Text.Json;
using NotebookKit.Formatting;

namespace NotebookKit.Tests.Formatting;

public class RowFormatterTests
{
    private const string Hostile = "\"quotes\" \\back\\ \t tab\r\nline\u2028sep \u202Ebidi \u0000 nul 😀 ñ 漢字 </script>";

    private static readonly Example Talk = Build.Chat("talk", (Role.System, "Be kind."), (Role.User, "Hi " + Hostile), (Role.Assistant, "Hello"), (Role.User, "More?"), (Role.Assistant, Hostile));

    private static readonly Example Tools = new()
    {
        Id = "tools",
        Tools = """[{"type":"function","function":{"name":"find","parameters":{"type":"object"}}}]""",
        Messages =
        [
            new(Role.User, "Where is it?"),
            new(Role.Assistant, null) { ToolCalls = [new("c1", "find", """{"what": "it",  "n": 1.0}""")] },
            new(Role.Tool, "here") { ToolCallId = "c1" },
            new(Role.Assistant, "It is here.") { Weight = 0.5, Name = "helper" },
        ],
    };

    public static TheoryData<ChatFormat> Formats => [.. Enum.GetValues<ChatFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_conversation_is_read_back_as_it_was(ChatFormat format)
    {
        var formatter = RowFormatter.For(format);
        Assert.Null(formatter.Obstacle(Talk));
        var (messages, _) = FormatReader.Read(format, formatter.ToJson(Talk));
        Assert.Equal(Talk.Messages.Select(m => (m.Role, m.Content)), messages.Select(m => (m.Role, m.Content)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_row_is_one_line_whatever_is_in_it(ChatFormat format)
    {
        var row = Talk with { Tools = format == ChatFormat.Alpaca ? null : "[\n  {\n \"name\": \"a\"}\n]" };
        Assert.DoesNotContain('\n', RowFormatter.For(format).ToJson(row));
        Assert.DoesNotContain('\r', RowFormatter.For(format).ToJson(row));
    }

    [Fact]
    public void Chatml_keeps_calls_ids_names_weights_and_tools()
    {
        var (messages, tools) = FormatReader.Read(ChatFormat.ChatMl, new ChatMlFormatter().ToJson(Tools));
        Assert.Equal(Tools.Tools, tools);
        Assert.Equal(Tools.Messages.Select(m => (m.Role, m.Content, m.Name, m.ToolCallId, m.Weight)), messages.Select(m => (m.Role, m.Content, m.Name, m.ToolCallId, m.Weight)));
        Assert.Equal(Tools.Messages.SelectMany(m => m.ToolCalls), messages.SelectMany(m => m.ToolCalls));
    }

    [Fact]
    public void Sharegpt_keeps_calls_to_the_character_and_tools()
    {
        var (messages, tools) = FormatReader.Read(ChatFormat.ShareGpt, new ShareGptFormatter().ToJson(Tools));
        Assert.Equal(Tools.Tools, tools);
        Assert.Equal(new ToolCall(null, "find", """{"what": "it",  "n": 1.0}"""), messages[1].ToolCalls.Single());
        Assert.Equal("here", messages[2].Content);
    }

    [Fact]
    public void Several_calls_of_one_turn_are_a_list_in_sharegpt_and_broken_arguments_stay_text()
    {
        var row = Tools with { Messages = [new(Role.User, "x"), new(Role.Assistant, null) { ToolCalls = [new(null, "a", "{}"), new(null, "b", "{broken")] }] };
        var (messages, _) = FormatReader.Read(ChatFormat.ShareGpt, new ShareGptFormatter().ToJson(row));
        Assert.Equal([new(null, "a", "{}"), new ToolCall(null, "b", "{broken")], messages[1].ToolCalls);
    }

    [Fact]
    public void Calls_without_ids_get_some_that_tie_answers_to_them()
    {
        var row = Tools with
        {
            Messages =
            [
                new(Role.User, "x"),
                new(Role.Assistant, null) { ToolCalls = [new(null, "a", "{}"), new("call_1", "b", "{}"), new(null, "c", "{}")] },
                new(Role.Tool, "1"), new(Role.Tool, "2") { ToolCallId = "call_1" }, new(Role.Tool, "3"),
                new(Role.Assistant, "done"),
            ],
        };
        var (messages, _) = FormatReader.Read(ChatFormat.ChatMl, new ChatMlFormatter().ToJson(row));
        Assert.Equal(["call_2", "call_1", "call_3"], messages[1].ToolCalls.Select(c => c.Id));
        Assert.Equal(["call_2", "call_1", "call_3"], messages.Where(m => m.Role == Role.Tool).Select(m => m.ToolCallId));
    }

    [Theory]
    [InlineData("""[{"name":"a","parameters":{}}]""")]
    [InlineData("""{"name":"a","parameters":{}}""")]
    public void Bare_tool_definitions_are_wrapped_for_chatml(string bare)
    {
        var (_, tools) = FormatReader.Read(ChatFormat.ChatMl, new ChatMlFormatter().ToJson(Tools with { Tools = bare }));
        Assert.Equal("""[{"type":"function","function":{"name":"a","parameters":{}}}]""", tools);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Half_surrogate_pairs_become_a_mark_and_never_an_error(ChatFormat format)
    {
        var row = Build.Chat("x", (Role.User, "a\uD800b"), (Role.Assistant, "c\uDC00")) with { Tools = format == ChatFormat.Alpaca ? null : "[{\"name\":\"a\\uD800\uD83D\"}]" };
        using var json = JsonDocument.Parse(RowFormatter.For(format).ToJson(row));
        Assert.Contains("a\uFFFDb", FormatReader.Read(format, json.RootElement.GetRawText()).Messages.Select(m => m.Content));
    }

    [Fact]
    public void Alpaca_has_its_fields_and_only_those_it_needs()
    {
        Assert.Equal("""{"instruction":"q","input":"","output":"a"}""", new AlpacaFormatter().ToJson(Build.Example("x", "q", "a")));
        var row = Build.Chat("x", (Role.System, "s"), (Role.User, "q1"), (Role.Assistant, "a1"), (Role.User, "q2"), (Role.Assistant, "a2"));
        Assert.Equal("""{"instruction":"q2","input":"","output":"a2","system":"s","history":[["q1","a1"]]}""", new AlpacaFormatter().ToJson(row));
    }

    [Fact]
    public void What_a_format_cannot_hold_is_named()
    {
        Assert.Equal(FormatCheck.CannotHoldToolCalls, new AlpacaFormatter().Obstacle(Tools));
        Assert.Null(new ShareGptFormatter().Obstacle(Tools));
        Assert.Equal(FormatCheck.CannotHoldToolCalls, new ShareGptFormatter().Obstacle(Tools with { Messages = [new(Role.User, "x"), new(Role.Assistant, "text too") { ToolCalls = [new(null, "a", "{}")] }] }));
        var twice = Build.Chat("x", (Role.User, "a"), (Role.User, "b"), (Role.Assistant, "c"));
        Assert.Equal(FormatCheck.CannotHoldTurnOrder, new ShareGptFormatter().Obstacle(twice));
        Assert.Equal(FormatCheck.CannotHoldTurnOrder, new AlpacaFormatter().Obstacle(twice));
        Assert.Null(new ChatMlFormatter().Obstacle(twice));
        Assert.Equal(FormatCheck.ToolsNotJson, new ChatMlFormatter().Obstacle(Tools with { Tools = "get_weather(city)" }));
    }

    [Fact]
    public void Real_tool_conversations_are_written_and_read_back()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(RealData.At("llamafactory_demo/data/glaive_toolcall_en_demo.json")));
        var count = 0;
        foreach (var row in file.RootElement.EnumerateArray())
        {
            var (messages, tools) = FormatReader.Read(ChatFormat.ShareGpt, row.GetRawText());
            var example = new Example { Id = "x", Messages = messages, Tools = tools };
            Assert.Null(new ShareGptFormatter().Obstacle(example));
            var again = FormatReader.Read(ChatFormat.ShareGpt, new ShareGptFormatter().ToJson(example));
            Assert.Equal(example.ContentHash, (example with { Messages = again.Messages, Tools = again.Tools }).ContentHash);
            Assert.Single(Build.Dataset(example).Apply(new FormatCheck()).Kept.Examples);
            count++;
        }

        Assert.Equal(300, count);
    }
}
