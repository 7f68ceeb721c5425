using System.Text.Json;

namespace NotebookKit.Formatting;

/// <summary>One thing that is wrong with a row.</summary>
/// <param name="Name">The name that the OpenAI cookbook's checker gives it.</param>
/// <param name="Turn">Index of the first turn concerned; null where the whole row is.</param>
public readonly record struct FormatError(string Name, int? Turn);

/// <summary>The format checker of the OpenAI cookbook ("Data preparation and analysis for chat model fine-tuning") with its error
/// names, brought up to date: it knows the roles <c>tool</c> and <c>developer</c>, <c>tool_calls</c>, <c>tool_call_id</c>, content
/// in parts, and a tool's empty answer.</summary>
public static class OpenAiCheck
{
    private static readonly string[] Keys = ["role", "content", "name", "function_call", "weight", "tool_calls", "tool_call_id", "refusal"];
    private static readonly string[] Roles = ["system", "user", "assistant", "function", "tool", "developer"];

    /// <summary>What is wrong with one row of a training file, each name once, in the order the checker looks.</summary>
    public static IReadOnlyList<FormatError> Check(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object) return [new(FormatCheck.DataType, null)];
        if (!row.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array || messages.GetArrayLength() == 0)
            return [new(FormatCheck.MissingMessagesList, null)];
        var errors = new List<FormatError>();
        var turn = 0;
        var answered = false;
        foreach (var message in messages.EnumerateArray()) answered |= CheckTurn(message, turn++, errors);
        if (!answered) errors.Add(new(FormatCheck.ExampleMissingAssistantMessage, null));
        return errors;
    }

    /// <summary>Checks one turn; true where the assistant speaks.</summary>
    private static bool CheckTurn(JsonElement message, int turn, List<FormatError> errors)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            Add(errors, FormatCheck.DataType, turn);
            return false;
        }

        var role = message.TryGetProperty("role", out var spoken) && spoken.ValueKind == JsonValueKind.String ? spoken.GetString() : null;
        var hasContent = message.TryGetProperty("content", out var content);
        var calls = HasCalls(message);
        if (role is null || (!hasContent && !calls) || (role == "tool" && !message.TryGetProperty("tool_call_id", out _)))
            Add(errors, FormatCheck.MessageMissingKey, turn);
        foreach (var property in message.EnumerateObject())
            if (!Keys.Contains(property.Name)) Add(errors, FormatCheck.MessageUnrecognizedKey, turn);
        if (!Roles.Contains(role)) Add(errors, FormatCheck.UnrecognizedRole, turn);
        if (!calls && !HasText(content, role == "tool")) Add(errors, FormatCheck.MissingContent, turn);
        return role == "assistant";
    }

    private static bool HasCalls(JsonElement message) =>
        (message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array && calls.GetArrayLength() > 0)
        || (message.TryGetProperty("function_call", out var call) && call.ValueKind == JsonValueKind.Object);

    private static bool HasText(JsonElement content, bool mayBeEmpty) => content.ValueKind switch
    {
        JsonValueKind.String => mayBeEmpty || !content.ValueEquals(""u8),
        JsonValueKind.Array => content.GetArrayLength() > 0,
        _ => false,
    };

    private static void Add(List<FormatError> errors, string name, int turn)
    {
        if (!errors.Exists(e => e.Name == name)) errors.Add(new(name, turn));
    }
}
