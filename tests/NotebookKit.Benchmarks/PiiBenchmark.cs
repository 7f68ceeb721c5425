using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NotebookKit.Anonymizing;

namespace NotebookKit.Benchmarks;

/// <summary>Megabytes of chat text a second on one core, by kinds of personal data, for each recognizer, for the second pass, and for texts made to be slow. Processor time
/// is told, because it stays the same on a busy machine; counts of finds show that the work was done.</summary>
internal static class PiiBenchmark
{
    private const int Hostile = 10_000_000;

    /// <summary>Rounds go on for so long, and so many after the best one: the just-in-time compiler works in the background for a while, on this process's time. What uses all recognizers has more to be compiled.</summary>
    private const int Seconds = 2, SecondsOfAll = 6, Steady = 20;

    private static readonly string[] Structured = [.. EntityTypes.Default.Except([EntityTypes.Person, EntityTypes.StreetAddress, EntityTypes.UserName])];

    public static void Run(int megabytes)
    {
        var texts = PublicTexts.Chat(megabytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} chat texts, {Megabytes(texts):F1} MB of UTF-8, one thread, rounds until none is faster"));
        var found = new List<Span>();
        foreach (var recognizer in Recognizers.BuiltIn)
            Measure(recognizer.Name, texts, text =>
            {
                found.Clear();
                recognizer.Find(text, new RecognizerContext(), found);
                return found.Count;
            });

        var normal = Mask("structured types", new() { Types = Structured }, texts);
        var all = Mask("default types", new(), texts);
        Mask("all types", new() { Types = EntityTypes.All }, texts);
        var (masker, check) = (new Anonymizer().For(), new ResidualCheck());
        Measure("second pass", [.. texts.Select(t => masker.MaskText(t))], text => check.Find(text).Count);
        Peer(texts, normal);
        foreach (var (name, part) in new[] { ("a@a@…", "a@"), ("[[[…", "["), ("((…))", "()"), ("digits", "1"), ("+1 2 3 …", "+1 2 3 "), ("1-1-…", "1-"), ("a.a.…", "a."), ("://", "://"), ("Password …", "Password "), ("pw:a1 …", "pw:a1 ") })
        {
            var slow = Measure(name, [string.Concat(Enumerable.Repeat(part, Hostile / part.Length))], text => masker.MaskText(text).Length == text.Length ? 0 : 1, seconds: 0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",-20} {all / slow,8:F2} × the time of chat text a byte"));
        }
    }

    /// <summary>Writes what each recognizer finds in mixed public texts, to be compared before and after a change that must change nothing.</summary>
    public static void WriteFinds(string path)
    {
        var (texts, finds) = (0, 0);
        using (var file = new StreamWriter(path, false, new UTF8Encoding(false)))
        {
            var found = new List<Span>();
            foreach (var text in PublicTexts.Mixed())
            {
                var context = new RecognizerContext();
                foreach (var recognizer in Recognizers.BuiltIn)
                {
                    found.Clear();
                    recognizer.Find(text, context, found);
                    if (found.Count > 0) file.WriteLine($"{recognizer.Name} {texts} {string.Join(' ', found.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}-{s.End}-{s.Score}")).Order(StringComparer.Ordinal))}");
                    finds += found.Count;
                }

                texts++;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{finds} finds in {texts} texts, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..16]}"));
    }

    private static double Mask(string name, Anonymizer options, List<string> texts)
    {
        var masker = options.For();
        return Measure(name, texts, text => masker.Find(text).Count, SecondsOfAll);
    }

    /// <summary>Presidio's pattern recognizers over some of the same rows, where its driver and a checkout are there.</summary>
    private static void Peer(List<string> texts, double ours)
    {
        var driver = Path.Combine(PublicTexts.Folder, "..", "peers", "pii_presidio.py");
        if (Environment.GetEnvironmentVariable("PEERS") is not { Length: > 0 } peers || !Directory.Exists(Path.Combine(peers, "presidio")) || !File.Exists(driver)) return;
        var folder = Directory.CreateTempSubdirectory("notebookkit-peer");
        try
        {
            var input = Path.Combine(folder.FullName, "rows.jsonl");
            File.WriteAllLines(input, texts.Take(1500).Select((t, i) => JsonSerializer.Serialize(new { id = i, text = t })));
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [driver, input, Path.Combine(folder.FullName, "out.jsonl")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            if (process.ExitCode != 0 || lines.Length == 0)
            {
                Console.WriteLine($"Presidio did not run: {errors.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()}");
                return;
            }

            using var result = JsonDocument.Parse(lines[^1]);
            var analyze = result.RootElement.GetProperty("stages").EnumerateObject().First().Value.GetDouble();
            var speed = result.RootElement.GetProperty("mb").GetDouble() / analyze;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"Presidio's patterns",-20} {speed,8:F3} MB/s, {result.RootElement.GetProperty("found").GetInt32()} finds; structured types here: {ours / speed:F0} × as fast"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Measure(string name, IReadOnlyList<string> texts, Func<string, int> work, int seconds = Seconds)
    {
        var (best, finds) = (TimeSpan.MaxValue, 0L);
        var watch = Stopwatch.StartNew();
        for (var since = 0; best == TimeSpan.MaxValue || (seconds > 0 && (since < Steady || watch.Elapsed.TotalSeconds < seconds)); since++)
        {
            finds = 0;
            var before = Environment.CpuUsage.TotalTime;
            foreach (var text in texts) finds += work(text);
            var used = Environment.CpuUsage.TotalTime - before;
            if (used >= best) continue;
            // A hair faster is noise.
            if (used < best * 0.99) since = 0;
            best = used;
        }

        var speed = Megabytes(texts) / best.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {speed,8:F1} MB/s {finds,8} finds"));
        return speed;
    }

    private static double Megabytes(IEnumerable<string> texts) => texts.Sum(t => (long)Encoding.UTF8.GetByteCount(t)) / 1e6;
}
