namespace NotebookKit.Anonymizing;

/// <summary>Forms of address and academic titles before a name: the title with its dot.</summary>
public sealed class TitleRecognizer : Recognizer
{
    /// <summary>1: a title before any name; 2: only with its dot, or a word with another meaning.</summary>
    private static readonly WordMap Titles = new WordMap()
        .Add(1, "mr mrs ms miss mx dr prof professor sir dame rev reverend messrs mmes madam madame monsieur mme mlle mademoiselle herr herrn frau fraulein dott dottssa dr.ssa signor signora signorina sig señor señora señorita sra srta"
            + " doña senhor senhora dhr mevr mevrouw meneer fru pan pani dipl mag")
        .Add(2, "hr sr m ing hon capt lt sgt col gen maj fr lord lady doctor don dra arq lic avv jr");

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Title;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        for (var i = 0; i < span.Length;)
        {
            // Titles begin with one of few large letters.
            var found = span[i..].IndexOfAny(First);
            if (found < 0) return;
            var start = i + found;
            if (Chars.IsWord(Chars.Before(span, start)) || Chars.Before(span, start) is '.' or '@' or '#' or '/')
            {
                i = start + 1;
                continue;
            }

            var end = start;
            while (end < span.Length && end - start < 13 && char.IsLetter(span[end])) end++;
            i = Math.Max(end, start + 1);
            if (end - start > 12 || Titles.Of(span[start..end]) is not (> 0 and var kind)) continue;
            var dotted = Chars.At(span, end) == '.';
            if (dotted && span[(end + 1)..].StartsWith("ssa", StringComparison.Ordinal)) end += 4;
            var stop = dotted && Chars.At(span, end) == '.' ? end + 1 : end;
            if (IsName(span, stop, dotted) is > 0 and var name && (kind == 1 || dotted || span[start..end] is "Lord" or "Lady" or "Doctor"))
                into.Add(At(start, stop, Math.Min(kind == 1 ? 0.85 : span[start..end] is "M" ? 0.5 : 0.6, name)));
        }
    }

    private static readonly System.Buffers.SearchValues<char> First = System.Buffers.SearchValues.Create("MDPSRHFJACLGI");

    private static readonly WordMap NoNames = new("the and or i is a in of to for no yes president chairman speaker please thank right you what who how that this do are");

    /// <summary>A name written large, another title, or an initial: 0.85 with a dot or a whole name, less where the word may begin a sentence.</summary>
    private static double IsName(ReadOnlySpan<char> text, int index, bool dotted)
    {
        var p = WordWalk.SkipSpaces(text, index);
        if (p - index > 2 || (p == index && !dotted) || !WordWalk.IsCapital(text, p)) return 0;
        var end = WordWalk.End(text, p);
        var word = text[p..end];
        if (word.Length == 0 || NoNames.Has(word) || word.ContainsAnyInRange('0', '9')) return 0;
        return word.Length == 1 && Chars.At(text, end) != '.' && !dotted ? 0.3 : 0.85;
    }
}
