using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>The numbers of the report page, section by section; an empty section is left out.</summary>
internal static class ReportSections
{
    private const int MostRows = 200;

    public static Html Findings(ReportData data)
    {
        if (data.Findings.Count == 0) return Html.Element("p", "Nothing to report.", "lead");
        var items = data.Findings.Take(MostRows).Select(f =>
        {
            var grade = f.Finding.Severity.ToString().ToLowerInvariant();
            return Html.Element("li", Html.Join(
            [
                Html.Element("span", grade, "badge"),
                Html.Element("div", Html.Join([Html.Element("p", data.Mask.Text(f.Finding.Text)), Html.Element("small", $"{f.Stage} · {f.Finding.Code}")])),
            ]), grade);
        });
        return Html.Element("ul", Html.Join(items), "findings");
    }

    public static Html Stages(ReportData data)
    {
        var stages = data.Result.History.Stages;
        var table = new Table
        {
            Columns = [new("stage"), new("received", true), new("kept", true), new("removed", true), new("changed", true), new("main reasons")],
            Rows = [.. stages.Select(s => (IReadOnlyList<string>)
            [
                s.Report.Name, Numbers.Count(s.Report.Received), Numbers.Count(s.Report.Kept), Numbers.Count(s.Report.Removed), Numbers.Count(s.Report.Changed),
                string.Join(", ", ByCount(s.Report.Reasons).Take(3).Select(r => $"{r.Key} {Numbers.Count(r.Value)}")),
            ])],
        };
        var details = stages.Count == 0 ? Html.Empty : Details("The same as a table", table.Render());
        return Html.Join([Html.Element("div", Funnel.Of(data.Result.History).Render(), "card"), details]);
    }

    public static Html Reasons(ReportData data)
    {
        var rows = data.Result.History.Stages.SelectMany(s => ByCount(s.Report.Reasons).Select(r => (s.Report.Name, Reason: r.Key, Count: r.Value))).ToList();
        if (rows.Count == 0) return Html.Empty;
        var chart = new BarChart
        {
            Title = "Removed examples by reason",
            Width = 780,
            Series = ["removed"],
            Rows = [.. rows.OrderByDescending(r => r.Count).ThenBy(r => r.Reason, StringComparer.Ordinal).Take(15).Select(r => new BarRow(r.Reason, [r.Count]))],
        };
        var table = new Table
        {
            Columns = [new("stage"), new("reason"), new("removed", true), new("share of all removed", true)],
            Rows = [.. rows.Take(MostRows).Select(r => (IReadOnlyList<string>)[r.Name, r.Reason, Numbers.Count(r.Count), Numbers.Share(r.Count, data.Numbers.Removed)])],
        };
        return Html.Join([Html.Element("div", chart.Render(), "card"), Details("All reasons by stage", table.Render())]);
    }

    public static Html Distributions(ReportData data)
    {
        var (before, after) = (data.Before, data.After);
        Html Bars(string title, Func<DatasetProfile, IReadOnlyList<KeyValuePair<string, long>>> of) => SaysNothing(of(before ?? after)) && SaysNothing(of(after))
            ? Html.Empty
            : Html.Element("div", Html.Join(
            [
                Html.Element("h3", title),
                BarChart.Compare(title, before is null ? null : Masked(of(before), data.Mask), Masked(of(after), data.Mask)).Render(),
            ]), "card");
        Html Bins(string title, Func<DatasetProfile, Distribution> of)
        {
            var chart = new Histogram { Title = title, Series = before is null ? ["after"] : ["before", "after"], Values = before is null ? [of(after)] : [of(before), of(after)] };
            return Html.Element("div", Html.Join([Html.Element("h3", title), chart.Render(), (chart.ToTable() with { Caption = null }).Render()]), "card");
        }

        return Html.Element("div", Html.Join(
        [
            Bars("Labels", p => p.Labels), Bars("Sources", p => p.Sources), Bars("Origins", p => p.Origins), Bars("Tasks", p => p.Tasks),
            Bins("Input, characters", p => p.InputCharacters), Bins("Answer, characters", p => p.OutputCharacters), Bins("Whole example, estimated tokens", p => p.Tokens),
        ]), "grid");
    }

    public static Html Splits(ReportData data)
    {
        var numbers = data.Numbers;
        var splits = Enum.GetValues<Split>().Where(s => numbers.Rows[s] > 0).ToList();
        if (splits.Count == 0) return Html.Empty;
        var groups = splits.ToDictionary(s => s, s => DatasetProfile.Of([.. data.Result.Examples.Where(e => RunNumbers.SplitOf(e) == s)]));
        var sizes = new Table
        {
            Columns = [new("split"), new("examples", true), new("share", true), new("lines", true), new("≈ tokens", true)],
            Rows = [.. splits.Select(s => (IReadOnlyList<string>)
            [
                s.ToString().ToLowerInvariant(), Numbers.Count(numbers.Rows[s]), Numbers.Share(numbers.Rows[s], numbers.Kept), Numbers.Count(numbers.Lines[s]), Numbers.Count(groups[s].Tokens.Sum),
            ])],
        };
        var shares = new Table
        {
            Columns = [new("label"), .. splits.Select(s => new Column(s.ToString().ToLowerInvariant(), true))],
            Rows = [.. data.After.Labels.Take(20).Select(l => (IReadOnlyList<string>)
                [data.Mask.Text(l.Key), .. splits.Select(s => LabelIn(groups[s], l.Key))])],
        };
        var labels = Html.Join([Html.Element("h3", "Labels in each split"), shares.Render(), More(data.After.Labels.Length - 20, "label")]);
        return SaysNothing(data.After.Labels) ? sizes.Render() : Html.Join([sizes.Render(), labels]);
    }

