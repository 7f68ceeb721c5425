using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Names of persons who are spoken to, by the form of the sentence: in front of a text (<c>Jane, thank you …</c>), behind the comma that ends a
/// short polite sentence (<c>No problem, Jane!</c>), and between the commas of <c>I, Jane Doe, hereby …</c>. A name that no list has counts where the
/// words around it leave little else.</summary>
public sealed class AddressNameRecognizer : Recognizer
{
    /// <summary>Words of a sentence that ends with a name; longer ones end with places and products, too.</summary>
    private const int MaxSentence = 8;

    private const double Sure = 0.85, Likely = 0.7;

    /// <summary>How such a sentence begins where hardly anything but a name can end it, and where other words may.</summary>
    private static readonly HashSet<ulong> Warm = Set("thank thanks thx welcome sorry apologies congratulations congrats hello hi hey hiya dear dearest bravo greetings nice pleased glad happy merci danke gracias grazie obrigado obrigada"),
        Mild = Set("absolutely certainly sure surely great good perfect right understood noted of no yes yep yeah ok okay exactly definitely indeed fantastic awesome wonderful excellent well my i oh hope does is did do let have take see any keep please all you your that it what how here there"),
        Answers = Set("absolutely certainly sure surely great good perfect understood noted of no exactly definitely indeed fantastic awesome wonderful excellent well");

    /// <summary>How a sentence goes on behind the name of the one that it speaks to.</summary>
    private static readonly HashSet<ulong> Begun = Set("thank thanks hello hi hey sorry please your i you we this that the here it good great welcome glad can could do did have let what when where why how if no yes to just");

    private static readonly HashSet<ulong> Personal = Set("thank thanks hello hi hey sorry please your i we welcome glad");

