namespace NotebookKit.Anonymizing;

/// <summary>Names of the kinds of personal data, as Presidio spells them.</summary>
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

    /// <summary>A web address with a user name or password in it.</summary>
    public const string Url = "URL";

    /// <summary>A key, token, password or private key.</summary>
    public const string ApiKey = "API_KEY";

    /// <summary>The name of a person.</summary>
    public const string Person = "PERSON";

    /// <summary>All of them, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } = [ApiKey, CreditCard, Email, Iban, IpAddress, Person, Phone, Url, UsSsn];

    /// <summary>The word inside the placeholder: <c>EMAIL</c> of <c>[EMAIL]</c>. A type of somebody's own recognizer stands for itself.</summary>
    public static string ShortName(string type) => type switch
    {
        Email => "EMAIL",
        Phone => "PHONE",
        CreditCard => "CARD",
        Iban => "IBAN",
        IpAddress => "IP",
        UsSsn => "SSN",
        Url => "URL",
        ApiKey => "SECRET",
        Person => "NAME",
        _ => type,
    };

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
