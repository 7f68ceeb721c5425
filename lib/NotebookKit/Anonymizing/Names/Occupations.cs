namespace NotebookKit.Anonymizing;

/// <summary>Words for what people are: occupations, roles and kin.</summary>
internal static class Occupations
{
    private const string Words = "accountant actor actress architect artist assistant author baker biologist builder butcher carpenter chef chemist clerk coach composer conductor consultant cook dancer dentist designer developer director doctor drummer editor electrician engineer farmer filmmaker firefighter"
        + " gardener geologist guitarist hairdresser historian illustrator inventor journalist judge lawyer lecturer librarian lyricist mathematician mechanic midwife musician nurse novelist nutritionist officer painter paramedic pharmacist philosopher photographer physician physicist physiotherapist pianist pilot plumber"
        + " poet politician professor programmer psychologist researcher sailor scholar scientist screenwriter sculptor secretary senator singer sociologist soldier songwriter spokesman spokesperson spokeswoman student supervisor surgeon teacher technician therapist trainer translator tutor veterinarian violinist waiter waitress writer";

    private const string Roles = "founder cofounder friend colleague brother sister son daughter cousin child parent neighbour neighbor classmate teammate roommate winner finalist suspect witness passenger attendee participant applicant nominee contestant speaker player athlete researcher sibling twin grandchild nephew niece aunt uncle";

    private static readonly HashSet<ulong> One = [.. Words.Split(' ').Select(w => NameTokens.Hash(w))];

    private static readonly HashSet<ulong> Many = [.. $"{Words} {Roles}".Split(' ').Select(w => NameTokens.Hash(w + "s")), .. "children grandchildren actresses waitresses coaches".Split(' ').Select(w => NameTokens.Hash(w))];

    /// <summary>"engineer".</summary>
    public static bool IsOne(ulong hash) => One.Contains(hash);

    /// <summary>"engineers", "founders", "sisters".</summary>
    public static bool AreMany(ulong hash) => Many.Contains(hash);
}
