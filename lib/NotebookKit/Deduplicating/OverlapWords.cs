using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>The words of a row and of an item themselves: the last word on what hashes found.</summary>
internal sealed class OverlapWords(Example row, Example item, Decontamination stage)
{
    /// <summary>True where the two share the words of a turn, or a run of n words.</summary>
    public bool Holds(OverlapKind kind)
    {
        var (rows, items) = (All(row), Asked(item));
        if (kind == OverlapKind.Turn) return rows.Exists(turn => items.Exists(question => turn.SequenceEqual(question, StringComparer.Ordinal)));
        var n = stage.NGram ?? Decontamination.UsualNGram;
        var runs = Runs([.. items.SelectMany(w => w)], n).ToHashSet(StringComparer.Ordinal);
        var declined = row.Declined?.Count ?? 0;
        return Runs([.. rows.SkipLast(declined).SelectMany(w => w)], n).Any(runs.Contains) || Runs([.. rows.TakeLast(declined).SelectMany(w => w)], n).Any(runs.Contains);
    }

    private static List<List<string>> All(Example example) => [.. example.Messages.Concat(example.Declined ?? []).Select(Words)];

    private static List<List<string>> Asked(Example example) => [.. example.Messages.Where(m => m.Role != Role.System).Select(Words)];

    private static List<string> Words(Message message)
    {
        var words = new List<string>();
        Text.Words.Each(DuplicateView.Text(message), words, static (word, list) => list.Add(new(word)));
        return words;
    }

    private static IEnumerable<string> Runs(List<string> words, int n)
    {
        for (var i = 0; i + n <= words.Count; i++) yield return string.Join(' ', words.GetRange(i, n));
    }
}
