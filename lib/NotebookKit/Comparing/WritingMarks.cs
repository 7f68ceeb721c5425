using System.Numerics;
using NotebookKit.Text;

namespace NotebookKit.Comparing;

/// <summary>Habits of writing as features beside words: words are folded, so a classifier of words alone does not see capitals and marks.</summary>
internal static class WritingMarks
{
    private static readonly string[] Names =
    [
        "(1 to 3 words)", "(no mark at its end)", "(no mark at all)", "(repeated marks)", "(no capital letter)", "(mostly capitals)", "(a probable typing error)", "(2 or more probable typing errors)",
        "(an abbreviation)", "(2 or more abbreviations)", "(1 character)", "(2 to 3 characters)", "(4 to 7 characters)", "(8 to 15 characters)", "(16 to 31 characters)", "(32 to 63 characters)",
        "(64 to 127 characters)", "(128 to 255 characters)", "(256 to 511 characters)", "(512 characters or more)",
    ];

    private const int FirstLength = 10, Lengths = 10;

    private static readonly ulong[] Hashes = [.. Names.Select(n => StableHash.Of(n, 11) & ~1UL)];

    /// <summary>How many there are.</summary>
    public static int Count => Names.Length;

    /// <summary>The name of a mark.</summary>
    public static string Name(int mark) => Names[mark];

    /// <summary>The feature of a mark.</summary>
    public static ulong Feature(int mark) => Hashes[mark];

    /// <summary>The marks of a text.</summary>
    public static List<int> Of(Writing writing)
    {
        var marks = new List<int>(6);
        void Add(bool has, int mark)
        {
            if (has) marks.Add(mark);
        }

        Add(writing.Fragment == 2, 0);
        Add(writing.Fragment == 1, 1);
        Add(writing.Punctuation == 1, 2);
        Add(writing.Punctuation == 2, 3);
        Add(writing.Case == 1, 4);
        Add(writing.Case == 2, 5);
        Add(writing.Typos == 1, 6);
        Add(writing.Typos > 1, 7);
        Add(writing.Abbreviations == 1, 8);
        Add(writing.Abbreviations > 1, 9);
        marks.Add(FirstLength + Math.Min(BitOperations.Log2((uint)Math.Max(1, writing.Length)), Lengths - 1));
        return marks;
    }

    /// <summary>Words, trigrams and marks of a text.</summary>
    public static FeatureBag Features(string text, Writing writing)
    {
        var words = TextFeatures.Of(text);
        var all = words.Hashes.Select((h, i) => (Hash: h, Count: words.Counts[i])).Concat(Of(writing).Select(m => (Hash: Hashes[m], Count: (ushort)1))).OrderBy(f => f.Hash).ToList();
        return new([.. all.Select(f => f.Hash)], [.. all.Select(f => f.Count)]);
    }
}
