using System.Buffers;
using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>Notes in marks that belong to the writing of a text: conditions ("[If applicable]"), names of its parts ("[INTRO]", "[Text block: refund]"),
/// choices that nobody made ("has/have", "(delete one)"), orders in capitals between exclamation marks, and values that are not there.</summary>
internal static partial class LeftoverNotes
{
    /// <summary>Characters that are looked at in one go.</summary>
    private const int Piece = 2_000;

    private static readonly (SearchValues<string> Words, Func<Regex> Pattern)[] Patterns =
    [
        (Any("[if ", "[only", "[when ", "[for ", "[in case", "[optional", "[else", "[otherwise", "[where ", "[unless", "[end", "(if applicable", "(optional)", "(only if", "[as applicable", "[falls", "[nur ", "<if ", "[use "), Condition),
        (Any("intro]", "outro]", "body]", "cta]", "footer]", "header]", "hook]", "summary]", "closing]", "opening]", "greeting]", "signature]", "block:", "block]", "button", "image:", "[text", "[copy", "[link", "[video", "[gif", "[emoji", "[logo", "[sign", "[unsub", "[call to", "[section", "[part", "[reply", "[steps]", "[add ", "[solution", "[apolog", "[empathy", "[thank", "[offer", "[disclaimer", "[standard", "[legal", "[conclu", "[table", "[list", "[quote", "[example", "[insert", "[replace", "[choose", "[select", "[pick", "[fill", "[complete", "[edit", "[enter", "[type", "[your", "[paste", "[attach", "[describe", "[explain", "[name of", "(name of", "(fill", "(choose", "(delete", "(insert", "(enter", "(to be", "(date of", "(number of", "(complete", "(select", "(pick", "<choose", "<delete", "(strike", "(unsubscribe", "[subject", "[preheader", "[banner", "[social", "[terms", "[menu"), Part),
        (Any("has/have", "is/are", "was/were", "he/she", "him/her", "his/her", "(es)", "(s) ", "(en)", "(r) ", "/in)", "mr/mrs", "mr./mrs", "mr/ms", "sir/madam", "do/does", "yes/no", "and/or", "option a", "a/b", "(n)", "her/his", "she/he", "haben/hat", "hat/haben", "ist/sind", "wurde/wurden"), Either),
        (Any("!!!", "???", "<<<", ">>>", "***", "###", "===", "@@@", "+++", "xxx", "§§§", "---", "$$$", "~~~"), Loud),
        (Any("()", "\"\"", "“”", "''", "  ", "€ ", "$ ", " ,", " .", "| |", "||", ": ,", ": .", "#,", "#.", "# ", "on .", "+00", "+xx", "000", "(xxx)", "[]", "<>"), Hollow),
    ];

    /// <summary>Adds the places of a line.</summary>
    public static void AddTo(List<(int From, int Length)> places, ReadOnlySpan<char> line)
    {
        foreach (var (words, pattern) in Patterns)
            if (line.ContainsAny(words)) AddAll(places, line, pattern());
    }

    private static void AddAll(List<(int From, int Length)> places, ReadOnlySpan<char> line, Regex pattern)
    {
        for (var from = 0; from < line.Length; from += Piece)
            foreach (var match in pattern.EnumerateMatches(line.Slice(from, Math.Min(Piece, line.Length - from))))
                if (!LeftoverNames.IsOwn(line.Slice(from + match.Index, match.Length).Trim("[]"))) places.Add((from + match.Index, match.Length));
    }

