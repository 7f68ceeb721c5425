using System.Globalization;
using System.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Writes elements of SVG; text is encoded, numbers have two digits.</summary>
internal sealed class SvgCanvas
{
    private readonly StringBuilder markup = new();

    /// <summary>Begins a group whose elements share a style.</summary>
    public SvgCanvas Open(string style)
    {
        markup.Append("<g style=\"").Append(style).Append("\">");
        return this;
    }

    /// <summary>Ends the group.</summary>
    public void Close() => markup.Append("</g>");

    /// <summary>A rectangle; the hint shows on hovering.</summary>
    public void Rect(double x, double y, double width, double height, string? hint = null, double round = 0, string? style = null)
    {
        markup.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\"");
        if (round > 0) markup.Append(CultureInfo.InvariantCulture, $" rx=\"{N(round)}\"");
        End("rect", hint, style);
    }

    /// <summary>A path; the hint shows on hovering.</summary>
    public void Path(string commands, string? hint = null, string? style = null)
    {
        markup.Append("<path d=\"").Append(commands).Append('"');
        End("path", hint, style);
    }

    /// <summary>A text; where <paramref name="shown"/> is not the whole, the whole is its hint.</summary>
    public void Text(double x, double y, string shown, string whole, string anchor = "start", string? style = null, double turn = 0)
    {
        markup.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y)}\"");
        if (anchor != "start") markup.Append(CultureInfo.InvariantCulture, $" text-anchor=\"{anchor}\"");
        if (turn != 0) markup.Append(CultureInfo.InvariantCulture, $" transform=\"rotate({N(turn)} {N(x)} {N(y)})\"");
        if (style is not null) markup.Append(" style=\"").Append(style).Append('"');
        markup.Append('>').Append(Words(shown));
        if (shown != whole) markup.Append(Element("title", Visible.Cut(Visible.Line(whole), 300)));
        markup.Append("</text>");
    }

    /// <summary>A number in at most two digits after the point.</summary>
    public static string N(double number) => (Math.Round(number, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A move or a line to a place.</summary>
    public static string To(char command, double x, double y) => $"{command}{N(x)} {N(y)}";

    /// <summary>An element around text, which is encoded.</summary>
    public static Html Element(string name, string text) => Html.Element(name, Words(text));

    public override string ToString() => markup.ToString();

    private void End(string name, string? hint, string? style)
    {
        if (style is not null) markup.Append(" style=\"").Append(style).Append('"');
        if (hint is null) markup.Append("/>");
        else markup.Append('>').Append(Element("title", Visible.Cut(Visible.Line(hint), 300))).Append("</").Append(name).Append('>');
    }

    /// <summary>A text, encoded. Notebook pages look for formulas in the words of a picture, too, and a class of the picture does not hold them off; a sign that
    /// stands in an element of its own begins none.</summary>
    private static Html Words(string text)
    {
        var encoded = Html.Text(text).ToString();
        if (encoded.Count(c => c == '$') < 2 && !encoded.Contains('\\', StringComparison.Ordinal)) return Html.Trusted(encoded);
        return Html.Trusted(encoded.Replace("$", "<tspan>$</tspan>", StringComparison.Ordinal).Replace("\\", "<tspan>\\</tspan>", StringComparison.Ordinal));
    }
}
