using System.Globalization;
using System.Text;
using System.Text.Json;
using NotebookKit.Anonymizing;
using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>Derives the table of names: forenames and surnames that several public lists agree on or that are frequent, and common words, with levels.</summary>
internal static class NamesTable
{
    private const int MaxNames = 45_000, MaxWords = 12_000;

    public static void Make()
    {
        var forenames = Forenames();
        var surnames = Surnames();
        var words = CommonWords();
        var common = words.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(MaxWords).Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
        var table = new Dictionary<string, NameInfo>(StringComparer.Ordinal);
        var names = forenames.Keys.Concat(surnames.Keys).Distinct(StringComparer.Ordinal)
            .Select(n => (Name: n, Weight: forenames.GetValueOrDefault(n) + surnames.GetValueOrDefault(n)))
            .OrderByDescending(n => n.Weight).ThenBy(n => n.Name, StringComparer.Ordinal).Take(MaxNames).Select(n => n.Name);
        foreach (var word in names.Concat(common).Distinct(StringComparer.Ordinal))
            table[word] = NameInfo.Of(ForenameLevel(forenames.GetValueOrDefault(word)), SurnameLevel(surnames.GetValueOrDefault(word)), CommonLevel(words.GetValueOrDefault(word)));
        var bytes = NameTable.Write(table);
        File.WriteAllBytes(DataFolder.Resource("Names.bin"), bytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Count} words, {bytes.Length} bytes: {table.Values.Count(v => v.Forename > 0)} forenames, {table.Values.Count(v => v.Surname > 0)} surnames, {table.Values.Count(v => v.Common > 0)} common words"));
    }

    private static int ForenameLevel(double weight) => weight >= 6 ? 3 : weight >= 3 ? 2 : weight > 0 ? 1 : 0;

    private static int SurnameLevel(double weight) => weight >= 4 ? 3 : weight >= 2 ? 2 : weight > 0 ? 1 : 0;

    private static int CommonLevel(long count) => count >= 60 ? 3 : count >= 8 ? 2 : count >= 2 ? 1 : 0;

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
        return counts;
    }

    private static void Count(string text, Dictionary<string, long> counts, int weight)
    {
        var tokens = new List<NameToken>();
        NameTokens.Read(text, tokens, lookUp: false);
        // A text without any large letter tells nothing about a word that is written small in it.
        if (NameModel.Casing(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens)) != 0) return;
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
