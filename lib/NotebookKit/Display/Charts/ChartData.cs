namespace NotebookKit.Display.Charts;

/// <summary>Numbers with a name: one series of a histogram, of bars or of boxes.</summary>
/// <param name="Name">What the legend calls it; any text.</param>
/// <param name="Values">The numbers, in any order for histograms and boxes, one per label for bars. Numbers that are not finite, or
/// beyond ±1e300, are left out of the chart, which says so.</param>
public sealed record NumberSeries(string Name, IReadOnlyList<double> Values);

/// <summary>One point of a line or a scatter.</summary>
/// <param name="X">Its place from left to right.</param>
/// <param name="Y">Its height.</param>
/// <param name="Text">What its hint says besides the numbers; null for nothing.</param>
public sealed record ChartPoint(double X, double Y, string? Text = null);

/// <summary>Points with a name: one line, or one kind of dots.</summary>
/// <param name="Name">What the legend calls it; any text.</param>
/// <param name="Points">The points. A line connects them from left to right and stops at a height that is not finite.</param>
public sealed record PointSeries(string Name, IReadOnlyList<ChartPoint> Points);

/// <summary>A number at a moment.</summary>
/// <param name="At">The moment; it is shown in UTC.</param>
/// <param name="Value">The number.</param>
/// <param name="Text">What the hint says besides; null for nothing.</param>
public sealed record DatePoint(DateTimeOffset At, double Value, string? Text = null)
{
    /// <summary>A number of a whole day.</summary>
    public DatePoint(DateOnly day, double value, string? text = null)
        : this(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), value, text)
    {
    }
}

/// <summary>Numbers over time with a name.</summary>
/// <param name="Name">What the legend calls it; any text.</param>
/// <param name="Points">The points, in any order.</param>
public sealed record DateSeries(string Name, IReadOnlyList<DatePoint> Points);

/// <summary>One stage of a funnel.</summary>
/// <param name="Name">The stage.</param>
/// <param name="Kept">How many went on; not negative.</param>
/// <param name="Removed">How many it took out; not negative.</param>
public sealed record FunnelStage(string Name, long Kept, long Removed);

/// <summary>An amount that goes from one node to another.</summary>
/// <param name="From">The node at the left.</param>
/// <param name="To">The node at the right.</param>
/// <param name="Amount">How much; flows that are not above zero are left out.</param>
public sealed record Flow(string From, string To, double Amount);
