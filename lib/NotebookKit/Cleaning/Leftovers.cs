using System.Buffers;

namespace NotebookKit.Cleaning;

/// <summary>Finds the places that a template leaves open: between marks (<see cref="LeftoverForms"/>), or by words.</summary>
internal static class Leftovers
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("{[<%$*_#@(«&");

    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["lorem ipsum", "dolor sit amet", "TODO", "FIXME", "TBD", "XXX", "XX.XX", "_HERE", "Dear ", "Hi ", "Hello "], StringComparison.OrdinalIgnoreCase);

    /// <summary>Characters that prose does not hold: a line with one of them is code, and its braces are no places.</summary>
    private static readonly SearchValues<char> CodeMarks = SearchValues.Create("`\\");

    private static readonly SearchValues<string> CodeSigns = SearchValues.Create(
        ["</", "/>", "f\"", "f'", "(\"", "('", "\":", "');", "->", "#{", "++", "&&", "::"], StringComparison.Ordinal);

    /// <summary>A cheap look that lets most texts pass.</summary>
    public static bool MayHold(ReadOnlySpan<char> text) => text.ContainsAny(Opening) || text.ContainsAny(Words);

    /// <summary>The next place in a line of prose.</summary>
    public static bool Next(ReadOnlySpan<char> line, out int from, out int length)
    {
        if (LeftoverWords.Find(line, out from, out length)) return true;
        if (!IsCode(line))
        {
            for (var at = line.IndexOfAny(Opening); at >= 0;)
            {
                if (LeftoverForms.LengthAt(line, at) is > 0 and var size)
                {
                    (from, length) = (at, size);
                    return true;
                }

                var step = line[(at + 1)..].IndexOfAny(Opening);
                at = step < 0 ? -1 : at + 1 + step;
            }
        }

        (from, length) = (0, 0);
        return false;
    }

    private static bool IsCode(ReadOnlySpan<char> line)
    {
        if (line.ContainsAny(CodeMarks) || line.ContainsAny(CodeSigns) || (line.Contains('=') && !line.Contains("<%=", StringComparison.Ordinal)) || line.TrimEnd() is [.., ';' or '{']) return true;
        // "$name" alone is spoken of as a variable; several are places; "${name}" is a place, "$5" an amount.
        return CountVariables(line) == 1 || line.Contains("$(", StringComparison.Ordinal);
    }

    /// <summary>How many names with a dollar before them a line has.</summary>
    public static int CountVariables(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var i = 0; i + 1 < line.Length; i++)
            if (line[i] == '$' && (char.IsAsciiLetterLower(line[i + 1]) || line[i + 1] == '_')) count++;
        return count;
    }
}
