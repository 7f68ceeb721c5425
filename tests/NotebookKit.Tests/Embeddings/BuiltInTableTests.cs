using System.Globalization;
using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Tests.Embeddings;

public sealed class BuiltInTableTests
{
    [Fact]
    public void The_table_takes_at_most_4_MB_of_the_assembly()
    {
        using var resource = typeof(BuiltInEmbedder).Assembly.GetManifestResourceStream("Embeddings.embedder.bin")!;
        Assert.InRange(resource.Length, 1_000_000, 4_000_000);
    }

    [Fact]
    public void A_table_is_read_as_it_was_written()
    {
        sbyte[] rows = [.. Enumerable.Range(0, 6 * BuiltInTable.Dimensions).Select(i => (sbyte)((i * 31 % 255) - 127))];
        var bytes = BuiltInTable.Write(["one", "two", "é"], ["ing"], rows);
        var table = BuiltInTable.Read(new MemoryStream(bytes));
        Assert.Equal((3, 1, 2), (table.Words.Count, table.Pieces.Count, table.Buckets));
        Assert.Equal((1, 2, 0, -1, -1), (table.Words.Find("two"), table.Words.Find("é"), table.Pieces.Find("ing"), table.Words.Find("ing"), table.Words.Find("")));
        Assert.Equal(rows, (sbyte[])[.. table.Word(0), .. table.Word(1), .. table.Word(2), .. table.Piece(0), .. table.Bucket(0), .. table.Bucket(1)]);
        Assert.Throws<EndOfStreamException>(() => BuiltInTable.Read(new MemoryStream(bytes[..40])));
    }

    [Fact]
    public void Every_word_of_the_table_is_found()
    {
        var words = BuiltInTable.Instance.Words;
        for (var i = 0; i < words.Count; i++) Assert.Equal(i, words.Find(words[i]));
        Assert.Equal(-1, words.Find("not a word"));
    }

    [Fact]
    public void A_sum_of_rows_is_exact_however_many_they_are()
    {
        var numbers = new int[32];
        var sums = new RowSums(numbers);
        var straight = new long[32];
        for (var i = 0; i < 150_000; i++)
        {
            sbyte[] row = [.. Enumerable.Range(0, 32).Select(d => d == 0 ? sbyte.MaxValue : d == 1 ? (sbyte)-sbyte.MaxValue : (sbyte)(StableHash.Combine((ulong)i, (ulong)d) % 255 - 127))];
            var weight = i % 3 == 0 ? RowSums.Heaviest : RowSums.One;
            sums.Add(row, weight);
            for (var d = 0; d < 32; d++) straight[d] += row[d] * weight;
        }

        var made = new float[32];
        sums.WriteUnit(made);
        var length = Math.Sqrt(straight.Sum(s => (double)s * s));
        for (var d = 0; d < 32; d++) Assert.Equal(straight[d] / length, made[d], 6);
    }

    [Fact]
    public void Slips_are_found_as_a_look_at_every_word_finds_them()
    {
        string[] words = [.. Enumerable.Range(0, 2_000).Select(i => Made(i, 3 + (i % 8))).Distinct(StringComparer.Ordinal)];
        var index = new SpellingIndex(new(words), 1_000);
        Span<int> found = stackalloc int[SpellingIndex.Most];
        Span<double> scores = stackalloc double[SpellingIndex.Most];
        var hits = 0;
        for (var i = 0; i < 3_000; i++)
        {
            var asked = Made(1_000_000 + i, 3 + (i % 8));
            var straight = words.Select((w, n) => (Number: n, Slips: Slips(asked, w), Word: w))
                .Where(c => c.Slips <= 1 || (c.Slips == 2 && c.Number < 1_000 && c.Word.Length >= 6))
                .OrderByDescending(c => (c.Slips <= 1 ? 1e-3 : 3e-6) * (c.Word[0] == asked[0] ? 1 : 0.3) / (c.Number + 10)).ThenBy(c => c.Number).Take(SpellingIndex.Most).Select(c => c.Number).ToArray();
            var count = index.Find(asked, found, scores);
            if (!words.Contains(asked)) Assert.Equal(straight, found[..count].ToArray());
            hits += count;
        }

        Assert.InRange(hits, 500, 9_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab3")]
    [InlineData("été")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_short_word_of_letters_is_a_slip_of_nothing(string word) =>
        Assert.Equal(0, BuiltInTable.Instance.Spelling.Find(word, stackalloc int[SpellingIndex.Most], stackalloc double[SpellingIndex.Most]));

    [Fact]
    public void Stretches_are_those_of_the_word_and_its_ends()
    {
        Span<int> buckets = stackalloc int[CharacterGrams.Most];
        // <a> | <ab ab> <ab> | 3 + 2 + 1 of <abc>
        Assert.Equal([1, 3, 6], new[] { CharacterGrams.Of("a", 100, buckets), CharacterGrams.Of("ab", 100, buckets), CharacterGrams.Of("abc", 100, buckets) });
        Assert.Equal(CharacterGrams.Of(new string('b', CharacterGrams.LongestWord), 100, buckets), CharacterGrams.Of(new string('b', 1_000), 100, buckets));
        foreach (var bucket in buckets) Assert.InRange(bucket, 0, 99);
    }

    /// <summary>A word of few letters, so that many are near each other.</summary>
    private static string Made(int number, int length) => string.Create(length, number, static (letters, n) =>
    {
        for (var i = 0; i < letters.Length; i++) letters[i] = (char)('a' + (int)(KeyedRandom.Bits(3, "letter", n.ToString(CultureInfo.InvariantCulture), (ulong)i) % 6));
    });

    private static int Slips(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
