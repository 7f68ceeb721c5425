using System.Text.Json.Nodes;
using NotebookKit.Formatting;
using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Writing;

public sealed class ReadAgainTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<ChatFormat> Formats => [.. Enum.GetValues<ChatFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_a_run_writes_is_read_again_by_the_kit_without_loss(ChatFormat format)
    {
        var rows = Rows(format).ToArray();
        (SmallRun.Output(Dataset.Of(rows)) with { Format = format }).WriteTo(folder.At("out"));
        var again = Sources.Read([folder.At("out/train.jsonl")]);
        Assert.Equal(0, again.History.Inputs.Sum(i => i.Rejected));
        Assert.Equal(rows.Select(Flat).Order(StringComparer.Ordinal), again.Examples.Select(Flat).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Example> Rows(ChatFormat format)
    {
        yield return Build.Example("plain", "What is it?", "It is 42.\nReally, \"42\" \\ 漢字 😀 \t end.");
        yield return Build.Chat("talk", (Role.System, "Be kind."), (Role.User, "One?"), (Role.Assistant, "Yes."), (Role.User, "Two?"), (Role.Assistant, "No."));
        if (format == ChatFormat.Alpaca) yield break;
        yield return Build.Chat("tools") with
        {
            Tools = """[{"type":"function","function":{"name":"find","parameters":{"type":"object","properties":{"what":{"type":"string"}}}}}]""",
            Messages =
            [
                new(Role.User, "Where is it?"), new(Role.Assistant, null) { ToolCalls = [new("call_1", "find", """{"what": "it", "n": 1.50}""")] },
                new(Role.Tool, "{\"place\": \"here\"}") { ToolCallId = "call_1" }, new(Role.Assistant, "It is here."),
            ],
        };
    }

    private static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString();

    /// <summary>What every format must hold: roles, texts, calls, tools. Ids of calls have no place in ShareGPT, nor has the reader of
    /// arguments to keep their white space.</summary>
    private static string Flat(Example example) => string.Join('|', example.Messages.Select(m =>
        $"{m.Role}:{m.Content}:{string.Join(',', m.ToolCalls.Select(c => c.Name + Compact(c.Arguments)))}")) + example.Tools;
}
