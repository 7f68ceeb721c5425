using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Words and pairs of words with what they do in a sentence, looked up by hash.</summary>
/// <typeparam name="T">Flags of what a word does.</typeparam>
internal sealed class Lexicon<T>
    where T : struct, Enum
{
    private readonly Dictionary<ulong, T> words = [];
    private readonly Dictionary<ulong, T> pairs = [];
    private readonly Dictionary<ulong, T> phrases = [];
    private readonly Func<T, T, T> join;
    private readonly T ofDigits;

    /// <summary>Reads the lists.</summary>
    /// <param name="single">Classes with their words, separated by spaces; a word may stand in several.</param>
    /// <param name="together">Classes of two words in a row, <c>turn+down</c>: the second word does it, beside what it does alone.</param>
    /// <param name="instead">Classes of two words in a row that do nothing else: "no problem" denies nothing.</param>
    /// <param name="join">How two classes become one.</param>
    /// <param name="ofDigits">What a word with a digit in it does, beside what it does alone.</param>
    public Lexicon(IEnumerable<(T Does, string Words)> single, IEnumerable<(T Does, string Words)> together, IEnumerable<(T Does, string Words)> instead, Func<T, T, T> join, T ofDigits = default)
    {
        (this.join, this.ofDigits) = (join, ofDigits);
        foreach (var (does, list) in single) Add(words, list, does, static word => StableHash.Of(word));
        foreach (var (does, list) in together) Add(pairs, list, does, OfPair);
        foreach (var (does, list) in instead) Add(phrases, list, does, OfPair);
    }

    /// <summary>What the words of a text do, in order.</summary>
    public List<T> Of(ReadOnlySpan<char> text)
    {
        var row = new Row(this, new(text.Length / 5));
        Words.Each(text, row, static (word, row) => row.Add(word));
        return row.Does;
    }

    private void Add(Dictionary<ulong, T> table, string list, T does, Func<string, ulong> hash)
    {
        foreach (var entry in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            table[hash(entry)] = join(table.GetValueOrDefault(hash(entry)), does);
    }

    private static ulong OfPair(string pair) => pair.Split('+') is [var first, var second]
        ? StableHash.Combine(StableHash.Of(first), StableHash.Of(second))
        : throw new ArgumentException($"'{pair}' is not two words with a plus between them.", nameof(pair));

    private sealed class Row(Lexicon<T> lexicon, List<T> does)
    {
        private ulong before;

        public List<T> Does { get; } = does;

        public void Add(ReadOnlySpan<char> text)
        {
            var word = StableHash.Of(text);
            var one = lexicon.words.GetValueOrDefault(word);
            if (text.ContainsAnyInRange('0', '9')) one = lexicon.join(one, lexicon.ofDigits);
            if (Does.Count > 0)
            {
                var pair = StableHash.Combine(before, word);
                if (lexicon.phrases.TryGetValue(pair, out var phrase)) Does[^1] = one = phrase;
                else if (lexicon.pairs.TryGetValue(pair, out var both)) one = lexicon.join(one, both);
            }

            Does.Add(one);
            before = word;
        }
    }
}
