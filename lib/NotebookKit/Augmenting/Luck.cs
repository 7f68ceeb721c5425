using NotebookKit.Text;

namespace NotebookKit.Augmenting;

/// <summary>Random numbers of one variant, one after another: they depend on seed, row and kind alone.</summary>
internal sealed class Luck(ulong seed, string id, MessyKind kind)
{
    private readonly ulong key = KeyedRandom.Bits(seed, "messy-text", id, (ulong)kind);
    private ulong next;

    /// <summary>A number in [0, 1).</summary>
    public double Unit() => (StableHash.Combine(key, next++) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Unit() * count);
}

/// <summary>What the kinds need to know.</summary>
/// <param name="Luck">Random numbers.</param>
/// <param name="Strength">How much is changed, above 0 to 1.</param>
/// <param name="Keyboard">Which keys are neighbours.</param>
/// <param name="Language">en, de, fr or es.</param>
internal sealed record MessyHand(Luck Luck, double Strength, KeyboardLayout Keyboard, string Language);