    private static string LabelIn(DatasetProfile split, string label)
    {
        var count = split.Labels.FirstOrDefault(g => g.Key == label).Value;
        return $"{Numbers.Count(count)} · {Numbers.Share(count, split.Count)}";
    }

    public static Html Flags(ReportData data)
    {
        var counts = data.Result.Examples.SelectMany(e => e.Flags.Select(f => (f.Stage, f.Reason)).Distinct()).GroupBy(f => f)
            .OrderByDescending(g => g.LongCount()).ThenBy(g => g.Key.Stage, StringComparer.Ordinal).ThenBy(g => g.Key.Reason, StringComparer.Ordinal).ToList();
        return counts.Count == 0 ? Html.Empty : new Table
        {
            Columns = [new("stage"), new("remark"), new("examples", true), new("share of kept", true)],
            Rows = [.. counts.Take(MostRows).Select(g => (IReadOnlyList<string>)[g.Key.Stage, g.Key.Reason, Numbers.Count(g.LongCount()), Numbers.Share(g.LongCount(), data.Result.Count)])],
        }.Render();
    }

    public static Html PersonalData(ReportData data)
    {
        var rows = data.Result.History.Stages.Where(s => IsAboutPeople(s.Report.Name)).SelectMany(s => s.Report.Counts.Select(c => (s.Report.Name, c.Key, c.Value))).ToList();
        return rows.Count == 0 ? Html.Empty : new Table
        {
            Columns = [new("stage"), new("type"), new("found", true)],
            Rows = [.. rows.Take(MostRows).Select(r => (IReadOnlyList<string>)[r.Name, r.Key, Numbers.Count(r.Value)])],
        }.Render();
    }

    public static Html Inputs(ReportData data)
    {
        var history = data.Result.History;
        if (history.Inputs.Count == 0) return Html.Empty;
        var inputs = new Table
        {
            Columns = [new("file"), new("taken for"), .. new[] { "records", "examples", "joined", "rejected", "expanded" }.Select(n => new Column(n, true))],
            Rows = [.. history.Inputs.Take(MostRows).Select(i => (IReadOnlyList<string>)
                [data.Mask.Text(i.File), i.Format, .. new[] { i.Records, i.Examples, i.Joined, i.Rejected, i.Expanded }.Select(Numbers.Count)])],
        };
        var reasons = history.Rejected.GroupBy(r => (r.File, Reason: r.Reason.Split(' ', ':')[0], r.Field)).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.File, StringComparer.Ordinal).ThenBy(g => g.Key.Reason, StringComparer.Ordinal).ThenBy(g => g.Key.Field, StringComparer.Ordinal).ToList();
        var rejected = new Table
        {
            Columns = [new("file"), new("reason"), new("field"), new("records", true), new("first line", true)],
            Rows = [.. reasons.Take(MostRows).Select(g => (IReadOnlyList<string>)
                [data.Mask.Text(g.Key.File), g.Key.Reason, data.Mask.Text(g.Key.Field ?? ""), Numbers.Count(g.LongCount()), Numbers.Count(g.Min(r => r.Line))])],
        };
        var unread = reasons.Count == 0 ? Html.Empty : Html.Join([Html.Element("h3", "Records that could not be read"), rejected.Render()]);
        return Html.Join([inputs.Render(), More(history.Inputs.Count - MostRows, "input"), unread]);
    }

    public static Html Recipe(ReportData data) => data.Result.History.Stages.Count == 0 ? Html.Empty : new Table
    {
        Columns = [new("stage"), new("version", true), new("options")],
        Rows = [.. data.Result.History.Stages.Take(MostRows).Select(s => (IReadOnlyList<string>)
            [s.Report.Name, s.Report.Stage.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), Options(s.Report.Stage)])],
    }.Render();

    /// <summary>A part that opens on a click.</summary>
    public static Html Details(string summary, Html body) => Html.Element("details", Html.Join([Html.Element("summary", summary), body]));

    private static Html More(int count, string name) => count > 0 ? Html.Element("p", $"… and {Numbers.Count(count, name)} more.", "lead") : Html.Empty;

    private static IEnumerable<KeyValuePair<string, long>> ByCount(IReadOnlyDictionary<string, long> counts) =>
        counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal);

    private static List<KeyValuePair<string, long>> Masked(IReadOnlyList<KeyValuePair<string, long>> counts, TextMask mask) =>
        [.. counts.Select(c => KeyValuePair.Create(mask.Text(c.Key), c.Value)).GroupBy(c => c.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Sum(c => c.Value)))];

    private static bool SaysNothing(IReadOnlyList<KeyValuePair<string, long>> counts) => counts is [] or [{ Key: DatasetProfile.None or "unknown" }];

    private static bool IsAboutPeople(string stage) =>
        stage.Contains("anonym", StringComparison.OrdinalIgnoreCase) || stage.Contains("personal", StringComparison.OrdinalIgnoreCase);

    private static string Options(StageDescription stage)
    {
        var text = new StringBuilder(stage.Options == "{}" ? "–" : stage.Options.Replace("\":", "\": ", StringComparison.Ordinal).Replace(",\"", ", \"", StringComparison.Ordinal));
        if (stage.References.Count > 0) text.Append(" · with ").AppendJoin(", ", stage.References);
        return Visible.Cut(text.ToString(), 2_000);
    }
}
