using NotebookKit.Tests.Laws;

namespace NotebookKit.Tests.Docs;

/// <summary>Removes examples whose last answer is mostly capital letters.</summary>
public sealed record Shouting : ExampleStage
{
    /// <summary>Too many letters are capitals. <c>measured</c>: their ratio to all letters; <c>limit</c>: <see cref="MaxRatio"/>.</summary>
    public const string Reason = "shouting";

    /// <inheritdoc/>
    public override string Name => "Shouting";

    /// <summary>Highest ratio of capital letters to letters. Ratio, 0–1, default 0.7. Source: own choice.</summary>
    public double MaxRatio { get; init => field = Guard.Ratio(value); } = 0.7;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        var letters = example.Output.Count(char.IsLetter);
        if (letters < 20) return Outcome.Keep(example);
        var ratio = Math.Round((double)example.Output.Count(char.IsUpper) / letters, 6);
        return ratio > MaxRatio ? Outcome.Remove(example, Reason, ratio, MaxRatio) : Outcome.Keep(example);
    }
}

public class ShoutingTests
{
    [Fact]
    public void An_answer_in_capitals_is_removed_with_the_ratio_that_was_measured()
    {
        var data = Build.Dataset(
            Build.Example("loud", "Where is my invoice?", "IT IS IN YOUR INBOX, LOOK THERE FIRST!"),
            Build.Example("calm", "Where is my invoice?", "It is in your inbox, please look there first."));

        var result = data.Apply(new Shouting());

        Assert.Equal("calm", Assert.Single(result.Kept.Examples).Id);
        var removal = Assert.Single(result.Removed);
        Assert.Equal((Shouting.Reason, 1.0, 0.7), (removal.Reason, removal.Measured, removal.Limit));
    }

    [Fact]
    public void A_short_answer_may_be_an_abbreviation() =>
        Assert.Empty(Build.Dataset(Build.Example("csv", "Which format?", "CSV")).Apply(new Shouting()).Removed);

    [Fact]
    public void A_ratio_above_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shouting { MaxRatio = 1.5 });
}

internal sealed class ShoutingCases : IStageCases
{
    public IEnumerable<Stage> Stages => [new Shouting(), new Shouting { MaxRatio = 0 }];
}
