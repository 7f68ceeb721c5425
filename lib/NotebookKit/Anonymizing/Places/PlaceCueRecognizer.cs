using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Places that no list has, by the words before them (<c>lives in …</c>, <c>a flight to …</c>), by a word that begins or ends names of towns (<c>New …</c>, <c>…ville</c>), and names of
/// countries in several words.</summary>
public sealed class PlaceCueRecognizer : Recognizer
{
    private const int MaxWords = 4;

    private const double ByCountry = 0.9, ByCue = 0.75, ByForm = 0.55, ByBoth = 0.9, BySure = 0.99;

    /// <summary>What no person stands behind, whatever lists say of the name.</summary>
    private const string SureCues =
        "originally from|moved,moving,relocated,relocating+here,there,over,back,away+from,to|i,we,he,she,they,family,and+moved,relocated+from,to|grew up,raised,brought up+in,near|i,we,he,she,they,currently,now,who+live,lives,lived,reside,resides+in,near|was,were,is+born+in,near"
        + "|citizen,resident,native,outskirts,suburb,suburbs,mayor+of|based,headquartered+in";

    /// <summary>Where somebody goes by a vehicle: "returned to … by train".</summary>
    private static readonly HashSet<ulong> Goes = [.. "return returned returning go goes going went travel travelled traveled travelling traveling get got came come coming back".Split(' ').Select(w => NameTokens.Hash(w))];

    private static readonly HashSet<ulong> Vehicles = [.. "train bus car plane boat ferry ship helicopter bike bicycle air rail sea coach taxi tram foot road".Split(' ').Select(w => NameTokens.Hash(w))];

    private static readonly ulong To = NameTokens.Hash("to"), By = NameTokens.Hash("by");

    /// <summary>What stands before a place and hardly before another name; parts as in <see cref="NameCues"/>.</summary>
    private const string Cues =
        "live,lives,lived,living,born,raised,based,located,reside,resides,stay,stayed,staying,arrive,arrived,grew up,headquartered,weather,hotel,hotels,office,offices,store,stores,branch,warehouse,university,school,relatives,family,parents,house,apartment,vacation,holiday,holidays,weekend,street,road,avenue,square+in,near"
        + "|travel,travels,travelled,traveled,travelling,traveling,fly,flying,flew,flight,flights,trip,train,bus,drive,driving,moved,moving,move,relocated,relocating,shipping,ship,ships,deliver,delivery,ticket,tickets,visa,go,going,back+to|flight,flights,train,bus,flying,moved,come,comes,coming,greetings,hello+from"
        + "|city,town,village,suburb,outskirts,capital,country,state,province,region,county,island,republic,kingdom,people,government,president,mayor,citizen,resident,residents,north,south,east,west+of|visit,visiting,visited|from+here to|wohne,wohnt,lebe,lebt,geboren+in|habite,vis,vit,né,née+à"
        + "|vivo,vive,nací+en|vivo,abito,vive,nato,nata+a|woon,woont,geboren+in|bor,född+i|mieszkam,mieszka+w";

    private static readonly WordMap Starts = new("north south east west new lake port saint st san santa são fort mount upper lower el los las puerto sankt bad nova novo le la");

    private static readonly string[] Ends = ["ville", "burgh", "borough", "chester", "mouth", "shire", "stad", "furt", "haven", "bury", "town", "berg", "burg", "hausen", "dorf", "grad", "pur", "abad", "ingen", "holm", "köping", "field", "view", "port", "side", "fort", "land", "ton"];

