using System.Globalization;
using System.Text;

namespace NotebookKit.Display;

/// <summary>Builds one static SVG: no script, no reference, colours that a page may set by variables (with a fallback each), text
/// encoded.</summary>
internal sealed class Svg
{
    public const string Accent = "var(--nk-accent,#3b6fd4)";
    public const string Soft = "var(--nk-soft,#a9b4c4)";
    public const string Loss = "var(--nk-loss,#d2694c)";
    public const string Track = "var(--nk-track,#eceff4)";
    public const string Grid = "var(--nk-grid,#dfe3ea)";

    private readonly StringBuilder markup = new();

    public Svg(double width, double height, string title)
    {
        markup.Append(CultureInfo.InvariantCulture, $"<svg class=\"nk-chart\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0.##} {height:0.##}\" role=\"img\" ");
        markup.Append(CultureInfo.InvariantCulture, $"style=\"width:100%;max-width:{width:0.##}px;height:auto;font:12px system-ui,sans-serif\">");
        markup.Append(Html.Element("title", title));
    }

    /// <summary>A bar with a hint that shows on hovering.</summary>
    public Svg Rect(double x, double y, double width, double height, string fill, string? hint = null, double round = 2)
    {
        if (width <= 0 || height <= 0) return this;
        markup.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" rx=\"{round:0.##}\" style=\"fill:{fill}\"");
        if (hint is null) markup.Append("/>");
        else markup.Append('>').Append(Html.Element("title", hint)).Append("</rect>");
        return this;
    }

    /// <summary>A horizontal line.</summary>
    public Svg Line(double x, double y, double width)
    {
        markup.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x:0.##} {y:0.##}h{width:0.##}\" style=\"stroke:{Grid};stroke-width:1;fill:none\"/>");
        return this;
    }

    /// <summary>A text; <paramref name="anchor"/> is start, middle or end. Cut text shows whole on hovering.</summary>
    public Svg Text(double x, double y, string text, string anchor = "start", bool muted = false, int most = int.MaxValue, bool bold = false)
    {
        var shown = Visible.Line(text);
        var style = (muted ? "fill:var(--nk-muted,#68748a)" : "fill:currentColor") + (bold ? ";font-weight:600" : "");
        markup.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" style=\"{style}\">");
        markup.Append(Html.Text(Short(shown, most)));
        if (shown.Length > most) markup.Append(Html.Element("title", Visible.Cut(shown, 300)));
        markup.Append("</text>");
        return this;
    }

    /// <summary>A key to the colours, from left to right.</summary>
    public Svg Legend(double x, double y, IEnumerable<(string Name, string Fill)> entries)
    {
        foreach (var (name, fill) in entries)
        {
            Rect(x, y - 9, 10, 10, fill);
            Text(x + 15, y, name, muted: true);
            x += 33 + (6.6 * name.Length);
        }

        return this;
    }

    /// <summary>The whole SVG.</summary>
    public Html Close() => Html.Trusted(markup.Append("</svg>").ToString());

    private static string Short(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
