using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>Logged calls of a language model: what was sent and what came back, in the forms of OpenAI's chat completions and Responses and of
/// Anthropic's messages.</summary>
internal sealed class LlmLogFormat : RecordFormat
{
    private static readonly string[] Requests = ["request", "request_body", "req", "body", "kwargs", "params"];
    private static readonly string[] Responses = ["response", "response_body", "resp", "result", "completion"];

    public override SourceFormat Format => SourceFormat.LlmLogs;

    public override bool Fits(Fields fields)
    {
        if (Body(fields, Requests) is { } request && (Has(request, "messages") || Has(request, "input") || Has(request, "prompt"))) return true;
        return fields.Has("messages", "input") && (fields.Peek("choices") is { ValueKind: JsonValueKind.Array }
            || (Body(fields, Responses) is { } response && (Has(response, "choices") || Has(response, "content") || Has(response, "output") || Has(response, "error"))));
    }

    public override IEnumerable<Draft> Read(Fields fields, SourcingOptions options)
    {
        var draft = New();
        draft.AnsweredBy = AnsweredBy.Model;
        var request = TakeBody(fields, Requests) ?? fields.Record;
        Request(draft, request);
        if (draft.Messages.Count == 0) throw new RecordException(RejectReasons.MissingField, "messages that were sent were expected", "request.messages");
        var call = new LlmCall { Sent = draft.Messages.Count };
        draft.JoinData = call;
        var response = TakeBody(fields, Responses) ?? (fields.Has("choices") ? fields.Record : null);
        draft.Status = Status(fields, ref response);
        if (draft.Status is null && response is { } answer) Response(draft, answer);
        foreach (var field in (ReadOnlySpan<string>)["messages", "input", "choices", "tools", "instructions"]) fields.Take(field);
        draft.Generator ??= Inner(response, "model") ?? Inner(request, "model") ?? fields.TakeValue("model") ?? Sources.UnknownModel;
        draft.Subject = Inner(request, "user");
        CommonFields.Read(fields, draft);
        call.HasAnswer = draft.Messages.Count > call.Sent;
        if (!call.HasAnswer) draft.Generator = null;
        draft.Close(fields);
        return [draft];
    }

    private static void Request(Draft draft, JsonElement request)
    {
        if (Get(request, "messages") is { } messages) draft.Messages = new Turns(draft, "request.messages").Read(messages);
        else if (Get(request, "input", "prompt") is { } input) draft.Messages = LlmItems.Read(draft, input, "request.input");
        var system = Get(request, "system", "instructions");
        if (system is { ValueKind: JsonValueKind.Array } blocks) Prepend(draft.Messages, string.Join('\n', blocks.EnumerateArray().Select(b => Inner(b, "text"))));
        else Prepend(draft.Messages, system?.Text());
        draft.Tools = Tools(Get(request, "tools"));
    }

