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
    private readonly bool strict;

    private GroupBoard(GroupCounts counts, int[] ratios, bool strict)
    {
        this.counts = counts;
        this.ratios = ratios;
        this.strict = strict;
        splits = ratios.Length;
        whole = ratios.Sum();
        all = counts.Totals.Length;
        held = new long[(all + 1) * splits];
        seen = new long[all + 1];
        var rows = counts.Totals.Sum();
        // A group that is larger than a split's share may enter the first split only.
        room = new long[held.Length];
        for (var c = 0; c <= all; c++)
            for (var s = 0; s < splits; s++)
                room[(c * splits) + s] = s == 0 ? long.MaxValue : (long)Math.Ceiling((c == all ? rows : counts.Totals[c]) * ratios[s] / whole);
    }

    /// <summary>The split of each group.</summary>
    /// <param name="counts">Rows by group and class.</param>
    /// <param name="ratios">Shares of the splits as whole numbers; a split with 0 gets nothing.</param>
    /// <param name="keys">Random bits of each group: they decide which of the equally fitting groups comes first.</param>
    public static byte[] Deal(GroupCounts counts, int[] ratios, ulong[] keys)
    {
        var order = Order(counts.Size, keys);
        var loose = new GroupBoard(counts, ratios, false);
        var split = loose.Deal(order);
        // A group with more rows of a class than a split may have can still be the lesser error there, or be in the way of better ones:
        // where there is such a group, both ways are tried.
        if (!Enumerable.Range(0, order.Length).Any(loose.Overfills)) return split;
        var strict = new GroupBoard(counts, ratios, true);
        var other = strict.Deal(order);
        return strict.Error() < loose.Error() ? other : split;
    }

    private byte[] Deal(int[] order)
    {
        var split = new byte[order.Length];
        foreach (var group in order) split[group] = Place(group);
        for (var pass = 0; pass < MaxPasses && Improve(order, split); pass++) { }
        if (order.Length > 0 && held[all * splits] == 0)
        {
            Add(order[^1], split[order[^1]], -1);
            Add(order[^1], split[order[^1]] = 0, 1);
        }

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
            if (!Fits(group, split)) continue;
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
                if (to == from || !Fits(group, to)) continue;
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

    private bool Fits(int group, int split)
    {
        if (ratios[split] == 0 || counts.Size[group] > room[(all * splits) + split]) return false;
        return !strict || FitsClasses(group, split);
    }

    private bool FitsClasses(int group, int split)
    {
        for (var i = counts.Start[group]; i < counts.Start[group + 1]; i++)
            if (counts.Count[i] > room[(counts.Class[i] * splits) + split]) return false;
        return true;
    }

    /// <summary>True where a group may enter a split that has not room for all its rows of one class.</summary>
    private bool Overfills(int group)
    {
        for (var split = 1; split < splits; split++)
            if (Fits(group, split) && !FitsClasses(group, split)) return true;
        return false;
    }

    /// <summary>The squared error of all splits against the whole.</summary>
    private double Error()
    {
        var sum = 0.0;
        for (var c = 0; c <= all; c++)
            for (var s = 0; s < splits; s++)
            {
                if (ratios[s] == 0) continue;
                var error = (held[(c * splits) + s] * whole) - ((double)ratios[s] * seen[c]);
                sum += error * error / ratios[s];
            }

        return sum;
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
