using System.Text.Json;
using Microsoft.Data.Analysis;
using NotebookKit.Sourcing;

namespace NotebookKit.MLNet;

/// <summary>Rows of a data frame whose columns have the kit's own names.</summary>
internal sealed class OwnColumns
{
    private readonly Dictionary<string, DataFrameColumn> columns = new(StringComparer.Ordinal);
    private readonly (string Name, DataFrameColumn Column)[] scores;

    public OwnColumns(DataFrame frame)
    {
        foreach (var name in DataFrames.ColumnNames)
            if (frame.Columns.Any(c => string.Equals(c.Name, name, StringComparison.Ordinal))) columns.Add(name, FrameReading.Column(frame, name, name));
        scores = [.. frame.Columns.Where(c => c.Name.StartsWith(FrameColumns.Score, StringComparison.Ordinal)).Select(c => (c.Name[FrameColumns.Score.Length..], FrameReading.Column(frame, c.Name, "score")))];
        if (!columns.ContainsKey("messages") && !columns.ContainsKey("input"))
            throw new BadInputException($"Data frame: there is neither a column \"input\" nor \"messages\"; there are {string.Join(", ", frame.Columns.Select(c => c.Name))}. Say which columns are what by a map: FieldMap.Parse(\"input=question,output=reply\").");
    }

    public Example Read(int row) => new()
    {
        Id = MappedColumns.Id(columns.GetValueOrDefault("id"), row),
        Position = new(Whole("position_source", row) ?? 0, (long?)Number("position_record", row) ?? row + 1, Whole("position_part", row) ?? 0) { Line = (long?)Number("position_line", row) ?? 0 },
        Messages = Json("messages", row, FrameMessages.Read, "a JSON list of turns with role and content") ?? MappedColumns.Turns(Text("system", row), Text("input", row), Text("output", row)),
        Tools = Text("tools", row),
        Declined = Json("declined", row, FrameMessages.Read, "a JSON list of turns with role and content"),
        Label = Text("label", row),
        Task = Member<TaskKind>("task", row) ?? default,
        Origin = Member<Origin>("origin", row) ?? default,
        Source = Text("source", row),
        Author = Text("author", row),
        Subject = Text("subject", row),
        Conversation = Text("conversation", row),
        ParentId = Text("parent", row),
        Generator = Text("generator", row),
        GeneratorPrompt = Text("generator_prompt", row),
        Licence = Text("licence", row),
        Consent = Text("consent", row),
        Generation = Whole("generation", row) ?? 0,
        CreatedAt = columns.TryGetValue("created", out var created) ? FrameReading.Date(created, row) : null,
        Signals = new() { Events = Member<Events>("events", row) ?? default, Rating = Number("rating", row), Status = Text("status", row), AnsweredBy = Member<AnsweredBy>("answered_by", row) ?? default },
        Occurrences = Whole("occurrences", row) ?? 1,
        Scores = ScoresOf(row),
        Flags = Json("flags", row, FlagsOf, "a JSON list of flags with stage and reason") ?? [],
        Tags = Json("tags", row, t => JsonSerializer.Deserialize<string[]>(t) ?? [], "a JSON list of texts") ?? [],
        Cluster = Text("cluster", row),
        Split = Member<Split>("split", row),
        Repeat = Whole("repeat", row) ?? 1,
        Weight = Number("weight", row),
        Metadata = Text("metadata", row),
    };

    private static Flag[] FlagsOf(string text) => [.. (JsonSerializer.Deserialize<FrameFlag[]>(text) ?? []).Select(f => f is { Stage: not null, Reason: not null } ? new Flag(f.Stage, f.Reason, f.Measured, f.Limit) : throw new FormatException("A flag has no stage or reason."))];

    private Scores ScoresOf(int row)
    {
        var made = Scores.Empty;
        foreach (var (name, column) in scores)
            if (FrameReading.Number(column, row) is { } value) made = made.With(name, value);
        return made;
    }

    private string? Text(string name, int row) => columns.TryGetValue(name, out var column) ? FrameReading.Text(column, row) : null;

    private double? Number(string name, int row) => columns.TryGetValue(name, out var column) ? FrameReading.Number(column, row) : null;

    private int? Whole(string name, int row) => columns.TryGetValue(name, out var column) ? FrameReading.Whole(column, row) : null;

    private T? Member<T>(string name, int row)
        where T : struct, Enum => columns.TryGetValue(name, out var column) ? FrameReading.Member<T>(column, row) : null;

    private T? Json<T>(string name, int row, Func<string, T> read, string expected)
        where T : class => columns.TryGetValue(name, out var column) ? FrameReading.Json(column, row, read, expected) : null;
}

/// <summary>Rows of a data frame whose columns a map names.</summary>
internal sealed class MappedColumns
{
    private readonly Dictionary<string, DataFrameColumn[]> fields = new(StringComparer.Ordinal);

    public MappedColumns(DataFrame frame, FieldMap map)
    {
        foreach (var (field, names) in map.Fields) fields.Add(field, [.. names.Select(n => FrameReading.Column(frame, n, field))]);
        foreach (var single in (string[])["id", "created", "rating"])
            if (fields.TryGetValue(single, out var several) && several.Length > 1) throw new BadInputException($"Data frame: the field \"{single}\" is made of one column, but the map gives {string.Join(" + ", several.Select(c => $"\"{c.Name}\""))}.");
    }

    public Example Read(int row) => new()
    {
        Id = Id(One("id"), row),
        Position = new(0, row + 1),
        Messages = Turns(Text("system", row), Text("input", row), Text("output", row)),
        Label = Text("label", row),
        Author = Text("author", row),
        Subject = Text("subject", row),
        Conversation = Text("conversation", row),
        ParentId = Text("parent", row),
        Generator = Text("generator", row),
        Licence = Text("licence", row),
        Consent = Text("consent", row),
        CreatedAt = One("created") is { } created ? FrameReading.Date(created, row) : null,
        Signals = new() { Rating = One("rating") is { } rating ? FrameReading.Number(rating, row) : null, Status = Text("status", row)?.ToLowerInvariant() },
    };

    /// <summary>The turns of texts that are there.</summary>
    public static Message[] Turns(string? system, string? input, string? output) =>
    [
        .. system is null ? Array.Empty<Message>() : [new(Role.System, system)],
        .. input is null ? Array.Empty<Message>() : [new(Role.User, input)],
        .. output is null ? Array.Empty<Message>() : [new(Role.Assistant, output)],
    ];

    /// <summary>The id of a row; its number where no column has it.</summary>
    public static string Id(DataFrameColumn? column, int row) => column is null ? FormattableString.Invariant($"row-{row + 1}")
        : FrameReading.Text(column, row) is { Length: > 0 } id ? id : throw FrameReading.Bad(row, column.Name, "an id was expected, but the cell is empty; fill it in, or give no column as the id.");

    private DataFrameColumn? One(string field) => fields.TryGetValue(field, out var columns) ? columns[0] : null;

    private string? Text(string field, int row)
    {
        if (!fields.TryGetValue(field, out var columns)) return null;
        var texts = columns.Select(c => FrameReading.Text(c, row)).Where(t => t is not null).ToArray();
        return texts.Length == 0 ? null : string.Join('\n', texts);
    }
}
