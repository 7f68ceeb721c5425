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

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PERSON_NAME"] = EntityTypes.Person, ["NAME"] = EntityTypes.Person, ["FIRST_NAME"] = EntityTypes.Person, ["LAST_NAME"] = EntityTypes.Person, ["FULL_NAME"] = EntityTypes.Person,
        ["GPE"] = EntityTypes.Location, ["LOCATION_NAME"] = EntityTypes.Location,
        ["ORG"] = EntityTypes.Organization, ["ORGANIZATION_NAME"] = EntityTypes.Organization, ["BANK"] = EntityTypes.Organization,
        ["ADDRESS"] = EntityTypes.StreetAddress, ["POBOX"] = EntityTypes.StreetAddress, ["ADDRESS_STREET"] = EntityTypes.StreetAddress, ["ADDRESS_PO_BOX"] = EntityTypes.StreetAddress,
        ["POSTAL_CODE"] = EntityTypes.Postcode, ["POSTCODE"] = EntityTypes.Postcode, ["ZIPCODE"] = EntityTypes.Postcode, ["ZIP"] = EntityTypes.Postcode, ["POSTCODE_UK"] = EntityTypes.Postcode,
        ["UK_POSTCODE"] = EntityTypes.Postcode, ["ZIP_CODE_US"] = EntityTypes.Postcode,
        ["TIMESTAMP"] = EntityTypes.DateTime, ["DATE"] = EntityTypes.DateTime, ["DOB"] = EntityTypes.DateTime, [EntityTypes.DateOfBirth] = EntityTypes.DateTime,
        [EntityTypes.DomainName] = EntityTypes.Url, ["URL_WITH_AUTH"] = EntityTypes.Url,
        ["NATIONALITY"] = EntityTypes.Nrp, ["RELIGIOUS_BELIEF"] = EntityTypes.Nrp, ["POLITICAL_OPINION"] = EntityTypes.Nrp,
        ["EMAIL"] = EntityTypes.Email, ["PHONE"] = EntityTypes.Phone, ["PHONE_US"] = EntityTypes.Phone, ["PHONE_UK"] = EntityTypes.Phone, ["PHONE_INTERNATIONAL"] = EntityTypes.Phone,
        ["CREDIT_CARD_NUMBER"] = EntityTypes.CreditCard, ["CREDITCARD"] = EntityTypes.CreditCard, ["IBAN"] = EntityTypes.Iban, ["IP"] = EntityTypes.IpAddress,
        ["IPV4"] = EntityTypes.IpAddress, ["IPV6"] = EntityTypes.IpAddress, ["IPV6_ADDRESS"] = EntityTypes.IpAddress,
        ["SSN"] = EntityTypes.UsSsn, ["SOCIAL_SECURITY_NUMBER"] = EntityTypes.UsSsn,
        ["PASSWORD"] = EntityTypes.ApiKey, ["SECRET"] = EntityTypes.ApiKey, ["AUTHENTICATION_TOKEN"] = EntityTypes.ApiKey,
        ["USERID"] = EntityTypes.UserName, ["USER_ID"] = EntityTypes.UserName, ["SOCIAL_MEDIA_HANDLE"] = EntityTypes.UserName,
        ["AADHAR"] = "IN_AADHAAR", ["PAN"] = "IN_PAN", ["VOTER_ID"] = "IN_VOTER", ["INSURANCE_POLICY_NUM"] = "INSURANCE_ID",
        ["PATIENT_ID"] = "MEDICAL_RECORD_NUMBER", ["MEDICAL_RECORD"] = "MEDICAL_RECORD_NUMBER", ["PID"] = "MEDICAL_RECORD_NUMBER",
        ["ACCOUNT"] = "ACCOUNT_NUMBER", ["ACCOUNT_NUM"] = "ACCOUNT_NUMBER",
    };

    /// <summary>Words whose presence in a label decides, where the label itself is not listed.</summary>
    private static readonly (string Word, string Name)[] Words =
        [("PASSPORT", "PASSPORT"), ("DRIVER", "US_DRIVER_LICENSE"), ("DRIVING", "US_DRIVER_LICENSE"), ("BANK", "BANK_ACCOUNT"), ("ROUTING", "ROUTING_NUMBER"), ("MEDICAL_RECORD", "MEDICAL_RECORD_NUMBER"), ("TAX", "TAX_ID"), ("ITIN", "TAX_ID")];

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
}
