namespace NotebookKit.Balancing;

/// <summary>How many rows each class may have. Whole numbers only.</summary>
internal static class Quotas
{
    /// <summary>Up to the largest class, each row at most <paramref name="factor"/> times.</summary>
    public static Dictionary<string, int> Upsample(SortedDictionary<string, int> sizes, int factor)
    {
        var most = sizes.Values.DefaultIfEmpty().Max();
        return sizes.ToDictionary(s => s.Key, s => (int)Math.Min(most, (long)s.Value * factor));
    }

    /// <summary>Down to the smallest class that has at least <paramref name="minClass"/> rows (to the smallest of all where none has).</summary>
    public static Dictionary<string, int> Downsample(SortedDictionary<string, int> sizes, int minClass)
    {
        var counted = sizes.Values.Where(s => s >= minClass).DefaultIfEmpty(sizes.Values.DefaultIfEmpty().Min()).Min();
        return sizes.ToDictionary(s => s.Key, s => Math.Min(s.Value, counted));
    }

    /// <summary>No more than <paramref name="cap"/>.</summary>
    public static Dictionary<string, int> Cap(SortedDictionary<string, int> sizes, int cap) => sizes.ToDictionary(s => s.Key, s => Math.Min(s.Value, cap));

    /// <summary>As many rows as possible in the given shares: no more than there are now, and each at most <paramref name="factor"/> times.
    /// Null shares: all classes alike.</summary>
    public static Dictionary<string, int> Target(SortedDictionary<string, int> sizes, Shares? shares, int factor)
    {
        var units = Units(sizes, shares);
        var whole = units.Values.Sum();
        if (whole == 0) return sizes.ToDictionary(s => s.Key, _ => 0);
        var total = sizes.Values.Sum(s => (long)s);
        foreach (var (name, unit) in units)
            if (unit > 0) total = Math.Min(total, (long)((Int128)sizes[name] * factor * whole / unit));

        // Largest remainders get the rows that rounding down leaves over.
        var quotas = units.ToDictionary(u => u.Key, u => (int)((Int128)total * u.Value / whole));
        var left = (int)(total - quotas.Values.Sum(q => (long)q));
        foreach (var (name, _) in units.OrderByDescending(u => (Int128)total * u.Value % whole).ThenBy(u => u.Key, StringComparer.Ordinal).Take(left)) quotas[name]++;
        return quotas;
    }

    /// <summary>Millionths for each class that has rows. What the named classes leave goes to the others in their own proportion.</summary>
    private static Dictionary<string, long> Units(SortedDictionary<string, int> sizes, Shares? shares)
    {
        if (shares is null) return sizes.ToDictionary(s => s.Key, _ => 1L);
        var left = 1_000_000 - shares.Values.Values.Sum(Shares.Units);
        var others = sizes.Where(s => !shares.Values.ContainsKey(s.Key)).Sum(s => (long)s.Value);
        // Finer than millionths, so that the share of a small other class does not round to nothing.
        return sizes.ToDictionary(s => s.Key, s => shares.Values.TryGetValue(s.Key, out var share)
            ? Shares.Units(share) * 1_000_000
            : (long)((Int128)left * 1_000_000 * s.Value / Math.Max(1, others)));
    }
}
