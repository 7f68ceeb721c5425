using System.Text.RegularExpressions;

namespace NotebookKit.Faults;

/// <summary>Looks for what is left of a personal value.</summary>
internal static partial class Leak
{
    /// <summary>The value, or the part of one, that is still there; null where nothing is.</summary>
    /// <param name="kind">The kind of personal data.</param>
    /// <param name="values">The values planted in the row.</param>
    /// <param name="row">The row as it was kept.</param>
    /// <param name="everywhere">All texts of all rows that were kept.</param>
    public static string? Of(string kind, IReadOnlyList<string> values, Example row, string everywhere)
    {
        var texts = string.Join('\n', row.Texts.Select(t => t.Text));
        var isName = kind.StartsWith("pii-name", StringComparison.Ordinal);
        foreach (var value in values)
        {
            // A first name may be somebody else's in another row; a number may not.
            if (!isName && value.Length >= 8 && everywhere.Contains(value, StringComparison.OrdinalIgnoreCase)) return value;
            foreach (var part in isName ? Words().Matches(value).Select(m => m.Value) : Parts(value))
                if (Regex.IsMatch(texts, $@"(?<![\p{{L}}\p{{Nd}}]){Regex.Escape(part)}(?![\p{{L}}\p{{Nd}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)) return part;
        }

        return null;
    }

    /// <summary>The value itself, and groups of four or more signs with a digit in them: half a number is a leak too.</summary>
    private static IEnumerable<string> Parts(string value) =>
        Words().Matches(value).Select(m => m.Value).Where(p => p.Length >= 4 && p.Any(char.IsAsciiDigit)).Append(value);

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
