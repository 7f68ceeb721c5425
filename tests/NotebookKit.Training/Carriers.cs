using System.Globalization;
using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>Fills sentences that have slots with names of persons, places and organizations; in several ways of writing. Every choice hangs on its own number alone.</summary>
internal sealed class Carriers
{
    private const ulong Seed = 5;

    private static readonly string[] Days = "Monday|Tuesday|Wednesday|Thursday|Friday|March 3|12 May|June 2nd|next week|Sunday".Split('|');

    /// <summary>What somebody does or is, and what it may be about.</summary>
    private static readonly string[] Predicates =
        ("is busy|is here|is late|is right|is my boss|is a nurse|is in the meeting|is on leave|is so funny|is not happy|is related to us|is still waiting|was late|was there|was wrong|was very kind|was promoted|was born in June|has left|has a question|has paid|has three kids|had lunch|will come|will call you|will be back soon|wants a refund|wants to know more"
        + "|needs help|needs the file|likes tea|loves music|hates it|lives nearby|lives with us|works here|works nights|said so|said no|says hi|says that it works|told me|told us about it|asked for it|asked me to wait|called|called me back|called twice|wrote to us|wrote it|sent the file|sent me a photo|gave me the key|got it|got married|came home|came by|went home|went to bed|left early|left the company"
        + "|bought it|sold it|paid the bill|signed it|made it|made dinner|took it|took over|found it|lost the card|broke the build|fixed the bug|won|won again|lost|plays well|sings|cannot come|can't log in|didn't come|didn't answer|doesn't know|doesn't like it|never came|never replied|just left|just called|also came|already knows|really liked it|has been great|and I met at school|and the others are here|thinks it is fine|thought so, too|knows the way|knows why|helped me|helped a lot|died last year|retired|agreed|laughed|smiled|replied|joined us|joined the team|started today|moved out|moved away|looks tired|feels better|runs fast").Split('|');

    private static readonly string[] Objects =
        ("the invoice|the order|my laptop|the contract|the meeting|our flat|the dog|this ticket|the report|a refund|the parcel|the keys|dinner|the trip|the photos|the car|the party|the bug|the test|your mail|the plan|lunch|the bill|the phone|the offer|the song|the game|the film").Split('|');

    private static readonly string[] Products =
        ("Ubuntu|Debian|Fedora|Docker|Kubernetes|Jenkins|Terraform|Redis|Postgres|MySQL|Kafka|Spark|Hadoop|Django|Flask|Laravel|Angular|React|Vue|Node|Kotlin|Swift|Photoshop|Acrobat|Kindle|Alexa|Ventolin|Aspirin|Camry|Corolla|Windows|Outlook|Excel|Bluetooth|Android|Premium|Pro Plus"
        + "|Galaxy|Pixel|Gmail|Chrome|Firefox|Safari|Playstation|Xbox|Minecraft|Fortnite|Router|Webcam|Backup Manager|Power Drill|Wellness Pack|Basic Plan|Gold Card|Smart Lamp|Office Suite|Premium Account|Coupon Code|Gift Card|Password Reset|Garden Chair|Coffee Maker|Activity Tracker").Split('|');

    private static readonly string[] Suffixes = "Inc|Inc.|Ltd|Ltd.|LLC|Corp|Corporation|GmbH|AG|PLC|S.A.|B.V.|Group|Holdings|& Co|& Co.|and Sons|& Sons|Company|Partners|Associates|Industries|Technologies|Solutions|Systems|Consulting|Logistics|Foods|Motors|Pharma|Media|Bank|Insurance|Airlines|Energy".Split('|');

    private static readonly string[] Stems = "Nova|Blue Ridge|Summit|Acme|Global|Pacific|Northern|Silver|Bright|Quantum|Apex|Vertex|Orion|Zenith|Redwood|Stone|Iron|Golden|Green Valley|Sky|Delta|Omega|Prime|First|National|Royal|Metro|Inter|Trans|Data|Cyber|Micro|Solar|Aqua|Terra|Lumen|Crest|Harbor|River|Oak|Maple|Falcon|Eagle|Lion|Titan|Pioneer|Liberty|Heritage|Unity|Fusion".Split('|');

