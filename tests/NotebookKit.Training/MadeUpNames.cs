namespace NotebookKit.Training;

/// <summary>Makes up names of persons of many countries in the ways in which people write them, of places, of firms and of streets. Every choice hangs on its own id alone.</summary>
internal sealed class MadeUpNames
{
    private static readonly string[] Suffixes = "Inc|Inc.|Ltd|Ltd.|LLC|Corp|Corporation|GmbH|AG|PLC|S.A.|B.V.|Group|Holdings|& Co|& Co.|and Sons|& Sons|Company|Partners|Associates|Industries|Technologies|Solutions|Systems|Consulting|Logistics|Foods|Motors|Pharma|Media|Bank|Insurance|Airlines|Energy".Split('|');

    private static readonly string[] Stems = "Nova|Blue Ridge|Summit|Acme|Global|Pacific|Northern|Silver|Bright|Quantum|Apex|Vertex|Orion|Zenith|Redwood|Stone|Iron|Golden|Green Valley|Sky|Delta|Omega|Prime|First|National|Royal|Metro|Inter|Trans|Data|Cyber|Micro|Solar|Aqua|Terra|Lumen|Crest|Harbor|River|Oak|Maple|Falcon|Eagle|Lion|Titan|Pioneer|Liberty|Heritage|Unity|Fusion".Split('|');

    private static readonly string[] Streets = "Street|St|St.|Road|Rd|Avenue|Ave|Ave.|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Square|Terrace|Crescent|Hill|Close".Split('|');

    private static readonly string[] Trees = "Oak|Maple|Main|High|Church|Park|Mill|Station|Bridge|River|Lake|Elm|Cedar|Spring|Long|Green|North|Second|Third|5th|Market|King|Queen|Garden|Sunset|Valley|Forest|School".Split('|');

    private readonly List<(string[] Forenames, string[] Surnames)> pools = [.. NamePools.Groups.Select(g => NamePools.Of(g, test: false))];
    private readonly IReadOnlyList<(string[] Forenames, string[] Surnames)> countries = NamePools.Countries();
    private readonly (string[] Forenames, string[] Surnames) wide = (Pool(NamesTable.Forenames(), 2.4), Pool(NamesTable.Surnames(), 0.8));
    private readonly string[] cities = [.. Places('2')], states = [.. Places('3')];
    private readonly string[] firms = File.ReadLines(DataFolder.List("organizations.txt")).First(l => l.StartsWith("o ", StringComparison.Ordinal))[2..].Split('|');
    private readonly IReadOnlyList<(string[] Forenames, string[] Surnames)> more = NamePools.More();

    public string Person(string id, int words = 0)
    {
        var (forenames, surnames) = Source(id);
        var (forename, surname) = (Pick(forenames, "f" + id), Pick(surnames, "s" + id));
        var kind = Chance("kind", id);
        var initial = "ABCDEFGHJKLMNPRSTW"[(int)(Chance("initial", id) * 18)];
        if (words > 2) return $"{forename} {Pick(forenames, "g" + id)} {surname}";
        if (words == 2) return $"{forename} {surname}";
        return kind switch
        {
            < 0.05 => $"{forename} {Pick(forenames, "g" + id)} {surname}",
            < 0.10 => $"{forename} {initial}. {surname}",
            < 0.12 => $"{forename} {initial} {surname}",
            < 0.15 => $"{forename} {surname}-{Pick(surnames, "t" + id)}",
            < 0.17 => $"{forename[0]}. {surname}",
            < 0.18 => $"{forename[0]}.{initial}. {surname}",
            < 0.20 => $"{forename} {surname} {Pick(surnames, "t" + id)}",
            < 0.22 => $"{forename} {Pick(["de", "van", "von", "van der", "da", "del", "di", "al", "bin", "de la", "el", "le", "ibn"], "u" + id)} {surname}",
            < 0.23 => $"{forename} O'{surname}",
            < 0.24 => $"{forename}-{Pick(forenames, "g" + id)} {surname}",
            < 0.26 => $"{surname} {forename}",
            < 0.27 => $"{forename} {surname.ToUpperInvariant()}",
            < 0.28 => $"{forename} {surname} {Pick(["Jr.", "Jr", "Sr.", "II", "III"], "u" + id)}",
            < 0.29 => $"{forename} {Pick(forenames, "g" + id)} {surname} {Pick(surnames, "t" + id)}",
            _ => $"{forename} {surname}",
        };
    }

