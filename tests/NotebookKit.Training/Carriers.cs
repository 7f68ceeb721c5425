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

    private static readonly string[] Phones = "+# ### ### ####|(###) ###-####|###-###-####|0## ### ####|0## ## ## ## ##|+## # ## ## ## ##|### #### ###|##-##-##-##".Split('|');

    private static readonly string[] Postcodes = "#####|####|##-###|##### ####|N# #XX|AB## #CD|K#A #B#".Split('|');

    private static readonly string[] Amounts = "$##|$#,###|€##|£###|## euros|#,### USD|CHF ##|### dollars".Split('|');

    private static readonly string[] CourtesyTitles = "Mr.|Mr|Mrs.|Mrs|Ms.|Ms|Miss|Dr.|Dr|Prof.|Sir".Split('|');

    private static readonly string[] Jobs = ("nurse|engineer|lawyer|teacher|accountant|clerk|director|sales manager|chief executive|software developer|journalist|painter|pilot|chemist|architect|consultant|cook|driver|dentist|mayor|minister|professor|product owner|project manager|plumber|secretary"
        + "|singer|student|translator|writer|Head of Sales|Vice President|Managing Director|Product Manager|Senior Engineer|Account Executive|Office Manager").Split('|');

    private static readonly string[] Products =
        ("Ubuntu|Debian|Fedora|Docker|Kubernetes|Jenkins|Terraform|Redis|Postgres|MySQL|Kafka|Spark|Hadoop|Django|Flask|Laravel|Angular|React|Vue|Node|Kotlin|Swift|Photoshop|Acrobat|Kindle|Alexa|Ventolin|Aspirin|Camry|Corolla|Windows|Outlook|Excel|Bluetooth|Android|Premium|Pro Plus"
        + "|Galaxy|Pixel|Gmail|Chrome|Firefox|Safari|Playstation|Xbox|Minecraft|Fortnite|Router|Webcam|Backup Manager|Power Drill|Wellness Pack|Basic Plan|Gold Card|Smart Lamp|Office Suite|Premium Account|Coupon Code|Gift Card|Password Reset|Garden Chair|Coffee Maker|Activity Tracker").Split('|');

    /// <summary>One sentence of so many is for calibration alone.</summary>
    private const int Apart = 8;

    private readonly MadeUpNames names = new();
    private readonly string[] learned, apart;

    public Carriers()
    {
        string[] lines = [.. File.ReadLines(DataFolder.List("carriers.txt")).Where(l => !l.StartsWith('#')).Select(l => l.Replace("\\n", "\n", StringComparison.Ordinal))];
        learned = [.. lines.Where((_, i) => i % Apart != 5)];
        apart = [.. lines.Where((_, i) => i % Apart == 5)];
    }

    /// <summary>A filled sentence, often with a second behind it; sentences for calibration are others than those to learn from.</summary>
    public Marked Row(int number, bool forCalibration)
    {
        var lines = forCalibration ? apart : learned;
        var text = new StringBuilder();
        var spans = new List<(int, int, int)>();
        Fill(lines[number % lines.Length], number, text, spans);
        if (Chance("more", number) < 0.3)
        {
            text.Append(Chance("gap", number) < 0.5 ? "\n" : " ");
            Fill(lines[(int)(Chance("second", number) * lines.Length)], number + 1_000_000, text, spans);
        }

        return Restyle(new(text.ToString(), spans, MadeUp: true), number);
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
            if (type == Corpora.Person && old.Length > 2) name = words == 1 ? Chance("surname", id) < 0.25 ? names.Surname(id) : names.Forename(id) : names.Person(id, words);
            else if (type == Corpora.Place && char.IsUpper(old[0])) name = names.PlaceName(id);
            else if (type == Corpora.Organization && char.IsUpper(old[0]) && words > 1 && Chance("firm", id) < 0.5) name = names.Firm(id);
            if (char.IsLower(old[0])) name = name.ToLowerInvariant();
            else if (old.Length > 3 && old.All(c => !char.IsLower(c))) name = name.ToUpperInvariant();
            spans.Add((text.Length, text.Length + name.Length, type));
            text.Append(name);
            position = end;
        }

        return row with { Text = text.Append(row.Text, position, row.Text.Length - position).ToString(), Spans = spans };
    }

    /// <summary>A name of a type as it stands in running text.</summary>
    public string Name(int type, string id) => names.Name(type, id);

    /// <summary>The same row in small or in large letters.</summary>
    public static Marked Small(Marked row) => row with { Text = row.Text.ToLowerInvariant() };

    /// <inheritdoc cref="Small"/>
    public static Marked Large(Marked row) => row with { Text = row.Text.ToUpperInvariant() };

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
                'P' => names.Person(id),
                'L' => names.Person(id).ToUpperInvariant(),
                'R' => $"{names.Surname(id)}, {names.Forename(id)}",
                'F' => names.Forename(id),
                'S' => names.Surname(id),
                'A' => names.Street(id),
                'T' => Digits(Pick(Phones, id), id),
                'Z' => Digits(Pick(Postcodes, id), id),
                'M' => Digits(Pick(Amounts, id), id),
                'E' => $"{Pick(["info", "contact", "office", "mail", "me", "hello"], id)}@example.{Pick(["com", "org", "net"], "d" + id)}",
                'J' => Pick(Jobs, id),
                'X' => Pick(CourtesyTitles, id),
                'I' => "ABCDEFGHJKLMNPRSTW"[(int)(Chance("initial", id) * 18)].ToString(),
                'C' => names.PlaceName(id),
                'O' => names.Firm(id),
                'B' => Pick(Products, id),
                'G' => Gadgets.Product(names, id),
                'K' => Gadgets.Brand(names, id),
                'D' => Pick(Days, id),
                'V' => Pick(Predicates, id),
                'W' => Pick(Objects, id),
                _ => ((int)(Chance("number", id) * 9000) + 1).ToString(CultureInfo.InvariantCulture),
            };
            text.Append(char.IsLower(line[i + 1]) ? value.ToLowerInvariant() : value);
            var type = slot switch { 'P' or 'F' or 'S' or 'I' or 'L' or 'R' => Corpora.Person, 'C' => Corpora.Place, 'O' => Corpora.Organization, 'G' or 'K' => Corpora.NoPerson, _ => -1 };
            if (slot == 'R')
            {
                // The two parts of "Surname, Forename" are two finds, as in a list of single names.
                var comma = value.IndexOf(',', StringComparison.Ordinal);
                spans.Add((start, start + comma, type));
                spans.Add((start + comma + 2, text.Length, type));
            }
            else if (type >= 0) Add(spans, text, start, type);
            i += 2;
        }
    }

    /// <summary>Words of one person with a space, a hyphen or a period between them are one span.</summary>
    private static void Add(List<(int Start, int End, int Type)> spans, StringBuilder text, int start, int type)
    {
        if (type == Corpora.Person && spans.Count > 0 && spans[^1].Type == type && text.ToString(spans[^1].End, start - spans[^1].End) is " " or "-" or ". ") spans[^1] = (spans[^1].Start, text.Length, type);
        else spans.Add((start, text.Length, type));
    }

    /// <summary>Digits for the signs # of a pattern.</summary>
    private static string Digits(string pattern, string id) => string.Concat(pattern.Select((c, i) => c == '#' ? (char)('1' + (int)(Chance("digit" + i.ToString(CultureInfo.InvariantCulture), id) * 9)) : c));

    private static Marked Restyle(Marked row, int number)
    {
        var style = Chance("style", number);
        return style < 0.16 ? Small(row) : style < 0.22 ? Large(row) : row;
    }

    internal static string Pick(string[] names, string id) => names[(int)(KeyedRandom.Unit(Seed, "name", id) * names.Length)];

    internal static double Chance(string purpose, string id) => KeyedRandom.Unit(Seed, purpose, id);

    private static double Chance(string purpose, int number) => KeyedRandom.Unit(Seed, purpose, number.ToString(CultureInfo.InvariantCulture));
}
