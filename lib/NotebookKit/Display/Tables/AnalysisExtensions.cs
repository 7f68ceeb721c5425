using System.Runtime.CompilerServices;

namespace NotebookKit.Display;

/// <summary>First looks at a dataset or at any rows: describe, count, cross, the first rows, a sample. All enumerate the whole source except
/// <c>Head</c>.</summary>
public static class AnalysisExtensions
{
    /// <summary>What is in the dataset, field by field: filled, missing, distinct, and the spread of numbers, lengths and dates. Scores are columns of
    /// their own; fields that no example has are left out.</summary>
    public static Description Describe(this Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Describing.Examples(data.Examples);
    }

    /// <summary>What is in examples; see <see cref="Describe(Dataset)"/>.</summary>
    public static Description Describe(this IEnumerable<Example> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        return Describing.Examples(examples);
    }

    /// <summary>What is in rows of any type, column by column. Text and collections are described by their length, enums by their names.</summary>
    public static Description Describe<T>(this IEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Describing.Rows(source);
    }

    /// <summary>How many examples have each value.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="selector">The value of an example: <c>e => e.Label</c>.</param>
    /// <param name="selectorText">Filled in by the compiler; it makes the heading.</param>
    public static CountTable CountBy<TKey>(this Dataset data, Func<Example, TKey> selector, [CallerArgumentExpression(nameof(selector))] string selectorText = "")
    {
        ArgumentNullException.ThrowIfNull(data);
        return CountTable.Of(data.Examples, selector, Describing.Heading(selectorText, "value"));
    }

    /// <summary>How many rows have each value. Where this namespace is imported it is taken before LINQ's method of the same name, which is at hand
    /// as <c>Enumerable.CountBy(rows, selector)</c>.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="selector">The value of a row.</param>
    public static CountTable CountBy<T, TKey>(this IEnumerable<T> source, Func<T, TKey> selector) => CountTable.Of(source, selector, "value");

    /// <summary>How many examples have each pair of values, with totals and shares of each row.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="row">The value down the side: <c>e => e.Label</c>.</param>
    /// <param name="column">The value across the top: <c>e => e.Split</c>.</param>
    /// <param name="rowText">Filled in by the compiler; it makes the heading.</param>
    public static CrossTable CrossTable<TRow, TColumn>(this Dataset data, Func<Example, TRow> row, Func<Example, TColumn> column, [CallerArgumentExpression(nameof(row))] string rowText = "")
    {
        ArgumentNullException.ThrowIfNull(data);
        return Display.CrossTable.Of(data.Examples, row, column, Describing.Heading(rowText, ""));
    }

    /// <summary>How many rows have each pair of values, with totals and shares of each row.</summary>
    public static CrossTable CrossTable<T, TRow, TColumn>(this IEnumerable<T> source, Func<T, TRow> row, Func<T, TColumn> column) =>
        Display.CrossTable.Of(source, row, column, "");

    /// <summary>The first examples.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="n">How many, at least 0. Default 5.</param>
    public static RowSet<Example> Head(this Dataset data, int n = 5)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Examples.Head(n);
    }

    /// <summary>The first rows; no more of the source is read than these and one.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="n">How many, at least 0. Default 5.</param>
    public static RowSet<T> Head<T>(this IEnumerable<T> source, int n = 5)
    {
        var (rows, total, hasMore) = TableMaker.First(source, n);
        return new(rows, total, hasMore);
    }

    /// <summary>Examples drawn by the seed and their ids alone, in the order of the dataset: the same examples for the same seed, however they are
    /// ordered, and those of a smaller sample are in every larger one.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="n">How many, at least 0.</param>
    /// <param name="seed">The seed. Default 1.</param>
    public static RowSet<Example> Sample(this Dataset data, int n, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Sampling.Draw(data.Examples, n, seed, (e, _) => e.Id);
    }

    /// <summary>Examples drawn by the seed and their ids; see <see cref="Sample(Dataset, int, ulong)"/>.</summary>
    public static RowSet<Example> Sample(this IEnumerable<Example> examples, int n, ulong seed = 1) => Sampling.Draw(examples, n, seed, (e, _) => e.Id);

    /// <summary>Removals drawn by the seed and the examples' ids; see <see cref="Sample(Dataset, int, ulong)"/>.</summary>
    public static RowSet<Removal> Sample(this IEnumerable<Removal> removed, int n, ulong seed = 1) => Sampling.Draw(removed, n, seed, (r, _) => r.Example.Id);

    /// <summary>Rows drawn by the seed and their places, in the order of the source: the same rows of the same source for the same seed.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="n">How many, at least 0.</param>
    /// <param name="seed">The seed. Default 1.</param>
    public static RowSet<T> Sample<T>(this IEnumerable<T> source, int n, ulong seed = 1) =>
        Sampling.Draw(source, n, seed, (_, at) => at.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
