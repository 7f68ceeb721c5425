using NotebookKit.Display;
using NotebookKit.Display.Charts;

// How label noise shows itself stands here, beside the views: a stage knows nothing of showing.
namespace NotebookKit.Labels;

/// <content>Shows itself as its numbers, the suspect rows, the labels, what is confused, the groups, and what to label next. Texts and labels of rows that no stage has anonymized are masked.</content>
public sealed partial class LabelNoiseResult
{
    private const int Most = 20;

    /// <summary>The suspect rows: id, input, given label, suggested label, their probabilities, nearest rows with the suggested label, and what speaks for it.</summary>
    /// <param name="rows">Rows to show, at least 0. Default 20.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public Table ToTable(int rows = Most, TextMask? mask = null) => Shown(mask).Issues(this, rows);

    /// <summary>The labels: rows, suspect ones, estimated noise, precision and recall of models that have not seen the rows, and whether the label is near-empty; all together below.</summary>
    /// <param name="labels">Labels to show, at least 0. Default 20.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public Table ToLabelTable(int labels = Most, TextMask? mask = null) => Shown(mask).Labels(Labels, labels);

    /// <summary>The pairs of labels that are taken for each other.</summary>
    /// <param name="pairs">Pairs to show, at least 0. Default 20.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public Table ToConfusionTable(int pairs = Most, TextMask? mask = null) => Shown(mask).Confusions(Confusions, pairs);

    /// <summary>The labels that are confused most, given against predicted: counts of rows that have one and are taken for the other.</summary>
    /// <param name="labels">Labels to show, at least 2. Default 12.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public Chart ToHeatMap(int labels = 12, TextMask? mask = null) => Shown(mask).HeatMap(Confusions, Guard.AtLeast(labels, 2));

    /// <summary>Groups of similar rows: rows, training rows, labelled and answered ones, how well the models do, and whether they are thin or underperform. These first, then the largest.</summary>
    /// <param name="groups">Groups to show, at least 0. Default 20.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public Table ToCoverageTable(int groups = Most, TextMask? mask = null) => Shown(mask).Groups(Coverage, groups);

    /// <summary>What to label next: id, input, reason, what was measured, the given and the suggested label, and the group.</summary>
    /// <param name="rows">Rows to show, at least 0. Default 20.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public Table ToNextTable(int rows = Most, TextMask? mask = null) => Shown(mask).Next(WhatToLabelNext(rows));

    private protected override IEnumerable<Table> Tables()
    {
        foreach (var table in base.Tables()) yield return table;
        if (Issues.Count > 0) yield return ToTable();
        if (Labels.Count > 0) yield return ToLabelTable();
        if (Confusions.Count > 0) yield return ToConfusionTable();
        if (Coverage.Groups.Count > 0) yield return ToCoverageTable();
        if (WhatToLabelNext(Most) is { Count: > 0 }) yield return ToNextTable();
    }

    private LabelTable Shown(TextMask? mask)
    {
        var rows = input.Examples.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var anonymized = input.Examples.All(e => e.IsAnonymized);
        return new(e => TextMask.Shown(e, mask), id => rows[id], label => TextMask.Shown(new Example { Id = "label", Label = label, IsAnonymized = anonymized }, mask).Label ?? label, anonymized);
    }
}
