using System.Numerics.Tensors;
using NotebookKit.Embeddings;

namespace NotebookKit.Training;

/// <summary>The table that the embedder is distilled from, without the directions that all texts share. Source: Arora and others (2017), "A Simple but Tough-to-Beat Baseline for Sentence
/// Embeddings"; the weights of the words are in the teacher's rows already: weighing them once more by how usual they are made every score worse.</summary>
internal sealed class EmbedderTeacher
{
    private const int Components = 2, Rounds = 30, Sentences = 20_000, ShortestSentence = 11, EachOf = 5;

    private readonly StaticModelFolder table;
    private readonly List<float[]> common = [];

    /// <param name="folder">A Model2Vec folder.</param>
    /// <param name="texts">The texts by whose sentences the shared directions are found.</param>
    public EmbedderTeacher(string folder, IEnumerable<string> texts)
    {
        table = StaticModelFolder.Read(folder);
        var sentences = texts.SelectMany(t => t.Split('\n', '.')).Where(t => t.Length >= ShortestSentence).Where((_, i) => i % EachOf == 0).Take(Sentences).Select(Of).ToList();
        foreach (var vector in sentences)
            if (TensorPrimitives.Norm<float>(vector) is > 0 and var length) TensorPrimitives.Divide(vector, length, vector);
        for (var c = 0; c < Components; c++) common.Add(Strongest(sentences, c));
    }

    /// <summary>The sum of the rows of a text's pieces.</summary>
    public float[] Of(string text)
    {
        var numbers = new List<int>();
        table.Pieces.Split(text, numbers);
        var vector = new float[BuiltInTable.Dimensions];
        foreach (var number in numbers) TensorPrimitives.Add(vector, table.Vectors.AsSpan(number * vector.Length, vector.Length), vector);
        foreach (var direction in common) Remove(vector, direction);
        return vector;
    }

    /// <summary>The row of a piece.</summary>
    public float[] Row(int number)
    {
        var vector = table.Vectors.AsSpan(number * BuiltInTable.Dimensions, BuiltInTable.Dimensions).ToArray();
        foreach (var direction in common) Remove(vector, direction);
        return vector;
    }

    /// <summary>The strongest direction that is not yet among the common ones, by repeated multiplication.</summary>
    private float[] Strongest(List<float[]> sentences, int number)
    {
        var direction = Enumerable.Range(1 + number, BuiltInTable.Dimensions).Select(i => (float)Math.Sin(i)).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var sum = new float[direction.Length];
            foreach (var sentence in sentences) TensorPrimitives.MultiplyAdd(sentence, TensorPrimitives.Dot<float>(sentence, direction), sum, sum);
            foreach (var other in common) Remove(sum, other);
            TensorPrimitives.Divide(sum, TensorPrimitives.Norm<float>(sum), direction);
        }

        return direction;
    }

    private static void Remove(float[] vector, float[] direction) => TensorPrimitives.MultiplyAdd(direction, -TensorPrimitives.Dot<float>(vector, direction), vector, vector);
}
