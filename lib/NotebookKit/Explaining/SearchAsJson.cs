using NotebookKit.Writing;

namespace NotebookKit.Explaining;

/// <summary>Rows that were found by their text, as one JSON object.</summary>
public static class SearchAsJson
{
    /// <summary><c>{"rows":[{"id","kept","input","answer"}]}</c>.</summary>
    public static string Of(IEnumerable<TextMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        return JsonPage.Build(json =>
        {
            json.WriteStartArray("rows");
            foreach (var match in matches)
            {
                json.WriteStartObject();
                json.WriteString("id", match.Id);
                json.WriteBoolean("kept", match.Kept);
                json.WriteString("input", match.Text.Input);
                json.WriteString("answer", match.Text.Output);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }
}
