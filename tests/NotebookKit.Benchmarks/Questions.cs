using NotebookKit.Text;

namespace NotebookKit.Benchmarks;

/// <summary>Short questions, as many as asked for: turns of public support conversations one by one, then two of them together; every twentieth repeats an earlier one with a greeting.</summary>
internal static class Questions
{
    private const ulong Seed = 7;

    /// <summary>A question that is repeated has so many words, so that a greeting hardly moves its meaning.</summary>
    private const int LongEnough = 12;

    private static readonly string[] Pool = Directory.Exists(Path.Combine(PublicTexts.Folder, "multidogo"))
        ? [.. Public().Distinct(StringComparer.Ordinal)]
        : [.. ChatRows.Dataset(20_000, 7).Examples.Select(e => e.Messages[0].Content!).Distinct(StringComparer.Ordinal)];

    /// <summary>True for the question that repeats another.</summary>
    public static bool IsRepeated(int number) => number % 20 == 19;

    /// <summary>The question of a number.</summary>
    public static string Of(int number) => IsRepeated(number) ? "Hi, " + Of(Original(number)) : number < Pool.Length ? Pool[number] : Pair(number);

    /// <summary>The row that a question repeats: one of the eighteen before it that is long enough, else the one right before.</summary>
    public static int Original(int number)
    {
        for (var before = number - 1 - Draw("which", number, 9); before > number - 19; before--)
            if (Of(before).Count(' ') >= LongEnough) return before;
        return number - 1;
    }

    private static string Pair(int number) => Pool[Draw("first", number, Pool.Length)] + " " + Pool[Draw("second", number, Pool.Length)];

    private static int Draw(string purpose, int number, int below) => (int)(KeyedRandom.Unit(Seed, purpose, $"{number}") * below);

    private static IEnumerable<string> Public() => ((string[])["airline", "software"])
        .SelectMany(f => File.ReadLines(Path.Combine(PublicTexts.Folder, "multidogo", "splits_annotated_at_turn_level", f, "train.tsv")).Skip(1).Select(l => l.Split('\t')).Where(c => c.Length > 4).Select(c => c[3]))
        .Concat(File.ReadLines(Path.Combine(PublicTexts.Folder, "fewshot_intent_oos", "HWU64", "train", "seq.in")))
        .Where(t => t.Count(' ') > 2);
}
