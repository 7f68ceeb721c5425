using System.Runtime.InteropServices;
using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>Tells words that are probably typed wrong, by the texts themselves and without a dictionary: a word in small letters that hardly any text has, and
/// that is one edit (a letter too many, one missing, one replaced, two swapped; Damerau 1964) away from a word that many texts have.</summary>
/// <remarks>It is a gauge to compare sets with, not a spelling checker: typing errors in rare words are missed. Differences in the last letter are endings, not errors.
/// Scripts without spaces have no such words.</remarks>
internal sealed class Typos
{
    /// <summary>Only this much of a text is read.</summary>
    public const int MaxChars = 2_000;

    private const int Shortest = 5, Longest = 24;

    /// <summary>A model word stands in at least so many texts, and in so many times as many as the odd one.</summary>
    private const int LeastTexts = 5, Times = 10;

    private readonly HashSet<string> wrong = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <summary>Learns from texts.</summary>
    public Typos(IEnumerable<string> texts)
    {
        var frequency = Frequencies(texts);
        var shapes = new Dictionary<ulong, List<string>>();
        foreach (var word in frequency.Where(f => f.Value >= LeastTexts).Select(f => f.Key))
            foreach (var shape in Shapes(word))
                (CollectionsMarshal.GetValueRefOrAddDefault(shapes, shape, out _) ??= []).Add(word);
        foreach (var (word, count) in frequency)
            if (count < int.MaxValue / Times && Shapes(word).Any(s => shapes.TryGetValue(s, out var models) && models.Any(m => frequency[m] >= count * Times && IsOneEdit(word, m))))
                wrong.Add(word);
        lookup = wrong.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many texts each word stands in.</summary>
    private static Dictionary<string, int> Frequencies(IEnumerable<string> texts)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = frequency.GetAlternateLookup<ReadOnlySpan<char>>();
        var inThis = new HashSet<string>(StringComparer.Ordinal);
        var met = inThis.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            inThis.Clear();
            Each(text, word =>
            {
                if (met.Add(word)) CollectionsMarshal.GetValueRefOrAddDefault(known, word, out _)++;
            });
        }

        return frequency;
    }

    /// <summary>Words of the text that are probably typed wrong.</summary>
    public int CountIn(string text)
    {
        var count = 0;
        Each(text, word =>
        {
            if (lookup.Contains(word)) count++;
        });
        return count;
    }

    private delegate void Receiver(ReadOnlySpan<char> word);

    /// <summary>Runs of small letters, 5 to 24 of them: names, codes, placeholders and shouting are left out.</summary>
    private static void Each(string text, Receiver receive)
    {
        var span = text.AsSpan(0, Math.Min(text.Length, MaxChars));
        for (var from = 0; from < span.Length;)
        {
            if (!char.IsLetterOrDigit(span[from]))
            {
                from++;
                continue;
            }

            var to = from;
            var small = true;
            while (to < span.Length && (char.IsLetterOrDigit(span[to]) || span[to] is '_' or '@' or '/' || (span[to] is '.' or '-' or '\'' or '’' && to + 1 < span.Length && char.IsLetterOrDigit(span[to + 1]))))
                small &= char.IsLower(span[to++]);
            if (small && to - from is >= Shortest and <= Longest && !Fold.IsIdeograph(span[from])) receive(span[from..to]);
            from = to;
        }
    }

    /// <summary>The word and all that is left of it without one letter: two words one edit apart share one of them.</summary>
    private static IEnumerable<ulong> Shapes(string word)
    {
        yield return StableHash.Of(word);
        for (var i = 0; i < word.Length; i++) yield return StableHash.Of(word.Remove(i, 1));
    }

    private static bool IsOneEdit(string word, string model)
    {
        var start = 0;
        while (start < word.Length && start < model.Length && word[start] == model[start]) start++;
        var end = 0;
        while (end < word.Length - start && end < model.Length - start && word[^(end + 1)] == model[^(end + 1)]) end++;
        var (more, less) = (word.Length - start - end, model.Length - start - end);
        return (more, less) switch
        {
            (2, 2) => word[start] == model[start + 1] && word[start + 1] == model[start],
            // Where nothing follows the edit it is an ending: "charge" and "charges".
            (1, 1) or (1, 0) or (0, 1) => end > 0,
            _ => false,
        };
    }
}
