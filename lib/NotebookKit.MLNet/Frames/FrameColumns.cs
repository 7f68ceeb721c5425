using System.Text.Json;
using Microsoft.Data.Analysis;

namespace NotebookKit.MLNet;

/// <summary>A column that a data frame of examples can have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Make">Makes it of examples.</param>
internal sealed record FrameColumn(string Name, Func<IReadOnlyList<Example>, DataFrameColumn> Make);

/// <summary>The columns of data frames of examples.</summary>
internal static class FrameColumns
{
    public const string Score = "score.";

    /// <summary>Every field of an example, in the order of the record; what it computes stands behind what it is computed of.</summary>
    public static readonly FrameColumn[] All =
    [
        Text("id", e => e.Id),
        Text("input", e => e.Input.Length == 0 ? null : e.Input),
        Text("output", e => e.Output.Length == 0 ? null : e.Output),
        Text("system", e => e.SystemPrompt),
        Text("messages", e => FrameMessages.ToJson(e.Messages)),
        Text("tools", e => e.Tools),
        Text("declined", e => e.Declined is { } turns ? FrameMessages.ToJson(turns) : null),
        Text("label", e => e.Label),
        Text("task", e => e.Task.ToString()),
        Text("origin", e => e.Origin.ToString()),
        Text("source", e => e.Source),
        Text("author", e => e.Author),
        Text("subject", e => e.Subject),
        Text("conversation", e => e.Conversation),
        Text("parent", e => e.ParentId),
        Text("generator", e => e.Generator),
        Text("generator_prompt", e => e.GeneratorPrompt),
        Text("licence", e => e.Licence),
        Text("consent", e => e.Consent),
        Whole("generation", e => e.Generation),
        Of<DateTime>("created", (n, v) => new DateTimeDataFrameColumn(n, v), e => e.CreatedAt?.UtcDateTime),
        Number("rating", e => e.Signals.Rating),
        Text("status", e => e.Signals.Status),
        Text("events", e => e.Signals.Events.ToString()),
        Text("answered_by", e => e.Signals.AnsweredBy.ToString()),
        Whole("occurrences", e => e.Occurrences),
        Text("flags", e => JsonSerializer.Serialize(e.Flags.Select(f => new FrameFlag(f.Stage, f.Reason, f.Measured, f.Limit)), FrameMessages.Writing)),
        Text("tags", e => JsonSerializer.Serialize(e.Tags, FrameMessages.Writing)),
        Text("cluster", e => e.Cluster),
        Text("split", e => e.Split?.ToString()),
        Whole("repeat", e => e.Repeat),
        Number("weight", e => e.Weight),
        Text("metadata", e => e.Metadata),
        Whole("turns", e => e.Messages.Count),
        Whole("length", e => e.Length),
        Whole("position_source", e => e.Position.Source),
        Of<long>("position_record", (n, v) => new Int64DataFrameColumn(n, v), e => e.Position.Record),
        Whole("position_part", e => e.Position.Part),
        Of<long>("position_line", (n, v) => new Int64DataFrameColumn(n, v), e => e.Position.Line),
    ];

    /// <summary>The column of a score; rows where it was not measured have none.</summary>
    public static FrameColumn OfScore(string name) => Of<double>(Score + name, (n, v) => new DoubleDataFrameColumn(n, v), e => e.Scores[name]);

    private static FrameColumn Text(string name, Func<Example, string?> read) => new(name, rows => new StringDataFrameColumn(name, rows.Select(r => read(r)!)));

    private static FrameColumn Number(string name, Func<Example, double?> read) => Of<double>(name, (n, v) => new DoubleDataFrameColumn(n, v), read);

    private static FrameColumn Whole(string name, Func<Example, int> read) => Of<int>(name, (n, v) => new Int32DataFrameColumn(n, v), e => read(e));

    private static FrameColumn Of<T>(string name, Func<string, IEnumerable<T?>, DataFrameColumn> make, Func<Example, T?> read)
        where T : unmanaged => new(name, rows => make(name, rows.Select(read)));
}

/// <summary>A remark in a cell.</summary>
internal sealed record FrameFlag(string Stage, string Reason, double? Measured, double? Limit);
