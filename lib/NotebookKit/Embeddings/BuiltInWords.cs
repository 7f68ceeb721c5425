using System.Text;

namespace NotebookKit.Embeddings;

/// <summary>Sums up the rows of a text's words. A known word has its row; an unknown one the rows of the known words that it may be a slip of, each as likely as it is, and for the
/// rest of the likelihood those of its pieces and of its stretches of characters. Thread-safe.</summary>
internal static class BuiltInWords
{
    /// <summary>What the mean of the rows of a word's stretches is multiplied by, so that these rows fit into bytes.</summary>
    public const int GramScale = 2;

    // 128ths for a word that is surely no slip. Pieces of a damaged word mislead, so that they count for little; of words in other scripts there is nothing better.
    private const int PieceShare = 32, ForeignPieceShare = 128, GramShare = 64;

    /// <summary>How likely an unknown word of six letters is one that no table has, on the scale of <see cref="SpellingIndex"/>. Each further letter makes it a quarter as likely: the longer a
    /// word, the less it is by chance that it resembles a known one.</summary>
    private const double Novel = 1e-8;

    private static readonly WordPieceOptions Reading = new();

    /// <summary>Writes the vector of a text.</summary>
    public static void Embed(BuiltInTable table, ReadOnlySpan<char> text, Span<float> vector)
    {
        Span<int> numbers = stackalloc int[BuiltInTable.Dimensions];
        numbers.Clear();
        var sums = new RowSums(numbers);
        Span<int> own = stackalloc int[BuiltInTable.Dimensions];
        var rest = BertText.Ready(text, Reading).AsSpan();
        while (BertText.Next(ref rest) is { IsEmpty: false } word)
        {
            if (table.Words.Find(word) is >= 0 and var number) sums.Add(table.Word(number), RowSums.One);
            else
            {
                if (table.Recent.TryAdd(word, ref sums)) continue;
                own.Clear();
                var made = new RowSums(own);
                Unknown(table, word, ref made);
                sums.Add(own, made.Added);
                table.Recent.Put(word, own, made.Added);
            }
        }

        sums.WriteUnit(vector);
    }

    private static void Unknown(BuiltInTable table, ReadOnlySpan<char> word, ref RowSums sums)
    {
        Span<int> found = stackalloc int[SpellingIndex.Most];
        Span<double> scores = stackalloc double[SpellingIndex.Most];
        var count = table.Spelling.Find(word, found, scores);
        var novel = Math.ScaleB(Novel, -2 * Math.Clamp(word.Length - 6, -3, 6));
        var all = novel;
        for (var i = 0; i < count; i++) all += scores[i];
        for (var i = 0; i < count; i++) sums.Add(table.Word(found[i]), Part(RowSums.One, scores[i] / all));
        Pieces(table, word, Part(Ascii.IsValid(word) ? PieceShare : ForeignPieceShare, novel / all), ref sums);
        Grams(table, word, Part(GramShare * GramScale, novel / all), ref sums);
    }

    private static int Part(int whole, double share) => (int)((whole * share) + 0.5);

    /// <summary>The longest pieces first; a word that they do not make up has none.</summary>
    private static void Pieces(BuiltInTable table, ReadOnlySpan<char> word, int weight, ref RowSums sums)
    {
        if (weight == 0 || word.Length > CharacterGrams.LongestWord) return;
        Span<int> pieces = stackalloc int[CharacterGrams.LongestWord];
        var count = 0;
        for (var at = 0; at < word.Length; count++)
        {
            var known = at == 0 ? table.Words : table.Pieces;
            var (length, number) = (Math.Min(known.Longest, word.Length - at), -1);
            while (length > 0 && (number = known.Find(word.Slice(at, length))) < 0) length--;
            if (length == 0) return;
            pieces[count] = number;
            at += length;
        }

        for (var i = 0; i < count; i++) sums.Add(i == 0 ? table.Word(pieces[i]) : table.Piece(pieces[i]), weight);
    }

    private static void Grams(BuiltInTable table, ReadOnlySpan<char> word, int weight, ref RowSums sums)
    {
        Span<int> buckets = stackalloc int[CharacterGrams.Most];
        var count = weight == 0 ? 0 : CharacterGrams.Of(word, table.Buckets, buckets);
        for (var i = 0; i < count; i++) sums.Add(table.Bucket(buckets[i]), (weight + (count / 2)) / count);
    }
}
