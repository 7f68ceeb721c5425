using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>Search logs of OpenSearch User Behavior Insights: rows of queries and rows of events that refer to them. A query and a
/// result that was clicked, put into the cart or bought are a pair; everything else that happened is joined to it.</summary>
internal sealed class SearchLogFormat : RecordFormat
{
    public override SourceFormat Format => SourceFormat.SearchLogs;

    public override bool Fits(Fields fields) => fields.Has("query_id") && fields.HasName("user_query", "action_name", "query_response_id");

    public override IEnumerable<Draft> Read(Fields fields, SourcingOptions options)
    {
        var draft = New();
        draft.Reference = fields.TakeValue("query_id") ?? throw new RecordException(RejectReasons.MissingField, "the id of a query was expected", "query_id");
        var action = fields.TakeValue("action_name");
        var text = fields.TakeText("user_query");
        // Some apps log the query's text as the message of its own event.
        if (string.IsNullOrWhiteSpace(text) && action is "search" or "on_search" && fields.Peek("message_type")?.Text() is "QUERY") text = fields.TakeText("message");
        var chosen = action is "click" or "item_click" or "add_to_cart" or "purchase" or "result_click";
        draft.IsEvent = action is not null;
        draft.JoinData = new SearchStep
        {
            Query = string.IsNullOrWhiteSpace(text) ? null : text,
            Action = action,
            Result = chosen && fields.Peek("event_attributes") is { } attributes ? Result(attributes) : null,
        };
        draft.Subject = fields.TakeValue("user_id", "client_id");
        CommonFields.Read(fields, draft);
        draft.Close(fields);
        return [draft];
    }

    /// <summary>The text of the result: content, else description, else title.</summary>
    private static string? Result(JsonElement attributes)
    {
        if (attributes.ValueKind != JsonValueKind.Object || !attributes.TryGetProperty("object", out var result) || result.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in (ReadOnlySpan<string>)["content", "description", "title", "name"])
            if (result.TryGetProperty(name, out var value) && value.Text() is { } text && !string.IsNullOrWhiteSpace(text)) return text;
        return null;
    }
}

/// <summary>One row of a search log.</summary>
internal sealed class SearchStep
{
    public string? Query { get; init; }

    public string? Action { get; init; }

    public string? Result { get; init; }
}
