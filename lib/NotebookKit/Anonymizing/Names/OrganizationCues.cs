namespace NotebookKit.Anonymizing;

/// <summary>Words around the name of an organization.</summary>
internal static class OrganizationCues
{
    /// <summary>What stands before the name of an organization and hardly before another; parts as in <see cref="NameCues"/>: <c>a,b+c</c> is "a c" and "b c".</summary>
    private const string Sure =
        "work,works,worked,working+for,at|employed+by,at,with|job,position,internship,career,role,shift+at,with|my,our,his,her,their,current,former,previous,old,new+employer|employer is|shares,share,stock,stocks,dividend,dividends,bonds+of,in"
        + "|shareholder,shareholders,investor,investors,employee,employees,customer,customers,subsidiary,branch,division,headquarters,hq,ceo,cfo,cto,chairman,chairwoman,founder,cofounder,spokesman,spokeswoman,spokesperson,board,management,acquisition,takeover+of"
        + "|manager,engineer,director,analyst,consultant,developer,accountant,intern,specialist,associate,representative,recruiter,lawyer,designer,officer,executive,clerk,technician,scientist,assistant+at,for,with"
        + "|account,savings,mortgage,loan,policy,insurance,subscription,membership,careers+with,at|insurance is with|company,firm,startup,corporation,brand,supplier,vendor,airline,bank,employer,charity,publisher,manufacturer,retailer,insurer+called,named"
        + "|the,our,this,your,my+company,firm,corporation,startup,airline,charity,publisher,manufacturer,retailer,insurer,band,group|my,our+bank,insurer,supplier,carrier,landlord company+is|partners are|sponsored,acquired,manufactured,audited,sued,hired+by"
        + "|merger+between,of,with|lawsuit,complaint,claim+against|sue,suing,sued|office,offices,store,stores,shop,shops,opening hours+of|graduate,alumnus,alumna,alumni,student,students,professor,lecturer+of,at|plays,played,playing,signed+for"
        + "|drafted by|singer,drummer,guitarist,bassist,pianist,members,member,fans,fan,vocalist,frontman,songs,albums,concert+of|invest,invested,investing+in|arbeite,arbeitet,angestellt,beschäftigt+bei|firma|travaille,travaillait+chez,pour|société|entreprise"
        + "|trabajo,trabaja+en,para|empresa|lavoro,lavora+per,presso|azienda|werk,werkt+bij|bedrijf|trabalho,trabalha+na,para|jobbar,arbetar+på,hos|pracuję,pracuje+w";

    /// <summary>The same, where a person may follow, too.</summary>
    private const string Unsure =
        "offer,invoice,bill,newsletter,vouchers,voucher,coupon,parcel,package,statement,refund,product,products,phone,laptop+from|ordered,bought,purchased,got,received,ordered it,bought it,purchased it,bought this,ordered this+from|contract,deal,agreement,interview,order,flight,flights,tickets,partnership,collaboration+with"
        + "|interview at|album,song,record,track,music,single,concert+by|client is|customer is|tickets for|switched,switching,switch,moved,moving+from|apply,applied,applying+to,at|send,sent,transfer,transferred,paid,pay+to|went,been,be,is,was,am+with|started,start,starting+at,with|shop,shopping,shopped,bank,banking+at,with";

    /// <summary>Nouns behind an organization's name, where an article or a possessive stands before it, or the name has an <c>'s</c>.</summary>
    private const string Nouns =
        "website|office|offices|headquarters|shares|share|stock|subscription|branch|band|album|store|stores|shop|spokesman|spokeswoman|spokesperson|ceo|cfo|representative|employee|employees|customer|customers|helpdesk|hotline|board|shareholders|management|campus|warehouse|factory|plant|voucher|gift|merger|annual|quarterly|earnings|tour|concert|resignation|internship|paycheck|payslip|onboarding";

    /// <summary>Nouns that only a name with an <c>'s</c> owns as an organization does.</summary>
    private const string Owned = "members|products|profits|revenue|profit|staff|service|services|team|prices|policy|terms|app|competitors|suppliers|investors|stockholders|founder|founders|lawyers";

    /// <summary>What organizations do at the beginning of a sentence.</summary>
    private const string Verbs = "announced|acquired|employs|manufactures|reported|declined|launched|is hiring|is recruiting|was founded|was acquired|has acquired|has announced|has launched|is headquartered|is listed|went public|filed for|went bankrupt|laid off|has laid|merged with|sells|is laying";

