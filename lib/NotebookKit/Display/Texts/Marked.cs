using System.Text;
using System.Text.RegularExpressions;

namespace NotebookKit.Display;

/// <summary>Text of the data with what a reader must see marked: placeholders of personal data, and the marks of hidden characters.</summary>
internal static partial class Marked
{
    /// <summary>The text, encoded; <c>[EMAIL]</c> and <c>[NAME_3f2a9c01]</c> as placeholders, <c>⟨U+202E⟩</c> as hidden characters.</summary>
    public static Html Text(string text)
    {
        var shown = Visible.Text(text);
        StringBuilder? html = null;
        var copied = 0;
        foreach (var found in Marks().EnumerateMatches(shown))
        {
            html ??= new(shown.Length + 64);
            html.Append(Html.Text(shown[copied..found.Index]));
            html.Append(Html.Element("span", shown.Substring(found.Index, found.Length), shown[found.Index] == '[' ? "nk-ph" : "nk-hidden"));
            copied = found.Index + found.Length;
        }

        return html is null ? Html.Text(shown) : Html.Trusted(html.Append(Html.Text(shown[copied..])).ToString());
    }

    [GeneratedRegex(@"\[[A-Z][A-Z0-9_-]{1,40}(?:_[0-9a-f]{4,16})?\]|⟨U\+[0-9A-F]{4}⟩|[\u2400-\u2421]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
