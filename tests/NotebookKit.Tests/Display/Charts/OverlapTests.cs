using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NotebookKit.Display.Charts;

namespace NotebookKit.Tests.Display.Charts;

/// <summary>No text lies on another one or leaves the picture, by the estimated box of each.</summary>
public partial class OverlapTests
{
    public static TheoryData<string> CaseNames => new(ChartCases.All.Keys);

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Texts_do_not_overlap_and_stay_in_the_picture(string name)
    {
        var svg = XElement.Parse(ChartCases.All[name]().ToSvg());
        var (width, height) = (Number(svg, "width"), Number(svg, "height"));
        var boxes = svg.Descendants().Where(e => e.Name.LocalName == "text").Select(Box).ToList();
        Assert.NotEmpty(boxes);
        foreach (var (text, corners) in boxes)
            Assert.All(corners, c => Assert.True(c.X >= -1 && c.X <= width + 1 && c.Y >= -1 && c.Y <= height + 1, $"'{text}' leaves the picture at {c}"));
        for (var i = 0; i < boxes.Count; i++)
            for (var j = 0; j < i; j++)
                Assert.False(Touch(boxes[i].Corners, boxes[j].Corners), $"'{boxes[i].Text}' touches '{boxes[j].Text}'");
    }

    [Fact]
    public void Cut_text_keeps_the_whole_as_a_hint()
    {
        var svg = XElement.Parse(ChartCases.All["bar-hostile"]().ToSvg());
        var cut = svg.Descendants().Where(e => e.Name.LocalName == "text" && e.FirstNode is XText { Value: [.., '…'] }).ToList();
        Assert.NotEmpty(cut);
        Assert.All(cut, e => Assert.StartsWith(((XText)e.FirstNode!).Value.TrimEnd('…'), e.Elements().Single(t => t.Name.LocalName == "title").Value, StringComparison.Ordinal));
    }

    private static (string Text, (double X, double Y)[] Corners) Box(XElement e)
    {
        var text = ((XText)e.FirstNode!).Value;
        var style = e.Attribute("style")?.Value + e.Parent!.Attribute("style")?.Value;
        var size = SizePattern().Match(style) is { Success: true } m ? double.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 12;
        var (x, y, width) = (Number(e, "x"), Number(e, "y"), TextWidth.Of(text, size));
        var left = e.Attribute("text-anchor")?.Value switch { "middle" => x - (width / 2), "end" => x - width, _ => x };
        // From the height of capitals to the line on which letters stand.
        (double X, double Y)[] corners = [(left, y - (size * 0.75)), (left + width, y - (size * 0.75)), (left + width, y), (left, y)];
        if (e.Attribute("transform")?.Value is not { } turn) return (text, corners);
        var angle = double.Parse(TurnPattern().Match(turn).Groups[1].ValueSpan, CultureInfo.InvariantCulture) * Math.PI / 180;
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        return (text, [.. corners.Select(c => (x + ((c.X - x) * cos) - ((c.Y - y) * sin), y + ((c.X - x) * sin) + ((c.Y - y) * cos)))]);
    }

    /// <summary>Two convex outlines are apart where a line along a side of one separates them.</summary>
    private static bool Touch((double X, double Y)[] a, (double X, double Y)[] b)
    {
        foreach (var outline in new[] { a, b })
            for (var i = 0; i < outline.Length; i++)
            {
                var (from, to) = (outline[i], outline[(i + 1) % outline.Length]);
                var (nx, ny) = (from.Y - to.Y, to.X - from.X);
                var (ofA, ofB) = (a.Select(p => (p.X * nx) + (p.Y * ny)).ToList(), b.Select(p => (p.X * nx) + (p.Y * ny)).ToList());
                if (ofA.Max() <= ofB.Min() || ofB.Max() <= ofA.Min()) return false;
            }

        return true;
    }

    private static double Number(XElement e, string name) => double.Parse(e.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"font-size:(\d+)px")]
    private static partial Regex SizePattern();

    [GeneratedRegex(@"rotate\((-?[\d.]+)")]
    private static partial Regex TurnPattern();
}
