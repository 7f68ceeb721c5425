using NotebookKit.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Ticks of axes of numbers: 1, 2 or 5 times a power of ten apart.</summary>
internal static class NumberTicks
{
    /// <summary>A span of which every number lies between two ticks at least one step apart: the span itself, or a small one around a
    /// single number.</summary>
    public static (double Low, double High) Span(double low, double high)
    {
        if (NiceNumber.CanDivide(low, high)) return (low, high);
        var most = Math.Max(Math.Abs(low), Math.Abs(high));
        var half = most < Usable.Least * 100 ? 1 : most * 0.05;
        return (low - half, high + half);
    }

    /// <summary>Ticks within a span, about so many.</summary>
    public static IReadOnlyList<Tick> Of(double low, double high, int about, bool whole = false, bool percent = false) =>
        Apart(low, high, Step(low, high, about, whole), percent);

    /// <summary>The span, widened to the next ticks, and its ticks: the first at its low end, the last at its high end.</summary>
    public static (double Low, double High, IReadOnlyList<Tick> Ticks) Widen(double low, double high, int about, bool whole = false, bool percent = false)
    {
        var step = Step(low, high, about, whole);
        var (from, to) = (NiceNumber.Multiple(Math.Floor((low / step) + 1e-6), step), NiceNumber.Multiple(Math.Ceiling((high / step) - 1e-6), step));
        return (from, to, Apart(from, to, step, percent));
    }

    private static IReadOnlyList<Tick> Apart(double low, double high, double step, bool percent)
    {
        var (first, last) = (Math.Ceiling((low / step) - 1e-6), Math.Floor((high / step) + 1e-6));
        var most = Math.Max(Math.Abs(low), Math.Abs(high));
        return [.. Enumerable.Range(0, (int)Math.Max(0, last - first + 1)).Select(i => NiceNumber.Multiple(first + i, step))
            .Select(at => new Tick(at, percent ? Percent(at, step) : Numbers.Tick(at, step, most)))];
    }

    private static double Step(double low, double high, int about, bool whole)
    {
        var step = NiceNumber.Above((high - low) / Math.Max(1, about));
        return whole ? Math.Max(1, step) : step;
    }

    private static string Percent(double share, double step) => Numbers.Tick(100 * share, 100 * step, 100) + "%";
}

/// <summary>Ticks of logarithmic axes.</summary>
internal static class LogTicks
{
    /// <summary>Powers of ten within a span, with 2 and 5 times them where there is room, or every so many powers where there is none;
    /// even ticks where the span holds too few of them.</summary>
    public static IReadOnlyList<Tick> Of(double low, double high, int about)
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high)));
        double[] digits = (last - first) * 3 <= about * 1.5 ? [1, 2, 5] : [1];
        var thin = Math.Max(1, (int)Math.Ceiling((last - first) / (double)Math.Max(1, about)));
        var ticks = new List<Tick>();
        for (var power = first; power <= last; power++)
        {
            if (power % thin != 0) continue;
            ticks.AddRange(digits.Select(d => NiceNumber.Scaled(d, power)).Where(at => at >= low * (1 - 1e-9) && at <= high * (1 + 1e-9)).Select(at => new Tick(at, Text(at, high))));
        }

        return ticks.Count >= 2 ? ticks : NumberTicks.Of(low, high, about);
    }

    /// <summary>A number for itself, in thousands where its axis goes far beyond them.</summary>
    private static string Text(double at, double high) => Numbers.Tick(at, at, at >= 1e3 && high >= 1e4 ? Math.Max(at, 1e4) : at);

    /// <summary>The span, widened to 1, 2 or 5 times a power of ten.</summary>
    public static (double Low, double High) Widen(double low, double high)
    {
        var (first, last) = (Math.Floor(Math.Log10(low)), Math.Floor(Math.Log10(high)));
        double[] digits = [1, 2, 5, 10];
        var under = digits.Select(d => NiceNumber.Scaled(d, (int)first)).Last(v => v <= low * (1 + 1e-9));
        var over = digits.Select(d => NiceNumber.Scaled(d, (int)last)).First(v => v >= high * (1 - 1e-9));
        return under < over ? (under, over) : (under / 2, over * 2);
    }
}
