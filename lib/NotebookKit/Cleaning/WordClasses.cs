namespace NotebookKit.Cleaning;

/// <summary>Sentences as rows of what their words do in a refusal.</summary>
internal static class WordClasses
{
    private static readonly Lexicon<Does> Lexicon = new(RefusalWords.Single, RefusalWords.Pairs, RefusalWords.Phrases, static (a, b) => a | b);

    /// <summary>The classes of the words of a sentence, in order.</summary>
    public static List<Does> Of(ReadOnlySpan<char> sentence) => Lexicon.Of(sentence);

    /// <summary>Index of the first word of a class within <paramref name="reach"/> words from an index; −1 where there is none.</summary>
    public static int Within(this List<Does> row, int from, int reach, Does wanted)
    {
        for (var i = Math.Max(0, from); i < row.Count && i < from + reach; i++)
            if ((row[i] & wanted) != 0) return i;
        return -1;
    }

    /// <summary>True where any word is of a class.</summary>
    public static bool Has(this List<Does> row, Does wanted) => row.Within(0, row.Count, wanted) >= 0;

    /// <summary>How many words say something of the matter: those of no class.</summary>
    public static int Content(this List<Does> row)
    {
        var content = 0;
        foreach (var word in row)
            if (word == Does.None) content++;
        return content;
    }
}
