namespace NotebookKit.Anonymizing;

/// <summary>Which domains a mail address that is spelled out may have: enough to tell "dot com" from a full stop that somebody spells out.</summary>
internal static class SpelledDomains
{
    /// <summary>Those that are also words of usual sentences.</summary>
    private static readonly HashSet<string> Words = new(
        "name pro me online site shop store test am as at be by do es et id in int info is it ma my no om pa pe so us va ac il si se la mi ai an app email blog".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Services that give everybody a mail address.</summary>
    private static readonly HashSet<string> Mailers = new(
        "gmail googlemail yahoo ymail hotmail outlook live msn icloud me aol gmx web mail yandex protonmail proton pm fastmail zoho posteo mailbox t-online orange free laposte wanadoo libero seznam comcast verizon".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a top level that people's addresses have.</summary>
    public static bool Has(ReadOnlySpan<char> label) => TopLevels.Rank(label) > 0;

    /// <summary>True where the top level may be a word of the sentence: "at noon dot it was".</summary>
    public static bool IsWord(ReadOnlySpan<char> label) => Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);

    /// <summary>True for the first label of a mail provider.</summary>
    public static bool IsMailer(ReadOnlySpan<char> label) => Mailers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);
}
