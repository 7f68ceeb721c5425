namespace NotebookKit;

/// <summary>What a rule decided about one example. A default value is an error: every rule must decide.</summary>
public readonly struct Outcome
{
    private enum Verdict
    {
        Undecided,
        Kept,
        Removed,
    }

    private readonly Verdict verdict;

    private Outcome(Verdict verdict, Example example, string? reason = null, double? measured = null, double? limit = null, string? causeId = null, bool withheld = false, string? causeRun = null)
    {
        this.verdict = verdict;
        Example = example;
        Reason = reason;
        Measured = measured;
        Limit = limit;
        CauseId = causeId;
        CauseRun = causeRun;
        Withheld = withheld;
    }

    /// <summary>The example, changed where the rule changed it.</summary>
    public Example Example { get; }

    /// <summary>Why it is removed; null where it is kept.</summary>
    public string? Reason { get; }

    /// <summary>The measured value behind a removal.</summary>
    public double? Measured { get; }

    /// <summary>The limit behind a removal.</summary>
    public double? Limit { get; }

    /// <summary>Id of the example that is kept instead.</summary>
    public string? CauseId { get; }

    /// <summary>Name of the earlier run that kept that example; null where it is one of this dataset.</summary>
    public string? CauseRun { get; }

    /// <summary>True where the text of the removed example must not be written anywhere.</summary>
    public bool Withheld { get; }

    /// <summary>True where the example leaves.</summary>
    public bool IsRemoved => verdict == Verdict.Removed;

    /// <summary>True where the example stays.</summary>
    public bool IsKept => verdict == Verdict.Kept;

    /// <summary>Keeps the example; give a changed one to change it.</summary>
    public static Outcome Keep(Example example) => new(Verdict.Kept, example);

    /// <summary>Removes the example.</summary>
    /// <param name="example">The example as it was received.</param>
    /// <param name="reason">A stable kebab-case code declared on the stage.</param>
    /// <param name="measured">The value that was measured, if there is one.</param>
    /// <param name="limit">The limit it was compared with.</param>
    /// <param name="causeId">Id of the example that is kept instead, or the item of another set (<c>against:SET:ITEM</c>).</param>
    /// <param name="withheld">True where the text must not be written anywhere, because personal data may remain in it.</param>
    /// <param name="causeRun">Name of the earlier run that kept the example of <paramref name="causeId"/>; null where it is one of this dataset.</param>
    public static Outcome Remove(Example example, string reason, double? measured = null, double? limit = null, string? causeId = null, bool withheld = false, string? causeRun = null) =>
        new(Verdict.Removed, example, reason, measured, limit, causeId, withheld, causeRun);
}
