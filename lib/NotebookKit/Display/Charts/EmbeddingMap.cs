using Microsoft.Extensions.AI;
using NotebookKit.Display.Charts;
using NotebookKit.Embeddings;
using NotebookKit.Outliers;

namespace NotebookKit.Display;

/// <summary>Draws inputs as points: what asks for like things lies near each other.</summary>
public static class EmbeddingMap
{
    /// <summary>Rows that the axes are made of; more move them hardly.</summary>
    private const int AxisRows = 5_000;

    /// <summary>A map of the inputs: the two directions in which their embeddings are spread most (principal component analysis, Pearson 1901). A point is hinted at by its id, no text of a row is in it.</summary>
    /// <remarks>A flat map of many dimensions: what lies far apart is different, what lies together may still be. The same rows give the same map in any order and for any number of threads.</remarks>
    /// <param name="data">The rows; those whose input has no words are left out.</param>
    /// <param name="group">What a row's point is coloured and named by, such as its label; null for one colour. Groups stand in the order of their first rows, at most eight can be told apart.</param>
    /// <param name="embedder">What makes vectors of texts; null for the built-in embedder.</param>
    /// <param name="options">Looks; null for the defaults, of more than 2,000 points an even choice.</param>
    /// <exception cref="ArgumentException">Fewer than 3 rows have words.</exception>
    public static Chart ToMap(this Dataset data, Func<Example, string>? group = null, IEmbeddingGenerator<string, Embedding<float>>? embedder = null, ScatterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        var run = new RunContext();
        var points = data.Examples.Zip(InputVectors.Of(data.Examples, embedder ?? new BuiltInEmbedder(), run), (e, v) => (Example: e, Vector: v)).Where(p => Array.Exists(p.Vector, v => v != 0)).ToList();
        if (points.Count < 3) throw new ArgumentException($"{points.Count} rows have words; a map needs 3.", nameof(data));
        var axes = PrincipalAxes.Of([.. points.OrderBy(p => Text.KeyedRandom.Bits(run.Seed, "map", p.Example.Id)).ThenBy(p => p.Example.Id, StringComparer.Ordinal).Take(AxisRows).Select(p => p.Vector)], 2, run);
        var series = points.GroupBy(p => group?.Invoke(p.Example) ?? "").Select(g => new PointSeries(g.Key, [.. g.Select(p => Placed(p.Example, axes.Along(p.Vector)))]));
        return Chart.Scatter("Inputs by their embeddings", [.. series], options ?? new() { XTitle = "first principal axis", YTitle = "second principal axis" });
    }

    private static ChartPoint Placed(Example example, double[] at) => new(Math.Round(at[0], 6), at.Length > 1 ? Math.Round(at[1], 6) : 0, example.Id);
}
