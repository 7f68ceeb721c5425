using System.Text;
using NotebookKit.Display;
using NotebookKit.Text;

namespace NotebookKit.Explaining;

/// <summary>A comparison as text and as markup: first the alarm, then the sums, then the tables that have something to say.</summary>
internal static class ComparisonView
{
    private const int MostRows = 20;

    public static string ToText(RunComparison c)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(c)) text.Append(Visible.Line(line)).Append('\n');
        foreach (var table in Tables(c)) text.Append('\n').Append(table.ToText()).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    public static string ToHtml(RunComparison c)
    {
        var html = new StringBuilder("<section class=\"nk-compare\">");
        foreach (var alarm in Alarms(c)) html.Append(Html.Element("p", alarm, "nk-alarm"));
        foreach (var line in Lines(c).Except(Alarms(c))) html.Append(Html.Element("p", line));
        foreach (var table in Tables(c)) html.Append(table.ToHtml());
        return html.Append("</section>").ToString();
    }

    /// <summary>What nobody may overlook.</summary>
    public static IEnumerable<string> Alarms(RunComparison c)
    {
        var leaks = c.Leaks.ToList();
        if (leaks.Count > 0)
            yield return $"LEAK ACROSS VERSIONS: {Numbers.Count(leaks.Count, "row")} held out in {c.Before} {(leaks.Count == 1 ? "is" : "are")} in train of {c.After}. "
                + "A model trained on the later version has learnt them: do not test it with the earlier test set, and do not compare the figures of the two.";
        var seen = c.Seen.Count();
        if (seen > 0)
            yield return $"Warning: {Numbers.Count(seen, "row")} of train in {c.Before} {(seen == 1 ? "is" : "are")} held out in {c.After}: a model trained on the earlier version has seen them.";
    }

    private static IEnumerable<string> Lines(RunComparison c)
    {
        foreach (var alarm in Alarms(c)) yield return alarm;
        var all = c.Splits[^1];
        yield return $"{c.Before} → {c.After}: {Numbers.Count(all.Before, "row")} → {Numbers.Count(all.After)}: {Numbers.Count(c.Added.Count)} added, {Numbers.Count(c.Removed.Count)} removed, "
            + $"{Numbers.Count(c.Changed.Count)} changed, {Numbers.Count(c.Unchanged)} unchanged; {Numbers.Count(c.Moved.Count)} moved to another split.";
        if (c.Renamed > 0) yield return $"{Numbers.Count(c.Renamed, "row")} {(c.Renamed == 1 ? "has" : "have")} another id and were known by what they say: seed, key or source names differ.";
        if (c.Settings.Count == 0) yield return "Recipe, options, versions, inputs and seed are the same.";
    }

    private static IEnumerable<Table> Tables(RunComparison c)
    {
        yield return Counts("Rows by split", "split", c.Splits);
        if (c.Moved.Count > 0)
            yield return new()
            {
                Caption = Caption("Moved to another split", c.Moved.Count),
                Columns = [new("id"), new("before"), new("after"), new("known by"), new("")],
                Rows = [.. c.Moved.OrderBy(m => m.After).ThenByDescending(m => m.Before).Take(MostRows).Select(m => (IReadOnlyList<string>)
                    [m.Id, m.Before.ToString().ToLowerInvariant(), m.After.ToString().ToLowerInvariant(), m.ById ? "id" : "text", m.After == Split.Train ? "leak" : m.Before == Split.Train ? "seen" : ""])],
            };
        if (c.Removed.Count > 0)
            yield return new()
            {
                Caption = "Removed, by reason",
                Columns = [new("why"), new("rows", true), new("for example")],
                Rows = [.. c.Removed.GroupBy(r => r.Why, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostRows)
                    .Select(g => (IReadOnlyList<string>)[g.Key, Numbers.Count(g.Count()), string.Join(", ", g.Take(3).Select(r => r.Id))])],
            };
        if (c.Added.Count > 0) yield return Ids("Added", c.Added);
        if (c.Changed.Count > 0) yield return Ids("Changed: the same id says something else", c.Changed);
        if (c.Settings.Count > 0) yield return Texts("Decided otherwise", "what", c.Settings);
        if (c.Reasons.Count > 0)
            yield return new()
            {
                Caption = Caption("Removals by stage and reason, where they differ", c.Reasons.Count),
                Columns = [new("stage"), new("reason"), new("before", true), new("after", true), new("change", true)],
                Rows = [.. c.Reasons.Take(MostRows).Select(r => (IReadOnlyList<string>)[r.Group, r.Name, Numbers.Count(r.Before), Numbers.Count(r.After), Signed(r.After - r.Before)])],
            };
        if (c.Checklist.Count > 0) yield return Texts("Checklist, where it differs", "point", c.Checklist);
        foreach (var group in c.Shares.GroupBy(s => s.Group, StringComparer.Ordinal)) yield return Shares(group.Key, [.. group], c.Splits[^1]);
    }

    private static Table Counts(string caption, string name, IReadOnlyList<CountPair> counts) => new()
    {
        Caption = caption,
        Columns = [new(name), new("before", true), new("after", true), new("change", true)],
        Rows = [.. counts.Select(p => (IReadOnlyList<string>)[p.Name, Numbers.Count(p.Before), Numbers.Count(p.After), Signed(p.After - p.Before)])],
    };

    private static Table Shares(string group, List<CountPair> shares, CountPair all) => new()
    {
        Caption = Caption($"Share by {group}, where it differs", shares.Count),
        Columns = [new(group), new("before", true), new("after", true), new("rows before", true), new("rows after", true)],
        Rows = [.. shares.Take(MostRows).Select(s => (IReadOnlyList<string>)
            [s.Name, Numbers.Share(s.Before, all.Before), Numbers.Share(s.After, all.After), Numbers.Count(s.Before), Numbers.Count(s.After)])],
    };

    private static Table Texts(string caption, string name, IReadOnlyList<TextPair> pairs) => new()
    {
        Caption = caption,
        Columns = [new(name), new("before"), new("after")],
        Rows = [.. pairs.Select(p => (IReadOnlyList<string>)[p.Name, p.Before ?? "–", p.After ?? "–"])],
    };

    private static Table Ids(string caption, IReadOnlyList<string> ids) => new()
    {
        Caption = Caption(caption, ids.Count),
        Columns = [new("id")],
        Rows = [.. ids.Take(MostRows).Select(i => (IReadOnlyList<string>)[i])],
    };

    private static string Caption(string caption, int count) => count > MostRows ? $"{caption} ({MostRows} of {Numbers.Count(count)}; --json lists all)" : caption;

    private static string Signed(long change) => change > 0 ? "+" + Numbers.Count(change) : Numbers.Count(change);
}
