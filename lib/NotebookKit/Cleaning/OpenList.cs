using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>Tells a last line that lacks what the lines above have: a label without its text, a time without its minutes, a box or a sign without its item, a
/// name of a file without its end.</summary>
internal static partial class OpenList
{
    private const int Longest = 60;

    /// <summary>True where the last line of a text of several is shorter in kind than those above.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        var start = text.LastIndexOf('\n') + 1;
        if (start == 0 || text.Length - start > Longest) return false;
        var last = text[start..].Trim();
        var above = text[..start].TrimEnd();
        var item = ListItems.IsItem(last) ? ListItems.Content(last) : last;
        if (item is "[ ]" or "[x]" or "[X]" or "[]") return true;
        if (item.IsEmpty) return above[(above.LastIndexOf('\n') + 1)..].StartsWith("#");
        if (IsSign(item)) return Count(above, static (line, _) => line.Length > 3 && IsSign(line[..1] is [>= '\ud800' and <= '\udbff'] ? line[..2] : line[..1]), "") > 0;
        if (item[^1] == ':' && item.Length > 2) return IsLabel(item, above);
        if (!ListItems.IsItem(last)) return false;
        if (item[^1] == ',') return Count(above, static (line, _) => ListItems.IsItem(line) && line.TrimEnd() is [.., ','], "") == 0;
        if (item.Length < 3 && item.IndexOfAnyExceptInRange('0', '9') < 0) return Count(above, static (line, _) => ListItems.IsItem(line) && line.ContainsAnyInRange('a', 'z'), "") > 1;
        return IsBegun(item, above) || EndsWithoutType(item, above);
    }

    /// <summary>"Cool-down:" under "Warm-up: 5 minutes", "18:" under "07:00 stretch".</summary>
    private static bool IsLabel(ReadOnlySpan<char> item, ReadOnlySpan<char> above)
    {
        if (char.IsAsciiDigit(item[^2])) return item.Length < 4 && Count(above, static (line, _) => Time().IsMatch(line), "") > 0;
        return item.Count(' ') < 4 && char.IsLetter(item[^2]) && Count(above, static (line, _) => ListItems.IsItem(line) && ListItems.Content(line).IndexOf(": ") is > 0 and < 30, "") > 0 && item.Contains(' ') | char.IsUpper(item[0]);
    }

    /// <summary>The item is the word that two others begin with: "FitTracker One, FitTracker Pro, FitTracker".</summary>
    private static bool IsBegun(ReadOnlySpan<char> item, ReadOnlySpan<char> above) =>
        item.Length > 3 && !item.Contains(' ') && char.IsLetterOrDigit(item[^1])
        && Count(above, static (line, word) => ListItems.IsItem(line) && ListItems.Content(line) is var content && content.Length > word.Length + 1 && content.StartsWith(word) && content[word.Length] == ' ', item.ToString()) > 1;

    /// <summary>All other items are names of files.</summary>
    private static bool EndsWithoutType(ReadOnlySpan<char> item, ReadOnlySpan<char> above)
    {
        if (item.ContainsAny(' ', '.') || item.Length < 2) return false;
        var items = Count(above, static (line, _) => ListItems.IsItem(line), "");
        return items > 1 && Count(above, static (line, _) => ListItems.IsItem(line) && File().IsMatch(line), "") == items;
    }

    /// <summary>A picture or a sign that items begin with.</summary>
    private static bool IsSign(ReadOnlySpan<char> text) => text.Length is 1 or 2 or 3 && (text[0] is (>= '\u2600' and <= '\u27BF') or (>= '\ud83c' and <= '\ud83e')) && !char.IsLetterOrDigit(text[^1]);

    private delegate bool Test(ReadOnlySpan<char> line, string word);

    private static int Count(ReadOnlySpan<char> above, Test test, string word)
    {
        var count = 0;
        foreach (var line in above.EnumerateLines())
            if (line.Trim() is { IsEmpty: false } trimmed && test(trimmed, word)) count++;
        return count;
    }

    [GeneratedRegex(@"^\W{0,4}\d{1,2}:\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"^\W{0,4}[\w-]+\.[A-Za-z]\w{1,4}\W{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex File();
}
