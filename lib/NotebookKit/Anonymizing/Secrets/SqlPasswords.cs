using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Passwords in statements of a database, which have no mark between name and value: <c>IDENTIFIED BY '…'</c>, <c>WITH PASSWORD '…'</c>.</summary>
internal static class SqlPasswords
{
    private const int MinLength = 6, MaxLength = 128, NameLength = 14;

    /// <summary>The last characters of the names, all of one length.</summary>
    private static readonly SearchValues<string> Names = SearchValues.Create(["IDENTIFIED BY ", "WITH PASSWORD ", "USER PASSWORD ", "PTED PASSWORD "], StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds the values, without their quotes.</summary>
    public static void Find(ReadOnlySpan<char> text, List<Span> into, Func<int, int, double, Span> span)
    {
        for (var from = 0; from < text.Length;)
        {
            var found = text[from..].IndexOfAny(Names);
            if (found < 0) return;
            var start = from = from + found + NameLength;
            if (text[start..].StartsWith("PASSWORD ", StringComparison.OrdinalIgnoreCase)) start += 9;
            if (Chars.At(text, start) is not ('\'' or '"')) continue;
            var rest = text.Slice(start + 1, Math.Min(MaxLength, text.Length - start - 1));
            var length = rest.IndexOf(text[start]);
            if (length >= MinLength && IsValue(rest[..length])) into.Add(span(start + 1, start + 1 + length, 0.8));
        }
    }

    /// <summary>No word, no value of an example: two of small letters, large letters, digits and marks at least.</summary>
    private static bool IsValue(ReadOnlySpan<char> value) =>
        Secrets.Classes(value) > 1 && !value.ContainsAny('<', '{', '[') && !value.ContainsAny(' ', '\n') && !value.Contains("pass", StringComparison.OrdinalIgnoreCase) && !value.Contains("your", StringComparison.OrdinalIgnoreCase)
        && !value.Contains("secret", StringComparison.OrdinalIgnoreCase) && !value.Contains("xxx", StringComparison.OrdinalIgnoreCase) && value[0] is not ('$' or '%') && value.IndexOfAny("*_") < 0;
}
