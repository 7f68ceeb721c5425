namespace NotebookKit.Sourcing;

/// <summary>Rows whose fields a map names.</summary>
internal sealed class MappedFormat(FieldMap map) : RecordFormat
{
    public override SourceFormat Format => SourceFormat.Mapped;

    public override bool Fits(Fields fields) => map["input"].Any(name => fields.HasPath(name));

    public override IEnumerable<Draft> Read(Fields fields, SourcingOptions options)
    {
        var draft = New();
        var input = Text(fields, "input");
        if (string.IsNullOrWhiteSpace(input))
            throw new RecordException(RejectReasons.MissingField, $"text for input was expected; the record has the fields {fields.Names}",
                string.Join('+', map["input"]));
        var label = Text(fields, "label")?.Trim();
        var output = map["output"].IsEmpty ? label : Text(fields, "output");
        if (map["output"].IsEmpty && !map["label"].IsEmpty) draft.Task = TaskKind.Classification;
        draft.Label = string.IsNullOrEmpty(label) ? null : label;
        draft.Messages = Exchange(input, string.IsNullOrWhiteSpace(output) ? null : output);
        Prepend(draft.Messages, Text(fields, "system"));
        People(fields, draft);
        if (Text(fields, "id") is { Length: > 0 } id) CommonFields.GiveId(draft, id.Trim());
        draft.Conversation = Value(fields, "conversation");
        draft.Licence = Value(fields, "licence");
        draft.ParentId = Value(fields, "parent");
        draft.Generator = Value(fields, "generator");
        draft.Status = Value(fields, "status")?.ToLowerInvariant();
        if (Value(fields, "consent") is { } consent) draft.Consent = Values.Consent(consent);
        if (Value(fields, "created") is { } date) draft.CreatedAt = Values.Date(date);
        if (Value(fields, "rating") is { } rating && Values.Rating(rating) is { } parsed) (draft.Rating, draft.RatingOf) = parsed;
        CommonFields.Read(fields, draft);
        draft.MapFields = Present(fields);
        draft.Close(fields);
        return [draft];
    }

    /// <summary>Which of <see cref="FieldMap.Names"/> a record has, one bit each: a name that no record has is most likely misspelt.</summary>
    private ulong Present(Fields fields)
    {
        var found = 0UL;
        for (var i = 0; i < map.Names.Length; i++)
            if (fields.HasPath(map.Names[i].Field)) found |= 1UL << i;

        return found;
    }

    private void People(Fields fields, Draft draft)
    {
        draft.Author = Value(fields, "author");
        draft.Subject = Value(fields, "subject");
        draft.Know(draft.Author);
        draft.Know(draft.Subject);
    }

    private string? Value(Fields fields, string target) => Text(fields, target)?.Trim() is { Length: > 0 } text ? text : null;

    private string? Text(Fields fields, string target)
    {
        string? joined = null;
        foreach (var name in map[target])
        {
            if (fields.TakePath(name)?.Text() is not { } text || text.Length == 0) continue;
            joined = joined is null ? text : joined + "\n" + text;
        }

        return joined;
    }
}
