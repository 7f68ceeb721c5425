using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace NotebookKit.Display;

/// <summary>Holds what a notebook's prose says against what its cells computed: a claim that no longer holds stops the notebook, so that text and numbers
/// never part. A claim that holds shows itself as one line.</summary>
/// <example><code>Check.That(clean.Removed.All(r => r.Reason.Length > 0), "every removed row has a reason");</code></example>
public static class Check
{
    /// <summary>Claims that something is true.</summary>
    /// <param name="holds">Whether it is.</param>
    /// <param name="claim">The claim in words; null to show the code that decides.</param>
    /// <param name="code">The code that decides; filled in by the compiler.</param>
    /// <exception cref="CheckFailedException">It is not.</exception>
    public static Checked That(bool holds, string? claim = null, [CallerArgumentExpression(nameof(holds))] string code = "") =>
        holds ? new(claim ?? code) : throw new CheckFailedException(claim is null ? $"Does not hold: {code}" : $"Does not hold: {claim} ({code})");

    /// <summary>Claims that a value is the expected one; sequences are compared item by item.</summary>
    /// <param name="expected">What the prose says.</param>
    /// <param name="actual">What was computed.</param>
    /// <param name="claim">The claim in words; null to show the code that computed it.</param>
    /// <param name="code">The code that computed it; filled in by the compiler.</param>
    /// <exception cref="CheckFailedException">It is another; the message has both.</exception>
    public static Checked Equal<T>(T expected, T actual, string? claim = null, [CallerArgumentExpression(nameof(actual))] string code = "")
    {
        var words = claim ?? $"{code} is {Show(expected)}";
        return Same(expected, actual) ? new(words) : throw new CheckFailedException($"Does not hold: {words} – expected {Show(expected)}, but it is {Show(actual)}");
    }

    /// <summary>Claims that a measured value is the expected one, but for a tolerance.</summary>
    /// <param name="expected">What the prose says.</param>
    /// <param name="actual">What was computed.</param>
    /// <param name="within">How far it may be off, at least 0, in the value's own unit.</param>
    /// <param name="claim">The claim in words; null to show the code that computed it.</param>
    /// <param name="code">The code that computed it; filled in by the compiler.</param>
    /// <exception cref="CheckFailedException">It is farther off, or no number; the message has both.</exception>
    public static Checked Near(double expected, double actual, double within, string? claim = null, [CallerArgumentExpression(nameof(actual))] string code = "")
    {
        Guard.AtLeast(within, 0);
        var words = claim ?? $"{code} is about {Show(expected)}";
        return Math.Abs(actual - expected) <= within
            ? new(words)
            : throw new CheckFailedException($"Does not hold: {words} – expected {Show(expected)} ± {Show(within)}, but it is {Show(actual)}");
    }

    private static bool Same<T>(T expected, T actual) => expected is IEnumerable first and not string && actual is IEnumerable second
        ? first.Cast<object?>().SequenceEqual(second.Cast<object?>())
        : EqualityComparer<T>.Default.Equals(expected, actual);

    private static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Show))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
