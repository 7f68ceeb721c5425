namespace NotebookKit.Splitting;

/// <summary>Deals groups out by time: the newest into test, the next into validation, the rest into train.</summary>
internal static class TimeSplit
{
    /// <summary>The split of each group, as its place in <paramref name="ratios"/> (train, test, validation).</summary>
    /// <param name="sizes">Rows of each group; the first group comes first where dates are equal.</param>
    /// <param name="newest">UTC ticks of each group's newest row; −1 without a date: such a group stays in train.</param>
    /// <param name="bound">Groups that stay in train.</param>
    /// <param name="ratios">Shares as whole numbers.</param>
    public static byte[] Deal(int[] sizes, long[] newest, bool[] bound, int[] ratios)
    {
        var order = new int[sizes.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => newest[a] != newest[b] ? newest[b].CompareTo(newest[a]) : a.CompareTo(b));
        var split = new byte[sizes.Length];
        var total = sizes.Sum(s => (long)s);
        var at = 0;
        for (byte held = 1; held <= 2; held++)
        {
            var wanted = ((total * ratios[held]) + (ratios.Sum() / 2)) / ratios.Sum();
            for (var rows = 0L; at < order.Length; at++)
            {
                var group = order[at];
                if (newest[group] < 0) return split;
                if (bound[group]) continue;
                // Half a group too many is better than more than half a group too few.
                if (rows + (sizes[group] / 2) >= wanted) break;
                split[group] = held;
                rows += sizes[group];
            }
        }

        return split;
    }
}
