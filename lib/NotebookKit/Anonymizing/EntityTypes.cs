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

    /// <summary>House number and street, a post-office box, with the flat where one is given.</summary>
    public const string StreetAddress = "STREET_ADDRESS";

    /// <summary>A postcode; with the place's name where both stand together in an address.</summary>
    public const string Postcode = "ZIP_CODE";

    /// <summary>A date on which somebody was born.</summary>
    public const string DateOfBirth = "DATE_OF_BIRTH";

    /// <summary>A user name or a handle of a social network.</summary>
    public const string UserName = "USERNAME";

    /// <summary>The network address of a device.</summary>
    public const string MacAddress = "MAC_ADDRESS";

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
        .. new[]
        {
            Email, Phone, CreditCard, Iban, IpAddress, UsSsn, ApiKey, Person, StreetAddress, Postcode, DateOfBirth, UserName, MacAddress,
            Url, DomainName, Location, Organization, DateTime, Age, Title, Nrp,
        }.Order(StringComparer.Ordinal),
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
