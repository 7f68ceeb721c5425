using System.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Text for Plotly, which reads its strings as a small HTML: tags such as <c>&lt;b&gt;</c> and <c>&lt;a&gt;</c>, entities, and
/// formulas between dollar signs where a page has MathJax (plotly.js, src/lib/svg_text_utils.js; the attributes' "uses a subset of HTML tags"
/// in its reference). Templates in percent signs are read in some places, too. Text from data is written so that it is shown literally.</summary>
internal static class PlotlyText
{
    private const int MostHint = 300, HintLine = 72, MostLabel = 60;

    /// <summary>A text on one line.</summary>
    public static string Line(string text)
    {
        var shown = Visible.Line(text);
        var escaped = new StringBuilder(shown.Length + 16);
        for (var i = 0; i < shown.Length; i++)
            _ = shown[i] switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '$' => escaped.Append("&#36;"),
                '%' when i + 1 < shown.Length && shown[i + 1] == '{' => escaped.Append("&#37;"),
                var c => escaped.Append(c),
            };
        return escaped.ToString();
    }

    /// <summary>A name at an axis or in the legend, cut at 60 characters.</summary>
    public static string Label(string text) => Line(Cut(Visible.Line(text), MostLabel));

    /// <summary>A hint, broken into lines, cut at 300 characters.</summary>
    public static string Hint(string text)
    {
        var shown = Visible.Cut(Visible.Line(text), MostHint);
        var lines = new List<string>();
        while (shown.Length > HintLine)
        {
            var end = shown.LastIndexOf(' ', HintLine, HintLine / 2);
            if (end < 0) end = char.IsHighSurrogate(shown[HintLine - 1]) ? HintLine - 1 : HintLine;
            lines.Add(shown[..end]);
            shown = shown[end..].TrimStart();
        }

        return string.Join("<br>", lines.Append(shown).Select(Line));
    }

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1), "…");
}
