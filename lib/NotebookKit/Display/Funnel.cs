using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>One step of a <see cref="Funnel"/>.</summary>
/// <param name="Name">The stage.</param>
/// <param name="Received">Examples that came in.</param>
/// <param name="Kept">Examples that went on.</param>
public sealed record FunnelStep(string Name, long Received, long Kept);

/// <summary>What each stage kept of what the first one received.</summary>
public sealed record Funnel
{
    private const double Width = 860, Gutter = 170, Bars = 460, Row = 26, Bar = 16;

    /// <summary>The stages, in order.</summary>
    public required IReadOnlyList<FunnelStep> Steps { get; init; }

    /// <summary>A funnel of the stages that ran.</summary>
    public static Funnel Of(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new() { Steps = [.. history.Stages.Select(s => new FunnelStep(s.Report.Name, s.Report.Received, s.Report.Kept))] };
    }

    /// <summary>The chart as SVG markup.</summary>
    public string ToHtml() => Render().ToString();

    /// <summary>The numbers as a table.</summary>
    public Table ToTable() => new()
    {
        Columns = [new("stage"), new("received", true), new("kept", true), new("removed", true)],
        Rows = [.. Steps.Select(s => (IReadOnlyList<string>)[s.Name, Numbers.Count(s.Received), Numbers.Count(s.Kept), Numbers.Count(s.Received - s.Kept)])],
    };

    /// <summary>The numbers as aligned text.</summary>
    public string ToText() => ToTable().ToText();

    internal Html Render()
    {
        var svg = new Svg(Width, Math.Max(1, Steps.Count) * Row, "What each stage kept");
        if (Steps.Count == 0) svg.Text(0, 16, "No stage ran.", muted: true);
        var whole = Steps.Select(s => s.Received).DefaultIfEmpty().Max();
        for (var i = 0; i < Steps.Count; i++)
        {
            var step = Steps[i];
            var y = i * Row;
            var kept = whole == 0 ? 0 : Bars * step.Kept / whole;
            var received = whole == 0 ? 0 : Bars * step.Received / whole;
            var removed = step.Received - step.Kept;
            svg.Text(Gutter - 12, y + 17, step.Name, "end", most: 24);
            svg.Rect(Gutter, y + 5, Bars, Bar, Svg.Track);
            if (removed > 0)
            {
                var loss = Math.Max(received - kept, 2);
                svg.Rect(Gutter + Math.Min(kept, Bars - loss), y + 5, loss, Bar, Svg.Loss, $"{step.Name} removed {Numbers.Count(removed)}");
                svg.Rect(Gutter, y + 5, Math.Min(kept, Bars - loss), Bar, Svg.Accent, $"{step.Name} kept {Numbers.Count(step.Kept)}");
            }
            else
            {
                svg.Rect(Gutter, y + 5, kept, Bar, Svg.Accent, $"{step.Name} kept all {Numbers.Count(step.Kept)}");
            }

            svg.Text(Gutter + Bars + 72, y + 17, Numbers.Count(step.Kept), "end", bold: removed > 0);
            svg.Text(Gutter + Bars + 86, y + 17, removed == 0 ? "all kept" : $"−{Numbers.Count(removed)} ({Numbers.Share(removed, step.Received)})", muted: true);
        }

        return svg.Close();
    }
}
