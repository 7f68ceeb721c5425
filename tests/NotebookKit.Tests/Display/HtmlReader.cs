using System.Text;

namespace NotebookKit.Tests.Display;

/// <summary>One piece of a page: a start or end tag with its attributes, or a text.</summary>
internal sealed record HtmlToken(string? Element, bool IsEnd, IReadOnlyList<(string Name, string Value)> Attributes, string Text);

/// <summary>Cuts HTML into tags and texts, strictly: whatever the kit does not write (a comment, an attribute without double quotes, a bare <c>&lt;</c> or
/// <c>&amp;</c>, an unknown element, a tag out of its place) is an error.</summary>
internal static class HtmlReader
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "html", "head", "body", "meta", "title", "style", "script", "header", "main", "footer", "nav", "section", "div", "span", "p", "b", "small", "code", "a", "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "desc", "defs", "pattern", "clipPath", "polygon", "ellipse", "h1", "h2", "h3",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "details", "summary", "del", "ins", "mark", "svg", "rect", "path", "text", "g", "line", "polyline", "circle", "tspan",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "class", "id", "lang", "charset", "content", "http-equiv", "name", "dir", "role", "style", "xmlns", "viewBox", "x", "y", "width", "height", "rx", "d", "text-anchor", "href",
        "cx", "cy", "r", "x1", "y1", "x2", "y2", "points", "transform", "fill", "stroke", "aria-label", "aria-labelledby", "aria-hidden", "type", "data-plot", "data-nk-ready", "stroke-width", "stroke-dasharray", "fill-opacity", "opacity", "font-size", "font-weight", "patternUnits", "clip-path", "dominant-baseline", "stroke-linejoin", "dx", "dy", "ry", "stroke-linecap", "patternTransform",
    };

    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal) { "meta" };

    public static IReadOnlyList<HtmlToken> Read(string html)
    {
        var tokens = new List<HtmlToken>();
        var open = new Stack<string>();
        var at = html.StartsWith("<!doctype html>", StringComparison.Ordinal) ? 15 : 0;
        while (at < html.Length)
        {
            if (open.TryPeek(out var raw) && raw is "script" or "style")
            {
                var end = html.IndexOf($"</{raw}", at, StringComparison.OrdinalIgnoreCase);
                if (end < 0) throw Error(html, at, $"{raw} is not closed");
                tokens.Add(new(null, false, [], html[at..end]));
                at = end;
            }

            if (html[at] != '<')
            {
                var end = html.IndexOf('<', at);
                if (end < 0) end = html.Length;
                tokens.Add(new(null, false, [], Decode(html, at, end)));
                at = end;
                continue;
            }

            var tag = Tag(html, ref at, out var closesItself);
            tokens.Add(tag);
            if (tag.IsEnd && (open.Count == 0 || open.Pop() != tag.Element)) throw Error(html, at, $"</{tag.Element}> is out of its place");
            if (!tag.IsEnd && !closesItself && !Empty.Contains(tag.Element!)) open.Push(tag.Element!);
        }

        if (open.Count > 0) throw Error(html, html.Length, $"{open.Peek()} is not closed");
        return tokens;
    }

    /// <summary>All text of the page, decoded, without styles and scripts.</summary>
    public static string TextOf(IReadOnlyList<HtmlToken> tokens) =>
        string.Concat(tokens.Where((t, i) => t.Element is null && !(i > 0 && tokens[i - 1].Element is "style" or "script" && !tokens[i - 1].IsEnd)).Select(t => t.Text));

    private static HtmlToken Tag(string html, ref int at, out bool closesItself)
    {
        var start = at++;
        var isEnd = html[at] == '/';
        if (isEnd) at++;
        var name = Name(html, ref at);
        if (!Elements.Contains(name)) throw Error(html, start, $"'{name}' is no element of the kit");
        var attributes = new List<(string, string)>();
        closesItself = false;
        while (html[at] != '>')
        {
            if (html[at] == '/' && html[at + 1] == '>')
            {
                (closesItself, at) = (true, at + 1);
                continue;
            }

            if (html[at++] != ' ' || isEnd) throw Error(html, start, "something in a tag that is no attribute");
            var attribute = Name(html, ref at);
            if (!Attributes.Contains(attribute)) throw Error(html, start, $"'{attribute}' is no attribute of the kit");
            if (html[at] != '=' || html[at + 1] != '"') throw Error(html, start, $"'{attribute}' has no value in double quotes");
            var end = html.IndexOf('"', at + 2);
            if (end < 0) throw Error(html, start, $"'{attribute}' does not end");
            var value = Decode(html, at + 2, end);
            if (attribute == "href" && !value.StartsWith('#')) throw Error(html, start, "a reference out of the page");
            if (attribute == "style" && value.Contains("url(", StringComparison.OrdinalIgnoreCase)) throw Error(html, start, "a style that loads");
            attributes.Add((attribute, value));
            at = end + 1;
        }

        at++;
        return new(name, isEnd, attributes, "");
    }

    private static string Name(string html, ref int at)
    {
        var start = at;
        while (char.IsAsciiLetterOrDigit(html[at]) || html[at] == '-') at++;
        return html[start..at];
    }

    private static string Decode(string html, int from, int to)
    {
        var text = new StringBuilder();
        for (var i = from; i < to; i++)
        {
            var c = html[i];
            if (c == '<') throw Error(html, i, "a bare '<'");
            if (c == '&')
            {
                var end = html.IndexOf(';', i);
                var name = end < 0 ? "" : html[(i + 1)..end];
                c = name switch { "amp" => '&', "lt" => '<', "gt" => '>', "quot" => '"', "#39" => '\'', "#96" => '`', _ => throw Error(html, i, "a bare '&'") };
                i = end;
            }

            text.Append(c);
        }

        return text.ToString();
    }

    private static FormatException Error(string html, int at, string what) =>
        new($"{what} at {at}: …{html[Math.Max(0, at - 60)..Math.Min(html.Length, at + 60)]}…");
}
