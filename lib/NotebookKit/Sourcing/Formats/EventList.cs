using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>The events of one interaction, by the many words for them.</summary>
internal sealed class EventList
{
    /// <summary>All events that are known.</summary>
    public Events All { get; private set; }

    public void Add(EventList more) => All |= more.All;

    /// <summary>Reads a name, a list of names, or a list of objects that hold one.</summary>
    public void ReadFrom(Fields fields, ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (fields.Peek(key) is not { } value) continue;
            // Words that mean nothing to the kit stay with the metadata.
            if (Read(value)) fields.Take(key);
        }
    }

    /// <summary>Reads yes-or-no fields such as <c>accepted</c>, and thumbs.</summary>
    public void ReadFlags(Fields fields)
    {
        foreach (var (key, meaning, opposite) in (ReadOnlySpan<(string, Events, Events)>)
            [
                ("accepted", Events.Accepted, Events.Rejected), ("rejected", Events.Rejected, Events.None), ("copied", Events.Copied, Events.None),
                ("abandoned", Events.Abandoned, Events.None), ("crashed", Events.Crashed, Events.None), ("asked_again", Events.AskedAgain, Events.None),
            ])
        {
            if (fields.Peek(key)?.Text() is not { } text || Values.Flag(text) is not { } flag) continue;
            fields.Take(key);
            All |= flag ? meaning : opposite;
        }

        foreach (var key in (ReadOnlySpan<string>)["thumbs", "thumb", "feedback", "vote"])
        {
            if (fields.Peek(key)?.Text() is not { } text || Thumb(text) is not { } thumb) continue;
            fields.Take(key);
            All |= thumb;
        }
    }

    private bool Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var all = true;
            foreach (var item in value.EnumerateArray()) all &= Read(item);
            return all;
        }

        var word = value.ValueKind == JsonValueKind.Object
            ? value.TryGetProperty("event", out var name) || value.TryGetProperty("type", out name) || value.TryGetProperty("name", out name) ? name.Text() : null
            : value.Text();
        if (string.IsNullOrWhiteSpace(word) || Of(word) is not { } meaning) return false;
        All |= meaning;
        // An object may say more than the word (a time, an amount): that stays with the metadata.
        return value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() == 1;
    }

    private static Events? Of(string word) => Fields.Key(word.Trim()) switch
    {
        "accepted" or "accept" or "suggestion_accepted" or "approved" or "approve" or "used" or "inserted" or "sent" => Events.Accepted,
        "edited" or "edit" or "corrected" or "modified" or "suggestion_edited" => Events.Edited,
        "rejected" or "reject" or "dismissed" or "discarded" or "suggestion_rejected" => Events.Rejected,
        "copied" or "copy" => Events.Copied,
        "asked_again" or "ask_again" or "retry" or "retried" or "regenerated" or "regenerate" or "rephrased" => Events.AskedAgain,
        "thumbs_up" or "thumb_up" or "like" or "liked" or "upvote" or "upvoted" or "helpful" => Events.ThumbsUp,
        "thumbs_down" or "thumb_down" or "dislike" or "disliked" or "downvote" or "downvoted" or "not_helpful" or "unhelpful" => Events.ThumbsDown,
        "template_used" or "template" or "used_template" => Events.TemplateUsed,
        "category_assigned" or "categorized" or "categorised" or "labelled" or "labeled" or "category_changed" => Events.CategoryAssigned,
        "clicked" or "click" or "item_click" or "result_clicked" => Events.Clicked,
        "abandoned" or "abandon" or "left" or "quit" or "cancelled" or "canceled" => Events.Abandoned,
        "crashed" or "crash" or "exception" or "app_crashed" => Events.Crashed,
        "resolved" or "solved" => Events.Resolved,
        "shown" or "viewed" or "impression" or "displayed" => Events.None,
        _ => null,
    };

    private static Events? Thumb(string text) => text.Trim().ToLowerInvariant() switch
    {
        "up" or "1" or "+1" or "true" or "👍" or "positive" or "like" or "thumbs_up" or "good" => Events.ThumbsUp,
        "down" or "-1" or "0" or "false" or "👎" or "negative" or "dislike" or "thumbs_down" or "bad" => Events.ThumbsDown,
        _ => null,
    };
}
