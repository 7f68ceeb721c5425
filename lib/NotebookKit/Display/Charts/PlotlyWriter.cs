using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace NotebookKit.Display.Charts;

/// <summary>Writes JSON that may stand in a script element.</summary>
internal sealed class PlotlyWriter : IDisposable
{
    // Lets letters of all scripts pass, yet escapes <, >, &, quotes and the line and paragraph separators, as this class of encoders always does.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly MemoryStream stream = new();
    private readonly Utf8JsonWriter json;

    public PlotlyWriter() => json = new(stream, Options);

    /// <summary>An object; without a name as an item of a list.</summary>
    public void Object(string? name, Action content)
    {
        if (name is not null) json.WritePropertyName(name);
        json.WriteStartObject();
        content();
        json.WriteEndObject();
    }

    /// <summary>A list; without a name as an item of a list.</summary>
    public void List<T>(string? name, IEnumerable<T> items, Action<T> item)
    {
        if (name is not null) json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var i in items) item(i);
        json.WriteEndArray();
    }

    public void Texts(string name, IEnumerable<string> texts) => List(name, texts, t => json.WriteStringValue(t));

    public void Numbers(string? name, IEnumerable<double> numbers) => List(name, numbers, Number);

    public void Set(string name, string text) => json.WriteString(name, text);

    public void Set(string name, bool value) => json.WriteBoolean(name, value);

    public void Set(string name, double number)
    {
        json.WritePropertyName(name);
        Number(number);
    }

    public void Text(string text) => json.WriteStringValue(text);

    /// <summary>A number with twelve digits, which are the same on every machine; null for what is none.</summary>
    public void Number(double number)
    {
        if (!double.IsFinite(number)) json.WriteNullValue();
        else json.WriteRawValue((number + 0.0).ToString("G12", CultureInfo.InvariantCulture));
    }

    public override string ToString()
    {
        json.Flush();
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public void Dispose()
    {
        json.Dispose();
        stream.Dispose();
    }
}
