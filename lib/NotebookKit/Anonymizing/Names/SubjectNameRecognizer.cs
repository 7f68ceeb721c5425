using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Names that open a sentence, by what follows: whom somebody speaks to (<c>Vide, can I …</c>), and who does what only persons do (<c>Järvi began writing</c>,
/// <c>Sunna is a nurse</c>).</summary>
internal sealed class SubjectNameRecognizer : Recognizer
{
    private const double ByCall = 0.6, ByLife = 0.85;

    private static readonly HashSet<ulong> Asks = Set("can could would will may please"), Askers = Set("you i we please"), Dones = Set("are have did do"), Being = Set("is was"), OneOf = Set("a an my our his her their");

    private static readonly ulong You = NameTokens.Hash("you");

    /// <summary>Verbs of two words that have nothing but persons before them.</summary>
    private static readonly HashSet<(ulong, ulong)> Lives = [.. "was born|grew up|passed away|got married|began writing|began painting|began singing|started writing|studied at|studied in|had given|was married|is married|got engaged|got divorced|was hired|was fired|resigned from|gave birth|graduated from|fell ill|retired from".Split('|').Select(v => v.Split(' ')).Select(v => (NameTokens.Hash(v[0]), NameTokens.Hash(v[1])))];

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Person;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var tokens = CollectionsMarshal.AsSpan(context.Tokens(text));
        for (var i = 0; i + 2 < tokens.Length; i++)
        {
            if (tokens[i].Gap is not (Gap.Start or Gap.Line or Gap.Stop or Gap.Period or Gap.Quote) || !IsName(tokens[i])) continue;
            var next = i + 1;
            if (tokens[next].Gap == Gap.Comma && IsAsked(tokens, next)) into.Add(At(tokens[i].Start, tokens[i].End, ByCall));
            else if (tokens[next].Gap == Gap.Space && IsPerson(tokens, next)) into.Add(At(tokens[i].Start, tokens[i].End, ByLife));
        }
    }

    /// <summary>A word that no language has, or that is more of a name than a word.</summary>
    private static bool IsName(in NameToken word) => word.IsCapital && word.Length > 2 && !word.Info.IsStop && !word.Info.IsFirm && word.Info.Place < 2 && (word.Info.Common == 0 || word.Info is { Common: 1, Forename: > 1 }) && !NameCues.IsOrdinary(word);

    /// <summary>", can I", ", please", ", are you".</summary>
    private static bool IsAsked(ReadOnlySpan<NameToken> tokens, int i)
    {
        if (tokens[i].Shape != Shape.Lower || tokens[i + 1].Gap != Gap.Space) return false;
        return Asks.Contains(tokens[i].Hash) ? Askers.Contains(tokens[i + 1].Hash) || tokens[i + 1].Shape == Shape.Lower && tokens[i].Hash == Please : Dones.Contains(tokens[i].Hash) && tokens[i + 1].Hash == You;
    }

    private static readonly ulong Please = NameTokens.Hash("please");

    private static bool IsPerson(ReadOnlySpan<NameToken> tokens, int i)
    {
        if (tokens[i].Shape != Shape.Lower || tokens[i + 1].Gap != Gap.Space) return false;
        if (Lives.Contains((tokens[i].Hash, tokens[i + 1].Hash))) return true;
        if (!Being.Contains(tokens[i].Hash) || !OneOf.Contains(tokens[i + 1].Hash)) return false;
        for (var at = i + 2; at < tokens.Length && at < i + 5 && tokens[at] is { Gap: Gap.Space, Shape: Shape.Lower }; at++)
            if (Occupations.IsOne(tokens[at].Hash)) return true;
        return false;
    }

    private static HashSet<ulong> Set(string words) => [.. words.Split(' ').Select(w => NameTokens.Hash(w))];
}
