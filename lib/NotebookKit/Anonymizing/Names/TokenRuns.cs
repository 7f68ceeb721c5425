using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Long runs of the characters that keys and tokens are written with. Most texts hold none, so they are sought with steps over the text.</summary>
internal static class TokenRuns
{
    /// <summary>Shortest run, and the shortest one without a digit: chance hardly makes a key of 32 letters without one.</summary>
    public const int Least = 15, LeastLetters = 32;

    private const int MaxRun = 4096;

    private static readonly SearchValues<char> RunChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/=~.%");

    /// <summary>The next run at or after <paramref name="from"/>, which is moved behind it; false where there is none. A longer one comes in parts of 4096.</summary>
    public static bool Next(ReadOnlySpan<char> text, ref int from, out int start, out int end)
    {
        while (from + Least <= text.Length)
        {
            // A window at a time, so that what is far ahead is not searched again for every run.
            var window = Math.Min(text.Length, from + MaxRun);
            var digit = text[from..window].IndexOfAnyInRange('0', '9');
            var to = digit < 0 ? window : from + digit;
            // Before the next digit only a run of letters can stand.
            start = Letters(text, from, to);
            if (start < 0 && digit < 0)
            {
                if (window == text.Length) break;
                from = window - LeastLetters + 1;
                continue;
            }

            if (start < 0) start = from + text[from..to].LastIndexOfAnyExcept(RunChars) + 1;
            var length = text[start..Math.Min(text.Length, start + MaxRun)].IndexOfAnyExcept(RunChars);
            from = end = length < 0 ? Math.Min(text.Length, start + MaxRun) : start + length;
            if (end - start >= Least) return true;
        }

        (from, start, end) = (text.Length, 0, 0);
        return false;
    }

    /// <summary>Where a run of letters and marks begins that is long enough; −1 where there is none.</summary>
    private static int Letters(ReadOnlySpan<char> text, int from, int to)
    {
        while (from + LeastLetters <= to)
        {
            var gap = text.Slice(from, LeastLetters).LastIndexOfAnyExcept(RunChars);
            if (gap < 0) return from;
            from += gap + 1;
        }

        return -1;
    }
}
