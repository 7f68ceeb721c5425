using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NotebookKit.Anonymizing;
using NotebookKit.Display;
using NotebookKit.Display.Charts;
using NotebookKit.Outliers;
using NotebookKit.Sourcing;
using NotebookKit.Text;

namespace NotebookKit.Console;

/// <summary>The command behind <c>notebooks/scripts/detect.cs</c>: which rows do not belong to those that are known?</summary>
public static class DetectCommand
{
    /// <summary>One known row in so many is not learned from: where normal ends is told from these.</summary>
    private const int HeldBackOne = 5;

    private const string Name = "detect";

    private const string Help = """
        Which rows do not belong to those I know?

        Usage:
          dotnet run notebooks/scripts/detect.cs -- KNOWN... --rows FILE [options]
          dotnet run notebooks/scripts/detect.cs -- KNOWN... --save FILE
          dotnet run notebooks/scripts/detect.cs -- --detector FILE --limit NUMBER --rows FILE [options]

          KNOWN are files of rows that belong, in any shape that prepare reads. Labels are learned where they are there.
          All rows are masked as prepare masks them before anything looks at them.

        Options:
          --rows FILE         the rows to be judged
          --background FILE   rows that do not belong, or of which only some do
          --share SHARE       share of normal rows that may be called strange; default 0.02
          --save FILE         keep the detector: ids, labels, hashes and vectors of known rows, no text
          --detector FILE     a detector that was kept, in place of KNOWN
          --limit NUMBER      with --detector: the score above which a row is strange
          --out FILE          write the strange rows as JSON lines: id, score, nearest known rows; no text
          --html FILE         write a page: scores, strange rows, nearest known rows, words
          --seed N            default 1
          --help              show this

        Exit codes:
          0   judged, or saved
          1   a file cannot be written
          2   wrong arguments, or a file that cannot be used

        """;

