using System.Globalization;

namespace NotebookKit.Text;

/// <summary>Numbers as people read them, the same in every culture.</summary>
internal static class Numbers
{
    /// <summary><c>12,345</c>.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 row</c>, <c>12,345 rows</c>.</summary>
    public static string Count(long number, string one, string? many = null) => $"{Count(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>Up to four digits after the point, none that say nothing: <c>0.85</c>, <c>12</c>.</summary>
    public static string Value(double number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    /// <summary>A share in percent with one digit: <c>12.3%</c>; <c>–</c> where the whole is nothing. Something is never shown as 0% and
    /// not quite all never as 100%.</summary>
    public static string Share(long part, long whole)
    {
        if (whole == 0) return "–";
        var share = Math.Round(100.0 * part / whole, 1, MidpointRounding.AwayFromZero);
        return part > 0 && share == 0 ? "< 0.1%" : part < whole && share == 100 ? "> 99.9%" : share.ToString("0.0", CultureInfo.InvariantCulture) + "%";
    }

    /// <summary>The name of an enum's member as words: <c>question answering</c>.</summary>
    public static string Words<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary><c>950</c>, <c>12k</c>, <c>1.5M</c>: for axes.</summary>
    public static string Short(double number) => number switch
    {
        >= 1e9 => Scaled(number / 1e9, "G"),
        >= 1e6 => Scaled(number / 1e6, "M"),
        >= 1e3 => Scaled(number / 1e3, "k"),
        _ => number.ToString("0.#", CultureInfo.InvariantCulture),
    };

    /// <summary>Any finite number for a reader of a chart: <c>1,234.5</c>, <c>0.0125</c>; the very large and the very small by powers of
    /// ten: <c>1.5e-7</c>.</summary>
    public static string Measure(double number) => Math.Abs(number) switch
    {
        0 => "0",
        >= 1e15 or < 1e-4 => number.ToString("0.###e0", CultureInfo.InvariantCulture),
        >= 1e3 => number.ToString("#,0.##", CultureInfo.InvariantCulture),
        _ => number.ToString("0.####", CultureInfo.InvariantCulture),
    };

    /// <summary>A number at an axis whose numbers lie <paramref name="step"/> apart, the largest of them <paramref name="most"/>: as many
    /// digits as tell neighbours apart, thousands as <c>k</c>, <c>M</c>, <c>G</c> or <c>T</c> from 10,000 on.</summary>
    public static string Tick(double number, double step, double most)
    {
        if (number == 0) return "0";
        var (size, apart) = (Math.Max(Math.Abs(most), Math.Abs(number)), Math.Abs(step));
        if (size >= 1e15 || apart < 1e-4) return number.ToString("0." + new string('#', Math.Clamp(Digits(apart, size), 0, 14)) + "e0", CultureInfo.InvariantCulture);
        var (unit, name) = Math.Abs(most) switch { >= 1e12 => (1e12, "T"), >= 1e9 => (1e9, "G"), >= 1e6 => (1e6, "M"), >= 1e4 => (1e3, "k"), _ => (1, "") };
        if (Digits(apart, unit) > 3) (unit, name) = (1, "");
        return (number / unit).ToString("#,0." + new string('#', Math.Clamp(Digits(apart, unit), 0, 14)), CultureInfo.InvariantCulture) + name;
    }

    /// <summary>A share from 0 to 1 in percent: <c>12.5%</c>.</summary>
    public static string Percent(double share) => Measure(Math.Round(100 * share, 1, MidpointRounding.AwayFromZero)) + "%";

    /// <summary>Digits after the point that a step needs where numbers are written in a unit.</summary>
    private static int Digits(double step, double unit) => (int)Math.Ceiling(Math.Log10(unit / step) - 1e-9);

    private static string Scaled(double number, string unit) => number.ToString(number < 10 ? "0.#" : "0", CultureInfo.InvariantCulture) + unit;
}
