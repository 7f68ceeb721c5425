using System.Globalization;
using NotebookKit.Display.Charts;

namespace NotebookKit.Tests.Display.Charts;

/// <summary>Contrast as WCAG 2.2 defines it: relative luminance of sRGB, (lighter + 0.05) / (darker + 0.05).</summary>
public class PaletteTests
{
    private static readonly string[] LightGrounds = ["#ffffff", "#fbfbfa"], DarkGrounds = ["#12161d", "#1a2029"];

    private static IEnumerable<Paint> Marks => [.. Palette.SeriesPaints, Palette.Accent, Palette.Before, Palette.Loss];

    [Fact]
    public void Marks_stand_out_from_light_and_from_dark_grounds()
    {
        foreach (var paint in Marks)
        {
            Assert.All(LightGrounds, g => Assert.True(Contrast(paint.Light, g) >= 3, $"{paint.Variable} {paint.Light} on {g}: {Contrast(paint.Light, g):0.00}"));
            Assert.All(DarkGrounds, g => Assert.True(Contrast(paint.Dark, g) >= 3, $"{paint.Variable} {paint.Dark} on {g}: {Contrast(paint.Dark, g):0.00}"));
        }
    }

    [Fact]
    public void The_colours_of_a_page_that_sets_none_suit_a_dark_ground_too() =>
        Assert.All(Marks, p => Assert.All(DarkGrounds, g => Assert.True(Contrast(p.Light, g) >= 3, $"{p.Variable} {p.Light} on {g}: {Contrast(p.Light, g):0.00}")));

    [Fact]
    public void Text_is_legible_on_its_grounds()
    {
        foreach (var paint in new[] { Palette.Ink, Palette.Muted })
        {
            Assert.True(Contrast(paint.Light, Palette.Paper.Light) >= 4.5);
            Assert.True(Contrast(paint.Dark, Palette.Paper.Dark) >= 4.5);
        }

        Assert.All(LightGrounds.Concat(DarkGrounds), g => Assert.True(Contrast(PlotlyTheme.Neutral.Text, g) >= 3.5));
    }

    [Fact]
    public void Text_is_legible_on_the_strongest_shade_of_a_cell()
    {
        Assert.True(Contrast(Palette.Ink.Light, Mix(Palette.Accent.Light, "#ffffff", SvgBoxes.StrongestShade)) >= 4.5);
        Assert.True(Contrast(Palette.Ink.Dark, Mix(Palette.Accent.Dark, Palette.Paper.Dark, SvgBoxes.StrongestShade)) >= 4.5);
    }

    [Fact]
    public void Series_are_told_apart_by_shape_too() =>
        Assert.Equal(8, Enumerable.Range(0, 8).Select(i => Palette.Series(i, 8)).Select(p => (p.Light, p.Shape)).Distinct().Count());

    private static string Mix(string upper, string lower, double opacity) =>
        "#" + string.Concat(Parts(upper).Zip(Parts(lower), (u, l) => ((int)Math.Round((u * opacity) + (l * (1 - opacity)))).ToString("x2", CultureInfo.InvariantCulture)));

    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var linear = Parts(colour).Select(p => p / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    private static int[] Parts(string colour) => [.. new[] { 1, 3, 5 }.Select(i => int.Parse(colour.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
