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
            if (cue == Cue.None) continue;
            var first = i + 1;
            while (first < tokens.Length && NameCues.IsTitle(tokens[first].Hash) && tokens[first].Gap is Gap.Space or Gap.Period or Gap.Comma) first++;
            var length = first < tokens.Length && Fits(cue, tokens[first], first == i + 1) ? Take(tokens, first, cue) : 0;
            if (length == 0 || !Ends(cue, text, tokens, first, length)) continue;
            into.Add(At(tokens[first].Start, tokens[first + length - 1].End, Score(cue)));
        }
    }

    private static double Score(Cue cue) => cue is Cue.Weak or Cue.Field or Cue.Self ? 0.7 : 0.85;

    /// <summary>What may stand between the cue and the name.</summary>
    private static bool Fits(Cue cue, NameToken first, bool direct) => cue switch
    {
        Cue.Signature => first.Gap is Gap.Line or Gap.Comma or Gap.Quote or Gap.Stop || (first.Gap == Gap.Space && first.Info.Forename > 1),
        Cue.Field => first.Gap == Gap.Colon,
        Cue.Title => first.Gap is Gap.Space or Gap.Period,
        Cue.Greeting => first.Gap is Gap.Space || (first.Gap == Gap.Comma && (first.Info.Forename > 1 || (first.IsCapital && first.Info.Common == 0))),
        Cue.Introduction => first.Gap is Gap.Space or Gap.Colon || (!direct && first.Gap == Gap.Period),
        _ => first.Gap is Gap.Space,
    };

    /// <summary>How many words from here are a name.</summary>
    private static int Take(ReadOnlySpan<NameToken> tokens, int from, Cue cue)
    {
        var length = 0;
        var end = 0;
        while (from + length < tokens.Length && length < MaxWords)
        {
            var token = tokens[from + length];
            if (length > 0 && !Joins(token.Gap, tokens[from + length - 1])) break;
            var particle = length > 0 && NameCues.IsParticle(token.Hash);
            // The second half of a double name may be any word: "Smith-Field".
            var half = length > 0 && token is { Gap: Gap.Hyphen, IsCapital: true };
            if (!particle && !half && !IsNameLike(token, cue, length)) break;
            length++;
            if (!particle) end = length;
        }

        return end == 1 && tokens[from].Shape == Shape.Initial ? 0 : end;
    }

    private static bool Joins(Gap gap, NameToken before) =>
        gap is Gap.Space or Gap.Hyphen || (gap == Gap.Apostrophe && before.Length < 3) || (gap == Gap.Period && before.Shape == Shape.Initial);

    private static bool IsNameLike(NameToken token, Cue cue, int length)
    {
        if (NameCues.IsNever(token.Hash)) return false;
        var info = token.Info;
        // A common word is a name behind a cue only where lists know it as a forename and it is written large.
        var common = info.Common > (info.Forename > 1 || info.Surname > 1 ? 2 : 1);
        if (token.IsCapital) return !common || (info.Forename > 1 && length == 0 && cue != Cue.Weak);
        if (token.Shape == Shape.Upper) return (info.IsName && info.Common < 2) || (cue is Cue.Introduction or Cue.Title && info.Common < 2);
        if (token.Shape == Shape.Initial) return true;
        if (token.Shape != Shape.Lower) return false;
        return cue switch
        {
            Cue.Introduction => length == 0 ? info.Common < 2 && token.Length > 2 : info.IsName && info.Common < 2,
            Cue.Greeting or Cue.Signature or Cue.Field or Cue.Title => info.Forename + info.Surname > 1 && info.Common == 0,
            _ => info.Forename > 1 && info.Common == 0,
        };
    }

    /// <summary>A signature ends its line, and "I am X" needs a word that lists know as a name.</summary>
    private static bool Ends(Cue cue, string text, ReadOnlySpan<NameToken> tokens, int first, int length)
    {
        var next = first + length < tokens.Length ? tokens[first + length].Gap : Gap.Line;
        if (cue == Cue.Weak) return tokens[first].Info.Forename > 1 || (tokens[first].Info.IsName && length > 1);
        if (cue == Cue.Greeting) return next != Gap.Space || tokens[first].Info.IsName;
        if (cue == Cue.Field) return tokens[first].Info.IsName || length > 1;
        if (cue == Cue.Self) return tokens[first].Info.Forename > 1 || (tokens[first].IsCapital && tokens[first].Info.Common == 0 && next == Gap.Comma)
            || (length > 1 && tokens[first].Info.Common == 0 && tokens[first + 1].Info.Common < 2);
        return cue != Cue.Signature || next == Gap.Line || (next is Gap.Period or Gap.Stop or Gap.Comma && tokens[first].Info.Forename > 1)
            || text.AsSpan(tokens[first + length - 1].End).TrimStart(" .!,\r\t").IsEmpty;
    }
}
