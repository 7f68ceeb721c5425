using System.Collections;
using System.Data;
using NotebookKit.Display;

namespace NotebookKit.Kernel.Cells.Sql;

/// <summary>A cell's variable as a table of a database.</summary>
/// <param name="Columns">Names of the columns, unlike also without case.</param>
/// <param name="Rows">Their values, row by row.</param>
internal sealed record SqlTable(IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows)
{
    private static readonly (string Name, Func<Example, object?> Read)[] OfExamples =
    [
        ("id", e => e.Id), ("input", e => e.Input), ("output", e => e.Output), ("system", e => e.SystemPrompt), ("label", e => e.Label), ("source", e => e.Source),
        ("created", e => e.CreatedAt), ("split", e => e.Split), ("flags", e => string.Join(", ", e.Flags.Select(f => f.Reason))), ("turns", e => e.Messages.Count),
        ("length", e => e.Length), ("tokens", e => TokenEstimate.Of(e)), ("task", e => e.Task), ("origin", e => e.Origin), ("author", e => e.Author), ("subject", e => e.Subject),
        ("conversation", e => e.Conversation), ("cluster", e => e.Cluster), ("occurrences", e => e.Occurrences), ("repeat", e => e.Repeat), ("weight", e => e.Weight),
        ("generator", e => e.Generator), ("licence", e => e.Licence), ("metadata", e => e.Metadata),
    ];

    /// <summary>Whether values of the type can be a table.</summary>
    public static bool Is(object? value) => value is Dataset or DataTable or (IEnumerable and not string);

    /// <summary>The table of a value for which <see cref="Is"/> holds.</summary>
    public static SqlTable Of(object value) => value switch
    {
        Dataset data => Of(data.Examples),
        IEnumerable<Example> examples => Of(examples),
        DataTable data => new([.. data.Columns.Cast<DataColumn>().Select(c => c.ColumnName)], data.Rows.Cast<DataRow>().Select(r => r.ItemArray.Select(Plain).ToArray())),
        _ => Of((IEnumerable)value),
    };

    private static SqlTable Of(IEnumerable<Example> examples) =>
        new([.. OfExamples.Select(c => c.Name)], examples.Select(e => OfExamples.Select(c => Plain(c.Read(e))).ToArray()));

    private static SqlTable Of(IEnumerable source)
    {
        var rows = source.Cast<object?>().ToList();
        var element = source.GetType().GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)).Select(i => i.GetGenericArguments()[0]).FirstOrDefault();
        var columns = RowReader.Columns(element ?? typeof(object), rows);
        var names = new List<string>();
        foreach (var column in columns)
        {
            var name = column.Name.Replace(' ', '_');
            while (names.Contains(name, StringComparer.OrdinalIgnoreCase)) name += "_";
            names.Add(name);
        }

        return new(names, rows.Select(r => columns.Select(c => r is null ? null : Plain(c.Read(r))).ToArray()));
    }

    /// <summary>A value as a database has it: numbers, texts, bytes; anything else as the kit's tables show it.</summary>
    private static object? Plain(object? value) => value switch
    {
        null or DBNull => null,
        string or bool or byte[] or sbyte or byte or short or ushort or int or uint or long or double or float or decimal or Half or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or Guid => value,
        Enum name => name.ToString(),
        _ => CellValue.Of(value).Text,
    };
}
