using System.Text.Json.Nodes;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Running;

/// <summary>The texts in an output of a file.</summary>
internal static class OutputText
{
    /// <summary>Each with its kind: the name of a stream, a MIME type, or <c>error</c>.</summary>
    public static IEnumerable<(string Type, string Text)> All(JsonObject output)
    {
        switch (output["output_type"]!.ToString())
        {
            case "stream":
                yield return (output["name"]?.ToString() ?? "stream", Lines.Joined(output["text"]) ?? "");
                break;
            case "error":
                yield return ("error", $"{output["ename"]}: {output["evalue"]}\n{string.Join('\n', (output["traceback"] as JsonArray ?? []).Select(l => l?.ToString()))}");
                break;
            default:
                foreach (var (type, value) in output["data"] as JsonObject ?? [])
                    yield return (type, value is null ? "null" : Lines.Joined(value) ?? Sorted(value)!.ToJsonString());
                break;
        }
    }

    /// <summary>The same JSON with names in ordinal order: programs write them in an order of their own, and it means nothing.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => KeyValuePair.Create(f.Key, Sorted(f.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    /// <summary>Whether a kind is markup.</summary>
    public static bool IsMarkup(string type) => type is "text/html" or "image/svg+xml" or "text/markdown";
}
