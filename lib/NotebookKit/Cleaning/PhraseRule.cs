namespace NotebookKit.Cleaning;

/// <summary>What rules share that count phrases of a list in some turns, and list or remove the example.</summary>
internal static class PhraseRule
{
    /// <summary>How many phrases the turns of the given roles hold.</summary>
    public static int Count(Example example, Phrases list, params ReadOnlySpan<Role> roles)
    {
        var finds = 0;
        foreach (var turn in example.Messages)
            if (roles.Contains(turn.Role)) finds += list.CountIn(turn.Content);
        return finds;
    }

    /// <summary>What becomes of an example with so many finds.</summary>
    public static Outcome Decide(Example example, string stage, string reason, int finds, int limit, CleaningPolicy policy)
    {
        if (finds <= limit) return Outcome.Keep(example);
        return policy == CleaningPolicy.Remove
            ? Outcome.Remove(example, reason, finds, limit)
            : Outcome.Keep(example.WithFlag(new(stage, reason, finds, limit)));
    }
}
