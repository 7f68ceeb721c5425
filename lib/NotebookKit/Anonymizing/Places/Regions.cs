namespace NotebookKit.Anonymizing;

/// <summary>States, provinces and countries as addresses name them. Sources: USPS Publication 28 (appendix B), Canada Post, Australia Post, ISO 3166.</summary>
internal static class Regions
{
    /// <summary>Of the United States.</summary>
    public const int UnitedStates = 1;

    /// <summary>Of Canada, Australia, Brazil, Italy or Mexico.</summary>
    public const int Other = 2;

    /// <summary>Also a usual word when written large.</summary>
    public const int Word = 4;

    /// <summary>Codes, always written large.</summary>
    public static readonly WordMap Codes = new WordMap()
        .Add(UnitedStates, "AL AK AZ AR CA CO CT DE DC FL GA ID IL IA KS KY LA MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND PA RI SC SD TN TX UT VT VA WA WV WI WY PR VI GU AS MP AA AE AP")
        .Add(UnitedStates | Word, "IN OR OK ME HI OH")
        .Add(Other, "AB BC MB NB NL NS NT NU ON PE QC SK YT NSW QLD VIC TAS ACT SA WA NT")
        .Add(Other, "AC AM BA CE ES GO MT PB PE PI PR RJ RN RO RR RS SC SE SP MG TO CDMX")
        .Add(Other, "RM NA BO FI GE VE BZ TS PD VR BS BG MB CO VA PI LU PG RE MO FE RA PU AN TA LE CT ME PA CA");

    /// <summary>Names of states and provinces.</summary>
    public static readonly WordMap Names = new WordMap()
        .Add(UnitedStates, "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan"
            + "|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina"
            + "|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|district of columbia|puerto rico|calif|mass|penn|tenn", '|')
        .Add(Other, "ontario|quebec|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland|prince edward island|new south wales|victoria|queensland|tasmania|western australia|south australia"
            + "|maharashtra|karnataka|tamil nadu|kerala|gujarat|delhi|telangana|west bengal|uttar pradesh|rajasthan|punjab|haryana|bavaria|bayern|hessen|sachsen|jalisco|nuevo leon|greater london", '|');

    /// <summary>Names of countries, as the last line of an address has them.</summary>
    public static readonly WordMap Countries = new(
        "usa|us|u.s.a|united states|united states of america|uk|united kingdom|great britain|england|scotland|wales|northern ireland|ireland|eire|canada|australia|new zealand|south africa|india|singapore|malaysia|philippines"
        + "|germany|deutschland|austria|osterreich|switzerland|schweiz|suisse|svizzera|liechtenstein|france|belgium|belgique|belgie|luxembourg|spain|espana|portugal|italy|italia|netherlands|the netherlands|nederland|holland"
        + "|denmark|danmark|norway|norge|sweden|sverige|finland|suomi|iceland|island|poland|polska|czech republic|czechia|ceska republika|slovakia|slovensko|hungary|magyarorszag|romania|bulgaria|greece|croatia|hrvatska"
        + "|slovenia|slovenija|serbia|estonia|eesti|latvia|lithuania|lietuva|ukraine|russia|turkey|turkiye|israel|egypt|morocco|nigeria|kenya|ghana|japan|china|hong kong|taiwan|south korea|korea|thailand|vietnam|indonesia"
        + "|pakistan|bangladesh|sri lanka|brazil|brasil|argentina|chile|mexico|colombia|peru|uruguay|venezuela|ecuador|costa rica|cuba|panama|cyprus|malta|uae|united arab emirates|saudi arabia|qatar|россия|україна"
        + "|afghanistan|aland islands|albania|algeria|american samoa|andorra|angola|anguilla|antigua and barbuda|armenia|aruba|azerbaijan|bahamas|bahrain|barbados|belarus|belize|benin|bermuda|bhutan|bolivia|bosnia and herzegovina|botswana"
        + "|brunei|burkina faso|burundi|cambodia|cameroon|cape verde|cayman islands|central african republic|chad|comoros|congo|cook islands|cote d'ivoire|curacao|djibouti|dominica|dominican republic|el salvador|equatorial guinea|eritrea"
        + "|eswatini|swaziland|ethiopia|falkland islands|faroe islands|fiji|french guiana|french polynesia|gabon|gambia|gibraltar|greenland|grenada|guadeloupe|guam|guatemala|guernsey|guinea|guyana|haiti|honduras|iran|iraq|isle of man|jamaica"
        + "|jersey|jordan|kazakhstan|kiribati|kosovo|kuwait|kyrgyzstan|laos|lebanon|lesotho|liberia|libya|macao|macau|madagascar|malawi|maldives|mali|marshall islands|martinique|mauritania|mauritius|mayotte|micronesia|moldova|monaco|mongolia"
        + "|montenegro|montserrat|mozambique|myanmar|namibia|nauru|nepal|new caledonia|nicaragua|niger|north macedonia|macedonia|oman|palau|palestine|papua new guinea|paraguay|reunion|rwanda|saint lucia|samoa|san marino|senegal|seychelles"
        + "|sierra leone|solomon islands|somalia|south sudan|sudan|suriname|syria|tajikistan|tanzania|timor-leste|togo|tonga|trinidad and tobago|tunisia|turkmenistan|tuvalu|uganda|uzbekistan|vanuatu|vatican city|yemen|zambia|zimbabwe"
        + "|osterreich|ellada|kypros|algerie|maroc|tunisie|espagne|allemagne|italie|spanien|frankreich|italien|niederlande|belgien|polen|tschechien|danemark|ungarn|rumanien|griechenland|turkei|portogallo|spagna|germania|francia|alemania|mexique|tunesien", '|');

