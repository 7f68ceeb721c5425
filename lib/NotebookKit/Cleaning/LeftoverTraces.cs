using System.Buffers;
using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>Traces of the programs that made a text: tokens of chat formats, marks of a merge, short codes of a page, numbered
/// arguments, and addresses that begin with "your".</summary>
internal static partial class LeftoverTraces
{
    private static readonly SearchValues<string> Any = SearchValues.Create(
        ["<|", "INST]", "SYS>>", "<<<<<<<", ">>>>>>>", "###", "=\"", "[/", "0000", " %", " # ", " {", ".your", "/your", "@your", "yourd", "yourc", "yours", "your-", "your_", "NAME]", "NAME_", "PERSON", "YYYY", "20XX", "XX,X", "$_", "€_", "£_", " NAME", "TNAME", " SURNAME", " COMPANY", " AMOUNT", " PRODUCT", " DATE", "[ ", "[_", "[?", "???", "……"],
        StringComparison.Ordinal);

    /// <summary>Adds the traces of a line.</summary>
    public static void AddTo(List<(int From, int Length)> places, ReadOnlySpan<char> line, LeftoverTalk talk)
    {
        if (!line.ContainsAny(Any)) return;
        LeftoverPatterns.AddAll(places, line, Trace());
        // Where code is spoken of, these belong to it.
        if (!line.Contains('`') && !talk.IsAboutCode) LeftoverPatterns.AddAll(places, line, Argument());
    }

    [GeneratedRegex("""
        <\|(?:im_start|im_end|endoftext|end|user|assistant|system|eot_id|begin_of_text|start_header_id|end_header_id)\|>
        |\[/?INST\]|<</?SYS>>
        |(?:^|(?<=[.!?]\s))\#{2,3}\s?(?:Response|Instruction|Assistant|Human|User|System|Prompt|Completion):(?:\s*$)?
        |(?:^|(?<=[.!?]\s))(?:<{7}|>{7})(?:\s[\w/]+)?(?=\s|$)
        |\[[a-z][\w-]*(?:\s\w[\w-]*="[^"\]]*")+\s?/?\]
        |\[/(?:caption|button|gallery|embed|row|column|section|accordion|tab|tabs|form|audio|video|playlist|shortcode)\]
        |(?<=\b(?i:number|no\.?|id|reference|ref\.?|ticket|case|order|invoice)\W{1,3}(?:is\s)?\#?)0{5,}(?!\d)
        |(?<=(?:©|\([cC]\)|\bCopyright)\s)(?:YYYY|20XX|\[?[yY]ear\]?)
        |[\[{<«]\s?(?:\w+\s){0,5}\[(?:NAME|PERSON)(?:_\d+)?\](?:\s\w+){0,4}\s?[\]}>»]|(?<=[%\#$~|])\[(?:NAME|PERSON)(?:_\d+)?\](?=[%\#$~|])|(?<=\b(?:Hi|Hello|Dear)\s)\[NAME(?:_\d+)?\]/\[NAME(?:_\d+)?\]
        |(?<![\w,.])X{1,3},XXX(?!\w)|(?<![\w.])[$€£]_{2,}
        |(?<=\b(?:on|by|until|is|of|for|at|to|from|your)\s)(?:\[\s?(?:\?+|_+|[xX]+)?\s?\]|\?{3,}|…{2,})(?=[\s.,!]|$)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Trace();

    [GeneratedRegex("""
        (?<=[a-z]\s)%[1-9](?=\s\p{Ll}{2,}|[.,!]|$)
        |(?<=\b(?:have|has|got|are|in|about|after|every)\s)\#\s(?=\p{Ll}{3,})
        |(?<=\p{Ll}\s)\{[a-z]?\}(?=\s\p{Ll}{3,}|[.,!]|$)
        |(?<!\{)\{\{\s?\p{L}[\w.]*\s?\}?(?=[\s.,!])(?![^{}]{0,80}\}\})
        |(?<=\p{Ll}\s)\{\p{Ll}[\w.]{3,}(?=\s\p{Ll}+)(?![^{}]{0,80}\})
        |\b(?i:www\.|https?://(?:www\.)?|@)your[-_]?(?i:domain|company|site|website|shop|store|brand|organi[sz]ation|app|name|url)(?:[-_]?here)?\.(?:com|org|net|io|de|co\.uk|fr|es|example)\b
        |(?<=\b\p{Ll}{2,}\s)(?<!\b(?:the|an|by|each|column|field|type|of|and|or)\s)(?:FIRSTNAME|LASTNAME|NAME|SURNAME|COMPANY|AMOUNT|PRODUCT)(?=\s\p{Ll}|[.,!])|(?<=\b(?:on|until|from)\s)DATE(?=\s\p{Ll}|[.,!])
        |(?<=://[^\s]{3,80}/)your[-_]\w+[-_](?:here|link|page|id)\b
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Argument();
}
