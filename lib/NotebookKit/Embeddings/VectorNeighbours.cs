using System.Runtime.InteropServices;

namespace NotebookKit.Embeddings;

/// <summary>The rows of a set of vectors that are nearest to another one, by cosine; all rows are compared.</summary>
internal static class VectorNeighbours
{
    /// <summary>Fills the nearest rows, nearest first, of equally near ones the first; returns how many there are.</summary>
    /// <param name="rows">The vectors.</param>
    /// <param name="vector">The vector, −1 to 1; all zeros have no neighbours.</param>
    /// <param name="except">A row that must not be found; −1 for none.</param>
    /// <param name="found">Room for the rows and cosines.</param>
    public static int Nearest(ByteVectors rows, ReadOnlySpan<float> vector, int except, Span<(int Row, double Cosine)> found)
    {
        ulong[] buffer = [];
        var bytes = MemoryMarshal.Cast<ulong, sbyte>(ByteVectors.Quantize(vector, ref buffer));
        return Nearest(rows, bytes, except < 0 ? null : row => row == except, found);
    }

    /// <summary>The same for a vector of bytes.</summary>
    /// <param name="rows">The vectors.</param>
    /// <param name="bytes">The vector; none or all zeros have no neighbours.</param>
    /// <param name="isLeftOut">True for rows that must not be found; null for none. Asked only for rows that are near enough.</param>
    /// <param name="found">Room for the rows and cosines.</param>
    public static int Nearest(ByteVectors rows, ReadOnlySpan<sbyte> bytes, Func<int, bool>? isLeftOut, Span<(int Row, double Cosine)> found)
    {
        if (bytes.Length != rows.Stride) return bytes.Length == 0 ? 0 : throw new EmbeddingException($"The embedder gave about {bytes.Length} numbers after {rows.Stride}.");
        var query = new short[bytes.Length];
        var squares = 0L;
        for (var d = 0; d < query.Length; d++)
        {
            query[d] = bytes[d];
            squares += query[d] * query[d];
        }

        if (squares == 0 || found.IsEmpty) return 0;
        var (norm, count) = (Math.Sqrt(squares), 0);
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows.Norm(row) == 0) continue;
            var cosine = rows.Cosine(query, norm, row);
            if (count == found.Length && cosine <= found[^1].Cosine) continue;
            if (isLeftOut?.Invoke(row) == true) continue;
            var at = count == found.Length ? count - 1 : count++;
            for (; at > 0 && found[at - 1].Cosine < cosine; at--) found[at] = found[at - 1];
            found[at] = (row, cosine);
        }

        return count;
    }
}
