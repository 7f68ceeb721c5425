using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>What the writer of a template left for its user: orders to fill something in, to choose or to strike out, names of texts that were never
/// written, blanks, crosses instead of figures, and keys of texts that were not found.</summary>
internal static partial class LeftoverRemarks
{
    /// <summary>The first such remark of a line.</summary>
    public static bool Find(ReadOnlySpan<char> line, out int from, out int length)
    {
        foreach (var match in Remark().EnumerateMatches(line)) return At(match, out from, out length);
        foreach (var match in Blank().EnumerateMatches(line)) return At(match, out from, out length);
        (from, length) = (0, 0);
        return false;
    }

    /// <summary>Adds the keys of texts that stand in a line instead of the texts.</summary>
    public static void AddKeys(List<(int From, int Length)> places, ReadOnlySpan<char> line)
    {
        if (!line.ContainsAny('.', '_')) return;
        foreach (var match in Key().EnumerateMatches(line))
            if (!IsAddress(line.Slice(match.Index, match.Length))) places.Add((match.Index, match.Length));
    }

    private static bool At(ValueMatch match, out int from, out int length)
    {
        (from, length) = (match.Index, match.Length);
        return true;
    }

    /// <summary>Ends as sites and files do.</summary>
    private static bool IsAddress(ReadOnlySpan<char> key)
    {
        var last = key[(key.LastIndexOf('.') + 1)..];
        foreach (var end in (ReadOnlySpan<string>)["com", "org", "net", "edu", "gov", "io", "dev", "de", "uk", "fr", "es", "it", "nl", "eu", "ch", "at", "py", "js", "ts", "cs", "md", "txt", "json", "yml", "yaml", "gz", "zip", "exe", "html", "php", "xml", "csv", "conf", "cfg", "ini", "log", "app"])
            if (last.Equals(end, StringComparison.OrdinalIgnoreCase)) return true;
        return key.StartsWith("www", StringComparison.OrdinalIgnoreCase);
    }

