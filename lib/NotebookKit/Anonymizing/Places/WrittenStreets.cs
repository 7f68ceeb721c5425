using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Streets that the word for a street ends, behind a name of several words (<c>on Old Compton Street</c>) or behind a name with its number, as who writes in
/// English calls streets abroad (<c>lives on Ahornweg 50 street</c>).</summary>
internal static class WrittenStreets
{
    private const int MaxWords = 4;

    private const double Score = 0.6;

    private static readonly HashSet<ulong> Streets = Set("street avenue road boulevard lane"), Short = Set("street st str road rd"), Fronts = Set("on at along off down near onto in to of from");

    private static readonly SearchValues<string> Hints = SearchValues.Create(["street", "avenue", "road", "boulevard", "lane", " st", " rd", ".st", ".rd", "\tst", "\trd", "\u00A0st", "\u00A0rd"], StringComparison.OrdinalIgnoreCase);

    /// <summary>True where something may be found: one of the words stands in the text as a word of its own.</summary>
    public static bool May(ReadOnlySpan<char> text)
    {
        for (var from = 0; text[from..].IndexOfAny(Hints) is >= 0 and var found;)
        {
            var at = from + found;
            var start = char.IsLetter(text[at]) ? at : at + 1;
            var end = start;
            while (end < text.Length && end - start <= WordWalk.MaxLength && NameTokens.IsUnit(text[end])) end++;
            var hash = NameTokens.Hash(text[start..end]);
            if (Streets.Contains(hash) || Short.Contains(hash)) return true;
            from = at + 1;
        }

        return false;
    }

    /// <summary>Adds the streets of a text.</summary>
    public static void Find(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> tokens, StreetAddressRecognizer made, List<Span> into)
    {
        for (var i = 2; i < tokens.Length; i++)
        {
            if (tokens[i].IsCapital && tokens[i].Gap == Gap.Space && tokens[i].Length > 3 && Streets.Contains(tokens[i].Hash)) Named(tokens, i, made, into);
            else if (Short.Contains(tokens[i].Hash) && tokens[i].Gap is Gap.Space or Gap.Period && tokens[i - 1].Shape == Shape.Code) Numbered(text, tokens, i, made, into);
        }
    }

    /// <summary>"on Old Compton Street": two names at least, behind a word that stands before streets.</summary>
    private static void Named(ReadOnlySpan<NameToken> tokens, int street, StreetAddressRecognizer made, List<Span> into)
    {
        var first = street;
        while (first > 0 && street - first < MaxWords && tokens[first].Gap is Gap.Space or Gap.Hyphen && tokens[first - 1].IsCapital && !tokens[first - 1].Info.IsStop) first--;
        if (street - first < 2 || first == 0 || tokens[first].Gap != Gap.Space || !Fronts.Contains(tokens[first - 1].Hash)) return;
        if (street + 1 < tokens.Length && tokens[street + 1] is { Gap: Gap.Space or Gap.Hyphen, IsCapital: true, Info.IsStop: false }) return;
        into.Add(made.Made(tokens[first].Start, tokens[street].End, Score));
    }

    /// <summary>"on Ahornweg 50 street", "at 518 Ahornweg 62. St.": the word for a street is no part of the name.</summary>
    private static void Numbered(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> tokens, int street, StreetAddressRecognizer made, List<Span> into)
    {
        var number = text[tokens[street - 1].Start..tokens[street - 1].End];
        if (number.Length > 4 || number.ContainsAnyExceptInRange('0', '9') || tokens[street - 1].Gap != Gap.Space) return;
        var first = street - 1;
        while (first > 0 && street - first <= MaxWords && tokens[first].Gap is Gap.Space or Gap.Hyphen && IsName(text, tokens[first - 1])) first--;
        if (first == street - 1) return;
        var isLed = first > 0 && tokens[first].Gap == Gap.Space && tokens[first - 1] is { Shape: Shape.Code, Length: < 6 } lead && !text[lead.Start..lead.End].ContainsAnyExceptInRange('0', '9');
        // A word written small, or one of the language, is a street only behind a number.
        if (!isLed && !(tokens[first].IsCapital && tokens[first].Info.Common == 0 && first > 0 && tokens[first].Gap == Gap.Space && Fronts.Contains(tokens[first - 1].Hash))) return;
        if (isLed) first--;
        into.Add(made.Made(tokens[first].Start, tokens[street - 1].End, Score));
    }

    private static bool IsName(ReadOnlySpan<char> text, in NameToken word) =>
        word.Shape is Shape.Capital or Shape.Mixed or Shape.Lower && word is { Info.Common: < 2, Info.IsStop: false } && !DateTable.Months.Has(text[word.Start..word.End]);

    private static HashSet<ulong> Set(string words) => [.. words.Split(' ').Select(w => NameTokens.Hash(w))];
}
