using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>Fields that mean the same in every format.</summary>
internal static class CommonFields
{
    private const int MaxIdLength = 100;

    private static readonly string[] Ids =
    [
        "id", "_id", "ticket_id", "case_id", "issue_id", "interaction_id", "example_id", "row_id", "note_id", "message_id", "message_tree_id",
        "question_id", "convo_id", "custom_id", "request_id", "task_id", "uuid", "guid", "ticket_number", "case_number",
    ];

    private static readonly string[] Dates =
        ["created_at", "created", "timestamp", "date", "datetime", "time", "opened_at", "submitted_at", "logged_at", "create_time"];

    /// <summary>Takes them off the record and into the draft.</summary>
    public static void Read(Fields fields, Draft draft)
    {
        if (draft.GivenId is null && fields.TakeValue(Ids) is { } id) GiveId(draft, id);
        Person(fields, draft);
        draft.Conversation ??= fields.TakeValue("conversation_id", "session_id", "thread_id", "chat_id", "dialogue_id", "dialog_id", "conversation", "session");
        draft.ParentId ??= fields.TakeValue("parent_id", "seed_id");
        draft.Licence ??= fields.TakeValue("licence", "license", "spdx");
        Date(fields, draft);
        Consent(fields, draft);
        Making(fields, draft);
    }

    /// <summary>The id where it can serve as one; else it is kept with the fields that have no place of their own.</summary>
    public static void GiveId(Draft draft, string id)
    {
        if (IsId(id)) draft.GivenId = id;
        else draft.Keep("id", id);
    }

    /// <summary>True for ids that are safe to show: short, of plain characters, with a digit, and not an address, a phone number, a card or a name.</summary>
    public static bool IsId(string id)
    {
        if (id.Length > MaxIdLength) return false;
        int digits = 0, dots = 0, marks = 0;
        foreach (var c in id)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (c is '.') dots++;
            else if (c is '-' or '_' or ':' or '#' or '=') marks++;
            else if (!char.IsAsciiLetter(c)) return false;
        }

        // Digits in groups may be a phone or social security number, four groups by dots an address, 13 or more digits a card.
        var onlyDigits = digits + dots + marks == id.Length;
        return digits > 0 && !(onlyDigits && (digits >= 13 || dots >= 1 || (marks > 0 && digits >= 7)));
    }

    private static void Person(Fields fields, Draft draft)
    {
        draft.Know(fields.Peek("customer_email", "email", "user_email")?.Text());
        draft.Know(fields.Peek("customer_name", "user_name", "client_name", "patient_name")?.Text());
        foreach (var field in (ReadOnlySpan<string>)["customer", "requester", "user", "agent", "assignee", "author"])
            if (fields.Peek(field) is { } value) Named(draft, field, value);
        draft.Subject ??= One(fields, "customer_id", "user_id", "client_id", "requester_id", "patient_id", "subject_id", "customer_email", "user_email",
            "email", "customer", "requester", "customer_name", "user", "user_name");
        draft.Author ??= One(fields, "author_id", "agent_id", "author", "agent", "agent_name", "assignee", "answered_by_name", "author_name");
        // Names of the same people in further fields are known by now; as names they say nothing more.
        foreach (var field in (ReadOnlySpan<string>)["customer", "customer_name", "agent", "agent_name", "author", "author_name"])
            fields.TakeText(field);
    }

    /// <summary>A person may be a text, or an object with an id, a name and an address.</summary>
    private static void Named(Draft draft, string field, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object) PersonNames.Scan(draft, field, value, 0);
        else draft.Know(value.Text());
    }

    private static string? One(Fields fields, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (fields.TakeValue(key) is { } text) return text;
            if (fields.Peek(key) is not { ValueKind: JsonValueKind.Object } person) continue;
            foreach (var property in (ReadOnlySpan<string>)["id", "email", "name"])
                if (person.TryGetProperty(property, out var value) && value.Text() is { Length: > 0 } inner) return inner;
        }

        return null;
    }

    private static void Date(Fields fields, Draft draft)
    {
        if (draft.CreatedAt is not null) return;
        foreach (var key in Dates)
        {
            if (fields.Peek(key)?.Text() is not { } text || Values.Date(text) is not { } date) continue;
            draft.CreatedAt = date;
            fields.TakeText(key);
            return;
        }
    }

    private static void Consent(Fields fields, Draft draft)
    {
        if (fields.TakeValue("opt_out", "opted_out", "do_not_train") is { } refused && Values.Flag(refused) is { } no)
            draft.Consent = no ? "opted-out" : draft.Consent;
        if (draft.Consent is null && fields.TakeValue("consent", "consent_basis", "training_consent", "opt_in", "opted_in") is { } basis)
            draft.Consent = Values.Consent(basis);
    }

    /// <summary>Who or what made the row: <c>generator</c>, <c>origin</c>, <c>synthetic</c>, <c>generation</c>.</summary>
    private static void Making(Fields fields, Draft draft)
    {
        draft.Generator ??= fields.TakeValue("generator", "generator_model", "model_name", "model");
        draft.GeneratorPrompt ??= fields.TakeText("generator_prompt", "generation_prompt");
        if (fields.Peek("generation") is { ValueKind: JsonValueKind.Number } count && count.TryGetInt32(out var generation) && generation >= 0)
        {
            fields.Take("generation");
            draft.Generation = generation;
        }

        if (fields.Peek("origin")?.Text() is { } text && Values.OriginOf(text) is { } origin)
        {
            fields.Take("origin");
            draft.Origin = origin;
        }
        else if (fields.TakeValue("synthetic", "is_synthetic") is { } made && Values.Flag(made) == true)
        {
            draft.Origin = Origin.Synthetic;
        }
        else if (draft.Generator is not null && !draft.Format.IsLog())
        {
            draft.Origin = Origin.Synthetic;
        }

        if (draft.Origin is not (Origin.Synthetic or Origin.Distilled)) return;
        draft.AnsweredBy = AnsweredBy.Model;
        draft.Generation = Math.Max(1, draft.Generation);
    }
}
