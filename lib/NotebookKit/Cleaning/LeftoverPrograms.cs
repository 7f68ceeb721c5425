using System.Buffers;
using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>What programs leave where a value belongs: names of types, functions and formats, tags of rarer template languages, codes of text expanders,
/// escaped braces, and links whose target is only called "link".</summary>
internal static partial class LeftoverPrograms
{
    /// <summary>Characters that are looked at in one go.</summary>
    private const int Piece = 2_000;

    private static readonly (SearchValues<string> Words, Func<Regex> Pattern)[] Always =
    [
        (Any("%%=", "[[*", "[[+", "[[$", "[+", "<xsl:", "<%", "<tmpl", "<mj-", "@foreach", "@if", "@endif", "@endforeach", "@include", "@yield", "</template", "<template", "<slot", "{{}}", "{{ }}", "${}", "<>", "[[]]", "&#123;", "&lbrace;", "%7b%7b", "%7b", "\\{\\{", "{%", "{!", "[%", "<#", "{$", "${(", "$(", "$env:", "#{", "{{", "~[", "$[", "%[", "@{", "@(", "_DATE", "_NAME", "_END", "_ID", "_NUMBER", "_CODE", "_PRICE", "_TIME", "_URL", "_LINK", "_AMOUNT", "_TITLE", "_EMAIL"), Tags),
        (Any("optional(", "system.", "java.", "function ()", "function()", "function (", "undefined undefined", "null null", "object object", "<object", "<function", "lambda", "string[]", "list`1", "promise", "nonetype", "nil", " at 0x", "{}", "[]", "none none"), Types),
        (Any("](url", "](link", "](image", "](http", "](https", "](#", "](src", "](path", "](article", "](your", "](insert", "](example", "](page", "](help", "](faq", "](reset", "](to", "](file", "](address", "](website", "](support", "](form", "](doc", "path/to", "](x", "](t", "](...", "](…", "]()"), Links),
        (Any("={", "/{", "={{", "=%", "/%", "=[", "=<", "/<", "=$", "/$", "=*|", "=_", "/:"), Address),
        (Any("!macro", ";;", "::sig", "//sig", "/sig", "\\sig", ":sig", "#sig", "{sig", "!sig", "/macro", "#macro", "!template", "/template", "#template", "!snippet", "/snippet", "!canned"), Expander),
        (Any("/*", "{{!"), Comment),
        (Any("\"dear ", "\"hi ", "\"hello ", "'dear ", "'hi ", "'hello ", "your.", "your_", "your-", "@domain", "@company", "@example", "@email", "@mail."), Nobody),
    ];

    private static readonly (SearchValues<string> Words, Func<Regex> Pattern)[] Beside =
    [
        (Any("%.", "{:", "{0", "{1", "%0", "%d", "%s", "%i", "%f", "$1", "$2", "\\1", "{,", "%@", "%ld", "%lu", "%1$"), Format),
    ];

    /// <summary>Adds the places of a line.</summary>
    public static void AddTo(List<(int From, int Length)> places, ReadOnlySpan<char> line, LeftoverTalk talk)
    {
        if (talk.IsAboutCode) return;
        foreach (var (words, pattern) in Always)
            if (line.ContainsAny(words)) AddAll(places, line, pattern());
        if (line.Contains('`') || line.Contains('"')) return;
        foreach (var (words, pattern) in Beside)
            if (line.ContainsAny(words)) AddAll(places, line, pattern());
    }

    private static void AddAll(List<(int From, int Length)> places, ReadOnlySpan<char> line, Regex pattern)
    {
        for (var from = 0; from < line.Length; from += Piece)
            foreach (var match in pattern.EnumerateMatches(line.Slice(from, Math.Min(Piece, line.Length - from)))) places.Add((from + match.Index, match.Length));
    }

