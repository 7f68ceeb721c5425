namespace NotebookKit.Anonymizing;

/// <summary>Finds personal data in every text of an example and replaces it; author, subject and conversation become keyed codes that still group rows
/// but name nobody. Labels stay: they are the target.</summary>
public sealed record Anonymizer : ExampleStage
{
    private const string OpenPseudonyms = "rows-without-secret-key";

    private readonly Masker? prepared;
    private readonly double? minScore;

    /// <inheritdoc/>
    public override string Name => "Anonymizing";

    /// <inheritdoc/>
    public override int Version => 5;

    /// <summary>Kinds of personal data to look for, by Presidio's names. Default: those that point at one person or open a door
    /// (<see cref="EntityTypes.Default"/>); <see cref="EntityTypes.All"/> masks places, organizations, dates and more, too. An unknown name is refused:
    /// a misspelt type would leave data in.</summary>
    public IReadOnlyList<string> Types { get; init => field = EntityTypes.Checked(value); } = EntityTypes.Default;

    /// <summary>What takes the place of personal data: placeholder, mask, remove or pseudonym. Default: placeholder, as S0 and S1 advise
    /// (<c>[EMAIL]</c>, <c>[PHONE]</c>, <c>[NAME]</c>).</summary>
    public Operator Operator { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = Operator.Placeholder;

    /// <summary>Which mistake is dearer: recall-first, balanced or precision-first. Default: balanced. It sets <see cref="MinScore"/> where that is not given.</summary>
    public Sensitivity Sensitivity { get; init => field = Guard.Defined(value); } = Sensitivity.Balanced;

    /// <summary>Finds with a lower score stay in the text. Ratio, 0–1, default by <see cref="Sensitivity"/>: 0.25, 0.5 or 0.75; lower masks more and hits more innocent
    /// text.</summary>
    public double MinScore
    {
        get => minScore ?? Sensitivity switch { Sensitivity.RecallFirst => 0.25, Sensitivity.PrecisionFirst => 0.75, _ => 0.5 };
        init => minScore = Guard.Ratio(value);
    }

    /// <summary>The allow list: terms of the domain and values that are never masked, such as codes and article numbers. Compared without regard to case, as whole
    /// words; a find that lies inside one stays. Default: none.</summary>
    [HashedOption]
    public IReadOnlyList<string> Terms { get; init => field = [.. value]; } = [];

    /// <summary>The deny list: values that are always masked. Each entry is a value, found as <see cref="EntityTypes.Custom"/>, or a type, a tab and a value. Compared
    /// without regard to case, as whole words. A longer term of <see cref="Terms"/> around a value keeps it; the same value in both lists is masked. Default: none.</summary>
    [HashedOption]
    public IReadOnlyList<string> Deny { get; init => field = DeniedValues.Checked(value); } = [];

    /// <summary>Further recognizers, beside the built-in ones. Default: none.</summary>
    public IReadOnlyList<Recognizer> Recognizers { get; init => field = [.. value]; } = [];

    /// <summary>This stage made ready to mask single texts and examples outside a run, with the key of a run.</summary>
    public Masker For(RunContext? run = null) => new(this, (run ?? new RunContext()).Key);

    /// <summary>The example without personal data. For many examples, use <see cref="For"/> once.</summary>
    public Example Mask(Example example, RunContext? run = null) => For(run).Mask(example);

    /// <summary>The text without personal data. For many texts, use <see cref="For"/> once.</summary>
    public string MaskText(string text, RunContext? run = null) => For(run).MaskText(text);

    /// <inheritdoc/>
    protected internal override ExampleStage Prepare(RunContext run) => new Anonymizer(this, For(run));

    private Anonymizer(Anonymizer original, Masker masker)
        : this(original) => prepared = masker;

    /// <summary>Makes a stage with default options.</summary>
    public Anonymizer() { }

    /// <summary>Copies the options, never what was prepared for a run.</summary>
    private Anonymizer(Anonymizer original)
        : base(original)
    {
        Types = original.Types;
        Operator = original.Operator;
        Sensitivity = original.Sensitivity;
        minScore = original.minScore;
        Terms = original.Terms;
        Deny = original.Deny;
        Recognizers = original.Recognizers;
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var found = new Tally();
        var masked = (prepared ?? For()).Mask(example, found);
        if (found.Counts.Count > 0) tally.Add("rows-with-finds");
        tally.Add(found);
        if (Operator.NeedsKey && prepared is not { HasSecretKey: true }) tally.Add(OpenPseudonyms);
        return Outcome.Keep(masked);
    }

    /// <inheritdoc/>
    private protected override bool Anonymizes => true;

    /// <inheritdoc/>
    private protected override IReadOnlyList<Finding> Conclude(IReadOnlyList<Example> kept, IReadOnlyList<Removal> removed, Tally tally) =>
        tally.Counts.ContainsKey(OpenPseudonyms)
            ? [new(Severity.Warning, "pseudonyms-without-secret-key", "Pseudonyms were made with a key that is derived from the seed: anyone can test guessed names against them. Give a key file.")]
            : [];
}
