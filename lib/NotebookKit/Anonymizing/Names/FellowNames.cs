using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Names of persons that other names of the same text give away: what stands beside them in a list (<c>Becker, Kónya and Vasquez</c>), and what stands once more
/// (<c>directed by Jane Fairweather … starring Fairweather</c>).</summary>
internal static class FellowNames
{
    private const int MaxMembers = 12, MaxWords = 3, MaxNames = 64;

    private const double ByFellows = 0.6, Found = 0.5, Sure = 0.8, Certain = 0.85, Lone = 0.9, Weak = 0.2;

    private static readonly string ListName = new ListNameRecognizer().Name;

    /// <summary>What stands before a town that is called like somebody.</summary>
    private static readonly HashSet<ulong> Prepositions = Set("in to from near at of around through via visit visited leave left");

    private static readonly HashSet<ulong> Ands = Set("and und et y e og och i en &"), Articles = Set("the a an our my your this that"), Weres = Set("were are was is");

    /// <summary>What is known of a word of the text: the score of a person and of something else that covers it.</summary>
    private struct Word
    {
        public float Person, Place, Firm;

        public readonly float Other => Math.Max(Place, Firm);
    }

    /// <summary>Adds what the persons in a list of spans give away, and takes out organizations that are lists of persons.</summary>
    /// <param name="text">The text of the spans.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="spans">What recognizers found, in any order, with overlaps.</param>
    public static void Apply(string text, ReadOnlySpan<NameToken> tokens, List<Span> spans)
    {
        if (tokens.Length < 3) return;
        var words = new Word[tokens.Length];
        var names = new Dictionary<ulong, (double Score, bool IsPart)>();
        foreach (var span in CollectionsMarshal.AsSpan(spans))
        {
            if (span.Type is not (EntityTypes.Person or EntityTypes.Location or EntityTypes.Organization)) continue;
            var first = At(tokens, span.Start);
            var last = first;
            for (; last < tokens.Length && tokens[last].Start < span.End; last++)
            {
                ref var best = ref span.Type == EntityTypes.Person ? ref words[last].Person : ref span.Type == EntityTypes.Location ? ref words[last].Place : ref words[last].Firm;
                best = Math.Max(best, (float)span.Score);
            }

            if (span.Type == EntityTypes.Person && span.Score >= Sure && last > first && last - first < 6 && (last - first > 1 || span.Recognizer != ListName || (span.Score >= Lone && tokens[first].Info is { Forename: > 1, Common: 0 }))) Learn(tokens[first..last], span.Score, names);
        }

        Initials(tokens, words, spans);
        Lists(tokens, words, spans);
        if (names.Count > 0) Again(text, tokens, words, names, spans);
    }

    /// <summary>Index of the first word that ends behind an index.</summary>
    private static int At(ReadOnlySpan<NameToken> tokens, int start)
    {
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].End <= start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Keeps the forename and the surname of a name.</summary>
    private static void Learn(ReadOnlySpan<NameToken> name, double score, Dictionary<ulong, (double Score, bool IsPart)> names)
    {
        foreach (var word in (ReadOnlySpan<NameToken>)[name[0], name[^1]])
            if (names.Count < MaxNames && word.Length > 2 && (word.IsCapital || (word is { Shape: Shape.Lower, Length: > 3, Info: { Common: 0, IsName: true } })) && !word.Info.IsStop && !NameCues.IsTitle(word.Hash) && !NameCues.IsGeneration(word) && (!names.TryGetValue(word.Hash, out var known) || known.Score < score))
                names[word.Hash] = (score, name.Length > 1);
    }

