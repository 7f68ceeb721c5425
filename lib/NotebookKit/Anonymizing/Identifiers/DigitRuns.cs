using System.Runtime.CompilerServices;

namespace NotebookKit.Anonymizing;

/// <summary>A run of ASCII digits and the run of ASCII letters and digits that it lies in.</summary>
/// <param name="Start">Index of the first digit.</param>
/// <param name="End">Index behind the last digit.</param>
/// <param name="TokenStart">Index of the first letter or digit of the token.</param>
/// <param name="TokenEnd">Index behind the token.</param>
internal readonly record struct DigitRun(int Start, int End, int TokenStart, int TokenEnd)
{
    /// <summary>How many digits.</summary>
    public int Length => End - Start;

    /// <summary>True where the token is nothing but the digits.</summary>
    public bool IsWhole => TokenStart == Start && TokenEnd == End;

    /// <summary>True for the first run of its token.</summary>
    public bool IsFirst(ReadOnlySpan<char> text) => TokenStart == Start || !text[TokenStart..Start].ContainsAnyInRange('0', '9');
}

/// <summary>The one look at the digits of a text that all recognizers of numbers share.</summary>
internal static class DigitRuns
{
    /// <summary>Reads the runs in order. Linear: a token is measured once, however many runs it has.</summary>
    public static void Read(ReadOnlySpan<char> text, List<DigitRun> into)
    {
        into.Clear();
        var tokenStart = 0;
        var tokenEnd = 0;
        for (var start = Chars.NextDigit(text, 0); start >= 0;)
        {
            var end = Chars.EndOfDigits(text, start + 1);
            if (start >= tokenEnd)
            {
                var floor = tokenEnd;
                tokenStart = start;
                while (tokenStart > floor && char.IsAsciiLetter(text[tokenStart - 1])) tokenStart--;
                tokenEnd = end;
                while (tokenEnd < text.Length && char.IsAsciiLetterOrDigit(text[tokenEnd])) tokenEnd++;
            }

            into.Add(new(start, end, tokenStart, tokenEnd));
            start = Next(text, end);
        }
    }

    /// <summary>The next digit is near more often than far: a short look before the vectorized one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(ReadOnlySpan<char> text, int from)
    {
        var near = Math.Min(text.Length, from + 4);
        for (; from < near; from++)
            if (char.IsAsciiDigit(text[from])) return from;
        return Chars.NextDigit(text, from);
    }
}
