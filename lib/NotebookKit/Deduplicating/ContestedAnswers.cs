using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>An answer of those rows that have equal inputs and equal answers: what is compared, so that a question asked twenty thousand times costs as
/// much as it has answers.</summary>
/// <param name="Group">The group of rows with its input.</param>
/// <param name="Answer">Number of the answer; equal answers have one number.</param>
/// <param name="First">The first of the rows.</param>
internal readonly record struct AnswerUnit(int Group, int Answer, int First);

/// <summary>Which answers stand against which: two do where their inputs are similar enough and the answers are not.</summary>
internal sealed class ContestedAnswers
{
    /// <summary>So many different answers of one input are known as opponents: an answer that is like all of them, unlike one another as they are, is
    /// like the next as well. A bound for hostile data.</summary>
    private const int MaxOpponents = 64;

    private readonly LinkedRows linked;
    private readonly double answerSimilarity;
    private readonly Dictionary<int, List<(int Group, double Similarity)>> near;
    private readonly Dictionary<int, List<int>> opponents = [];

    public ContestedAnswers(LinkedRows linked, double threshold, double answerSimilarity)
    {
        this.linked = linked;
        this.answerSimilarity = answerSimilarity;
        near = StarClusters.Neighbours(linked.Edges, threshold);
        // The most alike first, so that the first opponent that is found is the nearest.
        foreach (var list in near.Values) list.Sort((x, y) => x.Similarity != y.Similarity ? y.Similarity.CompareTo(x.Similarity) : x.Group.CompareTo(y.Group));
        var groups = StarClusters.Groups(linked.Ranks.Length, linked.Edges);
        var answers = new Dictionary<AnswerSketch, int>();
        var known = new Dictionary<(int Group, int Answer), int>();
        UnitOf = new int[groups.Length];
        for (var row = 0; row < groups.Length; row++)
        {
            if (!answers.TryGetValue(linked.Answers[row], out var answer)) answers[linked.Answers[row]] = answer = answers.Count;
            if (!known.TryGetValue((groups[row], answer), out UnitOf[row]))
            {
                known[(groups[row], answer)] = UnitOf[row] = Units.Count;
                Units.Add(new(groups[row], answer, row));
            }
        }
    }

    /// <summary>The units, in the order of their first rows.</summary>
    public List<AnswerUnit> Units { get; } = [];

    /// <summary>The unit of each row.</summary>
    public int[] UnitOf { get; }

    /// <summary>True where two units give the same answer.</summary>
    public bool Alike(int unit, int other) =>
        Units[unit].Answer == Units[other].Answer || linked.AnswerAlike(Units[unit].First, Units[other].First, answerSimilarity);

    /// <summary>How alike the inputs of two units are; −1 where that is below the threshold.</summary>
    public double Similarity(int unit, int other)
    {
        var (a, b) = (Units[unit].Group, Units[other].Group);
        if (a == b) return 1;
        if (near.TryGetValue(a, out var groups))
            foreach (var (group, similarity) in groups)
                if (group == b) return similarity;
        return -1;
    }

    /// <summary>The groups similar to one, itself first.</summary>
    public IEnumerable<(int Group, double Similarity)> Around(int group) => near.TryGetValue(group, out var others) ? others.Prepend((group, 1)) : [(group, 1.0)];

    /// <summary>Each of these units' nearest opponent among them, where it has one: opposition goes both ways.</summary>
    /// <param name="among">The units, ascending.</param>
    /// <param name="together">True for two groups that may oppose each other.</param>
    public Dictionary<int, int> Opponents(IReadOnlyList<int> among, Func<int, int, bool> together)
    {
        opponents.Clear();
        foreach (var unit in among)
        {
            if (!opponents.TryGetValue(Units[unit].Group, out var known)) opponents[Units[unit].Group] = known = [];
            if (known.Count < MaxOpponents && !known.Exists(k => Alike(unit, k))) known.Add(unit);
        }

        var found = new Dictionary<int, int>();
        foreach (var unit in among)
            if (Nearest(unit, together) is { } other) found[unit] = other;
        foreach (var unit in among)
            if (found.TryGetValue(unit, out var other)) found.TryAdd(other, unit);
        return found;
    }

    private int? Nearest(int unit, Func<int, int, bool> together)
    {
        foreach (var (group, _) in Around(Units[unit].Group))
        {
            if (!opponents.TryGetValue(group, out var known) || !together(Units[unit].Group, group)) continue;
            foreach (var other in known)
                if (!Alike(unit, other)) return other;
        }

        return null;
    }
}
