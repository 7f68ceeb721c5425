namespace NotebookKit.Anonymizing;

/// <summary>Kinds of words before a name.</summary>
internal enum Cue : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>"Dear".</summary>
    Greeting,

    /// <summary>"my name is".</summary>
    Introduction,

    /// <summary>"I am": a name may follow, or anything else.</summary>
    Weak,

    /// <summary>"I am" of the writer himself: what is written large behind it is mostly a name.</summary>
    Self,

    /// <summary>"Mrs".</summary>
    Title,

    /// <summary>"Best regards".</summary>
    Signature,

    /// <summary>"Customer:".</summary>
    Field,
}

/// <summary>The words before a name, in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish and Swedish.</summary>
internal static class NameCues
{
    private static readonly (Cue Cue, string Phrases)[] Lists =
    [
        (Cue.Greeting, "good day|welcome back|hi there|hello there|hey there|hello again|hi again|your patience|the wait|for waiting|for writing|hi|hello|hey|dear|hiya|howdy|good morning|good afternoon|good evening|greetings|hallo|liebe|lieber|sehr geehrter|sehr geehrte|guten tag|servus|moin"
            + "|bonjour|bonsoir|salut|cher|chère|coucou|hola|estimado|estimada|querido|querida|buenos días|buenas tardes|ciao|caro|cara|gentile|buongiorno|salve|egregio"
            + "|olá|oi|prezado|prezada|caro|bom dia|beste|geachte|hoi|dag|cześć|szanowny|szanowna|drogi|droga|witaj|hej|hejsan|kära|käre|bästa|thanks|thank you|welcome|sorry|ok|okay|yes"),
        (Cue.Introduction, "my name is|my names is|my full name is|name is|named|my name s|mein name ist|ich heiße|ich heisse|je m appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è"
            + "|meu nome é|chamo me|me chamo|mijn naam is|ik heet|nazywam się|mam na imię|mitt namn är|jag heter|my first name is|my last name is|his name is|her name is|full name is|call me|calls me|calling me|am called|m called|the name|name of|introduce myself|introducing myself|known as|registered to|registered as|notes on|session with|behalf of"),
        (Cue.Self, "i am|i m|im|ich bin|je suis|yo soy|eu sou"),
        (Cue.Weak, "this is|it is|it s|here is|hier ist|hier spricht|ici|c est|soy|habla|sono|sou|aqui é|ik ben|met|jestem|jag är|spoke with|spoke to|speak with|speak to"
            + "|speaking with|talked to|talking to|talk to|chatting with|regards to|contact|ask for|met with|told|asked|signed|from|by|agent|colleague|manager|friend|wife|husband|brother|sister|mother|father|son|daughter"),
        (Cue.Title, "mr|mrs|ms|miss|mister|dr|prof|professor|doctor|herr|herrn|frau|señor|señora|sr|sra|srta|don|doña|monsieur|madame|mme|mlle|signor|signora|sig|dott|senhor|senhora|dhr|mevrouw|meneer|pan|pani|sir|lady|madam|lord|fru"),
        (Cue.Signature, "best regards|kind regards|take care|warmly|the best|kr|br|yours|your answer|your reply|your response|from you|nice day|great day|good day|greetings|see you|speak soon|talk soon|warm regards|regards|best wishes|best|sincerely|yours sincerely|yours truly|yours faithfully|cheers|thanks|thank you|many thanks|thanks again|thx|respectfully|cordially|love|sent by|signed"
            + "|mit freundlichen grüßen|mit freundlichen grüssen|freundliche grüße|viele grüße|liebe grüße|beste grüße|grüße|gruß|lg|mfg|vg|danke|cordialement|bien à vous|amicalement|merci|salutations"
            + "|saludos|un saludo|saludos cordiales|atentamente|gracias|cordiali saluti|distinti saluti|saluti|grazie|atenciosamente|cumprimentos|abraços|obrigado|obrigada|met vriendelijke groet|groeten|groet|bedankt"
            + "|pozdrawiam|z poważaniem|dziękuję|med vänliga hälsningar|hälsningar|mvh|tack"),
        (Cue.Field, "name|full name|customer name|client name|account holder|account name|cardholder|the card|on card|the account|account owner|member|trainer|coach|introduce myself|first name|last name|surname|customer|client|contact|agent|user|caller|passenger|guest|patient|attendee|employee|sender|recipient|author|owner|assignee|reporter|from|to|cc|attn|signed|kunde|kundin|nom|prénom|nombre|apellido|apellidos|cognome|cliente|naam|imię|nazwisko|namn|vorname|nachname"),
    ];

    /// <summary>Words that stand where a name could and are none.</summary>
    private const string Never =
        "there|all|team|everyone|everybody|sir|madam|customer|support|guys|folks|friend|friends|again|world|sirs|colleagues|hiring|manager|valued|customers|user|users|assistant|bot|agent|admin|ma|dear|so|very|much|for|the|a|an|to"
        + "|zusammen|damen|herren|kunde|kundin|team|alle|tous|todos|todas|equipo|cliente|clients|client|equipe|tutti|not|here|just|just|really|looking|trying|having|unable|sure|glad|happy|sorry|from|with|and|but|or|in|on|at|of|is|it|my|your|we|you|i"
        + "|please|thanks|thank|regards|best|kind|warm|ltd|inc|gmbh|llc|corp|company|sales|billing|service|services|department|dept|office|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august"
        + "|september|october|november|december|english|german|french|spanish|italian|chinese|japanese|russian|indian|american|british|european|god|lord|santa|claus|siri|alexa|google|windows|microsoft|apple|amazon|facebook|chatgpt|openai|gpt|claude|null|undefined|none|true|false";

