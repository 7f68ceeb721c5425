using System.Buffers.Binary;

namespace NotebookKit.Trails;

/// <summary>What a stage changed, row by row, in a few bytes each: which rows, and of each the number of a list of changes that it shares with others.
/// Rows are numbered in the order in which the stage received them.</summary>
public sealed class StageTrail
{
    private readonly IReadOnlyList<TrailPart> parts;

    internal StageTrail(IReadOnlyList<TrailPart> parts, int[] removed, bool follows)
    {
        this.parts = parts;
        Removed = removed;
        Follows = follows;
    }

    /// <summary>Nothing is known.</summary>
    internal static StageTrail None { get; } = new([], [], false);

    /// <summary>How many rows were changed.</summary>
    public int Count => parts.Sum(p => p.Count);

    /// <summary>Bytes that the trail holds beside the lists that rows share.</summary>
    internal long Bytes => parts.Sum(p => (long)p.Data.Length) + (4L * Removed.Length);

    /// <summary>Numbers of the rows that left, in order.</summary>
    internal int[] Removed { get; }

    /// <summary>True where the stage received exactly what the stage before it (or the reader) gave, in that order: only then can a row be
    /// followed through both.</summary>
    internal bool Follows { get; }

    /// <summary>The changed rows in order, each with its changes.</summary>
    internal IEnumerable<(int Row, RowChange[] Changes)> Rows() => parts.SelectMany(p => p.Rows());
}

/// <summary>What a stage changed in one stretch of rows.</summary>
/// <param name="From">Number of the first row.</param>
/// <param name="Count">Changed rows in it.</param>
/// <param name="Data">For each: distance to the row before, number of its list, values.</param>
/// <param name="Lists">The lists, in the order of first use.</param>
/// <param name="Labels">Labels that were changed, in the order of first use.</param>
internal sealed record TrailPart(int From, int Count, byte[] Data, ChangeItem[][] Lists, string?[] Labels)
{
    public IEnumerable<(int Row, RowChange[] Changes)> Rows()
    {
        var (at, row) = (0, From - 1);
        while (at < Data.Length)
        {
            row += 1 + (int)Varint(ref at);
            var list = Lists[Varint(ref at)];
            var changes = new RowChange[list.Length];
            for (var i = 0; i < list.Length; i++) changes[i] = Change(list[i], ref at);
            yield return (row, changes);
        }
    }

    private RowChange Change(ChangeItem item, ref int at) => item.Kind.Values() switch
    {
        ChangeValues.Count => new(item.Kind, item.Name, After: Varint(ref at)),
        ChangeValues.Counts => new(item.Kind, item.Name, Varint(ref at), Varint(ref at)),
        ChangeValues.Numbers => new(item.Kind, item.Name, Number(ref at), Number(ref at)),
        ChangeValues.Labels => new(item.Kind, item.Name, From: Labels[Varint(ref at)], To: Labels[Varint(ref at)]),
        _ => new(item.Kind, item.Name),
    };

    private ulong Varint(ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var one = Data[at++];
            value |= (ulong)(one & 0x7F) << shift;
            if (one < 0x80) return value;
        }
    }

    private double? Number(ref int at)
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(Data.AsSpan(at));
        at += 8;
        return double.IsNaN(value) ? null : value;
    }
}

/// <summary>Writes down what a stage changes in one stretch of rows, on one thread.</summary>
internal sealed class TrailRecorder(int from, TrailLists shared)
{
    private readonly RowDiff diff = new();
    private readonly Dictionary<ChangeItem[], int> lists = new(TrailLists.Comparer);
    private readonly List<ChangeItem[]> order = [];
    private readonly List<string?> labels = [];
    private byte[] data = [];
    private ChangeItem[] probe = [];
    private int length;
    private int last = from - 1;
    private int count;

    /// <summary>Notes a row that was kept and changed.</summary>
    public void Note(int row, Example before, Example after)
    {
        var changes = diff.Of(before, after);
        if (changes.Count == 0) return;
        Varint((ulong)(row - last - 1));
        Varint((ulong)ListOf(changes));
        foreach (var change in changes) Values(change);
        last = row;
        count++;
    }

    /// <summary>What was noted.</summary>
    public TrailPart? Finish() => count == 0 ? null : new(from, count, data.AsSpan(0, length).ToArray(), [.. order], [.. labels]);

    private int ListOf(List<RowChange> changes)
    {
        if (probe.Length != changes.Count) probe = new ChangeItem[changes.Count];
        for (var i = 0; i < probe.Length; i++) probe[i] = new(changes[i].Kind, changes[i].Name);
        if (lists.TryGetValue(probe, out var number)) return number;
        lists.Add(shared.Same(probe), order.Count);
        order.Add(shared.Same(probe));
        return order.Count - 1;
    }

    private void Values(RowChange change)
    {
        switch (change.Kind.Values())
        {
            case ChangeValues.Count:
                Varint((ulong)change.After!.Value);
                break;
            case ChangeValues.Counts:
                Varint((ulong)change.Before!.Value);
                Varint((ulong)change.After!.Value);
                break;
            case ChangeValues.Numbers:
                Number(change.Before);
                Number(change.After);
                break;
            case ChangeValues.Labels:
                Varint(LabelOf(change.From));
                Varint(LabelOf(change.To));
                break;
        }
    }

    private ulong LabelOf(string? label)
    {
        var at = labels.IndexOf(label);
        if (at >= 0) return (ulong)at;
        labels.Add(label);
        return (ulong)labels.Count - 1;
    }

    private void Varint(ulong value)
    {
        Room(10);
        for (; value >= 0x80; value >>= 7) data[length++] = (byte)(value | 0x80);
        data[length++] = (byte)value;
    }

    private void Number(double? value)
    {
        Room(8);
        BinaryPrimitives.WriteDoubleLittleEndian(data.AsSpan(length), value ?? double.NaN);
        length += 8;
    }

    private void Room(int bytes)
    {
        if (length + bytes > data.Length) Array.Resize(ref data, Math.Max(256, data.Length * 2));
    }
}

/// <summary>Lists of changes, one instance for equal ones: a stage changes most rows alike.</summary>
internal sealed class TrailLists
{
    public static readonly IEqualityComparer<ChangeItem[]> Comparer = new ByContent();

    private readonly Dictionary<ChangeItem[], ChangeItem[]> all = new(Comparer);
    private readonly Lock gate = new();

    /// <summary>The one instance that equals the given list; a copy of it where it is the first.</summary>
    public ChangeItem[] Same(ChangeItem[] list)
    {
        lock (gate)
        {
            if (all.TryGetValue(list, out var same)) return same;
            same = [.. list];
            all.Add(same, same);
            return same;
        }
    }

    private sealed class ByContent : IEqualityComparer<ChangeItem[]>
    {
        public bool Equals(ChangeItem[]? left, ChangeItem[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(ChangeItem[] list)
        {
            var hash = list.Length;
            foreach (var (kind, name) in list) hash = (hash * 31) + ((int)kind * 7) + (name is { Length: > 0 } ? name.Length + (name[0] << 8) + (name[^1] << 16) : 0);
            return hash;
        }
    }
}
