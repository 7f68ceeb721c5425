using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Names of organizations by their form (<c>Nordlauf AB</c>, <c>Smith, Jones and Brown</c>) and by what stands around them (<c>works at …</c>, <c>shares of …</c>,
/// <c>the … website</c>). What lists and spelling tell is found by <see cref="ListNameRecognizer"/>.</summary>
public sealed class OrganizationRecognizer : Recognizer
{
    /// <summary>Words of a name.</summary>
    private const int MaxWords = 7;

    private const double BySureForm = 0.95, ByForm = 0.7, BySureCue = 0.93, ByGuess = 0.5, ByCue = 0.6, ByHouse = 0.85;

    private static readonly HashSet<ulong> Links = [.. "of and for de the du des del y et und i".Split(' ').Select(w => NameTokens.Hash(w))];

    private static readonly ulong And = NameTokens.Hash("and"), Of = NameTokens.Hash("of"), AtWord = NameTokens.Hash("at");

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Organization;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var tokens = CollectionsMarshal.AsSpan(context.Tokens(text));
        for (var i = 0; i < tokens.Length;)
        {
            if (!IsPart(text, tokens, i))
            {
                i++;
                continue;
            }

            var end = Run(text, tokens, i);
            var stop = Read(text, tokens, i, end, into);
            i = Math.Max(stop, end);
        }
    }

    /// <summary>Adds the organization of a run of words; the token behind it.</summary>
    private int Read(string text, ReadOnlySpan<NameToken> tokens, int first, int end, List<Span> into)
    {
        var isOf = false;
        while (end - first > 1 && tokens[first].Info.IsStop && !(tokens[first + 1].Gap == Gap.Hyphen)) first++;
        // "Jane Doe of Turner Ltd"
        for (var i = first + 1; i < end - 1; i++)
            if (tokens[i].Shape == Shape.Lower && (IsPerson(tokens[first..i]) || (tokens[i].Hash == Of && IsFullName(tokens[first..i])))) (first, isOf) = (i + 1, tokens[i].Hash == Of && IsFullName(tokens[first..i]));
        var cue = OrganizationCues.EndingBefore(tokens, first);
        // Without a word around it, it is as likely a list of people.
        var partners = Partners(text, tokens, first, end);
        if (partners > 0 && cue < 2 && !(IsBegun(tokens[first]) && (OrganizationCues.SaysFirm(tokens, partners) || OrganizationCues.SaysMaker(tokens, partners)))) partners = 0;
        if (partners > 0)
        {
            into.Add(At(tokens[first].Start, tokens[partners - 1].End, BySureCue));
            return partners;
        }

        var form = Form(text, tokens, first, end, out var stop);
        if (form > 0)
        {
            into.Add(At(tokens[first].Start, stop, form == 2 ? BySureForm : cue == 2 ? BySureCue : ByForm));
            while (end < tokens.Length && tokens[end].Start < stop) end++;
            return end;
        }

        var isPerson = IsPerson(tokens[first..end]);
        if (IsPlace(tokens, first, end) || isPerson) return end;
        var isCommon = end - first == 1 && tokens[first].Info.Common > 1;
        // A text in capitals has no names in capitals.
        var isWord = end - first == 1 && tokens[first].Info.Common > 0;
        if (cue == 0 && !isWord && IsBegun(tokens[first]) && !Nationalities.Words.Has(text.AsSpan(tokens[first].Start, tokens[first].Length)) && OrganizationCues.SaysMaker(tokens, end)) into.Add(At(tokens[first].Start, tokens[end - 1].End, BySureCue));
        else if (isOf && OrganizationCues.SaysHead(tokens, end)) into.Add(At(tokens[first].Start, tokens[end - 1].End, BySureCue));
        else if (isOf && IsNowhere(tokens[first..end])) into.Add(At(tokens[first].Start, tokens[end - 1].End, ByGuess));
        else if (cue == 0 && !isWord && IsBegun(tokens[first]) && OrganizationCues.SaysFirm(tokens, end)) into.Add(At(tokens[first].Start, tokens[end - 1].End, BySureCue));
        else if (cue == 0 && first > 0 && tokens[first - 1].Hash == AtWord && tokens[first].Gap == Gap.Space && IsHouse(text, tokens, end) && IsUnknown(tokens[first..end])) into.Add(At(tokens[first].Start, tokens[end - 1].End, ByHouse));
        else if (cue == 0 && !isCommon && tokens[first].Shape != Shape.Code && OrganizationCues.BeginsBehind(tokens, first, end)) into.Add(At(tokens[first].Start, tokens[end - 1].End, ByCue));
        else if (cue == 2 && !(tokens[first] is { Shape: Shape.Code } && end - first == 1 && !IsMixedCode(text, tokens[first]))) into.Add(At(tokens[first].Start, tokens[end - 1].End, BySureCue));
        else if (cue == 1 && !isCommon && tokens[first].Shape != Shape.Code) into.Add(At(tokens[first].Start, tokens[end - 1].End, ByCue));
        else if (cue == 0 && first > 0 && tokens[first].Gap == Gap.Space && Fronts.Contains(tokens[first - 1].Hash) && IsUnknown(tokens[first..end])) into.Add(At(tokens[first].Start, tokens[end - 1].End, ByGuess));
        return end;
    }

    /// <summary>The token behind the run of words that begins here, all of them written large but for links between them.</summary>
    private static int Run(string text, ReadOnlySpan<NameToken> tokens, int first)
    {
        var end = first + 1;
        while (end < tokens.Length && end - first < MaxWords)
        {
            if (Joins(text, tokens, end) && IsPart(text, tokens, end)) end++;
            else if (tokens[end] is { Gap: Gap.Space, Shape: Shape.Lower } link && Links.Contains(link.Hash) && end + 1 < tokens.Length && tokens[end + 1].Gap == Gap.Space && link.Hash != And && IsPart(text, tokens, end + 1) && !tokens[end + 1].Info.IsStop) end += 2;
            else break;
        }

        return end;
    }

    /// <summary>True where a word goes on with the name that stands before it.</summary>
    private static bool Joins(string text, ReadOnlySpan<NameToken> tokens, int i) => tokens[i].Gap switch
    {
        Gap.Space or Gap.Hyphen => true,
        Gap.Apostrophe => tokens[i].Length > 1,
        Gap.Period => tokens[i - 1].Length == 1 && tokens[i].Start - tokens[i - 1].End <= 2,
        Gap.Code => text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End) is "&" or " & ",
        _ => false,
    };

    private static bool IsPart(string text, ReadOnlySpan<NameToken> tokens, int i) => tokens[i].Shape switch
    {
        Shape.Capital or Shape.Mixed or Shape.Upper or Shape.Initial => !(tokens[i].Shape == Shape.Initial && text[tokens[i].Start] == 'I'),
        Shape.Code => IsMixedCode(text, tokens[i]) || (char.IsAsciiDigit(text[tokens[i].Start]) && i + 1 < tokens.Length && tokens[i].Length < 3 && tokens[i + 1] is { Gap: Gap.Hyphen, IsCapital: true }),
        _ => false,
    };

    /// <summary>"3M", "eBay", "iRobot".</summary>
    private static bool IsMixedCode(string text, NameToken token)
    {
        var word = text.AsSpan(token.Start, token.Length);
        return word.Length is > 1 and < 16 && char.IsLetter(word[^1]) && !word.Contains('_') && word.IndexOfAnyInRange('A', 'Z') is 1 or 2;
    }

    /// <summary>"Smith, Jones and Brown", "Smith &amp; Jones": surnames alone. The token behind them, or 0.</summary>
    private static int Partners(string text, ReadOnlySpan<NameToken> tokens, int first, int end)
    {
        if (end - first == 2 && tokens[first + 1].Gap == Gap.Code && tokens[first].Gap != Gap.Comma) return IsSurname(tokens[first]) && IsSurname(tokens[first + 1]) ? end : 0;
        if (end - first != 1 || first + 3 >= tokens.Length || (first > 0 && tokens[first].Gap == Gap.Comma)) return 0;
        if (tokens[first + 1].Gap != Gap.Comma || !IsSurname(tokens[first]) || !IsSurname(tokens[first + 1]) || tokens[first + 2].Hash != And || tokens[first + 2].Gap is not (Gap.Space or Gap.Comma) || tokens[first + 3].Gap != Gap.Space || !IsSurname(tokens[first + 3])) return 0;
        return first + 4 < tokens.Length && tokens[first + 4] is { Gap: Gap.Space, IsCapital: true } ? 0 : first + 4;
    }

    private static bool IsSurname(NameToken token) =>
        token.IsCapital && token.Length > 2 && !token.Info.IsStop && token.Info.Place < 3 && (token.Info.Surname > 0 || token.Info.Common == 0) && (token.Info.Forename < 2 || token.Info.Surname > 1);

    /// <summary>The legal form in a run or behind it: 2 for a sure one, 1 for another behind a word that no language has, 0 for none.</summary>
    private static int Form(string text, ReadOnlySpan<NameToken> tokens, int first, int end, out int stop)
    {
        var (kind, at) = (0, 0);
        stop = 0;
        for (var i = first + 1; i <= end; i++)
        {
            var start = i < end ? tokens[i].Start : Next(text, tokens[i - 1].End);
            if (i < end && tokens[i].Gap is not (Gap.Space or Gap.Period or Gap.Code)) continue;
            if (i < end && tokens[i].Gap == Gap.Code && text.LastIndexOf('&', tokens[i].Start - 1, 2) is >= 0 and var sign) start = sign;
            if (LegalForms.Read(text, start, out var behind) is > 0 and var read && (read > kind || behind > stop)) (kind, at, stop) = (Math.Max(read, kind), kind == 0 ? i : at, behind);
        }

        if (kind == 0 || (kind == 1 && text[stop - 1] is >= 'A' and <= 'Z' && (text.AsSpan(tokens[first].Start, stop - tokens[first].Start).Contains(',') || char.IsAsciiDigit(Chars.At(text, stop + 1))))) return 0;
        // "Svensson Holding AB", "Hitachi Co., Ltd."
        if (LegalForms.Read(text, Next(text, stop), out var more) == 2) (kind, stop) = (2, more);
        if (kind == 2) return at > first + 1 || !tokens[first].Info.IsStop ? 2 : 0;
        var head = tokens[first];
        return at == first + 1 && (head.Info.Common > 0 || head.Info.IsStop || head.Info.Place > 1 || head.Shape == Shape.Initial) ? 0 : IsPlace(tokens, first, at) || IsCommon(tokens[first..at]) ? 0 : 1;
    }

    /// <summary>Index of what stands behind a name: behind a space, perhaps with a comma.</summary>
    private static int Next(string text, int end)
    {
        if (Chars.At(text, end) == ',') end++;
        return Chars.At(text, end) == ' ' ? end + 1 : end;
    }

    private static bool IsCommon(ReadOnlySpan<NameToken> words)
    {
        foreach (var word in words)
            if (word.Info.Common < 2) return false;
        return true;
    }

    /// <summary>Words that no list has as a name of something else: one that no language has, or several that are written large without need.</summary>
    private static bool IsUnknown(ReadOnlySpan<NameToken> words)
    {
        foreach (var word in words)
        {
            var info = word.Info;
            if (info.Place > 0 || info.Forename > 0 || info.Surname > 1 || info.IsStop && !info.IsLink || NameCues.IsOrdinary(word) || word.Shape is Shape.Initial or Shape.Code || (words.Length == 1 && (info.Common > 0 || word.Shape == Shape.Upper || word.Length < 4))) return false;
        }

        return true;
    }

    private static bool IsBegun(in NameToken token) => token.Gap is Gap.Start or Gap.Line or Gap.Period or Gap.Stop or Gap.Quote or Gap.Comma;

    /// <summary>"at Nordlauf, 12 Example Street": whom somebody visits at an address.</summary>
    private static bool IsHouse(string text, ReadOnlySpan<NameToken> tokens, int next) =>
        next + 1 < tokens.Length && tokens[next] is { Gap: Gap.Comma, Shape: Shape.Code } && char.IsAsciiDigit(text[tokens[next].Start]) && tokens[next + 1].Gap == Gap.Space && (tokens[next + 1].IsCapital || tokens[next + 1].Shape == Shape.Code);

    /// <summary>Two or three words written large that lists do not know as a firm's.</summary>
    private static bool IsFullName(ReadOnlySpan<NameToken> words)
    {
        if (words.Length is < 2 or > 3) return false;
        foreach (var word in words)
            if (!(word.IsCapital || word.Shape == Shape.Initial) || word.Info.IsStop || word.Info.IsCompanyWord || word.Info.IsFirm || word.Info.Place > 1 || word.Info.Common > 0 || NameCues.IsTitle(word.Hash)) return false;
        return words[0].Info.Forename > 0 || words[^1].Info.Surname > 0;
    }

    /// <summary>No word that a list has as a place's.</summary>
    private static bool IsNowhere(ReadOnlySpan<NameToken> words)
    {
        foreach (var word in words)
            if (word.Info.Place > 0 || (word.Info.IsStop && !word.Info.IsLink) || NameCues.IsTitle(word.Hash)) return false;
        return !IsCommon(words) && !(words.Length == 1 && words[0].Info.Common > 0);
    }

    private static readonly HashSet<ulong> Fronts = [.. "at with by from for via through like joined join contact contacted called than versus against".Split(' ').Select(w => NameTokens.Hash(w))];

    /// <summary>Written as persons are: a usual forename first, one or two words behind it, or alone.</summary>
    private static bool IsPerson(ReadOnlySpan<NameToken> words)
    {
        if (NameCues.IsTitle(words[0].Hash)) return true;
        if (words.Length > 3) return false;
        var first = words[0].Info;
        if (words.Length == 1) return first.Forename > 1 && first.Forename >= first.Surname && !first.IsFirm;
        return words[1].Gap == Gap.Space && (first.Forename > 1 || words[0].Shape == Shape.Initial) && !words[^1].Info.IsCompanyWord && (words[^1].Info.Surname > 0 || words[^1].Info.Common == 0);
    }

    private static bool IsPlace(ReadOnlySpan<NameToken> tokens, int first, int end)
    {
        var known = false;
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Info.Place == 0 && !tokens[i].Info.IsLink) return false;
            known |= tokens[i].Info.Place > 1;
        }

        return known || NameTable.Phrase(tokens, first) is { Kind: NameTable.PlacePhrase } phrase && phrase.Length == end - first;
    }
}
