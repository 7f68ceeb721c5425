namespace NotebookKit.Display;

/// <summary>Examples and removals as texts to read.</summary>
/// <remarks>Texts are shown masked until a stage has anonymized the example; <see cref="RawExtensions"/> shows them as they were recorded.</remarks>
public static class TextExtensions
{
    /// <summary>The conversation as a chat, with the id and the label above it.</summary>
    /// <param name="example">The example.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public static ChatView ToChat(this Example example, TextMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(example);
        return Chat(TextMask.Shown(example, mask));
    }

    internal static ChatView Chat(Example shown) => ChatView.Of(shown) with { Caption = shown.Label is { Length: > 0 } label ? $"{shown.Id} · {label}" : shown.Id };

    /// <summary>The removed conversation as a chat, with the id and the reason above it; without turns where its text is withheld.</summary>
    public static ChatView ToChat(this Removal removal, TextMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(removal);
        return Chat(removal, TextMask.Shown(removal, mask));
    }

    internal static ChatView Chat(Removal removal, Example? shown)
    {
        var caption = $"{removal.Example.Id} · {removal.Reason}";
        return shown is null ? new() { Messages = [], Caption = caption + " · the text is withheld" } : ChatView.Of(shown) with { Caption = caption };
    }

    /// <summary>Turns as a chat.</summary>
    public static ChatView ToChat(this IReadOnlyList<Message> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return new() { Messages = messages };
    }

    /// <summary>The words that two texts have in common, and those that only one of them has.</summary>
    public static Differences DifferencesTo(this string first, string second) => Differences.Of(first, second);

    /// <summary>The removal beside the example kept instead of it.</summary>
    /// <param name="removal">The removal.</param>
    /// <param name="data">The dataset where that example is, or whose history has it.</param>
    /// <param name="mask">Masks both; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public static RemovedPair ToPair(this Removal removal, Dataset data, TextMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(removal);
        ArgumentNullException.ThrowIfNull(data);
        return RemovedPair.Of(removal, removal.CauseId is null || removal.CauseRun is not null ? null : Find(data, [removal.CauseId]).GetValueOrDefault(removal.CauseId), mask);
    }

    /// <summary>The first removals for which another example was kept, each beside that example.</summary>
    /// <param name="result">What came out of a stage.</param>
    /// <param name="rows">How many, at least 0. Default 5.</param>
    /// <param name="mask">Masks both; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public static IReadOnlyList<RemovedPair> ToPairs(this StageResult result, int rows = 5, TextMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var removals = result.Removed.Where(r => r.CauseId is not null).Take(Guard.AtLeast(rows, 0)).ToList();
        var kept = Find(result.Kept, removals.Select(r => r.CauseId!).ToHashSet(StringComparer.Ordinal));
        return [.. removals.Select(r => RemovedPair.Of(r, r.CauseRun is null ? kept.GetValueOrDefault(r.CauseId!) : null, mask))];
    }

    /// <summary>Examples by id: of the dataset, else of what its history removed. A removal that is withheld stays so.</summary>
    private static Dictionary<string, Example> Find(Dataset data, HashSet<string> ids)
    {
        var found = data.Examples.Where(e => ids.Contains(e.Id)).ToDictionary(e => e.Id, StringComparer.Ordinal);
        foreach (var removal in data.History.Removals)
            if (!removal.Withheld && ids.Contains(removal.Example.Id)) found.TryAdd(removal.Example.Id, removal.Example);
        return found;
    }
}
