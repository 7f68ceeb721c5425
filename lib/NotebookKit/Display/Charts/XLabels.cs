namespace NotebookKit.Display.Charts;

/// <summary>A text below the plot: its place in data and in the picture, what is shown of it, and the whole.</summary>
internal readonly record struct XLabel(double At, double X, string Shown, string Whole);

/// <summary>The texts below the plot, so that none touches another: level where they have room, slanted where not, some left out where they
/// would still be too near.</summary>
internal sealed class XLabels
{
    public const double Slant = 40;

    private const double Longest = 130, Near = 15, Between = 8, BetweenBorders = 4;

    private static readonly double Cos = Math.Cos(Slant * Math.PI / 180), Sin = Math.Sin(Slant * Math.PI / 180);

    private XLabels(IReadOnlyList<XLabel> items, bool slanted)
    {
        Items = items;
        IsSlanted = slanted;
        Height = items.Count == 0 ? 0 : slanted ? 10 + (items.Max(i => TextWidth.Of(i.Shown)) * Sin) : 14;
    }

    public IReadOnlyList<XLabel> Items { get; }

    public bool IsSlanted { get; }

    /// <summary>Pixels that they need below the plot.</summary>
    public double Height { get; }

    /// <summary>How many ticks of numbers or dates have room.</summary>
    public static int About(Axis axis, double width) => Math.Max(2, (int)(width / (axis.Kind == AxisKind.Date ? 100 : 76)));

    /// <summary>The left margin that slanted texts need.</summary>
    public static double LeftRoom(Axis axis, double left, double right)
    {
        var slot = (right - left) / Math.Max(1, axis.Fixed.Count);
        if (axis.Hidden || axis.Fixed.Count == 0 || Fits(axis, slot)) return left;
        return axis.Fixed.Take(12).Select((t, i) => (Math.Min(Longest, TextWidth.Of(Visible.Line(t.Text))) * Cos) - ((i + 0.5) * slot) + 4).Append(left).Max();
    }

    public static XLabels Place(Axis axis, Scale scale, double width)
    {
        if (axis.Hidden) return new([], false);
        if (axis.Kind != AxisKind.Fixed || axis.AtBorders) return new(Level(scale, axis.AtBorders ? BetweenBorders : Between), false);
        var slot = width / Math.Max(1, axis.Fixed.Count);
        if (Fits(axis, slot)) return new([.. axis.Fixed.Select(t => new XLabel(t.At, scale.Of(t.At), Visible.Line(t.Text), Visible.Line(t.Text)))], false);
        var thin = Math.Max(1, (int)Math.Ceiling(Near / Sin * 0.72 / slot));
        return new([.. axis.Fixed.Where((_, i) => i % thin == 0).Select(t => (t.At, Whole: Visible.Line(t.Text)))
            .Select(t => new XLabel(t.At, scale.Of(t.At), TextWidth.Cut(t.Whole, Longest), t.Whole))], true);
    }

    private static bool Fits(Axis axis, double slot) => axis.Fixed.All(t => TextWidth.Of(Visible.Line(t.Text)) <= slot - 6);

    /// <summary>Level texts; each one that would touch the one before is left out.</summary>
    private static List<XLabel> Level(Scale scale, double between)
    {
        var items = new List<XLabel>();
        var end = double.NegativeInfinity;
        foreach (var tick in scale.Ticks.Where(t => t.Text.Length > 0))
        {
            var (at, half) = (scale.Of(tick.At), TextWidth.Of(tick.Text) / 2);
            if (at - half < end + between) continue;
            items.Add(new(tick.At, at, tick.Text, tick.Text));
            end = at + half;
        }

        return items;
    }
}
