using System.Globalization;

namespace NotebookKit.Display.Charts;

/// <summary>How wide a text will be, estimated by the advance widths of DejaVu Sans, one of the widest of the fonts that systems choose for
/// an interface: what has room by this estimate has room in the others, too.</summary>
internal static class TextWidth
{
    private const double Fallback = 0.66, Wide = 1.05;

    /// <summary>Characters by their width in thousandths of the font size.</summary>
    private static readonly (int Width, string Characters)[] Classes =
    [
        (278, "ijlIJ'"), (318, " .,·"), (337, ":;/\\|"), (361, "-f"), (392, "trijl()[]!"), (500, "_*`–\""), (531, "?cs"), (550, "zL"), (592, "vxykF"),
        (636, "0123456789abdeghnopqu$ET{}PY"), (700, "ABCKRSVXZ"), (790, "DGHNOQU"), (838, "w+=<>~^#−≥≤→&"), (890, "M"), (980, "mW%"), (1000, "@…—"),
    ];

    private static readonly double[] Ascii = [.. Enumerable.Range(0, 128).Select(c => Of((char)c))];

    /// <summary>Pixels of a text in a font of this size.</summary>
    public static double Of(string text, double size = 12)
    {
        var width = 0.0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            width += c < 128 ? Ascii[c] : char.IsHighSurrogate(c) ? Wide : char.IsLowSurrogate(c) ? 0 : Of(c);
        }

        return width * size;
    }

    /// <summary>The text, or as much of it as has room before an ellipsis; whole characters as readers see them.</summary>
    public static string Cut(string text, double room, double size = 12)
    {
        if (Of(text, size) <= room) return text;
        var left = room - Of("…", size);
        var end = 0;
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            left -= Of(text.Substring(end, length), size);
            if (left < 0) break;
            end += length;
        }

        return text[..end].TrimEnd() + "…";
    }

    /// <summary>The text in lines of at most this width, broken at spaces; the last line is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, double room, int mostLines, double size = 12)
    {
        var lines = new List<string>();
        var line = "";
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var longer = line.Length == 0 ? words[i] : $"{line} {words[i]}";
            if (line.Length == 0 || Of(longer, size) <= room)
            {
                line = longer;
                continue;
            }

            if (lines.Count == mostLines - 1)
            {
                line = string.Join(' ', words[i..].Prepend(line));
                break;
            }

            lines.Add(line);
            line = words[i];
        }

        if (line.Length > 0) lines.Add(line);
        return [.. lines.Select(l => Cut(l, room, size))];
    }

    private static double Of(char c)
    {
        if (c < 128 || c is '–' or '·' or '−' or '…' or '—' or '≥' or '≤' or '→')
        {
            foreach (var (width, characters) in Classes)
                if (characters.Contains(c, StringComparison.Ordinal)) return width / 1000.0;
            return Fallback;
        }

        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark || c is '\u200C' or '\u200D') return 0;
        return c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60' ? Wide
            : c is >= '\u2400' and <= '\u2426' ? 0.95 : char.IsUpper(c) ? 0.75 : Fallback;
    }
}
