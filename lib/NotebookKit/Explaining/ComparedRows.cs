using System.Globalization;
using System.Text.Json;
using NotebookKit.Writing;

namespace NotebookKit.Explaining;

/// <summary>A row as comparing needs it.</summary>
/// <param name="Hash">Hash of what it says; 0 where it left.</param>
/// <param name="Split">Its split; null where it left.</param>
/// <param name="Label">Number of its label.</param>
/// <param name="Source">Number of its source.</param>
/// <param name="Exit">Number of the stage and reason by which it left; −1 where it was kept.</param>
internal readonly record struct ComparedRow(ulong Hash, Split? Split, int Label, int Source, int Exit);

/// <summary>All rows of a folder, as small as comparing allows.</summary>
internal sealed class ComparedRows
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    /// <summary>Rows by id, in the order they were read.</summary>
    public Dictionary<string, ComparedRow> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of kept rows by the hash of what they say; of rows that say the same the first.</summary>
    public Dictionary<ulong, string> ByHash { get; } = [];

    /// <summary>Hashes of the rows of train.</summary>
    public Dictionary<ulong, string> Train { get; } = [];

    /// <summary>Kept rows in each split.</summary>
    public SortedDictionary<Split, long> Splits { get; } = [];

    /// <summary>How many were kept.</summary>
    public long Kept => Splits.Values.Sum();

    public string NameOf(int number) => names[number];

    public static ComparedRows Of(RunFolder folder)
    {
        var all = new ComparedRows();
        var trail = folder.Trail();
        foreach (var (line, row) in JsonFields.Lines(folder.AuditPath(TrailFile.FileName)))
        {
            if (line == 1 || row.Text("id") is not { } id) continue;
            if (!all.Rows.TryAdd(id, all.Row(row, trail, folder, line))) throw JsonFields.Damaged(folder.AuditPath(TrailFile.FileName), line, $"the id '{id}' is there twice");
        }

        foreach (var (id, row) in all.Rows)
        {
            if (row.Split is not { } split) continue;
            all.Splits[split] = all.Splits.GetValueOrDefault(split) + 1;
            all.ByHash.TryAdd(row.Hash, id);
            if (split == Split.Train) all.Train.TryAdd(row.Hash, id);
        }

        return all;
    }

    private ComparedRow Row(JsonElement row, TrailReader trail, RunFolder folder, long line)
    {
        var (label, source) = (NumberOf(row.Text("label") ?? "(none)"), NumberOf(row.Text("source") ?? "(none)"));
        if (row.TryGetProperty("gone", out var gone))
        {
            if (gone.ValueKind != JsonValueKind.Array || gone.GetArrayLength() < 2 || !gone[0].TryGetInt32(out var stage) || stage < 0 || stage >= trail.Stages.Count)
                throw JsonFields.Damaged(folder.AuditPath(TrailFile.FileName), line, "the field 'gone' was expected in its form");
            return new(0, null, label, source, NumberOf($"{trail.Stages[stage]}\t{gone[1].AsText()}"));
        }

        if (!ulong.TryParse(row.Text("hash"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash))
            throw JsonFields.Damaged(folder.AuditPath(TrailFile.FileName), line, "the field 'hash' was expected");
        return new(hash, row.Text("split") switch { "test" => Split.Test, "validation" => Split.Validation, _ => Split.Train }, label, source, -1);
    }

    private int NumberOf(string name)
    {
        if (numbers.TryGetValue(name, out var number)) return number;
        numbers[name] = number = names.Count;
        names.Add(name);
        return number;
    }
}
