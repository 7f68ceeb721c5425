namespace NotebookKit.Checking;

/// <summary>Bins of lengths that each hold an equal share of the inputs that are compared with: ten, or fewer where the other set is small.</summary>
internal sealed class LengthBins
{
    private const int MostBins = 10, RowsPerBin = 10;

    /// <summary>Last length of each bin but the last.</summary>
    private readonly int[] edges;

    private LengthBins(int[] edges)
    {
        this.edges = edges;
        Names = [.. Enumerable.Range(0, edges.Length + 1).Select(i => i == edges.Length ? FormattableString.Invariant($"over {(i == 0 ? 0 : edges[i - 1])}")
            : FormattableString.Invariant($"{(i == 0 ? 0 : edges[i - 1] + 1)}–{edges[i]}"))];
    }

    /// <summary>What is in each bin.</summary>
    public string[] Names { get; }

    /// <summary>Makes the bins.</summary>
    /// <param name="expected">Lengths of the set that is compared with, at least one.</param>
    /// <param name="actual">Rows of the other set.</param>
    public static LengthBins Of(IEnumerable<int> expected, int actual)
    {
        var lengths = expected.Order().ToArray();
        var bins = Math.Clamp(actual / RowsPerBin, 2, MostBins);
        return new([.. Enumerable.Range(1, bins - 1).Select(i => lengths[(int)((long)lengths.Length * i / bins)]).Distinct().Where(e => e < lengths[^1])]);
    }

    /// <summary>The bin of a length.</summary>
    public int BinOf(int length)
    {
        var bin = 0;
        while (bin < edges.Length && length > edges[bin]) bin++;
        return bin;
    }
}
