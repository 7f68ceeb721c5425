using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookKit.Display;

namespace NotebookKit.Kernel.Cells.Rendering;

/// <summary>Makes the renderings of any value. What a value says of itself comes first: as a view of the kit, by formatters of its own, by a public
/// <c>ToHtml()</c>. A value that throws while it is rendered shows that instead.</summary>
internal static class ValueRenderer
{
    private const string Text = "text/plain", Markup = "text/html";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The renderings of a value.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public static MimeBundle Render(object? value)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return Complete(Renderings(value), value);
        }
        catch (Exception error) when (!Running.ErrorReport.IsStop(error))
        {
            var cause = error is TargetInvocationException { InnerException: { } inner } ? inner : error;
            return MimeBundle.OfText($"({TypeNames.Of(value!.GetType())} cannot be shown: {TypeNames.Of(cause.GetType())}: {cause.Message})");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>Text in a format of its own.</summary>
    public static MimeBundle As(string text, string mimeType) => MimeBundle.Of(((string, string)[])(mimeType == Text ? [(Text, text)] : [(mimeType, text), (Text, text)]));

    private static IEnumerable<KeyValuePair<string, string>> Renderings(object? value) => value switch
    {
        null or string => [],
        MimeBundle ready => ready.Renderings,
        IView view => view.ToMimeBundle(),
        JsonNode or JsonElement or JsonDocument => [new("application/json", JsonSerializer.Serialize(value, Indented))],
        byte[] image when Image(image) is { } type => [new(type, Convert.ToBase64String(image)), new(Text, FormattableString.Invariant($"{type}, {image.Length} bytes"))],
        _ => FormatterSources.Render(value) ?? Own(value) ?? Table(value) ?? [],
    };

    /// <summary>There is always plain text; and where a plot is drawn by the host, no HTML competes with it.</summary>
    private static MimeBundle Complete(IEnumerable<KeyValuePair<string, string>> renderings, object? value)
    {
        var all = new Dictionary<string, string>(renderings, StringComparer.Ordinal);
        if (!all.ContainsKey(Text)) all[Text] = all.GetValueOrDefault("application/json") ?? PlainText.Of(value);
        if (all.Keys.Any(k => k.StartsWith("application/vnd.plotly", StringComparison.Ordinal))) all.Remove(Markup);
        return MimeBundle.Of(all.Select(r => (r.Key, r.Value)));
    }

    /// <summary>What a type with a public <c>ToHtml()</c> says, and what its <c>ToText()</c> says where it has one.</summary>
    private static Dictionary<string, string>? Own(object value)
    {
        if (Call(value, "ToHtml") is not { } html) return null;
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { [Markup] = html };
        if (Call(value, "ToText") is { } text) all[Text] = text;
        return all;
    }

    private static string? Call(object value, string method) =>
        value.GetType().GetMethod(method, BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes) is { } found && found.ReturnType == typeof(string) && !found.ContainsGenericParameters
            ? (string?)found.Invoke(value, null) : null;

    private static IEnumerable<KeyValuePair<string, string>>? Table(object value)
    {
        if (ValueTables.Of(value) is not { } table) return null;
        var all = new Dictionary<string, string>(((IView)table).ToMimeBundle(), StringComparer.Ordinal);
        if (value is not System.Collections.IEnumerable and not System.Data.DataTable && PlainText.HasOwnText(value.GetType())) all[Text] = PlainText.Of(value);
        return all;
    }

    private static string? Image(byte[] bytes) =>
        bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) ? "image/png"
        : bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg" : null;
}
