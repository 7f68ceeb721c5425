using System.Runtime.CompilerServices;

namespace NotebookKit.Anonymizing;

/// <summary>Questions about characters that several recognizers ask.</summary>
internal static class Chars
{
    /// <summary>The character before an index; a line feed at the start of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Before(ReadOnlySpan<char> text, int index) => index > 0 ? text[index - 1] : '\n';

    /// <summary>The character at an index; a line feed behind the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char At(ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length ? text[index] : '\n';

    /// <summary>Letters, digits and the underscore: what continues a word or identifier.</summary>
    public static bool IsWord(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) || c == '_' : char.IsLetterOrDigit(c);

    /// <summary>True where a token may begin or end between the index and the unit before it.</summary>
    public static bool IsBoundary(ReadOnlySpan<char> text, int index) => !IsWord(Before(text, index)) || !IsWord(At(text, index));

    /// <summary>Index of the next ASCII digit; −1 where there is none.</summary>
    public static int NextDigit(ReadOnlySpan<char> text, int from)
    {
        if (from >= text.Length) return -1;
        var next = text[from..].IndexOfAnyInRange('0', '9');
        return next < 0 ? -1 : from + next;
    }

    /// <summary>Index behind the digits that begin at an index.</summary>
    public static int EndOfDigits(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from])) from++;
        return from;
    }

    /// <summary>Luhn's check over ASCII digits; other characters do not count. Source: ISO/IEC 7812-1, annex B.</summary>
    public static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        var twice = false;
        var differs = false;
        var last = '\0';
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            var c = digits[i];
            if (!char.IsAsciiDigit(c)) continue;
            differs |= last != '\0' && c != last;
            last = c;
            var value = c - '0';
            if (twice) value = value > 4 ? (value * 2) - 9 : value * 2;
            sum += value;
            twice = !twice;
        }

        return sum % 10 == 0 && differs;
    }
}
