using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Numbers that a record gave: phones, cards, accounts. They are found again in other groups, and by their last digits behind words that say so.</summary>
internal sealed class KnownNumbers
{
    /// <summary>A number needs seven digits to be known by them; its end needs four (what receipts and banks show).</summary>
    private const int Least = 7, LeastTail = 4, Most = 32, MaxDigits = 34, Window = 28;

    private static readonly SearchValues<string> Cues = SearchValues.Create(
    [
        "ending", "ends", "last four", "last 4", "last digits", "last 3", "final", "endet", "letzte", "endziffern", "termin", "acab", "últim", "ultim", "derniers", "finiss", "finit", "eindig", "laatste",
    ], StringComparison.OrdinalIgnoreCase);

    private readonly List<(string Digits, string Type)> numbers = [];

    /// <summary>Keeps the digits of a number.</summary>
    public void Add(ReadOnlySpan<char> value, string type)
    {
        if (numbers.Count == Most) return;
        Span<char> digits = stackalloc char[MaxDigits];
        var count = 0;
        foreach (var c in value)
        {
            if (!char.IsDigit(c)) continue;
            if (count == MaxDigits) return;
            digits[count++] = (char)('0' + System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(c));
        }

        if (count < Least) return;
        var text = new string(digits[..count]);
        if (!numbers.Exists(n => n.Digits == text)) numbers.Add((text, type));
    }

    /// <summary>Adds where a known number, or its end, stands.</summary>
    public void Find(ReadOnlySpan<char> text, List<Span> into)
    {
        Span<char> digits = stackalloc char[MaxDigits];
        for (var start = Chars.NextDigit(text, 0); start >= 0;)
        {
            var group = Chars.EndOfDigits(text, start);
            var end = Read(text, start, digits, out var count);
            if (count >= Least && count <= MaxDigits && Chars.IsBoundary(text, start) && Chars.IsBoundary(text, end) && Whole(digits[..count]) is { } whole)
            {
                into.Add(new(start, end, whole, 0.8, "Learned"));
                start = Chars.NextDigit(text, end);
                continue;
            }

            if (group - start is >= LeastTail and <= 8 && !Chars.IsWord(Chars.At(text, group)) && IsCued(text, start) && Tail(text[start..group]) is { } tail)
                into.Add(new(start, group, tail, 0.75, "Learned"));
            start = Chars.NextDigit(text, group);
        }
    }

    /// <summary>Reads groups of digits with one or two marks between them; <paramref name="count"/> is above what fits where there are more.</summary>
    private static int Read(ReadOnlySpan<char> text, int start, Span<char> digits, out int count)
    {
        count = 0;
        for (var position = start; ;)
        {
            while (position < text.Length && char.IsAsciiDigit(text[position]))
            {
                if (count == digits.Length)
                {
                    count++;
                    return position;
                }

                digits[count++] = text[position++];
            }

            var next = position;
            while (next - position < 2 && Chars.At(text, next) is ' ' or '-' or '.' or '/' or '(' or ')' or '\u00A0') next++;
            if (next == position || !char.IsAsciiDigit(Chars.At(text, next))) return position;
            position = next;
        }
    }

    /// <summary>The same number, or the same one without the country's code or the trunk's nought.</summary>
    private string? Whole(ReadOnlySpan<char> digits)
    {
        var national = digits.TrimStart('0');
        foreach (var (known, type) in numbers)
            if (known.AsSpan().SequenceEqual(digits) || (type == EntityTypes.Phone && national.Length >= Least && (known.AsSpan().EndsWith(national) || national.EndsWith(known.AsSpan().TrimStart('0'))))) return type;
        return null;
    }

    private string? Tail(ReadOnlySpan<char> digits)
    {
        foreach (var (known, type) in numbers)
            if (known.AsSpan().EndsWith(digits)) return type;
        return null;
    }

    /// <summary>"ending in 0147", "last four digits: 0147", "****0147".</summary>
    private static bool IsCued(ReadOnlySpan<char> text, int start)
    {
        var before = Chars.Before(text, start) is ' ' or '-' ? Chars.Before(text, start - 1) : Chars.Before(text, start);
        return before is '*' or '•' or 'x' or 'X' or '…' or '#' || text[Math.Max(0, start - Window)..start].ContainsAny(Cues);
    }
}
