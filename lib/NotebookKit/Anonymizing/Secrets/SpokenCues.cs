namespace NotebookKit.Anonymizing;

/// <summary>Tells words that may be cues of <see cref="SpokenWords"/> from most others, by their first two letters.</summary>
internal static class SpokenCues
{
    /// <summary>For each first letter the second ones that cues have, five bits of each.</summary>
    private static readonly uint[] Starts = MakeStarts();

    /// <summary>False for a word that is no cue. What has other letters than ASCII, or a hyphen, is always looked at.</summary>
    public static bool MayBe(ReadOnlySpan<char> word)
    {
        if (word[0] >= 128) return true;
        if (word.Length < 2) return false;
        return word[1] >= 128 || (Starts[word[0] & 31] >> (word[1] & 31) & 1) != 0 || word.Contains('-');
    }

    private static uint[] MakeStarts()
    {
        var starts = new uint[32];
        foreach (var word in SpokenWords.CueWords.Keys.Concat(["key", "phrase", "passphrase", "combination", "kod", "código", "codigo", "codice", "answer", "word", "question", "code", "pattern"]))
            starts[word[0] & 31] |= 1U << (word[1] & 31);
        return starts;
    }
}
