using System.Collections.Frozen;

namespace NotebookKit.Augmenting;

/// <summary>Slips of the fingers in words of four letters or more that begin small: four of ten hit a neighbouring key, three leave a letter out, two swap two letters, one doubles one (own choice). The first
/// letter is spared, as fingers mostly do. Words with a capital may be names and stay.</summary>
internal static class TypingErrors
{
    private const int Shortest = 4;

    /// <summary>Share of the words at full strength.</summary>
    private const double MostWords = 0.2;

    private static readonly FrozenDictionary<char, string>[] Neighbours =
    [
        Keys("qwertyuiop", "asdfghjkl", "zxcvbnm"), Keys("qwertzuiopü", "asdfghjklöä", "yxcvbnm"), Keys("azertyuiop", "qsdfghjklm", "wxcvbn"),
    ];

    /// <summary>The text with slips: at least one, where there is a word that can have one.</summary>
    public static string In(string text, MessyHand hand)
    {
        var pieces = TextPieces.Of(text);
        var words = Enumerable.Range(0, pieces.Count).Where(i => pieces[i].Kind == PieceKind.Word && pieces[i].Text.Length >= Shortest && char.IsLower(pieces[i].Text[0])).ToList();
        if (words.Count == 0) return text;
        var sure = hand.Luck.Below(words.Count);
        for (var w = 0; w < words.Count; w++)
            if (hand.Luck.Unit() < hand.Strength * MostWords || w == sure) pieces[words[w]] = new(Slip(pieces[words[w]].Text, hand), PieceKind.Word);
        return TextPieces.Join(pieces);
    }

    private static string Slip(string word, MessyHand hand)
    {
        var (at, kind) = (1 + hand.Luck.Below(word.Length - 1), hand.Luck.Unit());
        var letter = word[at];
        if (kind < 0.4 && Neighbours[(int)hand.Keyboard].TryGetValue(letter, out var near)) return word[..at] + near[hand.Luck.Below(near.Length)] + word[(at + 1)..];
        if (kind < 0.7) return word.Remove(at, 1);
        if (kind < 0.9 && at + 1 < word.Length && word[at + 1] != letter) return word[..at] + word[at + 1] + letter + word[(at + 2)..];
        return word.Insert(at, letter.ToString());
    }

    /// <summary>Neighbours of each key: those beside it, and those that touch it in the rows above and below.</summary>
    private static FrozenDictionary<char, string> Keys(params string[] rows)
    {
        var near = new Dictionary<char, string>();
        for (var r = 0; r < rows.Length; r++)
            for (var k = 0; k < rows[r].Length; k++)
                near[rows[r][k]] = string.Concat(new[] { (r, k - 1), (r, k + 1), (r - 1, k), (r - 1, k + 1), (r + 1, k - 1), (r + 1, k) }
                    .Where(n => n.Item1 >= 0 && n.Item1 < rows.Length && n.Item2 >= 0 && n.Item2 < rows[n.Item1].Length).Select(n => rows[n.Item1][n.Item2]));
        return near.ToFrozenDictionary();
    }
}
