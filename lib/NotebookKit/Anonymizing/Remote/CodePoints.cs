namespace NotebookKit.Anonymizing;

/// <summary>Translates offsets between UTF-16 units, as .NET counts, and code points, as Python does. A surrogate without its partner is one code point: JSON replaces it
/// by U+FFFD.</summary>
internal readonly struct CodePoints
{
    /// <summary>UTF-16 index of each code point and of the end; null where both are the same.</summary>
    private readonly int[]? units;
    private readonly int length;

    /// <summary>Counts a text.</summary>
    public CodePoints(string text)
    {
        length = text.Length;
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return;
        var starts = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            starts.Add(i);
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
        }

        starts.Add(text.Length);
        units = [.. starts];
    }

    /// <summary>How many code points the text has.</summary>
    public int Count => units is null ? length : units.Length - 1;

    /// <summary>UTF-16 index of a code point, from 0 to <see cref="Count"/>.</summary>
    public int ToUnits(int codePoint) => units is null ? codePoint : units[codePoint];

    /// <summary>The code point that begins at a UTF-16 index, or holds it.</summary>
    public int FromUnits(int unit)
    {
        if (units is null) return unit;
        var found = Array.BinarySearch(units, unit);
        return found >= 0 ? found : ~found - 1;
    }
}
