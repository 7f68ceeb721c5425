using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>What earlier runs meant for the rows of a stage, for people.</summary>
internal static class EarlierFindings
{
    /// <summary>How many rows left for rows of which earlier run, and how many stay with another answer.</summary>
    public static IEnumerable<Finding> Of(string stage, StageOutcome outcome)
    {
        var left = outcome.Removed.Where(r => r.CauseRun is not null).ToList();
        if (left.Count > 0)
        {
            var rows = left.Select(r => (r.CauseRun, r.CauseId)).Distinct().Count();
            var runs = left.GroupBy(r => r.CauseRun!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {Numbers.Count(g.Count())}");
            yield return new(Severity.Note, EarlierRuns.KeptByEarlierRun, $"{Numbers.Count(left.Count, "row")} left for {Numbers.Count(rows, "row")} that earlier runs kept: {string.Join(", ", runs)}.");
        }

        var differing = outcome.Kept.Count(e => e.Flags.Any(f => f.Stage == stage && f.Reason == EarlierRuns.AnswerDiffers));
        if (differing > 0) yield return new(Severity.Warning, EarlierRuns.AnswerDiffers, $"{Numbers.Count(differing, "row")} say what rows of earlier runs say and answer otherwise: decide which answer is right.");
    }

    /// <summary>How many records changed since an earlier run.</summary>
    public static IEnumerable<Finding> Changed(StageOutcome outcome)
    {
        var changed = outcome.Kept.Count(e => e.Flags.Any(f => f.Reason == EarlierRuns.ChangedRecord));
        if (changed > 0) yield return new(Severity.Warning, EarlierRuns.ChangedRecord, $"{Numbers.Count(changed, "row")} have the id of a row that an earlier run kept, and another text: the records changed since. Train on one of both.");
    }
}
