using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>Forenames and surnames by origin, from the lists of this project, in two parts: made-up sentences for training take names of the one part only, the
/// comparison of origins takes names of the other.</summary>
internal static class NamePools
{
    /// <summary>Part of the names that no made-up training sentence has.</summary>
    private const double TestPart = 1 / 3.0;

    private static readonly IReadOnlyDictionary<string, (string[] Forenames, string[] Surnames)> Lists = Read("names.txt"), Further = Read("names-more.txt");

    public static IEnumerable<string> Groups => Lists.Keys.Order(StringComparer.Ordinal);

    public static IEnumerable<string> Forenames => Lists.Values.SelectMany(l => l.Forenames);

    public static IEnumerable<string> Surnames => Lists.Values.SelectMany(l => l.Surnames);

    public static IEnumerable<string> FurtherForenames => Further.Values.SelectMany(l => l.Forenames);

    public static IEnumerable<string> FurtherSurnames => Further.Values.SelectMany(l => l.Surnames);

    /// <summary>Names of further countries and languages, without those for the test.</summary>
    public static IReadOnlyList<(string[] Forenames, string[] Surnames)> More() =>
        [.. Further.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Value.Forenames.Where(n => !IsForTest(n)).ToArray(), g.Value.Surnames.Where(n => !IsForTest(n)).ToArray()))];

    public static bool IsForTest(string name) => KeyedRandom.Unit(11, "name-split", name.ToUpperInvariant()) < TestPart;

    public static (string[] Forenames, string[] Surnames) Of(string group, bool test) =>
        ([.. Lists[group].Forenames.Where(n => IsForTest(n) == test)], [.. Lists[group].Surnames.Where(n => IsForTest(n) == test)]);

    /// <summary>Names of each country of the public lists, in local and romanized spelling, without those for the test.</summary>
    public static IReadOnlyList<(string[] Forenames, string[] Surnames)> Countries()
    {
        var forenames = Column("common-forenames-by-country.csv", 10, 11);
        var surnames = Column("common-surnames-by-country.csv", 4, 5);
        return [.. forenames.Keys.Where(surnames.ContainsKey).Order(StringComparer.Ordinal).Select(c => (forenames[c], surnames[c])).Where(c => c.Item1.Length > 3 && c.Item2.Length > 3)];
    }

    private static Dictionary<string, string[]> Column(string file, int local, int romanized) =>
        File.ReadLines(DataFolder.At("names_by_country", file)).Skip(1).Select(line => line.Split(',')).Where(c => c.Length > romanized)
            .GroupBy(c => c[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.SelectMany(c => (string[])[c[local].Trim('"'), c[romanized].Trim('"')]).Where(n => n.Length > 1 && char.IsUpper(n[0]) && !IsForTest(n)).Distinct().Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    private static Dictionary<string, (string[], string[])> Read(string file)
    {
        var lists = new Dictionary<string, (string[] F, string[] S)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(DataFolder.List(file)))
        {
            if (line.StartsWith('#')) continue;
            var cells = line.Split(' ', 3);
            var names = cells[2].Split('|').Distinct().ToArray();
            var known = lists.GetValueOrDefault(cells[0]);
            lists[cells[0]] = cells[1] == "f" ? (names, known.S) : (known.F, names);
        }

        return lists;
    }
}
