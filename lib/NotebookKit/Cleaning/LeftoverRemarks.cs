using System.Buffers;
using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>What the writer of a template left for its user: orders to fill something in, to choose or to strike out, names of texts that were never
/// written, blanks, crosses instead of figures, and what programs write for a value that they have not.</summary>
/// <remarks>A pattern is tried only where a line has one of its words, so that most lines cost no more than a look for them.</remarks>
internal static partial class LeftoverRemarks
{
    /// <summary>Characters that are looked at in one go: what a pattern looks back at stays short, however long the line is.</summary>
    private const int Piece = 2_000;

    /// <summary>Characters of a sentence within which it has one of the words that make it a remark.</summary>
    private const int Remark = 120;

    private static readonly SearchValues<string> SentenceWords = Any(
        " here", "click to ", "placeholder", "sample", "dummy", "filler", "boilerplate", "to follow", "to come", "to do", " pending", "to be added", "to be con", "to be comp", "to be wri", "to be fi", "to be de", "to be ins", "to be sup", "to be pro", "to be tra", "to be done", "before ", "prior to", "TODO", "FIXME", "TBD");

    private static readonly SearchValues<string> Going = Any("go here", "goes here");

    private static readonly HashSet<string> Beginnings = new(
        ("this a an some the sample dummy placeholder filler boilerplate your more main body actual full text content copy wording translation answer reply description summary section link screenshot image picture paragraph signature title explanation "
        + "please enter type insert put add write paste place fill provide drop further exact details detail price date figures values value information steps terms dates click delete remove todo fixme tbd").Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly (SearchValues<string> Words, Func<Regex> Pattern)[] Patterns =
    [
        (Any("as applicable", "as appropriate", "if applicable", "where applicable", "not appl", "whichever", "whatever applies", "what applies", "not necessary", "where necessary", "as necessary", "as needed", "if needed", "not needed", "is needed", "as required", "is required", "if required", "zutreffendes", "tachar", "rayer", "before sending", "before publish", "before posting", "before you send", "before release", "prior to", "one before", "one of the above", "one of the two"), Choice),
        (Exactly("REPLACE ", "DELETE ", "REMOVE ", "INSERT ", "FILL ", "EDIT ", "CHANGE ", "COMPLETE ", "UPDATE ", "ADD ", "ENTER ", "PUT ", "PASTE ", "TYPE "), Order),
        (Any("tbd", "tbc", "tba", "todo", "fixme"), Pending),
        (Any("1,", "goes here", "go here", "translation missing", "missing translation", "missing \"", "[object "), Named),
        (Exactly("NaN", "Invalid Date", "undefined", "null", "None"), Value),
        (Any("agent", "support", "editor", "writer", "author", "reviewer", "translator", "note to", "internal note", "internal use", "template:", "macro:", "canned", "textblock", "mergefield", "://", "i18n", "copy tb", "text tb"), Machine),
        (Any("item 1", "bullet 1", "point 1", "heading 1", "keyword 1", "text text", "text, text", "test test", "blah blah", "blah, blah", "bla bla", "xyz xyz", "foo foo", "asdf asdf", "abc abc", "(choose", "(pick", "(select"), Filler),
        (Any("xxx-x", "xxx x", "__", "....", ". . .", "XX", "X.X", "dd/", "dd.", "dd-", "mm/", "mm.", "mm-", "yyyy-"), Blank),
        (Any("is ...", "is …", "was ...", "of ...", "of …", "is: ...", "is: …"), Missing),
        (Exactly(": ...", ": …", ". ...", ". …", ") ...", ") …", "- ...", "- …"), Dots),
    ];

    /// <summary>Adds the remarks and blanks of a line.</summary>
    public static void AddTo(List<(int From, int Length)> places, ReadOnlySpan<char> line)
    {
        if (line.ContainsAny(SentenceWords))
            foreach (var start in LeftoverStarts.Of(line))
                if (MayBegin(line[start..]) && line.Slice(start, Math.Min(Remark, line.Length - start)).ContainsAny(SentenceWords))
                    foreach (var match in Sentence().EnumerateMatches(line[start..Math.Min(line.Length, start + Piece)])) places.Add((start + match.Index, match.Length));
        foreach (var (words, pattern) in Patterns)
            if (line.ContainsAny(words)) LeftoverPatterns.AddAll(places, line, pattern());
        if (MayHaveGap(line)) LeftoverPatterns.AddAll(places, line, Gap());
    }

    /// <summary>True where a sentence begins with a word that one of the remarks begins with, or ends in "go here" as any may.</summary>
    private static bool MayBegin(ReadOnlySpan<char> sentence)
    {
        var end = 0;
        while (end < sentence.Length && char.IsLetter(sentence[end])) end++;
        return end == 0 || Beginnings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(sentence[..end])
            || sentence[..Math.Min(Remark, sentence.Length)].ContainsAny(Going);
    }

    private static bool MayHaveGap(ReadOnlySpan<char> line) =>
        line.Contains('X') || line.Contains("  ", StringComparison.Ordinal) || line.Contains(" .", StringComparison.Ordinal) || line.Contains(" ,", StringComparison.Ordinal)
        || line.Contains(" N ", StringComparison.Ordinal) || line.Contains("??", StringComparison.Ordinal);

    private static SearchValues<string> Any(params string[] words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    private static SearchValues<string> Exactly(params string[] words) => SearchValues.Create(words, StringComparison.Ordinal);

    // A remark that is a sentence by itself: it ends before another sentence or with the line.
    [GeneratedRegex("""
        \G(?://\s*)?(?:(?i:
            (?:this\s(?:\p{L}+\s)?is\s)?(?:an?\s|some\s|the\s)?(?:sample|dummy|placeholder|filler|boilerplate)(?:\s(?:text|content|paragraph|answer|reply|response|message|description|title|copy|summary|note|value|data|heading|headline|body|sentence)){1,3}(?:\shere|\sonly|\s(?:for|until|about|of|from)(?:\s\p{L}+){1,8})?
            |(?:this\s(?:\p{L}+\s)?is\s)?(?:an?\s|the\s)?placeholder(?:\s(?:for|until)\s(?:\p{L}+\s?){1,6})?
            |(?:(?:the|your|more|main|body|actual|full)\s){0,2}(?:text|content|copy|wording|translation|answer|reply|description|summary|section|link|screenshot|image|picture|paragraph|signature|title|explanation)\s(?:(?:is|are|still)\s)*(?:to\s(?:follow|come|do)|pending|to\sbe\s(?:added|confirmed|completed|written|filled|determined|defined|inserted|supplied|provided|translated|done)(?:\s(?:later|here|soon|in))?)
            |(?:(?:please\s)?(?:enter|type|insert|put|add|write|paste|place|fill\sin|provide|drop)\s)(?:(?:your|the|an?|some|any|own)\s)?(?:\p{L}+\s){0,3}here
            |your\s(?:\p{L}+\s){0,2}(?:text|answer|reply|response|description|message|name|content|comment|title|question|summary|details|link|image|logo|signature|note|notes|heading|headline|paragraph|copy|subject|address|date|number|company|code|body|caption|quote)\s(?:goes\s)?here
            |(?!what\b|where\b|who\b)(?:\p{L}+\s){1,4}go(?:es)?\shere
            |click\sto\s(?:add|enter|edit)\s(?:text|title|subtitle|notes)
            |(?:further\s|more\s|exact\s)?(?:details?|price|date|figures|values?|information|steps|terms|dates)\s(?:(?:is|are|still)\s)*to\sbe\s(?:added|confirmed|completed|filled|determined|inserted|supplied)
            |click\s(?:or\stap\s)?here\sto\senter\s(?:text|a\sdate)
            |(?:delete|remove)\s(?:this|me|these|the)\s(?:\p{L}+\s){0,4}(?:before|prior\sto)\s\p{L}+
        )[.…!:)\]>*]*(?=\s*$|\s+\p{Lu}|\s+\W|,\s(?:to|will|please)\b)
        |(?:TODO|FIXME|TBD)\b(?!\s(?:lists?|items?|apps?|tasks?|comments?)\b))
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Sentence();

    // "Delete as applicable", "keep only one of the above", "… – adapt before sending".
    [GeneratedRegex("""
        (?i:\b(?:delete|strike|cross|keep|circle|choose|select|tick|complete|amend|adapt|edit)(?:\sout|\sthrough|\sone)?\s(?:as|where|what(?:ever)?|whichever|if)\s(?:is\s|does\s)?(?:not\s)?(?:appropriate|applicable|appl(?:y|ies)|needed|necessary|required)\b)
        |(?i:\bnicht\s?zutreffendes\b|\btachar\slo\sque\b|\brayer\s(?:la|les)\smentions?\b)
        |(?i:[–—(\[*/-]\s*(?:\p{L}+\s){0,6}(?:before|prior\sto)\s(?:sending|publishing|posting|you\ssend|release)\b)
        |(?i:\b(?:choose|pick|keep|use|select)\s(?:only\s)?one\s(?:before|of\sthe\s(?:above|two\s(?:texts|versions|variants)))\b)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Choice();

    // Orders in capitals among other text.
    [GeneratedRegex("""
        \b(?:REPLACE|DELETE|REMOVE|INSERT|FILL|EDIT|CHANGE|COMPLETE|UPDATE)\s(?:IN\s)?(?:THIS|ME|HERE|WITH|BEFORE|YOUR|THE)\b
        |(?<![A-Z]\s)\b(?:INSERT|ADD|ENTER|PUT|FILL\sIN|PASTE|TYPE)(?!\sINTO\b)(?:\s[A-Z]{2,}){1,5}\b(?!\s[A-Z]{2})(?=\W*(?:$|[a-z]|[A-Z][a-z]))
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Order();

    // "(price TBD)", "Date: TBA", "the room is TBC."
    [GeneratedRegex("""
        (?i:[\[(<{][^\])>}]{0,60}\b(?:tbd|tbc|tba|todo|fixme)\b[^\])>}]{0,60}[\])>}])
        |(?i:(?<!\w)@todo\b)
        |(?<=:\s?)TB[DAC]\b|\bTB[DAC]\b(?=\s?(?:[.,;)]|$))
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pending();

    // "Tags: tag1, tag2", "the answer goes here", keys and objects where a text belongs.
    [GeneratedRegex("""
        :\s?(?<stem>\p{L}{2,})_?1,\s?\k<stem>_?2\b
        |(?i:\b(?:text|content|copy|answer|reply|response|description|summary|title|name|link|image|details?|signature|paragraph|number|date|list|table|code|body)\sgo(?:es)?\shere\b)
        |(?i:\btranslation\smissing\b|\bmissing\stranslation\b|\bmissing\s["'“]?\w+\.[\w.]+["'”]?)
        |\[object\s[OA]\w+\]
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Named();

    // What programs write for a value that they have not, where a value belongs.
    [GeneratedRegex("""
        \b(?i:on|until|by|from|to|at|your|of|for|is|are|was|were|about|only|just|walked|ran|burned|burnt|costs|total|average|reached|did)\s(?:NaN|Invalid\sDate)\b
        |\b(?:NaN|undefined|null)(?=\s?(?:%|€|\$|(?:km|mi|min|minutes?|hours?|h|days?|kcal|calories|bpm|beats|kg|steps|points|EUR|USD|euros?|dollars?)\b))
        |\b(?i:on|until|by|from|at|plan|dear|hi|hello|hey)\s(?:undefined|null|None)(?=\s?[.,;!]|\s*$|\s(?:and|or|days?|at|on)\b)
        |\bInvalid\sDate\b
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Value();

    // Notes to who sends the text, names of templates, fields of a word processor, and addresses with a part in capitals.
    [GeneratedRegex("""
        ^\W{0,4}(?i:(?:internal\s)?(?:note|notes|hint|reminder|instructions?)\s(?:to|for)\s(?:the\s)?(?:self|agents?|support|editors?|writers?|authors?|reviewers?|translators?|staff|team)\b|internal\s(?:note|use\sonly)\b)
        |^\W{0,4}(?i:agent|support|editor|writer|author|reviewer|translator|team):\s(?i:please\s)?(?i:adapt|add|insert|replace|fill|remove|delete|check|choose|edit|use|personali[sz]e|update|attach|mention|confirm|verify|copy|paste|do\snot|don't|only)\b
        |^\W{0,4}(?i:(?:reply\s|mail\s|answer\s)?template|macro|canned\s(?:response|reply|answer)|textblock)(?:\s(?:name|id|no))?\s?[:#]\s?\w
        |\bMERGEFIELD\s+\w+
        |(?<=://[^\s?]{4,80}[/=])[A-Z]{2,}(?:[_-][A-Z]{2,})+\b
        |(?<![\w/])i18n[:.]\w+
        |\b(?i:copy|text|wording)\sTB[ACD]\b
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Machine();

    // A value that is missing: "your number is .", "the refund of  EUR"; one letter or two question marks in its place.
    [GeneratedRegex("""
        (?<=\b(?:number|code|date|link|total|name|amount|reference|address|id|password|email|e-mail|price|fee|pin|limit|plan|balance|time)\s(?:is|was|of)|\b(?:until|your|our|the|costs|named|called))\s{1,3}[.,](?=\s|$)
        |(?<=\b(?:of|by|in|for|within|after|over|to|costs|is|until))\s{2,3}(?:EUR|USD|GBP|CHF|€|euros?|dollars?|days?|hours?|minutes?|weeks?|months?|percent|%)(?!\w)
        |(?<=\b(?:for|in|within|after|every|least|last|next|past|takes|about|another|of)\s)[XN]{1,2}\s(?:days|hours|minutes|weeks|months|years|euros|EUR|USD|dollars|percent|business\sdays|working\sdays|times|steps|km)\b
        |(?<=\b(?:have|has|got)\s)[XN]\s(?=(?:new|unread|more|open|free|days|points|steps)\b)
        |(?<![\w.])[$€£]\s?X(?:[.,]XX?)?(?!\w)|(?<![\w.,])X[.,]XX(?!\w)
        |\?\?[A-Z][A-Z_]{2,}\?\?
        |(?<=^\W{0,3}(?:Dear|Hi|Hello|Hey)\s)XXX?(?=\W)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Gap();

    // Words typed to fill a space, and a choice that nobody made.
    [GeneratedRegex("""
        (?i:\b(?<word>text|test|blah|bla|xyz|foo|asdf|abc)(?:[\s,]{1,3}\k<word>\b){2,}|(?<=^\W{0,3}|[.!?]\s)test\stest(?:\s\d+|\s?[.!…])?\W*$)
        |^\W{0,4}(?i:(?:list\s)?item|bullet(?:\spoint)?|(?:sub-?)?heading|keyword)\s1\W*$
        |\((?i:choose|pick|select)\s(?i:one|either|an?\soption)[^()]{0,60}\)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Filler();

    // "Your order number is ...".
    [GeneratedRegex("""
        (?<=\b(?i:your|the)\s(?:\p{L}+\s){0,2}(?i:number|code|date|link|name|amount|price|id|address|reference|fee|total)\s(?:is|was|of):?\s)(?:\.{3,}|…)(?=[\s.,]|$)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Missing();

    // A label or the mark of an item, and dots where its text belongs.
    [GeneratedRegex("""
        ^\W{0,3}(?:\d{1,2}[.)]|[-*•]|(?:\p{L}+\s?){1,4}(?:\([^()]{1,30}\))?:)\s(?:\.{3}|…)\s*$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Dots();

    // Blanks, rows of dots and crosses. What ends with digits is a masked number, "4XX" a class of answers of a server.
    [GeneratedRegex("""
        (?<=[\p{L},:.$€£]\s?)(?<![\w_])_{3,}(?![\w_(])|^_{3,}(?=[\s,]+\p{L})
        |(?<![\w_])[€$£]?_{2,}[.,:/]_{2,}(?:[.,:/]_{2,})?(?![\w_])
        |(?<=(?:\b(?:Dear|Mr|Mrs|Ms|Miss|Sir|Madam|Herr|Frau|of|on|by|until|from|is|to)\b|:)[\s.]{0,3})(?:\.\s?){5,}(?=\s*(?:,|$|\p{Ll}))|(?<=\s)\.{5,}(?=\s?(?:,|EUR|euros?|days|weeks|%))
        |(?<![\w.])[vV]?[Xx]\.[Xx](?:\.[Xx])?(?![\w.]*\d|\w)
        |(?<![\w-])(?:\+?\d{0,2}X{2,}[-/.\s)(]+){1,}X{2,}(?![-\s]?\d|\w)
        |\(x{3}\)\s?x{3}[-\s]x{4}|(?<![\w-])x{3}-x{3}-x{4}(?!\w)
        |(?<![\w-])20XX\b|(?<![\w-])(?:xx[:,]xx|XX[:,]XX)(?!\w)
        |(?<![\w-])XX(?=\s(?:days?|hours?|minutes?|weeks?|months?|years?|euros?|EUR|USD|dollars?|points?|people|percent|km|kg|Tage|Stunden|Uhr)\b)
        |(?<=\b(?:on|until|by|since|from|before|dated)\s)(?i:dd[./-]mm[./-]yy(?:yy)?|mm[./-]dd[./-]yy(?:yy)?|yyyy-mm-dd)\b
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Blank();
}
