namespace NotebookKit.Display.Charts;

/// <summary>Carries numbers of an axis to places in a picture, and knows its ticks.</summary>
internal sealed class Scale
{
    private readonly double low, high, from, to;
    private readonly bool log;

    /// <param name="axis">What lies along it.</param>
    /// <param name="from">The place of its low end.</param>
    /// <param name="to">The place of its high end.</param>
    /// <param name="about">How many ticks have room.</param>
    public Scale(Axis axis, double from, double to, int about)
    {
        log = axis.Kind == AxisKind.Log;
        (low, high, Ticks) = Span(axis, about);
        (this.from, this.to) = axis.Down ? (to, from) : (from, to);
    }

    /// <summary>The ticks, within the ends.</summary>
    public IReadOnlyList<Tick> Ticks { get; }

    /// <summary>The low end.</summary>
    public double Low => low;

    /// <summary>The high end.</summary>
    public double High => high;

    /// <summary>The place of a number, never outside of the ends.</summary>
    public double Of(double value)
    {
        var share = log ? (Math.Log10(value) - Math.Log10(low)) / (Math.Log10(high) - Math.Log10(low)) : (value - low) / (high - low);
        return from + (Math.Clamp(share, 0, 1) * (to - from));
    }

    /// <summary>What an axis spans once its ends are fit to be drawn.</summary>
    private static (double Low, double High, IReadOnlyList<Tick> Ticks) Span(Axis axis, int about)
    {
        switch (axis.Kind)
        {
            case AxisKind.Fixed:
                return (axis.Low, axis.High, axis.Fixed);
            case AxisKind.Date:
                var (from, to) = DateTicks.Span(axis.Low, axis.High);
                return (from, to, DateTicks.Of(from, to, about));
            case AxisKind.Log:
                var (least, most) = axis.Loose || axis.High < axis.Low * (1 + 1e-6) ? LogTicks.Widen(axis.Low, axis.High) : (axis.Low, axis.High);
                return (least, most, LogTicks.Of(least, most, about));
            default:
                var (low, high) = NumberTicks.Span(axis.Low, axis.High);
                return axis.Loose ? NumberTicks.Widen(low, high, about, axis.Whole, axis.Percent) : (low, high, NumberTicks.Of(low, high, about, axis.Whole, axis.Percent));
        }
    }
}
