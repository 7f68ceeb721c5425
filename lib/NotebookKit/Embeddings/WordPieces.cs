using System.Buffers;

namespace NotebookKit.Embeddings;

/// <summary>Splits a text into the pieces of words that a table knows, as BERT's tokenizer does: clean, without accents, in lower case, at spaces and marks, then the
/// longest piece first. Source: Devlin et al., BERT (2019), and the reference in huggingface/tokenizers (BertNormalizer, BertPreTokenizer, WordPiece). Thread-safe.</summary>
internal sealed class WordPieces
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> starts, insides;
    private readonly Dictionary<string, int> added;
    private readonly SearchValues<string>? addedWords;
    private readonly int longest;
    private readonly WordPieceOptions options;

    /// <param name="vocabulary">The pieces with their numbers; those inside a word begin with the prefix.</param>
    /// <param name="added">Words that are pieces by themselves wherever they stand in the raw text, such as <c>[CLS]</c>.</param>
    /// <param name="options">How the text is made ready.</param>
    public WordPieces(IReadOnlyDictionary<string, int> vocabulary, IReadOnlyDictionary<string, int> added, WordPieceOptions options)
    {
        var (first, inner) = (new Dictionary<string, int>(vocabulary.Count, StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (piece, number) in vocabulary)
        {
            first[piece] = number;
            if (piece.Length > options.Prefix.Length && piece.StartsWith(options.Prefix, StringComparison.Ordinal)) inner[piece[options.Prefix.Length..]] = number;
        }

        (starts, insides) = (first.GetAlternateLookup<ReadOnlySpan<char>>(), inner.GetAlternateLookup<ReadOnlySpan<char>>());
        longest = vocabulary.Count == 0 ? 0 : vocabulary.Keys.Max(k => k.Length);
        this.options = options;
        this.added = new(added.Where(a => a.Key.Length > 0), StringComparer.Ordinal);
        if (this.added.Count > 0) addedWords = SearchValues.Create([.. this.added.Keys], StringComparison.Ordinal);
    }

    /// <summary>Adds the numbers of a text's pieces; a word with a part that no piece fits is left out.</summary>
    public void Split(ReadOnlySpan<char> text, List<int> into)
    {
        while (addedWords is not null && text.IndexOfAny(addedWords) is >= 0 and var at)
        {
            Plain(text[..at], into);
            var (length, number) = (0, 0);
            foreach (var (word, its) in added)
                if (word.Length > length && text[at..].StartsWith(word, StringComparison.Ordinal)) (length, number) = (word.Length, its);
            if (number != options.Unknown) into.Add(number);
            text = text[(at + length)..];
        }

        Plain(text, into);
    }

    private void Plain(ReadOnlySpan<char> text, List<int> into)
    {
        if (text.IsEmpty) return;
        var rest = BertText.Ready(text, options).AsSpan();
        while (BertText.Next(ref rest) is { IsEmpty: false } word) Word(word, into);
    }

    private void Word(ReadOnlySpan<char> word, List<int> into)
    {
        var kept = into.Count;
        if (word.Length > options.LongestWord && Runes(word) > options.LongestWord) return;
        for (var at = 0; at < word.Length;)
        {
            var pieces = at == 0 ? starts : insides;
            var length = Math.Min(longest, word.Length - at);
            var number = 0;
            while (length > 0 && !pieces.TryGetValue(word.Slice(at, length), out number)) length--;
            if (length == 0)
            {
                into.RemoveRange(kept, into.Count - kept);
                return;
            }

            into.Add(number);
            at += length;
        }

        if (into.Count == kept + 1 && into[kept] == options.Unknown) into.RemoveAt(kept);
    }

    private static int Runes(ReadOnlySpan<char> word)
    {
        var count = 0;
        for (var at = 0; at < word.Length; at += BertText.Width(word, at)) count++;
        return count;
    }
}