    private static SearchValues<string> Any(params string[] words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    // AMPscript, MODX, XSLT, Razor, Blade, PowerShell and shell substitutions, Freemarker; and braces with nothing inside or escaped.
    [GeneratedRegex("""
        %%=[^=%]{1,60}=%%|\[\[[*+$!~][\w.:-]{1,40}[^\]]{0,40}\]\]|\[\+[\w.:-]{1,40}\+\]
        |</?xsl:[^>]{1,80}>|<tmpl_\w+[^>]{0,60}>|</?mj-\w+[^>]{0,60}>|</?template(?:\s[^>]{0,60})?>|<slot\b[^>]{0,40}>
        |(?:^|(?<=\s))@(?:foreach|if|for|switch|unless|isset)\s?\([^)]{1,60}\)|(?:^|(?<=\s))@(?:endif|endforeach|else|endfor|endswitch)\b|(?:^|(?<=\s))@(?:include|yield|lang|section)\s?\(["'][^)]{1,60}\)
        |\{\{\s?\}\}|\[\[\s?\]\]|(?<=\s)\$\{\s?\}
        |&(?:\#123|lbrace|lcub|\#x7[bB]);\s?(?:&(?:\#123|lbrace|lcub|\#x7[bB]);)?\s?[\w. ]{1,40}&(?:\#125|rbrace|rcub|\#x7[dD]);
        |(?i:%7b)(?i:%7b)?[\w.]{1,40}(?i:%7d)
        |\\\{\\?\{?\s?[\w.]{1,40}\s?\\?\}?\\\}
        |\$\{\s?\([\w.]{1,40}\)![^}]{0,20}\}|(?<![\w$])\$\((?!\d)[A-Za-z][\w.]*(?:\s[^()]{1,30})?\)|(?<!\w)\$(?i:env):\w+
        |(?<=\b(?i:until|on|is|of|for|to|by|your|from|at)\s)[A-Z]{3,}_[A-Z]{2,}(?:_[A-Z]+)*(?=[\s.,!)]|$)
        |(?<=\s|^)[~$%@]\[[A-Za-z][\w. ]{1,30}\]|(?<=\s|^)@[{(][A-Za-z][\w.]{1,40}[)}]
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tags();

    // A value printed by a program that meant what is in it.
    [GeneratedRegex("""
        \bOptional\((?:"[^"]{0,40}"|\w{1,30})\)|\bSystem\.(?:String|Object|Int32|DateTime|Collections)\b(?:\.[\w.`]+)?(?:\[\])?|\bjava\.(?:lang|util)\.\w+(?:@\w+)?
        |\bfunction\s?\w{0,20}\s?\([\w, ]{0,30}\)\s?\{[^}]{0,80}\}|<function\s\w+\sat\s0x|<[\w.]+\sobject\sat\s0x[0-9a-fA-F]+>
        |\b(?:undefined\sundefined|null\snull|None\sNone|\[object\s\w+\])
        |(?<=\b(?i:dear|hi|hello|hey)\s)(?:\{\}|\[\]|<>|\(\)|nil)(?=\s?[,!.]|\s*$)
        |(?<=\b(?i:is|of|on|for|to|at|from|until|your|costs|by)\s)(?:\{\}|\[\]|<>|\(\)|nil)(?=[\s.,!]|$)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Types();

    // "[here](URL)": the target is a word for one.
    [GeneratedRegex("""
        \[[^\]\[]{1,60}\]\((?:|\#|\.{3}|…|x+|(?i:url|link|href|https?://|https?://(?:link|url|x+|\.{3})|todo|tbd|tbc)|(?i:(?:\w+[_\s-])?(?:url|link|href|uri)(?:[_\s-]?here)?|(?:insert|your|add|link|path)[_\s-][\w\s./-]{1,40}|path/to/[\w./-]{1,40}|image\.(?:png|jpg|jpeg|gif)))\)
        |\b(?:src|href)\s?=\s?["'](?i:path/to/[\w./-]{1,40}|url|link|\#|your[-_]\w+|image\.(?:png|jpg|jpeg|gif)|\w+_(?:url|link))["']
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Links();

    // A part of an address that a program should have filled: "?token={token}", "/:id/edit".
    [GeneratedRegex("""
        (?<=://[^\s]{3,120}[=/])(?:\{\{?\s?[A-Za-z_][\w.]{0,40}\s?\}?\}|%[A-Za-z_]{2,30}%|\[[A-Za-z_][\w ]{1,30}\]|<[A-Za-z_][\w ]{1,30}>|\$\{?[A-Za-z_]\w{1,30}\}?|\*\|\w{2,30}\|\*|__\w{2,30}__|:(?:id|token|slug|user|name|code|key)(?=[/?\s.]|$))
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Address();

    // What support people type so that a program writes the rest.
    [GeneratedRegex("""
        (?:^\W{0,2}|(?<=[.!?]\s))(?:!|/|\#|;;|::|\\|//)(?:(?:macro|template|snippet|canned|textblock)(?:[\s:_-]\w+)?|sig(?:nature)?|addr|greet(?:ing)?|thx|closing|br|kr|mfg)\W{0,2}$
        |(?:^\W{0,2}|(?<=[.!?]\s)|(?<=\s));;[a-z]{2,12}\b(?=\W{0,2}$|\s)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Expander();

    // A comment that orders something: "/* add the disclaimer here */".
    [GeneratedRegex("""
        /\*\s?(?i:add|insert|replace|put|todo|fixme|write|remove|delete|use|check|fill|customer|greeting|closing|note)\b[^*]{0,80}\*/
        |\{\{!(?:--)?\s?\w[^{}]{0,80}\}\}
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Comment();

    // A greeting as a program has it, and addresses of nobody.
    [GeneratedRegex("""
        ["'](?i:dear|hi|hello)\s["']\s?[+.&]\s?\w+
        |(?<![\w.@-])(?<!\b(?i:sample|example|such\sas|like|hint|looks|form|format)\b.{0,30})(?i:your[._-]?(?:email|e-mail|mail|name|address)|name|email|e-mail|user(?:name)?|first\.?name(?:\.last\.?name)?|first\.last|firstname\.lastname|vorname\.nachname)@(?i:(?:your)?(?:domain|company|email|mail|provider|site|website)|example)\.(?:com|org|net|de|co\.uk)\b
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Nobody();

    // Formats and groups between words of prose.
    [GeneratedRegex("""
        (?<=\b\p{L}{2,}:?\s|^)(?:\{(?:\d|\w{1,20})?:[.,+<>^]?\d{0,2}[.,]?\d{0,2}[a-zA-Z%]{0,2}\}|%[-+0]?\d{0,2}\.\d{1,2}[fdeg]|%0\d[dx]|%l[du]|%\d\$[sd@])(?=[\s.,!%€$]|$)
        |(?<=\b(?:is|was|of|on|for|to|at|by|until|dear|hi|hello|your|reached|ran|costs)\s)[$\\][1-9](?=[.,!]?(?:\s\p{Ll}{2,}|\s*$))(?!\s?(?:a|per|each|off|million|billion|or|extra|more|less|bill|note|coin|fee|only|and|for|in|on|to|from|million)\b)(?!\s*$(?<=\b(?:costs|for|at|to)\s\$\d\.?\s*))
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Format();
}
