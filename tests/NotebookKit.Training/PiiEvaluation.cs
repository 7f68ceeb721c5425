using System.Globalization;
using System.Text.Json;
using NotebookKit.Anonymizing;

namespace NotebookKit.Training;

/// <summary>Precision, recall, F1 and F2 of the recognizers on texts with known spans. A hit has the same type and, in the first columns, the same
/// offsets; in the next, half of what both cover; in the last, a common character.</summary>
internal static class PiiEvaluation
{
    public static void Print()
    {
        foreach (var file in (string[])["dev_v2", "dev_large"]) Print(file, Rows(DataFolder.At("presidio_split", file + ".json")));
        Print("both", Rows(DataFolder.At("presidio_split", "dev_v2.json")).Concat(Rows(DataFolder.At("presidio_split", "dev_large.json"))));
    }

    private static void Print(string name, IEnumerable<(string Text, List<Span> Gold)> rows)
    {
        var masker = new Anonymizer { Types = EntityTypes.All }.For();
        var scores = new SortedDictionary<string, Counts>(StringComparer.Ordinal);
        foreach (var (text, gold) in rows)
        {
            var found = masker.Find(text);
            foreach (var type in EntityTypes.All)
            {
                var counts = scores.TryGetValue(type, out var known) ? known : scores[type] = new();
                counts.Add([.. gold.Where(s => s.Type == type)], [.. found.Where(s => s.Type == type)]);
            }
        }

        Console.WriteLine($"{name,-14} {"gold",6} {"found",6} | {"exact P",8} {"R",6} {"F1",6} {"F2",6} | {"half P",7} {"R",6} {"F1",6} | {"overlap P",9} {"R",6} {"F1",6} {"F2",6}");
        foreach (var (type, counts) in scores)
            if (counts.Gold > 0 || counts.Found > 0) Console.WriteLine(counts.Row(type));
        Console.WriteLine();
    }

    private static IEnumerable<(string Text, List<Span> Gold)> Rows(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var row in document.RootElement.EnumerateArray())
        {
            var gold = row.GetProperty("spans").EnumerateArray().Select(s => new Span(
                s.GetProperty("start_position").GetInt32(), s.GetProperty("end_position").GetInt32(), s.GetProperty("entity_type").GetString() switch { "GPE" => EntityTypes.Location, "ADDRESS" => EntityTypes.StreetAddress, var type => type! }, 1, "gold")).ToList();
            yield return (row.GetProperty("full_text").GetString()!, gold);
        }
    }

    private sealed class Counts
    {
        private int exact, half, halfGold, overlapFound, overlapGold;

        public int Gold { get; private set; }

        public int Found { get; private set; }

        public void Add(List<Span> gold, List<Span> found)
        {
            Gold += gold.Count;
            Found += found.Count;
            half += found.Count(f => gold.Any(g => NamesEvaluation.Meets(g.Start, g.End, f.Start, f.End)));
            halfGold += gold.Count(g => found.Any(f => NamesEvaluation.Meets(g.Start, g.End, f.Start, f.End)));
            exact += found.Count(f => gold.Any(g => g.Start == f.Start && g.End == f.End));
            overlapFound += found.Count(f => gold.Any(f.Overlaps));
            overlapGold += gold.Count(g => found.Any(g.Overlaps));
        }

        public string Row(string type)
        {
            var (p, r) = (Ratio(exact, Found), Ratio(exact, Gold));
            var (hp, hr) = (Ratio(half, Found), Ratio(halfGold, Gold));
            var (lp, lr) = (Ratio(overlapFound, Found), Ratio(overlapGold, Gold));
            return string.Create(CultureInfo.InvariantCulture,
                $"{type,-14} {Gold,6} {Found,6} | {p,8:F3} {r,6:F3} {F(p, r, 1),6:F3} {F(p, r, 2),6:F3} | {hp,7:F3} {hr,6:F3} {F(hp, hr, 1),6:F3} | {lp,9:F3} {lr,6:F3} {F(lp, lr, 1),6:F3} {F(lp, lr, 2),6:F3}");
        }

        private static double Ratio(int part, int whole) => whole == 0 ? 0 : part / (double)whole;

        private static double F(double p, double r, double beta) => p + r == 0 ? 0 : (1 + (beta * beta)) * p * r / ((beta * beta * p) + r);
    }
}
