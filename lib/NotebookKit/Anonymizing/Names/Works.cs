namespace NotebookKit.Anonymizing;

/// <summary>Days that have a name, films, books and songs: written as the names of organizations are, and none.</summary>
internal static class Works
{
    /// <summary>How many words behind "is a" are looked at: "is a 1971 Danish action-comedy film".</summary>
    private const int Reach = 7;

    private static readonly HashSet<ulong> Days = Set("day days eve week weekend"), Being = Set("is was"), OneOf = Set("a an the"), Kinds = Set("film movie novel album song single series sitcom musical comedy drama thriller book play opera ballad poem anthem sequel prequel documentary");

    /// <summary>True where words are the name of a day ("before Labour Day"), or of a film or book that is told to be one behind them.</summary>
    /// <param name="tokens">Words of the text.</param>
    /// <param name="first">The first word.</param>
    /// <param name="last">The last one.</param>
    public static bool Are(ReadOnlySpan<NameToken> tokens, int first, int last)
    {
        if (last > first && first > 0 && tokens[first].Gap == Gap.Space && Days.Contains(tokens[last].Hash) && Times.Contains(tokens[first - 1].Hash)) return true;
        if (last + 3 >= tokens.Length || !Being.Contains(tokens[last + 1].Hash) || tokens[last + 1].Gap != Gap.Space || !OneOf.Contains(tokens[last + 2].Hash)) return false;
        for (var i = last + 3; i < tokens.Length && i <= last + Reach + 2 && tokens[i].Gap is Gap.Space or Gap.Hyphen; i++)
            // "is a film studio"
            if (Kinds.Contains(tokens[i].Hash) && (i + 1 == tokens.Length || tokens[i + 1].Gap != Gap.Space || tokens[i + 1].Info.IsStop || tokens[i + 1].Info.IsLink || Made.Contains(tokens[i + 1].Hash))) return true;
        return false;
    }

    private static readonly HashSet<ulong> Times = Set("on before after until till by since during for this next last every happy celebrate celebrated");

    private static readonly HashSet<ulong> Made = Set("directed written made released starring based published by about set produced recorded performed");

    private static HashSet<ulong> Set(string words) => [.. words.Split(' ').Select(w => NameTokens.Hash(w))];
}