    private static SearchValues<string> Any(params string[] words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    // A condition in brackets that the sender was to decide.
    [GeneratedRegex("""
        \[(?i:(?:only\s)?if\s(?:applicable|needed|necessary|required|relevant|appropriate|available|known|possible|not)[^\]\[]{0,60}|only\s(?:if|for|when|in)\s[^\]\[]{2,70}|(?:if|when|in\scase|unless|where)\s[^\]\[]{2,70}:|(?:if|when)\s(?:the\s)?(?:customer|user|client|member|guest|patient|agent|caller)\b[^\]\[]{0,70}|for\s(?:\w+\s){1,4}(?:only|customers|users|members|clients)|optional(?:[:\s–-]{1,3}[^\]\[]{0,60})?|else(?:\s?if\b[^\]\[]{0,40})?|otherwise|end\s?(?:if|optional|of\s\w+)|as\sapplicable|use\s(?:this|only|if|when)\b[^\]\[]{0,60}|(?:falls|nur)\s[^\]\[]{2,60})\](?!\()
        |(?:^\W{0,3}|(?<=[.!?]\s))\((?i:if\sapplicable|only\sif\s(?:applicable|needed|necessary|the\scustomer|the\suser)[^()]{0,40})\)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Condition();

    // The name of a part of a text where the part belongs, and what somebody is to do there.
    [GeneratedRegex("""
        \[(?:INTRO(?:DUCTION)?|OUTRO|BODY|CTA|FOOTER|HEADER|HOOK|SUMMARY|CLOSING|OPENING|GREETING|SIGNATURE|SUBJECT|PREHEADER|BANNER|DISCLAIMER|CONCLUSION|OFFER|EMPATHY|APOLOGY|SOLUTION|STEPS|TEXT|COPY|LINK|BUTTON|IMAGE|LOGO|VIDEO)\](?!\()
        |\[(?i:(?:text|copy|content|standard|reply|closing|opening|legal|greeting|empathy|apology|signature|disclaimer)\s?(?:block|snippet|module|text|paragraph|statement|section|line)?\s?[:#–-]\s?[^\]\[]{2,60}|(?:text|content|copy|legal|reply)\s(?:block|snippet|module)(?:\s\w+)?|(?:button|cta|image|picture|photo|screenshot|video|gif|logo|icon|banner|link|table|chart|quote)\s?(?:[:#–-]|\sof\b|\swith\b|\sto\b)\s?[^\]\[]{2,60}|call\sto\saction[^\]\[]{0,40}|unsubscribe(?:\s(?:link|here|url))?|social\s(?:media\s)?(?:links?|icons?)|add\s(?:the\s|your\s|a\s|an\s|some\s|more\s)?(?:steps?|details?|links?|text|reasons?|names?|dates?|signature|greeting|closing|examples?|numbers?|prices?|amount|address|screenshot|image|solution|instructions?|explanation|answer|disclaimer|info(?:rmation)?)(?:\s[^\]\[]{1,40})?)\](?!\()
        |(?<=\b(?i:click|tap|use|see|visit|here|is|at|to|on|for|by|your|the)\s)\[(?i:unsubscribe|link|button|url|here|address|phone|email|date|time|name|number|price|amount)\](?!\()
        |\((?i:fill\s(?:in|out)|to\sbe\s(?:filled|added|completed|confirmed|inserted|announced|determined|defined|decided)(?:\s(?:in|later|soon|by\s\w+))?|(?:delete|strike|choose|pick|select|keep|remove|cross\sout)\s(?:one|as\s(?:appropriate|applicable|needed)|where\s(?:not\s)?applicable|whichever[^()]{0,30}|the\sother|accordingly|the\sone[^()]{0,40})|(?:name|date|number|title|address|time|place|amount|phone\snumber|signature)\sof\s(?:the\s|your\s)?(?:agent|customer|user|client|member|article|product|company|sender|recipient|contact|manager|event|order|ticket|employee|author|department)|(?:insert|enter|complete|add)\s(?:here|name|date|link|number|text|amount|address|details?|reason|time|price))\)
        |\[(?i:choose|select|pick|keep|delete|fill\sin|fill\sout|complete|edit|replace|change|adapt|customi[sz]e|personali[sz]e)\s(?:one|as\s\w+|this|here|accordingly|if\s\w+|before\s\w+)\]|\[(?i:choose|select|pick|fill\sin|fill\sout|adapt|personali[sz]e|customi[sz]e)\](?!\()
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Part();

    // Two forms of one word or sentence, of which one was to stay.
    [GeneratedRegex("""
        \b\p{L}{3,}\((?:s|es|n|en|e)\)\s(?:(?i:has/have|have/has|is/are|are/is|was/were|were/was|do/does|does/do|ist/sind|wurde/wurden|hat/haben)|\p{L}+\((?:s|n|en)\))
        |\b(?i:(?:[Ss]?he/she|she/he))\s?[\[(](?i:choose|select|pick|delete|adapt)
        |\b(?i:he/she)\s(?:\p{Ll}+\s){1,8}(?i:his/her|him/her)\b
        |(?:^\W{0,3}|(?<=[.!?]\s))(?i:option|version|variant|text|reply|answer)\s(?:A|1)\s?[/|]\s?(?i:option|version|variant|text|reply|answer)\s(?:B|2)\b
        |\b(?:Sehr\s)?[Gg]eehrte\(?r?\)?\s?(?:Damen\sund\sHerren\s?/|\w{0,5}\s?(?:Frau\s?/\s?Herr|Herrn?\s?/\s?Frau))|\b[Gg]eehrte\(r\)
        |\b(?:Dear|Hello|Hi)\s(?i:mr\.?/mrs\.?(?:/ms\.?)?|mr\.?/ms\.?|ms\.?/mr\.?|mrs\.?/mr\.?)\b
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Either();

    // An order or a question that shouts between rows of marks.
    [GeneratedRegex("""
        (?:!{3,}|\*{3,}|\#{3,}|={3,}|@{3,}|\+{3,}|\${3,}|§{3,}|~{3,}|-{3,}|>{3,}|<{3,}|[xX]{3,})\s?(?i:adjust|adapt|change|check|replace|update|remove|delete|insert|fill|add|complete|attention|verify|confirm|ask|do\snot\ssend|not\sfinal|internal|wip|draft|personali[sz]e|customi[sz]e)\b[^!*\#=@+$§~<>\n]{0,70}(?:!{3,}|\*{3,}|\#{3,}|={3,}|@{3,}|\+{3,}|\${3,}|§{3,}|~{3,}|-{3,}|>{3,}|<{3,}|[xX]{3,})
        |(?:^\W{0,2}|(?<=[.!]\s))\?{3,}\s\p{L}[^?\n]{3,80}\?{3,}
        |<{3}\s?[\p{L}][^<>\n]{2,60}\s?>{3}
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Loud();

    // A value that is not there: "Your case () was closed", "Your reference: """, "the amount of  will be".
    [GeneratedRegex("""
        (?<=\b(?i:your|the|our)\s(?:\p{L}+\s){0,2}(?i:case|ticket|order|invoice|number|request|account|plan|appointment|subscription|code|reference|payment|refund|card|device|product))\s\(\s?\)
        |(?<=\b(?i:your|the|our)\s(?:\p{L}+\s){0,3}(?i:reference|number|code|name|id|title|subject|order|ticket|case|plan|address|date|amount|password|username|link)(?:\s(?:is|was)|:)\s?)(?:""|“”|''|«»|\(\s?\)|\[\s?\]|<\s?>|\#)(?=[\s.,]|$)
        |(?<=\b(?i:dear|hi|hello|hey)\s)\s{1,3},
        |(?<=\b(?i:amount|sum|total|refund|payment|price|fee|discount|balance|distance|average|pace)\s(?:of|is|was))\s{2,3}(?=\p{Ll})|(?<=\b(?i:to|from|on|for|in|of)\syour)\s{2,3}(?=\p{Ll})
        |\b(?i:payment|amount|refund|price|fee|total|balance|discount|sum|costs)\s(?:of|is|was)\s[€$£](?=\s(?:is|was|will|has|on|for|by|per|a|to|and|or)\b|[.,]|\s*$)
        |(?<=\b(?:due|starts|ends|expires|delivered|shipped|begins|renewed|until|booked|scheduled|valid|available|dated)\s(?:on|until|by|at|from))\s?[.,](?=\s|$)
        |(?<!\d\s?)\+(?:00|XX|xx)[\s./-](?:0{2,4}|X{2,4}|x{2,4})(?:[\s./-]?[0xX]{2,})*(?!\d)
        |^\s*\|(?:\s*\|){2,}\s*$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Hollow();
}
