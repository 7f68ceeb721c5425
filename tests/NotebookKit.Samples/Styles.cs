using System.Globalization;
using System.Text;

namespace NotebookKit.Samples;

/// <summary>Ways of writing the same text.</summary>
internal static class Styles
{
    public static string Written(string text, string style) => style switch
    {
        "same" => text,
        "upper" => text.ToUpperInvariant(),
        "lower" => text.ToLowerInvariant(),
        "title" => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant()),
        "swap-case" => string.Concat(text.Select(c => char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c))),
        "lower-first" => char.ToLowerInvariant(text[0]) + text[1..],
        "upper-first" => char.ToUpperInvariant(text[0]) + text[1..],
        "lower-i" => text.Replace("I ", "i ", StringComparison.Ordinal),
        "two-blanks" => text.Replace(" ", "  ", StringComparison.Ordinal),
        "blanks-after-sentences" => text.Replace(". ", ".   ", StringComparison.Ordinal),
        "tabs" => text.Replace(" ", "\t", StringComparison.Ordinal),
        "line-per-sentence" => text.Replace(". ", ".\n", StringComparison.Ordinal),
        "paragraphs" => text.Replace(". ", ".\n\n", StringComparison.Ordinal),
        "one-line" => text.Replace("\n", " ", StringComparison.Ordinal),
        "wrapped" => Wrapped(text, 44),
        "wrapped-narrow" => Wrapped(text, 24),
        "crlf" => Wrapped(text, 60).Replace("\n", "\r\n", StringComparison.Ordinal),
        "indent" => "    " + text.Replace("\n", "\n    ", StringComparison.Ordinal),
        "trailing-blanks" => text + "   ",
        "trailing-lines" => text + "\n\n\n",
        "leading-lines" => "\n\n" + text,
        "nbsp" => text.Replace(" ", "\u00A0", StringComparison.Ordinal),
        "some-nbsp" => text.Replace(" the ", "\u00A0the\u00A0", StringComparison.Ordinal).Replace(" a ", " a\u00A0", StringComparison.Ordinal),
        "thin-blanks" => text.Replace(" ", "\u2009", StringComparison.Ordinal),
        "em-blanks" => text.Replace(". ", ".\u2003", StringComparison.Ordinal),
        "ideographic-blanks" => text.Replace(" ", "\u3000", StringComparison.Ordinal),
        "zero-width" => text.Replace(" ", " \u200B", StringComparison.Ordinal),
        "zero-width-joiner" => text.Replace(". ", ".\u200D ", StringComparison.Ordinal),
        "soft-hyphens" => text.Replace("ing", "\u00ADing", StringComparison.Ordinal),
        "word-joiner" => text.Replace(" ", "\u2060 ", StringComparison.Ordinal),
        "byte-order-mark" => "\uFEFF" + text,
        "direction-mark" => "\u200E" + text + "\u200E",
        "nfd" => text.Normalize(NormalizationForm.FormD),
        "nfc" => text.Normalize(NormalizationForm.FormC),
        "ligatures" => text.Replace("fi", "\uFB01", StringComparison.Ordinal).Replace("fl", "\uFB02", StringComparison.Ordinal),
        "wide-digits" => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '\uFF10') : c)),
        "wide" => string.Concat(text.Select(c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c)),
        "curly" => text.Replace('\'', '\u2019').Replace("\"", "\u201D", StringComparison.Ordinal),
        "straight" => text.Replace('\u2019', '\''),
        "prime" => text.Replace('\'', '\u00B4'),
        "dashes" => text.Replace(" - ", " \u2013 ", StringComparison.Ordinal).Replace("-", "\u2010", StringComparison.Ordinal),
        "hard-hyphens" => text.Replace("-", "\u2011", StringComparison.Ordinal),
        "no-end" => text.TrimEnd('.', '?', '!', ' '),
        "end-dots" => text.TrimEnd('.') + "...",
        "end-exclamation" => text.TrimEnd('.') + "!!",
        "end-dot" => text.TrimEnd('.', ' ') + ".",
        "no-commas" => text.Replace(",", "", StringComparison.Ordinal),
        "ellipsis" => text.Replace("...", "\u2026", StringComparison.Ordinal),
        "french-marks" => text.Replace("?", " ?", StringComparison.Ordinal).Replace("!", " !", StringComparison.Ordinal).Replace(":", " :", StringComparison.Ordinal),
        "semicolons" => text.Replace(", ", "; ", StringComparison.Ordinal),
        "quoted" => $"\"{text}\"",
        "quoted-mail" => "> " + text.Replace("\n", "\n> ", StringComparison.Ordinal),
        "bold" => $"**{text}**",
        "bracketed" => $"({text})",
        "bullets" => "- " + text.Replace(". ", ".\n- ", StringComparison.Ordinal),
        "double-marks" => text.Replace("?", "??", StringComparison.Ordinal).Replace("!", "!!", StringComparison.Ordinal),
        _ => throw new InvalidDataException($"Unknown way of writing: {style}"),
    };

    private static string Wrapped(string text, int width)
    {
        var result = new StringBuilder(text.Length);
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            if (column > 0) result.Append(column + word.Length > width ? '\n' : ' ');
            column = column > 0 && column + word.Length > width ? word.Length : column + word.Length + 1;
            result.Append(word);
        }

        return result.ToString();
    }
}
