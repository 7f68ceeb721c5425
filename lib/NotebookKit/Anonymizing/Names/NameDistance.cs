namespace NotebookKit.Anonymizing;

/// <summary>One slip of the pen: a letter too many, missing, wrong, or two that changed places (Damerau-Levenshtein distance of 1, adjacent transpositions).</summary>
internal static class NameDistance
{
    /// <summary>Shortest word in which one slip still leaves the word. In letters.</summary>
    public const int Least = 5;

    /// <summary>True where folded words differ by just one slip, not in the first letter alone, and the second has not just a letter more at its end.</summary>
    public static bool IsSlip(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var same = a.CommonPrefixLength(b);
        var restA = a[same..];
        var restB = b[same..];
        if (restA.IsEmpty && restB.IsEmpty) return false;
        if (restA.Length > 1 && restA.Length == restB.Length && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..])) return true;
        if (same == 0) return false;
        // A letter more at the end is grammar, not a slip.
        if (restA.IsEmpty) return false;
        return restA.Length == restB.Length ? restA[1..].SequenceEqual(restB[1..]) : restA.Length > restB.Length ? restA[1..].SequenceEqual(restB) : restA.SequenceEqual(restB[1..]);
    }
}
