using NotebookKit.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Draws flows between nodes as bands. Places are pixels of a plot that is <see cref="Wide"/> wide.</summary>
internal static class SankeyFigure
{
    private const double Wide = 1_000, NodeWide = 16, Gap = 18, Room = 200;

    public static Figure Of(string title, IReadOnlyList<Flow> flows, SankeyOptions options)
    {
        var plan = SankeyPlan.Of(flows, options.MostFlows);
        var most = plan.Layers.Select(l => l.Count).DefaultIfEmpty(1).Max();
        var height = options.Height is { } given ? Math.Max(40, given - 60) : Math.Max(120, most * 46.0);
        plan.Place(height, Gap);
        var step = plan.Layers.Count > 1 ? (Wide - NodeWide - Room) / (plan.Layers.Count - 1) : 0;
        string Amount(double amount) => $"{Numbers.Measure(amount)} {options.Unit}";
        var bands = plan.Flows.Select(f => new Area(
            Band(NodeWide + (f.From.Layer * step), f.FromTop, f.To.Layer * step, f.ToTop, f.Thick), $"{f.From.Name} → {f.To.Name}: {Amount(f.Amount)}")).ToList();
        var nodes = plan.Nodes.Select(n => new Area(Box(n.Layer * step, n.Top, n.Bottom), $"{n.Name}: {Amount(n.Amount)}")).ToList();
        var texts = plan.Nodes.Select(n => new Label((n.Layer * step) + NodeWide, (n.Top + n.Bottom) / 2, $"{n.Name} {Numbers.Measure(n.Amount)}", 1,
            (n.Layer == plan.Layers.Count - 1 ? Room : step - NodeWide) / Wide)).ToList();
        return new()
        {
            Title = title,
            Kind = "Flow chart",
            Options = options,
            X = new() { Kind = AxisKind.Number, Low = 0, High = Wide, Hidden = true, Loose = false, Title = options.XTitle },
            Y = new() { Kind = AxisKind.Number, Low = 0, High = height, Hidden = true, Loose = false, Down = true, Title = options.YTitle },
            Traces =
            [
                new AreaTrace { Name = "flows", Paint = Palette.Accent, InLegend = false, Areas = bands, Opacity = 0.32 },
                new AreaTrace { Name = "nodes", Paint = Palette.Accent, InLegend = false, Areas = nodes },
                new LabelTrace { Name = "names", Paint = Palette.Ink, InLegend = false, Labels = texts },
            ],
            RowSizes = [.. plan.Flows.Select(f => f.Amount)],
            PlotHeight = height,
            Notes = Usable.Notes(options, plan.Notes),
            Table = new()
            {
                Caption = title,
                Columns = [new("from"), new("to"), new(options.Unit, true)],
                Rows = [.. plan.Flows.Select(f => (IReadOnlyList<string>)[f.From.Name, f.To.Name, Numbers.Measure(f.Amount)])],
            },
        };
    }

    private static (double X, double Y)[] Box(double left, double top, double bottom) => [(left, top), (left + NodeWide, top), (left + NodeWide, bottom), (left, bottom)];

    /// <summary>A band that leaves and arrives level: two cubic curves, as points, since not every rendering knows curves.</summary>
    private static List<(double X, double Y)> Band(double left, double leftTop, double right, double rightTop, double thick)
    {
        const int Points = 16;
        var upper = new List<(double X, double Y)>();
        for (var i = 0; i <= Points; i++)
        {
            var t = (double)i / Points;
            // Control points in the middle: x is a cubic in t, y eases from one height to the other.
            var x = left + ((right - left) * ((1.5 * t * (1 - t)) + (t * t * t)));
            upper.Add((x, leftTop + ((rightTop - leftTop) * t * t * (3 - (2 * t)))));
        }

        return [.. upper, .. upper.AsEnumerable().Reverse().Select(p => (p.X, p.Y + thick))];
    }
}
