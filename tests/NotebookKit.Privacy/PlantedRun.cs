using System.Globalization;
using NotebookKit.Anonymizing;
using NotebookKit.Sourcing;

namespace NotebookKit.Privacy;

/// <summary>Plants in the bundled samples (their people are invented), and shows what leaks.</summary>
internal static class PlantedRun
{
    public static void Run(EvaluationArguments asked)
    {
        var data = Sources.Read(Directory.EnumerateFiles(DataFolder.Samples, "*.jsonl").Order(StringComparer.Ordinal));
        var anonymizer = new Anonymizer { Types = EntityTypes.All, Sensitivity = asked.Sensitivity };
        var options = new PlantingOptions { PerType = Math.Min(asked.Rows, 1_000) };
        if (asked.List)
        {
            var masker = anonymizer.For();
            for (var i = 0; i < options.PerType * anonymizer.Types.Count; i++)
            {
                var type = anonymizer.Types[i / options.PerType];
                if (Planting.Of(data.Examples[i % data.Count], type, (ulong)i * 7919, asked.Seed) is not { } planting) continue;
                var masked = masker.Mask(planting.Row);
                if (planting.Left(masked) == 0) continue;
                var texts = planting.Row.Texts.Zip(masked.Texts).Where(t => planting.Telling.Any(w => t.First.Text.Contains(w, StringComparison.OrdinalIgnoreCase)));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{type} {planting.Place} [{string.Join(" ", planting.Telling)}]: …{string.Join(" | ", texts.Select(t => t.Second.Text.Length > 160 ? t.Second.Text[^160..] : t.Second.Text))}").ReplaceLineEndings("⏎"));
            }
        }

        var result = PlantedRecall.Measure(data, anonymizer, options, new() { Seed = asked.Seed });
        Console.WriteLine(result.ToText());
        Console.WriteLine();
        Console.WriteLine(result.ToPlaceTable().ToText());
    }
}
