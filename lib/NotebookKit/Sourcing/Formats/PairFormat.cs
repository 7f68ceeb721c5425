using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>Rows of two fields with well-known names.</summary>
internal sealed class PairFormat : RecordFormat
{
    private static readonly (string[] Inputs, string[] Outputs, TaskKind Task)[] Pairs =
    [
        (["note", "notes", "text", "article", "document", "transcript", "body", "content", "dialogue"],
            ["summary", "abstract", "tldr", "highlights"], TaskKind.Summarization),
        (["question", "query"], ["answer", "reply", "response", "best_answer"], TaskKind.QuestionAnswering),
        (["input", "prompt", "context", "source_text"], ["output", "response", "completion", "answer", "reply", "target"], TaskKind.Unknown),
        (["email", "mail", "message"], ["reply", "answer", "response"], TaskKind.QuestionAnswering),
        (["text", "utterance", "sentence", "review", "message", "description", "symptom", "symptoms", "transaction", "query", "question", "input"],
            ["label", "category", "intent", "topic", "class", "sentiment", "triage", "tag"], TaskKind.Classification),
    ];

    public override SourceFormat Format => SourceFormat.Pairs;

    public override bool Fits(Fields fields) => Find(fields) is not null || IsQuestions(fields);

    public override IEnumerable<Draft> Read(Fields fields, SourcingOptions options)
    {
        var draft = New();
        if (Find(fields) is not { } pair)
        {
            Questions(fields, draft);
            return [draft];
        }

        var input = fields.TakeText(pair.Inputs) ?? "";
        var output = fields.TakeText(pair.Outputs);
        if (string.IsNullOrWhiteSpace(input)) throw new RecordException(RejectReasons.MissingField, "text was expected", pair.Inputs[0]);
        draft.Task = pair.Task;
        draft.Messages = Exchange(input, string.IsNullOrWhiteSpace(output) ? null : output);
        Prepend(draft.Messages, fields.TakeText("system", "system_prompt"));
        if (pair.Task == TaskKind.Classification) draft.Label = string.IsNullOrWhiteSpace(output) ? null : output.Trim();
        else Label(fields, draft);
        CommonFields.Read(fields, draft);
        draft.Close(fields);
        return [draft];
    }

    private static bool IsQuestions(Fields fields) =>
        fields.Peek("turns") is { ValueKind: JsonValueKind.Array } turns && turns.GetArrayLength() > 0 && turns[0].ValueKind == JsonValueKind.String;

    /// <summary>Questions of a benchmark (MT-bench): each turn with its reference answer, where all have one.</summary>
    private static void Questions(Fields fields, Draft draft)
    {
        if (!IsQuestions(fields)) throw new RecordException(RejectReasons.MissingField, "two fields such as question and answer were expected; name others by a map");
        var turns = fields.Take("turns")!.Value;
        var answers = fields.Peek("reference", "answers") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == turns.GetArrayLength()
            ? fields.Take("reference", "answers") : null;
        for (var i = 0; i < turns.GetArrayLength(); i++)
        {
            draft.Messages.Add(new(Role.User, turns[i].Text()));
            if (answers is { } given) draft.Messages.Add(new(Role.Assistant, given[i].Text()));
        }

        Label(fields, draft);
        CommonFields.Read(fields, draft);
        draft.Close(fields);
    }

    private static (string[] Inputs, string[] Outputs, TaskKind Task)? Find(Fields fields)
    {
        foreach (var pair in Pairs)
            if (fields.Peek(pair.Inputs)?.Text() is not null && fields.Peek(pair.Outputs)?.Text() is not null) return pair;
        foreach (var pair in Pairs)
            // An empty answer was asked for and not given: the row has the field, with null in it.
            if (fields.Peek(pair.Inputs)?.Text() is not null && fields.HasName(pair.Outputs)) return pair;
        foreach (var pair in Pairs)
            // Known by its columns, though the input is empty: it is rejected by that name.
            if (fields.HasName(pair.Inputs) && fields.HasName(pair.Outputs)) return pair;
        return null;
    }
}
