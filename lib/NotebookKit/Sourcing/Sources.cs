namespace NotebookKit.Sourcing;

/// <summary>Reads what apps store into examples. Every record is accounted for: it becomes an example, is joined to one, or is rejected.</summary>
public static class Sources
{
    /// <summary>The <see cref="Example.Generator"/> of an answer that a model wrote whose name was not logged.</summary>
    public const string UnknownModel = "unknown-model";

    /// <summary>Reads files: JSON Lines, JSON, CSV or TSV, plain or gzip, UTF-8 or UTF-16 with a byte order mark.</summary>
    /// <param name="paths">The files. Their order decides the order of examples and nothing else.</param>
    /// <param name="options">How to read them; null for the defaults.</param>
    /// <param name="run">Threads, key, progress, cancellation; null for the defaults.</param>
    /// <returns>The examples, with one <see cref="InputReport"/> for each file and the rejected records in <see cref="Dataset.History"/>.</returns>
    /// <exception cref="SourceException">A file is missing, is a folder or cannot be read; nothing was read then.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Dataset Read(IEnumerable<string> paths, SourcingOptions? options = null, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        options ??= new();
        run ??= new RunContext();
        var files = new List<string>();
        var twice = new HashSet<string>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var path in paths)
        {
            // Everything is opened once before anything is read: a misspelt name shows at once, not after an hour.
            using (var stream = InputFile.OpenStream(path)) total += stream.Length;
            if (files.Exists(f => SameFile(f, path))) twice.Add(files.Find(f => SameFile(f, path))!);
            else files.Add(path);
        }

        var done = 0L;
        var inputs = new List<ReadInput>(files.Count);
        foreach (var path in files)
        {
            var last = 0L;
            var input = new InputReader(path, inputs.Count, options, run, bytes => Report(run, done + (last = Math.Max(last, bytes)), total)).Read();
            if (twice.Contains(path)) input.Findings.Add(new(Severity.Warning, InputFindings.GivenTwice, "The file was given twice; it was read once."));
            inputs.Add(input);
            done += last;
        }

        var data = Assembly.Run(inputs, SourceNames.Of(files), options, run);
        run.Progress?.Report(new("Sourcing", total, total));
        return data;
    }

    private static bool SameFile(string first, string second) => string.Equals(Path.GetFullPath(first), Path.GetFullPath(second), StringComparison.Ordinal);

    private static void Report(RunContext run, long done, long total) => run.Progress?.Report(new("Sourcing", Math.Min(done, total), total));
}
