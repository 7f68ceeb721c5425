using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Names of persons by their place: alone on the first line of a text or on one of its last, before "speaking", or behind a sign that calls
/// somebody (<c>@Jane</c>).</summary>
public sealed class PlacedNameRecognizer : Recognizer
{
    /// <summary>Words of a name that stands alone on its line.</summary>
    private const int MaxWords = 3;

    /// <summary>Lines at the end of a text in which a signature stands.</summary>
    private const int LastLines = 3;

    private static readonly ulong Speaking = NameTokens.Hash("speaking"), Is = NameTokens.Hash("is"), My = NameTokens.Hash("my"), NameWord = NameTokens.Hash("name");

    private static readonly HashSet<ulong> Personal = [.. "i my me we our you your thanks thank cheers please hello hi".Split(' ').Select(w => NameTokens.Hash(w))];

    private static readonly HashSet<ulong> Members = [.. "member customer client user subscriber runner cyclist swimmer aged from premium born new".Split(' ').Select(w => NameTokens.Hash(w))];

    private static readonly HashSet<ulong> Callers = [.. "here writing calling again".Split(' ').Select(w => NameTokens.Hash(w))];

    private static readonly ulong CallerBits = Callers.Aggregate(0UL, (bits, hash) => bits | (1UL << (int)(hash & 63)));

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Person;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var tokens = CollectionsMarshal.AsSpan(context.Tokens(text));
        if (tokens.IsEmpty) return;
        Add(text, tokens, 0, into);
        var lines = 0;
        for (var i = tokens.Length - 1; i > 0 && lines < LastLines; i--)
        {
            if (tokens[i].Gap != Gap.Line) continue;
            lines++;
            Add(text, tokens, i, into);
        }

