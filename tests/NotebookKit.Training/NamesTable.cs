using System.Globalization;
using System.Text;
using System.Text.Json;
using NotebookKit.Anonymizing;
using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>Derives the table of names: forenames and surnames that several public lists agree on or that are frequent, and common words, with levels.</summary>
internal static class NamesTable
{
    private const int MaxNames = 92_000, MaxWords = 14_000;

    /// <summary>What the project's own list of words counts as.</summary>
    private const int OwnWord = 12;

    /// <summary>Words that are never part of a name: articles, pronouns, help verbs, greetings, titles.</summary>
    private const string Stops = "a an the this that these those it its he she we you they me him us them i my your his her our their mine yours who whom whose which what where when why how there here then than so if but or nor and as of to in on at by with from for into onto about "
        + "after before until while because since though although is are was were be been being am do does did done have has had having can could would should shall might must not no yes yeah yep nope ok okay oh ah hey hi hello hiya dear thanks thank thx welcome sorry please regards cheers "
        + "sincerely yours goodbye bye mr mrs ms miss mister dr prof professor herr frau señor señora monsieur madame mme sir madam also just only very too now today tomorrow yesterday tonight again still already ever never always often some any every each all both many much more most less "
        + "few other another such same own let get got go goes going gone went come came see saw know think want need make made take took give use used say said tell told ask asked call called try find found put keep show look looking help click press select open close enter save "
        + "monday tuesday wednesday thursday friday saturday sunday january february march july september october november december der die das ein eine ich sie wir ihr ist sind und oder nicht mit für auf von zu im am bei le la les un une des je tu il elle nous vous ils est sont et ou ne pas avec pour dans sur "
        + "el los las una yo ella nosotros es son y o con para en por que se su lo gli uno io lei noi voi sono non per di da del della os um uma eu ele ela nós é são não com em na no het een ik jij hij zij wij zijn niet met voor op van hallo bonjour hola ciao merci danke gracias grazie obrigado liebe lieber sehr";

    /// <summary>Words that link the parts of a name.</summary>
    private const string Links = "of and the for de la le les del della di da do dos das van von der den bin ibn al el y e zu zur ter ten af av du des upon on in und et";

    public static void Make()
    {
        var forenames = Forenames();
        var surnames = Surnames();
        var words = CommonWords();
        var common = words.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(MaxWords).Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
        var (places, firms, phrases, starts) = Longer();
        var own = NamePools.Forenames.Concat(NamePools.Surnames).Select(Folded).ToHashSet(StringComparer.Ordinal);
        var (stops, links, kinds) = (Set(Stops), Set(Links), Set(Line("organizations.txt", "w ").Replace('|', ' ')));
        var names = forenames.Keys.Concat(surnames.Keys).Distinct(StringComparer.Ordinal)
            .Select(n => (Name: n, Weight: forenames.GetValueOrDefault(n) + surnames.GetValueOrDefault(n)))
            .OrderByDescending(n => n.Weight).ThenBy(n => n.Name, StringComparer.Ordinal).Take(MaxNames).Select(n => n.Name);
        var table = new Dictionary<string, NameInfo>(StringComparer.Ordinal);
        foreach (var word in names.Concat(common).Concat(places.Keys).Concat(firms).Concat(starts).Concat(stops).Concat(links).Concat(kinds).Distinct(StringComparer.Ordinal))
            table[word] = NameInfo.Of(ForenameLevel(forenames.GetValueOrDefault(word)), SurnameLevel(surnames.GetValueOrDefault(word)), CommonLevel(words.GetValueOrDefault(word), ForenameLevel(forenames.GetValueOrDefault(word)) > 1 ? 4 : 2), places.GetValueOrDefault(word))
                .With(starts.Contains(word), kinds.Contains(word), firms.Contains(word), stops.Contains(word) && !own.Contains(word), links.Contains(word));
        var bytes = NameTable.Write(table, phrases);
        File.WriteAllBytes(DataFolder.Resource("Names.bin"), bytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Count} words, {phrases.Count} names of several words, {bytes.Length} bytes: {table.Values.Count(v => v.Forename > 0)} forenames, {table.Values.Count(v => v.Surname > 0)} surnames, {table.Values.Count(v => v.Place > 1)} places, {table.Values.Count(v => v.Common > 0)} common words"));
    }

