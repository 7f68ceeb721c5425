namespace NotebookKit.Anonymizing;

/// <summary>Words that streets are called by, and where they stand. Facts from USPS Publication 28 (appendix C), Royal Mail's guide to addressing,
/// UPU country sheets and the languages' own words.</summary>
internal static class StreetTable
{
    /// <summary>Behind the name, number first: <c>12 Oak Street</c>.</summary>
    public const int Last = 1;

    /// <summary>Behind the name, but a usual word, too: needs more around it.</summary>
    public const int WeakLast = 2;

    /// <summary>Before the name, number last: <c>Calle Mayor 5</c>.</summary>
    public const int First = 4;

    /// <summary>Before the name, but a usual word, too.</summary>
    public const int WeakFirst = 8;

    /// <summary>Before the name, number first: <c>12 rue Neuve</c>.</summary>
    public const int French = 16;

    /// <summary>Behind the name, number last: <c>Berliner Straße 5</c>.</summary>
    public const int LastNumber = 32;

    /// <summary>Also behind a name in small letters: <c>12 oak street</c>.</summary>
    public const int Small = 64;

    /// <summary>The words for a street.</summary>
    public static readonly WordMap Types = new WordMap()
        .Add(Last | Small, "street road rd avenue ave boulevard blvd lane")
        .Add(Last, "st str av ln drive dr terrace ter court ct crescent cres highway hwy parkway pkwy mews close grove gardens gdns square sq circle cir way place pl alley trail trl turnpike tpke"
            + " expressway expy freeway fwy esplanade boulevarde terr crt crk pde bvd lne cct circuit")
        .Add(WeakLast, "annex arcade avenues bayou beach bend bluff bluffs bottom branch bridge brook brooks burg burgs bypass camp canyon cape causeway center centers centre circles cliff cliffs club common"
            + " commons corner corners course courts cove coves creek crest crossing crossroad crossroads curve dale dam divide drives estate estates extension extensions fall falls ferry field fields flat flats ford fords")
        .Add(WeakLast, "forest forge forges fork forks fort garden gateway gateways glen glens green greens groves harbor harbors harbour haven heights hill hills hollow inlet island islands isle junction junctions"
            + " key keys knoll knolls lake lakes land landing light lights loaf lock locks lodge loop mall manor manors meadow meadows mill mills mission motorway mount mountain mountains neck orchard oval overpass")
        .Add(WeakLast, "park parks parkways pass passage path pike pine pines plain plains plaza plazas point points port ports prairie radial ramp ranch rapid rapids rest ridge ridges river roads route row rue run"
            + " shoal shoals shore shores skyway spring springs spur spurs squares station stravenue stream streets summit throughway trace track tracks trafficway tunnel tunnels underpass union unions")
        .Add(WeakLast, "valley valleys via viaduct view views village villages ville vista walk walks wall ways well wells yard parade quay rise promenade strand wharf wynd brae vale drove embankment circus end"
            + " gate cross bank chase copse croft dell fold garth lea leas nook paddock spinney warren side hey marg nagar colony layout rue")
        .Add(French | First, "rue avenue boulevard boul bd bvd av ave allee allees chemin impasse quai ruelle venelle faubourg chaussee rte blvd")
        .Add(French | WeakFirst, "place cours passage square sentier villa cite residence lotissement hameau voie esplanade promenade montee traverse rond-point parvis clos route imp")
        .Add(First, "calle avenida avda avd paseo carretera ctra callejon glorieta travesia carrera cra calzada rambla carrer avinguda passeig jiron prolongacion pza plza cll")
        .Add(WeakFirst, "plaza camino ronda cuesta rincon cerrada privada jr pasaje psje diagonal autopista circunvalacion transversal c")
        .Add(First, "viale piazza piazzale vicolo lungomare lungotevere contrada piazzetta corso localita frazione")
        .Add(WeakFirst, "via largo strada salita vico borgo rione")
        .Add(First, "rua travessa praca alameda estrada rodovia beco ladeira viela azinhaga")
        .Add(WeakFirst, "r tv quadra qd avd pca")
        .Add(First, "ul ulica aleja aleje osiedle ulice bulevardul calea soseaua aleea splaiul intrarea bulevar")
        .Add(WeakFirst, "al pl plac os rondo skwer str piata bul ulitsa prospekt pereulok")
        .Add(First, "ул улица проспект переулок шоссе бульвар набережная площадь вул вулиця провулок")
        .Add(WeakFirst, "пр пр-т пер пл наб ш б-р")
        .Add(First, "jalan jln jl lorong οδος οδοσ λεωφοροσ leoforos odos duong")
        .Add(WeakFirst, "am an im zum zur auf unter hinter beim vor in")
        .Add(LastNumber, "strasse straße str gasse weg platz allee gate gata gade vei vej veg vegen veien plads plass straat laan plein utca ut utja ter tere korut krt setany cesta trg ulica iela gatve")
        .Add(LastNumber, "cad caddesi sok sokak sokagi bulvari katu tie polku kuja tee tanav puiestee namesti trida nabrezi gatan vagen torget torg torv stræde straede allee gracht kade dijk singel")
        .Add(LastNumber, "street road avenue lane ave rd ring damm ufer markt u nam namesti nabr tr terrasse alle brygge kai");

