using System.Text;

namespace NotebookKit.Cleaning;

/// <summary>Counts damaged characters: U+FFFD, UTF-8 that was read as one of six one-byte code pages, control characters that were quotes or dashes of
/// Windows, and signs in the middle of words, where another table has letters.</summary>
/// <remarks>A run of non-ASCII characters is turned back into bytes; where these are UTF-8 again, the run was UTF-8 once. One such sequence
/// can be chance in some languages ("CAFÉ”"), so it counts alone only where its form is sure; several in a row are never chance.</remarks>
internal static class Mojibake
{
    private static readonly CodePage[] Pages =
    [
        new(1252, 2, [0xC3, 0xE2, 0xEF]), new(1250, 2, [0xE2]), new(1251, 3, [0xE2]), new(10000, 2, [0xE2]),
        new(850, 3, [0xE2]), new(437, 3, [0xE2]),
    ];

    /// <summary>How many characters of a text are damaged.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var damaged = 0;
        for (var at = text.IndexOfAnyExceptInRange('\0', '\u007F'); at >= 0 && at < text.Length;)
        {
            var length = text[at..].IndexOfAnyInRange('\0', '\u007F');
            if (length < 0) length = text.Length - at;
            damaged += InRun(text, at, length);
            var next = text[(at + length)..].IndexOfAnyExceptInRange('\0', '\u007F');
            at = next < 0 ? text.Length : at + length + next;
        }

        return damaged;
    }

    private static int InRun(ReadOnlySpan<char> text, int at, int length)
    {
        var run = text.Slice(at, length);
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + length < text.Length ? text[at + length] : '\n';
        // The no-break space that belongs to a broken "à" is often a plain space by now: "voilÃ le".
        if (run is "Ã" && char.IsAsciiLetterLower(before) && after == ' ') return 1;
        var most = run.Count('\uFFFD') + Controls(run);
        if (IsSignInWord(run, before, after)) most += length;
        if (length < 2) return most;
        var inWord = char.IsAsciiLetterLower(before) && char.IsAsciiLetter(after);
        foreach (var page in Pages) most = Math.Max(most, page.Damaged(run, inWord));
        return most;
    }

    /// <summary>Windows has quotes, dashes and the euro where Latin-1 has control characters that no text holds.</summary>
    private static int Controls(ReadOnlySpan<char> run)
    {
        var count = 0;
        foreach (var c in run)
            if (c is '\u0080' or '\u0082' or '\u0084' or >= '\u0091' and <= '\u0097') count++;
        return count;
    }

    /// <summary>"Gr³▀e", "itÆs": a sign or a large letter with an accent between small letters, which tables of other machines have where this one has
    /// letters and quotes.</summary>
    private static bool IsSignInWord(ReadOnlySpan<char> run, char before, char after)
    {
        if (!char.IsAsciiLetterLower(before) || !char.IsAsciiLetterLower(after) || run.Length > 2) return false;
        foreach (var c in run)
            if (!(char.IsUpper(c) && c < '\u0250') && c is not ('³' or '¹' or '²' or 'ⁿ' or '¶' or '¤' or '¥' or '¢' or '£' or '±' or '÷' or '¸' or '¬' or '¯' or '¨' or '¦' or '‡' or '†' or '‰'
                or 'ƒ' or '∞' or '≤' or '≥' or '∂' or '∑' or '∏' or 'π' or '∫' or 'Ω' or '√' or '≈' or '∆' or '◊' or >= '\u2500' and <= '\u259F')) return false;
        return true;
    }

    /// <summary>A one-byte code page.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="sure">How many sequences in a row are no chance.</param>
    /// <param name="alone">First bytes of sequences that are sure alone.</param>
    private sealed class CodePage(int number, int sure, byte[] alone)
    {
        private readonly byte[] bytes = Table(number);

        public int Damaged(ReadOnlySpan<char> run, bool inWord)
        {
            int damaged = 0, row = 0, pending = 0;
            for (var i = 0; i < run.Length;)
            {
                var length = SequenceAt(run[i..]);
                if (length == 0)
                {
                    row = pending = 0;
                    i++;
                    continue;
                }

                row++;
                pending += length;
                var isSure = row >= sure || IsSureAlone(run.Slice(i, length)) || (inWord && length == run.Length);
                if (isSure)
                {
                    damaged += pending;
                    pending = 0;
                }

                i += length;
            }

            return damaged;
        }

        private bool IsSureAlone(ReadOnlySpan<char> sequence)
        {
            var first = bytes[sequence[0]];
            // "Â£", "Â°", "Â " and the like: in French or Romanian the letter stands before a letter.
            if (first == 0xC2 && number == 1252) return sequence[1] is >= '\u00A0' and <= '\u00BF';
            // "Ã’s" is also the plural of the letter.
            if (first == 0xC3 && sequence[1] is '’' or '”') return false;
            return sequence.Length == 4 || (alone.Contains(first) && (number == 1252 || sequence.Length == 3));
        }

        /// <summary>Length of the UTF-8 sequence that the run begins with; 0 where it begins with none.</summary>
        private int SequenceAt(ReadOnlySpan<char> run)
        {
            var length = bytes[run[0]] switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
            if (length == 0 || run.Length < length) return 0;
            for (var i = 1; i < length; i++)
                if (bytes[run[i]] is < 0x80 or > 0xBF) return 0;
            return length;
        }

        /// <summary>The byte of each character; 0 where the page has none.</summary>
        private static byte[] Table(int number)
        {
            var table = new byte[char.MaxValue + 1];
            // Some readers leave the control characters 80–9F as they are.
            for (var i = 0x80; i < 0xA0; i++) table[i] = (byte)i;
            var page = CodePagesEncodingProvider.Instance.GetEncoding(number)!;
            for (var i = 0x80; i < 0x100; i++)
            {
                var c = page.GetChars([(byte)i])[0];
                if (c >= 0x80 && c != '\uFFFD') table[c] = (byte)i;
            }

            return table;
        }
    }
}
