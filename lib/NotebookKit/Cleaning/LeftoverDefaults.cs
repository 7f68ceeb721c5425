using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>What stands in a text because nobody replaced it: the first texts of editors and of pages, headings and items with a number, the people and
/// places of forms, the errors of word processors and spreadsheets, and the dates of a clock that was never set.</summary>
internal static partial class LeftoverDefaults
{
    private static readonly LeftoverPatterns Patterns = new(
        (["hello world! ", "welcome to word", "first post", "sample page", "edit it or", "edit or delete", "wordpress site", "quick brown fox", "this is a heading", "your text", "some text", "sample text", "dummy", "example text", "more text", "click here to edit", "double click", "double-click", "double tap"], Page),
        (["untitled", "new paragraph", "new section", "new page", "new slide", "new heading", "new document", "unnamed", "no subject", "(no title)", "slide title", "your headline", "your title", "page title", "post title", "alt text", "image alt", "image description"], Title),
        (["header 1", "header 2", "column 1", "cell 1", "row 1", "point 1", "section 1", "title 1", "feature 1", "benefit 1", "advantage 1", "step one", "first step", "item one", "first item", "bullet one", "option a", "paragraph 1", "argument 1", "question 1", "answer 1", "link 1", "product 1", "step 1"], Numbered),
        (["jane doe", "john doe", "mustermann", "musterfrau", "joe bloggs", "john smith", "company name", "your company", "your business", "your organi", "acme", "123 main", "anytown", "musterstra", "musterstadt", "firma xy", "frau xy", "herr xy", "herrn xy", "mr xy", "ms xy", "mr. xy", "smith (", "(replace", "(placeholder", "(insert", "your address", "street address", "city, state", "zip city", "first last", "firstname", "vorname nachname"], Person),
        (["bookmark not", "reference source not", "fehler! textmarke", "fehler! verweis", "index entries found", "table of contents entries", "#ref!", "#name?", "#div/0!", "#value!", "#n/a", "#num!", "#null!", "#####", "mail merge", "next record", "datum einf"], Error),
        (["1970", "1899", "1900", "0001", "0000-", "00/00", "00.00.", "9999-12"], Clock));

    /// <summary>Adds the places of a line.</summary>
    public static void AddTo(List<(int From, int Length)> places, ReadOnlySpan<char> line) => Patterns.AddTo(places, line);

