namespace NotebookKit.Anonymizing;

/// <summary>What is done with an example in which personal data seems to remain.</summary>
public enum ResidualPolicy
{
    /// <summary>The example is removed and its text withheld.</summary>
    Remove,

    /// <summary>The example stays and is listed for review.</summary>
    Flag,

    /// <summary>What was found is replaced by placeholders.</summary>
    Mask,
}

/// <summary>The second pass: looks at masked texts with looser rules of its own, because what one set of rules missed the same rules would miss
/// again. S0 asks for such a pass with stricter patterns.</summary>
public sealed record ResidualCheck : ExampleStage
{
    /// <summary>Personal data seems to remain after masking. Measured: how many pieces were found; limit: 0. The text is withheld.</summary>
    public const string PiiRemained = "pii-remained";

    private readonly OwnLists? prepared;

    /// <inheritdoc/>
    public override string Name => "PersonalDataCheck";

    /// <summary>What is done with a row in which personal data seems to remain: remove, flag or mask. Default: remove (S0, S4).</summary>
    public ResidualPolicy Policy { get; init => field = Guard.Defined(value); } = ResidualPolicy.Remove;

    /// <summary>Kinds of personal data to look for, by Presidio's names. Default: as in <see cref="Anonymizer.Types"/>; the pass has rules for mail, phone, card,
    /// IBAN, secret, name, street address, date of birth and user name.</summary>
    public IReadOnlyList<string> Types { get; init => field = EntityTypes.Checked(value); } = EntityTypes.Default;

    /// <summary>Domain terms that are no personal data, such as codes and article numbers. Compared without regard to case, as whole words. Default: none.</summary>
    [HashedOption]
    public IReadOnlyList<string> Terms { get; init => field = [.. value]; } = [];

    /// <summary>Values that must not remain, as in <see cref="Anonymizer.Deny"/>. Default: none.</summary>
    [HashedOption]
    public IReadOnlyList<string> Deny { get; init => field = DeniedValues.Checked(value); } = [];

    /// <summary>Makes a stage with default options.</summary>
    public ResidualCheck() { }

    private ResidualCheck(ResidualCheck original)
        : base(original)
    {
        Policy = original.Policy;
        Types = original.Types;
        Terms = original.Terms;
        Deny = original.Deny;
    }

    private ResidualCheck(ResidualCheck original, OwnLists lists)
        : this(original) => prepared = lists;

    private sealed record OwnLists(TermList Terms, DeniedValues? Denied);

    private OwnLists Lists => prepared ?? new(new(Terms), Deny.Count > 0 ? new(Deny) : null);

    /// <inheritdoc/>
    protected internal override ExampleStage Prepare(RunContext run) => new ResidualCheck(this, Lists);

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(tally);
        var lists = Lists;
        var standIns = StandIns.Of(example.StandIns);
        var count = 0;
        var masked = example.MapTexts(field =>
        {
            var spans = Find(field.Text, lists, standIns);
            count += spans.Count;
            foreach (var span in spans) tally.Add("remained:" + span.Type);
            return Policy == ResidualPolicy.Mask && spans.Count > 0 ? Masker.WithPlaceholders(field.Text, spans) : field.Text;
        });
        if (count == 0) return Outcome.Keep(example);
        return Policy switch
        {
            ResidualPolicy.Remove => Outcome.Remove(example, PiiRemained, count, 0, withheld: true),
            ResidualPolicy.Flag => Flag(example, PiiRemained, count, 0),
            _ => Outcome.Keep(masked),
        };
    }

    /// <summary>What looks like personal data in a text that was masked: spans without overlaps, offsets of the text as given.</summary>
    public IReadOnlyList<Span> Find(string text) => Find(text, null);

    /// <summary>The same for a text of a row: what an operator put into the row is left alone.</summary>
    internal IReadOnlyList<Span> Find(string text, StandIns? standIns) => Find(text, Lists, standIns);

    private List<Span> Find(string text, OwnLists lists, StandIns? standIns)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new List<Span>();
        var plain = PlainText.Of(text);
        ResidualRules.Find(plain.Text, spans);
        spans.RemoveAll(s => !Types.Contains(s.Type, StringComparer.Ordinal));
        lists.Denied?.Find(plain.Text, new(), spans);
        if (spans.Count == 0) return spans;
        var placeholders = new List<(int Start, int End)>();
        Placeholders.Find(plain.Text, placeholders);
        standIns?.Find(plain.Text, placeholders);
        spans.RemoveAll(s => Placeholders.Meets(placeholders, s) || lists.Terms.Allows(plain.Text, s));
        Overlaps.Resolve(spans);
        for (var i = 0; i < spans.Count; i++) spans[i] = plain.Original(spans[i]);
        return spans;
    }
}
