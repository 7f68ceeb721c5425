namespace NotebookKit.Anonymizing;

/// <summary>A find of a remote recognizer, in the offsets of the text that was asked about.</summary>
/// <param name="Start">Index of the first UTF-16 unit.</param>
/// <param name="End">Index behind the last one.</param>
/// <param name="Type">Type of the data: one of <see cref="EntityTypes"/>, or the service's own (capital letter first, then capital letters, digits, underscores; at most 64).</param>
/// <param name="Score">How sure it is, 0–1.</param>
public readonly record struct RemoteFind(int Start, int End, string Type, double Score)
{
    private const int MaxType = 64;

    /// <summary>What is wrong with a find in a text of so many units, in words that hold nothing of the text; null for a good one.</summary>
    internal string? Fault(int length)
    {
        if (Start < 0 || End <= Start || End > length) return FormattableString.Invariant($"a find at {Start}–{End}, in a text of {length} units");
        if (!(Score is >= 0 and <= 1)) return "a find with a score that is not from 0 to 1";
        return IsType(Type) ? null : "a find whose type is not of capital letters, digits and underscores";
    }

    /// <summary>True for a name that a type may have: no text can hide in it.</summary>
    internal static bool IsType(string? type)
    {
        if (type is not { Length: > 0 and <= MaxType } || !char.IsAsciiLetterUpper(type[0])) return false;
        foreach (var c in type)
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '_') return false;
        return true;
    }
}
