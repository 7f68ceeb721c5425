using System.Runtime.InteropServices;

namespace NotebookKit.Text;

/// <summary>How many rows of a set each word stands in, and of how many people they are. Placeholders of personal data are no words, and words with digits are left out: codes and numbers say nothing about a topic.</summary>
internal sealed class TermCounts
{
    /// <summary>A term is shown only where so many different people used it.</summary>
    public const int People = 3;

    private readonly Dictionary<string, (long Rows, HashSet<ulong> People)> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Rows, HashSet<ulong> People)>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private TermCounts(IEnumerable<Example> rows, Func<Example, string> textOf)
    {
        lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var row in rows) Add(row, textOf(row));
    }

    /// <summary>Rows that were counted.</summary>
    public long Rows { get; private set; }

    /// <summary>All words.</summary>
    public IEnumerable<string> Words => counts.Keys;

    /// <summary>Counts the words of rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="textOf">The text of a row that is counted.</param>
    public static TermCounts Of(IEnumerable<Example> rows, Func<Example, string> textOf) => new(rows, textOf);

    /// <summary>Rows that a word stands in.</summary>
    public long Of(string word) => counts.TryGetValue(word, out var count) ? count.Rows : 0;

    /// <summary>True where a word stands in so many rows of three people at least, so that it tells nothing about one of them.</summary>
    public bool MayBeShown(string word, int rows) => counts.TryGetValue(word, out var count) && count.Rows >= rows && count.People.Count >= People;

    private void Add(Example row, string text)
    {
        Rows++;
        var met = new HashSet<string>(StringComparer.Ordinal);
        // Who said it: the person, else the conversation, else the row it was made from, else the row itself.
        var person = StableHash.Of(row.Subject ?? row.Conversation ?? row.ParentId ?? row.Id);
        foreach (var (from, to) in Parts(text))
            Text.Words.Each(text.AsSpan(from, to - from), (this, met, person), static (word, state) =>
            {
                if (word.Length < 2 || word.ContainsAnyInRange('0', '9') || !state.met.Add(word.ToString())) return;
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(state.Item1.lookup, word, out var known);
                if (!known) count.People = [];
                count.Rows++;
                if (count.People.Count < People) count.People.Add(state.person);
            });
    }

    /// <summary>What stands between placeholders.</summary>
    private static IEnumerable<(int From, int To)> Parts(string text)
    {
        var (from, length) = (0, Math.Min(text.Length, TextFeatures.MaxChars));
        for (var at = 0; at < length; at++)
        {
            if (text[at] != '[' || PlaceholderShape.EndAt(text, at) is not (> 0 and var end)) continue;
            yield return (from, at);
            from = Math.Min(end, length);
            at = end - 1;
        }

        yield return (from, length);
    }
}
