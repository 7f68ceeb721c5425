namespace NotebookKit.Privacy;

/// <summary>Invented values as they are written in a country. Numbers of telephones are from ranges that are kept free for films and books where a country has such
/// (ATIS 555-01XX for the US and Canada; Ofcom for the United Kingdom; Bundesnetzagentur for Germany; Arcep for France; ACMA for Australia; PTS for Sweden); elsewhere
/// they are drawn within the country's form.</summary>
/// <param name="Code">ISO 3166.</param>
/// <param name="Language">Language of the texts around.</param>
/// <param name="Phones">Patterns of <see cref="Draw.Digits"/>.</param>
/// <param name="Streets">Patterns with {s} for a street's name.</param>
/// <param name="StreetNames">Names that stand for {s}.</param>
/// <param name="Postcodes">Patterns.</param>
/// <param name="Cities">Places that are large enough to point at nobody.</param>
/// <param name="CityFirst">True where the place stands before the postcode.</param>
internal sealed record Country(string Code, string Language, string Phones, string Streets, string StreetNames, string Postcodes, string Cities, bool CityFirst = false)
{
    public static readonly Country[] All =
    [
        new("US", "en", "(2*#) 555-01##|3*#-555-01##|4*#.555.01##|+1 5*# 555 01##|+1-6*#-555-01##|(7*#) 555-01## ext. *##|1-8*#-555-01##|91#55501##",
            "*### {s} Ave|*## {s} Street|*#### {s} Rd, Apt *#|*## N {s} St|*#0 {s} Boulevard, Suite *##|PO Box *###|*### {s} Lane #*|*## {s} Dr", "Maple|Oak Hill|Birch|Cedar Creek|Sunset|Lincoln|Elm|Willow",
            "*####|0#***|*####-####", "Springfield, IL|Dayton, OH|Tulsa, OK|Denver, CO|Fresno, CA", true),
        new("GB", "en", "020 7946 0###|0161 496 0###|01632 960###|07700 900###|+44 7700 900###|+44 20 7946 0###|(0121) 496 0###|+44 (0)131 496 0###",
            "*# {s} Road|Flat *, *# {s} Street|*## {s} Lane|* {s} Close|*#a {s} Gardens|Unit *, {s} Way|P.O. Box *##", "Church|Station|Victoria|Mill|Orchard|St John's|Highfield|Kingsway",
            "SW1A #AB|M* *FG|LS## *QT|EH* *HD|B## *DN|CB* *LN|G## *XY", "London|Leeds|Manchester|Bristol|Glasgow", true),
        new("DE", "de", "030 23125 ###|069 90009 ###|040 66969-###|0221 4710 ###|+49 89 99998 ###|0171 39200##|+49 176 040690##|(030) 23125###|030/23125###",
            "{s}straße *#|{s}weg *|{s}str. *#a|Am {s}platz *|{s}allee *##|Postfach ** ##|{s}gasse *-#", "Linden|Garten|Schiller|Mozart|Rosen|Birken|Bahnhof|Kirch", "10###|2####|5####|8####|0****", "Berlin|Hamburg|Köln|München|Leipzig"),
        new("FR", "fr", "01 99 00 ## ##|02 61 91 ## ##|03.53.01.##.##|04 65 71 ## ##|06 39 98 ## ##|+33 6 39 98 ## ##|+33 (0)1 99 00 ## ##|0639 98####",
            "*# rue {s}|*## avenue {s}|* bis, rue {s}|*# boulevard {s}|*, place {s}|*# impasse {s}|BP *##", "des Lilas|Victor Hugo|de la République|du Moulin|Pasteur|des Écoles|Jean Jaurès|de Verdun", "75***|69***|13***|31***|44***", "Paris|Lyon|Marseille|Toulouse|Nantes"),
        new("ES", "es", "6## *## ###|+34 6## *## ###|91 *## ## ##|93* ## ## ##|(+34) 95* *## ###|6##-*##-###", "Calle {s}, *#|C/ {s} *#, *º B|Avenida {s}, *##|Avda. {s} *#|Plaza {s}, *|Paseo {s} *##|Apartado de Correos *##",
            "Mayor|de la Paz|del Carmen|San Juan|de las Flores|Cervantes|del Sol|Real", "28***|08***|41***|46***", "Madrid|Barcelona|Sevilla|Valencia"),
        new("IT", "it", "3*# *######|+39 3*# *######|06 *#######|02 *### ####|+39 02 *#######|3*# *## ####|06/*######", "Via {s} *#|Via {s}, *##|Viale {s} *|Piazza {s}, *|Corso {s} *##/B|Vicolo {s} *|Casella Postale *##",
            "Garibaldi|Roma|dei Mille|Mazzini|Verdi|San Marco|della Libertà|Dante", "00***|20***|10***|50***", "Roma|Milano|Torino|Firenze"),
        new("NL", "nl", "06-*#######|06 *### ####|020-*######|+31 6 *#######|+31 (0)20 *## ####|010 *## ## ##|0031 6 *#######", "{s}straat *#|{s}laan *##|{s}weg *-#|{s}gracht *##hs|{s}plein *|Postbus *###|{s}kade *#b", "Kerk|Dorps|Linden|Molen|Wilhelmina|Prinsen|Beuken|Haven",
            "1*## @@|2*##@@|3*## @@|9*## @@", "Amsterdam|Utrecht|Rotterdam|Groningen"),
        new("AT", "de", "01 *## ## ##|+43 1 *######|0664 *######|+43 664 *## ####|0512/*#####", "{s}gasse *#/*|{s}straße *|{s}ring *#|{s}platz */#/**", "Marien|Linden|Schubert|Burg|Neubau", "10#0|80#0|50#0", "Wien|Graz|Salzburg"),
        new("CH", "de", "044 *## ## ##|+41 79 *## ## ##|079 *## ## ##|+41 (0)31 *## ## ##", "{s}strasse *#|{s}weg *|{s}gasse *#a", "Bahnhof|Seefeld|Dorf|Müli|Hof", "80**|30**|40**", "Zürich|Bern|Basel"),
        new("CA", "en", "(416) 555-01##|604-555-01##|+1 514 555 01##|613.555.01##", "*## {s} Street W|*### {s} Cres|Unit *#, *## {s} Ave|*# {s} Blvd", "Maple Leaf|Queen|Bayview|Harbour|Lakeshore", "M#@ *X*|V#K *C*|H#B *L*", "Toronto, ON|Vancouver, BC|Ottawa, ON", true),
        new("AU", "en", "(02) 5550 ####|(03) 7010 ####|0491 570 ###|+61 491 570 ###|+61 7 7010 ####", "*# {s} Street|*/*# {s} Parade|*## {s} Road|* {s} Crescent", "Wattle|George|Banksia|Beach|Collins", "2***|3***|4***", "Sydney NSW|Melbourne VIC|Brisbane QLD", true),
        new("PT", "pt", "9*# *## ###|+351 9*# ### ###|21 *## ## ##|22* *## ###", "Rua {s}, *#|Av. {s}, *##, *º Dto|Travessa {s} *|Praça {s}, *", "das Flores|Augusta|da Liberdade|do Carmo|de São Bento", "1***-###|4***-###", "Lisboa|Porto"),
        new("BR", "pt", "(11) 9*###-####|+55 21 9*###-####|(31) 3*##-####|11 9*### ####", "Rua {s}, *##|Avenida {s}, *### - apto *#|Alameda {s}, *#", "das Palmeiras|Santos Dumont|das Acácias|Sete de Setembro", "0****-###|2****-###", "São Paulo|Rio de Janeiro", true),
        new("SE", "sv", "031-390 06 ##|040-628 04 ##|08-465 004 ##|070-174 06 ##|+46 70 174 06 ##|+46 8 465 004 ##", "{s}gatan *#|{s}vägen *B|{s}allén *|Box *##", "Stor|Kungs|Björk|Skol|Ring", "11* **|41* **|21* **", "Stockholm|Göteborg|Malmö"),
        new("PL", "pl", "5## *## ###|+48 6## *## ###|22 *## ## ##|+48 22 *## ## ##", "ul. {s} *#|ul. {s} *#/*|al. {s} *##|os. {s} * m. *#", "Długa|Polna|Kwiatowa|Lipowa|Ogrodowa", "00-***|30-***|50-***", "Warszawa|Kraków|Wrocław"),
    ];

    public string Phone(Draw draw) => draw.Digits(draw.Word(Phones));

    public string Street(Draw draw) => draw.Digits(draw.Word(Streets)).Replace("{s}", draw.Word(StreetNames), StringComparison.Ordinal);

    public string Postcode(Draw draw) => draw.Digits(draw.Word(Postcodes));

    public string City(Draw draw) => draw.Word(Cities);
}
