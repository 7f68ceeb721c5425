namespace NotebookKit.Anonymizing;

/// <summary>Tells a speaker's name (<c>anna_schmidt</c>) from a speaker's function (<c>support_agent</c>).</summary>
internal static class SpeakerNames
{
    private static readonly string[] Replacements = [.. EntityTypes.All.Select(EntityTypes.ShortName)];

    /// <summary>True where a word of the name is known as a forename or usual surname and as no common word.</summary>
    public static bool IsPerson(string text)
    {
        var tokens = new List<NameToken>();
        NameTokens.Read(text, tokens);
        foreach (var token in tokens)
            if (token.Info.Forename + token.Info.Surname > 1 && token.Info.Common < 2 && !NameCues.IsNever(token.Hash)) return true;
        return false;
    }

    /// <summary>True for what an operator has put there: <c>NAME</c>, <c>NAME_3f2a9c01</c>.</summary>
    public static bool IsReplacement(string name)
    {
        foreach (var replacement in Replacements)
            if (name.StartsWith(replacement, StringComparison.Ordinal) && (name.Length == replacement.Length || name[replacement.Length] == '_')) return true;
        return false;
    }
}
