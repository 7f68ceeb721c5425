using System.Text.Json;

namespace NotebookKit.Anonymizing;

/// <summary>What a language model answered, held against the text.</summary>
/// <param name="Finds">Finds whose words stand in the text.</param>
/// <param name="Refused">How many did not, or were of a type that nobody asked for.</param>
internal sealed record ChatAnswer(IReadOnlyList<RemoteFind> Finds, int Refused)
{
    /// <summary>Reads an answer; null where it is not the JSON that was asked for.</summary>
    public static ChatAnswer? Read(string answer, string text, IReadOnlyList<string> types, double score)
    {
        try
        {
            using var json = JsonDocument.Parse(Bare(answer));
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("finds", out var list) || list.ValueKind != JsonValueKind.Array) return null;
            var finds = new List<RemoteFind>();
            var refused = 0;
            foreach (var one in list.EnumerateArray())
            {
                if (one.ValueKind != JsonValueKind.Object || !one.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
                    || !one.TryGetProperty("quote", out var quote) || quote.ValueKind != JsonValueKind.String) return null;
                var before = finds.Count;
                if (types.Contains(type.GetString()!, StringComparer.Ordinal)) Add(text, quote.GetString()!, Occurrence(one), type.GetString()!, score, finds);
                if (finds.Count == before) refused++;
            }

            return new(finds, refused);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Broken JSON, and strings with half a surrogate pair.
            return null;
        }
    }

    /// <summary>Without the fence that models like to put around JSON.</summary>
    private static ReadOnlyMemory<char> Bare(string answer)
    {
        var bare = answer.AsMemory().Trim();
        if (!bare.Span.StartsWith("```") || !bare.Span.EndsWith("```") || bare.Span.IndexOf('\n') is not (> 0 and var line) || line >= bare.Length - 3) return bare;
        return bare[line..^3];
    }

    /// <summary>Which of several places is meant, from 1; 0 for all.</summary>
    private static int Occurrence(JsonElement find) => find.TryGetProperty("occurrence", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0 ? number : 0;

    /// <summary>Adds the places where the quote stands: the one that is counted, or all of them where the count is missing or wrong. "Jo" is not "Jo" of "Job" unless it stands
    /// nowhere else.</summary>
    private static void Add(string text, string quote, int occurrence, string type, double score, List<RemoteFind> finds)
    {
        if (!quote.Any(char.IsLetterOrDigit)) return;
        var places = Places(text, quote, whole: true);
        if (places.Count == 0) places = Places(text, quote, whole: false);
        if (occurrence > 0 && occurrence <= places.Count) places = [places[occurrence - 1]];
        foreach (var place in places) finds.Add(new(place, place + quote.Length, type, score));
    }

    private static List<int> Places(string text, string quote, bool whole)
    {
        var places = new List<int>();
        for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quote, at + quote.Length, StringComparison.Ordinal))
            if (!whole || (IsBorder(text, at) && IsBorder(text, at + quote.Length))) places.Add(at);
        return places;
    }

    private static bool IsBorder(string text, int index) => index == 0 || index == text.Length || Chars.IsBoundary(text, index);
}
