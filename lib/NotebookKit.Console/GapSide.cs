using NotebookKit.Anonymizing;
using NotebookKit.Explaining;
using NotebookKit.Sourcing;
using NotebookKit.Text;
using NotebookKit.Writing;

namespace NotebookKit.Console;

/// <summary>One of two sets that are compared: a file of any shape that prepare reads, masked as prepare masks it, or the training rows of a finished run.</summary>
/// <param name="Data">The rows; each once, with its copies as <see cref="Example.Repeat"/>.</param>
/// <param name="File">The file that they were read from.</param>
/// <param name="Rejected">Records of it that could not be read.</param>
internal sealed record GapSide(Dataset Data, string File, long Rejected)
{
    private const string Train = "train.jsonl", Rows = "rows.jsonl";

    /// <summary>Reads a set.</summary>
    /// <param name="path">A file, or the folder of a run.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="reading">How a file is read.</param>
    /// <param name="run">Seed, threads and cancelling.</param>
    /// <exception cref="UsageException">There is no row in it.</exception>
    /// <exception cref="SourceException">The file is missing or cannot be read.</exception>
    /// <exception cref="RunFolderException">The folder is not one of a run, or its audit is damaged.</exception>
    public static GapSide Read(string path, string name, SourcingOptions reading, RunContext run) =>
        Directory.Exists(path) ? OfRun(RunFolder.Open(path), name, run) : OfFile(path, name, reading, run);

    private static GapSide OfFile(string path, string name, SourcingOptions reading, RunContext run)
    {
        var read = Sources.Read([path], reading, run);
        NotEmpty(read, path, name);
        // A name that is masked in one set and not in the other would give it away, and a term of three people may be a name.
        var data = new Identity().Apply(read, run).Kept.Apply(new Anonymizer(), run).Kept;
        return new(data, path, read.History.Rejected.Count);
    }

    private static GapSide OfRun(RunFolder folder, string name, RunContext run)
    {
        var path = Path.Combine(folder.Path, Train);
        if (!System.IO.File.Exists(path)) throw new UsageException($"The run '{folder.Path}' has no {Train}: no row of it is for training.");
        var read = Sources.Read([path], new(), run);
        NotEmpty(read, path, name);
        var ids = IdsOf(folder);
        var rows = new List<Example>();
        foreach (var copies in read.Examples.GroupBy(e => ids.GetValueOrDefault(e.Position.Line, FormattableString.Invariant($"{Train}:{e.Position.Line}")), StringComparer.Ordinal))
            rows.Add(copies.First() with { Id = copies.Key, Repeat = copies.Count(), IsAnonymized = true });
        return new(Dataset.Of(rows), path, read.History.Rejected.Count);
    }

    /// <summary>The ids of training lines; none where the audit was not handed over.</summary>
    private static Dictionary<long, string> IdsOf(RunFolder folder)
    {
        var path = folder.AuditPath(Rows);
        var ids = new Dictionary<long, string>();
        if (!System.IO.File.Exists(path)) return ids;
        foreach (var (line, row) in JsonFields.Lines(path))
        {
            if (row.Text("file") != Train) continue;
            ids[row.Whole("line")] = row.Text("id") ?? throw JsonFields.Damaged(path, line, "an id");
        }

        return ids;
    }

    private static void NotEmpty(Dataset read, string path, string name)
    {
        if (read.Count > 0) return;
        var rejected = read.History.Rejected;
        throw new UsageException(rejected.Count == 0
            ? $"'{path}' holds no row; there is nothing to compare.{string.Concat(read.History.Inputs.SelectMany(i => i.Findings).Take(1).Select(f => " " + f.Text))}"
            : $"'{path}' holds no row that can be read ({Numbers.Count(rejected.Count, "record was", "records were")} rejected; the first: {Terminal.Clean(rejected[0].Reason)}). Say how to read it with --{name}-map or --{name}-read-as.");
    }
}
