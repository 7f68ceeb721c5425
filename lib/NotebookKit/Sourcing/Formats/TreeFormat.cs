using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>Open Assistant's message trees: the best path by rank gives one example. All paths would share most of their turns and
/// fall to the removal of near-duplicates.</summary>
internal sealed class TreeFormat : RecordFormat
{
    public override SourceFormat Format => SourceFormat.MessageTrees;

    public override bool Fits(Fields fields) =>
        fields.Peek("prompt") is { ValueKind: JsonValueKind.Object } prompt && prompt.TryGetProperty("text", out _) && prompt.TryGetProperty("replies", out _);

    public override IEnumerable<Draft> Read(Fields fields, SourcingOptions options)
    {
        var draft = New();
        if (fields.Take("prompt") is not { ValueKind: JsonValueKind.Object } node)
            throw new RecordException(RejectReasons.MissingField, "a message with replies was expected", "prompt");
        var model = default(string);
        for (var next = (JsonElement?)node; next is { } turn; next = Best(turn))
        {
            var word = turn.TryGetProperty("role", out var named) ? named.Text() ?? "" : "";
            var role = Roles.Of(word) ?? throw new RecordException(RejectReasons.UnknownRole, "prompter or assistant was expected", "prompt.role");
            draft.Messages.Add(new(role, turn.TryGetProperty("text", out var text) ? text.Text() : null));
            if (role == Role.Assistant) model = Model(turn);
        }

        // A path that ends in a question without an answer teaches nothing with it.
        if (draft.Messages.Count > 2 && draft.Messages[^1].Role == Role.User) draft.Messages.RemoveAt(draft.Messages.Count - 1);
        draft.AnsweredBy = model is null ? AnsweredBy.Human : AnsweredBy.Model;
        draft.Generator = model;
        draft.Origin = model is null ? Origin.Unknown : Origin.Synthetic;
        if (node.TryGetProperty("lang", out var language)) draft.Keep("lang", language);
        CommonFields.Read(fields, draft);
        draft.Close(fields);
        return [draft];
    }

    /// <summary>Name of the model that wrote a turn; null for people.</summary>
    private static string? Model(JsonElement turn)
    {
        if (!turn.TryGetProperty("synthetic", out var made) || made.ValueKind != JsonValueKind.True) return null;
        return turn.TryGetProperty("model_name", out var name) && name.Text() is { Length: > 0 } model ? model : Sources.UnknownModel;
    }

    /// <summary>The reply to follow: not deleted, not failed in review; answered questions before unanswered ones; then the best rank, then the first.</summary>
    private static JsonElement? Best(JsonElement turn)
    {
        if (!turn.TryGetProperty("replies", out var replies) || replies.ValueKind != JsonValueKind.Array) return null;
        JsonElement? best = null;
        var least = (Unanswered: 2, Rank: int.MaxValue);
        foreach (var reply in replies.EnumerateArray())
        {
            if (reply.ValueKind != JsonValueKind.Object || Is(reply, "deleted", JsonValueKind.True) || Is(reply, "review_result", JsonValueKind.False)) continue;
            var answered = reply.TryGetProperty("replies", out var further) && further.ValueKind == JsonValueKind.Array && further.GetArrayLength() > 0;
            var isQuestion = reply.TryGetProperty("role", out var role) && role.Text() is { } word && Roles.Of(word) == Role.User;
            var rank = reply.TryGetProperty("rank", out var given) && given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out var r) ? r : int.MaxValue - 1;
            var key = (isQuestion && !answered ? 1 : 0, rank);
            if (key.CompareTo(least) >= 0) continue;
            least = key;
            best = reply;
        }

        return best;
    }

    private static bool Is(JsonElement turn, string name, JsonValueKind kind) => turn.TryGetProperty(name, out var value) && value.ValueKind == kind;
}
