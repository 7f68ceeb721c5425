namespace NotebookKit.Anonymizing;

/// <summary>Names of the kinds of personal data, as Presidio spells them where it has them.</summary>
public static class EntityTypes
{
    /// <summary>An e-mail address.</summary>
    public const string Email = "EMAIL_ADDRESS";

    /// <summary>A telephone number.</summary>
    public const string Phone = "PHONE_NUMBER";

    /// <summary>A payment card number.</summary>
    public const string CreditCard = "CREDIT_CARD";

    /// <summary>An international bank account number.</summary>
    public const string Iban = "IBAN_CODE";

    /// <summary>An IP address, version 4 or 6.</summary>
    public const string IpAddress = "IP_ADDRESS";

    /// <summary>A social security number of the United States.</summary>
    public const string UsSsn = "US_SSN";

    /// <summary>A key, token, password, private key, or a web address that carries one.</summary>
    public const string ApiKey = "API_KEY";

    /// <summary>The name of a person.</summary>
    public const string Person = "PERSON";

    /// <summary>House number and street, a post-office box; with the flat, place, postcode and country where they follow: the whole block is one find.</summary>
    public const string StreetAddress = "STREET_ADDRESS";

    /// <summary>A postcode; with the place's name where both stand together in an address.</summary>
    public const string Postcode = "ZIP_CODE";

    /// <summary>A date on which somebody was born.</summary>
    public const string DateOfBirth = "DATE_OF_BIRTH";

    /// <summary>A user name or a handle of a social network.</summary>
    public const string UserName = "USERNAME";

    /// <summary>The network address of a device.</summary>
    public const string MacAddress = "MAC_ADDRESS";

    /// <summary>A taxpayer number of the United States for people without a social security number. The other kinds of national numbers are in the table in docs/privacy.md.</summary>
    public const string UsItin = "US_ITIN";

    /// <summary>A bank account number of any country that has no IBAN, by the words near it.</summary>
    public const string BankAccount = "US_BANK_NUMBER";

    /// <summary>The routing number of a bank of the United States.</summary>
    public const string AbaRouting = "ABA_ROUTING_NUMBER";

    /// <summary>The business identifier code of a bank.</summary>
    public const string Bic = "BIC_CODE";

    /// <summary>A VAT number of the European Union, Great Britain or Switzerland.</summary>
    public const string EuVat = "EU_VAT_NUMBER";

    /// <summary>The number of a passport.</summary>
    public const string Passport = "PASSPORT";

    /// <summary>The number of a passport of the United States.</summary>
    public const string UsPassport = "US_PASSPORT";

    /// <summary>The number of a driving licence of the United States.</summary>
    public const string UsDriverLicense = "US_DRIVER_LICENSE";

    /// <summary>The number of a driving licence of another country.</summary>
    public const string DriverLicense = "DRIVER_LICENSE";

    /// <summary>The plate of a car.</summary>
    public const string LicensePlate = "LICENSE_PLATE";

    /// <summary>A vehicle identification number.</summary>
    public const string Vin = "VIN";

    /// <summary>The number of a mobile device.</summary>
    public const string Imei = "IMEI";

    /// <summary>The address of a wallet.</summary>
    public const string Crypto = "CRYPTO";

    /// <summary>The number of a patient or of a patient's record.</summary>
    public const string MedicalRecord = "MEDICAL_RECORD";

    /// <summary>The number of an insurance policy, a member or a claim.</summary>
    public const string InsuranceNumber = "INSURANCE_NUMBER";

    /// <summary>The number of an employee, a student or a customer.</summary>
    public const string PersonalNumber = "PERSONAL_NUMBER";

    /// <summary>A web address.</summary>
    public const string Url = "URL";

    /// <summary>A domain or host name.</summary>
    public const string DomainName = "DOMAIN_NAME";

    /// <summary>A country, region, city or other place with a name.</summary>
    public const string Location = "LOCATION";

    /// <summary>A company, authority, club or other organization.</summary>
    public const string Organization = "ORGANIZATION";

    /// <summary>A date, a time, or both.</summary>
    public const string DateTime = "DATE_TIME";

    /// <summary>Somebody's age.</summary>
    public const string Age = "AGE";

    /// <summary>A form of address or an academic title before a name: <c>Mrs.</c>, <c>Dr.</c></summary>
    public const string Title = "TITLE";

    /// <summary>Nationality, religion or political group.</summary>
    public const string Nrp = "NRP";

    /// <summary>A value that its owner denies by <see cref="Anonymizer.Deny"/> and gives no other type. It is no kind to look for, so it is not in <see cref="All"/>.</summary>
    public const string Custom = "CUSTOM";

    /// <summary>All of them, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. NationalIds.Types.Union(
        [
            Email, Phone, CreditCard, Iban, IpAddress, UsSsn, ApiKey, Person, StreetAddress, Postcode, DateOfBirth, UserName, MacAddress,
            Url, DomainName, Location, Organization, DateTime, Age, Title, Nrp,
            BankAccount, Bic, Passport, UsPassport, UsDriverLicense, DriverLicense, LicensePlate, Crypto, MedicalRecord, InsuranceNumber, PersonalNumber,
        ]).Order(StringComparer.Ordinal),
    ];

    /// <summary>What points at one person or opens a door: all but web addresses, places, organizations, dates, ages, titles and nationalities. Those
    /// are what a model is to learn from ("the flight to Lisbon on Monday"), and name nobody alone.</summary>
    public static IReadOnlyList<string> Default { get; } = [.. All.Except([Url, DomainName, Location, Organization, DateTime, Age, Title, Nrp])];

    /// <summary>The word inside the placeholder: <c>EMAIL</c> of <c>[EMAIL]</c>. A type of somebody's own recognizer stands for itself.</summary>
    public static string ShortName(string type) => type switch
    {
        Email => "EMAIL",
        Phone => "PHONE",
        CreditCard => "CARD",
        Iban => "IBAN",
        IpAddress => "IP",
        UsSsn => "SSN",
        ApiKey => "SECRET",
        Person => "NAME",
        StreetAddress => "ADDRESS",
        Postcode => "POSTCODE",
        UserName => "USER",
        MacAddress => "MAC",
        BankAccount => "BANK_ACCOUNT",
        AbaRouting => "ROUTING_NUMBER",
        Bic => "BIC",
        EuVat => "VAT",
        DomainName => "DOMAIN",
        DateTime => "DATE",
        _ => type,
    };

    /// <summary>True for what may be the name of a type: a capital letter, then capital letters, digits and underscores, at most 40.</summary>
    internal static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '_') return false;
        return name.Length is > 0 and <= 40 && char.IsAsciiLetterUpper(name[0]);
    }

    /// <summary>The name of a type of somebody's own.</summary>
    internal static string CheckedName(string name) =>
        IsName(name) ? name : throw new ArgumentException($"'{name}' cannot be a type: capital letters, digits and underscores are possible, such as PROJECT_CODE.", nameof(name));

    /// <summary>The types in ordinal order, each once; an unknown one is refused, because a misspelt type would leave data in.</summary>
    internal static IReadOnlyList<string> Checked(IReadOnlyList<string> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        foreach (var type in types)
            if (!All.Contains(type, StringComparer.OrdinalIgnoreCase))
                throw new ArgumentOutOfRangeException(nameof(types), type, $"Types must be of {string.Join(", ", All)}.");
        return [.. types.Select(t => t.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
