using System.Globalization;
using NotebookKit.Anonymizing;

namespace NotebookKit.Privacy;

/// <summary>How often clean rows are touched, with the options that a run has when nothing is said (or another sensitivity).</summary>
internal static class Alarms
{
    /// <summary>Alarms in a thousand rows that are aimed at.</summary>
    private const double Target = 2;

    /// <summary>Prints the counts; returns the exit code: 1 above the target.</summary>
    public static int Run(EvaluationArguments asked)
    {
        var masker = new Anonymizer { Sensitivity = asked.Sensitivity }.For();
        var sources = new List<(string Name, int Rows, int Touched, SortedDictionary<string, int> Types)>();
        foreach (var source in CleanRows.Draw(asked.Rows, asked.Seed).GroupBy(r => r.Source))
        {
            var types = new SortedDictionary<string, int>(StringComparer.Ordinal);
            int rows = 0, touched = 0;
            foreach (var row in source)
            {
                rows++;
                var found = masker.Find(row.Text);
                if (found.Count > 0) touched++;
                foreach (var span in found)
                {
                    types[span.Type] = types.GetValueOrDefault(span.Type) + 1;
                    if (asked.List) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Source} {row.Id}: {span.Type} {span.Score:0.00} {span.Recognizer}: {Around(row.Text, span)}"));
                }
            }

            sources.Add((source.Key, rows, touched, types));
        }

        if (asked.List) Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"source",-12} {"rows",7} {"touched",8} {"alarms",7} {"per 1,000 rows",15}  by type"));
        foreach (var (name, rows, touched, types) in sources) Line(name, rows, touched, types);
        var all = new SortedDictionary<string, int>(StringComparer.Ordinal);
        sources.RemoveAll(s => s.Name.EndsWith('*'));
        foreach (var (type, count) in sources.SelectMany(s => s.Types)) all[type] = all.GetValueOrDefault(type) + count;
        var total = sources.Sum(s => s.Rows);
        Line("all clean", total, sources.Sum(s => s.Touched), all);
        var (before, (changed, kinds)) = Earlier(masker, asked);
        Line("earlier rule", before, changed, kinds);
        var rate = 1000.0 * all.Values.Sum() / total;
        Console.WriteLine("* rows that may hold invented people by their set's own making; not in the line of all clean ones");
        Console.WriteLine("earlier rule: queries with usual forenames among the clean rows, as they once were");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"target: at most {Target} alarms in 1,000 rows; {(rate <= Target ? "reached" : "not reached")}"));
        return rate <= Target ? 0 : 1;
    }

    /// <summary>The same count with queries that name people among the clean rows.</summary>
    private static (int Rows, (int Touched, SortedDictionary<string, int> Types) Found) Earlier(Masker masker, EvaluationArguments asked)
    {
        var types = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int rows = 0, touched = 0;
        foreach (var row in CleanRows.Draw(asked.Rows, asked.Seed, withoutForenames: false).Where(r => !r.Disputed))
        {
            rows++;
            var found = masker.Find(row.Text);
            if (found.Count > 0) touched++;
            foreach (var span in found) types[span.Type] = types.GetValueOrDefault(span.Type) + 1;
        }

        return (rows, (touched, types));
    }

    private static void Line(string name, int rows, int touched, SortedDictionary<string, int> types) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-12} {rows,7} {touched,8} {types.Values.Sum(),7} {1000.0 * types.Values.Sum() / rows,15:F1}  {string.Join(", ", types.OrderByDescending(t => t.Value).Select(t => $"{t.Key} {t.Value}"))}"));

    private static string Around(string text, Span span)
    {
        var (start, end) = (Math.Max(0, span.Start - 30), Math.Min(text.Length, span.End + 30));
        return $"{text[start..span.Start]}»{text[span.Start..span.End]}«{text[span.End..end]}".ReplaceLineEndings("⏎");
    }
}
