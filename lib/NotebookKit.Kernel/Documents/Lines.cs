using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKit.Kernel.Documents;

/// <summary>Texts of a notebook, which stand in it as one string or as a list of lines with their line ends.</summary>
internal static class Lines
{
    /// <summary>The text; null where the node is neither a string nor a list of strings.</summary>
    public static string? Joined(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonArray items when items.All(i => i is JsonValue line && line.GetValueKind() == JsonValueKind.String) => string.Concat(items.Select(i => i!.GetValue<string>())),
        _ => null,
    };

    /// <summary>The text as a list of lines, each but the last with its line end.</summary>
    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at + 1 : text.Length;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }

    /// <summary>What stands under keys, one inside the other; null where there is nothing, or something else than an object on the way.</summary>
    public static JsonNode? At(JsonNode? node, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys) node = (node as JsonObject)?[key];
        return node;
    }

    /// <summary>Whether the texts of a rendering stand as lines: markup and text do, pictures in base64 do not.</summary>
    public static bool AreUsualFor(string mimeType) => mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "image/svg+xml" or "application/javascript";
}
