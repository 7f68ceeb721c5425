using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>Renders a conversation as text: the role at the left, what is said beside it.</summary>
internal static class ChatText
{
    private const int RoleWidth = 10;

    public static string Render(ChatView chat)
    {
        var lines = new List<string>();
        if (chat.Caption is not null) lines.Add(Visible.Line(chat.Caption));
        AddTurns(lines, chat, chat.Messages);
        if (chat.Messages.Count == 0) lines.Add("no turns");
        if (chat.Declined is { Count: > 0 } declined)
        {
            lines.Add("declined answer:");
            AddTurns(lines, chat, declined);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Who speaks, in words: the role, and the name where the source gave one.</summary>
    public static string Who(Message turn)
    {
        var role = Numbers.Words(turn.Role);
        return turn.Name is { Length: > 0 } name ? $"{role} {name}" : role;
    }

    /// <summary>All that a turn says, with its calls of tools.</summary>
    public static string Said(Message turn)
    {
        var calls = turn.ToolCalls.Select(c => $"→ {c.Name}({c.Arguments})");
        return string.Join('\n', turn.Content is { Length: > 0 } text ? calls.Prepend(text) : calls);
    }

    private static void AddTurns(List<string> lines, ChatView chat, IReadOnlyList<Message> turns)
    {
        var from = Math.Max(0, turns.Count - chat.MostTurns);
        if (from > 0) lines.Add($"… {Numbers.Count(from, "earlier turn")}");
        foreach (var turn in turns.Skip(from))
        {
            var who = Visible.Cut(Visible.Line(Who(turn)), 200);
            var said = Visible.Text(Visible.Cut(Said(turn), chat.LongestTurn).ReplaceLineEndings("\n")).Split('\n');
            if (said is [""]) said = ["(says nothing)"];
            for (var i = 0; i < said.Length; i++) lines.Add(((i == 0 ? who : "").PadRight(RoleWidth) + " " + said[i]).TrimEnd());
        }
    }
}
