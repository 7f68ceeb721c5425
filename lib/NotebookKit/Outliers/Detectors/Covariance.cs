namespace NotebookKit.Outliers;

/// <summary>Turns vectors so that the spread that was measured is the same in all directions: the length of what comes out is the Mahalanobis distance.
/// All sums run in a fixed order in 64 bits, so that neither threads nor registers change a bit.</summary>
internal sealed class Covariance
{
    private readonly double[] factor;
    private readonly int width;

    private Covariance(double[] factor, int width) => (this.factor, this.width) = (factor, width);

    /// <summary>Measures the spread of vectors around their centres: S = (1 − λ) × covariance + λ × its mean variance in every direction, factored as L Lᵀ (Cholesky).</summary>
    /// <param name="vectors">The vectors, all of one width.</param>
    /// <param name="centreOf">The centre of each.</param>
    /// <param name="shrinkage">λ, 0 to 1.</param>
    /// <param name="run">Threads and cancelling.</param>
    public static Covariance Of(IReadOnlyList<float[]> vectors, Func<int, float[]> centreOf, double shrinkage, RunContext run)
    {
        var width = vectors[0].Length;
        var factor = new double[width * width];
        // Each thread sums whole rows of the matrix over all vectors, so that no order of additions depends on threads.
        Chunks.Run(width, run, (from, to) =>
        {
            var off = new double[width];
            for (var v = 0; v < vectors.Count; v++)
            {
                var (vector, centre) = (vectors[v], centreOf(v));
                for (var d = 0; d < to; d++) off[d] = (double)vector[d] - centre[d];
                for (var i = from; i < to; i++)
                {
                    var row = factor.AsSpan(i * width, i + 1);
                    for (var j = 0; j < row.Length; j++) row[j] += off[i] * off[j];
                }
            }

            return 0;
        }, ranges: Math.Min(width, 8));
        var variance = 0.0;
        for (var d = 0; d < width; d++) variance += factor[(d * width) + d] / vectors.Count;
        // A little of it always, so that directions without any spread do not divide by zero.
        var floor = (shrinkage * variance / width) + (1e-6 * variance / width) + 1e-12;
        for (var i = 0; i < width; i++)
            for (var j = 0; j <= i; j++) factor[(i * width) + j] = ((1 - shrinkage) * factor[(i * width) + j] / vectors.Count) + (i == j ? floor : 0);
        for (var j = 0; j < width; j++)
        {
            for (var i = j; i < width; i++)
            {
                var sum = factor[(i * width) + j];
                for (var k = 0; k < j; k++) sum -= factor[(i * width) + k] * factor[(j * width) + k];
                factor[(i * width) + j] = i == j ? Math.Sqrt(Math.Max(sum, floor * 1e-6)) : sum / factor[(j * width) + j];
            }
        }

        return new(factor, width);
    }

    /// <summary>L⁻¹ x.</summary>
    public float[] Whiten(ReadOnlySpan<float> vector)
    {
        var (made, whole) = (new float[width], new double[width]);
        for (var i = 0; i < width; i++)
        {
            double sum = vector[i];
            var row = factor.AsSpan(i * width, i);
            for (var k = 0; k < row.Length; k++) sum -= row[k] * whole[k];
            whole[i] = sum / factor[(i * width) + i];
            made[i] = (float)whole[i];
        }

        return made;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(width);
        for (var i = 0; i < width; i++)
            for (var j = 0; j <= i; j++) writer.Write(factor[(i * width) + j]);
    }

    public static Covariance Read(BinaryReader reader)
    {
        var width = reader.Read7BitEncodedInt();
        var factor = new double[width * width];
        for (var i = 0; i < width; i++)
            for (var j = 0; j <= i; j++) factor[(i * width) + j] = reader.ReadDouble();
        return new(factor, width);
    }
}
