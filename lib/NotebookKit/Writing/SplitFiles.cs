using System.Text.Json;
using NotebookKit.Display;
using NotebookKit.Formatting;
using NotebookKit.Text;

namespace NotebookKit.Writing;

/// <summary>Writes a file for each split that has rows, in an order keyed by (seed, id, copy), which spreads sources and repeats evenly and
/// does not depend on the order of reading; and for the audit, where each example went.</summary>
internal static class SplitFiles
{
    private const string Purpose = "order";

    private readonly record struct Line(ulong Key, Example Example, int Copy);

    /// <summary>Writes the files; the result has one entry for each split that has rows.</summary>
    public static SortedDictionary<Split, WrittenFile> Write(RunOutput output, string folder, OutputFile rows, Steps steps)
    {
        var formatter = RowFormatter.For(output.Format);
        var written = new SortedDictionary<Split, WrittenFile>();
        foreach (var split in Enum.GetValues<Split>())
        {
            var lines = InOrder(output, split);
            if (lines.Count == 0) continue;
            var name = NameOf(split);
            using var file = new OutputFile(folder, name);
            var number = 0L;
            foreach (var line in lines)
            {
                number++;
                file.WriteRow((formatter, line.Example), static (json, row) => row.formatter.Write(json, row.Example));
                rows.WriteRow((name, number, line), static (json, row) => WritePlace(json, row.name, row.number, row.line));
                steps.Done(1);
            }

            written[split] = file.Finish();
        }

        return written;
    }

    /// <summary><c>train.jsonl</c>.</summary>
    public static string NameOf(Split split) => split.ToString().ToLowerInvariant() + ".jsonl";

    private static List<Line> InOrder(RunOutput output, Split split)
    {
        var lines = new List<Line>();
        foreach (var example in output.Result.Examples)
            if (RunNumbers.SplitOf(example) == split)
                for (var copy = 0; copy < RunNumbers.CopiesOf(example); copy++)
                    lines.Add(new(KeyedRandom.Bits(output.Run.Seed, Purpose, example.Id, (ulong)copy), example, copy));
        lines.Sort(static (a, b) => a.Key.CompareTo(b.Key) is not 0 and var byKey ? byKey
            : string.CompareOrdinal(a.Example.Id, b.Example.Id) is not 0 and var byId ? byId : a.Copy.CompareTo(b.Copy));
        return lines;
    }

    private static void WritePlace(Utf8JsonWriter json, string file, long number, Line line)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteNumber("line", number);
        json.WriteString("id", line.Example.Id);
        json.WriteNumber("copy", line.Copy);
        json.WriteEndObject();
    }
}

/// <summary>Progress of writing: rows done of all rows; stops where the run is cancelled. Thread-safe.</summary>
internal sealed class Steps(RunContext run, long total)
{
    private const int Every = 4096;
    private readonly Lock gate = new();
    private long done;
    private long told = -1;

    public void Done(int steps)
    {
        lock (gate)
        {
            done += steps;
            if (done / Every == told / Every && done < total) return;
            run.Cancel.ThrowIfCancellationRequested();
            told = done;
            run.Progress?.Report(new("Writing", done, total));
        }
    }
}
