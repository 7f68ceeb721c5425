using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>Support tickets: a message and its reply, or a list of messages of customer and agent. Several messages of one side in a row
/// become one turn; what the agent said before the customer spoke, and notes that nobody was told, go to Metadata.</summary>
internal sealed class TicketFormat : RecordFormat
{
    private static readonly string[] Lists = ["messages", "conversation", "original", "turns", "dialogue", "dialog", "thread", "comments", "transcript", "chat"];
    private static readonly string[] Questions =
    [
        "customer_message", "customer_text", "customer_query", "description", "body", "problem", "issue", "question", "request", "message", "ticket_text",
    ];
    private static readonly string[] Answers =
    [
        "agent_response", "agent_reply", "agent_message", "agent_answer", "response", "reply", "answer", "resolution_text", "resolution", "solution", "last_reply",
    ];
    private static readonly string[] Statuses = ["resolution_status", "status", "ticket_status", "state"];
    private static readonly string[] Ratings = ["satisfaction", "satisfaction_score", "csat", "csat_score", "customer_satisfaction", "satisfaction_rating", "rating"];

    public override SourceFormat Format => SourceFormat.Tickets;

    public override bool Fits(Fields fields)
    {
        if (fields.Has("customer_message", "agent_response", "agent_reply") || fields.HasName("agent_response", "customer_message")) return true;
        var isTicket = fields.HasName("ticket_id", "resolution_status", "satisfaction", "satisfaction_score", "csat", "agent_type")
            || (fields.HasName("status") && fields.HasName("customer", "customer_id", "agent", "subject", "priority"));
        foreach (var name in Lists)
            if (fields.Peek(name) is { ValueKind: JsonValueKind.Array or JsonValueKind.String } list && IsThread(AsList(list), isTicket)) return true;
        return isTicket && fields.Has(Questions) && fields.Peek(Questions)?.Text() is not null;
    }

    public override IEnumerable<Draft> Read(Fields fields, SourcingOptions options)
    {
        var draft = New();
        State(fields, draft);
        var thread = default(JsonElement?);
        foreach (var name in Lists)
            if (thread is null && fields.Peek(name) is { } list && AsList(list).ValueKind == JsonValueKind.Array) thread = AsList(fields.Take(name)!.Value);
        var (agent, customer) = (Side(fields, "agent", "agent_name", "assignee"), Side(fields, "customer", "customer_name", "requester"));
        if (thread is { } turns) new TicketThread(draft, agent, customer).Read(turns);
        else Exchange(fields, draft);
        Subject(fields, draft, options);
        if (draft.Messages.Count == 0) throw new RecordException(RejectReasons.MissingField, "a customer's message or a list of messages was expected", "messages");
        Prepend(draft.Messages, fields.TakeText("system_prompt"));
        draft.Label = fields.TakeValue("category", "label", "topic", "intent", "issue_type");
        CommonFields.Read(fields, draft);
        draft.Close(fields);
        return [draft];
    }

    private static void Exchange(Fields fields, Draft draft)
    {
        if (fields.TakeText(Questions) is { } question && !string.IsNullOrWhiteSpace(question)) draft.Messages.Add(new(Role.User, question));
        if (fields.TakeText(Answers) is { } answer && !string.IsNullOrWhiteSpace(answer)) draft.Messages.Add(new(Role.Assistant, answer));
    }

    private static void State(Fields fields, Draft draft)
    {
        draft.Status = fields.TakeValue(Statuses)?.ToLowerInvariant();
        if (draft.Status is null && fields.TakeValue("resolved", "is_resolved") is { } flag) draft.Status = Values.Flag(flag) == true ? "resolved" : "unresolved";
        if (draft.Status is "resolved" or "solved" or "closed" or "done" or "completed") draft.Events |= Events.Resolved;
        if (fields.Peek(Ratings)?.Text() is { } rating && Values.Rating(rating) is { } parsed)
        {
            fields.TakeText(Ratings);
            (draft.Rating, draft.RatingOf) = parsed;
        }

        if (fields.TakeValue("agent_type", "answered_by", "responder_type", "handled_by") is { } kind) draft.AnsweredBy = Values.AnsweredBy(kind);
    }

    /// <summary>The subject line is what the ticket is about, not whom.</summary>
    private static void Subject(Fields fields, Draft draft, SourcingOptions options)
    {
        if (fields.Peek("subject", "title")?.Text() is not { Length: > 0 } line || string.IsNullOrWhiteSpace(line)) return;
        var first = draft.Messages.FindIndex(m => m.Role == Role.User);
        if (first < 0)
        {
            fields.TakeText("subject", "title");
            draft.Messages.Insert(0, new(Role.User, line));
        }
        else if (options.IncludeSubjectLine)
        {
            fields.TakeText("subject", "title");
            draft.Messages[first] = draft.Messages[first] with { Content = line + "\n\n" + draft.Messages[first].Content };
        }
    }

    private static string? Side(Fields fields, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (fields.Peek(name)?.Text() is { Length: > 0 } text) return text.Trim();
        return null;
    }

    /// <summary>CSV cells hold lists as JSON text.</summary>
    private static JsonElement AsList(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && JsonValues.String(value) is var text && text.AsSpan().TrimStart() is ['[', ..]
            && JsonValues.Parse(text) is { } list ? list : value;

    private static bool IsThread(JsonElement list, bool isTicket)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0) return isTicket && list.ValueKind == JsonValueKind.Array;
        var first = list[0];
        if (first.ValueKind == JsonValueKind.Array)
            return first.GetArrayLength() == 2 && first[0].ValueKind == JsonValueKind.String && Roles.Of(first[0].Text()!) is not null;
        if (first.ValueKind != JsonValueKind.Object) return false;
        foreach (var name in (ReadOnlySpan<string>)["sender", "speaker", "author", "direction"])
            if (first.TryGetProperty(name, out _)) return true;
        return isTicket && first.TryGetProperty("role", out _);
    }
}
