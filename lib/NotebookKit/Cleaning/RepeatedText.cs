namespace NotebookKit.Cleaning;

/// <summary>Removes examples in which an assistant turn says the same again and again. Sources: Data-Juicer's recipe for chat data
/// (character 10-grams); for lines and sentences own limits, fit for chat, because Gopher's are for web pages and remove good
/// answers.</summary>
/// <remarks>Judged: each assistant turn that is not JSON, runs in all of them and the other ratios from <see cref="MinLength"/> characters on; what
/// stands in code fences is not read, because tables, drawings and data repeat.</remarks>
public sealed record RepeatedText : ExampleStage
{
    /// <summary>Too much of a turn is repetition. <c>measured</c>: the ratio that is above its limit (characters, loops, lines, sentences,
    /// runs, in that order); <c>limit</c>: that limit.</summary>
    public const string Reason = "repeated-text";

    /// <summary>Length of the character sequences that are counted. Source: Data-Juicer.</summary>
    private const int Gram = 10;

    /// <inheritdoc/>
    public override string Name => "Repeated text";

    /// <summary>Largest ratio of characters' 10-grams that are among the most frequent. Range 0 to 1, or null for off; default 0.6.
    /// Source: Data-Juicer, Alpaca-CoT recipe (<c>character_repetition_filter</c>).</summary>
    public double? MaxCharacters { get; init => field = Guard.Ratio(value); } = 0.6;

    /// <summary>Largest ratio of characters' 10-grams that stood in the turn before. Range 0 to 1, or null for off; default 0.8: a loop of
    /// a whole clause, which <see cref="MaxCharacters"/> does not see. Source: own choice, no row of four public sets is above
    /// it.</summary>
    public double? MaxLoops { get; init => field = Guard.Ratio(value); } = 0.8;

    /// <summary>Largest ratio of characters in lines that were said before in the turn. Range 0 to 1, or null for off; default 0.5.
    /// Source: own choice (Gopher has 0.2 for web pages).</summary>
    public double? MaxLines { get; init => field = Guard.Ratio(value); } = 0.5;

    /// <summary>Largest ratio of characters in sentences that were said before in the turn. Range 0 to 1, or null for off; default 0.5.
    /// Source: own choice.</summary>
    public double? MaxSentences { get; init => field = Guard.Ratio(value); } = 0.5;

    /// <summary>Largest ratio of words in runs: a phrase that comes again in a row (eight times for a word, thrice for four words and more), a paragraph
    /// said twice, sentences in which only a number counts up or a word changes. Range 0 to 1, or null for off; default 0.2, which one loop at the end
    /// of an answer is above. Source: own choice, no row of six public sets is above it but loops.</summary>
    public double? MaxRuns { get; init => field = Guard.Ratio(value); } = 0.2;

    /// <summary>Shortest turn whose characters, loops, lines and sentences are judged, in characters. Range 1 and up, default 200: shorter answers may well say a thing twice.
    /// Source: own choice.</summary>
    public int MinLength { get; init => field = Guard.AtLeast(value, 1); } = 200;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        foreach (var turn in example.Messages)
        {
            if (turn is not { Role: Role.Assistant, Content: { Length: > 0 } text }) continue;
            if (Found(CodeFences.WithoutCode(text)) is not var (measured, limit) || JsonAnswer.IsWhole(text)) continue;
            return Outcome.Remove(example, Reason, measured, limit);
        }

        return Outcome.Keep(example);
    }

    private (double Measured, double Limit)? Found(string text)
    {
        if (text.Length >= MinLength && FoundInLong(text) is { } found) return found;
        return MaxRuns is { } limit && WordRuns.Share(text) is var runs && runs > limit ? (runs, limit) : null;
    }

    private (double Measured, double Limit)? FoundInLong(string text)
    {
        var (frequent, again) = Repetition.OfGrams(text, Gram);
        if (frequent > MaxCharacters) return (frequent, MaxCharacters.Value);
        if (again > MaxLoops) return (again, MaxLoops.Value);
        // Text that comes again has n-grams that come again; where there are few of these, there is nothing left to find.
        if (again < Math.Min(MaxLines ?? 1, MaxSentences ?? 1) / 4) return null;
        if (MaxLines is { } b && Repetition.OfLines(text) is var lines && lines > b) return (lines, b);
        if (MaxSentences is { } c && Repetition.OfSentences(text) is var sentences && sentences > c) return (sentences, c);
        return null;
    }
}
