namespace NotebookKit.Text;

/// <summary>What an answer looks like, as far as habits go. Yes or no by the text alone, in English, German, French, Spanish, Italian, Portuguese and Dutch.</summary>
/// <param name="Words">Its words.</param>
/// <param name="List">Two lines or more begin with a bullet or a number.</param>
/// <param name="Greeting">It begins with a greeting.</param>
/// <param name="SignOff">One of its last three lines begins as letters end ("Kind regards"), or its last sentence does.</param>
/// <param name="Question">It asks something.</param>
/// <param name="Exclamation">It has an exclamation mark.</param>
/// <param name="Formal">It addresses the reader formally: Sie, vous, usted, u.</param>
/// <param name="Informal">It addresses the reader informally: du, tu, je.</param>
internal readonly record struct AnswerForm(int Words, bool List, bool Greeting, bool SignOff, bool Question, bool Exclamation, bool Formal, bool Informal)
{
    private const int LastLines = 3;

    private static readonly string[] Greetings =
    [
        "hi", "hello", "hey", "dear", "greetings", "good morning", "good afternoon", "good evening", "good day", "hallo", "guten tag", "guten morgen", "guten abend", "liebe", "lieber",
        "sehr geehrte", "sehr geehrter", "moin", "servus", "bonjour", "bonsoir", "salut", "cher", "chère", "hola", "buenos días", "buenas tardes", "estimado", "estimada", "ciao", "buongiorno",
        "gentile", "olá", "bom dia", "boa tarde", "prezado", "prezada", "beste", "geachte", "goedemorgen", "goedemiddag", "dag",
    ];

    private static readonly string[] SignOffs =
    [
        "best regards", "kind regards", "warm regards", "regards", "best wishes", "sincerely", "yours", "cheers", "best", "take care", "have a nice", "have a great", "have a good",
        "mit freundlichen", "freundliche grüße", "viele grüße", "liebe grüße", "beste grüße", "schöne grüße", "grüße", "gruß", "cordialement", "bien à vous", "salutations", "amicalement",
        "saludos", "un saludo", "atentamente", "cordiali saluti", "distinti saluti", "saluti", "atenciosamente", "cumprimentos", "met vriendelijke", "groeten", "groet",
    ];

    private static readonly HashSet<string> FormalWords = new(StringComparer.Ordinal) { "vous", "votre", "vos", "usted", "ustedes", "uw" };

    /// <summary>German's formal words are told from "she" and "they" by their capital, which says something only inside a sentence.</summary>
    private static readonly HashSet<string> FormalCapitals = new(StringComparer.Ordinal) { "Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer" };

    private static readonly HashSet<string> InformalWords = new(StringComparer.Ordinal)
    {
        "du", "dir", "dich", "dein", "deine", "deinen", "deinem", "deiner", "tu", "toi", "tes", "tuoi", "tuo", "jouw", "jij",
    };

    /// <summary>Looks at an answer.</summary>
    public static AnswerForm Of(string answer)
    {
        var lines = answer.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var (formal, informal) = Address(answer);
        return new(
            Text.Words.Count(answer), lines.Count(IsItem) > 1, lines.Length > 0 && Begins(lines[0], Greetings), IsSigned(lines),
            Asks(answer), answer.AsSpan().IndexOfAny('!', '！') >= 0, formal, informal);
    }

    /// <summary>True for "- a", "* a", "• a", "1. a" and "2) a".</summary>
    private static bool IsItem(string line)
    {
        if (line[0] is '-' or '*' or '+' or '•' or '–' or '·') return line.Length > 1 && char.IsWhiteSpace(line[1]);
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits])) digits++;
        return digits is 1 or 2 && digits + 1 < line.Length && line[digits] is '.' or ')' && char.IsWhiteSpace(line[digits + 1]);
    }

    private static bool IsSigned(string[] lines)
    {
        for (var i = Math.Max(1, lines.Length - LastLines); i < lines.Length; i++)
            if (Begins(lines[i], SignOffs)) return true;
        if (lines.Length == 0) return false;
        var last = lines[^1].AsSpan().TrimEnd(" .!?…");
        var stop = last.LastIndexOfAny('.', '!', '?');
        return stop >= 0 && Begins(last[(stop + 1)..].TrimStart().ToString(), SignOffs);
    }

    /// <summary>A question mark at the end of a word: one inside an address asks nothing.</summary>
    private static bool Asks(string text)
    {
        for (var i = text.AsSpan().IndexOfAny('?', '？', '؟'); i >= 0; i = i + 1 < text.Length && text.IndexOfAny(['?', '？', '؟'], i + 1) is >= 0 and var next ? next : -1)
            if (i + 1 == text.Length || !Fold.IsWord(text[i + 1])) return true;
        return false;
    }

    /// <summary>True where a line begins with one of the phrases, and a word ends there.</summary>
    private static bool Begins(string line, string[] phrases)
    {
        foreach (var phrase in phrases)
            if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (line.Length == phrase.Length || !Fold.IsWord(line[phrase.Length]))) return true;
        return false;
    }

    private static (bool Formal, bool Informal) Address(string text)
    {
        var (formal, informal, inside) = (false, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i]))
            {
                if (text[i] is '.' or '!' or '?' or ':' or '\n' or '"' or '„' or '“' or '•' or '-') inside = false;
                continue;
            }

            var from = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            var word = text.AsSpan(from, i - from);
            i--;
            if (word.Length is > 1 and < 9)
            {
                formal |= (inside && Has(FormalCapitals, word)) || HasLower(FormalWords, word);
                informal |= HasLower(InformalWords, word);
            }

            inside = true;
        }

        return (formal, informal);
    }

    private static bool Has(HashSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static bool HasLower(HashSet<string> words, ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Has(words, lower);
    }
}
