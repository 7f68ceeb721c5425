using System.Buffers;
using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>Text of the data with what a reader must see marked: placeholders of personal data, and the marks of hidden characters.</summary>
internal static class Marked
{
    private static readonly SearchValues<char> Starts = SearchValues.Create(['[', '⟨', .. Enumerable.Range(0x2400, 0x22).Select(c => (char)c)]);

    /// <summary>The text, encoded; <c>[EMAIL]</c> and <c>[NAME_3f2a9c01]</c> as placeholders, <c>⟨U+202E⟩</c> and <c>␛</c> as hidden characters.</summary>
    public static Html Text(string text)
    {
        var shown = Visible.Text(text);
        StringBuilder? html = null;
        var copied = 0;
        for (var at = Next(shown, 0); at >= 0; at = Next(shown, at))
        {
            var end = EndOfMark(shown, at);
            if (end > 0)
            {
                html = (html ?? new(shown.Length + 64)).Append(Html.Text(shown[copied..at]));
                html.Append(Html.Element("span", shown[at..end], shown[at] == '[' ? "nk-ph" : "nk-hidden"));
                copied = end;
            }

            at = Math.Max(at + 1, end);
        }

        return html is null ? Html.Text(shown) : Html.Trusted(html.Append(Html.Text(shown[copied..])).ToString());
    }

    private static int Next(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny(Starts);
        return found < 0 ? -1 : from + found;
    }

    /// <summary>Where the mark that begins here ends; −1 where there is none.</summary>
    private static int EndOfMark(string text, int start) => text[start] switch
    {
        '[' => PlaceholderShape.EndAt(text, start),
        '⟨' => start + 8 <= text.Length && text[start + 1] == 'U' && text[start + 2] == '+' && text[start + 7] == '⟩' ? start + 8 : -1,
        _ => start + 1,
    };
}
