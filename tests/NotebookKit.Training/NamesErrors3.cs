using System.Text.Json;
using NotebookKit.Anonymizing;
namespace NotebookKit.Training;
internal static class NamesConfusion
{
    public static void Print()
    {
        foreach (var sens in (Sensitivity[])[Sensitivity.Balanced, Sensitivity.RecallFirst])
        {
            var m = new Anonymizer { Types = EntityTypes.All, Sensitivity = sens }.For();
            var c = new SortedDictionary<string, int>();
            foreach (var file in (string[])["dev_v2", "dev_large"])
            {
                using var document = JsonDocument.Parse(File.ReadAllBytes(DataFolder.At("presidio_split", file + ".json")));
                foreach (var row in document.RootElement.EnumerateArray())
                {
                    var gold = row.GetProperty("spans").EnumerateArray().Select(s => (S: s.GetProperty("start_position").GetInt32(), E: s.GetProperty("end_position").GetInt32(), T: s.GetProperty("entity_type").GetString()!)).ToList();
                    var found = m.Find(row.GetProperty("full_text").GetString()!);
                    foreach (var g in gold) { var f = found.Where(f => f.Start < g.E && g.S < f.End).Select(f => f.Type).Distinct().Order(); var k = $"gold {g.T} -> {string.Join("+", f)}"; c[k] = c.GetValueOrDefault(k) + 1; }
                    foreach (var f in found.Where(f => !gold.Any(g => f.Start < g.E && g.S < f.End))) { var k = $"{file} nothing -> {f.Type} {f.Recognizer}"; c[k] = c.GetValueOrDefault(k) + 1; }
                }
            }
            Console.WriteLine(sens);
            foreach (var (k, v) in c) if (v > 2) Console.WriteLine($"  {v} {k}");
        }
    }
}
