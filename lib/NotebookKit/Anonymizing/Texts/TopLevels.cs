namespace NotebookKit.Anonymizing;

/// <summary>Top-level domains that mail addresses of people have: enough to tell "dot com" from a full stop that somebody spells out.</summary>
internal static class TopLevels
{
    private static readonly HashSet<string> Known = new(
        ("com net org edu gov mil int info biz name pro io co ai app dev me tv eu cc xyz online site shop store cloud tech email blog mobi example test invalid "
        + "ac ad ae af ag al am ar at au az ba bd be bg bh bo br by ca ch cl cn cr cu cy cz de dk do dz ec ee eg es et fi fr ge gh gr gt hk hn hr hu id ie il in iq ir is it jm jo jp ke kr kw kz lb li lk lt lu lv "
        + "ly ma mc md mk mm mn mt mu mx my ng ni nl no np nz om pa pe ph pk pl pr pt py qa ro rs ru sa se sg si sk sn sv sy th tn tr tw tz ua ug uk us uy uz va ve vn za zm zw").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that are also words of usual sentences.</summary>
    private static readonly HashSet<string> Words = new(
        "name pro me online site shop store test am as at be by do es et id in int info is it ma my no om pa pe so us va ac il si se la mi ai an app email blog".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Services that give everybody a mail address.</summary>
    private static readonly HashSet<string> Mailers = new(
        "gmail googlemail yahoo ymail hotmail outlook live msn icloud me aol gmx web mail yandex protonmail proton pm fastmail zoho posteo mailbox t-online orange free laposte wanadoo libero seznam comcast verizon".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a top level that people's addresses have.</summary>
    public static bool Has(ReadOnlySpan<char> label) => Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);

    /// <summary>True where the top level may be a word of the sentence: "at noon dot it was".</summary>
    public static bool IsWord(ReadOnlySpan<char> label) => Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);

    /// <summary>True for the first label of a mail provider.</summary>
    public static bool IsMailer(ReadOnlySpan<char> label) => Mailers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);
}
