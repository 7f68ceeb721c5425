using System.Collections.Immutable;

namespace NotebookKit.Anonymizing;

/// <summary>Finds personal data in every text of an example and replaces it; author, subject and conversation become keyed codes that still group rows
/// but name nobody. Labels stay: they are the target.</summary>
public sealed record Anonymizer : ExampleStage
{
    /// <summary>The row holds personal data of a type whose operator is remove-row. Measured: how many pieces were found; limit: 0. The text is withheld.</summary>
    public const string HoldsPersonalData = "holds-personal-data";

    private const string OpenPseudonyms = "rows-without-secret-key";

    private const string NamedSources = "sources-named-after-a-person";

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

    /// <summary>What takes the place of personal data: placeholder, numbered, mask, remove, pseudonym, surrogate, shift-date, generalize, keep or remove-row. Default: placeholder, as S0 and S1
    /// advise (<c>[EMAIL]</c>, <c>[PHONE]</c>, <c>[NAME]</c>).</summary>
    public Operator Operator { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = Operator.Placeholder;

    /// <summary>Operators of single types, beside <see cref="Operator"/> for all others: <c>DATE_TIME=shift-date,AGE=generalize</c>. A type that is named here is looked for, also where
    /// <see cref="Types"/> does not have it. Types of own recognizers may be named once <see cref="Recognizers"/> is set. Default: none.</summary>
    public IReadOnlyDictionary<string, Operator> Operators { get; init => field = Checked(value); } = ImmutableSortedDictionary.Create<string, Operator>(StringComparer.Ordinal);

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
    public Masker For(RunContext? run = null)
    {
        run ??= new RunContext();
        return new(this with { Recognizers = [.. Recognizers.Select(r => r.Prepare(run))] }, run);
    }

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
        Operators = original.Operators;
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var found = new Tally();
        var masker = prepared ?? For();
        var masked = masker.Mask(example, found, out var leaving);
        if (found.Counts.Count > 0) tally.Add("rows-with-finds");
        tally.Add(found);
        if (!masker.HasSecretKey && (Operator.NeedsKey || Operators.Values.Any(o => o.NeedsKey))) tally.Add(OpenPseudonyms);
        if (example.Source is { } source && masker.NamesAPerson(source, example.KnownNames)) tally.Add(NamedSources);
        return leaving > 0 ? Outcome.Remove(example, HoldsPersonalData, leaving, 0, withheld: true) : Outcome.Keep(masked);
    }

    /// <summary>What takes the place of finds of a type.</summary>
    internal Operator OperatorOf(string type) => Operators.TryGetValue(type, out var own) ? own : Operator;

    private ImmutableSortedDictionary<string, Operator> Checked(IReadOnlyDictionary<string, Operator> operators)
    {
        ArgumentNullException.ThrowIfNull(operators);
        var known = EntityTypes.All.Concat(Recognizers.SelectMany(r => r.Types)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var type in operators.Keys)
            if (!known.Contains(type))
                throw new ArgumentOutOfRangeException(nameof(operators), type, $"Operators must name types of personal data, or those of recognizers that are set before; '{type}' is none: did you mean {Nearest(type, known)}?");
        return operators.ToImmutableSortedDictionary(o => o.Key.ToUpperInvariant(), o => o.Value ?? throw new ArgumentNullException(nameof(operators)), StringComparer.Ordinal);
    }

    private static string Nearest(string type, IEnumerable<string> known) => string.Join(" or ",
        known.OrderBy(k => Math.Min(Recipes.RecipeText.EditDistance(k, type.ToUpperInvariant()), Recipes.RecipeText.EditDistance(EntityTypes.ShortName(k), type.ToUpperInvariant()))).ThenBy(k => k, StringComparer.Ordinal).Take(2));

    /// <inheritdoc/>
    private protected override bool Anonymizes => true;

    /// <inheritdoc/>
    private protected override IReadOnlyList<Finding> Conclude(IReadOnlyList<Example> kept, IReadOnlyList<Removal> removed, Tally tally)
    {
        var findings = new List<Finding>();
        if (tally.Counts.ContainsKey(OpenPseudonyms))
            findings.Add(new(Severity.Warning, "pseudonyms-without-secret-key",
                "Pseudonyms, surrogates or shifts of dates were made with a key that is derived from the seed: anyone can test guessed names against them. Give a key file."));
        if (tally.Counts.TryGetValue(NamedSources, out var named))
            findings.Add(new(Severity.Warning, "source-named-after-a-person", FormattableString.Invariant(
                $"{named} row(s) have a source whose name holds a name that the rows themselves give: sources stand in reports and cards as they are. Rename the files and run again.")));
        return findings;
    }
}
