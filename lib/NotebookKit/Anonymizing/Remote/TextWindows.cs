namespace NotebookKit.Anonymizing;

/// <summary>Cuts a long text into windows that overlap, so that what stands on a border is whole in one of them.</summary>
internal static class TextWindows
{
    /// <summary>How many units two neighbours share: more than a name or an address has.</summary>
    public const int Overlap = 200;

    /// <summary>Windows [start, end) of at most so many units, which together cover the text. Borders are put at white space where there is one nearby, and never
    /// inside a surrogate pair.</summary>
    public static IEnumerable<(int Start, int End)> Of(string text, int most)
    {
        for (var start = 0; ;)
        {
            if (text.Length - start <= most)
            {
                yield return (start, text.Length);
                yield break;
            }

            var end = Border(text, start + most);
            yield return (start, end);
            start = Border(text, end - Overlap);
        }
    }

    /// <summary>Index behind the last white space in the quarter of an overlap before an index; the index itself where there is none.</summary>
    private static int Border(string text, int at)
    {
        for (var i = at; i > at - (Overlap / 4); i--)
            if (char.IsWhiteSpace(text[i - 1])) return i;
        return char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
    }
}
