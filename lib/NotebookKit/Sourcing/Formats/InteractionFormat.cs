using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>What users did with an app's suggestions. An edit is the target and the draft is declined; a category that a user assigned is a
/// classification pair; a query and the result clicked are a pair; a row that only names an event belongs to the interaction it refers to.</summary>
internal sealed class InteractionFormat : RecordFormat
{
    private static readonly string[] Inputs = ["input", "user_input", "prompt", "query", "question", "context", "content", "text", "message"];
    private static readonly string[] Outputs = ["output", "suggestion", "response", "completion", "answer", "ai_output", "ai_response", "model_output"];
    private static readonly string[] Edits = ["edited_output", "final_output", "final", "corrected_output", "correction", "edited"];
    private static readonly string[] Drafts = ["original_output", "draft", "original"];
    private static readonly string[] Clicks = ["clicked_text", "clicked_title", "clicked_result", "clicked"];
    private static readonly string[] References = ["interaction_id", "ref_id", "refers_to", "target_id", "parent_interaction_id"];
    private static readonly string[] EventFields = ["event", "events", "event_type", "event_name", "user_action"];
    private static readonly string[] Hints = ["session_id", "feature", "accepted", "thumbs", "feedback", "edited_output", "final_output", "interaction_id"];

    public override SourceFormat Format => SourceFormat.Interactions;

    public override bool Fits(Fields fields)
    {
        var hasInput = fields.Peek(Inputs)?.Text() is not null;
        if (fields.HasName(EventFields)) return hasInput || fields.Has(References);
        return hasInput && ((fields.HasName(Hints) && fields.HasName([.. Outputs, .. Edits])) || fields.HasName("clicked_text", "clicked_title", "clicked_result"));
    }

    public override IEnumerable<Draft> Read(Fields fields, SourcingOptions options)
    {
        var draft = New();
        var parts = new InteractionParts();
        parts.Events.ReadFrom(fields, EventFields);
        parts.Events.ReadFlags(fields);
        draft.Reference = fields.TakeValue(References);
        draft.IsEvent = fields.Peek(Inputs)?.Text() is null;
        if (draft.IsEvent && draft.Reference is null)
            throw new RecordException(RejectReasons.MissingField, "an input, or the id of an interaction, was expected", "input");
        if (!draft.IsEvent && draft.Reference is { } own) CommonFields.GiveId(draft, own);
        parts.Input = fields.TakeText(Inputs);
        if (!draft.IsEvent && string.IsNullOrWhiteSpace(parts.Input)) throw new RecordException(RejectReasons.MissingField, "text was expected", "input");
        parts.Edited = NotBlank(fields.TakeText(Edits));
        parts.Output = NotBlank(fields.TakeText(Outputs));
        parts.Draft = NotBlank(fields.TakeText(Drafts));
        parts.Clicked = NotBlank(fields.TakeText(Clicks));
        parts.Filled = NotBlank(fields.TakeText("filled_template", "filled"));
        parts.Category = fields.TakeValue("category", "assigned_category", "label", "topic");
        parts.IsCorrection = fields.Peek("source")?.Text() is "user_correction";
        parts.System = fields.TakeText("system", "system_prompt");
        if (fields.Peek("rating", "stars")?.Text() is { } rating && Values.Rating(rating) is { } parsed)
        {
            fields.TakeText("rating", "stars");
            (draft.Rating, draft.RatingOf) = parsed;
        }

        if (fields.TakeValue("answered_by", "author_type") is { } kind) draft.AnsweredBy = Values.AnsweredBy(kind);
        CommonFields.Read(fields, draft);
        draft.JoinData = parts;
        draft.Close(fields);
        return [draft];
    }

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>What an interaction consists of, until all its events are known.</summary>
internal sealed class InteractionParts
{
    public string? Input { get; set; }

    public string? Output { get; set; }

    public string? Edited { get; set; }

    public string? Draft { get; set; }

    public string? Clicked { get; set; }

    public string? Filled { get; set; }

    public string? Category { get; set; }

    public string? System { get; set; }

    /// <summary>True where the logged output is the user's correction.</summary>
    public bool IsCorrection { get; set; }

    public EventList Events { get; } = new();

    /// <summary>Takes over what a later event says.</summary>
    public void Add(InteractionParts later)
    {
        Events.Add(later.Events);
        Edited = later.Edited ?? Edited;
        Filled = later.Filled ?? Filled;
        Clicked ??= later.Clicked;
        Category = later.Category ?? Category;
        if (later.Output is not null && Output is null) Output = later.Output;
        else if (later.Output is not null && later.Events.All.HasFlag(NotebookKit.Events.Edited)) Edited = later.Output;
    }

    /// <summary>Makes the turns, and says who answered.</summary>
    public void Finish(Draft draft)
    {
        var (target, declined, by, task) = Target();
        draft.Messages = [new(Role.User, Input)];
        if (!string.IsNullOrEmpty(System)) draft.Messages.Insert(0, new(Role.System, System));
        if (target is not null) draft.Messages.Add(new(Role.Assistant, target));
        if (declined is not null) draft.Declined = [new(Role.Assistant, declined)];
        draft.Events |= Events.All;
        if (Edited is not null && declined is not null) draft.Events |= NotebookKit.Events.Edited;
        draft.Label ??= Category;
        if (draft.Task == TaskKind.Unknown) draft.Task = task;
        if (draft.AnsweredBy == AnsweredBy.Unknown) draft.AnsweredBy = by;
        if (draft.AnsweredBy is AnsweredBy.Model && target is not null) draft.Generator ??= Sources.UnknownModel;
        if (draft.AnsweredBy is AnsweredBy.Human) draft.Generator = null;
    }

    private (string? Target, string? Declined, AnsweredBy By, TaskKind Task) Target()
    {
        if (Category is not null && (Events.All.HasFlag(NotebookKit.Events.CategoryAssigned) || (Output is null && Edited is null && Clicked is null)))
            return (Category, Other(Output, Category), AnsweredBy.Human, TaskKind.Classification);
        if (Edited is not null)
        {
            // An "edit" that is the output itself changed nothing.
            var lost = Other(Output ?? Draft, Edited);
            return (Edited, lost, lost is null && Output is not null ? AnsweredBy.Model : AnsweredBy.EditedModel, TaskKind.Unknown);
        }

        if (Draft is not null && Output is not null && Other(Draft, Output) is { } original) return (Output, original, AnsweredBy.EditedModel, TaskKind.Unknown);
        if (Filled is not null) return (Filled, null, AnsweredBy.Human, TaskKind.Unknown);
        if (Clicked is not null) return (Clicked, null, AnsweredBy.Unknown, TaskKind.QuestionAnswering);
        if (Output is not null && IsCorrection) return (Output, null, AnsweredBy.EditedModel, TaskKind.Unknown);
        // Edited, but the edit was not logged: the draft is known to be wrong, and what is right is not known.
        if (Output is not null && Events.All.HasFlag(NotebookKit.Events.Edited)) return (null, Output, AnsweredBy.Unknown, TaskKind.Unknown);
        var by = Events.All.HasFlag(NotebookKit.Events.TemplateUsed) ? AnsweredBy.Human : Output is null ? AnsweredBy.Unknown : AnsweredBy.Model;
        return (Output, null, by, TaskKind.Unknown);
    }

    private static string? Other(string? draft, string target) =>
        draft is not null && !string.Equals(draft.Trim(), target.Trim(), StringComparison.Ordinal) ? draft : null;
}