    private static void Response(Draft draft, JsonElement response)
    {
        if (response.ValueKind == JsonValueKind.String) draft.Messages.Add(new(Role.Assistant, JsonValues.String(response)));
        else if (Get(response, "choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0)
        {
            var choice = choices[0];
            if (Get(choice, "message") is { } message) draft.Messages.AddRange(new Turns(draft, "response.choices").ReadAnswer(message));
            else if (Inner(choice, "text") is { } text) draft.Messages.Add(new(Role.Assistant, text));
            draft.Keep("finish_reason", Inner(choice, "finish_reason") ?? "");
        }
        else if (Get(response, "output") is { ValueKind: JsonValueKind.Array } items)
        {
            draft.Messages.AddRange(LlmItems.Read(draft, items, "response.output"));
            draft.Keep("finish_reason", Inner(Get(response, "incomplete_details"), "reason") ?? "");
        }
        else if (Get(response, "content") is { } content)
        {
            new Parts(draft, "response", draft.Messages).Read(Role.Assistant, content, null, []);
            draft.Keep("finish_reason", Inner(response, "stop_reason") ?? "");
        }
        else if (Get(response, "message") is { } message)
        {
            draft.Messages.AddRange(new Turns(draft, "response.message").ReadAnswer(message));
        }
        else if (Inner(response, "output_text", "text", "output") is { } plain)
        {
            draft.Messages.Add(new(Role.Assistant, plain));
        }
    }

    /// <summary>The status of a failed call (<c>429</c>, <c>error:timeout</c>), null for one that went well; unpacks <c>{status_code, body}</c>.</summary>
    private static string? Status(Fields fields, ref JsonElement? response)
    {
        var code = fields.TakeValue("status_code", "http_status", "status");
        if (Get(response, "body") is { ValueKind: JsonValueKind.Object } body)
        {
            code = Inner(response, "status_code") ?? code;
            response = body;
        }

        var error = fields.Take("error") ?? Get(response, "error");
        if (error is { } failure && !failure.IsBlank() && failure.ValueKind != JsonValueKind.False)
            return code is { Length: 3 } ? code : "error:" + (Inner(failure, "code", "type") ?? "unknown").ToLowerInvariant();
        if (code is null || code.Length > 30) return null;
        return code is ['4' or '5', _, _] || code.ToLowerInvariant() is "error" or "failed" or "failure" or "timeout" ? code.ToLowerInvariant() : null;
    }

    private static JsonElement? TakeBody(Fields fields, ReadOnlySpan<string> names)
    {
        if (Body(fields, names) is not { } body) return null;
        fields.Take(names);
        return body;
    }

    /// <summary>A body, which some logs hold as JSON text.</summary>
    private static JsonElement? Body(Fields fields, ReadOnlySpan<string> names)
    {
        if (fields.Peek(names) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object) return value;
        return value.ValueKind == JsonValueKind.String && JsonValues.String(value).AsSpan().TrimStart() is ['{', ..] ? JsonValues.Parse(JsonValues.String(value)) : null;
    }

    private static bool Has(JsonElement value, string name) => Get(value, name) is not null;

    private static JsonElement? Get(JsonElement? value, params ReadOnlySpan<string> names)
    {
        if (value is not { ValueKind: JsonValueKind.Object } owner) return null;
        foreach (var name in names)
            if (owner.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null) return found;
        return null;
    }

    private static string? Inner(JsonElement? value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Get(value, name)?.Text() is { Length: > 0 } text) return text;
        return null;
    }
}

/// <summary>What joining needs to know about a call.</summary>
internal sealed class LlmCall
{
    /// <summary>How many of the turns were sent; the others came back.</summary>
    public int Sent { get; init; }

    public bool HasAnswer { get; set; }
}

/// <summary>Items of OpenAI's Responses: messages, calls and their outputs, side by side.</summary>
internal static class LlmItems
{
    public static List<Message> Read(Draft draft, JsonElement input, string path)
    {
        if (input.ValueKind == JsonValueKind.String) return [new(Role.User, JsonValues.String(input))];
        if (input.ValueKind != JsonValueKind.Array) throw new RecordException(RejectReasons.WrongType, "text or a list of items was expected", path);
        var messages = new List<Message>();
        var turns = new Turns(draft, path);
        foreach (var item in input.EnumerateArray())
        {
            var type = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("type", out var named) ? named.Text() : null;
            switch (type)
            {
                case "function_call":
                    if (Calls.One(item) is { } call) Add(messages, call);
                    break;
                case "function_call_output":
                    messages.Add(new Message(Role.Tool, item.TryGetProperty("output", out var output) ? output.Json() : null)
                    {
                        ToolCallId = item.TryGetProperty("call_id", out var id) ? id.Text() : null,
                    });
                    break;
                case "reasoning":
                    draft.Keep($"{path}.reasoning", item);
                    break;
                default:
                    messages.AddRange(turns.ReadAnswer(item));
                    break;
            }
        }

        return messages;
    }

    /// <summary>Calls side by side are one turn.</summary>
    private static void Add(List<Message> messages, ToolCall call)
    {
        if (messages is [.., { Role: Role.Assistant, ToolCalls.Count: > 0 } last]) messages[^1] = last with { ToolCalls = [.. last.ToolCalls, call] };
        else messages.Add(new Message(Role.Assistant, null) { ToolCalls = [call] });
    }
}
