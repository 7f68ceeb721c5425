using NotebookKit.Anonymizing;

namespace NotebookKit.Privacy;

/// <summary>Brings the labels of public sets, the types of other tools and our own types to common names, so that they can be compared.</summary>
/// <remarks>
/// Rules: a place of any rank is LOCATION (GPE, LOCATION_NAME); an address line is STREET_ADDRESS; a domain and a web address are one (URL), since sets call both
/// DOMAIN_NAME; a date of birth is a date (DATE_TIME), since the sets here do not tell them apart; passwords, keys and tokens are one (API_KEY); accounts of banks in
/// national form are one (BANK_ACCOUNT); driver's licences of any state are US_DRIVER_LICENSE. A job title is no form of address: JOB_TITLE is not TITLE.
/// A label that stands for nothing here keeps its name; where no type of ours has that name, it is reported as uncovered.
/// </remarks>
internal static class Labels
{
    /// <summary>What is decided by a check digit or a fixed shape.</summary>
    public static readonly IReadOnlyCollection<string> Structured =
        [EntityTypes.CreditCard, EntityTypes.Phone, EntityTypes.Email, EntityTypes.Url, EntityTypes.Iban, EntityTypes.UsSsn, EntityTypes.IpAddress, "US_DRIVER_LICENSE"];

    private static readonly (string Name, string Labels)[] Lists =
    [
        (EntityTypes.Person, "PERSON_NAME NAME FIRST_NAME LAST_NAME FULL_NAME"),
        (EntityTypes.Location, "GPE LOCATION_NAME"),
        (EntityTypes.Organization, "ORG ORGANIZATION_NAME BANK"),
        (EntityTypes.StreetAddress, "ADDRESS POBOX ADDRESS_STREET ADDRESS_PO_BOX"),
        (EntityTypes.Postcode, "POSTAL_CODE POSTCODE ZIPCODE ZIP POSTCODE_UK UK_POSTCODE ZIP_CODE_US"),
        (EntityTypes.DateTime, "TIMESTAMP DATE DOB " + EntityTypes.DateOfBirth),
        (EntityTypes.Url, "URL_WITH_AUTH " + EntityTypes.DomainName),
        (EntityTypes.Nrp, "NATIONALITY RELIGIOUS_BELIEF POLITICAL_OPINION"),
        (EntityTypes.Email, "EMAIL"),
        (EntityTypes.Phone, "PHONE PHONE_US PHONE_UK PHONE_UK_MOBILE PHONE_INTERNATIONAL PHONE_LINE_NUMBER PHONE_GENERIC FAX_NUMBER"),
        (EntityTypes.CreditCard, "CREDIT_CARD_NUMBER CREDITCARD"),
        (EntityTypes.Iban, "IBAN"),
        (EntityTypes.IpAddress, "IP IPV4 IPV6 IPV6_ADDRESS"),
        (EntityTypes.UsSsn, "SSN SOCIAL_SECURITY_NUMBER US_SOCIAL_SECURITY_NUMBER"),
        (EntityTypes.ApiKey, "PASSWORD SECRET AUTHENTICATION_TOKEN"),
        (EntityTypes.UserName, "USERID USER_ID SOCIAL_MEDIA_HANDLE"),
        ("IN_AADHAAR", "AADHAR"),
        ("IN_PAN", "PAN"),
        ("IN_VOTER", "VOTER_ID"),
        ("INSURANCE_ID", "INSURANCE_POLICY_NUM"),
        ("MEDICAL_RECORD_NUMBER", "PATIENT_ID MEDICAL_RECORD PID"),
        ("ACCOUNT_NUMBER", "ACCOUNT ACCOUNT_NUM"),
    ];

    /// <summary>Words whose presence in a label decides, where the label itself is not listed.</summary>
    private static readonly (string Word, string Name)[] Words =
    [
        ("PASSPORT", "PASSPORT"), ("DRIVER", "US_DRIVER_LICENSE"), ("DRIVING", "US_DRIVER_LICENSE"), ("BANK", "BANK_ACCOUNT"), ("ROUTING", "ROUTING_NUMBER"),
        ("MEDICAL_RECORD", "MEDICAL_RECORD_NUMBER"), ("TAX", "TAX_ID"), ("ITIN", "TAX_ID"),
    ];

    private static readonly Dictionary<string, string> Names = Lists.SelectMany(l => l.Labels.Split(' ').Select(label => (label, l.Name)))
        .ToDictionary(p => p.label, p => p.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Ours = [.. EntityTypes.All.Select(Of)];

    /// <summary>The common name of a label or type.</summary>
    public static string Of(string label)
    {
        if (Names.TryGetValue(label, out var name)) return name;
        if (EntityTypes.All.Contains(label)) return Array.Find(Words, w => label.Contains(w.Word, StringComparison.Ordinal)).Name ?? label;
        return Array.Find(Words, w => label.Contains(w.Word, StringComparison.OrdinalIgnoreCase)).Name ?? label.ToUpperInvariant();
    }

    /// <summary>True where a type of ours has this common name.</summary>
    public static bool IsCovered(string name) => Ours.Contains(name);

    /// <summary>The spans under their common names.</summary>
    public static IReadOnlyList<Span> Of(IEnumerable<Span> spans) => [.. spans.Select(s => s with { Type = Of(s.Type) })];

    /// <summary>Spans for a set with the label ADDRESS: postcodes are marked so there, as in the hierarchy of presidio-research (entity_mapping/definitions.py).</summary>
    public static IReadOnlyList<Span> WithinAddresses(IReadOnlyList<Span> spans) => [.. spans.Select(s => s.Type == EntityTypes.Postcode ? s with { Type = EntityTypes.StreetAddress } : s)];
}
