using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>Keys of texts that stand in an answer because the text was not found: <c>tickets.reply.greeting</c>.</summary>
internal static partial class LeftoverKeys
{
    /// <summary>Characters of a line that are looked at.</summary>
    private const int Longest = 2_000;

    /// <summary>Ends of addresses and of names of files.</summary>
    private static readonly HashSet<string> AddressEnds = new(
        "com org net edu gov io dev de uk fr es it nl eu ch at py js ts cs md txt json yml yaml gz zip exe html php xml csv conf cfg ini log app".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds the keys of a line.</summary>
    public static void AddTo(List<(int From, int Length)> places, ReadOnlySpan<char> line)
    {
        line = line[..Math.Min(line.Length, Longest)];
        foreach (var match in Key().EnumerateMatches(line))
            if (!IsAddress(line.Slice(match.Index, match.Length))) places.Add((match.Index, match.Length));
        if (Tail(line) is > 0 and var tail) AddTail(places, line, tail);
    }

    /// <summary>Adds the key that is all of a line from an index on.</summary>
    public static void AddTail(List<(int From, int Length)> places, ReadOnlySpan<char> line, int from)
    {
        foreach (var match in Whole().EnumerateMatches(line[from..]))
            if (!IsAddress(line.Slice(from + match.Index, match.Length))) places.Add((from + match.Index, match.Length));
    }

    /// <summary>Index of the last word of a line where it follows an end mark; 0 where it does not.</summary>
    public static int Tail(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        var space = line.LastIndexOf(' ');
        return space > 1 && line[space - 1] is '.' or '!' or '?' && space + 1 < line.Length && line[(space + 1)..].IndexOfAny('.', '_') > 0 ? space + 1 : 0;
    }

    /// <summary>True where a point or an underscore joins two letters.</summary>
    public static bool HasJoint(ReadOnlySpan<char> line)
    {
        line = line[..Math.Min(line.Length, Longest)];
        for (var from = 1; from + 1 < line.Length;)
        {
            var step = line[from..^1].IndexOfAny('.', '_');
            if (step < 0) return false;
            from += step + 1;
            if (char.IsAsciiLetterOrDigit(line[from - 2]) && char.IsAsciiLetter(line[from])) return true;
        }

        return false;
    }

    private static bool IsAddress(ReadOnlySpan<char> key) =>
        key.StartsWith("www", StringComparison.OrdinalIgnoreCase) || AddressEnds.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key[(key.LastIndexOf('.') + 1)..].Trim());

    // Words joined by points, the last of them a part of a page or one joined by underscores; or capitals joined by underscores on a line
    // of their own.
    [GeneratedRegex("""
        (?<![\w/@.\\"'(=-])[a-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*?\.(?:[\w-]+\.)*(?:[a-z0-9]+_[a-z0-9_]+|label|title|text|message|msg|greeting|button|error|header|heading|body|footer|hint|placeholder|description|subject|success|confirm|confirmation|welcome|intro|closing|salutation|signature|subtitle|tooltip|content)(?![\w/@\\("'=]|\.\w)
        |^\s*[a-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*(?:\.[A-Za-z0-9_-]*[A-Za-z][A-Za-z0-9_-]*){2,}\s*$
        |^\s*[A-Z][A-Z0-9]+(?:[_.][A-Z0-9]+)+\s*$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Key();

    // The same as all of a line, with underscores also in small letters.
    [GeneratedRegex("""
        ^[a-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*(?:\.[A-Za-z0-9_-]*[A-Za-z][A-Za-z0-9_-]*){2,}\s*$
        |^[A-Z][A-Z0-9]*(?:[_.][A-Z0-9]+)+\s*$
        |^[a-z]+(?:_[a-z]+){2,}\s*$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Whole();
}
