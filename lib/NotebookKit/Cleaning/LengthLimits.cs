namespace NotebookKit.Cleaning;

/// <summary>Removes examples that are too short to hold a signal, or too long to be trained on whole. Sources: S0 and S4 as
/// <see cref="LengthPolicy"/>.</summary>
/// <remarks>The minimums never apply to classification, extraction, JSON answers, calls of tools, or an answer that is the example's label:
/// short is right there. In a conversation of several turns the user's turns count together, and so do the assistant's, because all are
/// trained on: a closing "You're welcome!" is no fault. Characters are counted as readers see them (marks and zero-width characters count
/// nothing); a Han character counts 3, a kana or Hangul syllable 2, because a translation into English takes about as many
/// letters.</remarks>
public sealed record LengthLimits : ExampleStage
{
    /// <summary>All user turns together are too short. <c>measured</c>: their characters; <c>limit</c>: <see cref="MinInput"/>.</summary>
    public const string InputReason = "too-short-input";

    /// <summary>All assistant turns together are too short. <c>measured</c>: their characters; <c>limit</c>:
    /// <see cref="MinOutput"/>.</summary>
    public const string OutputReason = "too-short-output";

    /// <summary>The whole conversation is too long. <c>measured</c>: its characters; <c>limit</c>: <see cref="MaxTotal"/>.</summary>
    public const string LongReason = "too-long";

    /// <inheritdoc/>
    public override string Name => "Length limits";

    /// <summary>Fewest characters of the user's turns together. Range 1 and up, or null for no minimum; default 10. Source: S0.</summary>
    public int? MinInput { get; init => field = Guard.AtLeast(value, 1); } = LengthPolicy.S0.MinInput;

    /// <summary>Fewest characters of the assistant's turns together. Range 1 and up, or null for no minimum; default 20. Source: S0 (S4
    /// says 10).</summary>
    public int? MinOutput { get; init => field = Guard.AtLeast(value, 1); } = LengthPolicy.S0.MinOutput;

    /// <summary>Most characters of the whole conversation. Range 1 and up, or null for no maximum; default 32,000, which is
    /// about 8,000 tokens. Source: own choice, the context of small models; S4 asks that examples fit the model's limit.</summary>
    public int? MaxTotal { get; init => field = Guard.AtLeast(value, 1); } = 32_000;

    /// <summary>Both minimums at once: <c>S0</c> (input 10, output 20) or <c>S4</c> (output 10). Default <c>S0</c>; a minimum given by
    /// itself wins over it when it is set later.</summary>
    public LengthPolicy Policy
    {
        get => LengthPolicy.Of(MinInput, MinOutput);
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            MinInput = value.MinInput;
            MinOutput = value.MinOutput;
        }
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        if (MaxTotal is { } most && Counted(example, null, most + 1) > most)
            return Outcome.Remove(example, LongReason, Counted(example, null, int.MaxValue), most);
        if (MinInput is { } input && Counted(example, Role.User, input) is var asked && asked < input && !Answers.AreFields(example))
            return Outcome.Remove(example, InputReason, asked, input);
        if (MinOutput is { } output && Counted(example, Role.Assistant, output) is var said && said < output && !Answers.AreFields(example))
            return Outcome.Remove(example, OutputReason, said, output);
        return Outcome.Keep(example);
    }

    /// <summary>Characters of all turns of a role (null: of any), counted no further than needed.</summary>
    private static int Counted(Example example, Role? role, int enough)
    {
        // No character counts more than 3 per UTF-16 unit, so most rows are known to be short enough without a look at their text.
        if (role is null && enough != int.MaxValue && 3L * example.Length < enough) return 0;
        var sum = 0;
        foreach (var turn in example.Messages)
            if ((role is null || turn.Role == role) && sum < enough) sum += TextLength.Of(turn.Content, enough - sum);
        return sum;
    }
}
