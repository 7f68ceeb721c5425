using System.Runtime.CompilerServices;
using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Removes examples in another language than the named ones; where none is named, lists those that differ from a language that
/// nearly all share. Source: S4's checklist asks for the desired style; Data-Juicer and others filter by language.</summary>
/// <remarks>Judged: the last assistant turn; where it has too few letters, or is a label or JSON, the user's turns. Code is not read.
/// A text that fits an expected language nearly as well as its likeliest one stays, and so does one that mixes it in.</remarks>
public sealed record LanguageCheck : CorpusStage<LanguageCounts, LanguagePlan>
{
    /// <summary>Key of this stage in recipes.</summary>
    public const string Key = "language";

    /// <summary>The text is in none of <see cref="Languages"/>. <c>measured</c>: how much better it fits its likeliest language, as
    /// <see cref="MinMargin"/> says (none where the script is another); <c>limit</c>: <see cref="MinMargin"/>.</summary>
    public const string WrongReason = "wrong-language";

    /// <summary>The text is in another language than nearly all others; the example is listed. <c>measured</c> and <c>limit</c> as for
    /// <see cref="WrongReason"/>.</summary>
    public const string OtherReason = "other-language";

    /// <summary>Code of the note that names the languages found.</summary>
    public const string MixFinding = "languages";

    /// <inheritdoc/>
    public override string Name => "Language";

    /// <summary>Languages that examples may be in; others are removed. ISO 639-1 codes such as <c>en</c>, or null for none named (others
    /// are then only listed); default null. Source: own choice.</summary>
    public IReadOnlyList<string>? Languages { get; init => field = Known(value); }

    /// <summary>Smallest ratio of judged examples in one language that makes the others conspicuous. Range 0 to 1, default 0.9. Source:
    /// own choice.</summary>
    public double MainRatio { get; init => field = Guard.Ratio(value); } = 0.9;

    /// <summary>Fewest letters of a text that is judged. Range 1 and up, default 20; a Han character counts 3, a kana or Hangul syllable 2.
    /// Source: own choice, identification below is guessing.</summary>
    public int MinLetters { get; init => field = Guard.AtLeast(value, 1); } = 20;

    /// <summary>Smallest margin by which another language must fit better, in nats per trigram of the text and 60 more. Range 0 and up,
    /// default 0.25. Source: own measurement; the 60 keep names and slips of the pen in short texts from counting as a language, and below
    /// the default near relatives such as Danish and Norwegian are mixed up.</summary>
    public double MinMargin { get; init => field = Guard.AtLeast(value, 0); } = 0.25;

    /// <inheritdoc/>
    protected internal override LanguageCounts Summarize(IReadOnlyList<Example> part, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(part);
        var counts = new Tally();
        foreach (var example in part)
            if (CodeOf(example) is { } language) counts.Add(language);
        return new(counts.Counts);
    }

    /// <inheritdoc/>
    protected internal override LanguageCounts Merge(IReadOnlyList<LanguageCounts> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        var sum = new Tally();
        foreach (var summary in summaries)
            foreach (var (language, count) in summary.Rows) sum.Add(language, count);
        return new(sum.Counts);
    }

    /// <inheritdoc/>
    protected internal override LanguagePlan Plan(LanguageCounts whole, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(whole);
        var judged = whole.Rows.Values.Sum();
        // Most rows, then the code, so that equal counts choose the same one everywhere.
        var first = whole.Rows.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).FirstOrDefault();
        return new(whole, judged > 0 && Math.Round((double)first.Value / judged, 6) >= MainRatio ? first.Key : null);
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, LanguagePlan plan, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(plan);
        var expected = Languages ?? (plan.Main is { } main ? [main] : []);
        if (expected.Count == 0 || Judged(example) is not { } text) return Outcome.Keep(example);
        var margin = LanguageIdentifier.Margin(text, expected);
        if (margin < MinMargin || margin == 0) return Outcome.Keep(example);
        double? measured = margin == double.MaxValue ? null : margin;
        return Languages is null
            ? Outcome.Keep(example.WithFlag(new(Name, OtherReason, measured, MinMargin)))
            : Outcome.Remove(example, WrongReason, measured, MinMargin);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(LanguagePlan plan, StageOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Counts.Rows.Count < 2) return [];
        var shares = plan.Counts.Rows.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Take(5)
            .Select(r => FormattableString.Invariant($"{r.Key} {r.Value}"));
        return [new(Severity.Note, MixFinding, $"Rows by language: {string.Join(", ", shares)}{(plan.Counts.Rows.Count > 5 ? ", …" : "")}.")];
    }

    /// <summary>The likeliest language of an example; null where there are too few letters.</summary>
    internal string? CodeOf(Example example) => Judged(example) is { } text ? LanguageIdentifier.Identify(text) : null;

    /// <summary>The text that tells the example's language; null where there are too few letters.</summary>
    private string? Judged(Example example)
    {
        var answer = Answers.AreFields(example) ? null : LongEnough(example.Output);
        return answer ?? LongEnough(example.Input);
    }

    private string? LongEnough(string text)
    {
        var prose = CodeFences.WithoutCode(text, bareToo: true);
        return LanguageIdentifier.Letters(prose) >= MinLetters ? prose : null;
    }

    private static IReadOnlyList<string>? Known(IReadOnlyList<string>? codes, [CallerMemberName] string name = "")
    {
        var unknown = codes?.FirstOrDefault(code => !LanguageProfiles.Languages.Contains(code));
        return unknown is null ? codes : throw new ArgumentOutOfRangeException(name, unknown,
            $"{name} must be codes of {string.Join(", ", LanguageProfiles.Languages)}, but was {unknown}.");
    }
}
