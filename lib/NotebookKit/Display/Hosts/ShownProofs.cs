using System.Globalization;
using NotebookKit.Display;
using NotebookKit.Text;

// How proofs of anonymizing show themselves stands here, beside the views: a stage knows nothing of showing.
namespace NotebookKit.Anonymizing;

/// <content>Shows itself as a table of types; no text is in it.</content>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed partial class SpanScore : IView
{
    /// <summary>One row a type: marked, found, precision, recall, F1, F2, recall by whatever type, recall of words and numbers; all types together below.</summary>
    public Table ToTable() => new()
    {
        Columns = [new("type"), .. ((string[])["gold", "found", "precision", "recall", "F1", "F2", "any-type recall", "token recall"]).Select(n => new Column(n, ColumnKind.Number))],
        Rows = [.. ByType.Select(Row)],
        Foot = Row(Overall),
    };

    /// <inheritdoc/>
    public string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public string ToHtml() => ToTable().ToHtml();

    private static IReadOnlyList<string?> Row(SpanCounts counts)
    {
        string? Share(double share, long of) => of == 0 ? null : share.ToString("0.000", CultureInfo.InvariantCulture);
        return
        [
            counts.Type, Numbers.Count(counts.Gold), Numbers.Count(counts.Found), Share(counts.Precision, counts.Found), Share(counts.Recall, counts.Gold),
            Share(counts.F1, counts.Gold), Share(counts.F2, counts.Gold), Share(counts.AnyRecall, counts.Gold), Share(counts.TokenRecall, counts.Tokens),
        ];
    }
}

/// <content>Shows itself as a table of types; no text is in it.</content>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed partial class PlantedRecall : IView
{
    /// <summary>One row a type: planted, found, leaked, leaked in part, share found, and the share that is left of it with 95% confidence.</summary>
    public Table ToTable() => TableOf("type", ByType) with { Foot = Row(Overall) };

    /// <summary>The same by the place in a row.</summary>
    public Table ToPlaceTable() => TableOf("place", ByPlace) with { Foot = Row(Overall) };

    /// <summary>Claims that at least so much of each type was found.</summary>
    /// <param name="leastRecall">Least share, 0–1.</param>
    /// <exception cref="CheckFailedException">A type is below it; the message names all of them.</exception>
    public Checked Check(double leastRecall)
    {
        var below = Below(leastRecall);
        var claim = $"at least {Numbers.Percent(leastRecall)} of each planted type are found";
        return Display.Check.That(below.Count == 0, claim, Listed(below));
    }

    /// <inheritdoc/>
    public string ToText() => $"{ToTable().ToText()}\n{Summary}";

    /// <inheritdoc/>
    public string ToHtml() => ToTable().ToHtml() + Html.Element("p", Summary, "nk-note");

    private string Summary => $"Planted personal data found: {(Overall.Planted == 0 ? "nothing was planted" : Said(Overall))}."
        + (NotPlanted.Count > 0 ? $" Nothing to plant for {string.Join(", ", NotPlanted.Select(Visible.Line))}." : "");

    private static Table TableOf(string heading, IReadOnlyList<PlantedCounts> counts) => new()
    {
        Columns = [new(heading), new("planted", ColumnKind.Number), new("found", ColumnKind.Number), new("leaked", ColumnKind.Number), new("in part", ColumnKind.Number), new("recall", ColumnKind.Share), new("at least (95%)", ColumnKind.Share)],
        Rows = [.. counts.Select(Row)],
    };

    private static IReadOnlyList<string?> Row(PlantedCounts c) =>
        [c.Name, Numbers.Count(c.Planted), Numbers.Count(c.Found), Numbers.Count(c.Leaked), Numbers.Count(c.Partly), Numbers.Share(c.Found, c.Planted), Numbers.Percent(c.LeastRecall)];
}

/// <content>Shows itself as its counts and the list of risks; no text of rows is in it.</content>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed partial class PersonalDataReport : IView
{
    /// <summary>One row a type: finds, rows, share of rows, the least sure find, the mean.</summary>
    public Table ToTable() => TableOf("type", ByType) with { Caption = Caption };

    /// <summary>The same by what found it.</summary>
    public Table ToRecognizerTable() => TableOf("recognizer", ByRecognizer);

    /// <summary>The rows for a human look: id, finds, reasons.</summary>
    public Table ToRiskTable() => new()
    {
        Columns = [new("id"), new("finds", ColumnKind.Number), new("look because")],
        Rows = [.. Risks.Select(r => (IReadOnlyList<string?>)[r.Id, Numbers.Count(r.Finds), string.Join("; ", r.Reasons.Select(p => $"{p.Code}: {p.Details}"))])],
    };

    /// <summary>Pieces of text after masking, with the ids of their rows.</summary>
    /// <param name="count">How many, at least 0. Default 10.</param>
    public Table ToSampleTable(int count = 10) => new() { Columns = [new("id"), new("text after masking")], Rows = [.. Samples(count).Select(p => (IReadOnlyList<string?>)[p.Id, p.Text])] };

    /// <summary>Finds by type as bars.</summary>
    public Display.Charts.Chart ToChart() => Display.Charts.Chart.Bar("Personal data found, by type", ByType.Select(t => KeyValuePair.Create(t.Name, (long)t.Finds)), new() { Horizontal = true });

    /// <inheritdoc/>
    public string ToText() => string.Join("\n\n", Parts().Select(t => t.ToText()));

    /// <inheritdoc/>
    public string ToHtml() => string.Concat(Parts().Select(t => t.ToHtml()));

    private string Caption => $"{Numbers.Count(Finds, "find")} in {Numbers.Count(RowsTouched)} of {Numbers.Count(Rows, "row")}, from score {Numbers.Value(MinScore)} on";

    private IEnumerable<Table> Parts()
    {
        yield return ToTable();
        if (Risks.Count > 0) yield return ToRiskTable() with { Rows = [.. ToRiskTable().Rows.Take(10)], Total = Risks.Count, Caption = "Rows for a human look" };
    }

    private Table TableOf(string heading, IReadOnlyList<FindCounts> counts) => new()
    {
        Columns = [new(heading), new("finds", ColumnKind.Number), new("rows", ColumnKind.Number), new("share of rows", ColumnKind.Share), new("lowest score", ColumnKind.Number), new("mean score", ColumnKind.Number)],
        Rows = [.. counts.Select(c => (IReadOnlyList<string?>)[c.Name, Numbers.Count(c.Finds), Numbers.Count(c.Rows), Numbers.Share(c.Rows, Rows), Numbers.Value(c.LowestScore), Numbers.Value(c.MeanScore)])],
    };
}