    /// <summary>Words that begin a line of an address block no more.</summary>
    public static readonly WordMap NoPlaces = new(
        "phone tel telephone fax email mail mobile cell order invoice ticket account ref id no number date dob ssn call contact attn please thanks thank regards the my i we it he she they this that your our and or but hello hi dear"
        + " name customer telefon telefono mobil handy web www http https total price amount is was on at when if then eur euro usd chf dollars euros uhr jahre zip zipcode postcode plz monday tuesday wednesday thursday friday"
        + " saturday sunday january february march april june july august september october november december today tomorrow iban card password user username postleitzahl code postal psc codice codigo código");

    /// <summary>UK postcode areas. Source: Royal Mail / ONS list of postcode areas.</summary>
    public static readonly WordMap BritishAreas = new(
        "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN"
        + " NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE");

    /// <summary>Country letters before a postcode, as European mail had them.</summary>
    public static readonly WordMap PostalLetters = new("D A CH F I L B NL DK S N FIN PL CZ SK H E P DE AT FR IT BE LU SE NO FI ES PT SI HR EE LT LV RO BG MD SLO LV- AZ FL GR");

    /// <summary>Larger places whose name behind a bare number makes it a postcode.</summary>
    public static readonly WordMap Cities = new(
        "berlin hamburg munchen muenchen munich koln koeln cologne frankfurt stuttgart dusseldorf duesseldorf dortmund essen leipzig bremen dresden hannover nurnberg nuernberg duisburg bochum wuppertal bielefeld bonn munster mannheim"
        + " karlsruhe augsburg wiesbaden kiel mainz freiburg rostock kassel potsdam erfurt jena ulm heidelberg wurzburg regensburg wien vienna graz linz salzburg innsbruck klagenfurt zurich zuerich genf geneve geneva basel bern lausanne"
        + " winterthur luzern lugano paris lyon marseille toulouse nice nantes strasbourg montpellier bordeaux lille rennes reims toulon grenoble dijon angers nimes brest tours limoges amiens metz nancy orleans rouen caen"
        + " madrid barcelona valencia sevilla zaragoza malaga murcia palma bilbao alicante cordoba valladolid vigo gijon granada oviedo roma milano napoli torino palermo genova bologna firenze bari catania venezia verona"
        + " padova trieste brescia parma modena pisa siena bruxelles brussel brussels antwerpen gent liege brugge leuven namur amsterdam rotterdam utrecht eindhoven groningen tilburg almere breda nijmegen haarlem leiden delft"
        + " lisboa porto braga coimbra faro stockholm goteborg malmo uppsala kobenhavn copenhagen aarhus odense aalborg oslo bergen trondheim stavanger helsinki espoo tampere turku oulu warszawa krakow lodz wroclaw poznan gdansk"
        + " szczecin lublin katowice praha brno ostrava bratislava budapest debrecen szeged bucuresti sofia athens athina zagreb ljubljana beograd vilnius riga tallinn istanbul ankara izmir москва mumbai delhi bengaluru bangalore"
        + " chennai kolkata hyderabad pune ahmedabad jaipur tokyo osaka kyoto mexico guadalajara monterrey rio sao curitiba brasilia salvador recife fortaleza luxembourg sankt bad saint santa san");
}
