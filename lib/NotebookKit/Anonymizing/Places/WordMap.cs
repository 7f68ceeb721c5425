using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Words of a table with what they mean, looked up without regard to case and accents and without making a string.</summary>
internal sealed class WordMap
{
    private const int MaxLength = 32;

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <summary>Makes an empty table.</summary>
    public WordMap() => lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Makes a table of words that mean all the same.</summary>
    public WordMap(string words, char separator = ' ')
        : this() => Add(1, words, separator);

    /// <summary>Adds words; one that is there already gets the new bits, too.</summary>
    public WordMap Add(int value, string list, char separator = ' ')
    {
        Span<char> folded = stackalloc char[MaxLength];
        foreach (var word in list.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var length = Folded(word, folded);
            if (length <= 0) throw new ArgumentException($"A word of a table has 1–{MaxLength} characters: {word}", nameof(list));
            var key = folded[..length].ToString();
            words[key] = words.GetValueOrDefault(key) | value;
        }

        return this;
    }

    /// <summary>What a word means; 0 where it is not in the table.</summary>
    public int Of(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 2 * MaxLength) return 0;
        Span<char> folded = stackalloc char[MaxLength];
        var length = Folded(word, folded);
        return length > 0 && lookup.TryGetValue(folded[..length], out var value) ? value : 0;
    }

    /// <summary>True where the table has the word.</summary>
    public bool Has(ReadOnlySpan<char> word) => Of(word) != 0;

    /// <summary>Writes the folded word; its length, or −1 where it is too long.</summary>
    public static int Folded(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        foreach (var c in word)
        {
            var folded = Fold.Char(c);
            if (folded == '\0') continue;
            if (length == into.Length) return -1;
            into[length++] = folded;
        }

        return length;
    }
}
