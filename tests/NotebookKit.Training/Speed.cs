using System.Diagnostics;
using System.Globalization;
using NotebookKit.Anonymizing;

namespace NotebookKit.Training;

/// <summary>Measures megabytes a second on one core, over chat-like text made of public rows.</summary>
internal static class Speed
{
    public static void Print(int megabytes)
    {
        var pool = Corpora.Multidogo().Select(r => r.Text).Chunk(12).Select(c => string.Join('\n', c)).Concat(Corpora.Gpteacher()).ToArray();
        var texts = new List<string>();
        for (long size = 0, i = 0; size < megabytes * 1_000_000L; i++)
        {
            texts.Add(pool[i * 7919 % pool.Length]);
            size += texts[^1].Length;
        }

        var masker = new Anonymizer().For();
        foreach (var text in pool) _ = masker.MaskText(text);
        foreach (var recognizer in Recognizers.BuiltIn)
        {
            var found = new List<Span>();
            Measure(recognizer.Name, texts, text => recognizer.Find(text, new RecognizerContext(), found));
        }

        // As a masker runs them: one look at numbers and words serves all.
        var structured = Recognizers.BuiltIn.Where(r => r is not SpokenSecretRecognizer && !r.Types.Contains(EntityTypes.Person)).ToArray();
        var spans = new List<Span>();
        Measure("Structured, all", texts, text =>
        {
            var context = new RecognizerContext();
            spans.Clear();
            foreach (var recognizer in structured) recognizer.Find(text, context, spans);
        });
        Measure("Anonymizing, all", texts, text => masker.MaskText(text));
        var check = new ResidualCheck();
        var masked = texts.Select(t => masker.MaskText(t)).ToList();
        Measure("PersonalDataCheck", masked, text => check.Find(text));
    }

    private static void Measure(string name, List<string> texts, Action<string> work)
    {
        // Processor time of one thread, so that a busy machine does not count against it.
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        foreach (var text in texts) work(text);
        process.Refresh();
        var seconds = (process.TotalProcessorTime - before).TotalSeconds;
        var size = texts.Sum(t => (long)t.Length) / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {size / seconds,8:F0} MB/s ({size:F0} MB)"));
    }
}