    // The first post and the first page of a new site, and what editors show in an empty field.
    [GeneratedRegex("""
        \b(?i:hello\sworld!\s(?:this\sis|welcome\sto)\b|welcome\sto\swordpress\b|this\sis\syour\sfirst\spost\b|just\sanother\swordpress\ssite|this\sis\sa(?:n\sexample|\ssample)\s(?:page|post)\b|edit\s(?:it\s)?or\sdelete\sit\b|edit\sor\sdelete\s(?:this|it)\b)
        |^\W{0,4}(?i:this\sis\sa\sheading|(?:click|double[-\s]click|double[-\s]tap)\s(?:here\s)?to\s(?:edit|add|change)\b[^.!?]{0,40}|(?:your|some|more|example|sample|dummy)\stext(?:\s(?:here|goes\shere|\d))?|the\squick\sbrown\sfox\sjumps[^.]{0,40})[.!…]?\W*$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Page();

    // A title that an editor gave, by itself on its line or behind a label; "![Alt text](…)".
    [GeneratedRegex("""
        (?:^\W{0,6}|(?<=[.!?]\s))(?i:untitled(?:\s(?:document|page|post|note|section|draft|\d+))?|new\s(?:paragraph|section|page|slide|heading|document)|unnamed(?:\s\w+)?|(?:your\s)?(?:headline|slide\stitle|page\stitle|post\stitle|title)\s(?:goes\s)?here|\(?no\s(?:subject|title)\)?)[.]?\W{0,4}$
        |(?<=[:=]\s?["“']?)(?i:untitled(?:\s(?:document|page|post|note|section|draft|\d+))?|unnamed\s\w+)(?=["”']?\W{0,3}$)
        |!\[(?i:alt(?:ernative)?\stext|image(?:\s(?:alt|description|title))?|description|caption|title)?\]\(|\balt="(?i:alt\stext|image|description)"
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Title();

    // An item that says only what it is: "Point 1", "First step here", a table of "Header 1 | Header 2".
    [GeneratedRegex("""
        ^\W{0,6}(?:\d{1,2}[.)]\s)?(?i:(?:point|section|title|feature|benefit|advantage|disadvantage|argument|paragraph|column|header|cell|row|product|link|question|answer|topic|reason|option|key\spoint|main\spoint|bullet|item)\s(?:1|one|a))\W{0,4}$
        |\|\s?(?i:header|column|cell|row|title)\s1\s?\|
        |^\W{0,6}(?:\d{1,2}[.)]\s)?(?i:(?:(?:first|second|third|next|last)\s(?:step|item|point|bullet|paragraph|section|line|sentence|reason)|(?:step|item|bullet|point)\sone)(?:\s(?:goes\s)?here)?)\W{0,3}$
        |^\W{0,6}(?i:option\sa\s?[/|]\s?option\sb)\b
        |[\[(<{](?i:(?:benefit|feature|advantage|disadvantage|reason|point|step|item|option|product|example|argument|question|answer|link|tip)\s?[\#]?[1a])[\])>}]
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Numbered();

    // Who stands in forms: a person told to be one, a company and an address that are words for them.
    [GeneratedRegex("""
        (?:\b(?i:max\smustermann|erika\smustermann|joe\sbloggs|john\sdoe|jane\sdoe|john\ssmith)|\[NAME(?:_\d+)?\])\s?[\[(](?i:replace|change|example|sample|placeholder|edit|insert|your\sname)[^\])]{0,20}[\])]
        |^\W{0,4}(?i:your\s(?:company|business|organi[sz]ation|firm|brand|shop)(?:\sname|['’]s\sname)?|company\sname(?:,?\s(?:inc|ltd|llc|gmbh|corp)\.?)?|acme(?:,?\s(?:inc|ltd|llc|gmbh|corp|corporation)\.?)?\s?,\s?(?:street|address|zip|city)\b[^.]{0,30}|123\smain\s(?:street|st)\b[^.]{0,40}|(?:street\saddress|street|city),\s?(?:city|state|zip|postcode)\b[^.]{0,30}|musterstra(?:ß|ss)e\s\d+[^.]{0,30})\W{0,3}$
        |\b(?:Frau|Herrn?|Mrs?\.?|Ms\.?)\s(?:XY|XX|NN|N\.\s?N\.|Muster)\b
        |(?:^\W{0,4}|(?<=[,;]\s))(?:First\sLast|Firstname\sLastname|Vorname\sNachname)(?=\W{0,3}$)
        |\b(?i:anytown|musterstadt),?\s(?:[A-Z]{2}\b|\d)
        |\b(?:company|department|organi[sz]ation|product|customer|client|firm)\s(?:XYZ|ABC|XY)\b(?!-)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Person();

    // Of word processors and spreadsheets, where a value belongs.
    [GeneratedRegex("""
        \b(?i:error!\s(?:bookmark\snot\sdefined|reference\ssource\snot\sfound|no\stext\sof\sspecified\sstyle|unknown\sdocument\sproperty)|fehler!\s(?:textmarke|verweisquelle)\b|no\s(?:index|table\sof\scontents)\sentries\sfound)
        |(?:^\W{0,4}|(?<=[:.]\s?|\b(?:is|was|of|on|to|at|by|for|costs|until)\s))\#(?:REF!|NAME\?|DIV/0!|VALUE!|N/A|NUM!|NULL!)(?=[\s.,)]|$)|(?<=\b(?:is|was|of|costs)\s)\#{4,}(?=[\s.,)]|$)
        |[«<]\s?(?i:next\srecord(?:\sif)?|mail\smerge|datum\seinfügen)[^»>]{0,20}[»>]
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Error();

    // The first day of a computer's calendar, where the day of something that belongs to the reader is told.
    [GeneratedRegex("""
        (?<=\b(?i:(?:starts?|ends?|expires?|due|delivered|delivery|valid|shipped|renews?|renewed|booked|scheduled|arrives?|payment|date|cancelled|paused|charged|billing|appointment|last\s(?:sync|login|workout|payment|update))\b[\s:]{0,2}(?:(?:is|was|on|until|at|by|for|from|date:?|of)[\s:]{1,2}){0,2}))
        (?:0?1[./]0?1[./]1970|1970-01-01|(?:(?i:january|jan\.?)\s1(?:st)?,\s1970|1\.?\s(?i:january|jan\.?|januar)\s1970)|1899-12-3[01]|3[01][./]12[./]1899|12/3[01]/1899|0?1[./]0?1[./]1900|1900-01-0[01]|0?1[./]0?1[./]0001|0001-01-01)(?!\d)
        |(?<![\d.:/-])(?:00[./-]00[./-]0000|0000-00-00|00/00/00|00\.00\.00(?!\d))(?![\d:])
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Clock();
}
