using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>A removed example beside the one that was kept instead, with the reason, the measured value and the limit, and with the words marked that
/// the other does not have. The texts are shown as they are given: mask them first where others will see them
/// (<see cref="Of(Removal, Example?, TextMask?)"/> does it).</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record RemovedPair : IView
{
    /// <summary>Below this share of common text the two are simply different, and marks would only be noise.</summary>
    private const double LeastCommon = 0.2;

    private const int MostTurns = 40, LongestTurn = 20_000;

    /// <summary>Id of the removed example.</summary>
    public required string RemovedId { get; init; }

    /// <summary>The removed example; null where its text is withheld.</summary>
    public Example? Removed { get; init; }

    /// <summary>Id of the example kept instead, or the item of another set that it overlaps with (<c>against:SET:ITEM</c>); null where there is none.</summary>
    public string? KeptId { get; init; }

    /// <summary>The example kept instead; null where there is none or it is not at hand.</summary>
    public Example? Kept { get; init; }

    /// <summary>The stage that removed it.</summary>
    public required string Stage { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The measured value, or null.</summary>
    public double? Measured { get; init; }

    /// <summary>The limit it was compared with, or null.</summary>
    public double? Limit { get; init; }

    /// <summary>A removal beside the example kept instead.</summary>
    /// <param name="removal">The removal.</param>
    /// <param name="kept">The example kept instead; null where there is none or it is not at hand.</param>
    /// <param name="mask">Masks both; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public static RemovedPair Of(Removal removal, Example? kept, TextMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(removal);
        return new()
        {
            RemovedId = removal.Example.Id,
            Removed = TextMask.Shown(removal, mask),
            KeptId = removal.CauseText,
            Kept = kept is null ? null : TextMask.Shown(kept, mask),
            Stage = removal.Stage,
            Reason = removal.Reason,
            Measured = removal.Measured,
            Limit = removal.Limit,
        };
    }

    /// <inheritdoc/>
    public string ToText()
    {
        var text = new StringBuilder(Visible.Line($"removed {RemovedId} by {Stage}: {Reason}{Numbered}"));
        if (KeptId is not null) text.Append('\n').Append(Visible.Line(OutsideCause.Of(KeptId) is { } outside ? $"overlaps with {outside.Text}" : $"kept instead {KeptId}"));
        if (Removed is null) return text.Append("\nThe text is withheld.").ToString();
        if (Kept is null) return text.Append('\n').Append((ChatView.Of(Removed) with { LongestTurn = LongestTurn, MostTurns = MostTurns }).ToText()).ToString();
        foreach (var (who, differences) in Turns()) text.Append('\n').Append(Visible.Line(who).PadRight(10)).Append(' ').Append(differences.ToText().ReplaceLineEndings("\n           "));
        return text.ToString();
    }

    /// <inheritdoc/>
    public string ToHtml() => Render().ToString();

    /// <inheritdoc/>
    public override string ToString() => ToText();

    internal Html Render()
    {
        var why = Html.Element("p", Html.Join([Html.Element("b", Reason), Html.Text($" · {Stage}{Numbered}")]), "nk-about");
        var turns = Removed is not null && Kept is not null ? Turns() : null;
        var removed = Side("nk-gone", "removed", RemovedId, Removed, turns, d => d.First());
        var kept = KeptId is null && Kept is null ? Html.Empty : Side("nk-kept", OutsideCause.Of(KeptId) is null ? "kept instead" : "overlaps with", OutsideCause.Of(KeptId)?.Text ?? KeptId ?? Kept!.Id, Kept, turns, d => d.Second());
        return Html.Element("div", Html.Join([why, Html.Element("div", Html.Join([removed, kept]), kept == Html.Empty ? "nk-sides nk-one" : "nk-sides")]), "nk-pair");
    }

    private string Numbered => (Measured is { } m ? $" · measured {CellValue.Number(m)}" : "") + (Limit is { } l ? $" · limit {CellValue.Number(l)}" : "");

    private static Html Side(string css, string label, string id, Example? example, List<(string Who, Differences Text)>? turns, Func<Differences, Html> side)
    {
        var head = Html.Element("p", Html.Join([Html.Element("span", label, "nk-tag"), Html.Text(" "), Html.Element("code", Visible.Cut(Visible.Line(id), 200))]), "nk-about");
        var body = example is null ? Html.Element("p", "The text is withheld or not at hand.", "nk-note")
            : turns is null ? (ChatView.Of(example) with { LongestTurn = LongestTurn, MostTurns = MostTurns }).Render()
            : Html.Element("div", Html.Join(turns.Select(t => Turn(t.Who, side(t.Text)))), "nk-lines");
        return Html.Element("div", Html.Join([head, body]), css);
    }

    private static Html Turn(string who, Html text) =>
        text == Html.Empty || text.ToString().Length == 0 ? Html.Empty
            : Html.Join([Html.Element("span", who, "nk-role"), Html.Trusted($"<div class=\"nk-said\" dir=\"auto\">{text}</div>")]);

    /// <summary>The turns of both, one beside the other in order.</summary>
    private List<(string Who, Differences Text)> Turns()
    {
        var (gone, kept) = (Removed!.Messages, Kept!.Messages);
        var turns = new List<(string, Differences)>();
        var count = Math.Max(gone.Count, kept.Count);
        for (var i = Math.Max(0, count - MostTurns); i < count; i++)
        {
            var (left, right) = (i < gone.Count ? gone[i] : null, i < kept.Count ? kept[i] : null);
            var who = left is null || right is null || left.Role == right.Role ? ChatText.Who((left ?? right)!) : $"{Numbers.Words(left.Role)} / {Numbers.Words(right.Role)}";
            turns.Add((who, Compared(left is null ? "" : ChatText.Said(left), right is null ? "" : ChatText.Said(right))));
        }

        return turns;
    }

    private static Differences Compared(string left, string right)
    {
        var differences = Differences.Of(Visible.Cut(left, LongestTurn), Visible.Cut(right, LongestTurn));
        return differences.Common < LeastCommon ? Differences.Apart(Visible.Cut(left, LongestTurn), Visible.Cut(right, LongestTurn)) : differences;
    }
}
