using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using NotebookKit.Anonymizing;
using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>Trains the name model: logistic regression by AdaGrad over the features that the library computes; the tag before is the model's own guess.</summary>
internal static class NamesModel
{
    private const int Epochs = 6;
    private const double Rate = 0.15, Decay = 2e-6;

    public static void Train()
    {
        var rows = TrainingRows.All().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count} texts, {rows.Sum(r => r.Persons.Count)} persons"));
        var weights = new double[NameModel.Size];
        var squares = new double[NameModel.Size];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            double loss = 0;
            foreach (var row in rows.Select((r, i) => (Row: r, Key: KeyedRandom.Bits((ulong)epoch, "epoch", i.ToString(CultureInfo.InvariantCulture)))).OrderBy(r => r.Key))
                loss += Learn(row.Row, weights, squares);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch + 1}: loss {loss / rows.Count:F4}"));
        }

        var packed = weights.Select(w => (sbyte)Math.Clamp(Math.Round(w * NameModel.Scale), -127, 127)).ToArray();
        using var stream = new MemoryStream();
        using (var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true)) brotli.Write(MemoryMarshal.AsBytes(packed.AsSpan()));
        File.WriteAllBytes(DataFolder.Resource("NameModel.bin"), stream.ToArray());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{packed.Count(w => w != 0)} weights, {stream.Length} bytes"));
    }

    private static double Learn(Marked row, double[] weights, double[] squares)
    {
        var list = new List<NameToken>();
        NameTokens.Read(row.Text, list);
        var tokens = CollectionsMarshal.AsSpan(list);
        var casing = NameModel.Casing(tokens);
        Span<int> features = stackalloc int[NameModel.Features];
        int tag = 0, tag2 = 0;
        double loss = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var guess = 0;
            var known = !row.OnlyUnknown || (!list[i].Info.IsName && tag == 0 && (i + 1 == list.Count || !list[i + 1].Info.IsName));
            if (known && NameModel.IsCandidate(tokens, i, tag == 1))
            {
                NameModel.Describe(row.Text, tokens, i, tag, tag2, casing, features);
                double sum = 0;
                foreach (var feature in features) sum += weights[feature];
                var probability = 1 / (1 + Math.Exp(-sum));
                var target = row.Persons.Any(p => p.Start <= list[i].Start && list[i].End <= p.End) ? 1 : 0;
                loss -= Math.Log(Math.Max(1e-9, target == 1 ? probability : 1 - probability));
                var gradient = probability - target;
                foreach (var feature in features)
                {
                    squares[feature] += gradient * gradient;
                    weights[feature] -= (Rate * gradient / Math.Sqrt(squares[feature] + 1e-6)) + (Decay * weights[feature]);
                }

                guess = probability > 0.44 ? 1 : 0;
            }

            (tag2, tag) = (tag, guess);
        }

        return loss;
    }
}
