namespace NotebookKit.Display.Charts;

/// <summary>Quantiles between the numbers of a sorted list.</summary>
internal static class Quantiles
{
    /// <summary>The value below which a share of the numbers lies, straight between neighbours (type 7 of Hyndman and Fan, Sample
    /// quantiles in statistical packages, 1996); the list must not be empty.</summary>
    public static double At(double[] sorted, double share)
    {
        var place = (sorted.Length - 1) * share;
        var below = (int)place;
        if (below + 1 >= sorted.Length) return sorted[^1];
        // Two products instead of one difference: numbers of both signs near the limit of the type would exceed it.
        var part = place - below;
        return (sorted[below] * (1 - part)) + (sorted[below + 1] * part);
    }
}
