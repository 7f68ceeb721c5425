namespace NotebookKit.Anonymizing;

/// <summary>Which words may be part of the name of a person, a place or an organization at all: only runs of these are looked at, all others are none.</summary>
internal static class NameRuns
{
    /// <summary>Longest run that is looked at as one; a longer one comes in parts.</summary>
    public const int MaxRun = 48;

    /// <summary>The next run at or after a word; false where there is none.</summary>
    public static bool Next(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> tokens, int casing, ref int from, out int start, out int end)
    {
        while (from < tokens.Length && !IsCandidate(text, tokens, from, from, casing)) from++;
        start = from;
        while (from < tokens.Length && from - start < MaxRun && (from == start || IsCandidate(text, tokens, from, start, casing))) from++;
        end = from;
        return start < end;
    }

    /// <summary>0 where the text has large and small letters, 1 where all are small, 2 where most words are large.</summary>
    public static int Casing(ReadOnlySpan<NameToken> tokens)
    {
        int large = 0, all = 0, upper = 0;
        foreach (var token in tokens)
        {
            if (token.Shape is Shape.Code or Shape.Caseless) continue;
            all++;
            if (token.Shape != Shape.Lower) large++;
            if (token.Shape == Shape.Upper) upper++;
        }

        if (large == 0) return 1;
        return all > 4 && (large * 10 > all * 8 || upper * 2 > all) ? 2 : 0;
    }

    private static bool IsCandidate(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> tokens, int i, int runStart, int casing)
    {
        ref readonly var token = ref tokens[i];
        switch (token.Shape)
        {
            case Shape.Capital or Shape.Mixed or Shape.Upper:
                return !token.Info.IsStop || (token.Info.IsLink && IsLinking(tokens, i, runStart)) || token.Info.Forename > 2;
            case Shape.Initial:
                return i + 1 < tokens.Length && (Chars.At(text, token.End) == '.' || i > runStart || tokens[i + 1].Gap == Gap.Apostrophe) && !(token.Info.IsStop && Chars.At(text, token.End) != '.' && tokens[i + 1].Gap != Gap.Apostrophe)
                    && (i > runStart || tokens[i + 1].Shape is Shape.Capital or Shape.Mixed or Shape.Upper or Shape.Initial);
            case Shape.Lower:
                return IsSmall(tokens, i, runStart, casing);
            default: return false;
        }
    }

    /// <summary>Words written small: those that lists know, links between large ones, and, where all is written small, words that nobody knows.</summary>
    private static bool IsSmall(ReadOnlySpan<NameToken> tokens, int i, int runStart, int casing)
    {
        ref readonly var token = ref tokens[i];
        var info = token.Info;
        if (info.IsLink) return IsLinking(tokens, i, runStart);
        if (info.IsStop || token.Length < 2 || (token.Length == 2 && i == runStart)) return false;
        if (info.Common < 2 && (info.Forename > 0 || info.Surname > 1 || info.Place > 1 || info.IsFirm)) return true;
        if (casing == 1 && info.Common == 2 && info.Forename > 1) return true;
        if (info.BeginsPhrase && NameTable.Phrase(tokens, i).Length > 0) return true;
        if (i > runStart && token.Gap == Gap.Space && info.Common < 3 && (info.Common == 0 || info.Place > 0 || (casing == 1 && info.Surname > 0)) && tokens[i - 1].Shape == Shape.Lower) return true;
        if (casing == 1 && i > runStart && token.Gap == Gap.Space && info.Forename + info.Surname > 1 && tokens[i - 1].Info is { Forename: > 0, Common: < 2 }) return true;
        return casing == 1 && info.Common == 0;
    }

    private static bool IsLinking(ReadOnlySpan<NameToken> tokens, int i, int runStart)
    {
        var small = i > runStart && tokens[i - 1].Shape == Shape.Lower;
        for (var next = i + 1; next < tokens.Length && next < i + 4 && tokens[next].Gap is Gap.Space or Gap.Hyphen or Gap.Apostrophe; next++)
            if (!tokens[next].Info.IsLink) return (i > runStart || NameCues.IsParticle(tokens[i].Hash)) && (tokens[next].Shape is Shape.Capital or Shape.Mixed or Shape.Upper || (small && tokens[next].Info.Common < 2));
        return false;
    }
}
