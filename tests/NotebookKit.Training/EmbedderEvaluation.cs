using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using NotebookKit.Embeddings;

namespace NotebookKit.Training;

/// <summary>Measures the built-in embedder beside the table that it was distilled from.</summary>
internal static class EmbedderEvaluation
{
    private const double Damage = 0.1;
    private const int Rounds = 5;

    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "nl", "pl", "tr", "fi", "ru", "el", "ar", "hi", "ko", "ja", "zh"];

    public static void Print()
    {
        using var teacher = StaticEmbedder.Load(DataFolder.At("potion_base_4m_int8", "test_model"));
        using var ours = new BuiltInEmbedder();
        (string Name, Func<string, float[]> Embed)[] embedders = [("potion", teacher.Embed), ("built-in", ours.Embed)];
        Console.WriteLine("| set | embedder | accuracy | AUROC | accuracy, damaged | AUROC, damaged |\n|---|---|---|---|---|---|");
        foreach (var set in IntentSet.KeptApart().Concat(IntentSet.ToChooseBy()))
        {
            foreach (var (name, embed) in embedders)
            {
                var (clean, damaged) = (EmbedderScore.Of(set, embed), EmbedderScore.Of(set, embed, Damage));
                Print($"| {set.Name} | {name} | {100 * clean.Accuracy:F1} | {100 * clean.Auroc:F1} | {100 * damaged.Accuracy:F1} | {100 * damaged.Auroc:F1} |");
            }
        }

        Console.WriteLine("\n| language | potion | built-in |\n|---|---|---|");
        foreach (var language in Languages)
        {
            var pairs = File.ReadLines(DataFolder.At("lingua_testdata", language, "testdata", "word-pairs.txt")).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
            Print($"| {language} | {100 * Found(pairs, teacher.Embed):F1} | {100 * Found(pairs, ours.Embed):F1} |");
        }

        var texts = IntentSet.KeptApart().First().Known.Select(k => k.Text).ToArray();
        var damagedTexts = CharacterDamage.Of(texts, Damage, 97);
        Print($"\npotion: {Speed(teacher.Embed, texts):F0} texts/s on one core; built-in: {Speed(ours.Embed, texts):F0}, damaged {Speed(ours.Embed, damagedTexts):F0}; {new FileInfo(DataFolder.EmbedderResource).Length} bytes");
    }

    /// <summary>Share of damaged texts whose nearest text is the one that was damaged.</summary>
    private static double Found(string[] texts, Func<string, float[]> embed)
    {
        var known = texts.Select(embed).ToArray();
        var asked = CharacterDamage.Of(texts, Damage, 97).Select(embed).ToArray();
        return (double)Enumerable.Range(0, texts.Length).Count(a => Enumerable.Range(0, texts.Length).MaxBy(k => TensorPrimitives.Dot<float>(asked[a], known[k])) == a) / texts.Length;
    }

    private static double Speed(Func<string, float[]> embed, string[] texts) => Enumerable.Range(0, Rounds).Max(_ =>
    {
        var watch = Stopwatch.StartNew();
        foreach (var text in texts) embed(text);
        return texts.Length / watch.Elapsed.TotalSeconds;
    });

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
