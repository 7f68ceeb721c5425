using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NotebookKit.Splitting;

/// <summary>How many of the rows each split gets. The advice differs from article to article, so each is a policy with a name.
/// A split with ratio 0 gets no rows and no file. Ratios count rows, not <see cref="Example.Occurrences"/>.</summary>
public sealed record SplitPolicy
{
    private const double Unit = 10_000;

    private SplitPolicy(string name, double train, double validation, double test) =>
        (Name, Train, Validation, Test) = (name, train, validation, test);

    /// <summary>S4: <see cref="Train80Validation10Test10"/> below 1,000 rows, else <see cref="Train85Validation10Test5"/>.</summary>
    public static SplitPolicy BySize { get; } = new(nameof(BySize), 0, 0, 0);

    /// <summary>S0: "Split into training (90%) and evaluation (10%) sets". The evaluation set is written as test.</summary>
    public static SplitPolicy Train90Eval10 { get; } = new(nameof(Train90Eval10), 0.9, 0, 0.1);

    /// <summary>S4: "Train (85%), Validation (10%), Test (5%)".</summary>
    public static SplitPolicy Train85Validation10Test5 { get; } = new(nameof(Train85Validation10Test5), 0.85, 0.1, 0.05);

    /// <summary>S4, for fewer than 1,000 examples: "Train (80%), Validation (10%), Test (10%)".</summary>
    public static SplitPolicy Train80Validation10Test10 { get; } = new(nameof(Train80Validation10Test10), 0.8, 0.1, 0.1);

    /// <summary>S2: "test set (15–20% data, held before training)".</summary>
    public static SplitPolicy Train80Test20 { get; } = new(nameof(Train80Test20), 0.8, 0, 0.2);

    /// <summary>The policies that have a name.</summary>
    public static IReadOnlyList<SplitPolicy> All { get; } =
        [BySize, Train90Eval10, Train85Validation10Test5, Train80Validation10Test10, Train80Test20];

    /// <summary>The policy's name.</summary>
    public string Name { get; init; }

    /// <summary>Ratio of rows for training, 0–1.</summary>
    public double Train { get; init; }

    /// <summary>Ratio of rows for validation, 0–1.</summary>
    public double Validation { get; init; }

    /// <summary>Ratio of rows for the test, 0–1.</summary>
    public double Test { get; init; }

    /// <summary>Own ratios: from 0 to 1, together 1, train above 0; four decimals count.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ratios do not add up to 1, or train is 0.</exception>
    public static SplitPolicy Of(double train, double validation, double test)
    {
        Guard.InRange(train, 1 / Unit, 1);
        Guard.Ratio(validation);
        Guard.Ratio(test);
        var units = Units(train, test, validation);
        if (units.Sum() != (int)Unit)
            throw new ArgumentOutOfRangeException(nameof(test), test, "Train, validation and test must add up to 1.");
        return new(string.Create(CultureInfo.InvariantCulture, $"{units[0] / 100.0}/{units[2] / 100.0}/{units[1] / 100.0}"), train, validation, test);
    }

    /// <summary>Reads the name of a policy, or percentages: <c>80/10/10</c> (train/validation/test) or <c>80/20</c> (train/test).</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static SplitPolicy Parse(string text) => TryParse(text, out var policy) ? policy : throw new FormatException(
        $"A split policy is one of {string.Join(", ", All.Select(p => p.Name))}, or percentages that add up to 100, such as 80/10/10 or 80/20.");

    /// <summary>Reads what <see cref="Parse"/> reads; false where it is something else.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SplitPolicy? policy)
    {
        policy = All.FirstOrDefault(p => string.Equals(p.Name, text?.Trim(), StringComparison.OrdinalIgnoreCase));
        if (policy is not null) return true;
        var parts = new List<double>();
        foreach (var part in (text ?? "").Split('/'))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingWhite,
                CultureInfo.InvariantCulture, out var percent) || percent is not (>= 0 and <= 100)) return false;
            parts.Add(percent / 100);
        }

        if (parts.Count is not (2 or 3) || parts[0] < 1 / Unit) return false;
        var validation = parts.Count == 3 ? parts[1] : 0;
        if (Units(parts[0], parts[^1], validation).Sum() != (int)Unit) return false;
        policy = Of(parts[0], validation, parts[^1]);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The ratios for so many rows.</summary>
    internal SplitPolicy For(int rows) => !Equals(BySize) ? this : rows < 1000 ? Train80Validation10Test10 : Train85Validation10Test5;

    /// <summary>Ten-thousandths for train, test, validation: the order in which ties are decided, so that a tiny set has a test before a validation row.</summary>
    internal int[] ToUnits() => Units(Train, Test, Validation);

    private static int[] Units(double train, double test, double validation) =>
        [(int)Math.Round(train * Unit), (int)Math.Round(test * Unit), (int)Math.Round(validation * Unit)];
}
