using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>Renders a conversation as HTML: the person at the left, the assistant at the right, each with the role in words.</summary>
internal static class ChatHtml
{
    public static Html Render(ChatView chat)
    {
        var html = new StringBuilder("<div class=\"nk-chat\">");
        if (chat.Caption is not null) html.Append(Html.Element("p", chat.Caption, "nk-about"));
        AppendTurns(html, chat, chat.Messages);
        if (chat.Messages.Count == 0) html.Append(Html.Element("p", "no turns", "nk-note"));
        if (chat.Declined is { Count: > 0 } declined)
        {
            html.Append("<div class=\"nk-declined\">").Append(Html.Element("p", "declined answer", "nk-note"));
            AppendTurns(html, chat, declined);
            html.Append("</div>");
        }

        return Html.Trusted(html.Append("</div>").ToString());
    }

    private static void AppendTurns(StringBuilder html, ChatView chat, IReadOnlyList<Message> turns)
    {
        var from = Math.Max(0, turns.Count - chat.MostTurns);
        if (from > 0) html.Append(Html.Element("p", $"… {Numbers.Count(from, "earlier turn")}", "nk-note"));
        for (var i = from; i < turns.Count; i++) html.Append(Turn(turns[i], chat.LongestTurn));
    }

    private static Html Turn(Message turn, int longest)
    {
        var who = ChatText.Who(turn);
        var body = new StringBuilder(Html.Element("span", Marked.Text(Visible.Cut(Visible.Line(who), 200)), "nk-role").ToString());
        if (!string.IsNullOrEmpty(turn.Content)) body.Append("<div class=\"nk-said\" dir=\"auto\">").Append(Marked.Text(Visible.Cut(turn.Content, longest))).Append("</div>");
        else if (turn.ToolCalls.Count == 0) body.Append(Html.Element("div", "says nothing", "nk-note"));
        foreach (var call in turn.ToolCalls)
        {
            var name = Html.Element("b", Visible.Cut(Visible.Line(call.Name), 200));
            body.Append(Html.Element("div", Html.Join([Html.Text("→ "), name, Html.Element("code", Marked.Text(Visible.Cut(call.Arguments, longest)))]), "nk-call"));
        }

        var css = turn.Role switch { Role.System => "system", Role.User => "user", Role.Assistant => "assistant", _ => "tool" };
        return Html.Element("div", Html.Trusted(body.ToString()), "nk-turn nk-" + css);
    }
}
