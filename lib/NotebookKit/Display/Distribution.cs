namespace NotebookKit.Display;

/// <summary>How whole numbers are spread: counts in fixed bins, and exact quantiles.</summary>
public sealed record Distribution
{
    private static readonly int[] Starts = [0, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000];

    /// <summary>Where each bin begins; the last one is open.</summary>
    public static IReadOnlyList<int> BinStarts => Starts;

    /// <summary>How many numbers are in each bin.</summary>
    public required IReadOnlyList<long> Bins { get; init; }

    /// <summary>How many numbers there are.</summary>
    public required long Count { get; init; }

    /// <summary>Their sum.</summary>
    public required long Sum { get; init; }

    /// <summary>The smallest.</summary>
    public long Least { get; init; }

    /// <summary>Half are not above it.</summary>
    public long Median { get; init; }

    /// <summary>95% are not above it.</summary>
    public long P95 { get; init; }

    /// <summary>The largest.</summary>
    public long Most { get; init; }

    /// <summary>Counts numbers; the array is sorted in place.</summary>
    internal static Distribution Of(int[] numbers)
    {
        Array.Sort(numbers);
        var bins = new long[Starts.Length];
        var sum = 0L;
        foreach (var number in numbers)
        {
            sum += number;
            bins[BinOf(number)]++;
        }

        return new()
        {
            Bins = bins,
            Count = numbers.Length,
            Sum = sum,
            Least = numbers.Length > 0 ? numbers[0] : 0,
            Median = Quantile(numbers, 50),
            P95 = Quantile(numbers, 95),
            Most = numbers.Length > 0 ? numbers[^1] : 0,
        };
    }

    private static int BinOf(int number)
    {
        var at = Array.BinarySearch(Starts, number);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>The smallest number that so many percent are not above.</summary>
    private static long Quantile(int[] sorted, int percent) =>
        sorted.Length == 0 ? 0 : sorted[(int)((((long)sorted.Length * percent) + 99) / 100) - 1];
}
