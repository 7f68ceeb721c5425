using System.Diagnostics;
using System.Globalization;
using NotebookKit.Splitting;

namespace NotebookKit.Benchmarks;

/// <summary>1,000,000 rows, 20 skewed classes, 250,000 groups of about 4 rows: seconds (best of 5) and class-share deviation.</summary>
internal static class SplitBenchmark
{
    private const int Rows = 1_000_000;

    public static void Run()
    {
        var (labels, groups) = Make(Rows, 20, Rows / 4);
        foreach (double[] ratios in (double[][])[[0.9, 0.1], [0.85, 0.05, 0.1], [0.8, 0.1, 0.1]])
        {
            var best = TimeSpan.MaxValue;
            int[] splits = [];
            for (var round = 0; round < 5; round++)
            {
                var watch = Stopwatch.StartNew();
                splits = StratifiedGroupSplit.Assign(labels, groups, ratios);
                if (watch.Elapsed < best) best = watch.Elapsed;
            }

            var worst = StratifiedGroupSplit.Deviations(labels, splits, ratios.Length).Max();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"split {Rows} rows {string.Join('/', ratios)}: {best.TotalSeconds:F3} s, class-share deviation {worst:F6}"));
        }
    }

    /// <summary>Classes by Zipf's law, groups at random: the same data for every run.</summary>
    public static (int[] Labels, int[] Groups) Make(int rows, int classes, int groups)
    {
        var state = 0x9E3779B97F4A7C15UL;
        var limits = new double[classes];
        var sum = 0.0;
        for (var c = 0; c < classes; c++) limits[c] = sum += 1.0 / (c + 1);
        var labels = new int[rows];
        var groupOf = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            var at = Next(ref state) * sum;
            while (limits[labels[i]] < at) labels[i]++;
            groupOf[i] = (int)(Next(ref state) * groups);
        }

        return (labels, groupOf);
    }

    private static double Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
