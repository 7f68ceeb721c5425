using System.Globalization;
using Microsoft.Data.Analysis;
using Microsoft.ML;
using NotebookKit.Display;

namespace NotebookKit.MLNet;

/// <summary>Datasets and tables as data frames, and data frames as data views, nothing lost on the way.</summary>
public static class DataFrames
{
    /// <summary>The columns that <see cref="ToDataFrame(Dataset, IReadOnlyList{string}?, RunContext?)"/> knows, beside one <c>score.…</c> for each score.</summary>
    public static IReadOnlyList<string> ColumnNames { get; } = [.. FrameColumns.All.Select(c => c.Name)];

    /// <summary>All examples as a data frame: a column for each field of an example, with its type, and one for each score that an example has. What is null stays null. Dates are UTC;
    /// conversations, flags and tags are JSON. <see cref="FrameReading.ToDataset"/> reads it back.</summary>
    /// <remarks>A data frame knows no mask: a notebook that shows one shows the texts as they are. Anonymize before, or make it of <c>dataset.ToTable()</c>, which masks.
    /// Names of people that a source gave (<see cref="Example.KnownNames"/>) are never in it.</remarks>
    /// <param name="dataset">The examples.</param>
    /// <param name="columns">The columns, in this order; null (default) for all.</param>
    /// <param name="run">Threads and cancelling; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no such column, or one is asked for twice.</exception>
    public static DataFrame ToDataFrame(this Dataset dataset, IReadOnlyList<string>? columns = null, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        run ??= new();
        var rows = dataset.Examples;
        var scores = columns is null || columns.Any(c => c is not null && c.StartsWith(FrameColumns.Score, StringComparison.Ordinal)) ? ScoresOf(rows) : [];
        FrameColumn[] all = [.. FrameColumns.All, .. scores.Select(FrameColumns.OfScore)];
        FrameColumn[] picked = columns is null ? all : [.. columns.Select(name => all.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal))
            ?? throw new ArgumentException($"There is no column '{name}'; there are {string.Join(", ", all.Select(c => c.Name))}.", nameof(columns)))];
        if (picked.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new ArgumentException($"The column '{twice.Key}' is asked for twice.", nameof(columns));
        var made = new DataFrameColumn[picked.Length];
        Parallel.For(0, made.Length, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Cancel }, c => made[c] = picked[c].Make(rows));
        return new DataFrame(made);
    }

    /// <summary>The rows of a table as a data frame, typed by the kinds of its columns whatever the cells hold: numbers and shares (1 is the whole) as doubles, dates as dates, yes and no as Booleans, all else as text. A cell
    /// without a value is null. It has the rows that the table has: where these are only the first, ask the table for all.</summary>
    /// <remarks>Cells are rounded as the table shows them, and a share of "&lt; 0.1%" is 0.0005, one of "&gt; 99.9%" 0.9995. The row of totals is not in it. Columns of the same name get a number: <c>name (2)</c>.</remarks>
    /// <exception cref="ArgumentException">A cell is not of the kind of its column: one line says row, column and what was expected.</exception>
    public static DataFrame ToDataFrame(this Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var columns = table.Columns.Select((column, at) =>
        {
            var (name, number) = (column.Name, 2);
            while (!names.Add(name)) name = string.Create(CultureInfo.InvariantCulture, $"{column.Name} ({number++})");
            return CellTexts.Column(name, column.Kind, [.. table.Rows.Select(r => r[at])]);
        });
        return new DataFrame(columns.ToArray());
    }

    /// <summary>All rows of a data view as a data frame. ML.NET's own <c>ToDataFrame</c> stops after 100 unless it is told otherwise.</summary>
    public static DataFrame ToWholeDataFrame(this IDataView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.ToDataFrame(-1);
    }

    /// <summary>A data frame as a data view in which a number that is not there is NaN. Given to ML.NET as it is, a whole number that is null reads as 0 and a yes or no as no, as if somebody had written that. Here such columns
    /// become <c>Double</c> (yes is 1, no is 0); columns without nulls stay as they are.</summary>
    /// <exception cref="ArgumentException">A column of dates has nulls: ML.NET knows no missing date.</exception>
    public static IDataView ToSafeDataView(this DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new DataFrame(frame.Columns.Select(Safe).ToArray());
    }

    private static DataFrameColumn Safe(DataFrameColumn column)
    {
        if (column.NullCount == 0 || column.DataType == typeof(string) || column.DataType == typeof(float) || column.DataType == typeof(double) || column.DataType == typeof(decimal)) return column;
        if (column.DataType == typeof(DateTime))
            throw new ArgumentException(FormattableString.Invariant($"The column '{column.Name}' has {column.NullCount} rows without a date, and ML.NET would read them as the year 1: fill them in, drop these rows, or drop the column."), nameof(column));
        if (!column.IsNumericColumn() && column.DataType != typeof(bool)) return column;
        return new DoubleDataFrameColumn(column.Name, Enumerable.Range(0, (int)column.Length).Select(i => column[i] switch
        {
            null => double.NaN,
            bool flag => flag ? 1.0 : 0,
            var number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        }));
    }

    private static SortedSet<string> ScoresOf(IReadOnlyList<Example> rows)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
            foreach (var (name, _) in row.Scores) names.Add(name);
        return names;
    }
}
