using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NotebookKit.Balancing;

/// <summary>A distribution to reach: names of classes and their shares of the rows, such as <c>billing=0.4,technical=0.6</c>. Where the shares add up to less
/// than 1, the other classes get the rest in their own proportion; where they add up to 1, the other classes leave.</summary>
/// <remarks>Compares by its text, which is canonical: ordinal order of names.</remarks>
public sealed record Shares
{
    private Shares(ImmutableSortedDictionary<string, double> values) => Values = values;

    /// <summary>Share of each class, 0–1, in ordinal order of names; six decimals count.</summary>
    public ImmutableSortedDictionary<string, double> Values { get; init; }

    /// <summary>Makes a distribution.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no share, one is not from 0 to 1, none is above 0, or they add up to more than 1.</exception>
    public static Shares Of(IEnumerable<KeyValuePair<string, double>> values)
    {
        var shares = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, values);
        foreach (var (_, share) in shares) Guard.Ratio(share, nameof(values));
        if (shares.Values.Sum(Units) is 0 or > 1_000_000)
            throw new ArgumentOutOfRangeException(nameof(values), shares.Values.Sum(), "Shares must add up to more than 0 and at most 1.");
        return new(shares);
    }

    /// <summary>Reads <c>name=share,name=share</c>; shares from 0 to 1.</summary>
    /// <exception cref="FormatException">The text is not of that form, or the shares add up to more than 1.</exception>
    public static Shares Parse(string text) => TryParse(text, out var shares) ? shares : throw new FormatException(
        "Shares are written name=share,name=share with shares from 0 to 1 that add up to at most 1, such as billing=0.4,technical=0.6.");

    /// <summary>Reads what <see cref="Parse"/> reads; false where it is something else.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Shares? shares)
    {
        shares = null;
        var read = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in (text ?? "").Split(','))
        {
            // A name may hold "="; a share may not.
            var at = part.LastIndexOf('=');
            if (at <= 0 || !double.TryParse(part.AsSpan(at + 1), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture, out var share) || share is not (>= 0 and <= 1)) return false;
            if (!read.TryAdd(part[..at].Trim(), share)) return false;
        }

        if (read.Values.Sum(Units) is 0 or > 1_000_000) return false;
        shares = Of(read);
        return true;
    }

    /// <summary>The same distribution, with the same text.</summary>
    public bool Equals(Shares? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Count;

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', Values.Select(v => FormattableString.Invariant($"{v.Key}={v.Value}")));

    /// <summary>Millionths: shares are computed with whole numbers, so that they are the same everywhere.</summary>
    internal static long Units(double share) => (long)Math.Round(share * 1_000_000);
}
