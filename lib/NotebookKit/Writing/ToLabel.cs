using NotebookKit.Text;

namespace NotebookKit.Writing;

/// <summary>Collects inputs without an answer and writes <c>to-label.jsonl</c>: <c>{"input","count","ids","source"}</c>, equal inputs (folded) as one,
/// the most frequent first, so that an hour of answering reaches furthest.</summary>
internal sealed class ToLabel
{
    private readonly Dictionary<string, List<Example>> groups = new(StringComparer.Ordinal);

    /// <summary>Adds an example whose text may be shown.</summary>
    public void Add(Example masked)
    {
        var key = Fold.Key(InputOf(masked));
        if (!groups.TryGetValue(key, out var group)) groups[key] = group = [];
        group.Add(masked);
    }

    /// <summary>Writes the file.</summary>
    public WrittenFile Write(string folder)
    {
        using var file = new OutputFile(folder, "to-label.jsonl", ownerOnly: true);
        foreach (var group in groups.OrderByDescending(g => g.Value.Sum(e => (long)e.Occurrences)).ThenBy(g => g.Key, StringComparer.Ordinal))
            file.WriteRow(group.Value, static (json, rows) =>
            {
                // Which of them was read first must not matter: the smallest id speaks for all.
                rows.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
                json.WriteStartObject();
                json.WriteString("input", InputOf(rows[0]));
                json.WriteNumber("count", rows.Sum(e => (long)e.Occurrences));
                ExampleJson.Texts(json, "ids", rows.Select(r => r.Id));
                json.WriteString("source", rows[0].Source);
                json.WriteEndObject();
            });
        return file.Finish();
    }

    private static string InputOf(Example example) => example.LastUserTurn is { Length: > 0 } turn ? turn : example.Input;
}
