using System.Buffers;

namespace NotebookKit.Cleaning;

/// <summary>Finds the places that a template leaves open: those of template languages (<see cref="LeftoverCode"/>), those between marks that people
/// use, too (<see cref="LeftoverForms"/>), and those told by words (<see cref="LeftoverWords"/>, <see cref="LeftoverRemarks"/>).</summary>
internal static class Leftovers
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("{[<%$*_#@(«‹&~-^|>【");

    /// <summary>Most places of a line that are looked for; a line with more is a table of them.</summary>
    private const int Most = 500;

    /// <summary>Characters that prose does not hold: a line with one of them is code, and its braces are no places.</summary>
    private static readonly SearchValues<char> CodeMarks = SearchValues.Create("`\\");

    private static readonly SearchValues<string> CodeSigns = SearchValues.Create(
        ["</", "/>", "f\"", "f'", "(\"", "('", "\":", "');", "->", "#{", "++", "&&", "::"], StringComparison.Ordinal);

    /// <summary>Adds the places of a line of prose.</summary>
    /// <param name="places">Where to add them: index and length.</param>
    /// <param name="line">The line.</param>
    /// <param name="talk">Where the conversation is about code, a line with signs of code has no places. Otherwise what is left of the line
    /// beside the places is looked at for such signs.</param>
    public static void AddTo(List<(int From, int Length)> places, ReadOnlySpan<char> line, LeftoverTalk talk)
    {
        LeftoverWords.AddTo(places, line);
        LeftoverTraces.AddTo(places, line, talk);
        LeftoverAsides.AddTo(places, line, talk);
        LeftoverDefaults.AddTo(places, line);
        LeftoverPrograms.AddTo(places, line, talk);
        LeftoverNotes.AddTo(places, line);
        if (LeftoverKeys.HasJoint(line) && !talk.IsAboutCode)
        {
            // What stands behind the last sentence is judged by itself.
            var tail = LeftoverKeys.Tail(line);
            if (!line.ContainsAny('`', '(') && !IsCode(line)) LeftoverKeys.AddTo(places, line);
            else if (tail > 0 && !line[tail..].ContainsAny('`', '(') && !IsCode(line[tail..])) LeftoverKeys.AddTail(places, line, tail);
        }

        if (!line.ContainsAny(Opening)) return;
        var known = new List<(int From, int Length)>();
        LeftoverCode.AddTo(known, line);
        var marked = new List<(int From, int Length)>(known);
        var passed = 0;
        for (var at = line.IndexOfAny(Opening); at >= 0 && marked.Count < Most;)
        {
            while (passed < known.Count && known[passed].From + known[passed].Length <= at) passed++;
            var size = passed < known.Count && known[passed].From <= at ? known[passed].From + known[passed].Length - at : 0;
            if (size == 0 && LeftoverForms.LengthAt(line, at) is > 0 and var found)
            {
                size = found;
                marked.Add((at, size));
            }

            var next = at + Math.Max(size, 1);
            var step = next < line.Length ? line[next..].IndexOfAny(Opening) : -1;
            at = step < 0 ? -1 : next + step;
        }

        if (marked.Count == 0 || (talk.IsAboutCode && IsCode(line))) return;
        var rest = LeftoverCode.Rest(line, marked);
        if (LeftoverCode.IsMention(rest)) return;
        if (!talk.IsAboutCode && LeftoverCode.WithoutTags(rest) is var bare && (bare is null || IsCode(bare))) return;
        places.AddRange(marked);
    }

    private static bool IsCode(ReadOnlySpan<char> line)
    {
        if (line.ContainsAny(CodeMarks) || line.ContainsAny(CodeSigns) || (line.Contains('=') && !line.Contains("<%=", StringComparison.Ordinal)) || line.TrimEnd() is [.., ';' or '{']) return true;
        // "$name" alone is spoken of as a variable; several are places; "${name}" is a place, "$5" an amount.
        return CountVariables(line) == 1 || line.Contains("$(", StringComparison.Ordinal);
    }

    /// <summary>How many names with a dollar before them a line has; 2 stands for more.</summary>
    public static int CountVariables(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var i = 0; i + 1 < line.Length && count < 2; i++)
            if (line[i] == '$' && (char.IsAsciiLetterLower(line[i + 1]) || line[i + 1] == '_')) count++;
        return count;
    }
}
