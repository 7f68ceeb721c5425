namespace NotebookKit.Text;

/// <summary>How a placeholder of personal data is written: <c>[EMAIL]</c>, <c>[NAME_3f2a9c01]</c>.</summary>
internal static class PlaceholderShape
{
    private const int MaxLength = 48;

    /// <summary>Where the placeholder that begins at a bracket ends; −1 where there is none.</summary>
    public static int EndAt(ReadOnlySpan<char> text, int start)
    {
        if (start + 1 >= text.Length || !char.IsAsciiLetterUpper(text[start + 1])) return -1;
        var coded = false;
        for (var i = start + 2; i < text.Length && i - start < MaxLength; i++)
        {
            var c = text[i];
            if (c == ']') return i > start + 2 ? i + 1 : -1;
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c is not ('_' or '-') && !(coded && char.IsAsciiHexDigitLower(c))) return -1;
            coded |= c == '_';
        }

        return -1;
    }
}
