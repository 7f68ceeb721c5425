using System.Buffers;
using System.Globalization;

namespace NotebookKit.Text;

/// <summary>What a character is to the words of a text.</summary>
internal enum CharKind : byte
{
    /// <summary>Ends a word.</summary>
    Gap,

    /// <summary>Belongs to a word.</summary>
    Letter,

    /// <summary>A word of its own.</summary>
    Ideograph,

    /// <summary>Vanishes: it belongs to a word and folds to nothing.</summary>
    Nothing,

    /// <summary>Vanishes inside a word, and ends none: an apostrophe or a zero-width character.</summary>
    Joint,
}

/// <summary>Folds characters that readers take for the same: case, accents of Latin letters, full-width forms, digits of other scripts,
/// curly quotes; zero-width characters vanish. Own tables, because <c>string.Normalize</c> does nothing under invariant globalization and would make results
/// depend on the machine.</summary>
internal static class Fold
{
    private const char Dropped = '\0';

    /// <summary>Base letter, then the letters with accents that fold to it (Latin-1, Latin Extended-A and Vietnamese).</summary>
    private static readonly string[] Accented =
    [
        "aàáâãäåāăąǎạảấầẩẫậắằẳẵặ", "cçćĉċč", "dďđð", "eèéêëēĕėęěẹẻẽếềểễệ", "gĝğġģ", "hĥħ", "iìíîïĩīĭįǐỉị", "jĵ", "kķ", "lĺļľŀł",
        "nñńņňŉ", "oòóôõöøōŏőǒơọỏốồổỗộớờởỡợ", "rŕŗř", "sśŝşšș", "tţťŧț", "uùúûüũūŭůűųǔưụủứừửữự", "wŵ", "yýÿŷỳỵỷỹ", "zźżž",
    ];

    // Below the list that it is made of: static fields are set in the order of the text.
    private static readonly char[] Table = MakeTable();

    private static readonly CharKind[] Kinds = MakeKinds();

    /// <summary>What the character is to words.</summary>
    public static CharKind KindOf(char c) => Kinds[c];

    /// <summary>The folded character; U+0000 where it vanishes.</summary>
    public static char Char(char c) => Table[c];

    /// <summary>True where the character belongs to a word: letters, digits and marks that <see cref="Char"/> keeps.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>True for scripts that write without spaces, where each character counts as a word.</summary>
    public static bool IsIdeograph(char c) =>
        c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\u0E00' and <= '\u0E7F';

    /// <summary>The comparison key of exact duplicates: folded, white space as one space, none at the ends, sentence marks at the end
    /// dropped. Punctuation inside stays, because in code it is the meaning.</summary>
    public static string Key(string text)
    {
        var key = ArrayPool<char>.Shared.Rent(text.Length);
        var made = new string(Key(text, key));
        ArrayPool<char>.Shared.Return(key);
        return made;
    }

    /// <summary>The hash of <see cref="Key(string)"/>, without making it.</summary>
    public static ulong KeyHash(string text, ulong seed)
    {
        var key = ArrayPool<char>.Shared.Rent(text.Length);
        var hash = StableHash.Of(Key(text, key), seed);
        ArrayPool<char>.Shared.Return(key);
        return hash;
    }

    private static ReadOnlySpan<char> Key(string text, Span<char> key)
    {
        var end = 0;
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = end > 0;
                continue;
            }

            var folded = Char(c);
            if (folded == Dropped) continue;
            if (space) key[end++] = ' ';
            space = false;
            key[end++] = folded;
        }

        var all = end;
        while (end > 0 && key[end - 1] is '.' or '!' or '?' or ' ' or '…') end--;
        return key[..(end > 0 ? end : all)];
    }

    private static CharKind[] MakeKinds()
    {
        var kinds = new CharKind[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            kinds[i] = !IsWord(c) ? Char(c) is Dropped or '\'' ? CharKind.Joint : CharKind.Gap
                : Char(c) == Dropped ? CharKind.Nothing
                : IsIdeograph(c) ? CharKind.Ideograph : CharKind.Letter;
        }

        return kinds;
    }

    private static char[] MakeTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            table[i] = CharUnicodeInfo.GetUnicodeCategory(c) switch
            {
                UnicodeCategory.Format => Dropped,
                UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
                _ => c is >= '\u0300' and <= '\u036F' ? Dropped : char.ToLowerInvariant(c),
            };
            // Full-width ASCII stands exactly 0xFEE0 above ASCII.
            if (c is >= '\uFF01' and <= '\uFF5E') table[i] = char.ToLowerInvariant((char)(c - 0xFEE0));
        }

        foreach (var group in Accented)
            foreach (var c in group.AsSpan(1))
            {
                table[c] = group[0];
                table[char.ToUpperInvariant(c)] = group[0];
            }

        foreach (var c in "\u2018\u2019\u201A\u201B\u02BC\u0060\u00B4\u2032") table[c] = '\'';
        foreach (var c in "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033") table[c] = '"';
        foreach (var c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212") table[c] = '-';
        table['\u0130'] = 'i';
        table['\u0131'] = 'i';
        return table;
    }
}
