using NotebookKit.Text;

namespace NotebookKit.Labels;

/// <summary>A row that a person should look at.</summary>
/// <param name="Example">The row, as the stage received it.</param>
/// <param name="Reason">Why: <see cref="SuspectLabel"/>, <see cref="Undecided"/>, <see cref="ThinGroup"/> or <see cref="RareLabel"/>.</param>
/// <param name="Measured">What speaks for it: the probability of the given label, the lead of the most probable label, the labelled rows of the group, or the similarity to a row with the rare label.</param>
/// <param name="Suggested">The label that the models prefer, or the rare one; null where they say nothing.</param>
/// <param name="Group">Number of its group; null where it is in none.</param>
public sealed record NextRow(Example Example, string Reason, double Measured, string? Suggested, int? Group)
{
    /// <summary>Its label is probably wrong.</summary>
    public const string SuspectLabel = "suspect-label";

    /// <summary>The models are undecided between two labels.</summary>
    public const string Undecided = "undecided";

    /// <summary>It has no label (no answer, where no row has a label), and few of the rows like it have.</summary>
    public const string ThinGroup = "thin-group";

    /// <summary>It has no label, and is like the rows of a label with hardly any rows.</summary>
    public const string RareLabel = "near-empty-label";
}

/// <summary>Chooses what to label next.</summary>
internal static class NextRows
{
    /// <summary>Two rows from this cosine on say nearly the same.</summary>
    private const double NearSame = 0.9;

    private const int MostRareRows = 50;

    public static IReadOnlyList<NextRow> Choose(LabelNoiseResult result, Dataset input, int count, ulong seed)
    {
        var coverage = result.Coverage;
        ulong Key(Example e) => KeyedRandom.Bits(seed, "labels.next", e.Id);
        NextRow Made(Example e, string reason, double measured, string? suggested) => new(e, reason, measured, suggested, coverage.GroupOf(e)?.Number);
        var queues = new[]
        {
            new Queue<NextRow>(result.Issues.Select(i => Made(i.Example, NextRow.SuspectLabel, i.Judgement.SelfConfidence, i.Judgement.Suggested))),
            new(Undecided(result, input).OrderBy(u => u.Lead).ThenBy(u => Key(u.Example)).Select(u => Made(u.Example, NextRow.Undecided, u.Lead, u.Label))),
            new(Thin(coverage, input).OrderBy(t => t.Group.Labelled).ThenBy(t => t.Group.Answered).ThenBy(t => Key(t.Example)).Select(t => Made(t.Example, NextRow.ThinGroup, t.Group.Labelled, null))),
            new(Rare(result, input).OrderByDescending(r => r.Similarity).ThenBy(r => Key(r.Example)).Select(r => Made(r.Example, NextRow.RareLabel, r.Similarity, r.Label))),
        };
        var chosen = new List<NextRow>();
        var contents = new HashSet<ulong>();
        while (chosen.Count < count && queues.Any(q => q.Count > 0))
            foreach (var queue in queues)
                while (chosen.Count < count && queue.TryDequeue(out var next))
                {
                    if (contents.Contains(ContentOf(next)) || chosen.Exists(c => coverage.Cosine(c.Example.Id, next.Example.Id) >= NearSame)) continue;
                    contents.Add(ContentOf(next));
                    chosen.Add(next);
                    break;
                }

        return chosen;
    }

    private static ulong ContentOf(NextRow row) => LabelledRow.ContentOf(LabelledRow.TextOf(row.Example));

    /// <summary>Rows by how far the most probable label is before the second; suspect ones have a list of their own.</summary>
    private static List<(Example Example, double Lead, string Label)> Undecided(LabelNoiseResult result, Dataset input)
    {
        var leads = new (double Lead, int Label)[input.Count];
        Chunks.Run(input.Count, new(), (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                leads[i] = (double.NaN, -1);
                if (result.Judged[i] is { IsSuspect: true } || result.Plan.Predict(input.Examples[i], out _) is not { } p) continue;
                var best = LabelQuality.Largest(LabelModel.Doubles(p));
                var second = p.Where((_, k) => k != best).Max();
                leads[i] = (Math.Round((double)p[best] - second, 6), best);
            }

            return 0;
        });
        return [.. input.Examples.Zip(leads).Where(r => r.Second.Label >= 0).Select(r => (r.First, r.Second.Lead, result.Plan.Labels[r.Second.Label]))];
    }

    private static IEnumerable<(Example Example, CoverageGroup Group)> Thin(LabelCoverage coverage, Dataset input)
    {
        var hasLabels = input.Examples.Any(e => LabelledRow.LabelOf(e) is not null);
        foreach (var example in input.Examples)
            if ((hasLabels ? LabelledRow.LabelOf(example) is null : example.Output.Length == 0) && coverage.GroupOf(example) is { IsThin: true } group) yield return (example, group);
    }

    private static IEnumerable<(Example Example, double Similarity, string Label)> Rare(LabelNoiseResult result, Dataset input)
    {
        foreach (var label in result.Plan.NearEmptyLabels)
        {
            var rows = input.Examples.Where(e => string.Equals(e.Label, label, StringComparison.Ordinal)).OrderBy(e => e.Id, StringComparer.Ordinal).Take(MostRareRows).ToArray();
            foreach (var example in input.Examples.Where(e => LabelledRow.LabelOf(e) is null))
                if (rows.Max(r => result.Coverage.Cosine(r.Id, example.Id)) is { } similarity) yield return (example, Math.Clamp(Math.Round(similarity, 6), 0, 1), label);
        }
    }
}
