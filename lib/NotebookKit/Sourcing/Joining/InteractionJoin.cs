using NotebookKit.Text;

namespace NotebookKit.Sourcing;

/// <summary>Brings events to the interactions they refer to, in the same file first, else in another; sees what was asked again; then
/// makes the turns.</summary>
internal static class InteractionJoin
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    public static void Run(IReadOnlyList<Draft> drafts)
    {
        var mine = drafts.Where(d => d.Format == SourceFormat.Interactions).ToList();
        var asked = mine.FindAll(d => !d.IsEvent);
        Join(mine, asked);
        AskedAgain(asked);
        foreach (var draft in asked) ((InteractionParts)draft.JoinData!).Finish(draft);
    }

    private static void Join(List<Draft> all, List<Draft> asked)
    {
        var byFile = asked.Where(d => d.GivenId is not null).ToLookup(d => (d.Input, d.GivenId!));
        var anywhere = asked.Where(d => d.GivenId is not null).ToLookup(d => d.GivenId!, StringComparer.Ordinal);

        // Later events win over earlier ones, by their own time where they have one, so that the order of rows does not matter.
        foreach (var happened in all.Where(d => d.IsEvent).OrderBy(d => d.CreatedAt ?? DateTimeOffset.MinValue).ThenBy(d => d.Input).ThenBy(d => d.Record))
        {
            // An id that was given twice cannot tell which one is meant: the event belongs to both.
            var targets = byFile[(happened.Input, happened.Reference!)].ToList();
            if (targets.Count == 0) targets.AddRange(anywhere[happened.Reference!]);
            foreach (var target in targets) Add(target, happened);
            happened.IsJoined = targets.Count > 0;
            happened.JoinedTo = targets.FirstOrDefault();
            if (!happened.IsJoined) happened.Rejection = $"{RejectReasons.NoSuchInteraction}: the interaction that the event refers to is in no input";
        }
    }

    private static void Add(Draft target, Draft happened)
    {
        ((InteractionParts)target.JoinData!).Add((InteractionParts)happened.JoinData!);
        target.Rating = happened.Rating ?? target.Rating;
        target.RatingOf = happened.Rating is null ? target.RatingOf : happened.RatingOf;
        target.Consent = happened.Consent ?? target.Consent;
    }

    /// <summary>The same asked by the same person, or in the same session, within two minutes: the earlier answer did not help.</summary>
    private static void AskedAgain(List<Draft> asked)
    {
        var last = new Dictionary<(string Who, ulong What), List<Draft>>();
        foreach (var draft in asked.Where(d => d.CreatedAt is not null).OrderBy(d => d.CreatedAt))
        {
            if ((draft.Conversation ?? draft.Subject) is not { } who) continue;
            var key = (who, StableHash.Of(Fold.Key(((InteractionParts)draft.JoinData!).Input ?? "")));
            if (last.TryGetValue(key, out var before))
            {
                // At the very same time it is the same record logged twice.
                if (draft.CreatedAt == before[0].CreatedAt)
                {
                    before.Add(draft);
                    continue;
                }

                if (draft.CreatedAt - before[0].CreatedAt <= Soon) before.ForEach(b => b.Events |= Events.AskedAgain);
            }

            last[key] = [draft];
        }
    }
}
