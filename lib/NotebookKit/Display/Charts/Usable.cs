using NotebookKit.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Which numbers can be drawn, and what is said about the others.</summary>
internal static class Usable
{
    /// <summary>Beyond it, the ends of an axis and sums of bars would no longer be finite.</summary>
    public const double Most = 1e300;

    /// <summary>Differences below it are taken for none: their steps would vanish.</summary>
    public const double Least = 1e-290;

    public static bool Is(double number) => double.IsFinite(number) && Math.Abs(number) <= Most;

    /// <summary>True for a number that an axis can show.</summary>
    public static bool Is(double number, bool log) => Is(number) && (!log || number >= Least);

    /// <summary>What a chart says of numbers that it left out; nothing for none.</summary>
    public static IEnumerable<string> LeftOut(long count, bool log, string one = "number")
    {
        if (count == 0) yield break;
        yield return $"Left out: {Numbers.Count(count, one)} {(log ? "not above zero or not finite" : "not finite")}.";
    }

    /// <summary>The notes of a figure: what it says itself, then what its maker says.</summary>
    public static IReadOnlyList<string> Notes(ChartOptions options, params IEnumerable<string> own) =>
        options.Note is { Length: > 0 } note ? [.. own, note] : [.. own];
}