    private readonly string[] lines = [.. File.ReadLines(DataFolder.List("carriers.txt")).Where(l => !l.StartsWith('#')).Select(l => l.Replace("\\n", "\n", StringComparison.Ordinal))];
    private readonly List<(string[] Forenames, string[] Surnames)> pools = [.. NamePools.Groups.Select(g => NamePools.Of(g, test: false))];
    private readonly IReadOnlyList<(string[] Forenames, string[] Surnames)> countries = NamePools.Countries();
    private readonly (string[] Forenames, string[] Surnames) wide = (Pool(NamesTable.Forenames(), 2.4), Pool(NamesTable.Surnames(), 0.8));
    private readonly string[] cities = [.. Places('2')], states = [.. Places('3')];
    private readonly string[] firms = File.ReadLines(DataFolder.List("organizations.txt")).First(l => l.StartsWith("o ", StringComparison.Ordinal))[2..].Split('|');

    /// <summary>A filled sentence, often with a second behind it.</summary>
    public Marked Row(int number)
    {
        var text = new StringBuilder();
        var spans = new List<(int, int, int)>();
        Fill(lines[number % lines.Length], number, text, spans);
        if (Chance("more", number) < 0.3)
        {
            text.Append(Chance("gap", number) < 0.5 ? "\n" : " ");
            Fill(lines[(int)(Chance("second", number) * lines.Length)], number + 1_000_000, text, spans);
        }

        return Restyle(new(text.ToString(), spans), number);
    }

    /// <summary>The same row with other persons and places of the same number of words.</summary>
    public Marked Renamed(Marked row, int number)
    {
        var text = new StringBuilder();
        var spans = new List<(int, int, int)>();
        var position = 0;
        foreach (var (start, end, type) in row.Spans)
        {
            text.Append(row.Text, position, start - position);
            var old = row.Text[start..end];
            var words = old.Split(' ').Length;
            var id = string.Create(CultureInfo.InvariantCulture, $"{number} {start}");
            var name = old;
            if (type == Corpora.Person && old.Length > 2) name = words == 1 ? Chance("surname", id) < 0.25 ? Surname(id) : Forename(id) : Person(id, words);
            else if (type == Corpora.Place && char.IsUpper(old[0])) name = PlaceName(id);
            else if (type == Corpora.Organization && char.IsUpper(old[0]) && words > 1 && Chance("firm", id) < 0.5) name = Firm(id);
            if (char.IsLower(old[0])) name = name.ToLowerInvariant();
            else if (old.Length > 3 && old.All(c => !char.IsLower(c))) name = name.ToUpperInvariant();
            spans.Add((text.Length, text.Length + name.Length, type));
            text.Append(name);
            position = end;
        }

        return row with { Text = text.Append(row.Text, position, row.Text.Length - position).ToString(), Spans = spans };
    }

    /// <summary>The same row in small or in large letters.</summary>
    public static Marked Small(Marked row) => row with { Text = row.Text.ToLowerInvariant() };

    /// <inheritdoc cref="Small"/>
    public static Marked Large(Marked row) => row with { Text = row.Text.ToUpperInvariant() };

    public string Person(string id, int words = 0)
    {
        var (forenames, surnames) = Source(id);
        var (forename, surname) = (Pick(forenames, "f" + id), Pick(surnames, "s" + id));
        var kind = Chance("kind", id);
        if (words > 2 || (words == 0 && kind < 0.06)) return $"{forename} {Pick(forenames, "g" + id)} {surname}";
        if (words == 2) return $"{forename} {surname}";
        if (kind < 0.12) return $"{forename} {"ABCDEFGHJKLMNPRSTW"[(int)(Chance("initial", id) * 18)]}. {surname}";
        if (kind < 0.16) return $"{forename} {surname}-{Pick(surnames, "t" + id)}";
        if (kind < 0.18) return $"{forename[0]}. {surname}";
        if (kind < 0.20) return $"{forename} {surname} {Pick(surnames, "t" + id)}";
        return $"{forename} {surname}";
    }

    /// <summary>A name of a type as it stands in running text.</summary>
    public string Name(int type, string id) => type switch
    {
        Corpora.Place => PlaceName(id),
        Corpora.Organization => Firm(id),
        _ => Chance("part", id) switch { < 0.55 => Forename(id), < 0.7 => Surname(id), _ => Person(id) },
    };

