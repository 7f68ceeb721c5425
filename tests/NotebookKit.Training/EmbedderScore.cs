using System.Numerics.Tensors;
using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>What an embedder is worth on intents: whether the ten nearest texts have the same intent, and whether texts of a quarter of the intents, left out of the known texts, lie farther
/// away than others: the mean of five draws.</summary>
/// <param name="Accuracy">Share of texts whose intent is that of the vote of their nearest texts.</param>
/// <param name="Auroc">Share of pairs in which a text of an intent left out lies farther from the known texts than one of a known intent.</param>
internal sealed record EmbedderScore(double Accuracy, double Auroc)
{
    private const int Neighbours = 10, Draws = 5, Damages = 3;
    private const double LeftOut = 0.25;

    /// <summary>The scores where known and asked texts are clean.</summary>
    public static EmbedderScore Of(IntentSet set, Func<string, float[]> embed) => Of(set, embed, [.. set.Asked.Select(a => a.Text)]);

    /// <summary>The scores where a share of the characters of the asked texts is damaged: the mean of three damages.</summary>
    public static EmbedderScore Of(IntentSet set, Func<string, float[]> embed, double damage)
    {
        var scores = Enumerable.Range(0, Damages).Select(d => Of(set, embed, CharacterDamage.Of(set.Asked.Select(a => a.Text), damage, 97 + (ulong)d))).ToArray();
        return new(scores.Average(s => s.Accuracy), scores.Average(s => s.Auroc));
    }

    private static EmbedderScore Of(IntentSet set, Func<string, float[]> embed, string[] texts)
    {
        var known = set.Known.Select(k => embed(k.Text)).ToArray();
        var asked = texts.Select(embed).ToArray();
        var likeness = new float[asked.Length][];
        Parallel.For(0, asked.Length, a => likeness[a] = [.. known.Select(k => TensorPrimitives.Dot(asked[a], k))]);
        var right = Enumerable.Range(0, asked.Length).Count(a => Vote(likeness[a], set.Known) == set.Asked[a].Intent);
        var intents = set.Known.Select(k => k.Intent).Distinct().Order(StringComparer.Ordinal).ToArray();
        var auroc = 0.0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var left = intents.OrderBy(i => KeyedRandom.Bits((ulong)draw, "left out", i)).Take((int)Math.Ceiling(intents.Length * LeftOut)).ToHashSet(StringComparer.Ordinal);
            var kept = set.Known.Select(k => !left.Contains(k.Intent)).ToArray();
            var far = likeness.Select(l => Far(l, kept)).ToArray();
            auroc += Pairs(far, [.. set.Asked.Select(a => left.Contains(a.Intent))]) / Draws;
        }

        return new((double)right / asked.Length, auroc);
    }

    private static string Vote(float[] likeness, IReadOnlyList<(string Text, string Intent)> known) =>
        Nearest(likeness, null).GroupBy(i => known[i].Intent).OrderByDescending(g => g.Sum(i => (double)likeness[i])).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;

    /// <summary>Mean cosine distance of the nearest known texts, without the digits that are noise: equal texts are all equally near.</summary>
    private static double Far(float[] likeness, bool[] kept) => Math.Round(1 - Nearest(likeness, kept).Average(i => (double)likeness[i]), 5);

    private static int[] Nearest(float[] likeness, bool[]? kept)
    {
        var best = new PriorityQueue<int, (float, int)>();
        for (var i = 0; i < likeness.Length; i++)
        {
            if (kept is not null && !kept[i]) continue;
            if (best.Count < Neighbours) best.Enqueue(i, (likeness[i], -i));
            else best.EnqueueDequeue(i, (likeness[i], -i));
        }

        return [.. best.UnorderedItems.Select(u => u.Element).Order()];
    }

    /// <summary>Pairs won by the odd ones; a tie counts half.</summary>
    private static double Pairs(double[] far, bool[] odd)
    {
        double won = 0, below = 0;
        foreach (var group in far.Zip(odd).GroupBy(p => p.First).OrderBy(g => g.Key))
        {
            double odds = group.Count(p => p.Second), others = group.Count() - odds;
            won += odds * (below + (others / 2));
            below += others;
        }

        return won / odd.Count(o => o) / odd.Count(o => !o);
    }
}
