using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>Removed examples of the report page: some for each reason, beside what was kept instead.</summary>
internal static class ReportSamples
{
    private const int PerReason = 10, MostTurns = 6, LongestTurn = 420;

    /// <summary>The page must stay small enough to open and to mail; what does not fit is in removed.jsonl.</summary>
    private const int MostCharacters = 2_500_000;

    public static Html Removed(ReportData data)
    {
        var stages = data.Result.History.Stages;
        var causes = Causes(data);
        var html = new StringBuilder();
        var left = 0;
        for (var s = 0; s < stages.Count; s++)
            foreach (var group in stages[s].Removed.GroupBy(r => r.Reason).OrderBy(g => g.Key, StringComparer.Ordinal))
                if (html.Length < MostCharacters) html.Append(Group(data, s, group.Key, [.. group], causes));
                else left++;
        if (left > 0) html.Append(Html.Element("p", $"{Numbers.Count(left, "further reason")} did not fit on this page; removed.jsonl has all.", "lead"));
        return Html.Trusted(html.ToString());
    }

    private static Html Group(ReportData data, int stage, string reason, List<Removal> removals, Dictionary<string, (Example? Shown, string Fate)> causes)
    {
        var drawn = removals.OrderBy(r => KeyedRandom.Bits(data.Seed, "report", r.Example.Id)).ThenBy(r => r.Example.Id, StringComparer.Ordinal).Take(PerReason).ToList();
        var body = new StringBuilder();
        foreach (var removal in drawn)
        {
            var cause = removal.CauseId is { } id && causes.TryGetValue(id, out var found) ? found : default;
            var instead = removal.CauseId is null ? Html.Empty : Side("kept", "kept instead", $"{removal.CauseId}{cause.Fate}", cause.Shown);
            var pair = Html.Join([Side("gone", "removed", removal.Example.Id + Measure(removal), data.Mask.Of(removal, stage)), instead]);
            body.Append(Html.Element("div", pair, removal.CauseId is null ? "pair one" : "pair"));
        }

        var name = data.Result.History.Stages[stage].Report.Name;
        var summary = Html.Join([Html.Element("b", reason), Html.Text(" "), Html.Element("span", $"{name} · {Numbers.Count(removals.Count, "example")}", "muted")]);
        return Html.Element("details", Html.Join([Html.Element("summary", summary), Html.Trusted(body.ToString())]), "reason");
    }

    private static Html Side(string css, string label, string about, Example? example)
    {
        var head = Html.Element("p", Html.Join([Html.Element("span", label, "tag"), Html.Text(" "), Html.Element("code", Visible.Cut(Visible.Line(about), 200))]), "about");
        if (example is null) return Html.Element("div", Html.Join([head, Html.Element("p", "The text is withheld.", "muted")]), css);
        var turns = example.Messages;
        var from = Math.Max(0, turns.Count - MostTurns);
        var cut = from > 0 ? Html.Element("p", $"… {Numbers.Count(from, "earlier turn")}", "muted") : Html.Empty;
        var shown = turns.Skip(from).Select(t => Html.Element("div", Html.Join(
            [Html.Element("span", t.Role.ToString().ToLowerInvariant(), "role"), Html.Element("p", Visible.Cut(Said(t), LongestTurn))]), "turn"));
        return Html.Element("div", Html.Join([head, cut, .. shown]), css);
    }

    private static string Said(Message turn)
    {
        var calls = turn.ToolCalls.Select(c => $"→ {c.Name}({Visible.Cut(c.Arguments, LongestTurn)})");
        return string.Join('\n', turn.Content is { Length: > 0 } text ? calls.Prepend(text) : calls);
    }

    private static string Measure(Removal removal) =>
        (removal.Measured is { } m ? $" · measured {Numbers.Value(m)}" : "") + (removal.Limit is { } l ? $" · limit {Numbers.Value(l)}" : "");

    /// <summary>The examples that removals name as kept instead: in the result, or gone later themselves.</summary>
    private static Dictionary<string, (Example? Shown, string Fate)> Causes(ReportData data)
    {
        var wanted = data.Result.History.Removals.Where(r => r.CauseId is not null).Select(r => r.CauseId!).ToHashSet(StringComparer.Ordinal);
        var causes = new Dictionary<string, (Example?, string)>(StringComparer.Ordinal);
        if (wanted.Count == 0) return causes;
        foreach (var example in data.Result.Examples)
            if (wanted.Contains(example.Id)) causes[example.Id] = (data.Mask.Of(example), $" · {RunNumbers.SplitOf(example).ToString().ToLowerInvariant()}");
        var stages = data.Result.History.Stages;
        for (var s = 0; s < stages.Count; s++)
            foreach (var removal in stages[s].Removed)
                if (wanted.Contains(removal.Example.Id)) causes[removal.Example.Id] = (data.Mask.Of(removal, s), $" · removed later by {removal.Stage}: {removal.Reason}");
        return causes;
    }
}
