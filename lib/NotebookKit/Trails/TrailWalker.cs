namespace NotebookKit.Trails;

/// <summary>Follows every row of a run from the first stage to its end, in the order the first stage received them. It holds one place per stage, so it
/// costs no memory that grows with the rows.</summary>
internal sealed class TrailWalker
{
    private readonly Dataset data;
    private readonly IReadOnlyList<HistoryEntry> stages;

    private TrailWalker(Dataset data)
    {
        this.data = data;
        stages = data.History.Stages;
    }

    /// <summary>Every row, kept or removed. The changes are read only where <paramref name="wanted"/> holds for the row's id.</summary>
    public static IEnumerable<RowTrail> Walk(Dataset data, Func<string, bool>? wanted = null)
    {
        var walker = new TrailWalker(data);
        return walker.CanFollow() ? walker.Followed(wanted ?? (_ => true)) : walker.Listed(wanted ?? (_ => true));
    }

    /// <summary>True where each stage took what the one before it gave; where somebody put rows together anew between two stages, numbers of rows
    /// mean nothing.</summary>
    private bool CanFollow()
    {
        if (!data.Follows) return false;
        for (var s = 0; s < stages.Count; s++)
            if (!stages[s].Trail.Follows || stages[s].Trail.Removed.Length != stages[s].Removed.Count) return false;
        return true;
    }

    private IEnumerable<RowTrail> Listed(Func<string, bool> wanted)
    {
        for (var s = 0; s < stages.Count; s++)
            foreach (var removal in stages[s].Removed)
                if (wanted(removal.Example.Id)) yield return RowTrail.Of(removal.Example, Exit(removal, s), null);
        foreach (var example in data.Examples)
            if (wanted(example.Id)) yield return RowTrail.Of(example, null, null);
    }

    private IEnumerable<RowTrail> Followed(Func<string, bool> wanted)
    {
        var places = stages.Select(s => new Place(s)).ToArray();
        try
        {
            var total = stages.Count > 0 ? stages[0].Report.Received : data.Count;
            var kept = 0;
            // Rows that the run made stand behind all others, and begin at the stage that received them first.
            foreach (var start in Enumerable.Repeat(0, total).Concat(data.History.Made.Where(m => m.Before > 0).SelectMany(m => Enumerable.Repeat(m.Before, m.Ids.Count))))
            {
                List<StageChanges>? changes = null;
                Removal? removal = null;
                var stage = start;
                for (; stage < places.Length; stage++)
                {
                    removal = places[stage].Next(out var changed);
                    if (removal is not null) break;
                    if (changed is not null) (changes ??= []).Add(new(stage, changed));
                }

                var example = removal?.Example ?? data.Examples[kept++];
                if (wanted(example.Id)) yield return RowTrail.Of(example, removal is null ? null : Exit(removal, stage), changes ?? []);
            }
        }
        finally
        {
            foreach (var place in places) place.Dispose();
        }
    }

    private static RowExit Exit(Removal removal, int stage) => new(stage, removal.Reason, removal.Measured, removal.Limit, removal.CauseId, removal.Withheld) { CauseRun = removal.CauseRun };

    /// <summary>How far one stage's rows were followed.</summary>
    private sealed class Place : IDisposable
    {
        private readonly HistoryEntry entry;
        private readonly IEnumerator<(int Row, RowChange[] Changes)> changed;
        private bool more;
        private int row = -1;
        private int removed;

        public Place(HistoryEntry entry)
        {
            this.entry = entry;
            changed = entry.Trail.Rows().GetEnumerator();
            more = changed.MoveNext();
        }

        /// <summary>Goes to the next row that the stage received: its removal, or null with what was changed.</summary>
        public Removal? Next(out RowChange[]? changes)
        {
            row++;
            changes = null;
            if (removed < entry.Removed.Count && entry.Trail.Removed[removed] == row) return entry.Removed[removed++];
            if (!more || changed.Current.Row != row) return null;
            changes = changed.Current.Changes;
            more = changed.MoveNext();
            return null;
        }

        public void Dispose() => changed.Dispose();
    }
}
