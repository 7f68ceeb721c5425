using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>Values of JSON that were never filled in: <c>{"category": "&lt;category&gt;"}</c>.</summary>
internal static partial class LeftoverValues
{
    /// <summary>How many values of a JSON text are places as a whole.</summary>
    public static int CountIn(string json)
    {
        var count = 0;
        foreach (var match in Value().EnumerateMatches(json))
        {
            var place = json.AsSpan(match.Index, match.Length).Trim(": \"");
            var inner = place.Trim("<>[]{}$% ");
            if (!inner.IsEmpty && !LeftoverNames.IsOwn(inner) && (LeftoverNames.IsAnyField(inner) || LeftoverNames.IsIdentifier(inner) || LeftoverNames.IsChoice(inner))) count++;
        }

        return count;
    }

    [GeneratedRegex("""
        :\s{0,8}"\s?(?:<[^<>"]{2,80}>|\[[^\[\]"]{2,80}\])\s?"
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Value();
}
