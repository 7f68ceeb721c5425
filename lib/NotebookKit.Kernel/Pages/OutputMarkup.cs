using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NotebookKit.Display;
using NotebookKit.Display.Charts;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Pages;

/// <summary>Turns outputs into markup: of the renderings of a value the first of a plot over its picture, HTML, a picture, text. HTML that a cell shows is code of the
/// notebook, as trusted as its cells; text is encoded.</summary>
internal sealed partial class OutputMarkup
{
    private const string Alone = "<svg class=\"nk-chart nk-alone\"";

    private readonly List<string> plots = [];

    /// <summary>True where a plot is on the page.</summary>
    public bool HasPlots => plots.Count > 0;

    /// <summary>The data of the plots so far, as elements that no browser runs.</summary>
    public string PlotData() => string.Concat(plots.Select((json, i) => string.Create(CultureInfo.InvariantCulture, $"<script type=\"application/json\" id=\"nk-plot-{i}\">{json}</script>\n")));

    /// <summary>The markup of an output.</summary>
    public string Render(JsonObject output) => output["output_type"]!.ToString() switch
    {
        "stream" => Text(Lines.Joined(output["text"]), output["name"]?.ToString() == "stderr" ? "nb-text nb-stderr" : "nb-text"),
        "error" => Text(Traceback(output), "nb-text nb-error"),
        _ => Value(output["data"] as JsonObject ?? []),
    };

    private string Value(JsonObject data)
    {
        string? Of(string type) => Lines.Joined(data[type]);
        var picture = Of("image/svg+xml") is { } svg ? Svg(svg) : Of("image/png") is { } png ? Picture("image/png", png) : Of("image/jpeg") is { } jpeg ? Picture("image/jpeg", jpeg) : null;
        if (data[Chart.PlotlyMimeType] is JsonObject plot)
        {
            // The encoder of the base library escapes what could end a script element.
            plots.Add(plot.ToJsonString());
            return string.Create(CultureInfo.InvariantCulture, $"<div class=\"nk-plot\" data-plot=\"nk-plot-{plots.Count - 1}\">{picture ?? Text(Of("text/plain"), "nb-text")}</div>");
        }

        return Of("text/html") is { } html ? $"<div class=\"nb-html\">{html}</div>" : picture ?? Text(Of("text/plain"), "nb-text");
    }

    /// <summary>The kit's own charts take the page's colours; any other picture is shut off from the page.</summary>
    private static string Svg(string svg)
    {
        if (!svg.StartsWith(Alone, StringComparison.Ordinal)) return $"<img class=\"nb-picture\" alt=\"\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}\">";
        var bare = Ground().Replace(svg, "", 1);
        return $"<figure class=\"nk-figure\">{Size().Replace(bare, "<svg class=\"nk-chart\"$1 viewBox=\"0 0 $2 $3\" role=\"img\" style=\"width:100%;max-width:$2px;height:auto;", 1)}</figure>";
    }

    private static string Picture(string type, string base64) =>
        Base64().IsMatch(base64) ? $"<img class=\"nb-picture\" alt=\"\" src=\"data:{type};base64,{base64.ReplaceLineEndings("")}\">" : Text("(a picture that cannot be read)", "nb-text");

    private static string Text(string? text, string css) => $"<pre class=\"{css}\" tabindex=\"0\">{Html.Text(Ansi().Replace(text ?? "", ""))}</pre>";

    private static string Traceback(JsonObject error)
    {
        var lines = (error["traceback"] as JsonArray ?? []).Select(l => l?.ToString() ?? "").ToList();
        var head = $"{error["ename"]}: {error["evalue"]}";
        return string.Join('\n', lines.Exists(l => l.Contains(error["evalue"]?.ToString() ?? "", StringComparison.Ordinal)) ? lines : [head, .. lines]);
    }

    [GeneratedRegex("<style>[^<]*</style><rect [^>]*/>", RegexOptions.CultureInvariant)]
    private static partial Regex Ground();

    [GeneratedRegex("<svg class=\"nk-chart nk-alone\"([^>]*?) width=\"[0-9.]+\" height=\"[0-9.]+\" viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\" role=\"img\" style=\"(?:max-width:100%;height:auto;)?", RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    [GeneratedRegex(@"^[A-Za-z0-9+/=\s]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Base64();

    /// <summary>Colours of a terminal.</summary>
    [GeneratedRegex(@"\u001b\[[0-9;]*[A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Ansi();
}