    /// <summary>Words of technology that lists have as names and nobody means as one.</summary>
    private const string Technical = "iban|ssn|sha|url|id|api|faq|pin|vat|sku|isbn|usb|pdf|json|html|xml|sql|css|lorem|ipsum|linux|docker|visa|java|perl|haskell|pascal|swift|kotlin|android|oracle|excel|chrome|safari|bluetooth|wifi|xx|xxx|xxxx|xxxxx|xxxxxx";

    private const string Particles = "van|von|der|den|de|del|della|di|da|dos|das|do|la|le|los|bin|ibn|al|el|zu|zur|ter|ten|af|av|y|e";

    private static readonly HashSet<ulong> Companies = Set("inc|ltd|llc|gmbh|corp|corporation|ag|plc|group|company|holdings|bv|sarl|srl"), Generations = Set("ii|iii|iv|jr|sr");

    private static readonly Dictionary<ulong, (Cue Cue, ulong[] Words)[]> Phrases = Lists
        .SelectMany(list => list.Phrases.Split('|').Distinct().Select(p => (list.Cue, Words: p.Split(' ').Select(w => NameTokens.Hash(w)).ToArray())))
        .GroupBy(p => p.Words[^1])
        .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray());

    private static readonly HashSet<ulong> Nevers = Set(Never), Technicals = Set(Technical), ParticleSet = Set(Particles), Titles = Set(Lists.First(l => l.Cue == Cue.Title).Phrases);

    private static readonly ulong[] Filter = MakeFilter();

    /// <summary>False for nearly all words: a quick look before the dictionary.</summary>
    public static bool MayEnd(ulong hash) => (Filter[(hash >> 6) & 255] >> (int)(hash & 63) & 1) != 0;

    /// <summary>True for words that stand where a name could and are none.</summary>
    public static bool IsNever(ulong hash) => Nevers.Contains(hash);

    /// <summary>True for words of the phrases themselves ("Grüßen") and words that are none, unless lists know them as a usual forename.</summary>
    public static bool IsOrdinary(NameToken token) => Technicals.Contains(token.Hash)
        || (token.Info.Forename < 2 && (Nevers.Contains(token.Hash) || (MayEnd(token.Hash) && Phrases.ContainsKey(token.Hash))));

    /// <summary>True for "van", "de", "bin".</summary>
    public static bool IsParticle(ulong hash) => ParticleSet.Contains(hash);

    /// <summary>True for "Ltd" right behind a name: then it is a company's.</summary>
    public static bool IsCompany(NameToken token) => token.Gap == Gap.Space && token.Shape is Shape.Capital or Shape.Upper or Shape.Mixed && Companies.Contains(token.Hash);

    /// <summary>True for "II" or "Jr" right behind a name.</summary>
    public static bool IsGeneration(NameToken token) => token.Gap == Gap.Space && token.Shape is Shape.Upper or Shape.Capital && Generations.Contains(token.Hash);

    /// <summary>True for "Mrs".</summary>
    public static bool IsTitle(ulong hash) => Titles.Contains(hash);

    /// <summary>The kind of the phrase that ends at a word and fits to what stands behind it; the longest phrase wins.</summary>
    public static Cue EndingAt(ReadOnlySpan<NameToken> tokens, int last)
    {
        if (!Phrases.TryGetValue(tokens[last].Hash, out var phrases) || last + 1 >= tokens.Length) return Cue.None;
        var gap = tokens[last + 1].Gap;
        foreach (var (cue, words) in phrases)
            if (Matches(tokens, last, words) && Suits(cue, gap, tokens[last], tokens[last + 1])) return cue;
        return Cue.None;
    }

    private static bool Suits(Cue cue, Gap gap, NameToken last, NameToken next) => cue switch
    {
        Cue.Field => gap == Gap.Colon,
        Cue.Signature => gap is Gap.Line or Gap.Comma or Gap.Quote or Gap.Stop || (gap == Gap.Space && last.Gap is Gap.Line && next.Info.Forename > 1),
        Cue.Title => (gap is Gap.Space or Gap.Period) && last.Shape is Shape.Capital or Shape.Upper or Shape.Lower,
        Cue.Introduction => gap is Gap.Space or Gap.Colon,
        _ => gap is Gap.Space or Gap.Comma,
    };

    private static bool Matches(ReadOnlySpan<NameToken> tokens, int last, ulong[] words)
    {
        if (last + 1 < words.Length) return false;
        for (var i = 1; i < words.Length; i++)
            if (tokens[last - i].Hash != words[words.Length - 1 - i] || tokens[last - i + 1].Gap is not (Gap.Space or Gap.Apostrophe)) return false;
        return true;
    }

    private static HashSet<ulong> Set(string words) => [.. words.Split('|').Select(w => NameTokens.Hash(w))];

    private static ulong[] MakeFilter()
    {
        var filter = new ulong[256];
        foreach (var hash in Phrases.Keys) filter[(hash >> 6) & 255] |= 1UL << (int)(hash & 63);
        return filter;
    }
}
