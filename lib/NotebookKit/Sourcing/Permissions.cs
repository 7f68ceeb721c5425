namespace NotebookKit.Sourcing;

/// <summary>Keeps only what may be used: nobody who opted out, licences on the list, a basis of consent where one is asked for.</summary>
public sealed record Permissions : ExampleStage
{
    /// <summary>The person does not want the text to be used. Always removed. No measure.</summary>
    public const string OptedOut = "opted-out";

    /// <summary>The licence is not on the list. No measure.</summary>
    public const string LicenceNotAllowed = "licence-not-allowed";

    /// <summary>No basis of consent is recorded, or not one of those asked for. No measure.</summary>
    public const string NoConsent = "no-consent";

    /// <inheritdoc/>
    public override string Name => "Permissions";

    /// <summary>Licences that may be used, compared without case (SPDX names where possible); null switches the rule off. Default null.
    /// Text of one's own product or people without a licence passes.</summary>
    public IReadOnlyList<string>? Licences { get; init; }

    /// <summary>Removes examples without a basis of consent. Default false; GDPR asks for one where text is personal data (S0).</summary>
    public bool RequireConsent { get; init; }

    /// <summary>Bases of consent that count, such as opted-in or contract; null lets any count. Default null. Used with <see cref="RequireConsent"/>.</summary>
    public IReadOnlyList<string>? ConsentBases { get; init; }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        if (string.Equals(example.Consent, "opted-out", StringComparison.Ordinal)) return Outcome.Remove(example, OptedOut);
        if (Licences is { } allowed && !IsAllowed(example, allowed)) return Outcome.Remove(example, LicenceNotAllowed);
        if (RequireConsent && (example.Consent is not { } basis || (ConsentBases is { } bases && !Has(bases, basis)))) return Outcome.Remove(example, NoConsent);
        return Outcome.Keep(example);
    }

    private static bool IsAllowed(Example example, IReadOnlyList<string> allowed) =>
        example.Licence is { } licence ? Has(allowed, licence) : example.Origin is Origin.ProductionLog or Origin.HumanWritten;

    private static bool Has(IReadOnlyList<string> list, string value)
    {
        foreach (var item in list)
            if (string.Equals(item.Trim(), value.Trim(), StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
