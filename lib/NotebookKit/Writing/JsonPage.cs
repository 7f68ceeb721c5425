using System.Text;
using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Writing;

/// <summary>One JSON object over several lines, for files that people read too; the same bytes on every machine.</summary>
internal static class JsonPage
{
    public static string Build(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonTexts.Writing with { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }
}
