using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NotebookKit.Balancing;

/// <summary>How much of the training data may be synthetic. The advice differs from article to article, so each is a policy with a name: a proportion of
/// real to synthetic lines.</summary>
public sealed record SyntheticPolicy
{
    private SyntheticPolicy(string name, int real, int synthetic) => (Name, RealParts, SyntheticParts) = (name, real, synthetic);

    /// <summary>S0: "Mix synthetic and real data (aim for at least 30% real data)".</summary>
    public static SyntheticPolicy S0RealAtLeast30 { get; } = new(nameof(S0RealAtLeast30), 3, 7);

    /// <summary>S1: "Synthetic augmentation is cheap and fast but should not exceed 20% of your training set without careful validation".</summary>
    public static SyntheticPolicy S1AtMost20 { get; } = new(nameof(S1AtMost20), 4, 1);

    /// <summary>S3: "Aim for a real-to-synthetic ratio of no less than 1:10".</summary>
    public static SyntheticPolicy S3RealToSynthetic1To10 { get; } = new(nameof(S3RealToSynthetic1To10), 1, 10);

    /// <summary>S4: "Typical mix: 30% real + 70% synthetic".</summary>
    public static SyntheticPolicy S4Mixed30To70 { get; } = new(nameof(S4Mixed30To70), 3, 7);

    /// <summary>S4: "… or 50/50".</summary>
    public static SyntheticPolicy S4Half { get; } = new(nameof(S4Half), 1, 1);

    /// <summary>The policies that have a name.</summary>
    public static IReadOnlyList<SyntheticPolicy> All { get; } = [S0RealAtLeast30, S1AtMost20, S3RealToSynthetic1To10, S4Mixed30To70, S4Half];

    /// <summary>The policy's name.</summary>
    public string Name { get; init; }

    /// <summary>Parts of real lines in the proportion.</summary>
    public int RealParts { get; init; }

    /// <summary>Parts of synthetic lines in the proportion.</summary>
    public int SyntheticParts { get; init; }

    /// <summary>The largest share of synthetic lines, 0–1, rounded to 6 digits.</summary>
    public double MaxShare => Math.Round((double)SyntheticParts / (RealParts + SyntheticParts), 6);

    /// <summary>A policy with an own largest share of synthetic lines, from 0 to below 1; six decimals count.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 0.999999.</exception>
    public static SyntheticPolicy AtMost(double share)
    {
        var synthetic = (int)Shares.Units(Guard.InRange(share, 0, 0.999999));
        return new(string.Create(CultureInfo.InvariantCulture, $"{synthetic / 1_000_000.0}"), 1_000_000 - synthetic, synthetic);
    }

    /// <summary>Reads the name of a policy, or the largest share of synthetic lines: <c>0.25</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static SyntheticPolicy Parse(string text) => TryParse(text, out var policy) ? policy : throw new FormatException(
        $"A synthetic policy is one of {string.Join(", ", All.Select(p => p.Name))}, or the largest share of synthetic lines, from 0 to below 1.");

    /// <summary>Reads what <see cref="Parse"/> reads; false where it is something else.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SyntheticPolicy? policy)
    {
        policy = All.FirstOrDefault(p => string.Equals(p.Name, text?.Trim(), StringComparison.OrdinalIgnoreCase));
        if (policy is null && double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 0.999999) policy = AtMost(share);
        return policy is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>How many synthetic lines go with so many real ones.</summary>
    internal long Allowed(long real) => (long)((Int128)real * SyntheticParts / RealParts);
}
