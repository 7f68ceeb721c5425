using System.Text.Json;

namespace NotebookKit.Cleaning;

/// <summary>What an LLM API reported about the end of an answer, kept among the fields that the kit does not know.</summary>
internal static class FinishReason
{
    private static readonly string[] Names = ["finish_reason", "stop_reason", "finishReason", "stopReason"];
    private static readonly string[] Lengths = ["length", "max_tokens", "max_output_tokens", "MAX_TOKENS", "model_length"];

    /// <summary>True where the answer ended because it reached the limit of its length.</summary>
    public static bool IsLength(string? metadata)
    {
        if (metadata is null || !Names.Any(name => metadata.Contains(name, StringComparison.Ordinal))) return false;
        try
        {
            using var document = JsonDocument.Parse(metadata);
            return Reports(document.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            // Metadata that is no JSON, or holds half a character, reports nothing.
            return false;
        }
    }

    private static bool Reports(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(p => (Names.Any(n => p.NameEquals(n)) && IsLength(p.Value)) || Reports(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(Reports),
        _ => false,
    };

    private static bool IsLength(JsonElement value) => value.ValueKind == JsonValueKind.String && Lengths.Any(l => value.ValueEquals(l));
}
