using System.Text.Json;

namespace NotebookKit.Tests.Cleaning;

/// <summary>Reads public sets just well enough to clean them.</summary>
internal static class RealRows
{
    /// <summary>Rows of Alpaca's shape, in one JSON array.</summary>
    public static Dataset Alpaca(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RealData.At(path)));
        return Dataset.Of(document.RootElement.EnumerateArray().Select((row, i) =>
        {
            var instruction = row.GetProperty("instruction").GetString()!;
            var input = row.TryGetProperty("input", out var text) ? text.GetString() : null;
            var output = row.TryGetProperty("output", out var answer) ? answer : row.GetProperty("response");
            return Build.Example($"row-{i}", string.IsNullOrEmpty(input) ? instruction : $"{instruction}\n{input}", output.GetString()!);
        }).ToList());
    }

    /// <summary>Turns of support conversations with their intents, as classification.</summary>
    public static Dataset MultiDoGo(string path) => Dataset.Of(File.ReadLines(RealData.At(path)).Skip(1).Select((line, i) =>
    {
        var cells = line.Split('\t');
        // A few turns hold a line break and fall into two lines; half of one is no row.
        if (cells.Length < 6) return null;
        return Build.Example($"row-{i}", cells[3], cells[5]) with { Label = cells[5], Task = TaskKind.Classification };
    }).OfType<Example>().ToList());

    /// <summary>ShareGPT conversations with tool calls.</summary>
    public static Dataset ShareGpt(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RealData.At(path)));
        return Dataset.Of(document.RootElement.EnumerateArray().Select((row, i) =>
            Build.Chat($"row-{i}") with { Messages = [.. row.GetProperty("conversations").EnumerateArray().Select(Turn)] }).ToList());
    }

    private static Message Turn(JsonElement turn)
    {
        var text = turn.GetProperty("value").GetString();
        return turn.GetProperty("from").GetString() switch
        {
            "human" => new(Role.User, text),
            "gpt" => new(Role.Assistant, text),
            "function_call" => new(Role.Assistant, null) { ToolCalls = [new(null, "call", text!)] },
            "observation" => new(Role.Tool, text),
            var other => throw new InvalidDataException(other),
        };
    }
}
