using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>OpenAI's training rows: messages with tools, prompt and completion, chosen and rejected, KTO labels.</summary>
internal sealed class OpenAiFormat : RecordFormat
{
    public override SourceFormat Format => SourceFormat.OpenAiMessages;

    public override bool Fits(Fields fields) =>
        fields.Peek("messages") is { ValueKind: JsonValueKind.Array }
        || (fields.Peek("prompt") is { ValueKind: JsonValueKind.String or JsonValueKind.Array } && fields.Has("completion", "chosen"))
        || (fields.Peek("chosen") is { ValueKind: JsonValueKind.Array } && fields.Has("rejected"))
        || (fields.Has("preferred_output") && fields.Has("non_preferred_output"));

    public override IEnumerable<Draft> Read(Fields fields, SourcingOptions options)
    {
        TextOnly(fields);
        var draft = New();
        draft.Tools = Tools(fields.Take("tools")) ?? Tools(fields.Take("functions"));
        if (fields.Take("messages") is { } messages) draft.Messages = new Turns(draft, "messages").Read(messages);
        else if (fields.Take("prompt") is { } prompt) draft.Messages = Prompt(draft, prompt, "prompt");
        else if (fields.Take("input") is { ValueKind: JsonValueKind.Object } input) Inner(draft, input);
        Answers(fields, draft);
        if (draft.Messages.Count == 0) throw new RecordException(RejectReasons.MissingField, "at least one turn was expected", "messages");
        Prepend(draft.Messages, fields.TakeText("system", "system_prompt"));
        Label(fields, draft);
        CommonFields.Read(fields, draft);
        draft.Close(fields);
        return [draft];
    }

    private static List<Message> Prompt(Draft draft, JsonElement prompt, string name) =>
        prompt.ValueKind == JsonValueKind.String ? Exchange(JsonValues.String(prompt), null) : new Turns(draft, name).Read(prompt);

    private static void Inner(Draft draft, JsonElement input)
    {
        if (input.TryGetProperty("messages", out var messages)) draft.Messages = new Turns(draft, "input.messages").Read(messages);
        if (input.TryGetProperty("tools", out var tools)) draft.Tools ??= Tools(tools);
    }

    private static void Answers(Fields fields, Draft draft)
    {
        if (fields.Take("completion", "chosen", "preferred_output") is { } better) Answer(draft, new Turns(draft, "chosen").ReadAnswer(better));
        if (fields.Take("rejected", "non_preferred_output") is { } worse)
            draft.Declined = WithoutPrompt(draft.Messages, new Turns(draft, "rejected").ReadAnswer(worse));
    }

    /// <summary>Adds the answer; a list that holds the prompt again replaces it.</summary>
    private static void Answer(Draft draft, List<Message> answer)
    {
        if (answer.Count > 0 && answer[0].Role is Role.User or Role.System) draft.Messages = answer;
        else draft.Messages.AddRange(answer);
    }

    private static List<Message> WithoutPrompt(List<Message> messages, List<Message> declined)
    {
        var same = 0;
        while (same < declined.Count - 1 && same < messages.Count && declined[same].Role == messages[same].Role
            && string.Equals(declined[same].Content, messages[same].Content, StringComparison.Ordinal)) same++;
        return same == 0 ? declined : declined[same..];
    }
}
