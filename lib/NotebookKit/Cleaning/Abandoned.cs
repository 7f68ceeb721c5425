namespace NotebookKit.Cleaning;

/// <summary>Removes interactions that were abandoned in the middle or in which the app crashed. Source: S0, "Remove errors".</summary>
public sealed record Abandoned : ExampleStage
{
    /// <summary>The user left in the middle. <c>measured</c> and <c>limit</c>: none.</summary>
    public const string AbandonedReason = "abandoned";

    /// <summary>The app crashed. <c>measured</c> and <c>limit</c>: none.</summary>
    public const string CrashedReason = "crashed";

    /// <inheritdoc/>
    public override string Name => "Abandoned or crashed";

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        if (Is(example, Events.Crashed, CrashedReason)) return Outcome.Remove(example, CrashedReason);
        if (Is(example, Events.Abandoned, AbandonedReason)) return Outcome.Remove(example, AbandonedReason);
        return Outcome.Keep(example);
    }

    /// <summary>Sources record it as an event or as the status of the case.</summary>
    private static bool Is(Example example, Events recorded, string status) =>
        example.Signals.Has(recorded) || string.Equals(example.Signals.Status, status, StringComparison.OrdinalIgnoreCase);
}
