using Microsoft.ML;
using Microsoft.ML.Data;

namespace NotebookKit.MLNet;

/// <summary>An example as ML.NET reads it: what it knows no missing value for has a value that says so.</summary>
public sealed class ExampleRow
{
    /// <summary>The id.</summary>
    public string Id { get; set; } = "";

    /// <summary>All that the model is given, without the system prompt.</summary>
    public string Input { get; set; } = "";

    /// <summary>The last answer.</summary>
    public string Output { get; set; } = "";

    /// <summary>The system prompt; empty where there is none.</summary>
    public string System { get; set; } = "";

    /// <summary>The label; empty where there is none, as ML.NET reads a text that is missing.</summary>
    public string Label { get; set; } = "";

    /// <summary>The source; empty where it is not known.</summary>
    public string Source { get; set; } = "";

    /// <summary>The task's name.</summary>
    public string Task { get; set; } = "";

    /// <summary>The part of the dataset; empty where none is decided.</summary>
    public string Split { get; set; } = "";

    /// <summary>Turns of the conversation.</summary>
    public float Turns { get; set; }

    /// <summary>Characters of all turns.</summary>
    public float Length { get; set; }

    /// <summary>Satisfaction, 1–5; NaN where nobody rated.</summary>
    public float Rating { get; set; }

    /// <summary>Training weight; NaN where none was decided.</summary>
    public float Weight { get; set; }

    /// <summary>Input rows that it stands for.</summary>
    public float Occurrences { get; set; }

    /// <summary>When it was recorded, in UTC; look at <see cref="HasDate"/> before.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>False where <see cref="CreatedAt"/> is not known.</summary>
    public bool HasDate { get; set; }

    /// <summary>The scores that were asked for, in that order; NaN where one was not measured.</summary>
    public float[] Scores { get; set; } = [];
}

/// <summary>Examples as data views of ML.NET.</summary>
public static class ExampleViews
{
    /// <summary>Examples as a data view: each is read when ML.NET asks for it, and none is kept. A trainer that passes over the rows several times enumerates the sequence as often, unless the view is cached
    /// (<c>ml.Data.Cache</c>, <c>AppendCacheCheckpoint</c>).</summary>
    /// <param name="examples">The examples, in a sequence that can be enumerated again.</param>
    /// <param name="ml">The environment; null for a new one.</param>
    /// <param name="scores">Names of scores for the vector <c>Scores</c>; null or none leaves that column out.</param>
    public static IDataView ToDataView(this IEnumerable<Example> examples, MLContext? ml = null, IReadOnlyList<string>? scores = null)
    {
        ArgumentNullException.ThrowIfNull(examples);
        string[] names = [.. scores ?? []];
        var schema = SchemaDefinition.Create(typeof(ExampleRow));
        if (names.Length == 0) schema.Remove(schema[nameof(ExampleRow.Scores)]);
        else
        {
            schema[nameof(ExampleRow.Scores)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, names.Length);
            var slots = new VBuffer<ReadOnlyMemory<char>>(names.Length, [.. names.Select(n => n.AsMemory())]);
            schema[nameof(ExampleRow.Scores)].AddAnnotation("SlotNames", slots, new VectorDataViewType(TextDataViewType.Instance, names.Length));
        }

        return (ml ?? new MLContext()).Data.LoadFromEnumerable(examples.Select(e => RowOf(e, names)), schema);
    }

    /// <summary>The examples of a dataset as a data view.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="ml">The environment; null for a new one.</param>
    /// <param name="scores">Names of scores for the vector <c>Scores</c>; null or none leaves that column out.</param>
    public static IDataView ToDataView(this Dataset dataset, MLContext? ml = null, IReadOnlyList<string>? scores = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.Examples.ToDataView(ml, scores);
    }

    private static ExampleRow RowOf(Example example, string[] scores) => new()
    {
        Id = example.Id,
        Input = example.Input,
        Output = example.Output,
        System = example.SystemPrompt ?? "",
        Label = example.Label ?? "",
        Source = example.Source ?? "",
        Task = example.Task.ToString(),
        Split = example.Split?.ToString() ?? "",
        Turns = example.Messages.Count,
        Length = example.Length,
        Rating = (float?)example.Signals.Rating ?? float.NaN,
        Weight = (float?)example.Weight ?? float.NaN,
        Occurrences = example.Occurrences,
        CreatedAt = example.CreatedAt?.UtcDateTime ?? default,
        HasDate = example.CreatedAt is not null,
        Scores = [.. scores.Select(s => (float?)example.Scores[s] ?? float.NaN)],
    };
}