    /// <summary>"Lena O Sassi", "ben a seiler": two names with a letter between them are one.</summary>
    private static void Initials(ReadOnlySpan<NameToken> tokens, ReadOnlySpan<Word> words, List<Span> spans)
    {
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (tokens[i] is not { Length: 1, Gap: Gap.Space, Shape: Shape.Initial or Shape.Lower } || tokens[i + 1].Gap is not (Gap.Space or Gap.Period)) continue;
            ref readonly var before = ref tokens[i - 1];
            ref readonly var behind = ref tokens[i + 1];
            if (before.Shape == Shape.Lower != (tokens[i].Shape == Shape.Lower) || before.Shape == Shape.Lower != (behind.Shape == Shape.Lower)) continue;
            if (words[i - 1].Person < Found || words[i + 1].Person < Weak || before.Info.Forename < 1 || behind.Info.Forename > 1) continue;
            spans.Add(new(before.Start, behind.End, EntityTypes.Person, Math.Min(words[i - 1].Person, Math.Max(ByFellows, words[i + 1].Person)), "FellowName"));
        }
    }

    /// <summary>Finds the learned words where they stand alone and written large.</summary>
    private static void Again(string text, ReadOnlySpan<NameToken> tokens, ReadOnlySpan<Word> words, Dictionary<ulong, (double Score, bool IsPart)> names, List<Span> spans)
    {
        var isSmall = NameRuns.Casing(tokens) == 1;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (!(token.IsCapital || (isSmall && token is { Shape: Shape.Lower, Length: > 3, Info: { Common: 0, IsName: true } })) || words[i].Person >= Found || !names.TryGetValue(token.Hash, out var name) || !IsFree(text, token)) continue;
            if (IsNext(tokens, i + 1) || (i > 0 && token.Gap is Gap.Space or Gap.Hyphen && tokens[i - 1].IsCapital && !tokens[i - 1].Info.IsStop && words[i - 1].Person < Found)) continue;
            var isCertain = name.IsPart && name.Score >= Certain;
            // A usual word is the name only amid a sentence, where nothing else is written large.
            if (token.Info.Common > 1 && !(isCertain && i > 0 && token.Gap == Gap.Space && !Articles.Contains(tokens[i - 1].Hash))) continue;
            if (words[i].Other >= Found || token.Info.Place > 2 || token.Info.IsFirm || (token.Info.Place > 1 && (i == 0 || token.Gap != Gap.Space || Prepositions.Contains(tokens[i - 1].Hash)))) continue;
            spans.Add(new(token.Start, token.End, EntityTypes.Person, ByFellows, "FellowName"));
        }
    }

    /// <summary>False for a part of a mail address, a path or a key.</summary>
    private static bool IsFree(string text, in NameToken token)
    {
        var (before, behind) = (Chars.Before(text, token.Start), Chars.At(text, token.End));
        return before is not ('@' or '.' or '_' or '/' or '\\' or '=' or '-' or '#' or '+') && behind is not ('@' or '_' or '/' or '\\' or '=' or '+' or '(') && !(behind is '.' or '-' && Chars.IsWord(Chars.At(text, token.End + 1)));
    }

    /// <summary>True where a word written large goes on with a name: then it is another one.</summary>
    private static bool IsNext(ReadOnlySpan<NameToken> tokens, int i) => i < tokens.Length && tokens[i].Gap is Gap.Space or Gap.Hyphen && tokens[i].Shape is Shape.Capital or Shape.Mixed or Shape.Upper or Shape.Initial && !tokens[i].Info.IsStop;

    private static void Lists(ReadOnlySpan<NameToken> tokens, ReadOnlySpan<Word> words, List<Span> spans)
    {
        var told = new List<(int Start, int End)>();
        Span<(int First, int End)> members = stackalloc (int, int)[MaxMembers];
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Gap is not (Gap.Space or Gap.Comma) || tokens[i].Length > 3 || !Ands.Contains(tokens[i].Hash) || tokens[i + 1].Gap != Gap.Space) continue;
            var count = Members(tokens, i, members);
            if (count > 1) Raise(tokens, words, members[..count], told, spans);
        }

        // What is taken for a firm of partners is the persons' own list.
        if (told.Count > 0) spans.RemoveAll(s => s.Type == EntityTypes.Organization && IsWithin(told, s));
    }

    /// <summary>True where one of the lists, which are in the order of the text, holds a span.</summary>
    private static bool IsWithin(List<(int Start, int End)> lists, Span span)
    {
        var (low, high) = (0, lists.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (lists[middle].End < span.End) low = middle + 1;
            else high = middle;
        }

        return low < lists.Count && lists[low].Start <= span.Start;
    }

    /// <summary>The members of a list around "and", the last one first.</summary>
    private static int Members(ReadOnlySpan<NameToken> tokens, int and, Span<(int First, int End)> members)
    {
        var first = and + 1;
        var isSmall = tokens[first].Shape == Shape.Lower;
        if (!Begins(tokens[first], isSmall)) return 0;
        var end = first + 1;
        while (!isSmall && end < tokens.Length && end - first < MaxWords && tokens[end].Gap is Gap.Space or Gap.Hyphen && Begins(tokens[end], false)) end++;
        members[0] = (first, end);
        var count = 1;
        for (end = and; count < members.Length && end > 0 && Begins(tokens[end - 1], isSmall); end = first)
        {
            first = end - 1;
            while (!isSmall && first > 0 && end - first < MaxWords && tokens[first].Gap is Gap.Space or Gap.Hyphen && Begins(tokens[first - 1], false)) first--;
            members[count++] = (first, end);
            if (tokens[first].Gap != Gap.Comma) break;
        }

        return count;
    }

    private static bool Begins(in NameToken word, bool isSmall) =>
        word.Length > 1 && !word.Info.IsStop && !NameCues.IsNever(word.Hash) && (isSmall ? word.Shape == Shape.Lower && word.Info is { Common: < 2, IsName: true } : word.IsCapital);

    private static void Raise(ReadOnlySpan<NameToken> tokens, ReadOnlySpan<Word> words, ReadOnlySpan<(int First, int End)> members, List<(int Start, int End)> told, List<Span> spans)
    {
        var (known, others, longest) = (0, 0, 0);
        foreach (var (first, end) in members)
        {
            if (words[first].Person >= Found && words[end - 1].Person >= Found)
            {
                known++;
                longest = Math.Max(longest, end - first);
            }
            else if (tokens[first].Info is { IsFirm: true, Surname: 0 } || tokens[end - 1].Info.IsCompanyWord || (tokens[first].Info is { Place: > 1, Surname: 0 } && words[first].Place >= Found)) others++;
        }

        var from = members[^1].First;
        var isTold = AreTold(tokens, from, members[0].End);
        var isFirm = !isTold && OrganizationCues.SaysFirm(tokens, members[0].End);
        if (isFirm || (known == members.Length && !isTold)) return;
        var isSmall = tokens[from].Shape == Shape.Lower;
        if (isTold ? others * 2 > members.Length || (known == 0 && others > 0) : known == 0 || known * 2 < members.Length || (isSmall && (members.Length < 3 || known + 1 < members.Length))) return;
        if (isTold) told.Add((tokens[from].Start, tokens[members[0].End - 1].End));

        foreach (var (first, end) in members)
        {
            // A name with words behind it was found without them.
            if (words[first].Person >= Found || words[end - 1].Person >= Found) continue;
            ref readonly var head = ref tokens[first];
            if (!isTold && (words[first].Other >= Found || head.Info.Place > 1 || head.Info.IsFirm || end - first > longest || !head.Info.IsName || head.Info.Common > (head.Info.Surname > 1 ? 2 : 1))) continue;
            if (isTold && head.Info.Surname < 2 && head.Info.Common > (known * 2 > members.Length ? 2 : 1)) continue;
            spans.Add(new(head.Start, tokens[end - 1].End, EntityTypes.Person, Math.Max(ByFellows, Math.Min(0.99, words[first].Other + 0.01)), "FellowName"));
        }
    }

    /// <summary>"our founders: A, B and C", "A and B were precision engineers".</summary>
    private static bool AreTold(ReadOnlySpan<NameToken> tokens, int first, int end)
    {
        if (first > 0 && tokens[first].Gap is Gap.Space or Gap.Colon or Gap.Comma && Occupations.AreMany(tokens[first - 1].Hash)) return true;
        if (end + 1 >= tokens.Length || tokens[end].Gap != Gap.Space || !Weres.Contains(tokens[end].Hash)) return false;
        for (var i = end + 1; i < tokens.Length && i <= end + 4 && tokens[i].Gap == Gap.Space && tokens[i].Shape == Shape.Lower; i++)
            if (Occupations.AreMany(tokens[i].Hash)) return true;
        return false;
    }

    private static HashSet<ulong> Set(string words) => [.. words.Split(' ').Select(w => NameTokens.Hash(w))];
}
