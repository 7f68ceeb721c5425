namespace NotebookKit.Privacy;

/// <summary>A small generator of random numbers (SplitMix64; G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014): the
/// same numbers for the same seed on every machine.</summary>
internal sealed class Draw(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var bits = state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int From(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    public bool Once(int in_) => From(1, in_) == 1;

    public T Of<T>(IReadOnlyList<T> items) => items[From(0, items.Count - 1)];

    /// <summary>One of words parted by bars.</summary>
    public string Word(string bars) => Of(bars.Split('|'));

    /// <summary>Digits for the signs of a pattern: # is 0–9, * is 1–9, @ a capital letter; the rest stands as it is.</summary>
    public string Digits(string pattern) => string.Concat(pattern.Select(c => c switch
    {
        '#' => (char)('0' + From(0, 9)),
        '*' => (char)('1' + From(0, 8)),
        '@' => "ABCDEFGHJKLMNPRSTUVWXY"[From(0, 21)],
        _ => c,
    }));
}
