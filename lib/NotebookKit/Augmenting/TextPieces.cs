using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Augmenting;

/// <summary>A piece of a text: a word, what stands between words, or something that must stay to the letter.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct Piece(string Text, PieceKind Kind);

/// <summary>What a piece is.</summary>
internal enum PieceKind
{
    /// <summary>A word in small letters, or with one capital at its beginning.</summary>
    Word,

    /// <summary>White space and marks.</summary>
    Between,

    /// <summary>Placeholders, code, links, addresses, numbers, ids, names of files, words in capitals or of mixed case: never touched.</summary>
    Fixed,
}

/// <summary>Cuts a text into pieces. Put together again they are the text.</summary>
internal static class TextPieces
{
    private const string Fence = "```";

    /// <summary>Characters that make a run of letters something else than a word: addresses, paths, code, tags, formulas.</summary>
    private const string NotOfWords = "@/\\_#{}<>=|~^*+$€£%&[]`";

    /// <summary>Cuts.</summary>
    public static List<Piece> Of(string text)
    {
        var pieces = new List<Piece>();
        for (var at = 0; at < text.Length;)
        {
            var end = FixedEnd(text, at);
            if (end > at) pieces.Add(new(text[at..end], PieceKind.Fixed));
            else if (char.IsWhiteSpace(text[at]))
            {
                end = at + 1;
                while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
                pieces.Add(new(text[at..end], PieceKind.Between));
            }
            else
            {
                end = at + 1;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && FixedEnd(text, end) == end) end++;
                Token(text[at..end], pieces);
            }

            at = end;
        }

        return pieces;
    }

    /// <summary>Puts together; the text itself where nothing changed.</summary>
    public static string Join(IEnumerable<Piece> pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces) text.Append(piece.Text);
        return text.ToString();
    }

    /// <summary>The end of a block of code, an inline code or a placeholder that begins here; else where it began.</summary>
    private static int FixedEnd(string text, int at)
    {
        if (text[at] == '[' && PlaceholderShape.EndAt(text, at) is > 0 and var end) return end;
        if (text[at] != '`') return at;
        var fence = string.CompareOrdinal(text, at, Fence, 0, Fence.Length) == 0 ? Fence : "`";
        var close = text.IndexOf(fence, at + fence.Length, StringComparison.Ordinal);
        return close < 0 ? text.Length : close + fence.Length;
    }

    /// <summary>What stands between two spaces: marks, a word, marks; or something fixed as a whole.</summary>
    private static void Token(string token, List<Piece> pieces)
    {
        var (from, to) = (0, token.Length);
        while (from < to && !IsLetterOrDigit(token[from]) && !NotOfWords.Contains(token[from])) from++;
        while (to > from && !IsLetterOrDigit(token[to - 1]) && !NotOfWords.Contains(token[to - 1])) to--;
        if (from == to)
        {
            pieces.Add(new(token, PieceKind.Between));
            return;
        }

        var core = token[from..to];
        if (from > 0) pieces.Add(new(token[..from], PieceKind.Between));
        pieces.Add(new(core, IsWord(core) ? PieceKind.Word : PieceKind.Fixed));
        if (to < token.Length) pieces.Add(new(token[to..], PieceKind.Between));
    }

    private static bool IsLetterOrDigit(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    /// <summary>Letters, with apostrophes and hyphens between them; a capital at the beginning only.</summary>
    private static bool IsWord(string core)
    {
        for (var i = 0; i < core.Length; i++)
        {
            if (core[i] is '\'' or '’' or '-') continue;
            if (!char.IsLetter(core[i]) || Fold.IsIdeograph(core[i]) || (i > 0 && char.IsUpper(core[i]))) return false;
        }

        return true;
    }
}
