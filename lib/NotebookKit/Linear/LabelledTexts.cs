using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Linear;

/// <summary>Texts with labels, read and put into an order of their own, so that the order they came in does not matter.</summary>
internal sealed class LabelledTexts
{
    /// <summary>More classes would need more memory and time than a machine has: the weights are a number for each class and n-gram.</summary>
    public const int MaxClasses = 1_000;

    private LabelledTexts(FeatureBag[] bags, int[] labels, string[] classes, int[] rowOf) => (Bags, Labels, Classes, RowOf) = (bags, labels, classes, rowOf);

    /// <summary>The texts with words, by content and label.</summary>
    public FeatureBag[] Bags { get; }

    /// <summary>Vector of each; null where none was asked for.</summary>
    public float[][]? Vectors { get; private init; }

    /// <summary>Class of each.</summary>
    public int[] Labels { get; }

    /// <summary>The labels, in ordinal order.</summary>
    public string[] Classes { get; }

    /// <summary>Where each text given stands in <see cref="Bags"/>; −1 where it has no words.</summary>
    public int[] RowOf { get; }

    /// <exception cref="ArgumentException">There are not as many labels as texts, or fewer than two labels, or more than <see cref="MaxClasses"/>.</exception>
    public static LabelledTexts Of(IReadOnlyList<string> texts, IReadOnlyList<string> labels, bool embed, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(labels);
        if (texts.Count != labels.Count) throw new ArgumentException(FormattableString.Invariant($"There are {labels.Count} labels for {texts.Count} texts."), nameof(labels));
        var bags = TextRows.Bags(texts, run);
        int[] used = [.. Enumerable.Range(0, bags.Length).Where(i => bags[i].Hashes.Length > 0)];
        string[] classes = [.. used.Select(i => labels[i]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (classes.Length < 2) throw new ArgumentException(FormattableString.Invariant($"Classes are told apart where there are at least 2 of them, but the {used.Length} texts with words have {classes.Length}."), nameof(labels));
        if (classes.Length > MaxClasses) throw new ArgumentException(FormattableString.Invariant($"Linear models learn at most {MaxClasses} classes, but the {used.Length} texts with words have {classes.Length}: are these labels, or ids?"), nameof(labels));
        var number = classes.Select((name, at) => (name, at)).ToDictionary(c => c.name, c => c.at, StringComparer.Ordinal);
        Array.Sort(used, (a, b) => bags[a].Content.CompareTo(bags[b].Content) is not 0 and var order ? order : string.CompareOrdinal(labels[a], labels[b]));
        var rowOf = new int[texts.Count];
        Array.Fill(rowOf, -1);
        for (var i = 0; i < used.Length; i++) rowOf[used[i]] = i;
        return new([.. used.Select(i => bags[i])], [.. used.Select(i => number[labels[i]])], classes, rowOf) { Vectors = embed ? Embed([.. used.Select(i => texts[i])], run) : null };
    }

    private static float[][] Embed(string[] texts, RunContext run)
    {
        using var embedder = new BuiltInEmbedder();
        var vectors = new float[texts.Length][];
        Chunks.Run(texts.Length, run, (from, to) =>
        {
            for (var i = from; i < to; i++) vectors[i] = embedder.Embed(texts[i]);
            return 0;
        });
        return vectors;
    }

    /// <summary>Fold of each row: the different texts of a label are dealt out in turn, in an order that the seed decides. A text that has several labels is dealt out with the first.</summary>
    public int[] Folds(int folds, ulong seed)
    {
        var made = new int[Bags.Length];
        var firsts = new List<int>();
        for (var i = 0; i < Bags.Length; i++)
            if (i == 0 || Bags[i].Content != Bags[i - 1].Content) firsts.Add(i);
        // Dealing goes on from one label to the next, so that folds are of one size even where each label has a few texts.
        var turn = 0;
        foreach (var first in firsts.OrderBy(f => Labels[f]).ThenBy(f => StableHash.Combine(Bags[f].Content, seed)).ThenBy(f => f))
        {
            for (var i = first; i < Bags.Length && Bags[i].Content == Bags[first].Content; i++) made[i] = turn % folds;
            turn++;
        }

        return made;
    }

    /// <summary>Rows that tell how sure a model of all of them may be: one text in eight, 2,000 at most.</summary>
    public int[] Held(ulong seed)
    {
        const int Most = 2_000, Share = 8;
        var modulus = (ulong)Math.Max(Share, Bags.Length / Most);
        return [.. Enumerable.Range(0, Bags.Length).Where(i => StableHash.Combine(Bags[i].Content, seed) % modulus == 0)];
    }
}
