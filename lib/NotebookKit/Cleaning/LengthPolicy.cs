using System.Diagnostics.CodeAnalysis;

namespace NotebookKit.Cleaning;

/// <summary>Minimum lengths as one source recommends them, in characters as <see cref="LengthLimits"/> counts them; null is no
/// minimum.</summary>
/// <param name="Name">Name of the source, or <c>own</c>.</param>
/// <param name="MinInput">Fewest characters of all that is said before the answer.</param>
/// <param name="MinOutput">Fewest characters of the answer.</param>
public sealed record LengthPolicy(string Name, int? MinInput, int? MinOutput) : IParsable<LengthPolicy>
{
    /// <summary>S0: "inputs under 10 characters or outputs under 20 characters rarely contain useful signal".</summary>
    public static LengthPolicy S0 { get; } = new("S0", 10, 20);

    /// <summary>S4: answers under 10 characters are removed, inputs of any length stay.</summary>
    public static LengthPolicy S4 { get; } = new("S4", null, 10);

    /// <summary>All named policies.</summary>
    public static IReadOnlyList<LengthPolicy> All { get; } = [S0, S4];

    /// <summary>The named policy with these limits, else one called <c>own</c>.</summary>
    public static LengthPolicy Of(int? minInput, int? minOutput) =>
        All.FirstOrDefault(p => p.MinInput == minInput && p.MinOutput == minOutput) ?? new("own", minInput, minOutput);

    /// <summary>The policy of that name, in any case.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static LengthPolicy Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var policy) ? policy
        : throw new FormatException($"There is no length policy '{s}'; there are {string.Join(", ", All.Select(p => p.Name))}.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out LengthPolicy result)
    {
        result = All.FirstOrDefault(p => string.Equals(p.Name, s, StringComparison.OrdinalIgnoreCase));
        return result is not null;
    }
}