    private static readonly Dictionary<ulong, (ulong[] Words, bool IsSure)[]> Before = new[] { (Phrases: Sure, IsSure: true), (Phrases: Unsure, IsSure: false) }
        .SelectMany(list => list.Phrases.Split('|').SelectMany(NameCues.Spell).Select(p => (Words: p.Split(' ').Select(w => NameTokens.Hash(w)).ToArray(), list.IsSure)))
        .GroupBy(p => p.Words[^1]).ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray());

    private static readonly HashSet<ulong> NounSet = Set(Nouns), OwnedSet = Set(Owned), Owners = Set("the|my|your|our|his|her|their|this|a|an|any|local|nearest"), Articles = Set("the|a|an|our|my");

    private static readonly (ulong First, ulong Second)[] VerbSet = [.. Verbs.Split('|').Select(v => v.Split(' ')).Select(v => (NameTokens.Hash(v[0]), v.Length > 1 ? NameTokens.Hash(v[1]) : 0))];

    /// <summary>2 where the words before a token say that an organization follows, 1 where they say so or that a person does; else 0.</summary>
    public static int EndingBefore(ReadOnlySpan<NameToken> tokens, int first)
    {
        if (first == 0 || tokens[first].Gap is not (Gap.Space or Gap.Quote)) return 0;
        var last = first - 1;
        if (last > 0 && Articles.Contains(tokens[last].Hash) && tokens[last].Gap == Gap.Space) last--;
        if (!Before.TryGetValue(tokens[last].Hash, out var phrases)) return 0;
        foreach (var (words, isSure) in phrases)
            if (NameCues.Matches(tokens, last, words)) return isSure ? 2 : 1;
        return 0;
    }

    /// <summary>True where the words behind a name say that it is an organization's.</summary>
    public static bool BeginsBehind(ReadOnlySpan<NameToken> tokens, int first, int next)
    {
        if (next >= tokens.Length) return false;
        if (tokens[next] is { Gap: Gap.Apostrophe, Length: 1 }) return next + 1 < tokens.Length && tokens[next + 1].Gap == Gap.Space && (NounSet.Contains(tokens[next + 1].Hash) || OwnedSet.Contains(tokens[next + 1].Hash));
        if (tokens[next].Gap != Gap.Space) return false;
        if (NounSet.Contains(tokens[next].Hash)) return first > 0 && tokens[first].Gap == Gap.Space && Owners.Contains(tokens[first - 1].Hash);
        if (tokens[first].Gap is not (Gap.Start or Gap.Line or Gap.Period or Gap.Stop)) return false;
        foreach (var (verb, second) in VerbSet)
            if (tokens[next].Hash == verb && (second == 0 || (next + 1 < tokens.Length && tokens[next + 1].Hash == second))) return true;
        return false;
    }

    private static readonly HashSet<ulong> Being = Set("is|was|are"), OneOf = Set("a|an|the|our|my|another"),
        Firms = Set("agency|company|startup|firm|consultancy|corporation|manufacturer|retailer|supplier|airline|bank|insurer|publisher|charity|nonprofit|ngo|subsidiary|brainchild|provider|vendor|distributor|wholesaler|brewery|bakery|studio|contractor|organization|organisation|cooperative");

    private static readonly HashSet<ulong> Heads = Set("ceo|cfo|cto|coo|cio|chairman|chairwoman|chairperson|president|founder|cofounder|owner|spokesman|spokeswoman|spokesperson");

    /// <summary>"(Jane Doe of …) is the CEO": what stands before it is an organization.</summary>
    public static bool SaysHead(ReadOnlySpan<NameToken> tokens, int next) =>
        next + 2 < tokens.Length && tokens[next].Gap == Gap.Space && Being.Contains(tokens[next].Hash) && tokens[next + 1].Gap == Gap.Space && OneOf.Contains(tokens[next + 1].Hash) && Heads.Contains(tokens[next + 2].Hash);

    /// <summary>"… is a design agency", "… songwriter Jane Doe": what stands before it at the beginning of a sentence is an organization.</summary>
    public static bool SaysMaker(ReadOnlySpan<NameToken> tokens, int next) =>
        next + 2 < tokens.Length && tokens[next] is { Gap: Gap.Space, Shape: Shape.Lower } && (Occupations.IsOne(tokens[next].Hash) || Heads.Contains(tokens[next].Hash)) && tokens[next + 1] is { Gap: Gap.Space, IsCapital: true, Info: { IsStop: false, Forename: > 0 } } && tokens[next + 2] is { Gap: Gap.Space, IsCapital: true };

    /// <summary>"… is a design agency", "… is the brainchild of": what stands before it is an organization.</summary>
    public static bool SaysFirm(ReadOnlySpan<NameToken> tokens, int next)
    {
        if (next + 2 >= tokens.Length || tokens[next].Gap != Gap.Space || !Being.Contains(tokens[next].Hash) || tokens[next + 1].Gap != Gap.Space || !OneOf.Contains(tokens[next + 1].Hash)) return false;
        for (var i = next + 2; i < tokens.Length && i < next + 6 && tokens[i].Gap is Gap.Space or Gap.Hyphen && (tokens[i].Shape == Shape.Lower || tokens[i].IsCapital); i++)
            if (tokens[i].Shape == Shape.Lower && Firms.Contains(tokens[i].Hash)) return true;
        return false;
    }

    private static HashSet<ulong> Set(string words) => [.. words.Split('|').Select(w => NameTokens.Hash(w))];
}
