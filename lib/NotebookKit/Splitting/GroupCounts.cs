namespace NotebookKit.Splitting;

/// <summary>How many rows of each class each group holds, packed: the classes of group g are the entries Start[g] … Start[g + 1] − 1.</summary>
internal sealed class GroupCounts
{
    private GroupCounts(int groups, int classes)
    {
        Size = new int[groups];
        Start = new int[groups + 1];
        Totals = new long[classes];
    }

    /// <summary>Rows of each group.</summary>
    public int[] Size { get; }

    /// <summary>First entry of each group.</summary>
    public int[] Start { get; }

    /// <summary>Class of each entry.</summary>
    public int[] Class { get; private set; } = [];

    /// <summary>Rows of each entry.</summary>
    public int[] Count { get; private set; } = [];

    /// <summary>Rows of each class.</summary>
    public long[] Totals { get; }

    /// <summary>Counts rows; classes and groups are numbered from 0 without gaps.</summary>
    public static GroupCounts Of(ReadOnlySpan<int> labels, int classes, ReadOnlySpan<int> groups, int groupCount)
    {
        var counts = new GroupCounts(groupCount, classes);
        foreach (var group in groups) counts.Size[group]++;
        foreach (var label in labels) counts.Totals[label]++;

        // Rows side by side by group, then the equal classes of a group as one entry.
        var next = new int[groupCount];
        for (var g = 1; g < groupCount; g++) next[g] = next[g - 1] + counts.Size[g - 1];
        var sorted = new int[labels.Length];
        for (var i = 0; i < labels.Length; i++) sorted[next[groups[i]]++] = labels[i];
        counts.Pack(sorted);
        return counts;
    }

    private void Pack(int[] sorted)
    {
        var amounts = new int[sorted.Length];
        var entries = 0;
        var from = 0;
        for (var g = 0; g < Size.Length; g++)
        {
            Start[g] = entries;
            var rows = sorted.AsSpan(from, Size[g]);
            from += Size[g];
            rows.Sort();
            foreach (var label in rows)
            {
                // Entries never outrun the rows read, so the same array can hold them.
                if (entries > Start[g] && sorted[entries - 1] == label) amounts[entries - 1]++;
                else
                {
                    sorted[entries] = label;
                    amounts[entries++] = 1;
                }
            }
        }

        Start[Size.Length] = entries;
        Class = sorted;
        Count = amounts;
    }
}
