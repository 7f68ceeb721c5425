namespace NotebookKit.Trails;

/// <summary>Finds what differs between a row before and after a stage. Stages share what they leave alone, so most comparisons are of references.</summary>
internal sealed class RowDiff
{
    private readonly List<RowChange> changes = [];
    private readonly PlaceholderCounts placeholders = new();
    private readonly int[] texts = new int[Turned.Length];

    private static readonly string[] Turned =
        ["system turn", "user turn", "assistant turn", "tool turn", "speaker name", "tool call", "declined answer", "tool definitions", "generator prompt", "metadata"];

    /// <summary>The changes, valid until the next call.</summary>
    public List<RowChange> Of(Example before, Example after)
    {
        changes.Clear();
        Texts(before, after);
        Scores(before.Scores, after.Scores);
        for (var i = before.Flags.Count; i < after.Flags.Count; i++) changes.Add(new(ChangeKind.Flag, after.Flags[i].Reason));
        if (!ReferenceEquals(before.Tags, after.Tags)) Tags(before.Tags, after.Tags);
        if (!Same(before.Label, after.Label)) changes.Add(new(ChangeKind.Label, From: before.Label, To: after.Label));
        if (before.Split != after.Split) changes.Add(new(ChangeKind.Split, SplitName(after.Split)));
        if (before.Repeat != after.Repeat) changes.Add(new(ChangeKind.Repeat, null, before.Repeat, after.Repeat));
        if (before.Weight != after.Weight) changes.Add(new(ChangeKind.Weight, null, before.Weight, after.Weight));
        if (!Same(before.Cluster, after.Cluster)) changes.Add(new(ChangeKind.Cluster));
        if (before.Occurrences != after.Occurrences) changes.Add(new(ChangeKind.Occurrences, null, before.Occurrences, after.Occurrences));
        if (before.KnownNames.Count != after.KnownNames.Count) changes.Add(new(ChangeKind.KnownNames, null, before.KnownNames.Count, after.KnownNames.Count));
        Fields(before, after);
        return changes;
    }

    private void Texts(Example before, Example after)
    {
        var same = ReferenceEquals(before.Messages, after.Messages) && ReferenceEquals(before.Declined, after.Declined) && ReferenceEquals(before.Tools, after.Tools)
            && ReferenceEquals(before.GeneratorPrompt, after.GeneratorPrompt) && ReferenceEquals(before.Metadata, after.Metadata);
        if (same) return;
        Array.Clear(texts);
        placeholders.Clear();
        Turns(before.Messages, after.Messages, false);
        Turns(before.Declined ?? [], after.Declined ?? [], true);
        Text(before.Tools, after.Tools, 7);
        Text(before.GeneratorPrompt, after.GeneratorPrompt, 8);
        Text(before.Metadata, after.Metadata, 9);
        for (var i = 0; i < texts.Length; i++)
            if (texts[i] > 0) changes.Add(new(ChangeKind.Text, Turned[i], After: texts[i]));
        foreach (var (name, count) in placeholders.Added) changes.Add(new(ChangeKind.Placeholder, name, After: count));
        if (before.Messages.Count != after.Messages.Count) changes.Add(new(ChangeKind.Turns, null, before.Messages.Count, after.Messages.Count));
    }

    private void Turns(IReadOnlyList<Message> before, IReadOnlyList<Message> after, bool declined)
    {
        if (ReferenceEquals(before, after)) return;
        for (var i = 0; i < Math.Min(before.Count, after.Count); i++)
        {
            var (old, now) = (before[i], after[i]);
            if (ReferenceEquals(old, now)) continue;
            Text(old.Content, now.Content, declined ? 6 : (int)now.Role);
            Text(old.Name, now.Name, 4);
            for (var c = 0; c < Math.Min(old.ToolCalls.Count, now.ToolCalls.Count); c++) Text(old.ToolCalls[c].Arguments, now.ToolCalls[c].Arguments, 5);
        }
    }

    private void Text(string? before, string? after, int place)
    {
        if (Same(before, after)) return;
        texts[place]++;
        placeholders.Count(before, -1);
        placeholders.Count(after, 1);
    }

    private void Scores(Scores before, Scores after)
    {
        if (before.IsSame(after)) return;
        foreach (var (name, value) in after)
            if (before[name] is not { } old) changes.Add(new(ChangeKind.Score, name));
            else if (old != value) changes.Add(new(ChangeKind.Remeasured, name, old, value));
    }

    private void Tags(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        foreach (var tag in after)
            if (!before.Contains(tag)) changes.Add(new(ChangeKind.Tag, tag));
        foreach (var tag in before)
            if (!after.Contains(tag)) changes.Add(new(ChangeKind.Untagged, tag));
    }

    private void Fields(Example before, Example after)
    {
        Field("author", Same(before.Author, after.Author));
        Field("subject", Same(before.Subject, after.Subject));
        Field("conversation", Same(before.Conversation, after.Conversation));
        Field("task", before.Task == after.Task);
        Field("origin", before.Origin == after.Origin);
        Field("source", Same(before.Source, after.Source));
        Field("parent", Same(before.ParentId, after.ParentId));
        Field("generator", Same(before.Generator, after.Generator));
        Field("licence", Same(before.Licence, after.Licence));
        Field("consent", Same(before.Consent, after.Consent));
        Field("generation", before.Generation == after.Generation);
        Field("date", before.CreatedAt == after.CreatedAt);
        Field("signals", ReferenceEquals(before.Signals, after.Signals) || before.Signals == after.Signals);
    }

    private void Field(string name, bool same)
    {
        if (!same) changes.Add(new(ChangeKind.Field, name));
    }

    private static string SplitName(Split? split) => split switch
    {
        Split.Train => "train",
        Split.Validation => "validation",
        Split.Test => "test",
        _ => "none",
    };

    private static bool Same(string? left, string? right) => ReferenceEquals(left, right) || string.Equals(left, right, StringComparison.Ordinal);
}

/// <summary>Counts placeholders such as <c>[EMAIL]</c> and <c>[NAME_3f2a9c01]</c> in texts, without their codes.</summary>
internal sealed class PlaceholderCounts
{
    private const int LongestName = 24;

    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Placeholders that are more than they were, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, int>> Added => counts.Where(c => c.Value > 0);

    public void Clear() => counts.Clear();

    /// <summary>Adds what is in a text, by 1 or −1.</summary>
    public void Count(string? text, int by)
    {
        if (text is null) return;
        for (var at = text.IndexOf('['); at >= 0; at = text.IndexOf('[', at + 1))
            if (NameAt(text, at + 1) is { } name) counts[name] = counts.GetValueOrDefault(name) + by;
    }

    private static string? NameAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestName && char.IsAsciiLetterUpper(text[end])) end++;
        if (end - start < 2 || end == text.Length) return null;
        var close = end;
        if (text[close] == '_')
            for (close++; close < text.Length && close - end < LongestName && char.IsAsciiHexDigit(text[close]); close++) { }
        return close < text.Length && text[close] == ']' ? Known(text.AsSpan(start, end - start)) : null;
    }

    /// <summary>The kit's own placeholders need no new string for each find.</summary>
    private static string Known(ReadOnlySpan<char> name) => name switch
    {
        "EMAIL" => "[EMAIL]",
        "PHONE" => "[PHONE]",
        "NAME" => "[NAME]",
        "CARD" => "[CARD]",
        "IBAN" => "[IBAN]",
        "IP" => "[IP]",
        "SSN" => "[SSN]",
        "URL" => "[URL]",
        "SECRET" => "[SECRET]",
        _ => string.Concat("[", name, "]"),
    };
}
