using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>Places whose marks belong to a template language, so that what stands inside hardly matters: those of Jinja, Liquid, Handlebars,
/// ERB, PHP, Razor, ICU messages, printf and mail merges. Whether the line speaks of such a place, and whether it is code, is judged on
/// what is left of the line.</summary>
internal static partial class LeftoverCode
{
    /// <summary>Stands for a place in what is left of a line.</summary>
    private const char Gap = '\u0001';

    /// <summary>What each of the places has one of: a quick look that lets most lines pass.</summary>
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("{<%$#@[|");

    private static readonly System.Buffers.SearchValues<string> Joints = System.Buffers.SearchValues.Create(["\" +", "' +", "\"+", "'+", "=\""], StringComparison.Ordinal);

    /// <summary>Fewest words that make the rest of a line with tags prose.</summary>
    private const int ProseWords = 2;

    /// <summary>Adds the places of a line.</summary>
    public static void AddTo(List<(int From, int Length)> places, ReadOnlySpan<char> line)
    {
        if (MayHold(line)) LeftoverPatterns.AddAll(places, line, Place());
    }

    /// <summary>False where no mark of a line can begin a place: amounts, percentages, addresses of mail, numbers, words in brackets.</summary>
    private static bool MayHold(ReadOnlySpan<char> line)
    {
        for (var at = line.IndexOfAny(Marks); at >= 0;)
        {
            var after = at + 1 < line.Length ? line[at + 1] : '\n';
            var may = line[at] switch
            {
                '$' => after is '!' or '{' or '(',
                '@' => char.IsUpper(after) || after is '{',
                '#' => char.IsAsciiLetter(after) || after is '{' or '#',
                '%' => after is not ('\n' or ' ' or '.' or ',' or ')' or ';' or '-') && !char.IsWhiteSpace(after),
                '[' => after is '%' or '/' or 'i' or 'e' or 'I' or 'E',
                '|' => at > 0 && line[at - 1] == '*',
                _ => true,
            };
            if (may) return true;
            var next = line[(at + 1)..].IndexOfAny(Marks);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return line.ContainsAny(Joints);
    }

    /// <summary>True where a line speaks of its places, as an answer about templates does.</summary>
    public static bool IsMention(string rest) => Mention().IsMatch(rest);

    /// <summary>The line with a mark for each place.</summary>
    public static string Rest(ReadOnlySpan<char> line, List<(int From, int Length)> places)
    {
        var rest = new System.Text.StringBuilder(line.Length);
        var at = 0;
        foreach (var (from, length) in places.Order())
        {
            if (from >= at) rest.Append(line[at..from]).Append(Gap);
            at = Math.Max(at, from + length);
        }

        return rest.Append(line[at..]).ToString();
    }

    /// <summary>The rest of a line without its tags; null where little more than tags is left, which makes it markup.</summary>
    public static string? WithoutTags(string rest)
    {
        var bare = Tag().Replace(rest, " ");
        return bare.Length == rest.Length || NotebookKit.Text.Words.Count(bare) >= ProseWords ? bare : null;
    }

    [GeneratedRegex("""
        \{\{[^{}]{0,120}[\p{L}][^{}]{0,120}\}\}+
        |\{%[-+]?\s*[a-z][^%]{0,120}%\}
        |\{\#[^\#{}]{1,80}\#\}
        |<%[=@\#-]?[^%<>]{1,80}%>
        |<\?(?:=|php)[^?]{1,80}\?>
        |(?<![\\\w])[$\#@%!]\{\s*[A-Za-z_][^{}]{0,60}\}
        |\{[!$@~]\s*[A-Za-z_][^{}]{0,60}\}
        |\*\|[A-Za-z_:]+[^|*]{0,40}\|\*
        |\{\s*[A-Za-z]\w*\s*,\s*(?:plural|select|selectordinal|number|date|time)\b[^{}]*(?:\{[^{}]*\}[^{}]*)*\}
        |\{\s*MERGEFIELD\s+\w+[^}]*\}
        |%[A-Z][A-Z_]+\|[^%]{0,30}%
        |(?<![\w.@])@[A-Z]\w*(?:\.[A-Z]\w*)+
        |(?<![\w%)]|\d\s)%(?:\d\$)?(?:@|[sdi]|ld|\.\d+f)(?![\w%])
        |\b(?:th|v|ng|x|data)[:-](?:text|html|bind|model|content)="[^"]*"
        |<!--[^>]*-->
        |\{[\p{L} ]{2,40}(?:\|[\p{L} ]{0,40})+\}
        |\[%[^%\]]{1,80}%\]
        |</?\#\w+[^>]{0,60}>
        |\{/?(?:if|elseif|else|foreach|section|include)\b[^{}]{0,60}\}
        |\[/?(?:if|endif|IF|ENDIF|ELSE)\b[^\]]{0,60}\]
        |(?<!\w)\#(?:if|foreach|set|elseif)\s?\([^)]{1,60}\)
        |(?<!\w)\$!\{?\w+\}?
        |(?<!\w)\$\(\s?[A-Za-z]+[_.]\w+\s?\)
        |["']\s?\+\s?[A-Za-z_][\w.]*\s?\+\s?["']
        |(?<=\s)\#{3,}(?=[\s,.])(?<=\w\s*\#+)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Place();

    [GeneratedRegex("""
        \b(?:placeholders?|printf|wildcards?|curly|braces|brackets|syntax|variables?|(?:merge|template|custom)\s(?:tags?|fields?|variables?)|(?:mail|message|reply)\stemplates?|template\seditor)\b
        |\b(?:writes?|writing|types?|typing|contains?|containing|spelled|called|named|sign|the\stags?|element|token)\s["'“„‘(]*\u0001
        |\buse\s["'“„‘(]*\u0001["'”“’)]*\s(?:for|as|to)\s(?:the|a|an|each|every)\b
        |\u0001["'”“’)]*\s(?:stands?\sfor|means|is\s(?:replaced|filled|a\splace)|will\sbe\s(?:replaced|filled)|in\s(?:a|the|your)\s(?:text|template|mail|subject))
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Mention();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,80}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