    private string Forename(string id) => Pick(Source(id).Forenames, "f" + id);

    private string Surname(string id) => Pick(Source(id).Surnames, "s" + id);

    private string PlaceName(string id) => Pick(Chance("country", id) < 0.35 ? states : cities, "c" + id);

    private string Firm(string id)
    {
        var kind = Chance("firm kind", id);
        var (_, surnames) = Source(id);
        string one = Pick(surnames, "o1" + id), two = Pick(surnames, "o2" + id), suffix = Pick(Suffixes, "os" + id), stem = Pick(Stems, "ot" + id), place = PlaceName("o" + id);
        return kind switch
        {
            < 0.38 => Pick(firms, "o" + id),
            < 0.48 => $"{one} {suffix}",
            < 0.51 => $"{one} & {two}",
            < 0.52 => $"{one}-{two}",
            < 0.54 => $"{one}, {two} and {Pick(surnames, "o3" + id)}",
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

    private (string[] Forenames, string[] Surnames) Source(string id)
    {
        var kind = Chance("source", id);
        if (kind < 0.5) return pools[(int)(Chance("pool", id) * pools.Count)];
        return kind < 0.75 ? countries[(int)(Chance("pool", id) * countries.Count)] : wide;
    }

    private void Fill(string line, int number, StringBuilder text, List<(int, int, int)> spans)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '{' || i + 2 >= line.Length || line[i + 2] != '}')
            {
                text.Append(line[i]);
                continue;
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"{number} {i}");
            var (slot, start) = (char.ToUpperInvariant(line[i + 1]), text.Length);
            var value = slot switch
            {
                'P' => Person(id),
                'F' => Forename(id),
                'S' => Surname(id),
                'I' => "ABCDEFGHJKLMNPRSTW"[(int)(Chance("initial", id) * 18)].ToString(),
                'C' => PlaceName(id),
                'O' => Firm(id),
                'B' => Pick(Products, id),
                'D' => Pick(Days, id),
                'V' => Pick(Predicates, id),
                'W' => Pick(Objects, id),
                _ => ((int)(Chance("number", id) * 9000) + 1).ToString(CultureInfo.InvariantCulture),
            };
            text.Append(char.IsLower(line[i + 1]) ? value.ToLowerInvariant() : value);
            var type = slot switch { 'P' or 'F' or 'S' or 'I' => Corpora.Person, 'C' => Corpora.Place, 'O' => Corpora.Organization, _ => -1 };
            if (type >= 0) Add(spans, text, start, type);
            i += 2;
        }
    }

    /// <summary>Words of one person with a space, a hyphen or a period between them are one span.</summary>
    private static void Add(List<(int Start, int End, int Type)> spans, StringBuilder text, int start, int type)
    {
        if (type == Corpora.Person && spans.Count > 0 && spans[^1].Type == type && text.ToString(spans[^1].End, start - spans[^1].End) is " " or "-" or ". ") spans[^1] = (spans[^1].Start, text.Length, type);
        else spans.Add((start, text.Length, type));
    }

    private static Marked Restyle(Marked row, int number)
    {
        var style = Chance("style", number);
        return style < 0.16 ? Small(row) : style < 0.22 ? Large(row) : row;
    }

    private static string[] Pool(Dictionary<string, double> weights, double least) =>
        [.. weights.Where(w => w.Value >= least && w.Key.Length > 2 && !NamePools.IsForTest(w.Key)).Select(w => char.ToUpperInvariant(w.Key[0]) + w.Key[1..]).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Places(char level) => File.ReadLines(DataFolder.List("places.txt")).Where(l => l[0] == level).SelectMany(l => l[2..].Split('|')).Distinct();

    private static string Pick(string[] names, string id) => names[(int)(KeyedRandom.Unit(Seed, "name", id) * names.Length)];

    private static double Chance(string purpose, string id) => KeyedRandom.Unit(Seed, purpose, id);

    private static double Chance(string purpose, int number) => KeyedRandom.Unit(Seed, purpose, number.ToString(CultureInfo.InvariantCulture));
}
