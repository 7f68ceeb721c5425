using System.Runtime.InteropServices;
using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>Makes what near-duplicates and contradictions need to know about rows: one pass over the text of each, nothing allocated for it.</summary>
/// <param name="run">Where hashes go that are too many for memory.</param>
/// <param name="key">The view that is compared.</param>
/// <param name="shingleWords">Words in a shingle.</param>
internal sealed class Sketcher(RunContext run, DuplicateKey key, int shingleWords)
{
    private readonly List<ulong> words = [];
    private readonly List<ulong> answer = [];
    private readonly List<ulong> shingles = [];

    /// <summary>Sketches the rows of a part.</summary>
    public SketchBlock Sketch(IEnumerable<Example> part)
    {
        var block = new SketchBlock(run.Scratch);
        foreach (var example in part) Add(example, block);
        return block;
    }

    private void Add(Example example, SketchBlock block)
    {
        shingles.Clear();
        answer.Clear();
        foreach (var (role, text) in DuplicateView.Turns(example, key))
        {
            // The last turn of an assistant is the answer.
            var into = role == Role.Assistant ? answer : words;
            into.Clear();
            WordHashes.Add(text, into);
            Shingles.Add(CollectionsMarshal.AsSpan(into), shingleWords, 0, shingles);
        }

        if (key is not (DuplicateKey.Whole or DuplicateKey.Output)) ReadAnswer(example, answer);
        var set = Shingles.Distinct(shingles);
        var answerKey = KeyOf(example, answer);
        block.Add(RowRank.Of(example), example.Occurrences, HashSets.HashOf(set), set, answerKey, CollectionsMarshal.AsSpan(answer));
    }

    /// <summary>Fills the list with the words of the answer.</summary>
    public static void ReadAnswer(Example example, List<ulong> into)
    {
        into.Clear();
        foreach (var (_, text) in DuplicateView.Turns(example, DuplicateKey.Output)) WordHashes.Add(text, into);
    }

    /// <summary>An answer without words is known by its text, and by its label.</summary>
    public static ulong KeyOf(Example example, List<ulong> answer) => answer.Count > 0 ? 0 : DuplicateView.Hash(example, DuplicateKey.Output);
}
