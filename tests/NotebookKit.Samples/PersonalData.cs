namespace NotebookKit.Samples;

/// <summary>Plants personal data of each type in texts, and keeps the values.</summary>
internal static class PersonalData
{
    /// <summary>Numbers, addresses and secrets.</summary>
    public static readonly string[] Values =
        ["pii-email", "pii-phone", "pii-phone-international", "pii-card", "pii-iban", "pii-ip", "pii-ssn", "pii-api-key", "pii-password"];

    /// <summary>Names, by where they stand.</summary>
    public static readonly string[] Names = ["pii-name-greeting", "pii-name-signature", "pii-name-introduction"];

    /// <summary>Rows of each of the kinds.</summary>
    public static void Plant(SampleFile file, Maker maker, int each, Func<Row, bool> fit, params IEnumerable<string> kinds)
    {
        foreach (var kind in kinds) FromVariants.Personal(file, maker, kind, each, fit);
    }
}
