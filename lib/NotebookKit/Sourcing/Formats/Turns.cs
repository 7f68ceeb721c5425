using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>Reads turns of a conversation: objects of OpenAI, ShareGPT, Anthropic and ticket systems. What a turn holds besides goes into
/// the draft's metadata under its path.</summary>
internal sealed class Turns(Draft draft, string path)
{
    /// <summary>Reads a list of turns.</summary>
    public List<Message> Read(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array) throw new RecordException(RejectReasons.WrongType, "a list of turns was expected", path);
        var messages = new List<Message>(list.GetArrayLength());
        var index = 0;
        foreach (var turn in list.EnumerateArray()) Add(turn, index++, messages);
        return messages;
    }

    /// <summary>Reads one turn, a list of them, or a plain text of the assistant (DPO's <c>chosen</c>).</summary>
    public List<Message> ReadAnswer(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array) return Read(value);
        if (value.ValueKind == JsonValueKind.String) return [new(Role.Assistant, JsonValues.String(value))];
        var messages = new List<Message>(1);
        Add(value, 0, messages);
        return messages;
    }

    private void Add(JsonElement turn, int index, List<Message> into)
    {
        if (turn.ValueKind != JsonValueKind.Object)
            throw new RecordException(RejectReasons.WrongType, "an object with role and content was expected", $"{path}[{index}]");
        string? word = null, name = null, callId = null, refusal = null;
        JsonElement content = default, calls = default;
        double? weight = null;
        foreach (var property in turn.EnumerateObject())
        {
            var value = property.Value;
            if (property.NameEquals("content"u8) || property.NameEquals("value"u8)) content = value;
            else if (property.NameEquals("role"u8) || property.NameEquals("from"u8)) word = value.Text() ?? word;
            else
            {
                switch (JsonValues.Name(property))
                {
                    case "text" or "body" or "message" when content.ValueKind == JsonValueKind.Undefined: content = value; break;
                    case "sender" or "speaker" when word is null: word = value.Text(); break;
                    case "name": name = value.Text(); break;
                    case "tool_call_id": callId = value.Text(); break;
                    case "refusal": refusal = value.Text(); break;
                    case "weight" or "loss_weight" when value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var w) && w is >= 0 and <= 1: weight = w; break;
                    case "tool_calls" or "function_call" when !value.IsBlank(): calls = value; break;
                    case var other: draft.Keep($"{path}[{index}].{other}", value); break;
                }
            }
        }

        if (word is null) throw new RecordException(RejectReasons.MissingField, "a turn needs a role", $"{path}[{index}].role");
        if (name is not null && Roles.Of(word) is Role.User or Role.Assistant) draft.Know(name);
        var turnCalls = Calls.Read(calls);
        if (Roles.IsCall(word))
        {
            into.Add(CallTurn(content.Text() ?? ""));
            return;
        }

        var role = Roles.Of(word) ?? throw new RecordException(RejectReasons.UnknownRole, "system, user, assistant or tool was expected", $"{path}[{index}].role");
        var first = into.Count;
        var parts = new Parts(draft, $"{path}[{index}]", into);
        parts.Read(role, content, refusal, turnCalls);
        for (var i = first; i < into.Count; i++)
            if (into[i].Role == role) into[i] = into[i] with { Name = name, ToolCallId = callId ?? into[i].ToolCallId, Weight = weight };
    }

    private static Message CallTurn(string text)
    {
        var calls = Calls.Parse(text);
        return calls.Count > 0 ? new Message(Role.Assistant, null) { ToolCalls = calls } : new Message(Role.Assistant, text);
    }
}

/// <summary>Reads the content of one turn: text, or a list of parts.</summary>
internal sealed class Parts(Draft draft, string path, List<Message> into)
{
    private readonly List<ToolCall> calls = [];
    private string? text;

    /// <summary>Adds the turn; results of tools inside a user's turn (Anthropic) become turns of their own before it.</summary>
    public void Read(Role role, JsonElement content, string? refusal, IReadOnlyList<ToolCall> given)
    {
        var results = 0;
        switch (content.ValueKind)
        {
            case JsonValueKind.String: text = JsonValues.String(content); break;
            case JsonValueKind.Undefined or JsonValueKind.Null: text = refusal; break;
            case JsonValueKind.Object when role == Role.Tool: text = JsonValues.Canonical(content); break;
            case JsonValueKind.Array:
                var before = into.Count;
                foreach (var part in content.EnumerateArray()) Part(part);
                results = into.Count - before;
                break;
            default: throw new RecordException(RejectReasons.WrongType, "text or a list of text parts was expected", $"{path}.content");
        }

        if (results > 0 && text is null && calls.Count == 0) return;
        if (given.Count == 0 && calls.Count == 0) into.Add(new(role, text));
        else into.Add(new Message(role, string.IsNullOrEmpty(text) ? null : text) { ToolCalls = [.. given, .. calls] });
    }

    private void Part(JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.String)
        {
            Append(JsonValues.String(part));
            return;
        }

        if (part.ValueKind != JsonValueKind.Object) throw new RecordException(RejectReasons.WrongType, "a part with type and text was expected", $"{path}.content");
        var type = part.TryGetProperty("type", out var named) ? named.Text() ?? "text" : "text";
        switch (type)
        {
            case "text" or "input_text" or "output_text":
                Append(Inner(part, "text", "value", "content") ?? "");
                break;
            case "refusal":
                Append(Inner(part, "refusal", "text") ?? "");
                break;
            case "reasoning" or "thinking" or "redacted_thinking":
                draft.Keep($"{path}.{type}", part);
                break;
            case "tool_use":
                if (Calls.One(part) is { } call) calls.Add(call);
                break;
            case "tool_call":
                calls.AddRange(part.TryGetProperty("value", out var value) ? Calls.Parse(value.Json()) : Calls.Read(part));
                break;
            case "tool_result":
                into.Add(new Message(Role.Tool, Result(part)) { ToolCallId = Inner(part, "tool_use_id") });
                break;
            default:
                throw new RecordException(RejectReasons.UnsupportedContent, "only text is read", $"{path}.content");
        }

    }

    private static string? Inner(JsonElement part, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (part.TryGetProperty(name, out var value) && value.Text() is { } found) return found;
        return null;
    }

    private static string? Result(JsonElement part)
    {
        if (!part.TryGetProperty("content", out var content)) return null;
        if (content.ValueKind != JsonValueKind.Array) return content.Text() ?? JsonValues.Canonical(content);
        var texts = new List<string>();
        foreach (var item in content.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Object && Inner(item, "text") is { } one) texts.Add(one);
        return string.Join('\n', texts);
    }

    private void Append(string more) => text = text is null ? more : text + "\n" + more;
}
