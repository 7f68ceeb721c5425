using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Tells a text that ends in the middle of a sentence by its last mark or word.</summary>
internal static class OpenEnd
{
    /// <summary>A last line shorter than this may be a closing ("Best regards,"), a list item or a title.</summary>
    private const int ShortLine = 40;

    /// <summary>Words that no sentence ends with, in the languages where that is sure.</summary>
    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal)
    {
        "and", "or", "but", "because", "the", "an", "of", "which", "whose", "if", "your", "their", "our", "its", "than", "into", "a", "my", "although", "unless", "whether",
        "und", "oder", "aber", "weil", "der", "dem", "den", "ein", "eine", "einen", "einer", "dass",
        "et", "ou", "mais", "les", "des", "du", "une", "que", "parce",
        "pero", "porque", "los", "las", "unos", "unas", "del",
        "perche", "gli", "della", "degli", "nella",
    };

    /// <summary>True where the last line is prose and stops in the middle.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        var line = text[(text.LastIndexOf('\n') + 1)..].TrimStart();
        if (line.Length < ShortLine || CodeFences.IsCode(line)) return false;
        if (line[^1] is ',' or '，' or '、') return true;
        if (line[^1] is '-') return char.IsLetter(line[^2]);
        if (!char.IsLetter(line[^1])) return false;
        var start = line.Length;
        while (start > 0 && char.IsLetter(line[start - 1])) start--;
        return start > 0 && line[start - 1] == ' ' && line.Length - start <= 8 && Joining.Contains(Folded(line[start..]));
    }

    private static string Folded(ReadOnlySpan<char> word)
    {
        // Capitals at the end are a name, a grade or an emphasis ("vitamin AND").
        if (char.IsUpper(word[^1])) return "";
        Span<char> folded = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++) folded[i] = Fold.Char(word[i]);
        return folded.ToString();
    }
}
