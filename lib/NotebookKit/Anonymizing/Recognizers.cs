namespace NotebookKit.Anonymizing;

/// <summary>The built-in recognizers.</summary>
public static class Recognizers
{
    /// <summary>All of them. Stateless: one instance serves all threads.</summary>
    public static IReadOnlyList<Recognizer> BuiltIn { get; } =
    [
        new EmailRecognizer(), new DisguisedEmailRecognizer(), new UrlCredentialRecognizer(), new ApiKeyRecognizer(), new RandomTokenRecognizer(), new SpokenSecretRecognizer(),
        new PhoneRecognizer(), new CreditCardRecognizer(), new IbanRecognizer(), new IpAddressRecognizer(), new UsSsnRecognizer(), new NationalIdRecognizer(), new MacAddressRecognizer(), new CryptoRecognizer(), new BicRecognizer(), new LabelledIdRecognizer(), new WebAddressRecognizer(),
        new KnownNameRecognizer(), new JoinedNameRecognizer(), new CueNameRecognizer(), new AddressNameRecognizer(), new PlacedNameRecognizer(), new AsianNameRecognizer(), new ListNameRecognizer(),
    ];
}
