using System.Runtime.InteropServices;
using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>The topics of a dataset, found in the inputs alone: TF-IDF vectors of up to 2,000 rows drawn by the seed; the first row founds a topic, each row joins
/// the topic of the first founder it is similar enough to, the others found further ones (leader clustering, Hartigan 1975). The same rows and seed give the same topics.</summary>
/// <remarks>What stands in more than half of the rows (an instruction in front of each) says nothing about a topic and is left out; rows of which it leaves less than
/// a quarter of the words are one topic: that of the template.</remarks>
internal sealed class Topics
{
    /// <summary>Cosine similarity to a founder from which a row belongs to its topic. Own choice, from looking at the topics of real sets.</summary>
    public const double SameTopic = 0.3;

    /// <summary>Fewer rows have no topics to speak of.</summary>
    public const int FewestRows = 20;

    private const int MostRows = 2_000;

    /// <summary>A row has at least one word in so many that is not common, or it belongs to the template.</summary>
    private const int TemplateParts = 4;

    private readonly (string? Source, int Topic)[] rows;

    private Topics((string? Source, int Topic)[] rows) => this.rows = rows;

    /// <summary>Rows that were looked at.</summary>
    public int Rows => rows.Length;

    /// <summary>Topics that were found.</summary>
    public int Count => rows.Select(r => r.Topic).Distinct().Count();

    /// <summary>Share of the largest topic, 0–1.</summary>
    public double Largest => rows.Length == 0 ? 0 : (double)rows.GroupBy(r => r.Topic).Max(g => g.Count()) / rows.Length;

    /// <summary>How evenly the rows are spread: entropy of the topics' shares ÷ its largest value, ln of the rows. 0: one topic; 1: each row is a topic of its own.
    /// Null for fewer than 20 rows.</summary>
    public double? Diversity => Evenness([.. rows.Select(r => r.Topic)]);

    /// <summary>The same for the rows of one source.</summary>
    public double? DiversityOf(string? source) => Evenness([.. rows.Where(r => r.Source == source).Select(r => r.Topic)]);

    /// <summary>Finds the topics.</summary>
    public static Topics Of(IReadOnlyList<Example> examples, RunContext run)
    {
        var keys = examples.Select(e => KeyedRandom.Bits(run.Seed, "topics", e.Id)).ToArray();
        var drawn = examples.ToArray();
        Array.Sort(keys, drawn);
        if (drawn.Length > MostRows) drawn = drawn[..MostRows];
        FeatureBag[] bags = [.. Chunks.Run(drawn.Length, run, (from, to) => Array.ConvertAll(drawn[from..to], d => TextFeatures.Of(d.Input))).SelectMany(b => b)];
        var own = WithoutCommon(bags);
        var model = new TfIdf(own);
        var vectors = Array.ConvertAll(own, model.Vector);
        var index = new SparseIndex(vectors, model.Count);
        var topic = new int[drawn.Length];
        for (var i = 0; i < topic.Length; i++) topic[i] = IsTemplate(bags[i], own[i]) ? drawn.Length : -1;
        for (var i = 0; i < drawn.Length; i++)
        {
            if (topic[i] >= 0) continue;
            topic[i] = i;
            foreach (var near in index.Nearest(vectors[i], drawn.Length, i))
            {
                if (near.Similarity < SameTopic) break;
                if (topic[near.Row] < 0) topic[near.Row] = i;
            }
        }

        return new([.. drawn.Select((d, i) => (d.Source, topic[i]))]);
    }

    private static FeatureBag[] WithoutCommon(FeatureBag[] bags)
    {
        var rows = new Dictionary<ulong, int>();
        foreach (var bag in bags)
            foreach (var hash in bag.Hashes) CollectionsMarshal.GetValueRefOrAddDefault(rows, hash, out _)++;
        return Array.ConvertAll(bags, bag =>
        {
            var kept = Enumerable.Range(0, bag.Hashes.Length).Where(i => 2 * rows[bag.Hashes[i]] <= bags.Length).ToList();
            return kept.Count == bag.Hashes.Length ? bag : new([.. kept.Select(i => bag.Hashes[i])], [.. kept.Select(i => bag.Counts[i])]);
        });
    }

    private static bool IsTemplate(FeatureBag all, FeatureBag own) => TemplateParts * WordsIn(own) < WordsIn(all);

    private static int WordsIn(FeatureBag bag) => bag.Hashes.Count(h => !TextFeatures.IsTrigram(h));

    private static double? Evenness(int[] topics)
    {
        if (topics.Length < FewestRows) return null;
        var entropy = 0.0;
        foreach (var group in topics.GroupBy(t => t).OrderBy(g => g.Key))
        {
            var share = (double)group.Count() / topics.Length;
            entropy -= share * Math.Log(share);
        }

        return Math.Round(entropy / Math.Log(topics.Length), 6);
    }
}
