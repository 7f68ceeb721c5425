using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>ShareGPT's rows. A broken order of turns is kept as it is: Cleaning judges it.</summary>
internal sealed class ShareGptFormat : RecordFormat
{
    public override SourceFormat Format => SourceFormat.ShareGpt;

    public override bool Fits(Fields fields) => fields.Peek("conversations", "conversation") is { ValueKind: JsonValueKind.Array } list
        && (list.GetArrayLength() == 0 || IsTurn(list[0]));

    public override IEnumerable<Draft> Read(Fields fields, SourcingOptions options)
    {
        TextOnly(fields);
        var draft = New();
        draft.Tools = Tools(fields.Take("tools"));
        var turns = fields.Take("conversations", "conversation")
            ?? throw new RecordException(RejectReasons.MissingField, "a list of turns was expected", "conversations");
        draft.Messages = new Turns(draft, "conversations").Read(turns);
        if (fields.Take("chosen") is { } chosen) draft.Messages.AddRange(new Turns(draft, "chosen").ReadAnswer(chosen));
        if (fields.Take("rejected") is { } rejected) draft.Declined = new Turns(draft, "rejected").ReadAnswer(rejected);
        if (draft.Messages.Count == 0) throw new RecordException(RejectReasons.MissingField, "at least one turn was expected", "conversations");
        Prepend(draft.Messages, fields.TakeText("system", "system_prompt"));
        Label(fields, draft);
        CommonFields.Read(fields, draft);
        draft.Close(fields);
        return [draft];
    }

    private static bool IsTurn(JsonElement turn) =>
        turn.ValueKind == JsonValueKind.Object && (turn.TryGetProperty("from", out _) || turn.TryGetProperty("role", out _));
}
