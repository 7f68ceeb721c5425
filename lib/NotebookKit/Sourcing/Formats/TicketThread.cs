using System.Text;
using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>Reads the messages of one ticket.</summary>
internal sealed class TicketThread(Draft draft, string? agent, string? customer)
{
    private readonly StringBuilder opening = new();
    private readonly StringBuilder notes = new();
    private Role? side;
    private bool lastIsBot;
    private bool sawAgent;

    public void Read(JsonElement turns)
    {
        var index = 0;
        foreach (var turn in turns.EnumerateArray()) Add(turn, index++);
        // Without a customer's turn the agent's turns are all there is: then they stay for the stages to judge.
        if (draft.Messages.Count == 0 && opening.Length > 0) draft.Messages.Add(new(Role.Assistant, opening.ToString()));
        else draft.Keep("opening", opening.ToString());
        draft.Keep("notes", notes.ToString());
        // A ticket often ends with the customer's thanks. The agent's last answer is what there is to learn, so the thanks are no turn of it;
        // a question that nobody answered stays.
        if (side == Role.User && draft.Messages.Exists(m => m.Role == Role.Assistant) && !draft.Messages[^1].Content.AsSpan().ContainsAny('?', '？', '؟'))
        {
            draft.Keep("closing", draft.Messages[^1].Content!);
            draft.Messages.RemoveAt(draft.Messages.Count - 1);
        }

        if (draft.AnsweredBy == AnsweredBy.Unknown && sawAgent) draft.AnsweredBy = lastIsBot ? AnsweredBy.Model : AnsweredBy.Unknown;
    }

    private void Add(JsonElement turn, int index)
    {
        var (word, text) = turn.ValueKind switch
        {
            JsonValueKind.Array when turn.GetArrayLength() == 2 => (turn[0].Text(), turn[1].Text()),
            JsonValueKind.Object => Parts(turn),
            _ => throw new RecordException(RejectReasons.WrongType, "an object with sender and text was expected", $"messages[{index}]"),
        };
        if (word is null) throw new RecordException(RejectReasons.MissingField, "a message needs a sender", $"messages[{index}].sender");
        if (string.IsNullOrWhiteSpace(text)) return;
        if (Roles.IsNote(word))
        {
            Append(notes, text);
            return;
        }

        var role = RoleOf(word) ?? throw new RecordException(RejectReasons.UnknownRole, "customer or agent was expected", $"messages[{index}].sender");
        if (role == Role.Assistant)
        {
            sawAgent = true;
            lastIsBot = Roles.IsBot(word);
        }

        Say(role, text);
    }

    private void Say(Role role, string text)
    {
        if (side is null && role == Role.Assistant)
        {
            Append(opening, text);
            return;
        }

        if (side == role) draft.Messages[^1] = draft.Messages[^1] with { Content = draft.Messages[^1].Content + "\n" + text };
        else draft.Messages.Add(new(role, text));
        side = role;
    }

    private static (string? Word, string? Text) Parts(JsonElement turn)
    {
        string? word = null, text = null;
        foreach (var key in (ReadOnlySpan<string>)["sender", "role", "speaker", "from", "author", "direction", "sender_type", "author_type"])
            if (word is null && turn.TryGetProperty(key, out var value)) word = value.Text() ?? Inner(value);
        foreach (var key in (ReadOnlySpan<string>)["text", "content", "body", "message", "value"])
            if (text is null && turn.TryGetProperty(key, out var value)) text = value.Text();
        return (word, text);
    }

    /// <summary>A sender as an object: its type, else its name.</summary>
    private static string? Inner(JsonElement sender)
    {
        if (sender.ValueKind != JsonValueKind.Object) return null;
        foreach (var key in (ReadOnlySpan<string>)["type", "role", "name"])
            if (sender.TryGetProperty(key, out var value) && value.Text() is { Length: > 0 } text) return text;
        return null;
    }

    /// <summary>A sender may be the side, or the person's name as the ticket's own fields give it.</summary>
    private Role? RoleOf(string word) =>
        Roles.Of(word) is { } role and (Role.User or Role.Assistant) ? role
        : string.Equals(word, agent, StringComparison.OrdinalIgnoreCase) ? Role.Assistant
        : string.Equals(word, customer, StringComparison.OrdinalIgnoreCase) ? Role.User
        : null;

    private static void Append(StringBuilder to, string text)
    {
        if (to.Length > 0) to.Append('\n');
        to.Append(text);
    }
}
