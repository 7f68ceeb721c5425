namespace NotebookKit.Cleaning;

/// <summary>Where the sentences of a line begin: at its first letter, and behind a mark that white space follows.</summary>
internal static class LeftoverStarts
{
    private const string Marks = ".!?:>])…";

    /// <summary>Indexes of first characters, in order.</summary>
    public static List<int> Of(ReadOnlySpan<char> line)
    {
        var starts = new List<int>();
        var first = 0;
        while (first < line.Length && !char.IsLetter(line[first]) && line[first] is not ('/' or '"' or '“' or '„' or '«' or '\'')) first++;
        if (first < line.Length) starts.Add(first);
        for (var i = first + 1; i + 1 < line.Length; i++)
        {
            if (!char.IsWhiteSpace(line[i]) || !Marks.Contains(line[i - 1])) continue;
            while (i + 1 < line.Length && char.IsWhiteSpace(line[i + 1])) i++;
            if (i + 1 < line.Length) starts.Add(i + 1);
        }

        return starts;
    }
}