    /// <summary>Endings of one word for a street whose number stands behind; those after the empty one are usual words, too.</summary>
    public static readonly string[] Endings =
    [
        "strasse", "straße", "str", "gasse", "platz", "allee", "damm", "ufer", "chaussee", "straat", "laan", "plein", "gracht", "kade", "singel", "dijk", "steeg", "dreef",
        "gatan", "gata", "gaten", "vagen", "vegen", "veien", "torget", "stigen", "gade", "gaden", "vej", "vejen", "vænget", "vænge", "vangen", "straede", "stræde", "torv", "katu", "kuja", "polku", "ntie", "vegur", "gotu",
        "utca", "ulica", "gatve", "svingen", "vei", "gränd", "grand", "leden", "kaari",
        "",
        "weg", "ring", "steig", "stieg", "pfad", "markt", "hof", "graben", "wall", "berg", "kamp", "zeile", "twiete", "winkel", "kai", "promenade", "baan", "tie",
        "plads", "plass", "brucke", "bruecke", "stiege", "siedlung", "haugen", "bakken", "backen", "parken", "braut",
    ];

    /// <summary>Words of a street's name that are written small.</summary>
    public static readonly WordMap Particles = new(
        "de du des la le les et en sur sous aux a l d del los las el y e da das do dos della delle dei degli di dello al allo alla alle den dem der das van von zu zum zur ten ter op het sv sw im i po na pod nad pri auf in");

    /// <summary>Words of an English street's name that are written small.</summary>
    public static readonly WordMap EnglishParticles = new("of the and de la del el du von van");

    /// <summary>Directions.</summary>
    public static readonly WordMap Directions = new("upper lower central n s e w ne nw se sw north south east west northeast northwest southeast southwest n.w n.e s.w s.e");

    /// <summary>Words before the number of a flat, floor, building.</summary>
    public static readonly WordMap Units = new(
        "apt apartment suite ste unit flat floor fl room rm bldg building lot spc space level lvl dept tower block blk studio shop penthouse ph trailer trlr piso puerta pta esc escalera depto dpto departamento apto apartamento bloque"
        + " ap andar bloco lote interno int scala sc piano palazzina bus bte boite appt appartement etage bat batiment esc escalier m lok lokal lgh top stiege tur tuer og stock etg etage kv кв квартира korpus k stan byt door villa house interior planta local oficina plot house hno shop bl");

    /// <summary>German words that stand before a street without being part of it.</summary>
    public static readonly WordMap NoNames = new("adresse anschrift ort wohnort firma herr frau standort filiale buro address street adres adress strasse lieferadresse in at the from to for and und is on near ship visit");

    /// <summary>Words that end as streets do and are none.</summary>
    private static readonly WordMap NoStreets = new(
        "startplatz tabellenplatz listenplatz rangplatz lagerplatz liegeplatz arbeitsplatz parkplatz spielplatz stellplatz sitzplatz speicherplatz laufer kaufer verkaufer einkaufer brigade renegade umweg hinweg ruckweg heimweg ausweg unterwegs spring string during engineering monitoring offering"
        + " ordering rendering clustering filtering bring hering steuerung migrand auntie bahnhof friedhof nurnberg heidelberg bamberg freiburg iceberg spielberg bloomberg zuckerberg wittenberg hamburg norway firewall supermarkt flohmarkt aktienmarkt arbeitsmarkt");

    /// <summary>1 where a word ends as streets do, 2 where the ending is a usual one, too; 0 where it is no street.</summary>
    public static int Ending(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[WordWalk.MaxLength + 1];
        var length = WordMap.Folded(word, folded);
        if (length < 5) return 0;
        var kind = 1;
        if (NoStreets.Has(word)) return 0;
        foreach (var ending in Endings)
        {
            if (ending.Length == 0) kind = 2;
            else if (length > ending.Length + (kind == 1 ? 1 : 2) && folded[..length].EndsWith(ending, StringComparison.Ordinal)) return kind;
        }

        return 0;
    }
}
