namespace NotebookKit.Samples;

/// <summary>A fault that was planted: the row, or the two rows that belong together (the one that was there first in front).</summary>
internal sealed record Planted(params Row[] Rows);

/// <summary>A damaged line that stands in front of a row, the recipe it was damaged by, and the row it was.</summary>
internal sealed record BrokenLine(Row Before, string Text, string Variant, Row Row);

/// <summary>A sample file in the making.</summary>
internal sealed class SampleFile(string name)
{
    private readonly HashSet<Row> taken = [];

    public string Name { get; } = name;

    /// <summary>One sentence about what it shows, for the card.</summary>
    public required string About { get; init; }

    /// <summary>Fields and what they hold, for the card.</summary>
    public required (string Name, string Meaning)[] Fields { get; init; }

    public List<Row> Rows { get; } = [];

    /// <summary>What was planted, by kind.</summary>
    public SortedDictionary<string, List<Planted>> Faults { get; } = new(StringComparer.Ordinal);

    public List<BrokenLine> Broken { get; } = [];

    /// <summary>What stands behind the last line: a record that was cut off.</summary>
    public string CutEnd { get; set; } = "";

    /// <summary>Line numbers of the damaged lines, known when the file is written.</summary>
    public List<int> BrokenLines { get; } = [];

    /// <summary>Rows that are clean: nothing was planted in them, and they are not a planted twin.</summary>
    public IEnumerable<Row> Clean
    {
        get
        {
            var planted = Faults.Where(f => !Kinds.Of(f.Key).IsSound).SelectMany(f => f.Value)
                .SelectMany(p => p.Rows.Length == 1 ? p.Rows : p.Rows[1..]).ToHashSet();
            return Rows.Where(r => !planted.Contains(r));
        }
    }

    /// <summary>Takes recent rows that nothing was planted in yet, in random order; they are not given out again.</summary>
    public List<Row> Take(string kind, int count, Func<Row, bool>? fit = null)
    {
        var rows = Free(kind, fit ?? (_ => true)).Take(count).ToList();
        if (rows.Count < count) throw new InvalidDataException($"{Name}: only {rows.Count} rows are free for {kind}.");
        taken.UnionWith(rows);
        return rows;
    }

    /// <summary>Rows of the last year that nothing was planted in yet, in random order.</summary>
    public List<Row> Free(string kind, Func<Row, bool> fit) =>
        new Draw(Name, kind, "which").Shuffled(Rows.Where(r => !taken.Contains(r) && r.IsRecent && fit(r)));

    public void Note(string kind, params Row[] rows)
    {
        _ = Kinds.Of(kind);
        if (!Faults.TryGetValue(kind, out var list)) Faults[kind] = list = [];
        list.Add(new(rows));
        taken.UnionWith(rows);
    }

    /// <summary>Changes rows of the right shape and notes them.</summary>
    public void Plant(string kind, int count, Action<Row, Draw> change, Func<Row, bool>? fit = null)
    {
        var number = 0;
        foreach (var row in Take(kind, count, fit))
        {
            change(row, new Draw(Name, kind, number++));
            Note(kind, row);
        }
    }
}
