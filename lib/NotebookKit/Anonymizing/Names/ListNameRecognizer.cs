using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Names of persons anywhere in a text, by a table of forenames and surnames and a small model that weighs it against spelling and neighbours.</summary>
public sealed class ListNameRecognizer : Recognizer
{
    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Person;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var tokens = CollectionsMarshal.AsSpan(context.Tokens(text));
        var casing = -1;
        Span<int> features = stackalloc int[NameModel.Features];
        int start = -1, best = 0, tag = 0, tag2 = 0;
        for (var i = 0; i <= tokens.Length; i++)
        {
            var score = int.MinValue;
            if (i < tokens.Length && NameModel.IsCandidate(tokens, i, tag == 1))
            {
                if (casing < 0) casing = NameModel.Casing(tokens);
                NameModel.Describe(text, tokens, i, tag, tag2, casing, features);
                score = NameModel.Score(features);
            }

            var isName = score >= (i < tokens.Length && tag == 1 && tokens[i].IsCapital && tokens[i].Gap == Gap.Space ? ContinuedThreshold : Threshold) || (i < tokens.Length && tag == 1 && IsMiddleInitial(tokens, i));
            if (start >= 0 && (!isName || !Joins(tokens[i].Gap, tokens[i - 1])))
            {
                Close(text, tokens, start, i, best, into);
                start = -1;
            }

            if (isName && start < 0) (start, best) = (i, score);
            best = Math.Max(best, score);
            (tag2, tag) = (tag, isName ? 1 : 0);
        }
    }

    /// <summary>Lower log-odds than this are no name: chosen so that recall is a little dearer than precision.</summary>
    internal const int Threshold = -NameModel.Scale / 4;

    /// <summary>The same for a word that follows a name with a space between.</summary>
    private const int ContinuedThreshold = -NameModel.Scale;

    private void Close(string text, ReadOnlySpan<NameToken> tokens, int start, int end, int best, List<Span> into)
    {
        while (end > start && NameCues.IsParticle(tokens[end - 1].Hash)) end--;
        while (end > start && NameCues.IsTitle(tokens[start].Hash) && end - start > 1) start++;
        // A forename right before a find belongs to it, even where the model was not sure of it alone.
        while (start > 0 && end > start && tokens[start].Gap == Gap.Space && tokens[start - 1].IsCapital && tokens[start - 1].Info is { Forename: > 1, Common: < 2 }
            && !NameCues.IsOrdinary(tokens[start - 1])) start--;
        // So do the second half of a double name and a surname that no list has.
        while (end > start && end < tokens.Length && IsRest(tokens, start, end)) end++;
        if (end == start || (end < tokens.Length && NameCues.IsCompany(tokens[end]))) return;
        if (end < tokens.Length && NameCues.IsGeneration(tokens[end])) end++;
        var length = tokens[end - 1].End - tokens[start].Start;
        if (length < 2) return;
        var certainty = Math.Clamp((best - Threshold) / (4.0 * NameModel.Scale), 0, 1);
        into.Add(At(tokens[start].Start, tokens[end - 1].End, Math.Round(0.5 + (0.4 * certainty), 2)));
    }

    private static bool IsRest(ReadOnlySpan<NameToken> tokens, int start, int end) =>
        tokens[end].IsCapital && (tokens[end].Gap == Gap.Hyphen
            || (tokens[end].Gap == Gap.Space && end == start + 1 && tokens[start] is { IsCapital: true, Info.Forename: > 1 } && tokens[end].Info == default && !NameCues.IsOrdinary(tokens[end])));

    /// <summary>"Ravil G. Yefimov": one letter between two words that are written as names.</summary>
    private static bool IsMiddleInitial(ReadOnlySpan<NameToken> tokens, int i) =>
        tokens[i].Shape == Shape.Initial && tokens[i].Gap == Gap.Space && i + 1 < tokens.Length && tokens[i + 1].IsCapital && tokens[i + 1].Info.Common < 2
        && tokens[i + 1].Gap is Gap.Space or Gap.Period;

    private static bool Joins(Gap gap, NameToken before) =>
        gap is Gap.Space or Gap.Hyphen || (gap == Gap.Apostrophe && before.Length < 3) || (gap == Gap.Period && before.Length == 1);
}
