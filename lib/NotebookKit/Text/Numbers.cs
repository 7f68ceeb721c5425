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

    private static string Scaled(double number, string unit) => number.ToString(number < 10 ? "0.#" : "0", CultureInfo.InvariantCulture) + unit;
}
