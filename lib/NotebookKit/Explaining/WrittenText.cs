using System.Text.Json;
using NotebookKit.Writing;

namespace NotebookKit.Explaining;

/// <summary>What a written row says: of ChatML, ShareGPT and Alpaca lines, and of examples in audit files.</summary>
internal static class WrittenText
{
    /// <summary>Input and answer of a row; the input is all that comes before the last answer, without the system prompt.</summary>
    public static (string Input, string Output) Of(JsonElement row)
    {
        var turns = Turns(row).ToList();
        var last = turns.FindLastIndex(t => t.IsAnswer);
        var input = string.Join('\n', turns.Take(last < 0 ? turns.Count : last).Where(t => !t.IsSystem && t.Text.Length > 0).Select(t => t.Text));
        return (input, last < 0 ? "" : turns[last].Text);
    }

    private static IEnumerable<(bool IsSystem, bool IsAnswer, string Text)> Turns(JsonElement row)
    {
        foreach (var turn in row.Items("messages")) yield return (turn.Text("role") == "system", turn.Text("role") == "assistant", turn.Text("content") ?? "");
        foreach (var turn in row.Items("conversations")) yield return (turn.Text("from") == "system", turn.Text("from") == "gpt", turn.Text("value") ?? "");
        if (row.Text("instruction") is not { } instruction) yield break;
        foreach (var pair in row.Items("history"))
        {
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2) continue;
            yield return (false, false, pair[0].AsText() ?? "");
            yield return (false, true, pair[1].AsText() ?? "");
        }

        yield return (false, false, instruction);
        yield return (false, false, row.Text("input") ?? "");
        yield return (false, true, row.Text("output") ?? "");
    }
}
