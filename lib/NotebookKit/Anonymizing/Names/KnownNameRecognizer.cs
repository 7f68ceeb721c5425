using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Names that the record itself gives in its fields: whole, first or last part alone, in any case, with a possessive. A part that is also
/// a common word ("Will") counts only where it is written large inside a sentence.</summary>
public sealed class KnownNameRecognizer : Recognizer
{
    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Person;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        if (context.Known.Count == 0) return;
        foreach (var name in context.Known)
            if (name.HasIdeographs) FindPlain(text, name, into);
        var tokens = CollectionsMarshal.AsSpan(context.Tokens(text));
        for (var i = 0; i < tokens.Length;)
        {
            var (name, length) = Longest(context.Known, tokens, i);
            if (name is not null)
            {
                into.Add(At(tokens[i].Start, tokens[i + length - 1].End, length > 1 ? 0.97 : 0.93) with { Identity = name.Full });
            }

            i += Math.Max(length, 1);
        }
    }

    /// <summary>Scripts that write without spaces have no words to compare: the name is looked for as it is.</summary>
    private void FindPlain(string text, KnownName name, List<Span> into)
    {
        for (var at = text.IndexOf(name.Full, StringComparison.Ordinal); at >= 0;)
        {
            var end = at + name.Full.Length;
            into.Add(At(at, end, 0.93) with { Identity = name.Full });
            at = end < text.Length ? text.IndexOf(name.Full, end, StringComparison.Ordinal) : -1;
        }
    }

    private static (KnownName? Name, int Length) Longest(IReadOnlyList<KnownName> known, ReadOnlySpan<NameToken> tokens, int from)
    {
        KnownName? best = null;
        var longest = 0;
        foreach (var name in known)
        {
            var length = Match(name, tokens, from);
            if (length <= longest) continue;
            longest = length;
            best = name;
        }

        return (best, longest);
    }

    /// <summary>How many words from here belong to the name, in any order of its parts.</summary>
    private static int Match(KnownName name, ReadOnlySpan<NameToken> tokens, int from)
    {
        var length = 0;
        while (from + length < tokens.Length && length < name.Words.Length && Array.IndexOf(name.Words, tokens[from + length].Hash) >= 0
            && (length == 0 || tokens[from + length].Gap is not (Gap.Stop or Gap.Code) && !IsSentenceEnd(tokens, from + length))) length++;
        if (length == name.Words.Length) return length;
        while (length > 0 && !name.Parts.Contains(tokens[from + length - 1].Hash)) length--;
        if (length == 0 || !name.Parts.Contains(tokens[from].Hash)) return 0;
        return length > 1 || MayStandAlone(tokens[from]) ? length : 0;
    }

    /// <summary>"Thanks, Jane. Doe …": a full stop and a space behind a word that is no abbreviation.</summary>
    private static bool IsSentenceEnd(ReadOnlySpan<NameToken> tokens, int next) =>
        tokens[next].Gap == Gap.Period && tokens[next].Start > tokens[next - 1].End + 1 && tokens[next - 1].Length > 2;

    private static bool MayStandAlone(NameToken token) =>
        token.Info.Common < 2 || (token.IsCapital && token.Gap is not (Gap.Start or Gap.Period or Gap.Line or Gap.Stop));
}
