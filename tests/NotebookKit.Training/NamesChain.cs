using NotebookKit.Anonymizing;

namespace NotebookKit.Training;

/// <summary>Expected tags and pairs of tags of one run under a linear chain, where each word may have some tags only (forward–backward algorithm).</summary>
internal sealed class NamesChain
{
    private const int Tags = NameModel.Tags, Width = 8;

    private readonly double[] forward = new double[NameRuns.MaxRun * Width], backward = new double[NameRuns.MaxRun * Width], factor = new double[NameRuns.MaxRun * Width];

    /// <summary>Probability of each tag of each word.</summary>
    public double[] Single { get; } = new double[NameRuns.MaxRun * Width];

    /// <summary>Sums over the words: <c>[gap × 64 + before × 8 + tag]</c>, added to by <see cref="Run"/>.</summary>
    public void Run(ReadOnlySpan<float> scores, ReadOnlySpan<float> factors, ReadOnlySpan<byte> gaps, ReadOnlySpan<byte> allowed, Span<double> pairs, double sign, out double logarithm)
    {
        var words = gaps.Length;
        logarithm = 0;
        for (var i = 0; i < words; i++)
        {
            double top = float.MinValue, sum = 0;
            for (var t = 0; t < Tags; t++) if (IsAllowed(allowed, i, t)) top = Math.Max(top, scores[(i * Width) + t]);
            for (var t = 0; t < Tags; t++)
            {
                factor[(i * Width) + t] = IsAllowed(allowed, i, t) ? Math.Exp(scores[(i * Width) + t] - top) : 0;
                double reach = 0;
                for (var b = 0; b < Tags; b++) reach += Before(i, b) * factors[(gaps[i] * 64) + (b * 8) + t];
                sum += forward[(i * Width) + t] = reach * factor[(i * Width) + t];
            }

            for (var t = 0; t < Tags; t++) forward[(i * Width) + t] /= sum;
            logarithm += top + Math.Log(sum);
        }

        for (var t = 0; t < Tags; t++) backward[((words - 1) * Width) + t] = 1;
        for (var i = words - 2; i >= 0; i--)
        {
            double sum = 0;
            for (var b = 0; b < Tags; b++)
            {
                double value = 0;
                for (var t = 0; t < Tags; t++) value += factors[(gaps[i + 1] * 64) + (b * 8) + t] * factor[((i + 1) * Width) + t] * backward[((i + 1) * Width) + t];
                sum += backward[(i * Width) + b] = value;
            }

            for (var b = 0; b < Tags; b++) backward[(i * Width) + b] /= sum;
        }

        for (var i = 0; i < words; i++)
        {
            double sum = 0, all = 0;
            for (var t = 0; t < Tags; t++) sum += Single[(i * Width) + t] = forward[(i * Width) + t] * backward[(i * Width) + t];
            for (var t = 0; t < Tags; t++) Single[(i * Width) + t] /= sum;
            for (var b = 0; b < Tags; b++) for (var t = 0; t < Tags; t++) all += Pair(i, b, t, factors, gaps);
            for (var b = 0; b < Tags; b++)
                for (var t = 0; t < Tags; t++) pairs[(gaps[i] * 64) + (b * 8) + t] += sign * Pair(i, b, t, factors, gaps) / all;
        }
    }

    private static bool IsAllowed(ReadOnlySpan<byte> allowed, int word, int tag) => allowed.IsEmpty || (allowed[word] >> tag & 1) != 0;

    private double Before(int word, int tag) => word == 0 ? tag == 0 ? 1 : 0 : forward[((word - 1) * Width) + tag];

    private double Pair(int i, int b, int t, ReadOnlySpan<float> factors, ReadOnlySpan<byte> gaps) =>
        Before(i, b) * factors[(gaps[i] * 64) + (b * 8) + t] * factor[(i * Width) + t] * backward[(i * Width) + t];
}
