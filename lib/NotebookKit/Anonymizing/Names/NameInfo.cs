namespace NotebookKit.Anonymizing;

/// <summary>What the table knows about a word, in two bytes.</summary>
internal readonly record struct NameInfo(ushort Bits)
{
    private const int BeginsBit = 1 << 8, CompanyBit = 1 << 9, FirmBit = 1 << 10, StopBit = 1 << 11, LinkBit = 1 << 12;

    /// <summary>How usual it is as a forename: 0 (not known) to 3.</summary>
    public int Forename => Bits & 3;

    /// <summary>How usual it is as a surname: 0 (not known) to 3.</summary>
    public int Surname => (Bits >> 2) & 3;

    /// <summary>How usual it is as a word of the language: 0 (not known) to 3.</summary>
    public int Common => (Bits >> 4) & 3;

    /// <summary>As the name of a place: 0 (not known), 1 (word of a longer name only), 2 (city or region), 3 (country or large region).</summary>
    public int Place => (Bits >> 6) & 3;

    /// <summary>True where a longer name of a place or an organization begins with it.</summary>
    public bool BeginsPhrase => (Bits & BeginsBit) != 0;

    /// <summary>True for a word that makes a name an organization's: <c>Inc</c>, <c>University</c>.</summary>
    public bool IsCompanyWord => (Bits & CompanyBit) != 0;

    /// <summary>True for the name of an organization that is named often.</summary>
    public bool IsFirm => (Bits & FirmBit) != 0;

    /// <summary>True for words that are never part of a name unless they link its parts: articles, pronouns, greetings, titles.</summary>
    public bool IsStop => (Bits & StopBit) != 0;

    /// <summary>True for words that link the parts of a name: <c>of</c>, <c>and</c>, <c>van</c>, <c>de</c>.</summary>
    public bool IsLink => (Bits & LinkBit) != 0;

    /// <summary>True where some list of names has it.</summary>
    public bool IsName => (Bits & 15) != 0;

    /// <summary>Packs the levels of a word.</summary>
    public static NameInfo Of(int forename, int surname, int common, int place = 0) => new((ushort)(forename | (surname << 2) | (common << 4) | (place << 6)));

    /// <summary>The same with flags added.</summary>
    public NameInfo With(bool begins = false, bool company = false, bool firm = false, bool stop = false, bool link = false) =>
        new((ushort)(Bits | (begins ? BeginsBit : 0) | (company ? CompanyBit : 0) | (firm ? FirmBit : 0) | (stop ? StopBit : 0) | (link ? LinkBit : 0)));
}
