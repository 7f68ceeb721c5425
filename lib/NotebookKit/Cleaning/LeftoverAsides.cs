using System.Buffers;
using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>What a writer of templates says aside to who uses them: remarks between brackets and rules, notes that begin a sentence, and closings under
/// which a field stands instead of a name.</summary>
internal static partial class LeftoverAsides
{
    /// <summary>Characters that are looked at in one go.</summary>
    private const int Piece = 2_000;

    private static readonly SearchValues<string> Bracketed = SearchValues.Create(
        ["draft", "template", "internal", "macro", "snippet", "to be ", "not for ", "insert]", "paragraph", "sentence", "statement", "(use ", "(only ", "(send ", "(include ", "(omit ", "(skip ", "(delete ", "(remove ", "(adapt ", "(personali", "(date)", "(time)", "(name)", "(amount)", "(number)", "(address)", "(link)", "(price)", "(month)", "(product)", "(reason)"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Noting = SearchValues.Create(
        ["note to", "notes to", "note for", "notes for", "hint for", "reminder to", "reminder for", "instructions for", "instruction for", "instructions to", "internal", "agent:", "support:", "editor:", "writer:", "author:", "reviewer:", "translator:", "team:", "template", "macro", "canned", "draft", "replace ", "closing", "greeting", "salutation", "tbd", "tbc", "tba"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Signing = SearchValues.Create(["Name", "Title", "Position", "Signature", "NAME", "Role"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Empty = SearchValues.Create(["null", "NaN", "undefined", "None"], StringComparison.Ordinal);

    /// <summary>Adds the asides of a line.</summary>
    public static void AddTo(List<(int From, int Length)> places, ReadOnlySpan<char> line, LeftoverTalk talk)
    {
        if (line.ContainsAny(Bracketed)) LeftoverPatterns.AddAll(places, line, Between());
        if (line.ContainsAny(Noting))
        {
            foreach (var start in LeftoverStarts.Of(line))
                foreach (var match in Note().EnumerateMatches(line.Slice(start, Math.Min(Piece, line.Length - start)))) places.Add((start + match.Index, match.Length));
        }

        if (line.ContainsAny(Signing)) LeftoverPatterns.AddAll(places, line, Signed());
        if (line.ContainsAny(Empty) && !talk.IsAboutCode) LeftoverPatterns.AddAll(places, line, Unset());
    }

    /// <summary>A rule where a name belongs: a line of underscores behind one that ends with a comma.</summary>
    public static bool IsBlankSignature(ReadOnlySpan<char> above, ReadOnlySpan<char> line) =>
        line.Length > 4 && line.Trim() is { Length: > 4 } blank && blank.IndexOfAnyExcept('_', ' ') < 0 && above.TrimEnd() is [.., ','];

    /// <summary>A label of one field at the end of a text, and nothing behind it: "Case number:". Where other labels stand above, it is a list
    /// that broke off.</summary>
    public static bool EndsInLabel(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        if (text is not [.., ':'] || text.Length < 6) return false;
        var line = text[(text.LastIndexOf('\n') + 1)..^1];
        var above = text[..^(line.Length + 1)];
        var label = line[(line.LastIndexOfAny(EndMarks.All) + 1)..].Trim(" *");
        if (label.IsEmpty || !(char.IsUpper(label[0]) || label[0] == '[') || label.Count(' ') > 3 || line[..^label.Length].Contains(": ", StringComparison.Ordinal) || above.Contains(": ", StringComparison.Ordinal)) return false;
        return label[(label.LastIndexOf(' ') + 1)..] is "number" or "Number" or "No" or "ID" or "id" or "code" or "Code" or "reference" or "Reference" or "Signature" or "signature" or "Name" or "name" or "Link" or "link" or "Date" or "date" or "Phone" or "phone" or "Email" or "email" or "Amount" or "amount" or "Position" or "Department" or "Agent" or "Address" or "address";
    }

    /// <summary>A place that begins at the end of a text and is not closed: "your name is [insert", "Hi {{first_name". A bracket that people open
    /// holds other words.</summary>
    public static bool EndsInPlace(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        var line = text[(text.LastIndexOf('\n') + 1)..];
        var at = line.LastIndexOfAny('[', '{', '<');
        if (at < 0 || line.Length - at > 40 || (at > 0 && char.IsLetterOrDigit(line[at - 1])) || line[at..].IndexOfAny(']', '}', '>') >= 0) return false;
        var inner = line[(at + 1)..].Trim();
        return inner.Length > 2 && char.IsLetter(inner[0]) && (LeftoverNames.IsField(inner) || (line[at] == '{' && LeftoverNames.IsIdentifier(inner)));
    }

    /// <summary>A form that nobody filled in: three or more lines that are only marks of items, or only labels with their colons.</summary>
    public static bool EndsInEmptyForm(ReadOnlySpan<char> text)
    {
        if (text.TrimEnd() is not [.., ':' or '.' or ')' or '-' or '*' or '•']) return false;
        int marks = 0, labels = 0;
        foreach (var raw in text.EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty) continue;
            marks = ListItems.IsItem(line) && ListItems.Content(line).Trim("*_ ").IsEmpty ? marks + 1 : 0;
            labels = line[^1] == ':' && line.Length < 30 && (char.IsUpper(line[0]) || line[0] == '[') && line.Count(' ') < 4 ? labels + 1 : 0;
        }

        return marks > 1 || labels > 2;
    }

    [GeneratedRegex("""
        \[(?i:(?:draft|template|internal|macro|snippet|boilerplate|not\sfor)\b[^\]\[]{0,60}|to\sbe\s(?!continued)\w+[^\]\[]{0,30}|insert|(?:opening|closing|first|second|last|next|main|body|empathy|intro\w*|final)?\s?(?:paragraph|sentence|statement):?(?:\s[^\]\[]{3,90})?)\](?!\()
        |(?:-{2,}|={2,}|\*{2,}|\#{2,})\s?(?i:(?:begin|start|end)\s(?:of\s)?(?:\p{L}+\s)?(?:template|macro|snippet|draft|text|reply)|(?:template|macro|snippet|draft|reply)\s(?:starts?|begins?|ends?)|internal(?:\sonly|\snotes?|\suse)?|template|draft)\s?(?:-{2,}|={2,}|\*{2,}|\#{2,})
        |\((?i:(?:only\s)?(?:use|send|include|omit|skip|delete|remove|adapt|personali[sz]e)\s(?:this|the|only\sthis)\s(?:reply|text|answer|paragraph|template|macro|sentence|line|message|greeting|closing|snippet|block)\b)[^()]{0,60}\)
        |(?<=\b(?i:on|by|until|from|for|at|to|of|is|your|dear|hi|hello)\s)\((?:date|time|name|amount|number|address|link|price|month|product|reason)\)(?=[\s.,!]|$)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Between();

    [GeneratedRegex("""
        \G\W{0,4}(?:(?i:(?:internal\s)?(?:note|notes|hint|reminder|instructions?)\s(?:to|for)\s(?:the\s)?(?:self|agents?|support|editors?|writers?|authors?|reviewers?|translators?|staff|team)\b\s?[:–-]|internal\s(?:note|use\sonly|comment|remark)\b)
        |(?i:agent|support|editor|writer|author|reviewer|translator|team):\s(?i:please\s)?(?i:adapt|add|insert|replace|fill|remove|delete|edit|personali[sz]e|update|attach|mention|verify|copy|paste|do\snot|don't|only)\b
        |(?i:(?:reply\s|mail\s|answer\s)?template|macro|canned\s(?:response|reply|answer))(?:\s(?:name|id|no|start|end))?(?:\s?[:\#]\s?(?!the\b|an?\b|this\b|your?\b)\w|\s\d+\b)
        |DRAFT\b\s?(?::|[–-]\s)
        |(?i:replace)\s(?i:this|me|the\s(?:text|part|line)\s(?:above|below))(?:\s\p{L}+)?\s(?i:with|by)\s(?i:the|your|an?)\s(?:\p{L}+\s)?(?i:names?|titles?|numbers?|text|date|links?|address|amount|real|actual|correct|copy|content|wording|greeting|signature)\b
        |(?i:add|write|put)\s(?i:a|the|your)\s(?:\p{L}+\s)?(?i:closing|greeting|salutation)(?:\s(?i:line|remark|sentence|formula|text))?(?:\shere)?[.!…]?\s*$
        |\p{Lu}\p{L}*(?:\s\p{L}+){0,3}:\s?(?i:TB[ACD])\b)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Note();

    [GeneratedRegex("""
        (?:^\W{0,3}|(?<=\b(?i:regards|wishes|sincerely|yours|best|cheers|thanks|truly|faithfully|greetings),\s))(?:(?:Your|The|Support|Customer)\s)?(?:Agent(?:['’]s)?|Your|Full|First|Last|Support|Sender)\s(?:(?:Full|First|Last|Job)\s)?(?:Name|NAME|Title|Position|Signature|Role)\W{0,2}$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Signed();

    [GeneratedRegex("""
        \b(?i:your|the)\s(?:\p{L}+\s){0,3}(?i:total|amount|balance|number|date|price|pace|distance|plan|time|address|name|average|goal|fee|cost|limit)\s(?:is|was)\s(?:null|NaN|undefined|None)(?=[\s.,!]|$)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Unset();
}
