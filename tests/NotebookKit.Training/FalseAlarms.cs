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

    /// <summary>How many rows of sets that hold no or few persons have one masked at the default setting.</summary>
    public static void PrintPersons()
    {
        Persons("gpteacher Codegen", Corpora.Gpteacher("Codegen"));
        Persons("gpteacher Roleplay (has characters with names)", Corpora.Gpteacher("Roleplay"));
        Persons("HWU64 queries (some name a person)", File.ReadLines(DataFolder.At("fewshot_intent_oos", "HWU64", "train", "seq.in")));
        foreach (var intent in (string[])["GetWeather", "BookRestaurant", "AddToPlaylist", "PlayMusic", "RateBook", "SearchCreativeWork", "SearchScreeningEvent"]) Persons("SNIPS " + intent, Corpora.Snips(intent));
        Persons("multidogo turns without a name", Corpora.Multidogo().Where(r => r.Spans.All(s => s.Type != Corpora.Person)).Select(r => r.Text));
    }

    private static void Persons(string name, IEnumerable<string> texts)
    {
        var masker = new Anonymizer { Types = [EntityTypes.Person] }.For();
        int rows = 0, masked = 0;
        foreach (var text in texts)
        {
            rows++;
            if (masker.Find(text).Count > 0) masked++;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {masked} of {rows} rows with a person masked, {1000.0 * masked / rows:F1} per 1,000"));
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
