using System.Text;
using NotebookKit.Deduplicating;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>A row beside the item of a reference set that it overlaps with; the words that both have in a row are marked.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record SharedWords : IView
{
    private const int MostTurns = 20, LongestTurn = 4_000;

    /// <summary>The overlap.</summary>
    public required RowOverlap Overlap { get; init; }

    /// <summary>The row as it may be shown; null where its text is withheld or not at hand.</summary>
    public required Example? Row { get; init; }

    /// <summary>The item as it may be shown; null where it is not at hand.</summary>
    public required Example? Item { get; init; }

    /// <summary>Words in a row that both must have to be marked, at least 1.</summary>
    public int Words { get; init => field = Guard.AtLeast(value, 1); } = 3;

    private string About => $"{Overlap.Reason} · measured {CellValue.Number(Overlap.Measured)}";

    /// <inheritdoc/>
    public string ToText()
    {
        var text = new StringBuilder(Visible.Line($"{Overlap.Row} overlaps with item {Overlap.Item} of {Overlap.Set}: {About}"));
        foreach (var (name, said) in Sides())
            foreach (var (who, pieces) in said)
                text.Append('\n').Append(Visible.Line($"{name} {who}").PadRight(15)).Append(' ').Append(string.Concat(pieces.Select(p => p.IsShared ? $"⟦{Visible.Text(p.Text)}⟧" : Visible.Text(p.Text))).ReplaceLineEndings("\n                "));
        return text.ToString();
    }

    /// <inheritdoc/>
    public string ToHtml()
    {
        var about = Html.Element("p", Html.Join([Html.Element("b", Overlap.Reason), Html.Text($" · measured {CellValue.Number(Overlap.Measured)}")]), "nk-about");
        var sides = Sides().Select(side => Html.Element("div", Html.Join([
            Html.Element("p", Html.Join([Html.Element("span", side.Name, "nk-tag"), Html.Text(" "), Html.Element("code", Visible.Cut(Visible.Line(side.Name == "row" ? Overlap.Row : $"{Overlap.Set} · {Overlap.Item}"), 200))]), "nk-about"),
            Html.Element("div", Html.Join(side.Said.Select(t => Html.Join([Html.Element("span", t.Who, "nk-role"), Html.Trusted($"<div class=\"nk-said\" dir=\"auto\">{Html.Join(t.Pieces.Select(Piece))}</div>")]))), "nk-lines")])));
        return Html.Element("div", Html.Join([about, Html.Element("div", Html.Join(sides), "nk-sides")]), "nk-pair").ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => ToText();

    private static Html Piece((string Text, bool IsShared) piece) => piece.IsShared
        ? Html.Trusted($"<mark style=\"background:var(--note-bg);color:inherit;border-bottom:2px solid var(--note);border-radius:3px\">{Marked.Text(piece.Text)}</mark>")
        : Marked.Text(piece.Text);

    private IEnumerable<(string Name, IEnumerable<(string Who, List<(string Text, bool IsShared)> Pieces)> Said)> Sides()
    {
        var (row, item) = (Turns(Row), Turns(Item));
        var (inRow, inItem) = (Runs(row), Runs(item));
        inRow.IntersectWith(inItem);
        yield return ("row", row.Select(t => (t.Who, Pieces(t, inRow))));
        yield return ("item", item.Select(t => (t.Who, Pieces(t, inRow))));
    }

    private static List<Turn> Turns(Example? example) =>
        example is null ? [] : [.. example.Messages.TakeLast(MostTurns).Select(m => new Turn(ChatText.Who(m), Visible.Cut(ChatText.Said(m), LongestTurn)))];

    private HashSet<string> Runs(List<Turn> turns)
    {
        var runs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var turn in turns)
            for (var i = 0; i + Words <= turn.Found.Count; i++) runs.Add(turn.Run(i, Words));
        return runs;
    }

    /// <summary>Cuts a turn into what is shared and what is not; what stands between two shared words of one run goes with them.</summary>
    private List<(string Text, bool IsShared)> Pieces(Turn turn, HashSet<string> shared)
    {
        var pieces = new List<(string, bool)>();
        var (at, marked) = (0, -1);
        for (var i = 0; i + Words <= turn.Found.Count; i++)
        {
            if (!shared.Contains(turn.Run(i, Words))) continue;
            var (start, end) = (turn.Found[i].Start, turn.Found[i + Words - 1].End);
            if (marked < 0 || start > marked)
            {
                Flush();
                if (start > at) pieces.Add((turn.Text[at..start], false));
                at = start;
            }

            marked = Math.Max(marked, end);
        }

        Flush();
        if (at < turn.Text.Length) pieces.Add((turn.Text[at..], false));
        return pieces;

        void Flush()
        {
            if (marked > at) pieces.Add((turn.Text[at..marked], true));
            at = Math.Max(at, marked);
        }
    }

    /// <summary>A turn with the places of its folded words.</summary>
    private sealed class Turn
    {
        public Turn(string who, string text)
        {
            (Who, Text) = (who, text);
            var (word, start) = (new StringBuilder(), 0);
            for (var i = 0; i <= text.Length; i++)
            {
                var kind = i == text.Length ? CharKind.Gap : Fold.KindOf(text[i]);
                if (kind is CharKind.Gap or CharKind.Ideograph && word.Length > 0)
                {
                    Found.Add((word.ToString(), start, i));
                    word.Clear();
                }

                if (kind == CharKind.Ideograph) Found.Add((Fold.Char(text[i]).ToString(), i, i + 1));
                if (kind != CharKind.Letter) continue;
                if (word.Length == 0) start = i;
                word.Append(Fold.Char(text[i]));
            }
        }

        public string Who { get; }

        public string Text { get; }

        public List<(string Word, int Start, int End)> Found { get; } = [];

        public string Run(int at, int count) => string.Join(' ', Found.GetRange(at, count).Select(w => w.Word));
    }
}

/// <summary>Overlaps of rows and items as texts to read.</summary>
public static class OverlapExtensions
{
    /// <summary>The first overlaps, each row beside its surest item, with the words marked that both have.</summary>
    /// <param name="result">What a comparison with reference sets found.</param>
    /// <param name="rows">How many, at least 0. Default 5.</param>
    /// <param name="mask">Masks both; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public static IReadOnlyList<SharedWords> ToOverlaps(this DecontaminationResult result, int rows = 5, TextMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var first = result.Overlaps.DistinctBy(o => o.Row).Take(Guard.AtLeast(rows, 0)).ToList();
        var ids = first.Select(o => o.Row).ToHashSet(StringComparer.Ordinal);
        var removed = result.Removed.Where(r => ids.Contains(r.Example.Id)).ToDictionary(r => r.Example.Id, StringComparer.Ordinal);
        var kept = result.Kept.Examples.Where(e => ids.Contains(e.Id)).ToDictionary(e => e.Id, StringComparer.Ordinal);
        return [.. first.Select(o => new SharedWords
        {
            Overlap = o,
            Row = removed.TryGetValue(o.Row, out var gone) ? TextMask.Shown(gone, mask) : kept.TryGetValue(o.Row, out var row) ? TextMask.Shown(row, mask) : null,
            Item = result.ItemOf(o) is { } item ? TextMask.Shown(item, mask) : null,
            Words = o.Reason is Decontamination.ContaminatedNGram or Decontamination.ContaminatedAnswer ? result.Stage.NGram ?? Decontamination.UsualNGram : TurnWords.ShingleWords,
        })];
    }
}
