namespace NotebookKit.Faults;

/// <summary>What counts as found: for each kind of fault the reasons (of a removal or of a remark), or the placeholder that takes the value's place.</summary>
internal static class Wanted
{
    /// <summary>The reason under which a line that is no JSON is rejected is not one of a stage, so any rejection of the line counts.</summary>
    public const string Rejected = "rejected";

    /// <summary>Reasons by kind. Both kinds of duplicate may leave under either name: a text with other punctuation is a near-duplicate to one
    /// way of comparing and an exact one to another, and masking can make near-duplicates equal.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Reasons = new SortedDictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["broken-json"] = [Rejected],
        ["contradiction"] = ["contradiction"],
        ["encoding-damage"] = ["encoding-damage"],
        ["error-answer"] = ["error-answer"],
        ["exact-duplicate"] = ["exact-duplicate", "near-duplicate"],
        ["near-duplicate"] = ["near-duplicate", "exact-duplicate"],
        ["off-topic"] = ["off-topic", "out-of-distribution"],
        ["refusal"] = ["refusal"],
        ["repeated-text"] = ["repeated-text"],
        ["template-leftover"] = ["template-leftover"],
        ["truncated-answer"] = ["truncated-answer"],
        ["wrong-language"] = ["other-language"],
    };

    /// <summary>Placeholders by kind of personal data.</summary>
    public static readonly IReadOnlyDictionary<string, string> Placeholders = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["pii-api-key"] = "[SECRET]",
        ["pii-card"] = "[CARD]",
        ["pii-email"] = "[EMAIL]",
        ["pii-iban"] = "[IBAN]",
        ["pii-ip"] = "[IP]",
        ["pii-name-greeting"] = "[NAME]",
        ["pii-name-introduction"] = "[NAME]",
        ["pii-name-signature"] = "[NAME]",
        ["pii-password"] = "[SECRET]",
        ["pii-phone"] = "[PHONE]",
        ["pii-phone-international"] = "[PHONE]",
        ["pii-ssn"] = "[SSN]",
    };

    /// <summary>All kinds that are measured.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Reasons.Keys.Concat(Placeholders.Keys).Order(StringComparer.Ordinal)];

    /// <summary>Sound rows that only look like a fault; they belong to the clean ones.</summary>
    public static readonly string[] Sound = ["human-decline", "ambiguous"];
}