        var isMarked = text.AsSpan().ContainsAny('@', '^');
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i > 0 && IsSaid(tokens, i)) AddSpeaker(tokens, i, into);
            if (i > 1 && tokens[i].Gap == Gap.Space && IsCaller(tokens[i].Hash) && IsSmallName(tokens, i)) into.Add(At(tokens[i - 2].Start, tokens[i - 1].End, 0.7));
            if (!isMarked || tokens[i].Start == 0) continue;
            if (text[tokens[i].Start - 1] == '^' && i == tokens.Length - 1 && tokens[i].Length > 1 && IsFree(text, tokens[i].Start - 2)) into.Add(At(tokens[i].Start, tokens[i].End, 0.7));
            if (text[tokens[i].Start - 1] == '@' && tokens[i].Shape == Shape.Capital && IsFree(text, tokens[i].Start - 2) && (tokens[i].Info.Forename > 0 || (tokens[i].Start == 1 && tokens[i].Info.Common == 0 && Chars.At(text, tokens[i].End) is ' ' or ',' or ':')))
                into.Add(At(tokens[i].Start, tokens[i].End, 0.7));
        }
    }

    /// <summary>A name that fills its line: the first line of a text as an address (with a comma behind), a later one as a signature.</summary>
    private void Add(string text, ReadOnlySpan<NameToken> tokens, int first, List<Span> into)
    {
        var length = 1;
        while (first + length < tokens.Length && length <= MaxWords + 1 && (tokens[first + length].Gap is Gap.Space or Gap.Hyphen
            || (tokens[first + length].Gap == Gap.Period && tokens[first + length - 1].Shape == Shape.Initial))) length++;
        var next = first + length < tokens.Length ? tokens[first + length].Gap : Gap.Line;
        // "Jo xx"
        if (first > 0 && length > 1 && next == Gap.Line && IsKisses(text, tokens[first + length - 1])) length--;
        if (length > MaxWords || next != Gap.Line || !(IsName(tokens.Slice(first, length)) || IsSigned(text, tokens, first, length))) return;
        var behind = text.AsSpan(tokens[first + length - 1].End);
        // Lines with numbers below are an address, and this may be its town.
        if (first > 0 && behind.ContainsAnyInRange('0', '9')) return;
        var line = behind.IndexOf('\n') is >= 0 and var end ? behind[..end].Trim() : behind.Trim();
        if (first > 0) line = line.TrimEnd("x ");
        if (first == 0 ? line is "," && !behind.Trim().IsEmpty : line.IsEmpty || line is "." or "," or "!") into.Add(At(tokens[first].Start, tokens[first + length - 1].End, 0.7));
    }

    /// <summary>A name that no list has, by its place alone: the last line, behind a dash, a closing line with a comma or the end of a sentence. Small letters only where
    /// a list has the name and a blank line stands before it.</summary>
    private static bool IsSigned(string text, ReadOnlySpan<NameToken> tokens, int first, int length)
    {
        if (first == 0 || length > 2 || first + length < tokens.Length && !(first + length == tokens.Length - 1 && IsKisses(text, tokens[^1]))) return false;
        var words = tokens.Slice(first, length);
        var above = text.AsSpan(0, tokens[first - 1].End + 1);
        var between = text.AsSpan(tokens[first - 1].End, words[0].Start - tokens[first - 1].End);
        foreach (var word in words)
        {
            if (word.Info.Common > 0 && word.Shape != Shape.Initial || NameCues.IsNever(word.Hash) || NameCues.IsOrdinary(word) || (word.Length < 3 && word.Shape != Shape.Initial)) return false;
            if (word.Shape == Shape.Lower ? length > 1 || word.Info.Forename == 0 || between.Count('\n') < 2 : !word.IsCapital && word.Shape != Shape.Initial) return false;
        }

        if (words[0].Shape == Shape.Initial) return length == 2;
        // Who signs has spoken of himself, or to somebody; else this may be what is asked about.
        if (between.Count('\n') < 2 && !IsPersonal(tokens[..first])) return false;
        var marks = between.Trim();
        if (marks is "-" or "–" or "—" or "--" or "~" or "*" || marks.EndsWith("\n-") || marks.EndsWith("\n–")) return IsLastDash(above);
        return marks is "." or "," or "!" or "?" or ")" or ":)" || (words[0].Shape == Shape.Lower && marks.IsEmpty);
    }

    private static bool IsPersonal(ReadOnlySpan<NameToken> words)
    {
        foreach (var word in words)
            if (Personal.Contains(word.Hash)) return true;
        return false;
    }

    /// <summary>False where lines above begin with a dash too: a list.</summary>
    private static bool IsLastDash(ReadOnlySpan<char> above)
    {
        foreach (var line in above.EnumerateLines())
            if (line.TrimStart() is ['-' or '–' or '*', ..]) return false;
        return true;
    }

    private static bool IsKisses(string text, NameToken word) => word.Length < 4 && text.AsSpan(word.Start, word.Length).IndexOfAnyExcept('x', 'X', 'o') < 0;

    /// <summary>"speaking", "here", "is my name", ", member since": what stands behind the name of one who presents himself.</summary>
    private static bool IsSaid(ReadOnlySpan<NameToken> tokens, int i)
    {
        if (tokens[i].Gap is not (Gap.Space or Gap.Comma or Gap.Quote) || !tokens[i - 1].IsCapital) return false;
        if (tokens[i].Gap != Gap.Space) return Members.Contains(tokens[i].Hash);
        return tokens[i].Hash == Speaking || IsCaller(tokens[i].Hash) || (tokens[i].Hash == Is && i + 2 < tokens.Length && tokens[i + 1].Hash == My && tokens[i + 2].Hash == NameWord);
    }

    /// <summary>"hi, jane doe here": two words written small at the beginning of what is said.</summary>
    private static bool IsSmallName(ReadOnlySpan<NameToken> tokens, int behind)
    {
        var (first, last) = (tokens[behind - 2], tokens[behind - 1]);
        return first.Shape == Shape.Lower && last.Shape == Shape.Lower && last.Gap == Gap.Space && first.Gap is Gap.Start or Gap.Line or Gap.Comma or Gap.Stop or Gap.Period
            && (behind + 1 == tokens.Length || tokens[behind + 1].Gap is Gap.Comma or Gap.Line or Gap.Stop or Gap.Period) && IsSmall(first) && IsSmall(last);
    }

    private static bool IsSmall(NameToken word) => word.Length > 2 && (word.Info.Common == 0 || word.Info is { Forename: 3, Common: < 3 }) && !NameCues.IsOrdinary(word);

    /// <summary>"Jane Doe speaking".</summary>
    private void AddSpeaker(ReadOnlySpan<NameToken> tokens, int behind, List<Span> into)
    {
        var first = behind;
        while (first > 0 && behind - first < MaxWords + 1 && tokens[first - 1].IsCapital && (first == behind || tokens[first].Gap is Gap.Space or Gap.Hyphen)) first--;
        var words = behind - first;
        if (words == 0 || tokens[first].Gap is Gap.Space or Gap.Hyphen || NameCues.IsNever(tokens[first].Hash) || NameCues.IsOrdinary(tokens[first])) return;
        var info = tokens[first].Info;
        var isName = tokens[behind].Hash == Speaking ? words > 1 || info.IsName : info.Forename > 1 || (info.Common == 0 && (words > 1 || info.Forename > 0));
        if (isName && (tokens[behind].Gap == Gap.Space || words > 1)) into.Add(At(tokens[first].Start, tokens[behind - 1].End, 0.7));
    }

    /// <summary>Words written large, the first of them one that lists know as a forename and not as a usual word.</summary>
    private static bool IsName(ReadOnlySpan<NameToken> words)
    {
        if (words[0].Info.Forename == 0 || words[0].Info.Common > 1 || NameCues.IsNever(words[0].Hash) || NameCues.IsOrdinary(words[0])) return false;
        foreach (var word in words)
            if (!word.IsCapital && !NameCues.IsParticle(word.Hash) && word.Shape != Shape.Initial) return false;
        return true;
    }

    /// <summary>A bit for each hash's low bits tells most words apart before the set is asked.</summary>
    private static bool IsCaller(ulong hash) => (CallerBits >> (int)(hash & 63) & 1) != 0 && Callers.Contains(hash);

    private static bool IsFree(string text, int index) => index < 0 || char.IsWhiteSpace(text[index]);
}
