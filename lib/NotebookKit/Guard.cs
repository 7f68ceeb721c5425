using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NotebookKit;

/// <summary>Checks of option values: each returns the value, or throws with the value and the allowed range.</summary>
internal static class Guard
{
    /// <summary>A number from 0 to 1.</summary>
    public static double Ratio(double value, [CallerMemberName] string name = "") => InRange(value, 0, 1, name);

    /// <summary>A number from 0 to 1, or null for "off".</summary>
    public static double? Ratio(double? value, [CallerMemberName] string name = "") => value is { } v ? InRange(v, 0, 1, name) : null;

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public static T InRange<T>(T value, T least, T most, [CallerMemberName] string name = "")
        where T : INumber<T> =>
        value >= least && value <= most ? value : throw Refuse(name, value, $"must be from {Text(least)} to {Text(most)}");

    /// <summary>A number not below <paramref name="least"/>.</summary>
    public static T AtLeast<T>(T value, T least, [CallerMemberName] string name = "")
        where T : INumber<T> =>
        value >= least && !T.IsNaN(value) && !T.IsInfinity(value) ? value : throw Refuse(name, value, $"must be at least {Text(least)}");

    /// <summary>A number not below <paramref name="least"/>, or null for "off".</summary>
    public static T? AtLeast<T>(T? value, T least, [CallerMemberName] string name = "")
        where T : struct, INumber<T> =>
        value is { } v ? AtLeast(v, least, name) : null;

    /// <summary>A value that the enum declares.</summary>
    public static T Defined<T>(T value, [CallerMemberName] string name = "")
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw Refuse(name, value, $"must be one of {string.Join(", ", Enum.GetNames<T>())}");

    private static ArgumentOutOfRangeException Refuse<T>(string name, T value, string rule) =>
        new(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} {rule}, but was {value}."));

    private static string Text<T>(T value) => string.Create(CultureInfo.InvariantCulture, $"{value}");
}
