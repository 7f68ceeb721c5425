using System.Text.Json;
using NotebookKit.Formatting;

namespace NotebookKit.Tests.Formatting;

public class OpenAiCheckTests
{
    [Theory]
    [InlineData("[1]", "data_type")]
    [InlineData("{}", "missing_messages_list")]
    [InlineData("""{"messages":[]}""", "missing_messages_list")]
    [InlineData("""{"messages":[{"role":"user","content":"q"},{"role":"assistant"}]}""", "message_missing_key,missing_content")]
    [InlineData("""{"messages":[{"role":"user","content":"q","mood":1},{"role":"assistant","content":"a"}]}""", "message_unrecognized_key")]
    [InlineData("""{"messages":[{"role":"human","content":"q"},{"role":"assistant","content":"a"}]}""", "unrecognized_role")]
    [InlineData("""{"messages":[{"role":"user","content":""},{"role":"assistant","content":"a"}]}""", "missing_content")]
    [InlineData("""{"messages":[{"role":"user","content":"q"}]}""", "example_missing_assistant_message")]
    [InlineData("""{"messages":[7,{"role":"assistant","content":"a"}]}""", "data_type")]
    public void Errors_have_the_names_of_the_cookbook(string row, string errors) =>
        Assert.Equal(errors, string.Join(',', Check(row)));

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"q"},{"role":"assistant","content":"a","weight":0}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"q"},{"role":"assistant","content":null,"tool_calls":[{"id":"1"}]},{"role":"tool","content":"","tool_call_id":"1"}]}""")]
    [InlineData("""{"messages":[{"role":"developer","content":"d"},{"role":"user","content":[{"type":"text","text":"q"}]},{"role":"assistant","tool_calls":[{"id":"1"}]}]}""")]
    public void Todays_tools_roles_and_parts_are_known(string row) => Assert.Empty(Check(row));

    [Fact]
    public void An_answer_of_a_tool_needs_the_id_of_its_call() =>
        Assert.Equal(["message_missing_key"], Check("""{"messages":[{"role":"tool","content":"x"},{"role":"assistant","content":"a"}]}"""));

    [Fact]
    public void The_cookbooks_own_files_pass()
    {
        foreach (var file in new[] { "toy_chat_fine_tuning.jsonl", "drone_training.jsonl" })
            foreach (var line in File.ReadLines(RealData.At("openai_cookbook_fork/examples/data/" + file)).Where(l => l.Length > 0))
                Assert.Empty(Check(line));
    }

    private static IEnumerable<string> Check(string row)
    {
        using var json = JsonDocument.Parse(row);
        return OpenAiCheck.Check(json.RootElement).Select(e => e.Name);
    }
}
