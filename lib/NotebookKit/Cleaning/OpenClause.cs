using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>Tells a last clause that lacks what its first words ask for: a verb behind "Alternatively, you can", a predicate behind "because it", the second
/// of two values behind "from Monday to".</summary>
internal static partial class OpenClause
{
    /// <summary>Characters of a last line that are looked at.</summary>
    private const int Longest = 160;

    /// <summary>True where the last line of a text stops in such a clause.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        var line = text[(text.LastIndexOf('\n') + 1)..].Trim();
        if (line.IsEmpty) return false;
        if (IsBareMark(line, line.Length == text.Length) || EndsInNumber(line)) return true;
        if (line.Length == text.Length ? line.Length < 12 : ListItems.IsItem(line) && EndsInItem(text[..^line.Length], ListItems.Content(line))) return line.Length != text.Length;
        if (HasOpenScore(line)) return true;
        if (!char.IsLetterOrDigit(line[^1]) && line[^1] != '-') return false;
        var tail = line[Math.Max(0, line.Length - Longest)..];
        var at = tail.LastIndexOfAny(".!?…:");
        var last = at >= 0 && at + 1 < tail.Length && tail[at + 1] == ' ' ? tail[(at + 2)..] : tail;
        return Open().IsMatch(last) || EndsInPair(last);
    }

    /// <summary>The mark of a heading, a quotation or a list with nothing behind it.</summary>
    private static bool IsBareMark(ReadOnlySpan<char> line, bool alone) => !alone && line.Length < 7 && (line.IndexOfAnyExcept('#') < 0 || line is ">" or "|");

    /// <summary>"(version 4.", "it weighs (about 2.": a bracket is open, and the point may be one of a number.</summary>
    private static bool EndsInNumber(ReadOnlySpan<char> line)
    {
        if (line.Length < 6 || line[^1] is not ('.' or ',') || !(char.IsAsciiDigit(line[^2]) || line.EndsWith("etc.") || line.EndsWith("e.g.") || line.EndsWith("approx.") || line.EndsWith("max.") || line.EndsWith("incl."))) return false;
        var open = line.LastIndexOf('(');
        return open > 0 && line[open..].IndexOf(')') < 0 && line.Length - open < 40 && line[open - 1] == ' ';
    }

    /// <summary>The last item is one letter where the others are words, or only a word that no item ends with.</summary>
    private static bool EndsInItem(ReadOnlySpan<char> above, ReadOnlySpan<char> item)
    {
        if (item.IsEmpty || item.Length > 12 || item.Contains(' ') || !char.IsLetter(item[^1])) return false;
        int items = 0, shortest = int.MaxValue;
        foreach (var line in above.EnumerateLines())
        {
            if (!ListItems.IsItem(line)) continue;
            items++;
            shortest = Math.Min(shortest, ListItems.Content(line).Length);
        }

        return items > 0 && ((item.Length == 1 && shortest > 2) || (char.IsLower(item[0]) && OpenEnd.IsJoining(item)));
    }

    /// <summary>"The button __Restore": bold type by underscores that is not closed.</summary>
    private static bool HasOpenScore(ReadOnlySpan<char> line) =>
        line.Count("__") == 1 && line.LastIndexOf("__") is var at && at > 0 && line[at - 1] == ' ' && at + 2 < line.Length && char.IsUpper(line[at + 2]) && !line[at..].Contains('_') | line[(at + 2)..].IndexOf('_') < 0;

    /// <summary>"A = active, R = rest, S": the last of several pairs has no second half.</summary>
    private static bool EndsInPair(ReadOnlySpan<char> last)
    {
        var comma = last.LastIndexOf(", ");
        if (comma < 0 || last.Length - comma > 6) return false;
        return last[..comma].Count(" = ") > 1 && !last[comma..].Contains('=');
    }

    // Each branch ends with the text: an auxiliary behind an introduction and a subject, a conjunction and a subject, a question without its verb.
    [GeneratedRegex("""
        (?:^(?i:alternatively|otherwise|instead|additionally|afterwards?|nevertheless|however|therefore|in\saddition|for\sthis|after\sthat|to\sdo\s(?:so|this|that)|in\s(?:this|that|both|such)\scases?|if\s(?:so|not)|also|then|now|first|finally|next|later|meanwhile|unfortunately|luckily|of\scourse|usually|normally|in\sgeneral|by\sdefault|as\sa\sresult),?\s(?:please\s)?(?:you|we|they|it|he|she|there|this|that|I|the\s\p{L}+)\s(?:can|could|will|would|should|must|may|might|need|have|has|are|is|was|were|also|do\snot|cannot|can't|don't|doesn't|won't|shouldn't)$)
        |\b(?:because|although|unless|whether|if|while|until|whenever|since|so\sthat|as\ssoon\sas|once|provided\sthat|in\scase)\s(?:you|we|they|it|he|she|there|I)$(?<!\b(?:as|than|what|just|only|like)\sif\s\w+)
        |,\s(?:ob|wenn|dass|weil|falls|damit|sobald|bis|obwohl|während|da|indem)\s(?:Sie|du|wir|er|es|sie|ich|man|ihr|der|die|das|dies)$
        |^(?:Which|What|When|Where|Why|How\s(?:many|much|often|long|far)|Who)\b[^,]{2,80}\s(?:do|did|does|can|could|would|will|should|have|are|were)\s(?:you|we|they|I|it|he|she)$
        |^(?:Do|Did|Does|Can|Could|Would|Will|Should|Have|Are|Is)\s(?:you|we|they|I|it|the\s\p{L}+)$
        |\b(?:[Ff]rom|[Bb]etween)\s(?:\p{Lu}\p{L}+|\d{1,4}(?::\d\d)?(?:\s?\p{L}{1,4})?)\s(?:to|and|until|till)$
        |\d\s?\p{L}{1,4}\s(?:and|or|to|x|by)\s\d{1,3}$
        |\b\d{1,2}\.?\s(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\s(?:\d|20|19|20\d)$
        |\b(?:will|would|should|must|may|might|can|to)\s(?:also\s|then\s|soon\s|still\s|again\s)?be\s(?:able|allowed|ready|asked|forced|required)\sto$
        |(?:^|\s)[\p{L}\d]+-\d{2,}-$
        |^(?:What|All)\s(?:you|we|I|they)\s(?:can|could|need|have|should|must|want)\s(?:to\s)?(?:\p{Ll}+\s)?is$
        |\b(?:la|le|una|un|il|een|het)$(?<=\b(?:de|en|con|para|por|el|abra|que|y|a|dans|sur|avec|pour|et|per|della|nella|van|op|met|voor|[eé]s|est|di|da)\s(?:la|le|una|un|il|een|het))
        |\b(?:not\sonly|either|both|neither|rather|whereas|whichever|whose|according|due|prior|compared)\s(?:to|by|with|of|in|on|from|the|a)$
        |\b(?:is|are|was|were|be|been|being)\s(?:a|an|the|very|quite|rather|almost|nearly|between|mainly|mostly|currently)$
        |\b(?:can|could|will|would|should|must|may|might)\s(?:be|have)$(?<!\b(?:how|what|as|than|that|where|who|way|maybe|it|there|or|\p{L}+ever)\b.{0,80})
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Open();
}
