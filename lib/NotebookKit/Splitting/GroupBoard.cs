namespace NotebookKit.Splitting;

/// <summary>Deals whole groups out to splits so that each split gets its ratio of every class. Large groups first, in keyed order within one size;
/// each goes where the squared error against the ratio of <i>what was dealt so far</i> rises least, so every size of group is spread, not
/// only the small ones at the end. Then groups move while the squared error against the whole falls.</summary>
internal sealed class GroupBoard
{
    private const int MaxPasses = 8;

    private readonly GroupCounts counts;
    private readonly int[] ratios;
    private readonly double whole;
    private readonly int splits;

    // Rows of class c in split s are held[c * splits + s]; the last "class" counts all rows, so that sizes keep to the ratios too.
    private readonly long[] held;
    private readonly long[] seen;
    private readonly long[] room;
    private readonly int all;

    private GroupBoard(GroupCounts counts, int[] ratios)
    {
        this.counts = counts;
        this.ratios = ratios;
        splits = ratios.Length;
        whole = ratios.Sum();
        all = counts.Totals.Length;
        held = new long[(all + 1) * splits];
        seen = new long[all + 1];
        var rows = counts.Totals.Sum();
        // A group that is larger than a split's share may enter the first split only.
        room = [.. ratios.Select(r => (long)Math.Ceiling(rows * r / whole))];
        room[0] = long.MaxValue;
    }

    /// <summary>The split of each group.</summary>
    /// <param name="counts">Rows by group and class.</param>
    /// <param name="ratios">Shares of the splits as whole numbers; a split with 0 gets nothing.</param>
    /// <param name="keys">Random bits of each group: they decide which of the equally fitting groups comes first.</param>
    public static byte[] Deal(GroupCounts counts, int[] ratios, ulong[] keys)
    {
        var board = new GroupBoard(counts, ratios);
        var order = Order(counts.Size, keys);
        var split = new byte[counts.Size.Length];
        foreach (var group in order) split[group] = board.Place(group);
        for (var pass = 0; pass < MaxPasses && board.Improve(order, split); pass++) { }
        if (order.Length > 0 && board.held[board.all * board.splits] == 0) split[order[^1]] = 0;
        return split;
    }

    /// <summary>By falling size, then by key, then by number.</summary>
    private static int[] Order(int[] sizes, ulong[] keys)
    {
        var order = new int[sizes.Length];
        var bySize = new int[sizes.Length];
        for (var g = 0; g < order.Length; g++) (order[g], bySize[g]) = (g, -sizes[g]);
        Array.Sort(bySize, order);
        var sorted = new ulong[order.Length];
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from; to < order.Length && bySize[to] == bySize[from]; to++) sorted[to] = keys[order[to]];
            Array.Sort(sorted, order, from, to - from);
            for (int a = from, b; a < to; a = b)
            {
                for (b = a + 1; b < to && sorted[b] == sorted[a]; b++) { }
                if (b - a > 1) Array.Sort(order, a, b - a);
            }
        }

        return order;
    }

    private byte Place(int group)
    {
        for (var i = counts.Start[group]; i < counts.Start[group + 1]; i++) seen[counts.Class[i]] += counts.Count[i];
        seen[all] += counts.Size[group];
        var best = 0;
        var least = double.PositiveInfinity;
        for (var split = 0; split < splits; split++)
        {
            if (ratios[split] == 0 || counts.Size[group] > room[split]) continue;
            var rise = Rise(group, split);
            if (rise >= least) continue;
            (best, least) = (split, rise);
        }

        Add(group, best, 1);
        return (byte)best;
    }

    /// <summary>One pass from the smallest group to the largest; false where no move helped.</summary>
    private bool Improve(int[] order, byte[] split)
    {
        var moved = false;
        for (var at = order.Length - 1; at >= 0; at--)
        {
            var group = order[at];
            var from = split[group];
            Add(group, from, -1);
            var best = (int)from;
            var least = Rise(group, from);
            for (var to = 0; to < splits; to++)
            {
                if (to == from || ratios[to] == 0 || counts.Size[group] > room[to]) continue;
                var rise = Rise(group, to);
                if (rise >= least) continue;
                (best, least) = (to, rise);
            }

            Add(group, best, 1);
            split[group] = (byte)best;
            moved |= best != from;
        }

        return moved;
    }

    /// <summary>How much the squared error of a split rises when it takes a group, over the split's ratio. Whole numbers inside doubles: the
    /// same on every machine.</summary>
    private double Rise(int group, int split)
    {
        var ratio = (double)ratios[split];
        var sum = Rise(all, counts.Size[group], split, ratio);
        for (var i = counts.Start[group]; i < counts.Start[group + 1]; i++)
            sum += Rise(counts.Class[i], counts.Count[i], split, ratio);
        return sum / ratio;
    }

    private double Rise(int label, int count, int split, double ratio)
    {
        var error = (held[(label * splits) + split] * whole) - (ratio * seen[label]);
        return count * ((2 * error) + (count * whole));
    }

    private void Add(int group, int split, int sign)
    {
        for (var i = counts.Start[group]; i < counts.Start[group + 1]; i++)
            held[(counts.Class[i] * splits) + split] += sign * counts.Count[i];
        held[(all * splits) + split] += sign * counts.Size[group];
    }
}
