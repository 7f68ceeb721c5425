using NotebookKit.Balancing;
using NotebookKit.Recipes;
using NotebookKit.Splitting;

namespace NotebookKit.Tests.Balancing;

public class OptionTextTests
{
    [Fact]
    public void Every_option_of_splitting_and_balancing_can_be_given_as_text()
    {
        foreach (var stage in new[] { typeof(Splitter), typeof(LeakageCheck), typeof(Balancer), typeof(SyntheticShare) })
            Assert.All(StageOptions.Of(stage), o => Assert.True(SettingValues.IsText(o.PropertyType), o.Name));
        Assert.Equal(SplitPolicy.Train80Test20, Read<Splitter>("Policy", "train80-test20"));
        Assert.Equal("70/15/15", Read<Splitter>("Policy", "70/15/15")!.ToString());
        Assert.Null(Read<Splitter>("Similarity", "off"));
        Assert.Equal(Shares.Parse("a=0.4,b=0.6"), Read<Balancer>("Target", "b=0.6,a=0.4"));
        Assert.Equal(SourceMix.S1, Read<Balancer>("Mix", "s1"));
        Assert.Equal(BalanceMethod.Downsample, Read<Balancer>("Method", "downsample"));
        Assert.Equal(SyntheticPolicy.S4Half, Read<SyntheticShare>("Policy", "S4Half"));
        Assert.Throws<FormatException>(() => Read<Splitter>("Policy", "90/20"));
    }

    private static object? Read<T>(string option, string text) => SettingValues.Parse(typeof(T).GetProperty(option)!, text);
}
