namespace NotebookKit.Kernel.Jupyter.Assist;

/// <summary>Places in a text: Jupyter counts code points, C# counts UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>The unit at which a code point begins; the end of the text where there are fewer.</summary>
    public static int ToUnits(string text, int points)
    {
        var at = 0;
        for (; points > 0 && at < text.Length; points--) at += IsPair(text, at) ? 2 : 1;
        return at;
    }

    /// <summary>The code points before a unit.</summary>
    public static int FromUnits(string text, int units)
    {
        var points = 0;
        for (var at = 0; at < units && at < text.Length; points++) at += IsPair(text, at) ? 2 : 1;
        return points;
    }

    private static bool IsPair(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
