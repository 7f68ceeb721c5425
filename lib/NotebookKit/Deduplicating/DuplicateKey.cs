using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>Which view of an example duplicates are looked for in.</summary>
public enum DuplicateKey
{
    /// <summary>All turns but system prompts (a prompt that all rows share would make all rows alike).</summary>
    Whole,

    /// <summary>All turns before the last answer, but system prompts.</summary>
    Input,

    /// <summary>The last user turn.</summary>
    LastUserTurn,

    /// <summary>The last answer.</summary>
    Output,
}

/// <summary>Cuts the view of an example that a <see cref="DuplicateKey"/> names.</summary>
internal static class DuplicateView
{
    /// <summary>Turns of the view: who speaks, and the text with tool calls.</summary>
    public static IEnumerable<(Role Role, string Text)> Turns(Example example, DuplicateKey key)
    {
        var messages = example.Messages;
        var answer = messages.Count - 1;
        while (answer >= 0 && messages[answer].Role != Role.Assistant) answer--;
        var question = key == DuplicateKey.LastUserTurn ? LastUser(messages) : -1;
        for (var i = 0; i < messages.Count; i++)
        {
            var wanted = key switch
            {
                DuplicateKey.Whole => messages[i].Role != Role.System,
                DuplicateKey.Input => messages[i].Role != Role.System && (answer < 0 || i < answer),
                DuplicateKey.Output => i == answer,
                _ => i == question,
            };
            if (wanted) yield return (messages[i].Role, Text(messages[i]));
        }
    }

    /// <summary>Hash of the normalized view, role by role; rows with another label are never the same.</summary>
    public static ulong Hash(Example example, DuplicateKey key)
    {
        var hash = key is DuplicateKey.Whole or DuplicateKey.Output ? StableHash.Of(example.Label ?? "") : 0;
        foreach (var (role, text) in Turns(example, key))
            hash = StableHash.Combine(hash, Fold.KeyHash(text, (ulong)role));
        return hash;
    }

    /// <summary>What a turn says, with its tool calls.</summary>
    public static string Text(Message message) => message.ToolCalls.Count == 0
        ? message.Content ?? ""
        : string.Join('\n', message.ToolCalls.Select(c => c.Name + " " + c.Arguments).Prepend(message.Content ?? ""));

    private static int LastUser(IReadOnlyList<Message> messages)
    {
        for (var i = messages.Count - 1; i >= 0; i--)
            if (messages[i].Role == Role.User) return i;
        return -1;
    }
}