    private static readonly ulong I = NameTokens.Hash("I");

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Person;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var tokens = CollectionsMarshal.AsSpan(context.Tokens(text));
        var start = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Gap is Gap.Start or Gap.Line or Gap.Period or Gap.Stop) start = i;
            if (!tokens[i].IsCapital || tokens[i].Length < 3 || NameCues.IsNever(tokens[i].Hash)) continue;
            var score = i == start ? Head(text, tokens, i) : i - start < MaxSentence ? Tail(text, tokens, start, i) : 0;
            if (score == 0 && IsDouble(tokens, i)) score = Likely;
            if (score > 0) into.Add(At(tokens[i].Start, tokens[i + Length(tokens, i) - 1].End, score));
        }
    }

    /// <summary>A name in front of what is said to it.</summary>
    private static double Head(string text, ReadOnlySpan<NameToken> tokens, int first)
    {
        var length = Length(tokens, first);
        var behind = first + length;
        if (behind >= tokens.Length || tokens[first].Gap is Gap.Period or Gap.Stop) return 0;
        var (gap, next) = (tokens[behind].Gap, tokens[behind]);
        var (known, unknown) = (tokens[first].Info.Forename > 1, IsUnknown(text, tokens[first]));
        if (gap == Gap.Comma && IsBefore(text, tokens[behind - 1], ','))
        {
            if (known && (tokens[first].Info.Common switch { < 2 => Begun, 2 => Personal, _ => [] }).Contains(next.Hash)) return Sure;
            // "Unfortunately, I …" does not stand in front of thanks or greetings.
            return unknown && first == 0 && Personal.Contains(next.Hash) && next.Hash != I || (unknown && length > 1 && Personal.Contains(next.Hash)) ? Likely : 0;
        }

        // The first line of a letter, with nothing else on it.
        if (gap == Gap.Line && first == 0 && IsBefore(text, tokens[behind - 1], ',')) return known || unknown || length > 1 ? Sure : 0;
        if (gap == Gap.Line && first == 0 && IsBefore(text, tokens[behind - 1], ':')) return known && tokens[first].Info.Common < 3 ? Likely : 0;
        if (known && first == 0 && length > 1 && tokens[1].Info == default && tokens[first].Info.Common < 2) return Likely;
        return known && first == 0 && tokens[first].Info.Common < 3 && (gap == Gap.Quote || IsBefore(text, tokens[behind - 1], '!')) && Begun.Contains(next.Hash) ? Likely : 0;
    }

    /// <summary>A name that ends a polite sentence, or stands behind its first words.</summary>
    private static double Tail(string text, ReadOnlySpan<NameToken> tokens, int start, int first)
    {
        var behind = first + Length(tokens, first);
        var next = behind < tokens.Length ? tokens[behind].Gap : Gap.Line;
        var (known, unknown) = (tokens[first].Info.Forename > 1, IsUnknown(text, tokens[first]));
        // "I, Jane Doe, hereby …"
        if (tokens[start].Hash == I && first == start + 1) return tokens[first].Gap == Gap.Comma && next == Gap.Comma && (known || unknown) ? Sure : 0;
        var warm = Warm.Contains(tokens[start].Hash);
        if (!warm && !Mild.Contains(tokens[start].Hash)) return 0;
        var before = first - start;
        if (tokens[first - 1].IsCapital && first - 1 > start) return 0;
        if (tokens[first].Gap == Gap.Space) return known && before < 4 && (warm || Answers.Contains(tokens[start].Hash)) && next is Gap.Stop or Gap.Comma or Gap.Period or Gap.Line && IsPolite(tokens[start..first]) ? Likely : 0;
        if (tokens[first].Gap != Gap.Comma || next is not (Gap.Stop or Gap.Period or Gap.Line or Gap.Comma or Gap.Quote)) return 0;
        if (next is Gap.Comma or Gap.Quote && before > 4) return 0;
        if (known) return warm || next != Gap.Comma || before < 3 ? Sure : 0;
        return unknown && (warm || (before < 4 && Answers.Contains(tokens[start].Hash))) ? Likely : 0;
    }

    /// <summary>"Jane Karimva-Oak", "Yusra Al-Karim": a forename and a surname in two halves, of which the lists know the first or the particle.</summary>
    private static bool IsDouble(ReadOnlySpan<NameToken> tokens, int first)
    {
        if (first + 2 >= tokens.Length || tokens[first].Info.Common > 2 || tokens[first + 1] is not { IsCapital: true, Gap: Gap.Space } || tokens[first + 2] is not { IsCapital: true, Gap: Gap.Hyphen }) return false;
        var (head, middle, last) = (tokens[first].Info, tokens[first + 1], tokens[first + 2].Info);
        if (NameCues.IsParticle(middle.Hash)) return last.Common == 0 && (head.Forename > 1 || head.Common == 0);
        return head.Forename > 1 && middle.Info.Common == 0 && (middle.Info.Surname > 0 || (middle.Info.Forename == 0 && last.Surname > 0));
    }

    /// <summary>Small words alone: the sentence is over before the name.</summary>
    private static bool IsPolite(ReadOnlySpan<NameToken> words)
    {
        foreach (var word in words[1..])
            if (word.Shape != Shape.Lower || word.Info.IsName && word.Info.Common == 0) return false;
        return words.Length > 1;
    }

    /// <summary>Words of the name that begins here: one, or as many as follow with a space or hyphen and are written large.</summary>
    private static int Length(ReadOnlySpan<NameToken> tokens, int first)
    {
        var length = 1;
        while (length < 5 && first + length < tokens.Length && tokens[first + length] is { IsCapital: true, Gap: Gap.Space or Gap.Hyphen } next
            && (next.Gap == Gap.Hyphen || next.Info.Common == 0 || next.Info.Surname > 1)) length++;
        return length;
    }

    /// <summary>A word that neither the language nor the lists of names know well, and that is not made as adverbs are.</summary>
    private static bool IsUnknown(string text, NameToken token) =>
        token.Info.Common == 0 && token.Length > 2 && !NameCues.IsOrdinary(token) && !text.AsSpan(token.Start, token.Length).EndsWith("ly", StringComparison.Ordinal);

    private static bool IsBefore(string text, NameToken token, char mark) => Chars.At(text, token.End) == mark;

    private static HashSet<ulong> Set(string words) => [.. words.Split(' ').Select(w => NameTokens.Hash(w))];
}
