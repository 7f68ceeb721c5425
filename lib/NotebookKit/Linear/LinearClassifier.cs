using NotebookKit.Embeddings;

namespace NotebookKit.Linear;

/// <summary>What an n-gram adds to the logit of a class.</summary>
/// <param name="Name">The n-gram; _ marks the end of a word in a part of one.</param>
/// <param name="Weight">What it adds.</param>
internal readonly record struct NGramWeight(string Name, double Weight);

/// <summary>Linear one-vs-rest models over the words and letters of texts. Immutable and thread-safe. The same texts and labels in any order, for any number of threads, give the same bytes.</summary>
internal sealed class LinearClassifier
{
    private readonly NGramTable table;
    private readonly LinearModel model;
    private readonly double share;

    private LinearClassifier(NGramTable table, string[] classes, LinearModel model, double share) => (this.table, Classes, this.model, this.share) = (table, classes, model, share);

    /// <summary>The labels, in ordinal order: logits and probabilities stand in it.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>N-grams that the model knows.</summary>
    public int TermCount => table.Count;

    /// <summary>Trains on labelled texts. Texts without words are left out.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="labels">The label of each.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="run">Threads and cancelling; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are not as many labels as texts, or fewer than two labels on texts with words.</exception>
    public static LinearClassifier Train(IReadOnlyList<string> texts, IReadOnlyList<string> labels, LinearOptions? options = null, RunContext? run = null)
    {
        (options, run) = (options ?? new(), run ?? new());
        var set = LabelledTexts.Of(texts, labels, options.EmbeddingShare > 0, run);
        var table = NGramTable.Of(set.Bags, options, run);
        var rows = TextRows.Of(set.Bags, set.Vectors, table, options.EmbeddingShare, run);
        var model = LinearModel.Train(rows, set.Labels, set.Classes.Length, [[.. Enumerable.Range(0, rows.Count)]], [set.Held(run.Seed)], Width(table, options.EmbeddingShare), options, run)[0];
        return new(table, set.Classes, model, options.EmbeddingShare);
    }

    /// <summary>Trains, and gives the logits of some texts by models that have not seen them: each fold is taken out of the trained model again, which costs a fifth of training without it.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="labels">The label of each.</param>
    /// <param name="foldOf">The fold that each text is left out with, from 0.</param>
    /// <param name="isWanted">Whether the logits of a text are wanted.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="run">Threads and cancelling; null for the defaults.</param>
    /// <exception cref="ArgumentException">As with <see cref="Train"/>.</exception>
    public static (LinearClassifier Model, float[]?[] HeldOut) TrainHeldOut(IReadOnlyList<string> texts, IReadOnlyList<string> labels, int[] foldOf, bool[] isWanted, LinearOptions? options = null, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(foldOf);
        (options, run) = (options ?? new(), run ?? new());
        var set = LabelledTexts.Of(texts, labels, options.EmbeddingShare > 0, run);
        var table = NGramTable.Of(set.Bags, options, run);
        var rows = TextRows.Of(set.Bags, set.Vectors, table, options.EmbeddingShare, run);
        int[][] held = [.. Enumerable.Range(0, foldOf.DefaultIfEmpty(0).Max() + 1).Select(f => Enumerable.Range(0, texts.Count).Where(i => foldOf[i] == f && set.RowOf[i] >= 0).Select(i => set.RowOf[i]).Order().ToArray())];
        var (models, logits) = LinearModel.Train(rows, set.Labels, set.Classes.Length, [[.. Enumerable.Range(0, rows.Count)]], [set.Held(run.Seed)], held, Width(table, options.EmbeddingShare), options, run);
        var made = new float[]?[texts.Count];
        for (var i = 0; i < made.Length; i++)
            if (isWanted[i] && set.RowOf[i] >= 0) made[i] = logits[foldOf[i]][Array.BinarySearch(held[foldOf[i]], set.RowOf[i])][..set.Classes.Length];
        return (new(table, set.Classes, models[0], options.EmbeddingShare), made);
    }

