using NotebookKit.Embeddings;
using NotebookKit.Linear;

namespace NotebookKit.Labels;

/// <summary>The models of <see cref="LabelNoisePlan"/>: the mean of a linear model and the votes of the nearest rows. Contents that they learned from are answered by models that have not seen them.</summary>
internal sealed class LabelModel
{
    /// <summary>Gentler than for clean labels, and without n-grams of one text: a wrong label must not be learned by heart.</summary>
    private const int Cost = 1, MinTexts = 2;

    private static readonly BuiltInEmbedder Embedder = new();

    private readonly LinearClassifier linear;
    private readonly LabelVotes votes;
    private readonly ulong[] contents;
    private readonly float[][] unseen;
    private readonly Dictionary<ulong, int> rowOf;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private LabelModel(LinearClassifier linear, LabelVotes votes, ulong[] contents, float[][] unseen)
    {
        (this.linear, this.votes, this.contents, this.unseen) = (linear, votes, contents, unseen);
        rowOf = new(contents.Length);
        for (var i = 0; i < contents.Length; i++) rowOf.Add(contents[i], i);
        for (var i = 0; i < linear.Classes.Count; i++) numbers.Add(linear.Classes[i], i);
    }

    /// <summary>The labels, in ordinal order.</summary>
    public IReadOnlyList<string> Labels => linear.Classes;

    /// <summary>Trains; gives besides for each text the normalized margin of its label by the one of both models that doubts it least, and has not seen it.</summary>
    public static (LabelModel Model, double[] LeastDoubt) Train(string[] texts, string[] labels, ulong[] contents, int folds, RunContext run)
    {
        var options = new LinearOptions { Cost = Cost, MinTexts = MinTexts };
        var linear = LinearClassifier.Train(texts, labels, options, run);
        var left = LinearClassifier.OutOfFold(texts, labels, folds, options, run);
        var number = linear.Classes.Select((label, at) => (label, at)).ToDictionary(c => c.label, c => c.at, StringComparer.Ordinal);
        var groups = Enumerable.Range(0, texts.Length).GroupBy(i => contents[i]).ToArray();
        var votes = LabelVotes.Of(
            [.. groups.Select(g => texts[g.First()])], [.. groups.Select(g => g.Key)],
            [.. groups.Select(g => g.GroupBy(i => number[labels[i]]).OrderBy(l => l.Key).Select(l => (l.Key, l.Count())).ToArray())], linear.Classes.Count, run);
        var (unseen, least) = (new float[groups.Length][], new double[texts.Length]);
        Chunks.Run(groups.Length, run, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                unseen[i] = new float[linear.Classes.Count];
                for (var k = 0; k < unseen[i].Length; k++) unseen[i][k] = left[groups[i].First(), k];
                var (byWords, byVotes) = (Doubles(unseen[i]), votes.Probabilities(votes.Vector(i), groups[i].Key));
                foreach (var row in groups[i]) least[row] = LeastDoubtOf(byWords, byVotes, number[labels[row]]);
                Mix(unseen[i], byVotes);
            }

            return 0;
        });
        return (new(linear, votes, [.. groups.Select(g => g.Key)], unseen), least);
    }

    /// <summary>The number of a label; −1 where it is not judged.</summary>
    public int NumberOf(string label) => numbers.GetValueOrDefault(label, -1);

    /// <summary>Probabilities of a text with words.</summary>
    public float[] Probabilities(string text, ulong content)
    {
        if (rowOf.TryGetValue(content, out var row)) return unseen[row];
        var made = linear.Probabilities(text);
        Mix(made, votes.Probabilities(LabelVotes.Quantized(Embedder, text), content));
        return made;
    }

    /// <summary>The normalized margin of a label by the one of both models that doubts it least; null for a content that they learned from.</summary>
    public double? LeastDoubt(string text, ulong content, int given) =>
        rowOf.ContainsKey(content) ? null : LeastDoubtOf(Doubles(linear.Probabilities(text)), votes.Probabilities(LabelVotes.Quantized(Embedder, text), content), given);

    /// <summary>Probabilities of a content that the models learned from, by models that have not seen it.</summary>
    public float[] Unseen(ulong content) => unseen[rowOf[content]];

    /// <summary>Contents of the sample that have a label and are nearest to a text, nearest first; the text's own content is not among them.</summary>
    public IEnumerable<(ulong Content, double Similarity)> Nearest(string text, ulong content, int count, string label) =>
        votes.Nearest(LabelVotes.Quantized(Embedder, text), content, count, numbers[label]).ToArray().Select(n => (contents[n.Row], Math.Clamp(Math.Round(n.Cosine, 6), 0, 1)));

    /// <summary>What each n-gram of a text adds for a label against another one, strongest first.</summary>
    public IEnumerable<(string Term, double Weight)> Terms(string text, string label, string against)
    {
        // A short word and the same characters within a word have one name: they speak together.
        Dictionary<string, double> Of(string name) => linear.Terms(text, name).GroupBy(t => t.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(t => t.Weight), StringComparer.Ordinal);
        var other = Of(against);
        return Of(label).Select(t => (t.Key, Weight: Math.Round(t.Value - other.GetValueOrDefault(t.Key), 6))).OrderByDescending(t => t.Weight).ThenBy(t => t.Key, StringComparer.Ordinal);
    }

    /// <summary>Probabilities in the precision in which they are counted.</summary>
    public static double[] Doubles(float[] probabilities) => Array.ConvertAll(probabilities, p => (double)Math.Clamp(p, 0, 1));

    public void Write(BinaryWriter writer)
    {
        linear.Write(writer);
        votes.Write(writer);
        writer.WriteList(contents, writer.Write);
        foreach (var row in unseen) writer.WriteList(row, writer.Write);
    }

    public static LabelModel Read(BinaryReader reader)
    {
        var (linear, votes, contents) = (LinearClassifier.Read(reader), LabelVotes.Read(reader), reader.ReadList(reader.ReadUInt64));
        var unseen = new float[contents.Length][];
        for (var i = 0; i < unseen.Length; i++) unseen[i] = reader.ReadList(reader.ReadSingle);
        return new(linear, votes, contents, unseen);
    }

    private static double LeastDoubtOf(double[] byWords, double[] byVotes, int given) =>
        Math.Round(Math.Max(LabelQuality.NormalizedMargin(byWords, given), LabelQuality.NormalizedMargin(byVotes, given)), 6);

    /// <summary>The mean of both, rounded so that equal inputs stay equal after writing.</summary>
    private static void Mix(float[] into, double[] other)
    {
        for (var k = 0; k < into.Length; k++) into[k] = (float)Math.Round((into[k] + other[k]) / 2, 6);
    }
}
