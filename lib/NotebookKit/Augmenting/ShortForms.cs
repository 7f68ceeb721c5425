using NotebookKit.Text;

namespace NotebookKit.Augmenting;

/// <summary>Puts short forms in the place of words and phrases.</summary>
internal static class ShortForms
{
    /// <summary>The text with short forms: the first that can be shortened always is.</summary>
    public static string In(string text, MessyHand hand)
    {
        var pieces = TextPieces.Of(text);
        var made = false;
        foreach (var (whole, brief) in ChatWords.Of(hand.Language))
        {
            var words = whole.Split(' ');
            for (var i = 0; i + (2 * words.Length) - 2 < pieces.Count; i++)
            {
                if (!Begins(pieces, i, words)) continue;
                // The luck of each place is drawn whether it is needed or not, so that one word more does not change all others.
                if (!(hand.Luck.Unit() < (1 + hand.Strength) / 2) && made) continue;
                made = true;
                // What was shortened once is no word any more.
                pieces[i] = new(brief, PieceKind.Fixed);
                pieces.RemoveRange(i + 1, (2 * words.Length) - 2);
            }
        }

        return made ? TextPieces.Join(pieces) : text;
    }

    private static bool Begins(List<Piece> pieces, int at, string[] words)
    {
        for (var w = 0; w < words.Length; w++)
        {
            var piece = pieces[at + (2 * w)];
            if (piece.Kind != PieceKind.Word || !string.Equals(piece.Text.Replace('’', '\'').ToLowerInvariant(), words[w], StringComparison.Ordinal)) return false;
            if (w > 0 && pieces[at + (2 * w) - 1] is { Text: not " " }) return false;
        }

        return true;
    }
}
