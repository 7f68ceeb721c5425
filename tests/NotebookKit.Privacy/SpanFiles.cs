using System.Text.Encodings.Web;
using System.Text.Json;
using NotebookKit.Anonymizing;

namespace NotebookKit.Privacy;

/// <summary>Spans in files, so that other tools are scored by the same rules: one JSON object a line, <c>{"id": "…", "spans": [["TYPE", start, end], …]}</c>.</summary>
/// <remarks>To score another tool: <c>evaluate SET --gold gold.jsonl</c> writes the texts of a set (with their marks) to a file; let the tool read <c>id</c> and <c>text</c> of each line
/// and write its spans in the form above, with its own names of types (<see cref="Labels"/> maps the common ones); then <c>evaluate SET --score theirs.jsonl</c> prints the
/// table of their spans. <c>--predictions ours.jsonl</c> writes ours in the same form.</remarks>
internal static class SpanFiles
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter to, GoldText text, IReadOnlyList<Span> spans, bool withText)
    {
        object[] listed = [.. spans.Select(s => new object[] { s.Type, s.Start, s.End })];
        to.Write(withText ? JsonSerializer.Serialize(new { id = text.Id, text = text.Text, spans = listed }, Plain) : JsonSerializer.Serialize(new { id = text.Id, spans = listed }, Plain));
        to.Write('\n');
    }

    /// <summary>Texts with their marks, as <see cref="Write"/> wrote them.</summary>
    public static IEnumerable<GoldText> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            yield return new(row.GetProperty("id").GetString()!, row.TryGetProperty("text", out var text) ? text.GetString()! : "", [.. row.GetProperty("spans").EnumerateArray()
                .Select(s => new Span(s[1].GetInt32(), s[2].GetInt32(), s[0].GetString()!, 1, "file"))]);
        }
    }
}
