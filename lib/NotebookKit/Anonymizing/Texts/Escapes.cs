using System.Buffers;
using System.Globalization;

namespace NotebookKit.Anonymizing;

/// <summary>Reads one character that is written as HTML entity, percent-encoded byte, C or JSON escape, or quoted-printable byte.</summary>
internal static class Escapes
{
    private const int MaxLength = 12;

    /// <summary>Characters that begin one.</summary>
    public static readonly SearchValues<char> Signs = SearchValues.Create("&%\\=");

    /// <summary>Named entities of marks, of Latin letters with accents by their base, and of spaces. Source: HTML Living Standard, named character references.</summary>
    private static readonly Dictionary<string, char> Named = Names();

    /// <summary>The unit that begins at an index and its length; length 0 where none does.</summary>
    public static (char Unit, int Length) Read(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '&' => Entity(text.Slice(at, Math.Min(MaxLength, text.Length - at))),
        '%' => Percent(text.Slice(at, Math.Min(MaxLength, text.Length - at))),
        '\\' => Backslash(text.Slice(at, Math.Min(MaxLength, text.Length - at))),
        // Quoted-printable (RFC 2045, 6.7) writes hexadecimal large; in other texts "=40" is a number, so it counts inside words alone.
        _ => at > 0 && Chars.IsWord(text[at - 1]) && at + 3 < text.Length && text[at + 1] == '4' && text[at + 2] == '0' && Chars.IsWord(text[at + 3]) ? ('@', 3) : default,
    };

    private static (char Unit, int Length) Entity(ReadOnlySpan<char> text)
    {
        // Encoded twice: "&amp;#64;".
        var skip = text.StartsWith("&amp;", StringComparison.OrdinalIgnoreCase) && Chars.At(text, 5) == '#' ? 4 : 0;
        if (Chars.At(text, skip + 1) == '#')
        {
            var hex = Chars.At(text, skip + 2) is 'x' or 'X';
            var from = skip + (hex ? 3 : 2);
            var end = from;
            while (end < text.Length && end - from < 7 && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end]))) end++;
            if (end == from || !int.TryParse(text[from..end], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var point)) return default;
            return point is < 9 or > 0xFFFF || char.IsSurrogate((char)point) ? default : ((char)point, Chars.At(text, end) == ';' ? end + 1 : end);
        }

        var semicolon = text.IndexOf(';');
        if (semicolon < 2) return default;
        var name = text[1..semicolon];
        if (Named.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var unit)) return (unit, semicolon + 1);
        return default;
    }

    /// <summary>One byte, or the two or three bytes of one letter in UTF-8.</summary>
    private static (char Unit, int Length) Percent(ReadOnlySpan<char> text)
    {
        var first = Byte(text, 0);
        if (first is >= 0x20 and < 0x7F) return ((char)first, 3);
        var second = Byte(text, 3);
        if (first is >= 0xC2 and <= 0xDF && second is >= 0x80 and <= 0xBF) return ((char)(((first & 0x1F) << 6) | (second & 0x3F)), 6);
        var third = Byte(text, 6);
        if (first is not (>= 0xE0 and <= 0xEF) || second is not (>= 0x80 and <= 0xBF) || third is not (>= 0x80 and <= 0xBF)) return default;
        var unit = (char)(((first & 0xF) << 12) | ((second & 0x3F) << 6) | (third & 0x3F));
        return unit < 0x800 || char.IsSurrogate(unit) ? default : (unit, 9);
    }

    private static int Byte(ReadOnlySpan<char> text, int at) =>
        at + 2 < text.Length && text[at] == '%' && Hex(text[at + 1]) is >= 0 and var high && Hex(text[at + 2]) is >= 0 and var low ? (high * 16) + low : -1;

    private static int Hex(char c) => char.IsAsciiHexDigit(c) ? char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10 : -1;

    private static (char Unit, int Length) Backslash(ReadOnlySpan<char> text)
    {
        var next = Chars.At(text, 1);
        // "C:\temp\name" is a path: white space that is escaped is followed by a large letter, a mark or a figure where something begins.
        if (next is 'n' or 'r' or 't') return char.IsAsciiLetterLower(Chars.At(text, 2)) ? default : (next == 't' ? '\t' : '\n', 2);
        if (next is '/' or '"') return (next, 2);
        var digits = next switch { 'u' or 'U' => 4, 'x' => 2, _ => 0 };
        if (digits == 0 || text.Length < 2 + digits) return default;
        var value = 0;
        foreach (var c in text.Slice(2, digits))
        {
            if (Hex(c) is not (>= 0 and var hex)) return default;
            value = (value * 16) + hex;
        }

        return value < 0x20 || char.IsSurrogate((char)value) ? default : ((char)value, 2 + digits);
    }

    private static Dictionary<string, char> Names()
    {
        var names = new Dictionary<string, char>(StringComparer.Ordinal) { ["nbsp"] = ' ', ["ensp"] = ' ', ["emsp"] = ' ', ["thinsp"] = ' ', ["szlig"] = 'ß', ["aelig"] = 'æ', ["AElig"] = 'Æ' };
        foreach (var mark in "commat@ period. lowbar_ hyphen- dash- ndash- plus+ colon: num# sol/ comma, lpar( rpar) apos' quot\" lt< gt> amp&".Split(' ')) names[mark[..^1]] = mark[^1];
        foreach (var group in "acute:aáeéiíoóuúyýcćnńsśzź grave:aàeèiìoòuù circ:aâeêiîoôuû uml:aäeëiïoöuüyÿ tilde:aãnñoõ ring:aåuů cedil:cçsş caron:cčdďeěnňrřsštťzž slash:oø strok:lłdđ".Split(' '))
        {
            var (accent, letters) = (group[..group.IndexOf(':', StringComparison.Ordinal)], group[(group.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            for (var i = 0; i < letters.Length; i += 2)
            {
                names[letters[i] + accent] = letters[i + 1];
                names[char.ToUpperInvariant(letters[i]) + accent] = char.ToUpperInvariant(letters[i + 1]);
            }
        }

        return names;
    }
}