    /// <summary>Names of countries and territories in several words or with marks, as ISO 3166 and lists made of it write them.</summary>
    private static readonly string[] Countries =
    [
        .. ("American Samoa|Antarctica (the territory South of 60 deg S)|Antigua and Barbuda|Bosnia and Herzegovina|Bosnia & Herzegovina|Bouvet Island (Bouvetoya)|Bouvet Island|British Indian Ocean Territory (Chagos Archipelago)|British Indian Ocean Territory|British Virgin Islands|Brunei Darussalam|Burkina Faso"
        + "|Cabo Verde|Cape Verde|Cayman Islands|Central African Republic|Christmas Island|Cocos (Keeling) Islands|Cook Islands|Costa Rica|Cote d'Ivoire|Côte d'Ivoire|Czech Republic|Democratic Republic of the Congo|Dominican Republic|El Salvador|Equatorial Guinea|Falkland Islands (Malvinas)|Falkland Islands|Faroe Islands"
        + "|French Guiana|French Polynesia|French Southern Territories|Guinea-Bissau|Heard Island and McDonald Islands|Holy See (Vatican City State)|Hong Kong|Isle of Man|Ivory Coast|Kyrgyz Republic|Lao People's Democratic Republic|Libyan Arab Jamahiriya|Marshall Islands|Netherlands Antilles|New Caledonia|New Zealand"
        + "|Norfolk Island|North Korea|North Macedonia|Northern Mariana Islands|Palestinian Territory|Papua New Guinea|Pitcairn Islands|Puerto Rico|Republic of Korea|Russian Federation|Saint Barthelemy|Saint Helena|Saint Kitts and Nevis|Saint Lucia|Saint Martin|Saint Pierre and Miquelon|Saint Vincent and the Grenadines"
        + "|San Marino|Sao Tome and Principe|São Tomé and Príncipe|Saudi Arabia|Sierra Leone|Slovakia (Slovak Republic)|Solomon Islands|South Africa|South Georgia and the South Sandwich Islands|South Korea|South Sudan|Sri Lanka|Svalbard & Jan Mayen Islands|Svalbard and Jan Mayen|Syrian Arab Republic|Timor-Leste|Trinidad and Tobago"
        + "|Turks and Caicos Islands|United Arab Emirates|United Kingdom|United States Minor Outlying Islands|United States Virgin Islands|United States of America|United States|Vatican City|Virgin Islands, British|Virgin Islands, U.S.|Wallis and Futuna|Western Sahara|Bolivarian Republic of Venezuela|Viet Nam").Split('|').OrderByDescending(c => c.Length),
    ];

    private static readonly Dictionary<ulong, string[]> ByFirst = Countries.GroupBy(c => NameTokens.Hash(c.AsSpan(0, c.AsSpan().IndexOfAny(' ', '-')))).ToDictionary(g => g.Key, g => g.ToArray());

    private static readonly Dictionary<ulong, ulong[][]> Before = Phrases(Cues), SureBefore = Phrases(SureCues);

