namespace NotebookKit.Anonymizing;

/// <summary>The names of Presidio's entity types beside those of <see cref="EntityTypes"/>. Most are the same; some of ours Presidio does not tell apart from a wider one, and some
/// it has no recognizer for. Source: Presidio's page "PII entities supported", release 2.2.</summary>
public static class PresidioNames
{
    private static readonly HashSet<string> Theirs = new(
        ("CREDIT_CARD CRYPTO DATE_TIME EMAIL_ADDRESS IBAN_CODE IP_ADDRESS MAC_ADDRESS NRP LOCATION PERSON PHONE_NUMBER MEDICAL_LICENSE URL ORGANIZATION AGE ID "
        + "US_BANK_NUMBER US_DRIVER_LICENSE US_ITIN US_MBI US_NPI US_PASSPORT US_SSN ABA_ROUTING_NUMBER UK_DRIVING_LICENCE UK_NHS UK_NINO UK_PASSPORT UK_POSTCODE UK_VEHICLE_REGISTRATION "
        + "ES_NIF ES_NIE ES_PASSPORT IT_FISCAL_CODE IT_DRIVER_LICENSE IT_VAT_CODE IT_PASSPORT IT_IDENTITY_CARD PL_PESEL SG_NRIC_FIN SG_UEN AU_ABN AU_ACN AU_TFN AU_MEDICARE "
        + "IN_PAN IN_AADHAAR IN_VEHICLE_REGISTRATION IN_VOTER IN_PASSPORT IN_GSTIN FI_PERSONAL_IDENTITY_CODE KR_DRIVER_LICENSE KR_FRN KR_PASSPORT KR_BRN KR_RRN NG_NIN NG_VEHICLE_REGISTRATION "
        + "PH_TIN CA_SIN SE_ORGANISATIONSNUMMER SE_PERSONNUMMER ZA_ID_NUMBER TH_TNIN TR_LICENSE_PLATE TR_NATIONAL_ID DE_BSNR DE_FUEHRERSCHEIN DE_HANDELSREGISTER DE_HEALTH_INSURANCE DE_ID_CARD "
        + "DE_KFZ DE_LANR DE_PASSPORT DE_PLZ DE_SOCIAL_SECURITY DE_TAX_ID DE_TAX_NUMBER DE_VAT_ID").Split(' '), StringComparer.Ordinal);

    /// <summary>Ours that are a part of what Presidio gives one name.</summary>
    private static readonly Dictionary<string, string> Wider = new(StringComparer.Ordinal)
    {
        [EntityTypes.StreetAddress] = EntityTypes.Location,
        [EntityTypes.Postcode] = EntityTypes.Location,
        [EntityTypes.DateOfBirth] = EntityTypes.DateTime,
        [EntityTypes.DomainName] = EntityTypes.Url,
    };

    /// <summary>Theirs that are a part of what we give one name.</summary>
    private static readonly Dictionary<string, string> Narrower = new(StringComparer.Ordinal) { ["UK_POSTCODE"] = EntityTypes.Postcode, ["DE_PLZ"] = EntityTypes.Postcode };

    /// <summary>The names that Presidio documents, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Theirs.Order(StringComparer.Ordinal)];

    /// <summary>True for a type that has the same name and meaning on both sides.</summary>
    public static bool IsSame(string type) => Theirs.Contains(type) && (!Narrower.ContainsKey(type) || EntityTypes.All.Contains(type));

    /// <summary>Presidio's name for one of our types: the same one, the wider one that holds it, or null where Presidio has none (<c>API_KEY</c>, <c>USERNAME</c>, <c>TITLE</c>).
    /// A name that is neither ours nor Presidio's is somebody's own, and stays.</summary>
    public static string? ToPresidio(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (Theirs.Contains(type)) return type;
        return Wider.TryGetValue(type, out var wider) ? wider : EntityTypes.All.Contains(type) ? null : type;
    }

    /// <summary>Our name for one of Presidio's: the same one, or the wider one that holds it (<c>UK_POSTCODE</c> is a <c>ZIP_CODE</c>). What we have no name for
    /// keeps Presidio's.</summary>
    public static string FromPresidio(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return !EntityTypes.All.Contains(type) && Narrower.TryGetValue(type, out var ours) ? ours : type;
    }
}
