namespace NotebookKit.Outliers;

/// <summary>The middle of vectors and the space of the directions in which they are spread most. Found by orthogonal iteration from fixed axes, in a fixed order of sums: the same on every machine.</summary>
internal sealed class PrincipalAxes
{
    private const int Turns = 24;

    private readonly double[] middle;
    private readonly double[][] axes;

    private PrincipalAxes(double[] middle, double[][] axes) => (this.middle, this.axes) = (middle, axes);

    /// <summary>The axes of vectors.</summary>
    public static PrincipalAxes Of(float[][] vectors, int count, RunContext run)
    {
        var width = vectors[0].Length;
        var middle = new double[width];
        foreach (var vector in vectors)
            for (var d = 0; d < width; d++) middle[d] += vector[d];
        for (var d = 0; d < width; d++) middle[d] /= vectors.Length;
        var covariance = new double[width][];
        Chunks.Run(width, run, (from, to) =>
        {
            for (var d = from; d < to; d++) covariance[d] = Row(vectors, middle, d);
            return 0;
        }, ranges: Math.Min(width, 16));
        for (var d = 0; d < width; d++)
            for (var other = 0; other < d; other++) covariance[d][other] = covariance[other][d];

        var axes = new double[Math.Min(count, width)][];
        var widest = Enumerable.Range(0, width).OrderByDescending(d => covariance[d][d]).ThenBy(d => d).ToArray();
        for (var a = 0; a < axes.Length; a++) (axes[a] = new double[width])[widest[a]] = 1;
        for (var turn = 0; turn < Turns; turn++)
        {
            run.Cancel.ThrowIfCancellationRequested();
            var turned = new double[axes.Length][];
            Chunks.Run(axes.Length, run, (from, to) =>
            {
                for (var a = from; a < to; a++) turned[a] = Times(covariance, axes[a]);
                return 0;
            }, ranges: Math.Min(axes.Length, 16));
            axes = Orthogonal(turned);
        }

        return new(middle, axes);
    }

    /// <summary>The square of the length of what is left of a vector.</summary>
    public double SquaredResidual(ReadOnlySpan<float> vector)
    {
        if (vector.Length != middle.Length) throw new Embeddings.EmbeddingException($"The embedder gave {vector.Length} numbers after {middle.Length}.");
        Span<double> moved = vector.Length <= 512 ? stackalloc double[vector.Length] : new double[vector.Length];
        var left = 0.0;
        for (var d = 0; d < moved.Length; d++)
        {
            moved[d] = vector[d] - middle[d];
            left += moved[d] * moved[d];
        }

        foreach (var axis in axes)
        {
            var along = 0.0;
            for (var d = 0; d < axis.Length; d++) along += axis[d] * moved[d];
            left -= along * along;
        }

        return Math.Max(0, left);
    }

    /// <summary>How far a vector lies from the middle along each axis.</summary>
    public double[] Along(ReadOnlySpan<float> vector)
    {
        var along = new double[axes.Length];
        for (var a = 0; a < along.Length; a++)
            for (var d = 0; d < middle.Length; d++) along[a] += axes[a][d] * (vector[d] - middle[d]);
        return along;
    }

    public void Write(BinaryWriter writer)
    {
        writer.WriteList(middle, writer.Write);
        writer.WriteList(axes, a => writer.WriteList(a, writer.Write));
    }

    public static PrincipalAxes Read(BinaryReader reader) => new(reader.ReadList(reader.ReadDouble), reader.ReadList(() => reader.ReadList(reader.ReadDouble)));

    /// <summary>A number's covariances with itself and those behind it.</summary>
    private static double[] Row(float[][] vectors, double[] middle, int d)
    {
        var row = new double[middle.Length];
        foreach (var vector in vectors)
        {
            var away = vector[d] - middle[d];
            for (var other = d; other < row.Length; other++) row[other] += away * (vector[other] - middle[other]);
        }

        return row;
    }

    private static double[] Times(double[][] matrix, double[] vector)
    {
        var product = new double[vector.Length];
        for (var d = 0; d < product.Length; d++)
        {
            var sum = 0.0;
            for (var other = 0; other < vector.Length; other++) sum += matrix[d][other] * vector[other];
            product[d] = sum;
        }

        return product;
    }

    /// <summary>Axes at right angles of the length 1; those that add no direction are left out.</summary>
    private static double[][] Orthogonal(double[][] axes)
    {
        var done = new List<double[]>(axes.Length);
        var longest = 0.0;
        foreach (var axis in axes)
        {
            // Twice: what rounding left of the others the first time is gone after the second.
            for (var pass = 0; pass < 2; pass++)
                foreach (var other in done)
                {
                    var along = 0.0;
                    for (var d = 0; d < axis.Length; d++) along += axis[d] * other[d];
                    for (var d = 0; d < axis.Length; d++) axis[d] -= along * other[d];
                }

            var square = 0.0;
            foreach (var number in axis) square += number * number;
            longest = Math.Max(longest, square);
            if (square <= 1e-24 * longest || square == 0) continue;
            var length = Math.Sqrt(square);
            for (var d = 0; d < axis.Length; d++) axis[d] /= length;
            done.Add(axis);
        }

        return [.. done];
    }
}