    private static Dictionary<ulong, ulong[][]> Phrases(string cues) =>
        cues.Split('|').SelectMany(NameCues.Spell).Select(p => p.Split(' ').Select(w => NameTokens.Hash(w)).ToArray()).GroupBy(p => p[^1]).ToDictionary(g => g.Key, g => g.ToArray());

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Location;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var tokens = CollectionsMarshal.AsSpan(context.Tokens(text));
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i > 0 && tokens[i].Gap == Gap.Space && tokens[i].Shape is Shape.Capital or Shape.Mixed or Shape.Upper && IsSure(text, tokens, i, out var behind))
            {
                into.Add(At(tokens[i].Start, tokens[behind - 1].End, BySure));
                i = behind - 1;
                continue;
            }

            if (!tokens[i].IsCapital) continue;
            var stop = Country(text, tokens[i]);
            if (stop > 0)
            {
                into.Add(At(tokens[i].Start, stop, ByCountry));
                while (i + 1 < tokens.Length && tokens[i + 1].Start < stop) i++;
                continue;
            }

            var end = i + 1;
            while (end < tokens.Length && end - i < MaxWords && tokens[end].IsCapital && (tokens[end].Gap is Gap.Space or Gap.Hyphen || (tokens[end].Gap == Gap.Apostrophe && tokens[end].Length > 1))) end++;
            Read(text, tokens, i, end, into);
            i = end - 1;
        }
    }

    /// <summary>Index behind the name of a country that begins at a word; 0 where none does.</summary>
    private static int Country(string text, NameToken first)
    {
        if (!ByFirst.TryGetValue(first.Hash, out var names)) return 0;
        foreach (var name in names)
            if (text.AsSpan(first.Start).StartsWith(name, StringComparison.Ordinal) && !Chars.IsWord(Chars.At(text, first.Start + name.Length))) return first.Start + name.Length;
        return 0;
    }

    private void Read(string text, ReadOnlySpan<NameToken> tokens, int first, int end, List<Span> into)
    {
        if (tokens[end - 1].Info.IsCompanyWord || tokens[first].Info.IsStop || DateTable.Months.Has(Word(text, tokens[first])) || DateTable.Days.Has(Word(text, tokens[first])) || NameCues.IsTitle(tokens[first].Hash) && !Starts.Has(Word(text, tokens[first]))) return;
        var form = IsForm(text, tokens, first, end);
        var cue = HasCue(tokens, first, Before);
        if (form && cue) into.Add(At(tokens[first].Start, tokens[end - 1].End, ByBoth));
        else if (form && tokens[end - 1].Info.Surname == 0) into.Add(At(tokens[first].Start, tokens[end - 1].End, ByForm));
        else if (cue && !IsKnown(tokens[first..end])) into.Add(At(tokens[first].Start, tokens[end - 1].End, ByCue));
    }

    /// <summary>"North Barton", "New Oliver", "Elmchester".</summary>
    private static bool IsForm(string text, ReadOnlySpan<NameToken> tokens, int first, int end)
    {
        var last = Word(text, tokens[end - 1]);
        if (end - first == 2 && tokens[first + 1].Gap == Gap.Space && Starts.Has(Word(text, tokens[first])) && tokens[first + 1].Info.Common < 2) return true;
        if (end - first != 1 || tokens[first].Info.Common > 0 || tokens[first].Info.Forename > 0 || last.Length < 7) return false;
        foreach (var ending in Ends)
            if (last.EndsWith(ending, StringComparison.Ordinal)) return ending.Length > 3;
        return false;
    }

    /// <summary>True where a word is one that language or lists of persons and organizations know better.</summary>
    private static bool IsKnown(ReadOnlySpan<NameToken> words)
    {
        foreach (var word in words)
            if (word.Info.Common > 1 || word.Info.Forename > 1 || word.Info.IsFirm || NameCues.IsOrdinary(word)) return true;
        return false;
    }

    /// <summary>A name behind a cue that tells a place for sure; also one in capitals amid small letters.</summary>
    private static bool IsSure(string text, ReadOnlySpan<NameToken> tokens, int first, out int end)
    {
        end = first + 1;
        var (last, isCue) = (tokens[first - 1], HasCue(tokens, first, SureBefore));
        if (last.Shape != Shape.Lower || !(isCue || (last.Hash == To && first > 1 && Goes.Contains(tokens[first - 2].Hash)))) return false;
        var shape = tokens[first].Shape == Shape.Upper;
        if (tokens[first].Info.IsStop && !tokens[first].Info.IsLink || tokens[first].Length < (shape ? 3 : 2)) return false;
        while (end < tokens.Length && end - first < MaxWords && (tokens[end].IsCapital || (shape && tokens[end].Shape is Shape.Upper or Shape.Initial)) && (tokens[end].Gap is Gap.Space or Gap.Hyphen or Gap.Apostrophe || (tokens[end].Gap == Gap.Quote && tokens[end - 1].Shape == Shape.Initial && text[tokens[end - 1].End] == '\'') || (tokens[end].Gap == Gap.Period && tokens[end - 1].Length < 4))) end++;
        if (tokens[end - 1].Info.IsCompanyWord || NameCues.IsTitle(tokens[first].Hash) || (end - first == 1 && tokens[first].Info.Common > 1 && tokens[first].Info.Place < 2)) return false;
        // "moved here from Maria's flat"
        if (end < tokens.Length && tokens[end] is { Gap: Gap.Apostrophe, Length: 1 }) return false;
        return isCue || (end + 1 < tokens.Length && tokens[end] is { Gap: Gap.Space } by && by.Hash == By && tokens[end + 1].Gap == Gap.Space && Vehicles.Contains(tokens[end + 1].Hash));
    }

    private static bool HasCue(ReadOnlySpan<NameToken> tokens, int first, Dictionary<ulong, ulong[][]> before)
    {
        if (first == 0 || tokens[first].Gap != Gap.Space || !before.TryGetValue(tokens[first - 1].Hash, out var phrases)) return false;
        foreach (var words in phrases)
            if (NameCues.Matches(tokens, first - 1, words)) return true;
        return false;
    }

    private static ReadOnlySpan<char> Word(string text, NameToken token) => text.AsSpan(token.Start, token.Length);
}
