namespace NotebookKit.Display;

/// <summary>Decides what text of a run may be shown or kept: nothing that was withheld, and nothing unmasked that left before (or in) the
/// stage that masks.</summary>
public sealed class TextMask
{
    private static Func<TextMask>? offered;
    private static readonly Lazy<TextMask> Offered = new(() => (offered ?? throw new InvalidOperationException("Nothing was offered that masks."))());

    private readonly Func<Example, Example> mask;
    private readonly Func<string, string> maskText;
    private readonly int maskedAt;

    /// <summary>Makes a mask for a run.</summary>
    /// <param name="mask">Masks personal data in an example.</param>
    /// <param name="maskText">Masks personal data in a text.</param>
    /// <param name="history">The account of the run.</param>
    /// <param name="maskedBy">Name of the last stage that masks with the same rules: examples that left after it need no second pass.
    /// Null: every text is masked.</param>
    public TextMask(Func<Example, Example> mask, Func<string, string> maskText, History history, string? maskedBy = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        this.mask = mask;
        this.maskText = maskText;
        maskedAt = int.MaxValue;
        for (var i = 0; i < history.Stages.Count; i++)
            if (maskedBy is not null && history.Stages[i].Report.Name == maskedBy) maskedAt = i;
    }

    /// <summary>The text, masked.</summary>
    public string Text(string text) => Guarded(null, () => maskText(text));

    /// <summary>What masks where nobody gave a mask. Views know no stage, so the ready recipes offer it when the library is loaded.</summary>
    internal static void Offer(Func<TextMask> mask) => offered = mask;

    /// <summary>An example as a view may show it: masked by the mask that was given; without one as it is where a stage has anonymized it, else masked by
    /// the default rules.</summary>
    internal static Example Shown(Example example, TextMask? mask) => mask is not null ? mask.Masked(example) : example.IsAnonymized ? example : Offered.Value.Masked(example);

    /// <summary>A removed example as a view may show it; null where its text is withheld.</summary>
    internal static Example? Shown(Removal removal, TextMask? mask) => removal.Withheld ? null : Shown(removal.Example, mask);

    /// <summary>A text of which it is not known whether it was masked.</summary>
    internal static string Shown(string text, TextMask? mask) => (mask ?? Offered.Value).Text(text);

    /// <summary>True where rows that left in this stage (null: rows of the result) were masked by the run itself.</summary>
    internal bool IsMasked(int? stage) => maskedAt != int.MaxValue && (stage is not { } left || left > maskedAt);

    /// <summary>A removed example as it may be shown; null where its text is withheld.</summary>
    /// <param name="removal">The removal.</param>
    /// <param name="stage">Index of the stage that removed it.</param>
    public Example? Of(Removal removal, int stage)
    {
        ArgumentNullException.ThrowIfNull(removal);
        if (removal.Withheld) return null;
        return stage > maskedAt ? removal.Example : Masked(removal.Example);
    }

    /// <summary>An example of the result as it may be shown.</summary>
    public Example Of(Example kept) => maskedAt == int.MaxValue ? Masked(kept) : kept;

    /// <summary>Masks texts, and the short fields that are no texts for an anonymizer but are shown.</summary>
    private Example Masked(Example example) => Guarded(example, () =>
    {
        var safe = mask(example);
        var status = example.Signals.Status;
        if (safe.Label is { } label) safe = safe with { Label = maskText(label) };
        return status is null ? safe : safe with { Signals = safe.Signals with { Status = maskText(status) } };
    });

    /// <summary>An error of a mask may hold what it was to hide, so its message goes nowhere.</summary>
    private static T Guarded<T>(Example? example, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new StageFailedException("Writing", example, error);
        }
    }
}
