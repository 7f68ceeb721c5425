using NotebookKit.Text;
using NotebookKit.Trails;

namespace NotebookKit.Explaining;

/// <summary>Says what each stage measured, changed and remarked about a row.</summary>
internal static class LifeSteps
{
    public static IReadOnlyList<LifeStep> Of(RowTrail row, IReadOnlyList<StageFacts> stages)
    {
        if (row.Changes is not { } all) return [];
        var steps = new List<LifeStep>(all.Count);
        foreach (var (stage, changes) in all)
        {
            var what = What(row, stages[stage].Name, stage, changes).ToList();
            if (what.Count > 0) steps.Add(new(stage + 1, stages[stage].Name, stages[stage].Key, what));
        }

        return steps;
    }

    private static IEnumerable<string> What(RowTrail row, string stage, int number, IReadOnlyList<RowChange> changes)
    {
        var texts = Of(changes, ChangeKind.Text);
        var placeholders = Of(changes, ChangeKind.Placeholder);
        if (texts.Count > 0)
            yield return $"changed {string.Join(", ", texts.Select(t => Numbers.Count((long)t.After!.Value, t.Name!)))}"
                + (placeholders.Count > 0 ? $": {string.Join(", ", placeholders.Select(p => $"{p.Name} {Numbers.Count((long)p.After!.Value)}"))} put in" : "");
        var scores = changes.Where(c => c.Kind is ChangeKind.Score or ChangeKind.Remeasured).ToList();
        foreach (var line in ScoreWords.Lines(scores.Select(s => (s.Name!, Before: s.Kind == ChangeKind.Remeasured ? s.Before : null, After: ValueAt(row, number, s))))) yield return line;
        foreach (var change in changes)
            if (Sentence(row, stage, change) is { } sentence) yield return sentence;
        var fields = Of(changes, ChangeKind.Field);
        if (fields.Count > 0) yield return $"changed {string.Join(", ", fields.Select(f => f.Name == "generation" ? "generation (how often the text went through a model)" : f.Name))}";
    }

    private static string? Sentence(RowTrail row, string stage, RowChange change) => change.Kind switch
    {
        ChangeKind.Flag => Remark(row, stage, change.Name!),
        ChangeKind.Tag => $"marked as {change.Name}",
        ChangeKind.Untagged => $"took away the mark {change.Name}",
        ChangeKind.Label => $"label {change.From ?? "(none)"} → {change.To ?? "(none)"}",
        ChangeKind.Split => $"put into {change.Name}",
        ChangeKind.Repeat => $"copies {FromTo(change)}",
        ChangeKind.Weight => $"training weight {(change.Before is { } before ? Numbers.Value(before) : "(none)")} → {(change.After is { } after ? Numbers.Value(after) : "(none)")}",
        ChangeKind.Cluster => "put into a group of rows that belong together",
        ChangeKind.Occurrences => $"stands for {FromTo(change)} input rows",
        ChangeKind.KnownNames => $"used {Numbers.Count((long)change.Before!.Value, "name")} that the record itself gives, and forgot them",
        ChangeKind.Turns => $"turns {FromTo(change)}",
        _ => null,
    };

    private static string Remark(RowTrail row, string stage, string reason)
    {
        var flag = row.Flags.FirstOrDefault(f => f.Stage == stage && f.Reason == reason);
        if (flag?.Measured is not { } measured) return $"remarked {reason}";
        return $"remarked {reason}: {Numbers.Value(measured)}{(flag.Limit is { } limit ? $", limit {Numbers.Value(limit)}" : "")}";
    }

    /// <summary>The value at that stage: the one it has at the end, unless a later stage measured again.</summary>
    private static double? ValueAt(RowTrail row, int stage, RowChange change)
    {
        if (change.Kind == ChangeKind.Remeasured) return change.After;
        var later = row.Changes!.Where(c => c.Stage > stage).SelectMany(c => c.Changes).FirstOrDefault(c => c.Kind == ChangeKind.Remeasured && c.Name == change.Name);
        return later.Before ?? row.Scores[change.Name!];
    }

    private static List<RowChange> Of(IReadOnlyList<RowChange> changes, ChangeKind kind) => [.. changes.Where(c => c.Kind == kind)];

    private static string FromTo(RowChange change) => $"{Numbers.Value(change.Before ?? 0)} → {Numbers.Value(change.After ?? 0)}";
}
