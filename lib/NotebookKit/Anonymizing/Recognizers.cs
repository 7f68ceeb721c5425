namespace NotebookKit.Anonymizing;

/// <summary>The built-in recognizers.</summary>
public static class Recognizers
{
    /// <summary>All of them. Stateless: one instance serves all threads.</summary>
    public static IReadOnlyList<Recognizer> BuiltIn { get; } =
    [
        new EmailRecognizer(), new DisguisedEmailRecognizer(), new WebAddressRecognizer(), new IpAddressRecognizer(), new MacAddressRecognizer(),
        new UrlCredentialRecognizer(), new ApiKeyRecognizer(), new RandomTokenRecognizer(), new SpokenSecretRecognizer(), new CardCodeRecognizer(),
        new PhoneRecognizer(), new CreditCardRecognizer(), new IbanRecognizer(), new BicRecognizer(), new CryptoRecognizer(),
        new UsSsnRecognizer(), new NationalIdRecognizer(), new LabelledIdRecognizer(),
        new KnownNameRecognizer(), new JoinedNameRecognizer(), new CueNameRecognizer(), new AddressNameRecognizer(), new PlacedNameRecognizer(), new AsianNameRecognizer(), new SubjectNameRecognizer(), new ListNameRecognizer(), new OrganizationRecognizer(), new PlaceCueRecognizer(),
        new StreetAddressRecognizer(), new PostcodeRecognizer(), new DateRecognizer(), new AgeRecognizer(), new TitleRecognizer(), new NrpRecognizer(), new UserNameRecognizer(),
    ];
}
