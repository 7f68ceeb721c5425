using System.Text.Json;
using NotebookKit.Embeddings;

namespace NotebookKit.Training;

/// <summary>The words and pieces that the embedder gets rows for: those of the teacher and what the texts add to them, usual ones first.</summary>
internal sealed class EmbedderWords
{
    private const int MostWords = 23_000, LeastCount = 3, Shortest = 3;

    /// <param name="tokenizer">The teacher's tokenizer.json.</param>
    /// <param name="texts">What is learned from.</param>
    public EmbedderWords(string tokenizer, IEnumerable<string> texts)
    {
        var counts = Counts(texts);
        var total = counts.Values.Sum();
        using var document = JsonDocument.Parse(File.ReadAllBytes(tokenizer));
        var vocabulary = document.RootElement.GetProperty("model").GetProperty("vocab").EnumerateObject().Select(p => (p.Name, Row: p.Value.GetInt32())).OrderBy(p => p.Row).ToArray();
        Pieces = [.. vocabulary.Where(p => IsPiece(p.Name)).Select(p => (p.Name[2..], p.Row))];

        // Half by the texts, half by the teacher's own order, which follows texts far larger: by Zipf's law.
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (word, rank) in vocabulary.Select(p => p.Name).Where(p => p.All(char.IsAscii) && !IsPiece(p) && (p[0] != '[' || p.Length == 1)).Select((p, i) => (p, i))) shares[word] = (0.5 * counts.GetValueOrDefault(word) / total) + (0.05 / (rank + 10));
        foreach (var (word, count) in counts)
            if (count >= LeastCount && word.Length >= Shortest && word.All(char.IsAsciiLetterLower)) shares.TryAdd(word, 0.5 * count / total);
        var inOrder = shares.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => (Word: s.Key, Share: s.Value)).ToArray();
        // Characters and words of other scripts come last: they are never what a slip was meant to be.
        Words = [.. inOrder.Take(MostWords), .. vocabulary.Select(p => p.Name).Where(p => !IsPiece(p) && !p.All(char.IsAscii)).Select(p => (p, 0.0))];
        foreach (var (word, _) in Words) counts.Remove(word);
        foreach (var (word, share) in inOrder.Skip(MostWords)) counts[word] = 2 * share * total;
        Others = [.. counts.Where(c => c.Key.Length >= Shortest && c.Key.Any(char.IsAsciiLetter)).Select(c => (Word: c.Key, Share: 0.5 * c.Value / total)).OrderBy(o => o.Word, StringComparer.Ordinal)];
    }

    /// <summary>Words with their shares of a text, usual ones first.</summary>
    public IReadOnlyList<(string Word, double Share)> Words { get; }

    /// <summary>Words without a row.</summary>
    public IReadOnlyList<(string Word, double Share)> Others { get; }

    /// <summary>What stands inside of words, with the teacher's rows.</summary>
    public IReadOnlyList<(string Piece, int Row)> Pieces { get; }

    private static bool IsPiece(string piece) => piece.Length > 2 && piece.StartsWith("##", StringComparison.Ordinal);

    private static Dictionary<string, double> Counts(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var rest = BertText.Ready(text, new()).AsSpan();
            while (BertText.Next(ref rest) is { IsEmpty: false } word)
                if (word.Length <= CharacterGrams.LongestWord) counts[word.ToString()] = counts.GetValueOrDefault(word.ToString()) + 1;
        }

        return counts;
    }
}
