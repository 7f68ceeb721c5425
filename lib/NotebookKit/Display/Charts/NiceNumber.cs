using System.Globalization;

namespace NotebookKit.Display.Charts;

/// <summary>Steps that people count in: 1, 2 or 5 times a power of ten (Heckbert, Nice numbers for graph labels, Graphics Gems, 1990).</summary>
internal static class NiceNumber
{
    /// <summary>True where two numbers are far enough apart for steps between them that the type can tell apart.</summary>
    public static bool CanDivide(double low, double high) =>
        high - low > Usable.Least && high - low > Math.Max(Math.Abs(low), Math.Abs(high)) * 1e-11;

    /// <summary>The nice step that is nearest by ratio; the size must be above zero.</summary>
    public static double Near(double size) => Round(size, Math.Sqrt(2), Math.Sqrt(10), Math.Sqrt(50));

    /// <summary>The smallest nice step that is not below the size.</summary>
    public static double Above(double size) => Round(size, 1 + 1e-9, 2 + 1e-9, 5 + 1e-9);

    /// <summary>A digit times a power of ten, as near as its decimal form.</summary>
    public static double Scaled(double digit, int power) => power >= 0 ? digit * Power(power) : digit / Power(-power);

    /// <summary>So many steps, without the dust that a multiplication by 0.1 leaves.</summary>
    public static double Multiple(double count, double step)
    {
        var power = (int)Math.Floor(Math.Log10(step) + 1e-9);
        if (power >= 0) return count * step;
        if (power < -290) return count * step;
        var scale = Power(-power);
        return count * Math.Round(step * scale) / scale;
    }

    /// <summary>A power of ten, exactly as near on every machine.</summary>
    private static double Power(int power) => double.Parse(string.Create(CultureInfo.InvariantCulture, $"1e{power}"), CultureInfo.InvariantCulture);

    private static double Round(double size, double upToOne, double upToTwo, double upToFive)
    {
        var power = (int)Math.Floor(Math.Log10(size));
        var digit = power >= 0 ? size / Power(power) : size * Power(-power);
        return digit <= upToOne ? Scaled(1, power) : digit <= upToTwo ? Scaled(2, power) : digit <= upToFive ? Scaled(5, power) : Scaled(1, power + 1);
    }
}
