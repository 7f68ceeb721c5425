using NotebookKit.Display.Charts;
using NotebookKit.Labels;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>Tables of label noise and coverage. How texts and labels are shown is the caller's.</summary>
/// <param name="show">A row as it may be shown.</param>
/// <param name="row">The row of an id.</param>
/// <param name="name">A label as it may be shown.</param>
/// <param name="isAnonymized">True where a stage has anonymized all rows: their words may be shown.</param>
internal sealed class LabelTable(Func<Example, Example> show, Func<string, Example> row, Func<string, string> name, bool isAnonymized)
{
    private const int Near = 3, Preview = 160;

    /// <summary>The suspect rows.</summary>
    public Table Issues(LabelNoiseResult result, int most) => new()
    {
        Caption = "Rows whose label is probably wrong",
        Columns =
        [
            new("row", ColumnKind.Id), new("input"), new("given label"), new("suggested label"), new("probability of given", ColumnKind.Number), new("of suggested", ColumnKind.Number),
            new("nearest with the suggested label", ColumnKind.Id), new("speaks for it"), new("note"),
        ],
        Rows = [.. result.Issues.Take(Guard.AtLeast(most, 0)).Select(i => Issue(result, i))],
        Total = result.Issues.Count,
        InOrder = true,
        OpensAfter = TableMaker.OpensAfter,
    };

    /// <summary>The labels in numbers; all together below.</summary>
    public Table Labels(IReadOnlyList<LabelAccount> labels, int most) => new()
    {
        Caption = "Labels, those with the most estimated noise first",
        Columns =
        [
            new("label"), new("rows", ColumnKind.Number), new("suspect", ColumnKind.Number), new("estimated noise", ColumnKind.Share), new("precision", ColumnKind.Number), new("recall", ColumnKind.Number), new("note"),
        ],
        Rows = [.. labels.Take(Guard.AtLeast(most, 0)).Select(l => (IReadOnlyList<string?>)
        [
            name(l.Label), Numbers.Count(l.Rows), Numbers.Count(l.Suspect), l.NoiseRate is { } noise ? Numbers.Percent(noise) : null, Cell(l.Precision), Cell(l.Recall),
            string.Join(", ", new[] { l.IsNearEmpty ? "near-empty" : null, l.NoiseRate is null ? "not judged" : null }.OfType<string>()),
        ])],
        Foot = ["all", Numbers.Count(labels.Sum(l => l.Rows)), Numbers.Count(labels.Sum(l => (long)l.Suspect)), null, null, null, null],
        Total = labels.Count,
    };

    /// <summary>Labels that are taken for each other.</summary>
    public Table Confusions(IReadOnlyList<LabelConfusion> pairs, int most) => new()
    {
        Caption = "Labels that are taken for each other by models that have not seen the rows",
        Columns = [new("given label"), new("taken for"), new("rows", ColumnKind.Number), new("share of given", ColumnKind.Share), new("suspect", ColumnKind.Number)],
        Rows = [.. pairs.Take(Guard.AtLeast(most, 0)).Select(p => (IReadOnlyList<string?>)[name(p.Label), name(p.Predicted), Numbers.Count(p.Rows), Numbers.Percent(p.Share), Numbers.Count(p.Suspect)])],
        Total = pairs.Count,
    };

    /// <summary>The most confused labels against each other.</summary>
    public Chart HeatMap(IReadOnlyList<LabelConfusion> pairs, int most)
    {
        var confused = pairs.SelectMany(p => new[] { (p.Label, p.Rows), (p.Predicted, p.Rows) }).GroupBy(p => p.Item1, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(p => p.Rows)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(most).Select(g => g.Key).Order(StringComparer.Ordinal).ToArray();
        var rows = pairs.ToDictionary(p => (p.Label, p.Predicted), p => (double)p.Rows);
        return Chart.HeatMap("Rows with one label that are taken for another", confused.Select(name), confused.Select(name),
            confused.Select(g => (IReadOnlyList<double>)[.. confused.Select(p => rows.GetValueOrDefault((g, p)))]));
    }

    /// <summary>Groups of similar rows, thin and underperforming ones first.</summary>
    public Table Groups(LabelCoverage coverage, int most) => new()
    {
        Caption = $"Groups of similar rows: {Numbers.Count(coverage.Thin.Count)} thin, {Numbers.Count(coverage.Underperforming.Count)} underperforming",
        Columns =
        [
            new("group", ColumnKind.Number), new("typical words"), new("a row from its middle"), new("rows", ColumnKind.Number), new("training", ColumnKind.Number), new("labelled", ColumnKind.Number),
            new("answered", ColumnKind.Number), new("self-confidence", ColumnKind.Number), new("ratio", ColumnKind.Number), new("note"),
        ],
        Rows = [.. coverage.Groups.OrderBy(g => g is { IsThin: false, IsUnderperforming: false }).ThenBy(g => g.Number).Take(Guard.AtLeast(most, 0)).Select(g => (IReadOnlyList<string?>)
        [
            Numbers.Count(g.Number), Terms(row(g.CentralId), g.Terms), Input(row(g.CentralId)), Numbers.Count(g.Rows), Numbers.Count(g.Training), Numbers.Count(g.Labelled), Numbers.Count(g.Answered),
            Cell(g.SelfConfidence), Cell(g.Ratio), string.Join(", ", new[] { g.IsThin ? "thin" : null, g.IsUnderperforming ? "underperforming" : null }.OfType<string>()),
        ])],
        Total = coverage.Groups.Count,
        InOrder = true,
        OpensAfter = TableMaker.OpensAfter,
    };

    /// <summary>What to label next.</summary>
    public Table Next(IReadOnlyList<NextRow> rows) => new()
    {
        Caption = "What to label next",
        Columns = [new("row", ColumnKind.Id), new("input"), new("because"), new("measured", ColumnKind.Number), new("given label"), new("suggested label"), new("group", ColumnKind.Number)],
        Rows = [.. rows.Select(r => (IReadOnlyList<string?>)
        [
            r.Example.Id, Input(r.Example), r.Reason, Cell(r.Measured), r.Example.Label is { } label ? name(label) : null, r.Suggested is { } suggested ? name(suggested) : null, r.Group is { } group ? Numbers.Count(group) : null,
        ])],
        InOrder = true,
        OpensAfter = TableMaker.OpensAfter,
    };

    private IReadOnlyList<string?> Issue(LabelNoiseResult result, LabelIssue issue)
    {
        var why = result.Explain(issue.Example, Near);
        var judged = issue.Judgement;
        return
        [
            issue.Example.Id, Input(issue.Example), name(judged.Label), name(judged.Suggested), Cell(judged.SelfConfidence), Cell(judged.SuggestedProbability),
            string.Join(", ", why.ForSuggested.Select(n => n.Id)), Terms(issue.Example, why.Terms), issue.ByPerson ? "by a person" : "",
        ];
    }

    private string Input(Example example) => Visible.Cut(Visible.Line(show(example).Input), Preview);

    /// <summary>The terms; of rows that are masked only here those that the text as it may be shown has, too: a masked name is in none of them.</summary>
    private string Terms(Example example, IReadOnlyList<string> terms)
    {
        var shown = isAnonymized ? "" : Fold.Key(show(example).Input);
        return string.Join(", ", terms.Where(t => isAnonymized || shown.Contains(t.Trim('_'), StringComparison.Ordinal)));
    }

    private static string? Cell(double? number) => number is { } n ? Numbers.Value(n) : null;
}
