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

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");

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

    private static readonly SearchValues<char> CodeSigns = SearchValues.Create("=<>{}`|\\/(");

    private static readonly string[] Closings = ["best regards", "kind regards", "warm regards", "best wishes", "many thanks", "viele grüße", "yours sincerely", "yours faithfully", "yours truly", "kindest regards", "warmest regards", "liebe grüße"];

    /// <summary>What announces an example, and then none comes.</summary>
    private static readonly string[] Announcing = ["such as", "for example", "e.g.", "i.e.", "for instance", "as well as", "so that", "in order to", " vs.", " approx.", " incl.", " Mr.", " Mrs.", " Dr.", "zum beispiel", "z. b.", "z.b.", "por ejemplo", "par exemple"];

    /// <summary>True for the words that no sentence ends with.</summary>
    public static bool IsJoining(ReadOnlySpan<char> folded) => Joining.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);

    /// <summary>True where the last line is prose and stops in the middle.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd().TrimEnd("*_").TrimEnd();
        var line = text[(text.LastIndexOf('\n') + 1)..].TrimStart();
        var alone = line.Length == text.Length;
        if (line.StartsWith("> ")) line = line[2..].TrimStart();
        if (line.IsEmpty || (!alone && IsHeading(line)) || (!alone && IsHalfClosing(line)) || IsHalfClosing(LastSentence(line))) return !line.IsEmpty;
        if (EndsInPath(line) || OpenFragment.Is(line)) return true;
        if (!alone && IsBareLabel(line)) return true;
        if (CodeFences.EndsInCode(line) || Words.Count(line) < FewWords) return IsOpenBlock(line);
        if (!alone && line.Length < ShortLine)
            return line[^1] is ':' or '：' ? char.IsLetter(line[^2]) && !ListItems.IsItem(line) : char.IsLetter(line[^1]) && (!line.Contains(':') || line.EndsWith(", but") || line.EndsWith(", and")) && Stops(line);
        return Stops(line);
    }

    /// <summary>A heading of Markdown with nothing under it; what follows one <c>#</c> is rather a comment in code.</summary>
    private static bool IsHeading(ReadOnlySpan<char> line) => line.StartsWith("##") && line.TrimStart('#') is [' ', ..] && line.Length - line.TrimStart('#').Length < 5 && !CodeFences.IsCode(line);

    /// <summary>One or two words and a colon, which an item or a paragraph begins with: "**Zone 2:**".</summary>
    private static bool IsBareLabel(ReadOnlySpan<char> line) => line is "P.S." or "PS" or "P.S" || line[^1] == ':' && line.Length > 1 && char.IsLetterOrDigit(line[^2]) && Words.Count(line) < FewWords && !line.ContainsAny(CodeSigns) && char.IsLetter(line.TrimStart("*_ ")[0]);

    /// <summary>The beginning of a closing by itself: its first word, or part of one.</summary>
    private static bool IsHalfClosing(ReadOnlySpan<char> line)
    {
        if (line is "Kind" or "Best" or "Warm" or "Yours" or "With kind" or "With best" or "With warm" or "Mit freundlichen" or "Viele") return true;
        foreach (var closing in Closings)
            if (line.Length > 5 && line.Length < closing.Length && closing.StartsWith(line, StringComparison.OrdinalIgnoreCase) && closing[line.Length] is not (' ' or 's')) return true;
        return false;
    }

    /// <summary>What follows the last end mark of a line; nothing where none is inside.</summary>
    private static ReadOnlySpan<char> LastSentence(ReadOnlySpan<char> line)
    {
        var at = line.LastIndexOfAny(EndMarks.All);
        return at > 0 && at + 1 < line.Length && line[at + 1] == ' ' ? line[(at + 2)..] : default;
    }

    /// <summary>A path of menus, an address or an amount that goes on: "Settings &gt; Privacy &gt;", "write to help@", "(€".</summary>
    private static bool EndsInPath(ReadOnlySpan<char> line) => line.Length > 8 && line[^1] switch
    {
        '>' or '→' => line[^2] == ' ' && char.IsLetter(line[0]),
        '@' => char.IsLetterOrDigit(line[^2]),
        // "falls by 0.": the figure behind the point is missing.
        '.' => line.EndsWith(" 0.") && char.IsLetter(line[^4]),
        '€' or '$' or '£' => line[^2] is '(' || (line[^2] is ' ' && !char.IsDigit(line.TrimEnd("€$£ ")[^1])),
        '&' or '+' or '=' or '−' or '×' or '÷' or '/' when line[^2] == ' ' => !CodeFences.IsCode(line[..^1]),
        '/' => char.IsLetter(line[^2]) && line.LastIndexOf(' ') is var space && space > 0 && line[(space + 1)..].TrimEnd('/').IndexOfAnyExcept(Letters) < 0,
        _ => false,
    };

    /// <summary>A line of code that opens a block: "if steps &gt; goal:", "while (open) {".</summary>
    private static bool IsOpenBlock(ReadOnlySpan<char> line)
    {
        if (line is [.., ')' or ' ', '{']) return true;
        if (line[^1] != ':' || line.IndexOf(' ') is not (> 0 and var space)) return false;
        return line[..space] is "if" or "for" or "while" or "def" or "class" or "elif" or "with";
    }

    private static bool Stops(ReadOnlySpan<char> line)
    {
        // A smiley, and what is set between colons, is an end.
        if (Opening.Contains(line[^1])) return line[^1] is ',' or '，' or '、' || line[^2] is not (':' or ';' or '’' or '\'' or '-' or '=');
        if (line[^1] is '-' or '–' or '—') return line[^2] is ' ' || char.IsLetter(line[^2]) || (line[^1] is '–' && char.IsAsciiDigit(line[^2]));
        if (EndsInDots(line)) return true;
        foreach (var phrase in Announcing)
            if (line.EndsWith(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        if (!char.IsLetter(line[^1])) return false;
        if (EndsInSubject(line) || EndsInAdverb(line) || EndsInVerb(line)) return true;
        var start = line.Length;
        while (start > 0 && char.IsLetter(line[start - 1])) start--;
        return start > 0 && line[start - 1] == ' ' && line.Length - start <= 9 && Joining.Contains(Folded(line[start..]));
    }

    /// <summary>A clause that is its subject only: "In the meantime, you".</summary>
    private static bool EndsInSubject(ReadOnlySpan<char> line)
    {
        var space = line.LastIndexOf(' ');
        if (space < 2 || line[space - 1] is not (',' or ';' or '.' or '!' or '?')) return false;
        return Folded(line[(space + 1)..]) is "you" or "we" or "they" or "it" or "he" or "she" or "there" or "this" or "these" or "when" or "where" or "while" or "until" or "so" or "then" or "once" or "please" or "sie" or "wir" or "ich" or "es" or "nous" or "vous";
    }

    /// <summary>"… and slowly": what a conjunction and an adverb begin goes on.</summary>
    private static bool EndsInAdverb(ReadOnlySpan<char> line)
    {
        var space = line.LastIndexOf(' ');
        if (space < 4 || !line.EndsWith("ly") || line.Length - space < 6) return false;
        var before = line[(line[..space].LastIndexOf(' ') + 1)..space];
        return before is "and" or "or" or "but" or "which" or "that" or "to";
    }

    /// <summary>"you can also", "then you'll", "Warning: do not": the verb is missing.</summary>
    private static bool EndsInVerb(ReadOnlySpan<char> line)
    {
        var space = line.LastIndexOf(' ');
        if (space < 4) return false;
        var last = line[(space + 1)..];
        var before = line[(line[..space].LastIndexOfAny(" :") + 1)..space];
        return last switch
        {
            "also" or "then" or "still" or "now" or "simply" or "just" or "even" or "usually" or "always" or "only" => before is "can" or "should" or "must" or "could" or "may" or "might" or "you'll" or "we'll" or "will",
            "not" => before is "do" or "Do" && line[..space].TrimEnd() is var rest && (rest.EndsWith(": do") || rest.EndsWith(": Do") || rest.EndsWith(", do") || rest.EndsWith("lease do") || rest.EndsWith(". Do")),
            "you'll" or "we'll" or "they'll" or "it'll" or "you're" or "we're" or "they're" or "you've" or "we've" or "I'm" or "I've" or "I'll" => true,
            _ => false,
        };
    }

    /// <summary>"We would like to…": dots behind a word that no sentence ends with, other than a conjunction, behind which a speaker may pause.</summary>
    private static bool EndsInDots(ReadOnlySpan<char> line)
    {
        if (!line.EndsWith("...") && line[^1] != '…') return false;
        var word = line.TrimEnd(".… ");
        word = word[(word.LastIndexOf(' ') + 1)..];
        return word is "the" or "a" or "an" or "your" or "our" or "their" or "to" or "of" or "with" or "via" or "into" or "from" or "be" or "is" or "are" or "for" or "in" or "on" or "by" or "at" or "can" or "will" or "must" or "should" or "which" or "if" or "as";
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
