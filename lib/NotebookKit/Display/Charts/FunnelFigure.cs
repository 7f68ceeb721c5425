using NotebookKit.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Draws what each stage kept and removed: lying bars, the numbers at the right.</summary>
internal static class FunnelFigure
{
    public static Figure Of(string title, IReadOnlyList<FunnelStage> given, FunnelOptions options)
    {
        var stages = given.Select(s => s with { Kept = Math.Max(0, s.Kept), Removed = Math.Max(0, s.Removed) }).ToList();
        var whole = Math.Max(1.0, stages.Select(Received).DefaultIfEmpty(0).Max());
        Bar Part(int row, double from, double to, string value) => new(row, row, 0.62, from / whole, to / whole, stages[row].Name, value);
        string Count(long count, double of) => $"{Numbers.Count(count)} {options.Unit} ({Numbers.Share(count, (long)of)})";
        var used = stages.Index().Where(s => Received(s.Item) > 0).ToList();
        var trace = new BarTrace { Name = "", Paint = Palette.Track, Horizontal = true, Ground = true, InLegend = false, Bars = [.. used.Select(s => Part(s.Index, 0, whole, ""))] };
        var part = trace with { Ground = false, Stacked = true, InLegend = true };
        Bar[] kept = [.. used.Where(s => s.Item.Kept > 0).Select(s => Part(s.Index, 0, s.Item.Kept, Count(s.Item.Kept, Received(s.Item))))];
        Bar[] removed = [.. used.Where(s => s.Item.Removed > 0).Select(s => Part(s.Index, s.Item.Kept, Received(s.Item), Count(s.Item.Removed, Received(s.Item))))];
        return new()
        {
            Title = title,
            Kind = "Funnel",
            Options = options,
            X = new() { Kind = AxisKind.Number, Low = 0, High = 1, Percent = true, Hidden = true, Loose = false, Title = options.XTitle },
            Y = new() { Kind = AxisKind.Fixed, Low = -0.5, High = Math.Max(1, stages.Count) - 0.5, Down = true, Title = options.YTitle, Fixed = [.. stages.Select((s, i) => new Tick(i, s.Name))] },
            Traces =
            [
                trace,
                part with { Name = "kept", Paint = Palette.Accent, Bars = kept },
                part with { Name = "removed", Paint = Palette.Loss, Bars = removed },
            ],
            Side = [.. stages.Select((s, i) => new SideText(i, Numbers.Count(s.Kept), Remark(s), s.Removed > 0))],
            PlotHeight = Math.Max(26, stages.Count * 26),
            Notes = Usable.Notes(options),
            Table = new()
            {
                Caption = title,
                Columns = [new("stage"), new("received", true), new("kept", true), new("removed", true), new("removed share", true)],
                Rows = [.. stages.Select(s => (IReadOnlyList<string>)[s.Name, Numbers.Count((long)Received(s)), Numbers.Count(s.Kept), Numbers.Count(s.Removed), Numbers.Share(s.Removed, (long)Received(s))])],
            },
        };
    }

    private static double Received(FunnelStage stage) => (double)stage.Kept + stage.Removed;

    private static string Remark(FunnelStage stage) =>
        Received(stage) == 0 ? "nothing came in" : stage.Removed == 0 ? "all kept" : $"−{Numbers.Count(stage.Removed)} ({Numbers.Share(stage.Removed, (long)Received(stage))})";
}
