using System.Collections.Frozen;
using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>A list of phrases, compared word by word and folded: case, accents and the kind of apostrophe do not matter.</summary>
/// <remarks>One phrase a line. <c>(a|b c|)</c> stands for each of its alternatives, the empty one included; <c>#</c> begins a remark.
/// Signs at the start: <c>~</c> an opener that may stand before any phrase ("sorry, but"); <c>=</c> a phrase only where it is the whole
/// text; <c>!</c> an exception: where it matches further than a phrase, nothing is found ("I can't help" but not "I can't help
/// but").</remarks>
internal sealed class Phrases
{
    /// <summary>Characters that decide whether a text opens with a phrase.</summary>
    private const int OpeningLength = 300;

    private readonly FrozenDictionary<ulong, int> steps;
    private readonly char[] signs;

    private Phrases(Dictionary<ulong, int> steps, List<char> signs)
    {
        this.steps = steps.ToFrozenDictionary();
        this.signs = [.. signs];
    }

    /// <summary>Reads a list.</summary>
    public static Phrases Of(IEnumerable<string> lines)
    {
        var steps = new Dictionary<ulong, int>();
        // Two trees in one table: node 0 is the root of phrases, node 1 the root of openers.
        var signs = new List<char> { '\0', '\0' };
        foreach (var line in lines)
        {
            var text = line.Split('#')[0].Trim();
            if (text.Length == 0) continue;
            var sign = text[0] is '~' or '=' or '!' ? text[0] : '+';
            foreach (var phrase in Alternatives.Of(sign == '+' ? text : text[1..])) Add(steps, signs, phrase, sign);
        }

        return new(steps, signs);
    }

    /// <summary>True where a text opens with a phrase, or is one. A text that opens with a quotation speaks about the phrase
    /// instead.</summary>
    public bool Open(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || Fold.Char(text[0]) is '"' or '>' or '\'') return false;
        var opening = text[..Math.Min(text.Length, OpeningLength)];
        var words = Words.Hashes(opening);
        var whole = opening.Length == text.Length;
        for (var at = 0; ;)
        {
            var sign = Longest(words, at, 0, whole).Sign;
            if (sign != '\0') return sign != '!';
            var opener = Longest(words, at, 1, whole).Length;
            if (opener == 0) return false;
            at += opener;
        }
    }

    /// <summary>How many phrases stand in a text, wherever they stand.</summary>
    public int CountIn(ReadOnlySpan<char> text)
    {
        var words = Words.Hashes(text);
        var count = 0;
        for (var at = 0; at < words.Count;)
        {
            var (length, sign) = Longest(words, at, 0, at == 0);
            if (sign is '+' or '=') count++;
            at += Math.Max(1, length);
        }

        return count;
    }

    private static void Add(Dictionary<ulong, int> steps, List<char> signs, string phrase, char sign)
    {
        var node = sign == '~' ? 1 : 0;
        foreach (var word in Words.Hashes(phrase))
        {
            var step = Step(node, word);
            if (!steps.TryGetValue(step, out node))
            {
                steps[step] = node = signs.Count;
                signs.Add('\0');
            }
        }

        // A phrase that counts anywhere also counts as whole text.
        if (node > 1 && !(sign == '=' && signs[node] == '+')) signs[node] = sign;
    }

    private (int Length, char Sign) Longest(List<ulong> words, int from, int root, bool whole)
    {
        var node = root;
        var best = (Length: 0, Sign: '\0');
        for (var at = from; at < words.Count && steps.TryGetValue(Step(node, words[at]), out node); at++)
        {
            var sign = signs[node];
            if (sign != '\0' && (sign != '=' || (whole && at == words.Count - 1))) best = (at - from + 1, sign);
        }

        return best;
    }

    private static ulong Step(int node, ulong word) => word ^ ((ulong)node * 0x9E3779B97F4A7C15);
}

/// <summary>Spells out the alternatives of a phrase: <c>a (b|c|) d</c> → <c>a b d</c>, <c>a c d</c>, <c>a  d</c>.</summary>
internal static class Alternatives
{
    /// <summary>All readings of a phrase.</summary>
    public static IEnumerable<string> Of(string phrase)
    {
        var close = phrase.IndexOf(')');
        var open = close < 0 ? -1 : phrase.LastIndexOf('(', close);
        if (open < 0) return [phrase];
        var (before, after) = (phrase[..open], phrase[(close + 1)..]);
        return phrase[(open + 1)..close].Split('|').SelectMany(one => Of(before + one + after)).Distinct(StringComparer.Ordinal);
    }
}
