using System.Collections.Immutable;

namespace NotebookKit.Kernel.Cells;

/// <summary>The renderings of one value by MIME type. JSON types (<c>application/json</c>, <c>…+json</c>) hold JSON text; all others hold the text itself,
/// and images that are not text hold base64.</summary>
/// <param name="Renderings">By MIME type, in ordinal order.</param>
public sealed record MimeBundle(ImmutableSortedDictionary<string, string> Renderings)
{
    /// <summary>Plain text alone.</summary>
    public static MimeBundle OfText(string text) => Of(("text/plain", text));

    /// <summary>Several renderings of one value.</summary>
    public static MimeBundle Of(params IEnumerable<(string Type, string Text)> renderings) =>
        new(renderings.ToImmutableSortedDictionary(r => r.Type, r => r.Text, StringComparer.Ordinal));

    /// <summary>Whether a type's text is JSON, to be written as such and not as a string.</summary>
    public static bool IsJson(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal);
    }
}
