using System.Text;

namespace NotebookKit.Samples;

/// <summary>Expands a fragment: <c>[a|b|]</c> is a choice, <c>{x}</c> a slot; choices with the same number (<c>[1~a|b] … [1~c|d]</c>)
/// go together.</summary>
internal static class Grammar
{
    public static string Expand(string fragment, Draw draw, Slots slots)
    {
        var text = new StringBuilder(fragment.Length);
        var together = new Dictionary<char, int>();
        for (var i = 0; i < fragment.Length; i++)
        {
            if (fragment[i] == '[')
            {
                var end = Close(fragment, i);
                text.Append(Expand(Chosen(fragment[(i + 1)..end], together, draw), draw, slots));
                i = end;
            }
            else if (fragment[i] == '{')
            {
                var end = fragment.IndexOf('}', i);
                text.Append(slots[fragment[(i + 1)..end]]);
                i = end;
            }
            else text.Append(fragment[i]);
        }

        return Tidy(text.ToString());
    }

    /// <summary>First letter upper case, with an end mark.</summary>
    public static string Sentence(string text)
    {
        if (text.Length == 0) return text;
        var mark = IsQuestion(text) ? "?" : ".";
        return char.ToUpperInvariant(text[0]) + text[1..] + (char.IsLetterOrDigit(text[^1]) || text[^1] is '"' or ')' ? mark : "");
    }

    public static bool IsQuestion(string text)
    {
        var first = text.Split(' ', ',')[0].ToLowerInvariant();
        return first is "how" or "what" or "which" or "why" or "can" or "could" or "is" or "are" or "do" or "does" or "where" or "when"
            or "should" or "will" or "may" or "who" or "would" or "must" or "am" or "did" or "any" or "without";
    }

    private static string Chosen(string choice, Dictionary<char, int> together, Draw draw)
    {
        if (choice is not [var number, '~', ..]) return draw.Of<string>(choice.Split('|'));
        var choices = choice[2..].Split('|');
        if (!together.TryGetValue(number, out var at)) together[number] = at = draw.Below(choices.Length);
        return choices[at];
    }

    private static int Close(string text, int open)
    {
        var close = text.IndexOf(']', open);
        var nested = text.IndexOf('[', open + 1);
        if (close < 0 || (nested >= 0 && nested < close)) throw new InvalidDataException($"Unbalanced choice in: {text}");
        return close;
    }

    /// <summary>Takes away the blanks that empty choices leave.</summary>
    private static string Tidy(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            if (c == ' ' && (result.Length == 0 || result[^1] == ' ')) continue;
            if (c is ',' or '.' or ';' or '?' or ':' && result.Length > 0 && result[^1] == ' ') result.Length--;
            result.Append(c);
        }

        return result.ToString().TrimEnd(' ', ',');
    }
}
