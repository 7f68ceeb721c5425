using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace NotebookKit.Anonymizing;

/// <summary>Runs of base64 (RFC 4648, both alphabets) whose bytes are readable text. One layer: what is encoded twice is a token, not a text.</summary>
internal static class EncodedRuns
{
    /// <summary>Shorter runs are words. In characters; 16 stand for 12 bytes, the least that holds a mail address of use.</summary>
    public const int Least = 16;

    /// <summary>Longer runs are read up to here. In characters.</summary>
    private const int Most = 1 << 16;

    private static readonly SearchValues<char> Digits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");

    /// <summary>The next run at or after an index that holds readable text, and that text; null where there is none.</summary>
    public static string? Next(ReadOnlySpan<char> text, ref int from, out int start, out int end)
    {
        while (from + Least <= text.Length)
        {
            // Most windows hold a space: one look for the last one skips them.
            var gap = text.Slice(from, Least).LastIndexOfAnyExcept(Digits);
            if (gap >= 0)
            {
                from += gap + 1;
                continue;
            }

            start = from;
            var length = text[start..].IndexOfAnyExcept(Digits);
            var stop = length < 0 ? text.Length : start + length;
            end = stop;
            while (end < text.Length && end - stop < 2 && text[end] == '=') end++;
            from = end;
            if ((start == 0 || text[start - 1] is not ('@' or '.' or '#')) && Decoded(text[start..Math.Min(stop, start + Most)]) is { } decoded) return decoded;
        }

        (from, start, end) = (text.Length, 0, 0);
        return null;
    }

    private static string? Decoded(ReadOnlySpan<char> run)
    {
        if (run.Length % 4 == 1) return null;
        // Three of four first bytes of other text are no letters: a look at the first twelve bytes settles most runs.
        Span<byte> head = stackalloc byte[12];
        if (Decode(run[..Least], head) < 12 || !IsReadable(head)) return null;
        var bytes = new byte[(run.Length / 4 * 3) + 3];
        var count = Decode(run, bytes);
        if (!IsReadable(bytes.AsSpan(0, count))) return null;
        // Asked before, because an exception costs as much as some thousand characters.
        return Utf8.IsValid(bytes.AsSpan(0, count)) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }

    private static int Decode(ReadOnlySpan<char> run, Span<byte> into)
    {
        int count = 0, bits = 0, held = 0;
        foreach (var c in run)
        {
            var value = c switch
            {
                >= 'A' and <= 'Z' => c - 'A',
                >= 'a' and <= 'z' => c - 'a' + 26,
                >= '0' and <= '9' => c - '0' + 52,
                '+' or '-' => 62,
                _ => 63,
            };
            bits = (bits << 6) | value;
            held += 6;
            if (held < 8) continue;
            held -= 8;
            into[count++] = (byte)(bits >> held);
            bits &= (1 << held) - 1;
        }

        return count;
    }

    private static bool IsReadable(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            if (b is < 0x20 and not ((byte)'\n' or (byte)'\r' or (byte)'\t') or 0x7F) return false;
        return true;
    }
}