    /// <summary>A name of a type as it stands in running text.</summary>
    public string Name(int type, string id) => type switch
    {
        Corpora.Place => PlaceName(id),
        Corpora.Organization => Firm(id),
        _ => Chance("part", id) switch { < 0.55 => Forename(id), < 0.7 => Surname(id), _ => Person(id) },
    };

    public string Forename(string id) => Pick(Source(id).Forenames, "f" + id);

    public string Surname(string id) => Pick(Source(id).Surnames, "s" + id);

    public string PlaceName(string id) => Pick(Chance("country", id) < 0.35 ? states : cities, "c" + id);

    public string Firm(string id)
    {
        var kind = Chance("firm kind", id);
        var (_, surnames) = Source(id);
        string one = Pick(surnames, "o1" + id), two = Pick(surnames, "o2" + id), suffix = Pick(Suffixes, "os" + id), stem = Pick(Stems, "ot" + id), place = PlaceName("o" + id);
        return kind switch
        {
            < 0.38 => Pick(firms, "o" + id),
            < 0.48 => $"{one} {suffix}",
            < 0.495 => $"{one} & {two}",
            < 0.505 => $"{one}-{two}",
            < 0.51 => $"{one}, {two} and {Pick(surnames, "o3" + id)}",
            < 0.54 => $"{one} and {Pick(["Sons", "Daughters", "Partners", "Co", "Company", "Brothers"], "o3" + id)}",
            < 0.61 => $"{one} {Pick(["Bakery", "Plumbing", "Law", "Clinic", "Hotel", "Cafe", "Brothers", "Bros", "Transport", "Construction", "Furniture"], "oq" + id)}",
            < 0.72 => $"{stem} {suffix}",
            < 0.77 => $"{stem}{Pick(["tech", "soft", "corp", "net", "labs", "works", "bank", "line", "media", "group"], "oe" + id)}",
            < 0.81 => $"University of {place}",
            < 0.84 => $"{place} University",
            < 0.87 => $"Bank of {place}",
            < 0.89 => $"{place} City Council",
            < 0.91 => $"St. {Forename("o" + id)} Hospital",
            < 0.93 => $"{one} {stem} {suffix}",
            < 0.95 => $"{place} {suffix}",
            < 0.97 => $"Ministry of {Pick(["Health", "Finance", "Defence", "Education", "Justice", "Labour"], "om" + id)}",
            _ => $"{place} {Pick(["United", "Rovers", "FC", "Times", "Herald", "Post", "Airport", "Police", "School", "Museum"], "op" + id)}",
        };
    }

    /// <summary>A street with its number; often it bears the name of a person or a place.</summary>
    public string Street(string id)
    {
        var number = ((int)(Chance("house", id) * 900) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var own = Chance("street", id) switch { < 0.4 => Pick(Trees, "st" + id), < 0.75 => Pick(Source(id).Surnames, "st" + id), < 0.85 => Pick(Source(id).Forenames, "st" + id), _ => PlaceName("st" + id) };
        return Chance("street form", id) switch
        {
            < 0.65 => $"{number} {own} {Pick(Streets, "sk" + id)}",
            < 0.75 => $"{own}straße {number}",
            < 0.85 => $"{number} rue {own}",
            < 0.92 => $"Via {own} {number}",
            _ => $"Calle {own} {number}",
        };
    }

    private (string[] Forenames, string[] Surnames) Source(string id)
    {
        var kind = Chance("source", id);
        if (kind < 0.3) return pools[(int)(Chance("pool", id) * pools.Count)];
        if (kind < 0.6) return more[(int)(Chance("pool", id) * more.Count)];
        return kind < 0.8 ? countries[(int)(Chance("pool", id) * countries.Count)] : wide;
    }

    private static string[] Pool(Dictionary<string, double> weights, double least) =>
        [.. weights.Where(w => w.Value >= least && w.Key.Length > 2 && !NamePools.IsForTest(w.Key)).Select(w => char.ToUpperInvariant(w.Key[0]) + w.Key[1..]).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Places(char level) => File.ReadLines(DataFolder.List("places.txt")).Where(l => l[0] == level).SelectMany(l => l[2..].Split('|')).Distinct();

    private static string Pick(string[] names, string id) => Carriers.Pick(names, id);

    private static double Chance(string purpose, string id) => Carriers.Chance(purpose, id);
}
