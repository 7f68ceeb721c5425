using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>Alpaca's rows, with history and with pairs of answers; tasks of self-instruct give one example for each instance.</summary>
internal sealed class AlpacaFormat : RecordFormat
{
    private static readonly string[] Outputs = ["output", "response", "answer", "completion", "target"];

    public override SourceFormat Format => SourceFormat.Alpaca;

    public override bool Fits(Fields fields) =>
        fields.Peek("instruction") is { ValueKind: JsonValueKind.String } && (fields.Has("instances", "chosen", "input", "history") || fields.Has(Outputs));

    public override IEnumerable<Draft> Read(Fields fields, SourcingOptions options)
    {
        TextOnly(fields);
        var instruction = fields.TakeText("instruction") ?? throw new RecordException(RejectReasons.MissingField, "the task in words was expected", "instruction");
        if (fields.Take("instances") is { ValueKind: JsonValueKind.Array } instances) return Instances(fields, instruction, instances);
        var draft = New();
        draft.Messages = History(fields);
        Prepend(draft.Messages, fields.TakeText("system", "system_prompt"));
        draft.Messages.Add(new(Role.User, Join(instruction, fields.TakeText("input", "context"))));
        Answer(fields, draft);
        Label(fields, draft);
        CommonFields.Read(fields, draft);
        draft.Close(fields);
        return [draft];
    }

    private static void Answer(Fields fields, Draft draft)
    {
        // An older form of preference rows has both answers in one list, the better one first.
        if (fields.Peek(Outputs) is { ValueKind: JsonValueKind.Array } both && both.GetArrayLength() == 2)
        {
            fields.Take(Outputs);
            draft.Messages.Add(new(Role.Assistant, both[0].Text()));
            draft.Declined = [new(Role.Assistant, both[1].Text())];
            return;
        }

        if (fields.TakeText(Outputs) is { } output) draft.Messages.Add(new(Role.Assistant, output));
        else if (fields.Take("chosen") is { } chosen) draft.Messages.AddRange(new Turns(draft, "chosen").ReadAnswer(chosen));
        if (fields.Take("rejected") is { } rejected) draft.Declined = new Turns(draft, "rejected").ReadAnswer(rejected);
    }

    private static List<Message> History(Fields fields)
    {
        var messages = new List<Message>();
        if (fields.Take("history") is not { ValueKind: JsonValueKind.Array } history) return messages;
        foreach (var pair in history.EnumerateArray())
        {
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2)
                throw new RecordException(RejectReasons.WrongType, "pairs of question and answer were expected", "history");
            messages.Add(new(Role.User, pair[0].Text()));
            messages.Add(new(Role.Assistant, pair[1].Text()));
        }

        return messages;
    }

    private List<Draft> Instances(Fields fields, string instruction, JsonElement instances)
    {
        var drafts = new List<Draft>();
        foreach (var instance in instances.EnumerateArray())
        {
            if (instance.ValueKind != JsonValueKind.Object)
                throw new RecordException(RejectReasons.WrongType, "objects with input and output were expected", "instances");
            var inner = new Fields(instance);
            var draft = New();
            draft.Messages = Exchange(Join(instruction, inner.TakeText("input")), inner.TakeText(Outputs));
            foreach (var (name, value) in inner.Rest()) draft.Keep(name, value);
            drafts.Add(draft);
        }

        if (drafts.Count == 0) drafts.Add(new Draft { Format = Format, Messages = Exchange(instruction, null) });
        foreach (var draft in drafts)
        {
            // Every instance carries what the record says about all of them.
            var shared = new Fields(fields.Record);
            shared.Take("instruction");
            shared.Take("instances");
            CommonFields.Read(shared, draft);
            draft.Close(shared);
        }

        return drafts;
    }

    private static string Join(string instruction, string? input) => string.IsNullOrWhiteSpace(input) ? instruction : instruction + "\n" + input;
}
