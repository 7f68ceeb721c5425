namespace NotebookKit.Anonymizing;

/// <summary>Nationality, religion and political group, written large; small ones where people are meant beyond doubt. Languages, dishes and things called after a country are guesses.</summary>
public sealed class NrpRecognizer : Recognizer
{
    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Nrp;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        SmallNationalities.Find(span, this, into);
        for (var i = 0; i < span.Length;)
        {
            var found = span[i..].IndexOfAnyInRange('A', 'Z');
            var start = found < 0 ? -1 : i + found;
            if (start < 0) return;
            var end = start + 1;
            while (end < span.Length && end - start < 20 && (char.IsLetter(span[end]) || (span[end] is '-' or '\'' && char.IsLetter(Chars.At(span, end + 1))))) end++;
            i = Math.Max(end, start + 1);
            if (end - start < 3 || !char.IsLower(span[start + 1]) || Chars.IsWord(Chars.Before(span, start)) || Chars.IsWord(Chars.At(span, end)) || Chars.Before(span, start) is '.' or '@' or '#' or '/' or '_') continue;
            var word = span[start..end];
            var kind = Nationalities.Of(word);
            if (kind == 0)
            {
                // "German-speaking", "Anglo-American".
                var hyphen = word.IndexOf('-');
                if (hyphen > 2 && (kind = Nationalities.Of(word[..hyphen])) != 0) end = start + hyphen;
                else continue;
            }

            // "Social Democrat".
            if ((kind & Nationalities.Politics) != 0 && word.StartsWith("Democrat", StringComparison.Ordinal) && WordWalk.Before(span, start) is "Social" or "Christian" or "Liberal") into.Add(At(WordWalk.Start(span, WordWalk.SkipSpacesBack(span, start)), end, 0.6));
            else into.Add(At(start, end, Score(span, start, end, kind)));
        }
    }

    /// <summary>A span of this recognizer.</summary>
    internal Span Made(int start, int end, double score) => At(start, end, score);

    private static double Score(ReadOnlySpan<char> text, int start, int end, int kind)
    {
        if ((kind & Nationalities.Doubtful) != 0)
            return IsBegun(text, start) ? 0.25 : WordWalk.Behind(text, end) is "Party" or "party" or "Democrat" or "voter" or "voters" or "senator" or "MP" ? 0.6 : 0.35;
        var behind = WordWalk.Behind(text, end);
        // "the French government", "The Danish Coast Guard": of a state, not called after it.
        if (States.Has(behind) || (StatesBehind.Has(WordWalk.Behind(text, WordWalk.SkipSpaces(text, end) + behind.Length)) && behind.Length > 0 && char.IsUpper(behind[0]))) return 0.75;
        if (behind.Length > 0 && char.IsUpper(behind[0]) && !behind.Equals("American", StringComparison.Ordinal) && Chars.At(text, end) == ' ' && Nationalities.Of(behind) == 0) return Nationalities.LanguageBacks.Has(behind) ? 0.3 : 0.45;
        if (Nationalities.LanguageBacks.Has(behind)) return 0.3;
        if ((kind & Nationalities.Language) == 0) return (kind & Nationalities.Religion) != 0 ? 0.7 : 0.65;
        var before = WordWalk.Before(text, start);
        if (Nationalities.LanguageFronts.Has(before)) return 0.3;
        return 0.55;
    }

    private static readonly WordMap States = new("government parliament army navy police president ambassador embassy minister ministry senate congress consulate authorities citizen citizens national nationals passport voters troops soldiers border people"
        + " immigrant immigrants refugee refugees descent origin nationality parents mother father ancestry roots heritage chancellor monarchy king queen prime foreign");

    /// <summary>The same as second words, behind one written large.</summary>
    private static readonly WordMap StatesBehind = new("force forces guard minister ministry police patrol parliament embassy assembly");

    private static bool IsBegun(ReadOnlySpan<char> text, int start)
    {
        var before = Chars.Before(text, WordWalk.SkipSpacesBack(text, start));
        return before is '\n' or '.' or '!' or '?' or ':' or '"';
    }
}
