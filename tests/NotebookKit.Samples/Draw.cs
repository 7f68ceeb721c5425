namespace NotebookKit.Samples;

/// <summary>Random choices that depend on the set's seed and a key alone, so that a change in one row leaves all other rows as they are.</summary>
internal sealed class Draw
{
    private ulong state;

    public Draw(params object[] key)
    {
        state = 14695981039346656037UL ^ (World.Seed * 0x9E3779B97F4A7C15UL);
        foreach (var part in key)
            foreach (var c in FormattableString.Invariant($"{part}/"))
                state = (state ^ c) * 1099511628211UL;
    }

    /// <summary>0 up to, not including, <paramref name="limit"/>.</summary>
    public int Below(int limit)
    {
        // SplitMix64: written out here, since the framework's own generator may change.
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return (int)((z ^ (z >> 31)) % (ulong)limit);
    }

    public int Between(int from, int to) => from + Below(to - from + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Of<T>(params IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of the items, each with its weight.</summary>
    public T Weighted<T>(params (T Item, int Weight)[] items)
    {
        var at = Below(items.Sum(i => i.Weight));
        foreach (var (item, weight) in items)
        {
            if (at < weight) return item;
            at -= weight;
        }

        return items[^1].Item;
    }

    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }
}
