using System.Runtime.InteropServices;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Names that the record itself gives in its fields: whole, first or last part alone, in any case, with a possessive or a case ending, with
/// initials, as a pet name, misspelt by one letter, as a user name. A part that is also a common word ("Will") counts only where it is written large inside
/// a sentence.</summary>
public sealed class KnownNameRecognizer : Recognizer
{
    private const double Whole = 0.97, Part = 0.93, Inflected = 0.85, Pet = 0.7, Slip = 0.65, Handle = 0.8, Initials = 0.7;

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Person;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Types { get; } = [EntityTypes.Person, EntityTypes.UserName];

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        if (context.Known.Count == 0) return;
        foreach (var name in context.Known)
            if (name.HasIdeographs) FindPlain(text, name, into);
        var tokens = CollectionsMarshal.AsSpan(context.Tokens(text));
        for (var i = 0; i < tokens.Length;)
        {
            var best = Longest(text, context.Known, tokens, i);
            if (best.Length > 0) into.Add(At(tokens[i].Start, tokens[i + best.Length - 1].End, best.Type, best.Score) with { Identity = best.Name!.Full });
            i += Math.Max(best.Length, 1);
        }

        AddSignature(text, context.Known, into);
    }

    private readonly record struct Hit(KnownName? Name, int Length, double Score, string Type);

    /// <summary>Scripts that write without spaces have no words to compare: the name is looked for as it is.</summary>
    private void FindPlain(string text, KnownName name, List<Span> into)
    {
        for (var at = text.IndexOf(name.Full, StringComparison.Ordinal); at >= 0;)
        {
            var end = at + name.Full.Length;
            into.Add(At(at, end, Part) with { Identity = name.Full });
            at = end < text.Length ? text.IndexOf(name.Full, end, StringComparison.Ordinal) : -1;
        }
    }

    private static Hit Longest(string text, IReadOnlyList<KnownName> known, ReadOnlySpan<NameToken> tokens, int from)
    {
        var best = default(Hit);
        foreach (var name in known)
        {
            var hit = Match(text, name, tokens, from);
            if (hit.Length > best.Length || (hit.Length == best.Length && hit.Score > best.Score)) best = hit;
        }

        return best;
    }

    /// <summary>How many words from here belong to the name, in any order of its parts.</summary>
    private static Hit Match(string text, KnownName name, ReadOnlySpan<NameToken> tokens, int from)
    {
        int length = 0, exact = 0, initials = 0;
        var score = Whole;
        for (; from + length < tokens.Length && length < name.Words.Length && (length == 0 || Continues(tokens, from + length)); length++)
        {
            var token = tokens[from + length];
            if (name.Forms.TryGetValue(token.Hash, out var form) && form != NameForm.Handle)
            {
                if (form == NameForm.Word) exact++;
                else if (!MayVary(token, form)) break;
                else score = Math.Min(score, form == NameForm.Pet ? Pet : Inflected);
            }
            else if (IsInitial(text, name, tokens, from, length))
            {
                initials++;
                score = Math.Min(score, Inflected);
            }
            else if (IsSlip(text, name, token))
            {
                score = Slip;
            }
            else
            {
                break;
            }
        }

        if (length > 0 && initials == length) return default;
        if (length == 0) return AsHandle(text, name, tokens[from]);
        if (length == name.Words.Length && exact == length) return length > 1 && AreWords(tokens.Slice(from, length)) ? default : new(name, length, length > 1 ? Whole : Part, EntityTypes.Person);
        if (exact < length) return exact > 0 || length > 1 || MayStandAlone(tokens[from]) || tokens[from].Info.Common == 0 ? new(name, length, score, EntityTypes.Person) : default;
        while (length > 0 && !name.Parts.Contains(tokens[from + length - 1].Hash)) length--;
        if (length == 0 || !name.Parts.Contains(tokens[from].Hash)) return default;
        return length > 1 || MayStandAlone(tokens[from]) ? new(name, length, length > 1 ? Whole : Part, EntityTypes.Person) : default;
    }

    /// <summary>"i will mark it" of somebody called Will Mark: all written small, all words that everybody uses.</summary>
    private static bool AreWords(ReadOnlySpan<NameToken> tokens)
    {
        foreach (var token in tokens)
            if (token.Shape != Shape.Lower || token.Info.Common < 2) return false;
        return true;
    }

    private static bool Continues(ReadOnlySpan<NameToken> tokens, int next) => tokens[next].Gap is not (Gap.Stop or Gap.Code) && !IsSentenceEnd(tokens, next);

    /// <summary>"Thanks, Jane. Doe …": a full stop and a space behind a word that is no abbreviation.</summary>
    private static bool IsSentenceEnd(ReadOnlySpan<NameToken> tokens, int next) =>
        tokens[next].Gap == Gap.Period && tokens[next].Start > tokens[next - 1].End + 1 && tokens[next - 1].Length > 2;

    private static bool MayStandAlone(NameToken token) => token.Info.Common < 2 || IsLarge(token);

    private static bool IsLarge(NameToken token) => token.IsCapital && token.Gap is not (Gap.Start or Gap.Period or Gap.Line or Gap.Stop);

    /// <summary>Forms that the record does not give are other words, too ("marks", "bill"): written large, or no word of the language.</summary>
    private static bool MayVary(NameToken token, NameForm form) => form == NameForm.Pet
        ? token.IsCapital && (token.Info.Common < 2 || IsLarge(token))
        : token.Info.Common == 0 && (token.IsCapital || token.Length > 4 || token.Shape == Shape.Caseless);

    /// <summary><c>J.</c> before the surname, <c>F.</c> behind the forename. "I" and "a" are words where no full stop follows.</summary>
    private static bool IsInitial(string text, KnownName name, ReadOnlySpan<NameToken> tokens, int from, int at)
    {
        var token = tokens[from + at];
        if (token.Shape != Shape.Initial) return false;
        var letter = Fold.Char(text[token.Start]);
        var stop = Chars.At(text, token.End) == '.';
        if (!stop && letter is 'i' or 'a') return false;
        if (at == 0)
        {
            return letter == name.Folded[0][0] && from + 1 < tokens.Length && tokens[from + 1].Start - token.End < 3 && tokens[from + 1].Gap is Gap.Space or Gap.Period
                && name.Parts.Contains(tokens[from + 1].Hash) && Array.IndexOf(name.Words, tokens[from + 1].Hash) > 0;
        }

        return token.Gap == Gap.Space && letter == name.Folded[^1][0] && tokens[from + at - 1].Hash == name.Words[0];
    }

    private static bool IsSlip(string text, KnownName name, NameToken token)
    {
        if (token.Length < NameDistance.Least - 1 || token.Length > 32 || token.Info.Common > 0 || token.Info.Forename > 1 || token.Info.Surname > 1) return false;
        if (!token.IsCapital && (token.Shape != Shape.Lower || token.Length < NameDistance.Least + 1)) return false;
        var (first, second) = (Fold.Char(text[token.Start]), Fold.Char(text[token.Start + 1]));
        string? folded = null;
        foreach (var part in name.Folded)
        {
            if (part.Length < NameDistance.Least || Math.Abs(part.Length - token.Length) > 1 || (part[0] != first && part[0] != second) || NameTable.Find(NameTokens.Hash(part)).Common > 1) continue;
            if (NameDistance.IsSlip(part, folded ??= KnownName.Folding(text.AsSpan(token.Start, token.Length)))) return true;
        }

        return false;
    }

    /// <summary><c>jane_fairweather92</c>, <c>jfairweather</c>, <c>jane92</c>: digits and underscores do not count.</summary>
    private static Hit AsHandle(string text, KnownName name, NameToken token)
    {
        if (token.Length < 5 || token.Info.Common > 0) return default;
        var hash = token.Hash;
        if (token.Shape == Shape.Code)
        {
            Span<char> letters = stackalloc char[Math.Min(token.Length, 64)];
            var count = 0;
            foreach (var c in text.AsSpan(token.Start, Math.Min(token.Length, 64)))
                if (char.IsLetter(c)) letters[count++] = c;
            if (count < 3) return default;
            hash = NameTokens.Hash(letters[..count]);
        }

        if (!name.Forms.TryGetValue(hash, out var form)) return default;
        return form == NameForm.Handle || (token.Shape == Shape.Code && form == NameForm.Word && name.Parts.Contains(hash)) ? new(name, 1, Handle, EntityTypes.UserName) : default;
    }

    /// <summary>Initials are a name where they are all that stands in the last line.</summary>
    private void AddSignature(string text, IReadOnlyList<KnownName> known, List<Span> into)
    {
        var body = text.AsSpan().TrimEnd();
        var line = body.LastIndexOf('\n') + 1;
        if (line == 0 || body.Length - line > 8) return;
        var start = line;
        while (start < body.Length && body[start] is '-' or '–' or '—' or '~' or '/' or ' ') start++;
        Span<char> letters = stackalloc char[8];
        var count = 0;
        foreach (var c in body[start..])
            if (c is not ('.' or ' ')) letters[count++] = c;
        foreach (var name in known)
            if (name.Initials is { } initials && letters[..count].SequenceEqual(initials)) into.Add(At(start, body.Length, Initials) with { Identity = name.Full });
    }
}
