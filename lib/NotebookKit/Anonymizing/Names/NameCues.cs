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

    /// <summary>"my sister", "the trainer": somebody follows, or nothing.</summary>
    Kin,

    /// <summary>"belongs to", "customer": somebody, or a thing.</summary>
    Owner,

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
        (Cue.Greeting, "good day|welcome back|hi there|hello there|hey there|hello again|hi again|thank you,thanks+for your,for the,for+patience,waiting,writing,message,understanding,feedback,call,reply|sorry,apologies+for,about+the,your+wait,delay,trouble|hi|hello|hey|dear|dearest|hiya|howdy|good morning|good afternoon|good evening|greetings|hallo|liebe|lieber|sehr geehrter|sehr geehrte|guten tag|servus|moin|your patience|the wait|for waiting|for writing"
            + "|bonjour|bonsoir|salut|cher|chère|coucou|hola|estimado|estimada|querido|querida|buenos días|buenas tardes|ciao|caro|cara|gentile|buongiorno|salve|egregio"
            + "|olá|oi|prezado|prezada|caro|bom dia|beste|geachte|hoi|dag|cześć|szanowny|szanowna|drogi|droga|witaj|hej|hejsan|kära|käre|bästa|thanks|thank you|welcome|sorry|ok|okay|yes|morning|evening|congratulations|congrats|well done|happy birthday|namaste|shalom|salam|merhaba|selam|sayın|aloha|yo"
            + "|здравствуйте|привет|уважаемый|уважаемая|добрый день|добрый вечер|γεια σου|γεια σας|αγαπητέ|αγαπητή|καλημέρα|ahoj|dobrý den|vážený|vážená|szia|kedves|tisztelt|hei|kjære|bună|dragă|stimate|مرحبا|أهلا|عزيزي|عزيزتي|السيد|السيدة|नमस्ते|שלום"),
        (Cue.Introduction, "grandmother,grandfather,grandma,grandpa,mother,father,mum,mom,dad,son,daughter,brother,sister,husband,wife,uncle,aunt,cousin,nephew,niece,friend,boss,neighbour,neighbor,colleague,girlfriend,boyfriend+is,was+called|my name is|name s|it s me|its me|this is me|me again|my names is|my full name is|name is|named|my name s|mein name ist|ich heiße|ich heisse|je m appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è"
            + "|meu nome é|chamo me|me chamo|mijn naam is|ik heet|nazywam się|mam na imię|mitt namn är|jag heter|my first name is|my last name is|his name is|her name is|full name is|call me|calls me|calling me|i am called|i m called|in,under+the+name+of|under+the+name|introduce myself|introducing myself|go by the name of|name of the account is|registered to|registered as|notes on|session with|on behalf of|maiden,family,last,first,full+name+was,is|sur+name+is,was|surname is|surname was|name was|меня зовут|με λένε|ονομάζομαι|adım|ismim|nevem|jmenuji se|mă numesc|jeg heter|jeg hedder|nimeni on|اسمي|मेरा नाम|שמי|written,sent+on behalf+of|am called|m called|the name|name of|behalf of"),
        (Cue.Self, "i am|i m|im|we are|we re|ich bin|je suis|yo soy|eu sou"),
        (Cue.Weak, "this is|it is|it s|its|here is|hier ist|hier spricht|ici|c est|soy|habla|sono|sou|aqui é|ik ben|met|jestem|jag är|regards to|signed|from|by"),
        (Cue.Kin, "spoke,speak,speaking,chatted,chatting,talked,talking,session,meeting+with|spoke,speak,speaking,talk,talked,talking+to|ask|asked|ask for|met with|told|me and|contact|agent|colleague|colleagues|manager|friend|friends|wife|husband|brother|sister|mother|father|mum|mom|dad|son|daughter|in law|nephew|niece|cousin"
            + "|uncle|aunt|grandma|grandpa|grandmother|grandfather|partner|boss|neighbour|neighbor|roommate|flatmate|girlfriend|boyfriend|fiancé|fiancée|grandson|granddaughter|buddy|trainer|coach|instructor|adviser|advisor|physio|therapist|nurse|teammate|coworker|child|kid|baby|parents|kids"
            + "|wife,husband,brother,sister,mother,father,mum,mom,dad,son,daughter,friend,partner,coach,trainer,parents+of|frau,mann,bruder,schwester,sohn,tochter"),
        (Cue.Owner, "known as|is this|are you|you are|you re|have,has,had+you,me,him,her,us+as|profile,account,plan,ticket,name,chart,card+of,for|used to be|client,customer,member,owner,nickname+is|profile,card,account,invoice+says|spelled|spelt|address me as|one called|surname|last,first,full,maiden,married,member,family,customer,client+name|married name is|customer|client|member|user|guest|patient|athlete|employee|belongs to|belong to|signed,signing+up+as|is under|filed under|booked under|made out to|name to|should,must,to+read,say|send,sent+it,this,them+to|goes to|writing,write,calling,call,asking,booked,booking,paid,pay+for|addressed to|owned by|run by"),
        (Cue.Title, "mr|mrs|ms|miss|mister|dr|prof|professor|doctor|herr|herrn|frau|señor|señora|sr|sra|srta|don|doña|monsieur|madame|mme|mlle|signor|signora|sig|dott|senhor|senhora|dhr|mevrouw|meneer|pan|pani|sir|lady|madam|lord|fru"),
        (Cue.Signature, "best regards|kind regards|with+kind,best,warm,friendly+regards,wishes,greetings|take care|warmly|all,all of+the best|kr|br|yours|looking forward+to your,to hearing+answer,reply,response,from you|have a+nice,great,good,lovely+day,evening,weekend,week|happy,keep+training,running,moving,lifting|ta|ciao|cheerio|bye|gratefully|in the,in+name+of+the,our+whole team,team|ps|με εκτίμηση|φιλικά|с уважением|спасибо|с наилучшими пожеланиями|saygılarımla|teşekkürler|üdvözlettel|s pozdravem|med vennlig hilsen|hilsen|ystävällisin terveisin|cu stimă|谢谢|greetings|see you|speak soon|talk soon|warm regards|regards|best wishes|best|sincerely|yours sincerely|yours truly|yours faithfully|cheers|thanks|thank you|many thanks|thanks again|thx|respectfully|cordially|love|sent by|signed|the best|your answer|your reply|your response|from you|nice day|great day|good day"
            + "|mit freundlichen grüßen|mit freundlichen grüssen|freundliche grüße|viele grüße|liebe grüße|beste grüße|grüße|gruß|lg|mfg|vg|danke|cordialement|bien à vous|amicalement|merci|salutations"
            + "|saludos|un saludo|saludos cordiales|atentamente|gracias|cordiali saluti|distinti saluti|saluti|grazie|atenciosamente|cumprimentos|abraços|obrigado|obrigada|met vriendelijke groet|groeten|groet|bedankt"
            + "|pozdrawiam|z poważaniem|dziękuję|med vänliga hälsningar|hälsningar|mvh|tack"),
        (Cue.Field, "name|full name|customer name|client name|account holder|account name|cardholder|name on card|name,names+on,of,for+the,my+card,account,invoice,ticket|account owner|member|trainer|coach|introduce myself|first name|last name|surname|customer|client|contact|agent|user|caller|passenger|guest|patient|attendee|employee|sender|recipient|author|owner|assignee|reporter|from|to|cc|attn|signed|kunde|kundin|nom|prénom|nombre|apellido|apellidos|cognome|cliente|naam|imię|nazwisko|namn|vorname|nachname"),
    ];

    /// <summary>Words that stand where a name could and are none.</summary>
    private const string Never =
        "there|all|team|ta|back|everyone|everybody|sir|madam|customer|support|guys|folks|friend|friends|again|world|sirs|colleagues|hiring|manager|valued|customers|user|users|assistant|bot|agent|admin|ma|dear|so|very|much|for|the|a|an|to"
        + "|zusammen|damen|herren|kunde|kundin|team|alle|tous|todos|todas|equipo|cliente|clients|client|equipe|tutti|not|here|just|just|really|looking|trying|having|unable|sure|glad|happy|sorry|from|with|and|but|or|in|on|at|of|is|it|my|your|we|you|i"
        + "|please|thanks|thank|regards|best|kind|warm|ltd|inc|gmbh|llc|corp|company|sales|billing|service|services|department|dept|office|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august"
        + "|september|october|november|december|english|german|french|spanish|italian|chinese|japanese|russian|indian|american|british|european|god|lord|santa|claus|siri|alexa|google|windows|microsoft|apple|amazon|facebook|chatgpt|openai|gpt|claude|null|undefined|none|true|false";

    /// <summary>What stands in a template where a name belongs: it is nobody's, and the rule for what templates leave behind looks for it.</summary>
    private const string Fields = "name|names|firstname|fname|forename|lastname|lname|surname|fullname|username|customername|clientname|agentname|membername|yourname|nickname"
        + "|first|last|full|insert|recipient|placeholder|nn|vorname|nachname|mustername|nom|prenom|prénom|nombre|apellido|member|contact|todo|tbd";

    /// <summary>Words of technology that lists have as names and nobody means as one.</summary>
    private const string Technical = "iban|ssn|sha|url|id|api|faq|pin|vat|sku|isbn|usb|pdf|json|html|xml|sql|css|lorem|ipsum|linux|docker|visa|java|perl|haskell|pascal|swift|kotlin|android|oracle|excel|chrome|safari|bluetooth|wifi|xx|xxx|xxxx|xxxxx|xxxxxx";

    private const string Particles = "van|von|der|den|de|del|della|di|da|dos|das|do|la|le|los|bin|ibn|al|el|zu|zur|ter|ten|af|av|y|e";

    private static readonly HashSet<ulong> Companies = Set("inc|ltd|llc|gmbh|corp|corporation|ag|plc|group|company|holdings|bv|sarl|srl"), Generations = Set("ii|iii|iv|jr|sr");

    private static readonly Dictionary<ulong, (Cue Cue, ulong[] Words)[]> Phrases = Lists
        .SelectMany(list => list.Phrases.Split('|').SelectMany(Spell).Distinct().Select(p => (list.Cue, Words: p.Split(' ').Select(w => NameTokens.Hash(w)).ToArray())))
        .GroupBy(p => p.Words[^1])
        .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray());

    private static readonly HashSet<ulong> Nevers = Set(Never + "|" + Fields), Technicals = Set(Technical), ParticleSet = Set(Particles), Titles = Set(Lists.First(l => l.Cue == Cue.Title).Phrases);

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
        Cue.Introduction => gap is Gap.Space or Gap.Colon or Gap.Comma or Gap.Quote,
        Cue.Greeting or Cue.Kin => gap is Gap.Space or Gap.Comma or Gap.Quote,
        _ => gap is Gap.Space or Gap.Comma,
    };

    /// <summary>True where the phrase ends at a word.</summary>
    internal static bool Matches(ReadOnlySpan<NameToken> tokens, int last, ulong[] words)
    {
        if (last + 1 < words.Length) return false;
        for (var i = 1; i < words.Length; i++)
            if (tokens[last - i].Hash != words[words.Length - 1 - i] || tokens[last - i + 1].Gap is not (Gap.Space or Gap.Apostrophe)) return false;
        return true;
    }

    /// <summary>A phrase in parts (<c>thanks,thank you+for+waiting</c>) as all phrases that it stands for.</summary>
    internal static IEnumerable<string> Spell(string phrase) =>
        phrase.Split('+').Aggregate((IEnumerable<string>)[""], (begun, part) => begun.SelectMany(b => part.Split(',').Select(p => b.Length == 0 ? p : $"{b} {p}")).ToList());

    private static HashSet<ulong> Set(string words) => [.. words.Split('|').Select(w => NameTokens.Hash(w))];

    private static ulong[] MakeFilter()
    {
        var filter = new ulong[256];
        foreach (var hash in Phrases.Keys) filter[(hash >> 6) & 255] |= 1UL << (int)(hash & 63);
        return filter;
    }
}
