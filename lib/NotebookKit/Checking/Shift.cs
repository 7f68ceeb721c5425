using NotebookKit.Display;

namespace NotebookKit.Checking;

/// <summary>How far the shares of one set over some bins are from those of another, and what that means.</summary>
/// <param name="Psi">Population stability index.</param>
/// <param name="Chance">What 95 of 100 samples of one population stay below.</param>
/// <param name="State">Pass up to the chance or <see cref="PopulationStability.WarnAbove"/>, Fail above <see cref="PopulationStability.FailAbove"/>.</param>
internal readonly record struct Shift(double Psi, double Chance, CheckState State)
{
    /// <summary>Compares counts over the same bins.</summary>
    /// <param name="expected">Counts of the set that is compared with.</param>
    /// <param name="actual">Counts of the other set.</param>
    /// <param name="expectedRows">Different rows behind the first counts: copies of a row add to the counts, and prove nothing more.</param>
    /// <param name="actualRows">Different rows behind the second counts.</param>
    public static Shift Of(long[] expected, long[] actual, long expectedRows, long actualRows)
    {
        // Bins that neither set uses are no degrees of freedom.
        var used = Enumerable.Range(0, expected.Length).Where(i => expected[i] + actual[i] > 0).ToList();
        var index = PopulationStability.Index([.. used.Select(i => expected[i])], [.. used.Select(i => actual[i])]);
        var chance = PopulationStability.Chance95(used.Count, expectedRows, actualRows);
        var state = index <= chance || index <= PopulationStability.WarnAbove ? CheckState.Pass : index <= PopulationStability.FailAbove ? CheckState.Warn : CheckState.Fail;
        return new(index, chance, state);
    }
}