    /// <summary>Runs the command with the process's streams.</summary>
    /// <param name="args">What stands behind <c>--</c>.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Run(Terminal.OfProcess(), args);
    }

    internal static int Run(Terminal terminal, IReadOnlyList<string> args) => QuestionCommand.Guarded(terminal, Name, () =>
    {
        var (plain, options) = QuestionCommand.Split(args, ["--rows", "--background", "--share", "--save", "--detector", "--limit", "--out", "--html", "--seed"], ["--help"]);
        if (options.ContainsKey("--help"))
        {
            terminal.Block(Help.ReplaceLineEndings("\n"));
            return QuestionCommand.Done;
        }

        Check(plain, options);
        var run = new RunContext { Seed = options.TryGetValue("--seed", out var seed) ? Number<ulong>("--seed", seed, "a whole number") : 1 };
        // Read first: a slip in a name should not cost the time of fitting.
        var judged = options.TryGetValue("--rows", out var rows) ? Read(terminal, [rows], run) : null;
        var (detector, decision, heldBack) = plain.Count == 0 ? Loaded(options) : Fitted(terminal, plain, options, run);
        if (options.TryGetValue("--save", out var file)) Save(terminal, detector, decision, file);
        if (judged is not null) Judge(terminal, detector, decision, heldBack, judged, options, run);
        return QuestionCommand.Done;
    });

    private static void Check(List<string> plain, Dictionary<string, string> options)
    {
        if (plain.Count > 0 == options.ContainsKey("--detector")) throw new UsageException("Give files of rows that belong, or --detector with one that was kept: detect -- tickets.jsonl --rows today.jsonl.");
        if (!options.ContainsKey("--rows") && !options.ContainsKey("--save")) throw new UsageException("--rows is missing: the file of the rows to be judged (or --save, to keep the detector only).");
        if (options.ContainsKey("--detector") != options.ContainsKey("--limit")) throw new UsageException("--detector and --limit belong together: the limit was printed when the detector was saved.");
        if (options.ContainsKey("--detector") && options.Keys.FirstOrDefault(k => k is "--background" or "--share" or "--save") is { } other) throw new UsageException($"{other} has no use with --detector: it is there when a detector is fitted.");
        if (!options.ContainsKey("--rows") && options.Keys.FirstOrDefault(k => k is "--out" or "--html") is { } page) throw new UsageException($"{page} needs --rows.");
    }

    private static (FittedDetector Detector, OutlierDecision Decision, double[] HeldBack) Loaded(Dictionary<string, string> options)
    {
        var limit = Number<double>("--limit", options["--limit"], "a number");
        return (FittedDetector.Load(options["--detector"]), new(limit, $"the limit {Numbers.Value(limit)}", 0), []);
    }

    private static (FittedDetector Detector, OutlierDecision Decision, double[] HeldBack) Fitted(Terminal terminal, List<string> files, Dictionary<string, string> options, RunContext run)
    {
        var share = options.TryGetValue("--share", out var text) ? Number<double>("--share", text, "a share between 0 and 1") : OutlierDecision.UsualShare;
        if (!(share is > 0 and < 1)) throw new UsageException($"--share: {text} is not between 0 and 1.");
        var known = Read(terminal, files, run);
        var background = options.TryGetValue("--background", out var other) ? Read(terminal, [other], run) : null;
        // By content: the same rows are held back in whatever order they come, and no text is on both sides.
        var parts = known.Examples.ToLookup(e => StableHash.Combine(StableHash.Of(e.Input), run.Seed) % HeldBackOne == 0);
        FittedDetector detector;
        try
        {
            detector = new EnsembleDetector { Background = background }.Fit(Dataset.Of(parts[false]), run);
        }
        catch (ArgumentException error)
        {
            throw new BadInputException($"Nothing can be learned from the known rows: {error.Message.Split(" (Parameter", 2)[0]}", error);
        }

        var heldBack = detector.Score([.. parts[true].Where(e => e.Input.Any(char.IsLetter))], run);
        var decision = OutlierDecision.Conformal(heldBack, share);
        if (double.IsPositiveInfinity(decision.Limit))
            throw new BadInputException($"Only {Terminal.Some(heldBack.Length, "known row")} could be held back to say where normal ends, and a share of {Numbers.Value(share)} needs {Terminal.Count((long)Math.Ceiling(1 / share) - 1)}: give more known rows, or a larger --share.");
        terminal.Line($"Learned from {Terminal.Some(parts[false].Count(), "known row")}; by {Terminal.Count(heldBack.Length)} others normal ends at {Limit(decision)} ({decision.Rule}).");
        return (detector, decision, heldBack);
    }

    /// <summary>Rows as the anonymizer leaves them: a detector keeps words of what it learns from.</summary>
    private static Dataset Read(Terminal terminal, IReadOnlyList<string> files, RunContext run)
    {
        var read = Sources.Read(files, run: run);
        foreach (var input in read.History.Inputs.Where(i => i.Rejected > 0))
            terminal.Line($"{input.File}: {Terminal.Some(input.Rejected, "record")} could not be read and {(input.Rejected == 1 ? "is" : "are")} left out.");
        if (read.Count == 0) throw new BadInputException($"No row could be read from {string.Join(", ", files)}.");
        return new Anonymizer().Apply(read, run).Kept;
    }

    private static void Save(Terminal terminal, FittedDetector detector, OutlierDecision decision, string file)
    {
        if (Directory.Exists(file)) throw new UsageException($"--save: '{file}' is a folder; give a file.");
        detector.Save(file);
        terminal.Line($"Saved: {Path.GetFullPath(file)}. To use it: detect -- --detector {file} --limit {Limit(decision)} --rows FILE, or prepare -- FILE --detector {file} --set outlier-filter.maxDetector={Limit(decision)}");
    }

    private static void Judge(Terminal terminal, FittedDetector detector, OutlierDecision decision, double[] heldBack, Dataset rows, Dictionary<string, string> options, RunContext run)
    {
        var scores = detector.Score(rows.Examples, run);
        var odd = scores.Count(decision.IsOdd);
        var table = detector.ToFlaggedTable(rows, scores, decision);
        terminal.Line($"{Terminal.Count(odd)} of {Terminal.Some(rows.Count, "row")} {(odd == 1 ? "is" : "are")} strange ({(100.0 * odd / rows.Count).ToString("0.#", CultureInfo.InvariantCulture)}%).");
        if (odd > 0)
            foreach (var line in table.ToText().Split('\n')) terminal.Line(line);
        if (options.TryGetValue("--out", out var file))
        {
            if (Directory.Exists(file)) throw new UsageException($"--out: '{file}' is a folder; give a file.");
            WriteStrange(file, detector, FittedDetector.Strangest(rows, scores, decision), rows, run);
            terminal.Line($"Strange rows: {Path.GetFullPath(file)}");
        }

        if (!options.TryGetValue("--html", out var page)) return;
        List<NumberSeries> series = heldBack.Length > 0 ? [new("known, held back", heldBack), new("judged", scores)] : [new("judged", scores)];
        QuestionCommand.WritePage(page, $"{Terminal.Count(odd)} of {Terminal.Some(rows.Count, "row")} strange", [Chart.Histogram("How strange rows are", series, new() { XTitle = "score (higher is stranger)" }), table]);
        terminal.Line($"Page: {new Uri(Path.GetFullPath(page)).AbsoluteUri}");
    }

    /// <summary>The strangest first; no text of rows.</summary>
    private static void WriteStrange(string file, FittedDetector detector, int[] strange, Dataset rows, RunContext run)
    {
        using var stream = File.Create(file);
        // As many at a time as are worth the threads; never all.
        foreach (var some in strange.Chunk(4096))
            foreach (var part in Chunks.Run(some.Length, run, (from, to) => Lines(detector, some[from..to], rows))) stream.Write(part);
    }

    private static byte[] Lines(FittedDetector detector, int[] places, Dataset rows)
    {
        using var lines = new MemoryStream();
        foreach (var example in places.Select(p => rows.Examples[p]))
        {
            var why = detector.Explain(example, 3);
            using (var json = new Utf8JsonWriter(lines, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("id", example.Id);
                json.WriteNumber("score", Math.Round(why.Score, 6));
                if (why.Label is { } label) json.WriteString("nearestLabel", label);
                json.WriteStartArray("nearest");
                foreach (var near in why.Neighbours)
                {
                    json.WriteStartObject();
                    json.WriteString("id", near.Id);
                    json.WriteNumber("similarity", Math.Round(near.Similarity, 6));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    // To be given again as text: six digits, rounded up so that no row that was normal is strange by rounding.
    private static string Limit(OutlierDecision decision) => (Math.Ceiling(decision.Limit * 1e6) / 1e6).ToString("0.######", CultureInfo.InvariantCulture);

    private static T Number<T>(string option, string text, string what)
        where T : struct, IParsable<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out var value) && (value is not double number || double.IsFinite(number)) ? value : throw new UsageException($"{option}: '{text}' is not {what}.");
}
