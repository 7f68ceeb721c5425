namespace NotebookKit.Display.Charts;

/// <summary>Borders of bins that people can read.</summary>
internal static class BinBorders
{
    private const int Fewest = 5, Most = 40;

    /// <summary>Bins of the same width, a width of 1, 2 or 5 times a power of ten.</summary>
    public static double[] Even(double[] numbers, int? wanted)
    {
        if (numbers.Length == 0) return [0, 1];
        var (low, high) = (numbers.Min(), numbers.Max());
        var whole = numbers.All(n => Math.Abs(n) < 1e15 && n == Math.Floor(n));
        if (!NiceNumber.CanDivide(low, high)) return Around(low, whole);
        var step = NiceNumber.Near((high - low) / (wanted ?? Rule(numbers, high - low)));
        if (wanted is null)
        {
            while ((high - low) / step > Most) step = NiceNumber.Above(step * 1.01);
        }

        if (whole && step < 1) step = 1;
        var first = Math.Floor(low / step);
        // A whole number is a bin of its own where bins are one wide, so the largest needs a border behind it.
        var last = whole ? Math.Floor(high / step) + 1 : Math.Max(first + 1, Math.Ceiling(high / step));
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => NiceNumber.Multiple(first + i, step))];
    }

    /// <summary>Borders … 1, 2, 5, 10, 20, 50 … with 0 first, mirrored for negative numbers; only powers of ten, or every so many of
    /// them, where that would be too many.</summary>
    public static double[] Log(double[] numbers)
    {
        var sizes = numbers.Where(n => Math.Abs(n) >= Usable.Least).Select(Math.Abs).ToArray();
        if (sizes.Length == 0) return [0, 1];
        var (low, high) = ((int)Math.Floor(Math.Log10(sizes.Min())), (int)Math.Floor(Math.Log10(sizes.Max())) + 1);
        if (sizes.All(s => s == Math.Floor(s))) low = Math.Max(low, 0);
        var powers = high - low;
        var thin = Math.Max(1, (powers + Most - 1) / Most);
        double[] steps = powers * 3 <= Most ? [1, 2, 5] : [1];
        var borders = new List<double>();
        for (var power = low; power <= high; power += thin) borders.AddRange(steps.Select(s => NiceNumber.Scaled(s, power)));
        while (borders[^1] <= sizes.Max()) borders.Add(NiceNumber.Scaled(1, high += thin));
        var end = borders.FindIndex(b => b > sizes.Max());
        var begin = Math.Max(0, borders.FindLastIndex(b => b <= sizes.Min()));
        var used = borders[(numbers.Any(n => Math.Abs(n) < borders[begin]) ? 0 : begin)..(end + 1)];
        if (numbers.Any(n => n < 0)) return [.. used.Select(b => -b).Reverse(), 0, .. used];
        return numbers.Any(n => n < used[0]) ? [0, .. used] : [.. used];
    }

    /// <summary>How many numbers lie in each bin: from its lower border on, below its upper one; the last bin has both.</summary>
    public static long[] Count(IReadOnlyList<double> borders, double[] numbers)
    {
        var counts = new long[borders.Count - 1];
        var sorted = borders as double[] ?? [.. borders];
        foreach (var number in numbers)
        {
            var at = Array.BinarySearch(sorted, number);
            counts[Math.Clamp(at >= 0 ? at : ~at - 1, 0, counts.Length - 1)]++;
        }

        return counts;
    }

    /// <summary>One bin, and an empty one at each side, for numbers that are all the same, or too near to each other to be told apart.</summary>
    private static double[] Around(double number, bool whole)
    {
        if (whole) return [number - 1, number, number + 1, number + 2];
        var half = Math.Max(Math.Abs(number) * 0.05, Usable.Least);
        return [number - (3 * half), number - half, number + half, number + (3 * half)];
    }

    private static double Rule(double[] numbers, double span)
    {
        var sorted = numbers.Order().ToArray();
        var middle = Quantiles.At(sorted, 0.75) - Quantiles.At(sorted, 0.25);
        var width = 2 * middle / Math.Cbrt(sorted.Length);
        var bins = width > 0 ? span / width : Math.Log2(sorted.Length) + 1;
        return Math.Clamp(bins, Fewest, Most / 2.0);
    }
}
