using System.Globalization;

namespace NotebookKit.Display.Charts;

/// <summary>Ticks of axes of dates, at round times in UTC: seconds, minutes, hours, days, months or years.</summary>
internal static class DateTicks
{
    private const double Second = 1_000, Minute = 60 * Second, Hour = 60 * Minute, Day = 24 * Hour, Month = 30.44 * Day, Year = 365.25 * Day;

    private static readonly double MostMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds(), LeastMilliseconds = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();

    private static readonly (double Size, int Count, Unit Unit)[] Steps =
    [
        .. new[] { 1, 5, 15, 30 }.Select(n => (n * Second, n, Unit.Second)),
        .. new[] { 1, 5, 15, 30 }.Select(n => (n * Minute, n, Unit.Minute)),
        .. new[] { 1, 3, 6, 12 }.Select(n => (n * Hour, n, Unit.Hour)),
        .. new[] { 1, 2, 7, 14 }.Select(n => (n * Day, n, Unit.Day)),
        .. new[] { 1, 3, 6 }.Select(n => (n * Month, n, Unit.Month)),
        .. new[] { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000 }.Select(n => (n * Year, n, Unit.Year)),
    ];

    private enum Unit
    {
        Second,
        Minute,
        Hour,
        Day,
        Month,
        Year,
    }

    /// <summary>Around a single moment, the day before and after.</summary>
    public static (double Low, double High) Span(double low, double high) =>
        high - low >= 1 ? (low, high) : (Math.Max(LeastMilliseconds, low - Day), Math.Min(MostMilliseconds, high + Day));

    /// <summary>Ticks within a span of milliseconds since 1970, about so many. The first one of a day, month or year says which.</summary>
    public static IReadOnlyList<Tick> Of(double low, double high, int about)
    {
        var (_, count, unit) = Steps.FirstOrDefault(s => s.Size >= (high - low) / (1.3 * Math.Max(1, about)), Steps[^1]);
        var ticks = new List<Tick>();
        DateTime? before = null;
        foreach (var at in Moments(DateTimeOffset.FromUnixTimeMilliseconds((long)low).UtcDateTime, count, unit))
        {
            var place = new DateTimeOffset(at).ToUnixTimeMilliseconds();
            if (place > high) break;
            if (place < low) continue;
            ticks.Add(new(place, Text(at, before, unit)));
            before = at;
        }

        return ticks;
    }

    private static IEnumerable<DateTime> Moments(DateTime from, int count, Unit unit)
    {
        var at = unit switch
        {
            Unit.Year => new DateTime(Math.Max(1, from.Year / count * count), 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Unit.Month => new DateTime(from.Year, ((from.Month - 1) / count * count) + 1, 1, 0, 0, 0, DateTimeKind.Utc),
            // Weeks begin on a Monday: the first day of the calendar was one.
            Unit.Day => new DateTime(from.Date.Ticks / TimeSpan.TicksPerDay / count * count * TimeSpan.TicksPerDay, DateTimeKind.Utc),
            _ => from.Date,
        };
        var step = TimeSpan.FromMilliseconds(unit switch { Unit.Second => Second * count, Unit.Minute => Minute * count, Unit.Hour => Hour * count, _ => Day * count });
        if (unit < Unit.Day) at += TimeSpan.FromTicks((from - at).Ticks / step.Ticks * step.Ticks);
        while (true)
        {
            yield return at;
            if (at > DateTime.MaxValue.AddYears(unit == Unit.Year ? -count : -1)) yield break;
            at = unit switch { Unit.Year => at.Year == 1 && count > 1 ? at.AddYears(count - 1) : at.AddYears(count), Unit.Month => at.AddMonths(count), _ => at + step };
        }
    }

    private static string Text(DateTime at, DateTime? before, Unit unit)
    {
        string Format(string format) => at.ToString(format, CultureInfo.InvariantCulture);
        var day = before?.Year == at.Year ? "d MMM" : "d MMM yyyy";
        return unit switch
        {
            Unit.Year => at.Year.ToString(CultureInfo.InvariantCulture),
            Unit.Month => Format(before?.Year == at.Year ? "MMM" : "MMM yyyy"),
            Unit.Day => Format(day),
            Unit.Hour or Unit.Minute => Format(before?.Date == at.Date ? "HH:mm" : at.TimeOfDay == TimeSpan.Zero ? day : $"{day} HH:mm"),
            _ => Format(before?.Date == at.Date ? "HH:mm:ss" : $"{day} HH:mm:ss"),
        };
    }
}
