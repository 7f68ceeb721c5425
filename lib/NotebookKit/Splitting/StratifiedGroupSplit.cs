using NotebookKit.Text;

namespace NotebookKit.Splitting;

/// <summary>Stratified group split over plain arrays: groups are never cut, and the class shares of each split come as close to those of the whole as the
/// groups allow. O(n log n). The result depends on the numbers of groups and classes and on the seed, not on the order of the rows.</summary>
/// <remarks>The name users know is scikit-learn's StratifiedGroupKFold, which needs groups × folds × classes steps and its memory.</remarks>
public static class StratifiedGroupSplit
{
    /// <summary>The split of each row: 0 … <paramref name="ratios"/>.Count − 1.</summary>
    /// <param name="labels">Class of each row, any numbers.</param>
    /// <param name="groups">Group of each row, any numbers.</param>
    /// <param name="ratios">Share of each split, above or equal 0; they are taken in proportion to their sum. A group that is larger than a split's
    /// share goes to the first, which is never empty where there are rows.</param>
    /// <param name="seed">Another seed gives another split.</param>
    /// <exception cref="ArgumentException">The arrays differ in length, or the ratios are not usable.</exception>
    public static int[] Assign(ReadOnlySpan<int> labels, ReadOnlySpan<int> groups, IReadOnlyList<double> ratios, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        if (labels.Length != groups.Length) throw new ArgumentException($"{labels.Length} labels for {groups.Length} groups.", nameof(groups));
        if (ratios.Count is 0 or > 255 || !ratios.All(r => r is >= 0 and < double.PositiveInfinity) || ratios[0] <= 0)
            throw new ArgumentException("There must be 1 to 255 ratios, none below 0 and the first above 0.", nameof(ratios));
        var sum = ratios.Sum();
        var (denseLabels, labelNames) = Dense(labels);
        var (denseGroups, groupNames) = Dense(groups);
        var keys = Array.ConvertAll(groupNames, g => StableHash.Combine(seed, (ulong)g));
        var counts = GroupCounts.Of(denseLabels, labelNames.Length, denseGroups, groupNames.Length);
        var splits = GroupBoard.Deal(counts, [.. ratios.Select(r => (int)Math.Round(r / sum * 1_000_000))], keys);
        return Array.ConvertAll(denseGroups, g => (int)splits[g]);
    }

    /// <summary>The largest absolute difference between a class's share in a split and its share in the whole, for each split; 0 for an empty one.</summary>
    /// <param name="labels">Class of each row.</param>
    /// <param name="splits">Split of each row, as <see cref="Assign"/> gives it.</param>
    /// <param name="count">How many splits there are.</param>
    public static double[] Deviations(ReadOnlySpan<int> labels, ReadOnlySpan<int> splits, int count)
    {
        var (dense, names) = Dense(labels);
        var held = new long[names.Length * count];
        var rows = new long[count];
        var totals = new long[names.Length];
        for (var i = 0; i < dense.Length; i++)
        {
            held[(dense[i] * count) + splits[i]]++;
            rows[splits[i]]++;
            totals[dense[i]]++;
        }

        var worst = new double[count];
        for (var s = 0; s < count; s++)
            for (var c = 0; c < totals.Length && rows[s] > 0; c++)
                worst[s] = Math.Max(worst[s], Math.Abs(((double)held[(c * count) + s] / rows[s]) - ((double)totals[c] / dense.Length)));
        return worst;
    }

    /// <summary>Numbers without gaps, in the order of the values; and the values.</summary>
    private static (int[] Numbers, int[] Values) Dense(ReadOnlySpan<int> values)
    {
        if (values.IsEmpty) return ([], []);
        int least = int.MaxValue, most = int.MinValue;
        foreach (var value in values)
        {
            if (value < least) least = value;
            if (value > most) most = value;
        }

        // Mostly the values lie close together, and a table is faster than a search.
        var span = (long)most - least + 1;
        return span <= 8L * values.Length + 1024 ? DenseByTable(values, least, (int)span) : DenseBySearch(values);
    }

    private static (int[] Numbers, int[] Values) DenseByTable(ReadOnlySpan<int> values, int least, int span)
    {
        var table = new int[span];
        foreach (var value in values) table[value - least] = 1;
        var distinct = 0;
        for (var i = 0; i < span; i++)
            if (table[i] != 0) table[i] = ++distinct;
        var names = new int[distinct];
        for (var i = 0; i < span; i++)
            if (table[i] != 0) names[table[i] - 1] = least + i;
        var numbers = new int[values.Length];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = table[values[i] - least] - 1;
        return (numbers, names);
    }

    private static (int[] Numbers, int[] Values) DenseBySearch(ReadOnlySpan<int> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var distinct = 1;
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i] != sorted[i - 1]) sorted[distinct++] = sorted[i];
        Array.Resize(ref sorted, distinct);
        var numbers = new int[values.Length];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = Array.BinarySearch(sorted, values[i]);
        return (numbers, sorted);
    }
}
