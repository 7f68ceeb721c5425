using System.Globalization;
using NotebookKit.Anonymizing;

namespace NotebookKit.Training;

/// <summary>How many rows of clean public sets the second pass would remove after masking, by type.</summary>
internal static class FalseAlarms
{
    public static void Print()
    {
        Print("gpteacher", Corpora.Gpteacher());
        Print("multidogo", Corpora.Multidogo().Select(r => r.Text));
    }

    private static void Print(string name, IEnumerable<string> texts)
    {
        var masker = new Anonymizer().For();
        var check = new ResidualCheck();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int rows = 0, masked = 0, alarms = 0, raw = 0;
        foreach (var text in texts)
        {
            rows++;
            var clean = masker.MaskText(text);
            if (clean != text) masked++;
            var found = check.Find(clean);
            if (found.Count > 0) alarms++;
            if (check.Find(text).Count > 0) raw++;
            foreach (var span in found) counts[span.Recognizer] = counts.GetValueOrDefault(span.Recognizer) + 1;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {rows} rows, {masked} masked, {raw} that the second pass would catch unmasked, {alarms} removed by the second pass ({100.0 * alarms / rows:F2}%): {string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}"))}"));
    }
}
