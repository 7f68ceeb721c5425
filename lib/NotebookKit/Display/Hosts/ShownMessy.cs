using NotebookKit.Display;
using NotebookKit.Text;

// How messy variants show themselves stands here, beside the views: what makes them knows nothing of showing.
namespace NotebookKit.Augmenting;

/// <content>Shows itself as counts by kind and a few pairs of texts. Texts of rows that no stage has anonymized are masked.</content>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed partial record MessyResult : IView
{
    private const int Preview = 160;

    /// <inheritdoc/>
    public string ToText() => string.Join("\n\n", Tables().Select(t => t.ToText()));

    /// <inheritdoc/>
    public string ToHtml() => string.Concat(Tables().Select(t => t.ToHtml()));

    /// <inheritdoc/>
    public override string ToString() => ToText();

    /// <summary>Variants by kind, and what was left out.</summary>
    public Table ToTable() => new()
    {
        Caption = $"{Numbers.Count(Created.Count, "messy variant")} of {Numbers.Count(Chosen, "row")}",
        Columns = [new("kind"), new("variants", ColumnKind.Number)],
        Rows =
        [
            .. Counts.Select(c => (IReadOnlyList<string?>)[Numbers.Words(c.Key), Numbers.Count(c.Value)]),
            ["(would change nothing)", Numbers.Count(Unchanged)], ["(says what another row says)", Numbers.Count(Known)], ["(asks what a held-out row asks)", Numbers.Count(HeldOut)],
        ],
        InOrder = true,
    };

    /// <summary>The first variants of each kind beside what they were made of.</summary>
    /// <param name="pairs">Variants of each kind to show, at least 0. Default 1.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public Table ToPairTable(int pairs = 1, TextMask? mask = null)
    {
        var parents = Dataset.Examples.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var shown = Counts.Keys.SelectMany(k => Created.Where(c => c.Tags.Contains(MessyVariants.TagOf(k))).Take(Guard.AtLeast(pairs, 0)).Select(c => (Kind: k, Variant: c))).ToList();
        return new()
        {
            Columns = [new("kind"), new("before"), new("after"), new("id", ColumnKind.Id)],
            Rows = [.. shown.Select(s => (IReadOnlyList<string?>)[Numbers.Words(s.Kind), Line(TextMask.Shown(parents[s.Variant.ParentId!], mask)), Line(TextMask.Shown(s.Variant, mask)), s.Variant.Id])],
            Total = Created.Count,
            InOrder = true,
        };
    }

    private IEnumerable<Table> Tables()
    {
        yield return ToTable();
        if (Created.Count > 0) yield return ToPairTable();
        if (Findings.Count > 0) yield return Findings.ToTable();
    }

    private static string? Line(Example? example) => example is null ? null : Visible.Cut(Visible.Line(example.LastUserTurn), Preview);
}
