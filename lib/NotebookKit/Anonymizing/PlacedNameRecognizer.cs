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

    private static readonly ulong Speaking = NameTokens.Hash("speaking");

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

        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Hash == Speaking && i > 0 && tokens[i].Gap == Gap.Space) AddSpeaker(tokens, i, into);
            if (tokens[i].Start > 0 && text[tokens[i].Start - 1] == '@' && tokens[i].IsCapital && tokens[i].Info.Forename > 0 && IsFree(text, tokens[i].Start - 2))
                into.Add(At(tokens[i].Start, tokens[i].End, 0.7));
        }
    }

    /// <summary>A name that fills its line: the first line of a text as an address (with a comma behind), a later one as a signature.</summary>
    private void Add(string text, ReadOnlySpan<NameToken> tokens, int first, List<Span> into)
    {
        var length = 1;
        while (first + length < tokens.Length && length <= MaxWords + 1 && tokens[first + length].Gap is Gap.Space or Gap.Hyphen) length++;
        var next = first + length < tokens.Length ? tokens[first + length].Gap : Gap.Line;
        if (length > MaxWords || next != Gap.Line || !IsName(tokens.Slice(first, length))) return;
        var behind = text.AsSpan(tokens[first + length - 1].End);
        // Lines with numbers below are an address, and this may be its town.
        if (first > 0 && behind.ContainsAnyInRange('0', '9')) return;
        var line = behind.IndexOf('\n') is >= 0 and var end ? behind[..end].Trim() : behind.Trim();
        if (first == 0 ? line is "," && !behind.Trim().IsEmpty : line.IsEmpty || line is "." or "," or "!") into.Add(At(tokens[first].Start, tokens[first + length - 1].End, 0.7));
    }

    /// <summary>"Jane Doe speaking".</summary>
    private void AddSpeaker(ReadOnlySpan<NameToken> tokens, int behind, List<Span> into)
    {
        var first = behind;
        while (first > 0 && behind - first < MaxWords && tokens[first - 1].IsCapital && (first == behind || tokens[first].Gap is Gap.Space or Gap.Hyphen)) first--;
        if (first < behind && tokens[first].Gap is not (Gap.Space or Gap.Hyphen) && (behind - first > 1 || tokens[first].Info.IsName) && !NameCues.IsNever(tokens[first].Hash))
            into.Add(At(tokens[first].Start, tokens[behind - 1].End, 0.7));
    }

    /// <summary>Words written large, the first of them one that lists know as a forename and not as a usual word.</summary>
    private static bool IsName(ReadOnlySpan<NameToken> words)
    {
        if (words[0].Info.Forename == 0 || words[0].Info.Common > 1 || NameCues.IsNever(words[0].Hash) || NameCues.IsOrdinary(words[0])) return false;
        foreach (var word in words)
            if (!word.IsCapital && !NameCues.IsParticle(word.Hash) && word.Shape != Shape.Initial) return false;
        return true;
    }

    private static bool IsFree(string text, int index) => index < 0 || char.IsWhiteSpace(text[index]);
}
