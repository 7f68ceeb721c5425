using System.Text;

namespace NotebookKit.MLNet;

/// <summary>ML.NET's names of numbers as people read them.</summary>
internal static class TermNames
{
    private const string Word = "Word.", Char = "Char.";

    /// <summary><c>Word.play|music</c> → <c>play music</c>, <c>Char.a|y|&lt;␠&gt;</c> → <c>ay_</c>; behind the answer's part <c>answer: …</c>.</summary>
    public static string Of(ReadOnlyMemory<char> slot)
    {
        var name = slot.ToString();
        var side = name.StartsWith(QualityColumns.Output + ".", StringComparison.Ordinal) ? "answer: " : "";
        foreach (var column in (string[])[QualityColumns.Input + ".", QualityColumns.Output + "."])
            if (name.StartsWith(column, StringComparison.Ordinal)) name = name[column.Length..];
        return side + (name.StartsWith(Word, StringComparison.Ordinal) ? name[Word.Length..].Replace('|', ' ') : name.StartsWith(Char, StringComparison.Ordinal) ? Letters(name[Char.Length..]) : name);
    }

    private static string Letters(string parts)
    {
        var letters = new StringBuilder(4);
        foreach (var part in parts.Split('|'))
            // A space, and the marks of where a text begins and ends, stand in angles.
            letters.Append(part.Length == 1 ? part : part.Length == 0 ? "|" : "_");
        return letters.ToString();
    }
}
