namespace NotebookKit.Anonymizing;

/// <summary>Streets without a house number by the words before them: <c>lives on Castro Crossing</c>, <c>the street is Young Mews</c>; and two streets in one line above a flat, as forms
/// that join fields write them.</summary>
internal static class NamedStreets
{
    private const int MaxNames = 3;

    private const double BySureCue = 0.93, ByPair = 0.6, ByCue = 0.4, ByPlace = 0.5;

    /// <summary>What stands before a street and hardly before anything else of two names; parts as in <see cref="NameCues"/>.</summary>
    private const string Sure =
        "live,lives,lived,living,reside,resides,parked,parking,accident,crash,traffic,roadworks,house,home,flat,apartment,shop,store,office,restaurant,café,bakery,pharmacy,hotel,located,construction,neighbours,neighbors+on,along,off"
        + "|street is|street name is|road is|turn,left,right+onto,into|end,middle,side,corner+of|walk,walking,walked,drive,driving,drove,run+along,down,up|live,lives,lived,living,reside,resides+at|i am at|address is|address to|intersection of";

    /// <summary>What the land has, and streets are called by, too.</summary>
    private static readonly WordMap Lands = new("island islands isle lake lakes mountain mountains river rivers hill hills beach bay bayou park canyon valley forest falls fall center centre mall union unions club mission plains port ports harbor harbour light lights key keys");

    private static readonly Dictionary<ulong, ulong[][]> Before = Sure.Split('|').SelectMany(NameCues.Spell).Select(p => p.Split(' ').Select(w => NameTokens.Hash(w)).ToArray()).GroupBy(p => p[^1]).ToDictionary(g => g.Key, g => g.ToArray());

    private static readonly HashSet<ulong> Weak = [.. "on at onto along off down near from to".Split(' ').Select(w => NameTokens.Hash(w))];

    /// <summary>Adds the streets of a text.</summary>
    public static void Find(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> tokens, StreetAddressRecognizer made, List<Span> into)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Shape == Shape.Code && Numbered(text, tokens, i) is >= 0 and var name) into.Add(made.Made(tokens[name].Start, tokens[i].End, ByPlace));
            if (!IsName(tokens, i) || !tokens[i - 1].IsCapital || !IsStreet(text, tokens[i])) continue;
            // The last word for a street decides.
            if (i + 1 < tokens.Length && IsName(tokens, i + 1) && !IsPair(text, tokens, i + 2)) continue;
            var first = i - 1;
            while (first > 0 && i - first < MaxNames && IsName(tokens, first) && tokens[first - 1].IsCapital && !tokens[first - 1].Info.IsStop && !IsStreet(text, tokens[first - 1])) first--;
            if (IsPair(text, tokens, i + 2) && Chars.At(text, tokens[i + 2].End) is '\n' or '\r' or ',' && AddressParts.UnitsAfter(text, tokens[i + 2].End) > tokens[i + 2].End)
            {
                var end = tokens[i + 2].End;
                var score = StreetAddressRecognizer.Finish(text, tokens[first].Start, ref end, ByPair, ByPair);
                into.Add(made.Made(tokens[first].Start, end, Math.Min(score, 0.95)));
                i += 2;
                continue;
            }

            if (char.IsAsciiDigit(Chars.Before(text, WordWalk.SkipSpacesBack(text, tokens[first].Start)))) continue;
            var cue = Cue(tokens, first);
            if (cue > 0) into.Add(made.Made(tokens[first].Start, tokens[i].End, Lands.Has(text[tokens[i].Start..tokens[i].End]) ? ByCue : cue));
        }
    }

    /// <summary>A name that no language has with a number behind it, between what parts the pieces of an address: "Jane Doe, Hofzicht 128, Haarlem", "from Pod Lipami 44 to …". Index of
    /// its first word, or −1.</summary>
    private static int Numbered(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> tokens, int number)
    {
        if (tokens[number].Gap is not (Gap.Space or Gap.Comma) || tokens[number].Length > 4 || text[tokens[number].Start..tokens[number].End].ContainsAnyExceptInRange('0', '9') || NamedBlocks.IsYear(text[tokens[number].Start..tokens[number].End])) return -1;
        var (first, letters, isForeign) = (number, 0, false);
        for (; first > 0 && number - first < MaxNames + 1; first--)
        {
            ref readonly var word = ref tokens[first - 1];
            var isSmall = word.Shape == Shape.Lower && first < number && NameCues.IsParticle(word.Hash);
            // "SystemOS 13": large letters at the end are a product's.
            if (!isSmall && (!word.IsCapital || char.IsUpper(text[word.End - 1]) || word.Info.Common > 0 || word.Info.IsStop || word.Info.IsFirm || word.Info.IsCompanyWord)) break;
            letters += word.Length;
            isForeign |= text[word.Start..word.End].ContainsAnyExceptInRange('\0', '\u007F');
            if (word.Gap is not (Gap.Space or Gap.Hyphen))
            {
                first--;
                break;
            }
        }

        if (first == number || !tokens[first].IsCapital || (number - first == 1 && !isForeign && letters < 8)) return -1;
        if (!(tokens[first].Gap is Gap.Comma || (tokens[first].Gap == Gap.Line && first > 0) || (first > 0 && tokens[first].Gap == Gap.Space && Weak.Contains(tokens[first - 1].Hash)))) return -1;
        // A place behind it, or the next line; where the text ends, devices and versions are called so, too.
        if (number + 1 >= tokens.Length) return isForeign || (tokens[first].Gap == Gap.Comma && number - first > 1) ? first : -1;
        ref readonly var next = ref tokens[number + 1];
        if (next.Gap is Gap.Comma or Gap.Line) return next.IsCapital && next.Info.Common == 0 && (number + 2 >= tokens.Length || tokens[number + 2].Shape != Shape.Code) ? first : -1;
        return next is { Gap: Gap.Space, Shape: Shape.Lower } && tokens[first].Gap == Gap.Space && (Weak.Contains(next.Hash) || next.Hash == In || next.Hash == To) && number + 2 < tokens.Length && tokens[number + 2].IsCapital ? first : -1;
    }

    private static readonly ulong In = NameTokens.Hash("in"), To = NameTokens.Hash("to");

    private static bool IsName(ReadOnlySpan<NameToken> tokens, int i) => tokens[i] is { Gap: Gap.Space, IsCapital: true };

    /// <summary>True where two words behind a street are one, too.</summary>
    private static bool IsPair(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> tokens, int last) => last < tokens.Length && IsName(tokens, last - 1) && IsName(tokens, last) && IsStreet(text, tokens[last]);

    private static bool IsStreet(ReadOnlySpan<char> text, NameToken token) => (StreetTable.Types.Of(text[token.Start..token.End]) & (StreetTable.Last | StreetTable.WeakLast)) != 0;

    private static double Cue(ReadOnlySpan<NameToken> tokens, int first)
    {
        if (first == 0 || tokens[first].Gap is not (Gap.Space or Gap.Colon)) return 0;
        var last = first - 1;
        if (Before.TryGetValue(tokens[last].Hash, out var phrases))
            foreach (var words in phrases)
                if (NameCues.Matches(tokens, last, words)) return BySureCue;
        return Weak.Contains(tokens[last].Hash) ? ByCue : 0;
    }
}
