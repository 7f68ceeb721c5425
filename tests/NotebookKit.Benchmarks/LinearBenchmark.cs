using System.Diagnostics;
using NotebookKit.Linear;
using NotebookKit.Text;

namespace NotebookKit.Benchmarks;

/// <summary>How long linear models over words and letters take to learn many classes: generated short texts, a third of whose words are of their class. Returns 1 where what was learned does not name the classes of other texts.</summary>
internal static class LinearBenchmark
{
    /// <summary>Labels of the generated texts.</summary>
    public const int Classes = 150;

    private const int ClassWords = 12, CommonWords = 300;

    private static readonly string[] Parts = ["ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "pa", "du", "fe", "go", "hi", "ja", "ku"];

    public static int Run(int rows)
    {
        var texts = Enumerable.Range(0, rows).Select(Text).ToArray();
        var labels = Enumerable.Range(0, rows).Select(Label).ToArray();
        var isRight = true;
        foreach (var (name, options) in new[] { ("words and letters", new LinearOptions()), ("and embeddings, as the detector", new LinearOptions { Cost = 4, EmbeddingShare = 0.1 }) })
        {
            var watch = Stopwatch.StartNew();
            var model = LinearClassifier.Train(texts, labels, options);
            var seconds = watch.Elapsed.TotalSeconds;
            var right = Enumerable.Range(rows, Classes * 10).Count(row => Best(model, Text(row)) == Label(row));
            // A text of five to eleven words has none of its class in one of thirty: it names nothing.
            isRight &= right >= Classes * 9;
            Console.WriteLine(FormattableString.Invariant($"linear, {name,-32} {rows:N0} texts, {Classes} classes: {seconds:F2} s, {model.TermCount:N0} terms; {right:N0} of {Classes * 10:N0} other texts right"));
        }

        return isRight ? 0 : 1;
    }

    private static string Best(LinearClassifier model, string text)
    {
        var logits = model.Logits(text);
        return model.Classes[Array.IndexOf(logits, logits.Max())];
    }

    /// <summary>The label of a generated text.</summary>
    public static string Label(int row) => FormattableString.Invariant($"c{row % Classes:D3}");

    /// <summary>A generated text: five to eleven words, a third of them of its label.</summary>
    public static string Text(int row)
    {
        double Luck(int at) => KeyedRandom.Unit(3, "linear", FormattableString.Invariant($"{row}"), (ulong)at);
        return string.Join(' ', Enumerable.Range(1, 5 + (int)(Luck(0) * 7)).Select(w => Luck(w) < 0.35
            ? Word((row % Classes * ClassWords) + (int)(Luck(w + 100) * ClassWords)) : Word(5_000 + (int)(Luck(w + 200) * CommonWords))));
    }

    private static string Word(int number) => Parts[number & 15] + Parts[(number >> 4) & 15] + Parts[(number >> 8) & 15] + (number >= 4_096 ? "s" : "");
}
