using System.Buffers;
using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Tells a text that ends in the middle of a sentence by its last mark or word.</summary>
internal static class OpenEnd
{
    /// <summary>A last line of several that is shorter than this may be a closing ("Best regards,"), a list item or a title.</summary>
    private const int ShortLine = 40;

    /// <summary>Fewest words of a sentence that is judged: below it may be a name, a label or a heading.</summary>
    private const int FewWords = 3;

    /// <summary>Marks that something must follow.</summary>
    private static readonly SearchValues<char> Opening = SearchValues.Create(",，、;；:：(（[“„«");

    /// <summary>Words that no sentence ends with, in the languages where that is sure: articles and determiners, conjunctions, and
    /// prepositions that English does not leave behind ("what are you looking for").</summary>
    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "your", "their", "our", "its", "my", "every", "whose", "which",
        "and", "or", "but", "nor", "because", "although", "unless", "whether", "if", "than", "whereas",
        "of", "into", "onto", "via", "per", "during", "despite", "between", "among", "towards", "within", "including", "regarding",
        "und", "oder", "aber", "weil", "sowie", "der", "dem", "den", "ein", "eine", "einen", "einer", "einem", "dass", "ihre", "ihren", "ihrem", "zum", "zur", "vom", "im",
        "et", "ou", "mais", "les", "des", "du", "une", "que", "parce", "votre", "vos", "dans", "aux",
        "pero", "porque", "los", "las", "unos", "unas", "del", "el", "su", "sus",
        "perche", "gli", "della", "degli", "nella",
    };

    /// <summary>What announces an example, and then none comes.</summary>
    private static readonly string[] Announcing = ["such as", "for example", "e.g.", "i.e.", "for instance", "as well as", "so that", "in order to", "zum beispiel", "z. b.", "z.b.", "por ejemplo", "par exemple"];

    /// <summary>True for the words that no sentence ends with.</summary>
    public static bool IsJoining(ReadOnlySpan<char> folded) => Joining.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);

    /// <summary>True where the last line is prose and stops in the middle.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd().TrimEnd("*_").TrimEnd();
        var line = text[(text.LastIndexOf('\n') + 1)..].TrimStart();
        if (line.IsEmpty || CodeFences.IsCode(line) || Words.Count(line) < FewWords) return false;
        var alone = line.Length == text.Length;
        if (!alone && line.Length < ShortLine) return line[^1] is ':' or '：' && char.IsLetter(line[^2]) && !ListItems.IsItem(line);
        return Stops(line);
    }

    private static bool Stops(ReadOnlySpan<char> line)
    {
        // A smiley, and what is set between colons, is an end.
        if (Opening.Contains(line[^1])) return line[^1] is ',' or '，' or '、' || line[^2] is not (':' or ';' or '’' or '\'' or '-' or '=');
        if (line[^1] is '-' or '–' or '—') return line[^2] is ' ' || char.IsLetter(line[^2]);
        foreach (var phrase in Announcing)
            if (line.EndsWith(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        if (!char.IsLetter(line[^1])) return false;
        var start = line.Length;
        while (start > 0 && char.IsLetter(line[start - 1])) start--;
        return start > 0 && line[start - 1] == ' ' && line.Length - start <= 9 && Joining.Contains(Folded(line[start..]));
    }

    private static string Folded(ReadOnlySpan<char> word)
    {
        // Capitals at the end are a name, a grade or an emphasis ("vitamin A", "vitamin AND").
        if (char.IsUpper(word[^1])) return "";
        Span<char> folded = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++) folded[i] = Fold.Char(word[i]);
        return folded.ToString();
    }
}
