using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Names of persons by the words around them: greeting (Hi X), introduction (my name is X), title (Mrs X), signature (Best regards, X) and
/// field (Name: X), in nine languages.</summary>
public sealed class CueNameRecognizer : Recognizer
{
    private const int MaxWords = 4;

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Person;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var tokens = CollectionsMarshal.AsSpan(context.Tokens(text));
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!NameCues.MayEnd(tokens[i].Hash)) continue;
            var cue = NameCues.EndingAt(tokens, i);
            if (cue == Cue.None || (cue == Cue.Introduction && i > 1 && Firms.Contains(tokens[i - 2].Hash))) continue;
            var first = i + 1;
            while (first < tokens.Length && NameCues.IsTitle(tokens[first].Hash) && tokens[first].Gap is Gap.Space or Gap.Period or Gap.Comma) first++;
            var lead = Lead(tokens, first, cue, first > i + 1);
            var length = lead > 0 ? lead + Take(text, tokens, first + lead, cue) : first < tokens.Length && Fits(cue, tokens[first], first == i + 1) ? Take(text, tokens, first, cue) : 0;
            if (length == 0 || !Ends(cue, text, tokens, first, length)) continue;
            if (lead > 0 && length == lead) continue;
            if (IsCalled(text, tokens[first + length - 1]) || (cue == Cue.Weak && IsPlace(tokens, first, length))) continue;
            // A word written small may be what an assistant is called, or any other.
            if (cue == Cue.Greeting && length == 1 && tokens[first].Shape == Shape.Lower && ListNameRecognizer.IsNoPerson(text, tokens, first)) continue;
            into.Add(At(tokens[first].Start, tokens[first + length - 1].End, Score(cue)));
            if (cue is not (Cue.Title or Cue.Field or Cue.Owner or Cue.Weak)) AddSecond(text, tokens, first + length, cue, into);
        }
    }

    /// <summary>"Hi Ann and Bo,": the second of two.</summary>
    private void AddSecond(string text, ReadOnlySpan<NameToken> tokens, int behind, Cue cue, List<Span> into)
    {
        if (behind >= tokens.Length) return;
        var first = Ands.Contains(tokens[behind].Hash) && tokens[behind].Gap == Gap.Space ? behind + 1
            : tokens[behind].Gap == Gap.Code && text.AsSpan(tokens[behind - 1].End, tokens[behind].Start - tokens[behind - 1].End).Trim() is "&" or "+" ? behind : -1;
        if (first < 0 || first >= tokens.Length || !tokens[first].IsCapital || (first > behind && tokens[first].Gap != Gap.Space)) return;
        var length = Take(text, tokens, first, cue);
        if (length == 0) return;
        var ends = first + length == tokens.Length || tokens[first + length].Gap is not (Gap.Space or Gap.Hyphen);
        if (tokens[first].Info.Forename > 1 || (ends && tokens[first].Info.Common == 0 && tokens[first].Length > 2)) into.Add(At(tokens[first].Start, tokens[first + length - 1].End, 0.7));
    }

    private static readonly HashSet<ulong> Ands = Set("and und et y e og och i en");

    /// <summary>Particles before a surname alone: "Dr van der Berg".</summary>
    private static int Lead(ReadOnlySpan<NameToken> tokens, int first, Cue cue, bool titled)
    {
        if (!titled && cue is not (Cue.Title or Cue.Introduction or Cue.Field)) return 0;
        var count = 0;
        while (count < 3 && first + count + 1 < tokens.Length && NameCues.IsParticle(tokens[first + count].Hash) && tokens[first + count].Length > 1 && tokens[first + count + 1].Gap == Gap.Space
            && (count > 0 || tokens[first].Gap is Gap.Space or Gap.Period or Gap.Colon)) count++;
        return count > 0 && tokens[first + count].Shape is Shape.Capital or Shape.Mixed or Shape.Upper && tokens[first + count].Info.Common < 2 ? count : 0;
    }

    /// <summary>"sr.ReadLine()": a function, and no Mr. ReadLine.</summary>
    private static bool IsCalled(string text, NameToken last) => last.End < text.Length && text[last.End] == '(';

    /// <summary>"from Boston", "from West Compton", "from jason's deli": where something comes from, and nobody.</summary>
    private static bool IsPlace(ReadOnlySpan<NameToken> tokens, int first, int length)
    {
        if (tokens[first - 1].Hash != From) return false;
        var (head, last) = (tokens[first].Info, tokens[first + length - 1].Info);
        if (head.Place > 1 || (first > 1 && Distances.Contains(tokens[first - 2].Hash)) || (length > 1 && (last.Place > 1 || last.IsCompanyWord))) return true;
        if (first + length == tokens.Length) return false;
        var next = tokens[first + length];
        // What goes on behind a word written small, or behind what somebody owns, is what it comes from.
        return tokens[first].Shape == Shape.Lower ? next.Gap is Gap.Space or Gap.Apostrophe && !SmallEnds.Contains(next.Hash) && next.Hash != And : next.Gap == Gap.Space && next.Info.Place > 1;
    }

    private static readonly ulong From = NameTokens.Hash("from");

    private static readonly HashSet<ulong> Distances = Set("far faraway away distant minutes miles hours walked drove flew travel travelled traveled traveling ticket tickets train trains flight flights bus fly depart departing leave leaving");

    private static double Score(Cue cue) => cue is Cue.Weak or Cue.Field or Cue.Self or Cue.Kin or Cue.Owner ? 0.7 : 0.85;

    /// <summary>What may stand between the cue and the name.</summary>
    private static bool Fits(Cue cue, NameToken first, bool direct) => cue switch
    {
        Cue.Signature => first.Gap is Gap.Line or Gap.Comma or Gap.Quote or Gap.Stop || (first.Gap == Gap.Space && first.Info.Forename > 1),
        Cue.Field => first.Gap == Gap.Colon,
        Cue.Title => first.Gap is Gap.Space or Gap.Period,
        Cue.Greeting => first.Gap is Gap.Space || (first is { Gap: Gap.Quote, IsCapital: true, Info: { Forename: > 1, Common: < 2 } }) || (first.Gap == Gap.Comma && (first.Info.Forename > 1 || (first.IsCapital && first.Info.Common == 0))),
        Cue.Introduction => first.Gap is Gap.Space or Gap.Colon || (!direct && first.Gap == Gap.Period) || (first.IsCapital && (first.Gap == Gap.Comma || (first.Gap == Gap.Quote && first.Info.Forename > 1))),
        Cue.Kin => first.Gap is Gap.Space || (first.Gap is Gap.Comma or Gap.Quote && first.IsCapital),
        _ => first.Gap is Gap.Space,
    };

    /// <summary>How many words from here are a name.</summary>
    private static int Take(string text, ReadOnlySpan<NameToken> tokens, int from, Cue cue)
    {
        var length = 0;
        var end = 0;
        while (from + length < tokens.Length && length < MaxWords)
        {
            var token = tokens[from + length];
            if (length > 0 && !Joins(token.Gap, tokens[from + length - 1])) break;
            var particle = length > 0 && NameCues.IsParticle(token.Hash);
            // The second half of a double name may be any word: "Smith-Field".
            var half = length > 0 && token.Gap == Gap.Hyphen && (token.IsCapital || (cue is Cue.Introduction or Cue.Weak or Cue.Field or Cue.Self && token.Shape == Shape.Lower));
            if (!particle && !half && !IsNameLike(token, cue, length, tokens[from])) break;
            if (length > 0 && token.Shape == Shape.Lower && IsForm(text, token)) break;
            length++;
            if (!particle) end = length;
        }

        return end == 1 && tokens[from].Shape == Shape.Initial ? 0 : end;
    }

    private static bool Joins(Gap gap, NameToken before) =>
        gap is Gap.Space or Gap.Hyphen || (gap == Gap.Apostrophe && before.Length < 3) || (gap == Gap.Period && (before.Shape == Shape.Initial || before.Hash == Saint));

    private static readonly ulong Saint = NameTokens.Hash("St"), And = NameTokens.Hash("and"), Surname = NameTokens.Hash("surname"), NameWord = NameTokens.Hash("name");

    private static readonly ulong Is = NameTokens.Hash("is"), Its = NameTokens.Hash("its");

    private static readonly HashSet<ulong> Own = Set("first last full family maiden married member customer client"), House = Set("family kids team co"), Possessives = Set("my our his her their me"), SmallCues = Set("is its s name am"), SmallEnds = Set("again here from speaking"), Firms = Set("company companys brand business firm shop product"), Hellos = Set("hi hello hey hallo hola");

    private static bool IsNameLike(NameToken token, Cue cue, int length, NameToken first)
    {
        if (NameCues.IsNever(token.Hash)) return false;
        var info = token.Info;
        // A common word is a name behind a cue only where lists know it as a forename and it is written large.
        var common = info.Common > (info.Forename > 1 || info.Surname > 1 ? 2 : 1);
        if (token.IsCapital) return !common || (info.Forename > 1 && length == 0 && cue != Cue.Weak);
        if (token.Shape == Shape.Upper) return (info.IsName && info.Common < 2) || (cue is Cue.Introduction or Cue.Title or Cue.Greeting && (info.Common < 2 || IsUsual(info)));
        if (token.Shape == Shape.Initial) return true;
        // Scripts without cases: nothing but the cue tells, so one word, and one more behind "my name is".
        if (token.Shape == Shape.Caseless) return cue is Cue.Greeting or Cue.Introduction && length < (cue == Cue.Introduction ? 2 : 1) && token.Length is > 1 and < 12 && info.Common == 0;
        if (token.Shape != Shape.Lower) return false;
        return cue switch
        {
            Cue.Introduction => length == 0 ? (info.Common < 2 || info is { Forename: > 1, Common: < 3 }) && token.Length > 2 : (info.IsName && info.Common < 2) || (info.Common == 0 && token.Length > 2 && first.Shape == Shape.Lower),
            Cue.Self => info.Forename > 1 ? info.Common == 0 || IsUsual(info) : info.Common == 0 && token.Length > 3,
            Cue.Greeting or Cue.Kin when length == 0 && IsUsual(info) => true,
            Cue.Weak or Cue.Field when length < 2 && first.Shape == Shape.Lower && (info is { Forename: > 1, Common: < 3 } || (info.Common == 0 && token.Length > 2)) => true,
            Cue.Greeting when length == 0 && info.Common == 0 && token.Length > 3 => true,
            Cue.Greeting or Cue.Signature or Cue.Field or Cue.Title => info.Forename + info.Surname > 1 && info.Common == 0,
            _ => info.Forename > 1 && info.Common == 0,
        };
    }

    /// <summary>"this is ann karimva, …", "name: ann karimva": two words written small that are usual names, or that no list has.</summary>
    private static bool IsSmallName(string text, ReadOnlySpan<NameToken> tokens, int first, int length)
    {
        if (length < 2 || !SmallCues.Contains(tokens[first - 1].Hash) || !IsBegun(tokens, first - (tokens[first - 1].Hash == Its || tokens[first - 1].Hash == NameWord ? 1 : 2))) return false;
        if (tokens[first - 1].Hash == Its && tokens[first - 1].Gap == Gap.Space && !Hellos.Contains(tokens[first - 2].Hash)) return false;
        for (var i = first; i < first + length; i++)
            if (tokens[i].Shape != Shape.Lower || IsForm(text, tokens[i]) || NameCues.IsOrdinary(tokens[i])) return false;
        return first + length == tokens.Length || tokens[first + length].Gap is Gap.Comma or Gap.Line or Gap.Stop || SmallEnds.Contains(tokens[first + length].Hash);
    }

    /// <summary>"waiting", "surprised": forms of verbs, which no list of usual words is full of.</summary>
    private static bool IsForm(string text, NameToken token) =>
        text.AsSpan(token.Start, token.Length) is { Length: > 4 } word && (word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal));

    /// <summary>A forename that many have, though it is a word, too: behind a cue and before a mark it is the name.</summary>
    private static bool IsUsual(NameInfo info) => info is { Forename: 3, Common: < 3 };

    /// <summary>A signature ends its line, and "I am X" needs a word that lists know as a name.</summary>
    private static bool Ends(Cue cue, string text, ReadOnlySpan<NameToken> tokens, int first, int length)
    {
        var next = first + length < tokens.Length ? tokens[first + length].Gap : Gap.Line;
        var (head, closed) = (tokens[first], next is Gap.Comma or Gap.Stop or Gap.Line or Gap.Quote or Gap.Period);
        // A small word that is a usual one, too, is a name only where nothing follows that could go on with it; one that no list has only behind a greeting.
        if (head.Shape == Shape.Lower && cue is Cue.Greeting or Cue.Kin or Cue.Introduction && head.Info.Common > (cue == Cue.Introduction ? 1 : 0) && !(length > 1 && cue == Cue.Introduction))
            return closed && next != Gap.Period && (cue != Cue.Greeting || IsBegun(tokens, first - 1));
        switch (cue)
        {
            case Cue.Weak when head.Shape == Shape.Lower && (length > 1 || head.Info.Forename < 2 || head.Info.Common > 0): return IsSmallName(text, tokens, first, length);
            case Cue.Field when head.Shape == Shape.Lower && head.Info.Forename < 2: return IsSmallName(text, tokens, first, length);
            case Cue.Weak: return head.Info.Forename > 1 || (head.Info.IsName && length > 1);
            case Cue.Kin: return head.Info.Forename > 1 || (head.IsCapital && head.Info.Common == 0 && head.Length > 2 && (head.Info.Forename > 0 || IsOf(tokens, first) || (length > 1 && tokens[first + 1].Info.Common == 0)) && (head.Gap == Gap.Space || closed));
            case Cue.Owner: return (head.Info.Forename > 1 && (head.Info.Common == 0 || length > 1 || closed)) || (head is { IsCapital: true, Info.Common: 0 } && IsOwn(tokens, first - 1)) || (length > 1 && head.Info.Common == 0 && tokens[first + 1].Info.Common == 0);
            case Cue.Greeting when head.Shape == Shape.Lower && !head.Info.IsName: return next is Gap.Comma or Gap.Line or Gap.Stop && head.Gap == Gap.Space && Hellos.Contains(tokens[first - 1].Hash) && IsBegun(tokens, first - 1);
            case Cue.Greeting when head.Shape == Shape.Upper && !head.Info.IsName: return closed && Hellos.Contains(tokens[first - 1].Hash);
            case Cue.Greeting: return next != Gap.Space || head.Info.IsName;
            case Cue.Field: return head.Info.IsName || length > 1 || (head.IsCapital && head.Info.Common == 0 && IsOwn(tokens, first - 1));
            // "im thandi kariva, …": two words that no list has are a name where the sentence ends with them.
            case Cue.Self when head.Shape == Shape.Lower: return head.Info is { Forename: > 1, Common: 0 } || (length > 1 && (closed || SmallEnds.Contains(tokens[first + length].Hash)) && !IsForm(text, head) && !IsForm(text, tokens[first + 1]));
            case Cue.Self: return head.Info.Forename > 1 || (head.IsCapital && head.Info.Common == 0 && next == Gap.Comma) || (length > 1 && head.Info.Common == 0 && tokens[first + 1].Info.Common < 2);
            default: break;
        }

        if (cue == Cue.Signature && first + length + 1 < tokens.Length && tokens[first + length].Hash == And && House.Contains(tokens[first + length + 1].Hash)) return true;
        return cue != Cue.Signature || next == Gap.Line || (next is Gap.Period or Gap.Stop or Gap.Comma && tokens[first].Info.Forename > 1)
            || text.AsSpan(tokens[first + length - 1].End).TrimStart(" .!,\r\t").IsEmpty;
    }

    /// <summary>True where a greeting stands at the beginning of a sentence, perhaps with a word before it ("good morning").</summary>
    private static bool IsBegun(ReadOnlySpan<NameToken> tokens, int last) => tokens[last].Gap != Gap.Space || last == 0 || tokens[last - 1].Gap != Gap.Space;

    /// <summary>"my friend", "me and": whoever follows is somebody.</summary>
    private static bool IsOf(ReadOnlySpan<NameToken> tokens, int first)
    {
        for (var i = first - 2; i >= 0 && i >= first - 4; i--)
            if (Possessives.Contains(tokens[i].Hash)) return true;
        return false;
    }

    private static HashSet<ulong> Set(string words) => [.. words.Split(' ').Select(w => NameTokens.Hash(w))];

    /// <summary>"Last name", "surname": fields that hold nothing else.</summary>
    private static bool IsOwn(ReadOnlySpan<NameToken> tokens, int last) =>
        (last > 1 && tokens[last].Hash == Is && IsOwn(tokens, last - 1)) || last >= 0 && (tokens[last].Hash == Surname || (last > 0 && tokens[last].Hash == NameWord && Own.Contains(tokens[last - 1].Hash)));
}
