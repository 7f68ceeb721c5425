using NotebookKit.Text;

namespace NotebookKit.Sourcing;

/// <summary>Brings queries and what followed them together: one example for each result that a query led to, or one without an answer.</summary>
internal static class SearchJoin
{
    public static void Run(IReadOnlyList<Draft> drafts)
    {
        foreach (var group in drafts.Where(d => d.Format == SourceFormat.SearchLogs).GroupBy(d => d.Reference!, StringComparer.Ordinal))
            Join([.. group]);
    }

    private static void Join(List<Draft> steps)
    {
        // A query that is typed letter by letter is logged again and again: its longest text is what was asked.
        var query = steps.Select(s => ((SearchStep)s.JoinData!).Query).OfType<string>()
            .OrderByDescending(q => q.Length).ThenBy(q => q, StringComparer.Ordinal).FirstOrDefault();
        if (query is null)
        {
            foreach (var step in steps) step.Rejection = $"{RejectReasons.NoSuchInteraction}: the query that the event refers to is in no input";
            return;
        }

        var results = new HashSet<string>(StringComparer.Ordinal);
        var made = new List<Draft>();
        foreach (var step in steps)
        {
            if (((SearchStep)step.JoinData!).Result is { } result && results.Add(Fold.Key(result))) made.Add(step);
            else step.IsJoined = true;
        }

        if (made.Count == 0)
        {
            // Nothing was chosen: the query itself is an input without an answer.
            var only = steps.Find(s => !s.IsEvent) ?? steps[0];
            only.IsJoined = false;
            made.Add(only);
        }

        foreach (var step in steps)
            if (step.IsJoined) step.JoinedTo = made.Find(m => SameResult(m, step)) ?? made[0];
        foreach (var step in made) Finish(step, query);
    }

    private static bool SameResult(Draft made, Draft step) =>
        ((SearchStep)step.JoinData!).Result is { } result && ((SearchStep)made.JoinData!).Result is { } chosen && Fold.Key(chosen) == Fold.Key(result);

    private static void Finish(Draft step, string query)
    {
        var parts = (SearchStep)step.JoinData!;
        step.Messages = [new(Role.User, query)];
        step.Task = TaskKind.QuestionAnswering;
        if (parts.Result is null) return;
        step.Messages.Add(new(Role.Assistant, parts.Result));
        step.Events |= Events.Clicked | (parts.Action is "purchase" or "add_to_cart" ? Events.Accepted : Events.None);
    }
}
