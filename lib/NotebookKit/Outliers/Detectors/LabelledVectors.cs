using Microsoft.Extensions.AI;
using NotebookKit.Text;

namespace NotebookKit.Outliers;

/// <summary>Vectors of labelled examples with words, in the order of their texts and labels, so that the order they came in does not matter.</summary>
internal sealed class LabelledVectors
{
    private LabelledVectors(Example[] rows, float[][] vectors, string[] classes, int[] labels) => (Rows, Vectors, Classes, Labels) = (rows, vectors, classes, labels);

    public Example[] Rows { get; }

    /// <summary>Vector of each, of length 1.</summary>
    public float[][] Vectors { get; }

    /// <summary>The labels, in ordinal order.</summary>
    public string[] Classes { get; }

    /// <summary>Class of each row.</summary>
    public int[] Labels { get; }

    /// <exception cref="ArgumentException">There are fewer than two labels, or no more rows than labels.</exception>
    public static LabelledVectors Of(Dataset dataset, IEmbeddingGenerator<string, Embedding<float>> embedder, string name, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        Example[] rows = [.. dataset.Examples.Where(e => !string.IsNullOrWhiteSpace(e.Label) && Words.Count(e.Input) > 0)
            .OrderBy(e => e.Input, StringComparer.Ordinal).ThenBy(e => e.Label, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal)];
        string[] classes = [.. rows.Select(r => r.Label!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (classes.Length < 2 || rows.Length <= classes.Length)
            throw new ArgumentException(FormattableString.Invariant($"{name} learns from labels: it needs at least 2 of them and more rows than labels, but {rows.Length} examples with words have {classes.Length} labels."), nameof(dataset));
        var vectors = InputVectors.Of(rows, embedder, run);
        int[] labels = [.. rows.Select(r => Array.BinarySearch(classes, r.Label!, StringComparer.Ordinal))];
        return new(rows, vectors, classes, labels);
    }

    /// <summary>The centre of each class.</summary>
    public float[][] Centres() => Means(Classes.Length, row => Labels[row]);

    /// <summary>The centre of all rows.</summary>
    public float[] Centre() => Means(1, _ => 0)[0];

    /// <summary>The mean of the vectors of each group, in one pass however many groups there are.</summary>
    private float[][] Means(int groups, Func<int, int> groupOf)
    {
        var width = Vectors[0].Length;
        var (sums, counts) = (new double[groups * width], new int[groups]);
        for (var row = 0; row < Vectors.Length; row++)
        {
            var group = groupOf(row);
            counts[group]++;
            for (var d = 0; d < width; d++) sums[(group * width) + d] += Vectors[row][d];
        }

        return [.. counts.Select((count, group) => Array.ConvertAll(sums[(group * width)..((group + 1) * width)], s => (float)(s / count)))];
    }
}
