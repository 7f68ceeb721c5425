using System.Globalization;
using System.Text;

namespace NotebookKit.Display;

/// <summary>Shows characters that do something without being seen: control characters, bidirectional overrides, zero-width characters
/// and halves of surrogate pairs become readable marks, so that no text from data can disturb a page, a terminal or a reader.</summary>
internal static class Visible
{
    /// <summary>The text with such characters as <c>⟨U+202E⟩</c> (control characters: their pictures, <c>␛</c>); tab and line feed stay.
    /// The same instance where there is none.</summary>
    public static string Text(string text)
    {
        StringBuilder? shown = null;
        var copied = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsHidden(text, i)) continue;
            shown = (shown ?? new(text.Length + 16)).Append(text, copied, i - copied).Append(Mark(text[i]));
            copied = i + 1;
        }

        return shown?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    /// <summary>The text on one line: tabs and line ends become visible, too.</summary>
    public static string Line(string text) => Text(text.ReplaceLineEndings("⏎").Replace('\t', ' '));

    /// <summary>At most <paramref name="most"/> characters; what is cut is said.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, end)} … (+{text.Length - end:N0} characters)");
    }

    private static bool IsHidden(string text, int at)
    {
        var c = text[at];
        if (c is >= ' ' and < '\x7f' or '\n' or '\t') return false;
        if (char.IsHighSurrogate(c)) return at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]);
        if (char.IsLowSurrogate(c)) return at == 0 || !char.IsHighSurrogate(text[at - 1]);
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse => true,
            // Joiners make letters and emoji of several characters; alone they do no harm.
            UnicodeCategory.Format => c is not ('\u200C' or '\u200D'),
            UnicodeCategory.OtherNotAssigned => true,
            _ => false,
        };
    }

    private static string Mark(char c) => c switch
    {
        < ' ' => ((char)(0x2400 + c)).ToString(),
        '\x7f' => "␡",
        _ => string.Create(CultureInfo.InvariantCulture, $"⟨U+{(int)c:X4}⟩"),
    };
}
