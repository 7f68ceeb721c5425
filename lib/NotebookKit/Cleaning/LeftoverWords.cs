using System.Buffers;
using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Places of templates that are told by words: filler text, remarks of the writer to himself, and greetings of nobody.</summary>
internal static class LeftoverWords
{
    private static readonly string[] Fillers = ["lorem ipsum", "dolor sit amet", "consectetur adipiscing", "sed do eiusmod", "ut labore et dolore", "ut enim ad minim", "duis aute irure", "excepteur sint", "sed ut perspiciatis", "nemo enim ipsam", "quis nostrud", "at vero eos et"];

    private static readonly SearchValues<string> AnyFiller = SearchValues.Create(Fillers, StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Remarks = ["TODO", "FIXME", "TBD", "TBC"];

    private static readonly SearchValues<string> AnyRemark = SearchValues.Create(["TODO", "FIXME", "TBD", "TBC", "_HERE", "XX"], StringComparison.Ordinal);

    private static readonly string[] Greetings = ["dear", "hi", "hello", "hey", "hallo", "liebe", "lieber", "hola", "bonjour", "cher", "ciao", "estimado", "estimada"];

    /// <summary>What a program writes where a value is missing.</summary>
    private static readonly string[] Nobody = [",", "null", "undefined", "none", "nan", "n/a", "!", "."];

    /// <summary>Adds the places of a line.</summary>
    public static void AddTo(List<(int From, int Length)> places, ReadOnlySpan<char> line)
    {
        if (line.ContainsAny(AnyFiller))
            foreach (var filler in Fillers) AddAll(places, line, filler, StringComparison.OrdinalIgnoreCase, filler.Length, static (_, at, _) => at);
        if (line.ContainsAny(AnyRemark)) AddRemarks(places, line);
        if (GreetsNobody(line) is > 0 and var greeted) places.Add((0, greeted));
        LeftoverGreeting.AddTo(places, line);
        LeftoverRemarks.AddTo(places, line);
    }

    private static void AddRemarks(List<(int From, int Length)> places, ReadOnlySpan<char> line)
    {
        foreach (var remark in Remarks) AddAll(places, line, remark, StringComparison.Ordinal, remark.Length, Remark);
        AddAll(places, line, "_HERE", StringComparison.Ordinal, 5, static (line, at, _) => at > 2 && line.StartsWithWord(at) is { } ? at : -1);
        AddCrosses(places, line);
    }

    private delegate int Judge(ReadOnlySpan<char> line, int at, string word);

    private static void AddAll(List<(int From, int Length)> places, ReadOnlySpan<char> line, string word, StringComparison comparison, int length, Judge judge)
    {
        for (var from = 0; from < line.Length;)
        {
            var at = line[from..].IndexOf(word, comparison);
            if (at < 0) return;
            if (judge(line, from + at, word) >= 0) places.Add((from + at, length));
            from += at + length;
        }
    }

    /// <summary>A remark in capitals that begins its line, stands in a bracket, or is all that follows a colon.</summary>
    private static int Remark(ReadOnlySpan<char> line, int at, string remark)
    {
        if ((at > 0 && char.IsLetterOrDigit(line[at - 1])) || (at + remark.Length < line.Length && char.IsLetterOrDigit(line[at + remark.Length]))) return -1;
        var before = line[..at].TrimEnd(" -*•\t#");
        var after = line[(at + remark.Length)..].TrimStart(" *");
        var opens = (before.IsEmpty || before is [.., '.' or '!' or '?']) && (after is [':' or '-' or '–' or ')' or ']', ..] || remark is "FIXME");
        var bracketed = before is [.., '[' or '(' or '<'];
        return opens || bracketed || (before is [.., ':'] && after.Trim(".*)").IsWhiteSpace()) ? at : -1;
    }

    /// <summary>XXX or $XX.XX where a number belongs; not XXL, a number in Roman figures, or what is left of a masked number.</summary>
    private static void AddCrosses(List<(int From, int Length)> places, ReadOnlySpan<char> line)
    {
        for (var at = line.IndexOf("XX", StringComparison.Ordinal); at >= 0;)
        {
            var end = at;
            while (end < line.Length && line[end] == 'X') end++;
            var before = at > 0 ? line[at - 1] : ' ';
            var after = end < line.Length ? line[end] : ' ';
            var masked = char.IsLetterOrDigit(after) || char.IsLetterOrDigit(before) || line[end..Math.Min(line.Length, end + 12)].TrimStart(" -X") is [>= '0' and <= '9', ..];
            var amount = before is '$' or '€' or '£' or '#' || after is '%' or '€' || (after is '.' or '/' or ':' && end + 1 < line.Length && line[end + 1] == 'X');
            if (!masked && !FollowsCross(line[..at]) && (amount || end - at > 3 || (end - at == 3 && !FollowsName(line[..at])))) places.Add((at, end - at));
            var next = line[end..].IndexOf("XX", StringComparison.Ordinal);
            at = next < 0 ? -1 : end + next;
        }
    }

    /// <summary>"X, XX and XXX" are grades.</summary>
    private static bool FollowsCross(ReadOnlySpan<char> before) => before[Math.Max(0, before.Length - 12)..].TrimEnd(", and") is [.., 'X'];

    private static bool FollowsName(ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - 40)..].TrimEnd();
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return !word.IsEmpty && char.IsUpper(word[0]) && char.IsLetter(word[^1]);
    }

    /// <summary>Length of a greeting at the start of a line whose name is missing: "Dear ," or "Hello undefined,"; 0 where there is none.</summary>
    private static int GreetsNobody(ReadOnlySpan<char> line)
    {
        if (line.Length < 4 || (line[0] | ' ') is not ('d' or 'h' or 'l' or 'b' or 'c' or 'e')) return 0;
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
