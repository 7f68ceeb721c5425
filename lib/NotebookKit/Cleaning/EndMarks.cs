using System.Buffers;

namespace NotebookKit.Cleaning;

/// <summary>Knows what ends a sentence.</summary>
internal static class EndMarks
{
    /// <summary>Marks that end a sentence, in the scripts that have them.</summary>
    public const string Marks = ".!?…。！？؟۔।";

    /// <summary>What may stand behind an end mark.</summary>
    private const string Closing = "\"'”’»)]*_`】」』）";

    /// <summary>The same marks, to search for.</summary>
    public static readonly SearchValues<char> All = SearchValues.Create(Marks);

    /// <summary>True where a text ends with an end mark, perhaps inside a bracket or quotation.</summary>
    public static bool Ends(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd().TrimEnd(Closing);
        return !end.IsEmpty && All.Contains(end[^1]);
    }

    /// <summary>Index behind the first end mark that white space or nothing follows; −1 where there is none.</summary>
    public static int Next(ReadOnlySpan<char> line)
    {
        for (var from = 0; from < line.Length;)
        {
            var at = line[from..].IndexOfAny(All);
            if (at < 0) return -1;
            at += from + 1;
            while (at < line.Length && (All.Contains(line[at]) || Closing.Contains(line[at]))) at++;
            if (at == line.Length || char.IsWhiteSpace(line[at]) || line[at - 1] > '\u2E7F') return at;
            from = at;
        }

        return -1;
    }
}
