using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using NotebookKit.Embeddings;

namespace NotebookKit.Training;

/// <summary>Makes the table of the built-in embedder from the teacher's table and from texts.</summary>
internal static class EmbedderModel
{
    private const int Buckets = 8192;

    /// <summary>So much of what its stretches say is added to a known word's row: then a damaged word lies near it that only its stretches are known of.</summary>
    private const float FromStretches = 0.45f;

    /// <summary>Writes the table into the library.</summary>
    public static void Train()
    {
        var watch = Stopwatch.StartNew();
        var (words, pieces, rows) = Make(watch);
        var bytes = BuiltInTable.Write(words, pieces, rows);
        File.WriteAllBytes(DataFolder.EmbedderResource, bytes);
        Print($"{words.Count} words, {pieces.Count} pieces, {Buckets} buckets; {bytes.Length} bytes, {watch.Elapsed.TotalSeconds:F0} s");
    }

    private static (IReadOnlyList<string> Words, IReadOnlyList<string> Pieces, sbyte[] Rows) Make(Stopwatch watch)
    {
        var folder = DataFolder.At("potion_base_4m_int8", "test_model");
        var texts = EmbedderTexts.All().ToList();
        var words = new EmbedderWords(Path.Combine(folder, "tokenizer.json"), texts);
        var teacher = new EmbedderTeacher(folder, texts);
        var grams = new EmbedderGrams(Buckets);
        var epoch = 0;
        foreach (var error in grams.Learn(words, teacher)) Print($"epoch {++epoch}: error {error:F4}, {watch.Elapsed.TotalSeconds:F0} s");
        var rows = new List<sbyte>();
        foreach (var (word, _) in words.Words)
        {
            var row = teacher.Of(word);
            TensorPrimitives.MultiplyAdd(grams.Guess(word), FromStretches, row, row);
            Add(row, 1, rows);
        }

        foreach (var (_, row) in words.Pieces) Add(teacher.Row(row), 1, rows);
        for (var bucket = 0; bucket < Buckets; bucket++) Add(grams.Row(bucket), BuiltInWords.GramScale, rows);
        return ([.. words.Words.Select(w => w.Word)], [.. words.Pieces.Select(p => p.Piece)], [.. rows]);
    }

    /// <summary>The teacher's rows are whole numbers up to 127 in size: so are these.</summary>
    private static void Add(ReadOnlySpan<float> row, float divisor, List<sbyte> into)
    {
        foreach (var number in row) into.Add((sbyte)Math.Clamp(MathF.Round(number / divisor), -sbyte.MaxValue, sbyte.MaxValue));
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