    /// <summary>Places and organizations of the project's lists: words with levels, and names of several words.</summary>
    private static (Dictionary<string, int> Places, HashSet<string> Firms, Dictionary<string, byte> Phrases, HashSet<string> Starts) Longer()
    {
        var (places, firms, phrases, starts) = (new Dictionary<string, int>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, byte>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var named = File.ReadLines(DataFolder.List("places.txt")).Where(l => l[0] is '2' or '3').SelectMany(l => l[2..].Split('|').Select(p => (Level: l[0] - '0', Name: p)))
            .Concat(Line("organizations.txt", "o ").Split('|').Select(o => (Level: 0, Name: o)));
        var tokens = new List<NameToken>();
        foreach (var (level, name) in named)
        {
            NameTokens.Read(name, tokens, lookUp: false);
            var parts = tokens.Select(t => Folded(name[t.Start..t.End])).ToList();
            if (parts.Count == 1 && level > 0) places[parts[0]] = Math.Max(level, places.GetValueOrDefault(parts[0]));
            else if (parts.Count == 1) firms.Add(parts[0]);
            else
            {
                phrases[string.Join(' ', parts)] = level > 0 ? NameTable.PlacePhrase : NameTable.FirmPhrase;
                starts.Add(parts[0]);
                if (level > 0) foreach (var part in parts.Where(p => p.Length > 3)) places[part] = Math.Max(1, places.GetValueOrDefault(part));
            }
        }

        return (places, firms, phrases, starts);
    }

    private static string Line(string file, string start) => File.ReadLines(DataFolder.List(file)).First(l => l.StartsWith(start, StringComparison.Ordinal))[start.Length..];

    private static HashSet<string> Set(string words) => new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Folded), StringComparer.Ordinal);

    private static int ForenameLevel(double weight) => weight >= 6 ? 3 : weight >= 3 ? 2 : weight > 0 ? 1 : 0;

    private static int SurnameLevel(double weight) => weight >= 4 ? 3 : weight >= 2 ? 2 : weight > 0 ? 1 : 0;

    /// <summary>A usual forename is met in small letters in chats, too, so a few times do not make it a word.</summary>
    private static int CommonLevel(long count, int least) => count >= 60 ? 3 : count >= 8 ? 2 : count >= least ? 1 : 0;

    /// <summary>Folded forename → weight: logarithm of the count in the United States, and what each further list adds.</summary>
    public static Dictionary<string, double> Forenames()
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(DataFolder.At("name_bias", "data", "names_aggregate_1960_2020.csv")).Skip(1))
        {
            var cells = line.Split(',');
            if (double.TryParse(cells[1], CultureInfo.InvariantCulture, out var count) && count >= 250) Add(weights, cells[0], Math.Log10(count) * 1.4 - 2.5);
        }

        foreach (var line in File.ReadLines(DataFolder.At("names_by_country", "common-forenames-by-country.csv")).Skip(1))
        {
            var cells = line.Split(',');
            foreach (var name in cells[^2..].Select(c => c.Trim('"')).Distinct()) Add(weights, name, 4);
        }

        foreach (var file in (string[])["all.txt", "us.txt", "es.txt"]) foreach (var line in File.ReadLines(DataFolder.At("names_smashew", "first names", file))) Add(weights, line, 1.2);
        foreach (var file in (string[])["female.txt", "male.txt"]) foreach (var line in File.ReadLines(DataFolder.At("names_stdlib", file))) Add(weights, line, 1.5);
        foreach (var name in NamePools.Forenames.Distinct()) Add(weights, name, 4);
        foreach (var name in NamePools.FurtherForenames.Distinct()) Add(weights, name, 3);
        return weights;
    }

    /// <summary>Folded surname → weight: 4 for a common one of some country, and 1 for each list (or 1.5 for the short lists).</summary>
    public static Dictionary<string, double> Surnames()
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(DataFolder.At("names_by_country", "common-surnames-by-country.csv")).Skip(1))
        {
            var cells = line.Split(',');
            foreach (var name in cells[4..6].Select(c => c.Trim('"')).Distinct()) Add(weights, name, 4);
        }

        foreach (var file in Directory.GetFiles(DataFolder.At("names_smashew", "surnames"), "*.txt").Order(StringComparer.Ordinal))
        {
            var country = Path.GetFileNameWithoutExtension(file);
            if (country == "all") continue;
            var weight = country is "us" or "de" or "es" ? 0.9 : country is "ru" or "eus" or "fr" or "pt" or "it" or "il" ? 1.1 : 1.6;
            foreach (var line in File.ReadLines(file)) Add(weights, line, weight);
        }

        foreach (var name in NamePools.Surnames.Distinct()) Add(weights, name, 3);
        foreach (var name in NamePools.FurtherSurnames.Distinct()) Add(weights, name, 2);
        return weights;
    }

    /// <summary>How often a word stands in small letters in running text that is not about persons.</summary>
    private static Dictionary<string, long> CommonWords()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var text in Corpora.RunningTexts()) Count(text, counts, 1);
        // Pairs are few and each stands for much text.
        Count(string.Join(" X\n", Corpora.WordPairs()), counts, 4);
        foreach (var text in TrainingRows.OwnTexts) Count(text, counts, 4);
        foreach (var line in File.ReadLines(DataFolder.List("words.txt")).Where(l => !l.StartsWith('#')))
            foreach (var word in line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('|')) counts[Folded(word)] = Math.Max(OwnWord, counts.GetValueOrDefault(Folded(word)));
        return counts;
    }

    private static void Count(string text, Dictionary<string, long> counts, int weight)
    {
        var tokens = new List<NameToken>();
        NameTokens.Read(text, tokens, lookUp: false);
        // A text without any large letter tells nothing about a word that is written small in it.
        if (NameRuns.Casing(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens)) != 0) return;
        foreach (var token in tokens)
        {
            if (token.Shape != Shape.Lower || token.Gap is Gap.Code or Gap.Quote) continue;
            var word = Folded(text[token.Start..token.End]);
            counts[word] = counts.GetValueOrDefault(word) + weight;
        }
    }

    private static void Add(Dictionary<string, double> weights, string name, double weight)
    {
        // Of a name of several words each is a name of its own.
        foreach (var part in name.Split([' ', '-', '\'', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = Folded(part);
            if (folded.Length >= 2 && folded.All(Fold.IsWord) && weight > 0) weights[folded] = weights.GetValueOrDefault(folded) + weight;
        }
    }

    private static string Folded(string word)
    {
        var folded = new StringBuilder();
        foreach (var c in word)
            if (Fold.Char(c) is not '\0' and var f) folded.Append(f);
        return folded.ToString();
    }
}