    // A remark is a sentence by itself: it begins a line or follows an end mark, and ends before another sentence or with the line.
    [GeneratedRegex("""
        (?<=^[\W_]*|[.!?:>\])…]\s+)(?i:
            (?:this\sis\s)?(?:an?\s|some\s|the\s)?(?:sample|dummy|placeholder|filler|boilerplate)\s(?:text|content|paragraph|copy|title|heading|headline|body|answer|reply|message|description|sentence)(?:\shere|\sonly)?
            |placeholder
            |(?:(?:the|your|more|main|body|actual|full)\s){0,2}(?:text|content|copy|wording|translation|answer|reply|description|summary|section|link|screenshot|image|picture|paragraph|signature|title|explanation)\s(?:(?:is|are|still)\s)*(?:to\s(?:follow|come|do)|pending|to\sbe\s(?:added|confirmed|completed|written|filled|determined|defined|inserted|supplied|provided|translated|done)(?:\s(?:later|here|soon|in))?)
            |(?:(?:please\s)?(?:enter|type|insert|put|add|write|paste|place|fill\sin|provide|drop)\s)(?:(?:your|the|an?|some|any|own)\s)?(?:\p{L}+\s){0,3}here
            |your\s(?:\p{L}+\s){0,2}(?:text|answer|reply|response|description|message|name|content|comment|title|question|summary|details|link|image|logo|signature|note|notes|heading|headline|paragraph|copy|subject|address|date|number|company|code|body|caption|quote)\s(?:goes\s)?here
            |click\s(?:or\stap\s)?here\sto\senter\s(?:text|a\sdate)
        )[.…!:)\]>*]*(?=\s*$|\s+\p{Lu}|\s+\W)
        |(?i:\b(?:text|content|copy|answer|reply|response|description|summary|title|name|link|image|details?|signature|paragraph|number|date|list|table|code|body)\sgo(?:es)?\shere\b)
        |(?i:\b(?:delete|strike|cross|keep|circle|choose|select|tick|complete|amend|adapt|edit)(?:\sout|\sthrough|\sone)?\s(?:as|where|what(?:ever)?|whichever|if)\s(?:is\s|does\s)?(?:not\s)?(?:appropriate|applicable|appl(?:y|ies)|needed|necessary|required)\b)
        |(?i:\bnicht\s?zutreffendes\b|\btachar\slo\sque\b|\brayer\s(?:la|les)\smentions?\b)
        |(?i:[–—(\[*/-]\s*(?:\p{L}+\s){0,6}(?:before|prior\sto)\s(?:sending|publishing|posting|you\ssend|release)\b)
        |(?i:\b(?:choose|pick|keep|use|select)\s(?:only\s)?one\s(?:before|of\sthe\s(?:above|two\s(?:texts|versions|variants)))\b)
        |\b(?:REPLACE|DELETE|REMOVE|INSERT|FILL|EDIT|CHANGE|COMPLETE|UPDATE)\s(?:IN\s)?(?:THIS|ME|HERE|WITH|BEFORE|YOUR|THE)\b
        |(?<=:\s*)(?<stem>\p{L}{2,})_?1,\s*\k<stem>_?2\b
        |(?i:\btranslation\smissing\b|\bmissing\stranslation\b|\bmissing\s["'“]?\w+\.[\w.]+["'”]?)
        |\[object\sObject\]
        |(?i:[\[(<{][^\])>}]{0,60}\b(?:tbd|tbc|tba|todo|fixme)\b[^\])>}]{0,60}[\])>}])
        |(?<=:\s*)TB[DAC]\b|\bTB[DAC]\b(?=\s*(?:[.,;)]|$))
        |^[^\w"'“„«]*(?:TODO|FIXME|TBD)\b(?!\s(?:lists?|items?|apps?|tasks?|comments?)\b)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Remark();

    // Blanks, rows of dots and crosses. What ends with digits is a masked number, "4XX" a class of answers of a server.
    [GeneratedRegex("""
        (?<=[\p{L},:.$€£]\s*)(?<![\w_])_{3,}(?![\w_(])|^_{3,}(?=[\s,]+\p{L})
        |(?<=(?:\b(?:Dear|Mr|Mrs|Ms|Miss|Sir|Madam|Herr|Frau|of|on|by|until|from|is|to)\b|:)[\s.]*)(?:\.\s?){5,}(?=\s*(?:,|$|\p{Ll}))|(?<=\s)\.{5,}(?=\s?(?:,|EUR|euros?|days|weeks|%))
        |(?<![\w.])[vV]?[Xx]\.[Xx](?:\.[Xx])?(?![\w.]*\d|\w)
        |(?<![\w-])(?:\+?\d{0,2}X{2,}[-/.\s)(]+){1,}X{2,}(?![-\s]?\d|\w)
        |(?<![\w-])20XX\b
        |(?<![\w-])XX(?=\s(?:days?|hours?|minutes?|weeks?|months?|years?|euros?|EUR|USD|dollars?|points?|people|percent|km|kg|Tage|Stunden|Uhr)\b)
        |(?<=\b(?:on|until|by|since|from|before|dated)\s)(?i:dd[./-]mm[./-]yy(?:yy)?|mm[./-]dd[./-]yy(?:yy)?|yyyy-mm-dd)\b
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Blank();

    // The key of a text instead of the text: words joined by dots, the last of them a part of a page or one joined by underscores; or
    // capitals joined by underscores on a line of their own.
    [GeneratedRegex("""
        (?<![\w/@.\\"'(=-])[a-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*?\.(?:[\w-]+\.)*(?:[a-z0-9]+_[a-z0-9_]+|label|title|text|message|msg|greeting|button|error|header|heading|body|footer|hint|placeholder|description|subject|success|confirm|confirmation|welcome|intro|closing|salutation|signature|subtitle|tooltip|content)(?![\w/@\\("'=]|\.\w)
        |^\s*[a-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*(?:\.[A-Za-z0-9_-]*[A-Za-z][A-Za-z0-9_-]*){2,}\s*$
        |^\s*[A-Z][A-Z0-9]+(?:[_.][A-Z0-9]+)+\s*$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Key();
}
