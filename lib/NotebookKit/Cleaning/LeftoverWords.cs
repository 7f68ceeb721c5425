using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Places of templates that are told by words: filler text, remarks of the writer to himself, and greetings of nobody.</summary>
internal static class LeftoverWords
{
    private static readonly string[] Fillers = ["lorem ipsum", "dolor sit amet", "consectetur adipiscing", "sed do eiusmod", "ut labore et dolore", "ut enim ad minim", "duis aute irure", "excepteur sint"];

    private static readonly string[] Remarks = ["TODO", "FIXME", "TBD", "TBC"];

    private static readonly string[] Greetings = ["dear", "hi", "hello", "hey", "hallo", "liebe", "lieber", "hola", "bonjour", "cher", "ciao", "estimado", "estimada"];

    /// <summary>What a program writes where a value is missing.</summary>
    private static readonly string[] Nobody = [",", "null", "undefined", "none", "nan", "n/a", "!", "."];

    /// <summary>The first such place of a line.</summary>
    public static bool Find(ReadOnlySpan<char> line, out int from, out int length)
    {
        foreach (var filler in Fillers)
            if (line.IndexOf(filler, StringComparison.OrdinalIgnoreCase) is >= 0 and var at) return Found(at, filler.Length, out from, out length);
        foreach (var remark in Remarks)
            if (Remark(line, remark) is >= 0 and var at) return Found(at, remark.Length, out from, out length);
        if (Crosses(line) is >= 0 and var crosses) return Found(crosses, 3, out from, out length);
        if (line.IndexOf("_HERE", StringComparison.Ordinal) is > 2 and var here && line.StartsWithWord(here) is { } start) return Found(start, here + 5 - start, out from, out length);
        if (GreetsNobody(line) is > 0 and var greeted) return Found(0, greeted, out from, out length);
        if (LeftoverGreeting.Find(line, out from, out length)) return true;
        return LeftoverRemarks.Find(line, out from, out length);
    }

    private static bool Found(int at, int size, out int from, out int length)
    {
        (from, length) = (at, size);
        return size > 0;
    }

    /// <summary>A remark in capitals that begins its line, stands in a bracket, or is all that follows a colon.</summary>
    private static int Remark(ReadOnlySpan<char> line, string remark)
    {
        var at = line.IndexOf(remark, StringComparison.Ordinal);
        if (at < 0 || (at > 0 && char.IsLetterOrDigit(line[at - 1])) || (at + remark.Length < line.Length && char.IsLetterOrDigit(line[at + remark.Length]))) return -1;
        var before = line[..at].TrimEnd(" -*•\t#");
        var after = line[(at + remark.Length)..].TrimStart(" *");
        var opens = (before.IsEmpty || before is [.., '.' or '!' or '?']) && (after is [':' or '-' or '–' or ')' or ']', ..] || remark is "FIXME");
        var bracketed = before is [.., '[' or '(' or '<'];
        return opens || bracketed || (before is [.., ':'] && after.Trim(".*)").IsWhiteSpace()) ? at : -1;
    }

    /// <summary>XXX or $XX.XX where a number belongs; not XXL, a number in Roman figures, or what is left of a masked number.</summary>
    private static int Crosses(ReadOnlySpan<char> line)
    {
        for (var at = line.IndexOf("XX", StringComparison.Ordinal); at >= 0;)
        {
            var end = at;
            while (end < line.Length && line[end] == 'X') end++;
            var before = at > 0 ? line[at - 1] : ' ';
            var after = end < line.Length ? line[end] : ' ';
            var masked = char.IsLetterOrDigit(after) || char.IsLetterOrDigit(before) || line[end..].TrimStart(" -X") is [>= '0' and <= '9', ..];
            var amount = before is '$' or '€' or '£' or '#' || after is '%' or '€' || (after is '.' or '/' or ':' && end + 1 < line.Length && line[end + 1] == 'X');
            if (!masked && !FollowsCross(line[..at]) && (amount || end - at > 3 || (end - at == 3 && !FollowsName(line[..at])))) return at;
            var next = line[end..].IndexOf("XX", StringComparison.Ordinal);
            at = next < 0 ? -1 : end + next;
        }

        return -1;
    }

    /// <summary>"X, XX and XXX" are grades.</summary>
    private static bool FollowsCross(ReadOnlySpan<char> before) => before.TrimEnd(", and") is [.., 'X'];

    private static bool FollowsName(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return !word.IsEmpty && char.IsUpper(word[0]) && char.IsLetter(word[^1]);
    }

    /// <summary>Length of a greeting at the start of a line whose name is missing: "Dear ," or "Hello undefined,"; 0 where there is none.</summary>
    private static int GreetsNobody(ReadOnlySpan<char> line)
    {
        foreach (var greeting in Greetings)
        {
            if (!line.StartsWith(greeting, StringComparison.OrdinalIgnoreCase) || line.Length < greeting.Length + 2 || line[greeting.Length] != ' ') continue;
            var rest = line[(greeting.Length + 1)..];
            foreach (var nobody in Nobody)
                if (rest.StartsWith(nobody, StringComparison.OrdinalIgnoreCase) && (rest.Length == nobody.Length || !Fold.IsWord(rest[nobody.Length])))
                    return greeting.Length + 1 + nobody.Length;
        }

        return 0;
    }

    private static int? StartsWithWord(this ReadOnlySpan<char> line, int end)
    {
        var start = end;
        while (start > 0 && (char.IsAsciiLetterUpper(line[start - 1]) || line[start - 1] == '_')) start--;
        return end - start > 2 ? start : null;
    }
}
