using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>What is done about rows that answer the same question differently.</summary>
public enum ContradictionPolicy
{
    /// <summary>Flag them all; a person decides.</summary>
    List,

    /// <summary>Keep the best answer: user-edited, accepted, better rated, longest, newest.</summary>
    KeepBest,

    /// <summary>Keep the newest answer.</summary>
    KeepNewest,
}

/// <summary>Finds rows whose inputs are nearly the same and whose answers differ: the model would learn the average of them (S3). They are listed before
/// any duplicate is removed.</summary>
public sealed record Contradictions : CorpusStage<RowSketches, ContradictionPlan>
{
    /// <summary>Another row gives another answer to nearly the same input; measured is the similarity of the inputs, limit the threshold.</summary>
    public const string Contradiction = "contradiction";

    /// <summary>Least Jaccard similarity of two inputs that ask the same. Ratio 0.5–1, default 0.8. Source: own choice, that of near-duplicates.</summary>
    public double Threshold { get; init => field = Guard.InRange(value, 0.5, 1); } = 0.8;

    /// <summary>Two answers are the same from this Jaccard similarity of their words on. Ratio, default 0.8. Source: own choice.</summary>
    public double AnswerSimilarity { get; init => field = Guard.Ratio(value); } = 0.8;

    /// <summary>Words in a shingle of the input. 1–20, default 3. Source: own choice, fit for chat.</summary>
    public int ShingleWords { get; init => field = Guard.InRange(value, 1, 20); } = 3;

    /// <summary>What is done: List, KeepBest or KeepNewest. Default List.</summary>
    public ContradictionPolicy Policy { get; init => field = Guard.Defined(value); } = ContradictionPolicy.List;

    /// <inheritdoc/>
    public override string Name => "Contradictions";

    /// <inheritdoc/>
    protected internal override RowSketches Summarize(IReadOnlyList<Example> part, RunContext run) =>
        RowSketches.Of(new Sketcher(run, DuplicateKey.Input, ShingleWords).Sketch(part.Where(HasAnswer)));

    /// <inheritdoc/>
    protected internal override RowSketches Merge(IReadOnlyList<RowSketches> summaries) => RowSketches.Merge(summaries);

    /// <inheritdoc/>
    protected internal override ContradictionPlan Plan(RowSketches whole, RunContext run)
    {
        var rows = new RankedRows(whole, newestFirst: Policy == ContradictionPolicy.KeepNewest);
        var linked = LinkedRows.Of(rows, SimilarityJoin.Edges(rows, Threshold, run, out _));
        var chosen = linked.Choose(Threshold, (row, kept) => !linked.AnswerAlike(row, kept, AnswerSimilarity));
        return ContradictionPlan.Of(rows, linked, chosen, AnswerSimilarity);
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, ContradictionPlan plan, Tally tally)
    {
        if (!plan.Rows.TryGetValue(example.Id, out var found)) return Outcome.Keep(example);
        if (Policy != ContradictionPolicy.List && found.Loses)
            return Outcome.Remove(example, Contradiction, found.Similarity, Threshold, found.Other);
        return Outcome.Keep(Policy == ContradictionPolicy.List
            ? example.WithFlag(new(Name, Contradiction, found.Similarity, Threshold))
            : example);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(ContradictionPlan plan, StageOutcome outcome)
    {
        var losers = plan.Rows.Values.Count(r => r.Loses);
        return losers == 0 ? [] :
            [new(Severity.Warning, Contradiction, $"{losers} rows answer an input otherwise than another row does{(Policy == ContradictionPolicy.List ? ": decide which answer is right" : "")}.")];
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Relation> Relations(ContradictionPlan plan, StageOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Rows.Where(r => r.Value.Loses).Select(r => new Relation(Relation.Contradiction, r.Key, r.Value.Other, r.Value.Similarity))];
    }

    private static bool HasAnswer(Example example) => example.Messages.Any(m => m.Role == Role.Assistant && !m.IsEmpty);
}

/// <summary>Rows that contradict each other.</summary>
public sealed class ContradictionPlan : IPersisted<ContradictionPlan>
{
    private ContradictionPlan(SortedDictionary<string, Conflict> rows) => Rows = rows;

    /// <summary>One row's conflict.</summary>
    /// <param name="Other">Id of a row with another answer.</param>
    /// <param name="Similarity">Similarity of the two inputs, 0–1.</param>
    /// <param name="Loses">True for the row that a policy removes.</param>
    public readonly record struct Conflict(string Other, double Similarity, bool Loses);

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    /// <summary>The conflicts by id of the row.</summary>
    public IReadOnlyDictionary<string, Conflict> Rows { get; }

    internal static ContradictionPlan Of(RankedRows rows, LinkedRows linked, Replacement?[] chosen, double answerSimilarity)
    {
        var groups = StarClusters.Groups(linked.Ranks.Length, linked.Edges);
        var found = new SortedDictionary<string, Conflict>(StringComparer.Ordinal);
        var losers = new Dictionary<int, List<int>>();
        for (var i = 0; i < chosen.Length; i++)
        {
            if (chosen[i] is not { } by) continue;
            found.TryAdd(Id(by.By), new(Id(i), by.Similarity, false));
            found[Id(i)] = new(Id(by.By), by.Similarity, true);
            if (!losers.TryGetValue(groups[i], out var list)) losers[groups[i]] = list = [];
            list.Add(i);
        }

        // Rows that agree with a winner contradict the losers of the same input as well.
        for (var i = 0; i < chosen.Length; i++)
            if (losers.TryGetValue(groups[i], out var list) && !found.ContainsKey(Id(i)))
                foreach (var loser in list)
                    if (!linked.AnswerAlike(i, loser, answerSimilarity))
                    {
                        found.Add(Id(i), new(Id(loser), 1, false));
                        break;
                    }

        return new(found);

        string Id(int row) => rows.Id(linked.Ranks[row]);
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer) => writer.WriteList([.. Rows], row =>
    {
        writer.Write(row.Key);
        writer.Write(row.Value.Other);
        writer.Write(row.Value.Similarity);
        writer.Write(row.Value.Loses);
    });

    /// <inheritdoc/>
    public static ContradictionPlan Read(BinaryReader reader)
    {
        var rows = reader.ReadList(() => (Id: reader.ReadString(), Conflict: new Conflict(reader.ReadString(), reader.ReadDouble(), reader.ReadBoolean())));
        return new(new(rows.ToDictionary(r => r.Id, r => r.Conflict), StringComparer.Ordinal));
    }
}
