using NotebookKit.Cleaning;
using NotebookKit.Text;

namespace NotebookKit.Augmenting;

/// <summary>Makes messy variants of clean training rows, so that a model has seen how users really write (S3: "Include intentionally messy examples"). Only the input changes, the answer stays.</summary>
/// <remarks>It is a source, not a stage: stages keep or remove rows, and never make any. A variant has its own id, its parent's id (<see cref="Example.ParentId"/>), the origin Synthetic, the tag <c>messy:</c> with
/// its kind, and its parent's split; it takes no signals, scores, flags or repeats over. Variants are made of training rows only, or of rows in no split, and Splitting binds a variant and its parent to train.
/// Run it after Anonymizing, because a name with a typo in it is no longer recognized as one; after removing near-duplicates, which would take the variants away; after Splitting; before SyntheticShare.
/// The same rows, options and seed give the same variants for any order of rows and any number of threads.</remarks>
public sealed record MessyVariants
{
    /// <summary>Fewer letters do not tell a language: such a text is taken for one in the language of most rows.</summary>
    private const int LettersOfALanguage = 20;

    /// <summary>What the tag of a variant begins with: <c>messy:typos</c>, <c>messy:dropped-context</c>, <c>messy:abbreviations</c>, <c>messy:lower-case</c>, <c>messy:fragments</c>, <c>messy:speech-slips</c>.</summary>
    public const string TagPrefix = "messy:";

    /// <summary>The kinds that are made. Default: all six.</summary>
    public IReadOnlyList<MessyKind> Kinds { get; init => field = Checked(value); } = Enum.GetValues<MessyKind>();

    /// <summary>Share of the rows that get variants, chosen by a keyed hash of their ids. Ratio 0–1, default 0.3. Source: own choice.</summary>
    public double Share { get; init => field = Guard.Ratio(value); } = 0.3;

    /// <summary>Variants of a chosen row, each of another kind. 1–6, default 1. Kinds that would not change a row are passed over.</summary>
    public int VariantsPerRow { get; init => field = Guard.InRange(value, 1, 6); } = 1;

    /// <summary>How much is changed: of words that can be typed wrong a fifth of this share are, of words that can be shortened this share and half of the rest; with this
    /// chance a variant of another kind has no capitals and no mark at its end besides. Ratio 0.01–1, default 0.5. Source: own choice.</summary>
    public double Strength { get; init => field = Guard.InRange(value, 0.01, 1); } = 0.5;

    /// <summary>Which keys are neighbours: Qwerty (default), Qwertz or Azerty.</summary>
    public KeyboardLayout Keyboard { get; init => field = Guard.Defined(value); } = KeyboardLayout.Qwerty;

    /// <summary>The language of all inputs: en, de, fr or es. Default null: that of each input, as far as it can be told, else English.</summary>
    public string? Language
    {
        get;
        init => field = value is null || ChatWords.Languages.Contains(value) ? value : throw new ArgumentOutOfRangeException(nameof(Language), value, $"Language must be one of {string.Join(", ", ChatWords.Languages)}, but was {value}.");
    }

    /// <summary>The tag of a kind.</summary>
    public static string TagOf(MessyKind kind) => TagPrefix + Numbers.Words(Guard.Defined(kind)).Replace(' ', '-');

    /// <summary>True for a row that was made here.</summary>
    public static bool IsVariant(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return example.ParentId is not null && example.Tags.Any(t => t.StartsWith(TagPrefix, StringComparison.Ordinal));
    }

    /// <summary>Makes the variants and gives them back with all rows of the set.</summary>
    /// <param name="data">The rows; they stay as they are.</param>
    /// <param name="run">Seed, threads, cancellation; null for the defaults.</param>
    public MessyResult Make(Dataset data, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        run ??= new();
        var chosen = data.Examples.Where(e => IsClean(e) && KeyedRandom.Unit(run.Seed, "messy", e.Id) < Share).ToList();
        var usual = Language ?? Usual(chosen);
        var parts = Chunks.Run(chosen.Count, run, (from, to) =>
        {
            var part = new List<MessyAttempt>();
            for (var i = from; i < to; i++) part.AddRange(Attempts(chosen[i], usual, run.Seed));
            return part;
        });
        return MessyResult.Of(this, data, chosen, [.. parts.SelectMany(p => p)]);
    }

    /// <summary>Tries kinds in the order of their keys until there are enough variants.</summary>
    private IEnumerable<MessyAttempt> Attempts(Example parent, string usual, ulong seed)
    {
        var made = 0;
        var language = Language ?? LanguageOf(parent.LastUserTurn) ?? usual;
        foreach (var kind in Kinds.OrderBy(k => KeyedRandom.Bits(seed, "messy-kind", parent.Id, (ulong)k)).ThenBy(k => k))
        {
            if (made == VariantsPerRow) yield break;
            var luck = new Luck(seed, parent.Id, kind);
            if (MessyTurn.Of(parent, kind, new(luck, Strength, Keyboard, language)) is not { } messages)
            {
                yield return new(kind, null);
                continue;
            }

            made++;
            yield return new(kind, parent with
            {
                Id = $"{parent.Id}~{TagOf(kind)[TagPrefix.Length..]}",
                ParentId = parent.Id,
                Messages = messages,
                Origin = Origin.Synthetic,
                Tags = [.. parent.Tags, TagOf(kind)],
                Signals = Signals.None,
                Scores = default,
                Flags = [],
                Occurrences = 1,
                Repeat = 1,
            });
        }
    }

    private static bool IsClean(Example example) => example.Split is null or Split.Train && !IsVariant(example) && !string.IsNullOrWhiteSpace(example.LastUserTurn);

    private static string? LanguageOf(string text) =>
        LanguageIdentifier.Letters(text) >= LettersOfALanguage && LanguageIdentifier.Identify(text) is { } language && ChatWords.Languages.Contains(language) ? language : null;

    /// <summary>The language of most rows that have one of the four; English where none has.</summary>
    private static string Usual(List<Example> rows) => rows.Select(r => LanguageOf(r.LastUserTurn)).OfType<string>().GroupBy(l => l, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? "en";

    private static MessyKind[] Checked(IReadOnlyList<MessyKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds, nameof(Kinds));
        return kinds.Count > 0 ? [.. kinds.Select(k => Guard.Defined(k, nameof(Kinds))).Distinct().Order()] : throw new ArgumentException("Kinds must name at least one kind.", nameof(kinds));
    }
}

/// <summary>A variant, or none where the kind changes nothing.</summary>
internal readonly record struct MessyAttempt(MessyKind Kind, Example? Variant);
