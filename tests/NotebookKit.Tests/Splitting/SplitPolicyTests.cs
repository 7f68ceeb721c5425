using NotebookKit.Splitting;

namespace NotebookKit.Tests.Splitting;

public class SplitPolicyTests
{
    [Theory]
    [InlineData("Train90Eval10", 0.9, 0, 0.1)]
    [InlineData("train85validation10test5", 0.85, 0.1, 0.05)]
    [InlineData(" Train80Validation10Test10 ", 0.8, 0.1, 0.1)]
    [InlineData("Train80Test20", 0.8, 0, 0.2)]
    [InlineData("70/15/15", 0.7, 0.15, 0.15)]
    [InlineData("80/20", 0.8, 0, 0.2)]
    [InlineData("92.5/5/2.5", 0.925, 0.05, 0.025)]
    public void Policies_are_read_by_name_and_by_percentages(string text, double train, double validation, double test)
    {
        var policy = SplitPolicy.Parse(text);
        Assert.Equal([train, validation, test], new[] { policy.Train, policy.Validation, policy.Test }, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Theory]
    [InlineData(""), InlineData("80"), InlineData("80/30"), InlineData("-10/110"), InlineData("0/50/50"), InlineData("NaN/1"), InlineData("Train99"), InlineData("25/25/25/25")]
    public void Anything_else_is_refused_with_the_names(string text)
    {
        Assert.False(SplitPolicy.TryParse(text, out _));
        Assert.Contains("Train80Test20", Assert.Throws<FormatException>(() => SplitPolicy.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Percentages_print_so_that_they_can_be_read_again() => Assert.Equal("70/20/10", SplitPolicy.Parse(SplitPolicy.Of(0.7, 0.2, 0.1).Name).Name);

    [Fact]
    public void Ratios_must_add_up_to_one()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SplitPolicy.Of(0.8, 0.1, 0.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => SplitPolicy.Of(0, 0.5, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => SplitPolicy.Of(1.2, -0.1, -0.1));
    }
}