    /// <summary>Probabilities of each text by a model that has not seen it, in the order of the texts and of <see cref="Classes"/> of a model trained on them. Folds hold about the same share
    /// of each label; equal texts are in the same fold. The weights of n-grams (idf) are those of all texts. A text without words has the probabilities of no n-gram at all.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="labels">The label of each.</param>
    /// <param name="folds">Parts that are left out in turn, at least 2.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="run">Threads and cancelling; the seed decides which texts share a fold. Null for the defaults.</param>
    /// <exception cref="ArgumentException">As with <see cref="Train"/>.</exception>
    public static float[,] OutOfFold(IReadOnlyList<string> texts, IReadOnlyList<string> labels, int folds = 5, LinearOptions? options = null, RunContext? run = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        (options, run) = (options ?? new(), run ?? new());
        var set = LabelledTexts.Of(texts, labels, options.EmbeddingShare > 0, run);
        var table = NGramTable.Of(set.Bags, options, run);
        var rows = TextRows.Of(set.Bags, set.Vectors, table, options.EmbeddingShare, run);
        var foldOf = set.Folds(folds, run.Seed);
        int[] Without(int fold) => [.. Enumerable.Range(0, rows.Count).Where(r => foldOf[r] != fold)];
        var models = LinearModel.Train(rows, set.Labels, set.Classes.Length, [.. Enumerable.Range(0, folds).Select(f => Without(f))], [.. Enumerable.Range(0, folds).Select(_ => Array.Empty<int>())], Width(table, options.EmbeddingShare), options, run);
        var logits = new float[rows.Count][];
        Chunks.Run(rows.Count, run, (from, to) =>
        {
            for (var i = from; i < to; i++) models[foldOf[i]].Logits(rows.Terms(i), rows.Values(i), logits[i] = new float[models[0].Room]);
            return 0;
        });
        var scale = LinearModel.ScaleOf(logits, set.Labels, set.Classes.Length, run);
        var none = new float[models[0].Room];
        models[0].Logits([], [], none);
        var made = new float[texts.Count, set.Classes.Length];
        for (var i = 0; i < texts.Count; i++)
        {
            var row = (set.RowOf[i] < 0 ? none : logits[set.RowOf[i]]).AsSpan(0, set.Classes.Length).ToArray();
            LinearModel.ToProbabilities(row, scale);
            row.CopyTo(System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref made[i, 0], row.Length));
        }

        return made;
    }

    /// <summary>How strongly each class claims a text: above 0 it would take it.</summary>
    public float[] Logits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bag = NGrams.Of(text);
        float[] vector = [];
        if (share > 0)
        {
            using var embedder = new BuiltInEmbedder();
            vector = embedder.Embed(text);
        }

        var room = bag.Hashes.Length + vector.Length;
        var (terms, values, logits) = (new int[room], new float[room], new float[model.Room]);
        var count = TextRows.Read(bag, vector, table, share, terms, values);
        model.Logits(terms.AsSpan(0, count), values.AsSpan(0, count), logits);
        return logits[..Classes.Count];
    }

    /// <summary>Turns logits of this model into probabilities, in place.</summary>
    public void ToProbabilities(float[] logits) => LinearModel.ToProbabilities(logits, model.Scale);

    /// <summary>Probabilities that add up to 1: the softmax of the logits, stretched so that probabilities of texts that the model has not seen are neither too sure nor too shy. They take for granted that
    /// the text belongs to one of the classes.</summary>
    public float[] Probabilities(string text)
    {
        var logits = Logits(text);
        LinearModel.ToProbabilities(logits, model.Scale);
        return logits;
    }

    /// <summary>What each n-gram of a text adds to the logit of a class, strongest first; together with the class's own weight (and the embedding, where it has a share) they are the logit. N-grams that the model lacks are not in it.</summary>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    public IReadOnlyList<NGramWeight> Terms(string text, string label)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lane = Classes.ToList().IndexOf(label);
        if (lane < 0) throw new ArgumentException($"The model has no class '{label}'.", nameof(label));
        var bag = NGrams.Of(text);
        var (terms, values, hashes) = (new int[bag.Hashes.Length], new float[bag.Hashes.Length], new ulong[bag.Hashes.Length]);
        var count = table.Values(bag, terms, values, hashes);
        var names = NGrams.NamesOf(text);
        return [.. Enumerable.Range(0, count).Select(i => new NGramWeight(names[hashes[i]], (double)values[i] * Math.Sqrt(1 - share) * model.Weight(terms[i], lane)))
            .OrderByDescending(t => Math.Abs(t.Weight)).ThenBy(t => t.Name, StringComparer.Ordinal)];
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.WriteList(Classes, writer.Write);
        writer.Write(share);
        table.Write(writer);
        model.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static LinearClassifier Read(BinaryReader reader)
    {
        var classes = reader.ReadList(reader.ReadString);
        var share = reader.ReadDouble();
        var table = NGramTable.Read(reader);
        return new(table, classes, LinearModel.Read(reader, classes.Length, Width(table, share)), share);
    }

    /// <summary>Numbers that a row may have.</summary>
    private static int Width(NGramTable table, double share) => table.Count + (share > 0 ? BuiltInTable.Dimensions : 0);
}
