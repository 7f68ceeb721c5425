using System.Globalization;
using System.Text.Json;
using NotebookKit.Display;
using Plotly.NET;

namespace NotebookKit.PlotlyNet;

/// <summary>A chart of Plotly.NET as a view, for hosts that draw plotly's JSON: the kit's own kernel and pages, Jupyter, VS Code. Where none is drawn it is a table of its traces.</summary>
/// <remarks>Plotly.NET's own HTML loads plotly.js by a script in every output; notebooks that are kept hold no scripts, and pages run none but the kit's.</remarks>
public sealed class GenericChartView : IView
{
    private readonly JsonElement figure;

    internal GenericChartView(GenericChart chart) => figure = JsonSerializer.Deserialize<JsonElement>(GenericChart.toJson(chart));

    /// <summary>The chart as JSON that may stand in a script element: <c>data</c>, <c>layout</c> and <c>config</c>.</summary>
    public string ToPlotlyJson() => JsonSerializer.Serialize(figure);

    /// <summary>The traces: kind, name, and how many values each has.</summary>
    public Table ToTable() => new()
    {
        Caption = Title(figure.GetProperty("layout")),
        Columns = [new("trace"), new("name"), new("values", ColumnKind.Number)],
        Rows = [.. figure.GetProperty("data").EnumerateArray().Select(t => (IReadOnlyList<string?>)[Text(t, "type"), Text(t, "name"), Length(t).ToString("N0", CultureInfo.InvariantCulture)])],
    };

    /// <inheritdoc/>
    public string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public string ToHtml() => ToTable().ToHtml();

    /// <summary>Plotly's JSON and text. No HTML: a host that knows plotly would otherwise have two pictures to choose from.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() =>
        new SortedDictionary<string, string>(StringComparer.Ordinal) { [Display.Charts.Chart.PlotlyMimeType] = ToPlotlyJson(), ["text/plain"] = ToText() };

    /// <inheritdoc/>
    public override string ToString() => ToText();

    /// <summary>Plotly knows a title as a text and as an object that has one.</summary>
    private static string? Title(JsonElement layout) =>
        !layout.TryGetProperty("title", out var title) ? null : title.ValueKind == JsonValueKind.Object ? Text(title, "text") : title.ValueKind == JsonValueKind.String ? title.GetString() : null;

    private static string? Text(JsonElement of, string member) => of.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static int Length(JsonElement trace) =>
        ((string[])["x", "y", "z", "values", "r", "lat"]).Max(n => trace.TryGetProperty(n, out var list) && list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0);
}
