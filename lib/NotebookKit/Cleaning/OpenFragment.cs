using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Tells a last sentence that has not come to what it says: only words that lead up to something, a heading, an address without its
/// end.</summary>
internal static class OpenFragment
{
    /// <summary>Words that say nothing by themselves.</summary>
    private static readonly HashSet<string> Leading = new(
        ("i you we they he she it this that these those there here the a an my your our their its his her to of in on at by from with for into due able according based depending thanks contrary prior such "
        + "is are was were be been can could will would should may might must have has had do does did not also just only then now still if when while because so and or but as why few several some many any other another each every both either neither go try made one").Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Of these, those that a sentence of such words cannot end with.</summary>
    private static readonly HashSet<string> Open = new(
        "to are was were be been can could will would should may might must we they he she i few several other another each every if when while by from with for at in of on the a an your our my their you have has why because and or".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that make a short sentence of such words an answer: "Yes, we can".</summary>
    private static readonly HashSet<string> Answering = new("so as what than where how who nor neither that's here there".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>What a preposition leads in a sentence with: "for this reason", "on the left".</summary>
    private static readonly HashSet<string> Introduced = new("reason case way purpose hand contrary meantime addition end moment left right step".Split(' '), StringComparer.OrdinalIgnoreCase);

    private const int MostWords = 5;

    /// <summary>True where the end of a line, behind its last end mark, is such a fragment.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        if (EndsInAddress(line) || EndsInHeading(line)) return true;
        var at = line.LastIndexOfAny('.', '!');
        if (at < 4 || at + 2 >= line.Length || line[at + 1] != ' ' || !char.IsLetter(line[at - 1])) return false;
        var last = line[(at + 2)..];
        if (last is "P.S" || !char.IsUpper(last[0]) || !char.IsLetter(last[^1])) return false;
        return EndsOpen(last);
    }

    private static bool EndsOpen(ReadOnlySpan<char> last)
    {
        if (last.ContainsAny(',', ':', '"') || last.Count(' ') is < 1 or >= MostWords) return false;
        var (leads, answers) = (true, false);
        ReadOnlySpan<char> word = default, first = default;
        foreach (var part in last.Split(' '))
        {
            word = last[part];
            if (first.IsEmpty) first = word;
            answers |= Has(Answering, word) && !first.SequenceEqual(word) || word is "what" or "than" or "where" or "how" or "who";
            leads &= Has(Leading, word) || word is "That's" or "There's" or "It's" or "This's";
        }

        if (leads && !answers && first is not ("So" or "As" or "Here" or "Neither" or "Nor" or "Not") && Has(Open, word) && !(first is "I" or "We" or "They" or "He" or "She" && last.Count(' ') == 1 && word is "can" or "will" or "would" or "do" or "have")) return true;
        return first is "For" or "In" or "On" or "At" or "By" or "To" && Has(Introduced, word) && last.Count(' ') > 1 && !(first is "In" && word is "case");
    }

    /// <summary>"See www." and "https://": the rest of the address is missing.</summary>
    private static bool EndsInAddress(ReadOnlySpan<char> line) => line.EndsWith(" www.") || line.EndsWith("://") || line.EndsWith("://www.") || line.EndsWith("(www.");

    /// <summary>"It is done. ## Next steps", with nothing behind it.</summary>
    private static bool EndsInHeading(ReadOnlySpan<char> line)
    {
        var at = line.LastIndexOf("## ");
        if (at < 3 || line.Length - at > 60) return false;
        var before = line[..at].TrimEnd('#');
        return before is [.., '.' or '!' or '?', ' '] && line[(at + 3)..] is var title && char.IsUpper(title[0]) && title.IndexOfAny(EndMarks.All) < 0;
    }

    private static bool Has(HashSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
