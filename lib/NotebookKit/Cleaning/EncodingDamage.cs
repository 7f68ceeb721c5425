namespace NotebookKit.Cleaning;

/// <summary>Removes examples whose text was read in the wrong encoding: replacement characters (U+FFFD) and mojibake such as "Ã©" for "é".
/// Source: the form of the damage is UTF-8's; the cases are ftfy's.</summary>
public sealed record EncodingDamage : ExampleStage
{
    /// <summary>Too many characters are damaged. <c>measured</c>: their ratio of all characters of user and assistant turns; <c>limit</c>:
    /// <see cref="MaxRatio"/>.</summary>
    public const string Reason = "encoding-damage";

    /// <inheritdoc/>
    public override string Name => "Encoding damage";

    /// <inheritdoc/>
    public override int Version => 2;

    /// <summary>Largest ratio of damaged characters in user and assistant turns. Range 0 to 1, default 0.001: one broken sign in a
    /// thousand characters stays. Source: own choice.</summary>
    public double MaxRatio { get; init => field = Guard.Ratio(value); } = 0.001;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        long damaged = 0, all = 0;
        foreach (var turn in example.Messages)
        {
            if (turn.Role is not (Role.User or Role.Assistant) || turn.Content is not { } text) continue;
            all += text.Length;
            damaged += Mojibake.Count(text);
        }

        if (damaged == 0) return Outcome.Keep(example);
        var ratio = Math.Round((double)damaged / all, 6);
        return ratio > MaxRatio ? Outcome.Remove(example, Reason, ratio, MaxRatio) : Outcome.Keep(example);
    }
}
