using NotebookKit.Balancing;

namespace NotebookKit.Tests.Balancing;

public class SharesTests
{
    [Theory]
    [InlineData("billing=0.4,technical=0.6", "billing=0.4,technical=0.6")]
    [InlineData(" technical = 0.6 , billing = 0.4 ", "billing=0.4,technical=0.6")]
    [InlineData("a=b=0.5", "a=b=0.5")]
    [InlineData("x=1", "x=1")]
    public void Shares_are_read_and_print_in_ordinal_order(string text, string canonical)
    {
        Assert.Equal(canonical, Shares.Parse(text).ToString());
        Assert.Equal(Shares.Parse(canonical), Shares.Parse(text));
    }

    [Theory]
    [InlineData(""), InlineData("a"), InlineData("=0.5"), InlineData("a=1.2"), InlineData("a=-0.1"), InlineData("a=NaN"), InlineData("a=0.6,b=0.6")]
    [InlineData("a=0.5,a=0.5"), InlineData("a=0"), InlineData("a=0,5")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(Shares.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Shares.Parse(text));
    }

    [Fact]
    public void A_mix_is_the_article_s_or_own_shares_of_the_four_kinds_of_source()
    {
        Assert.Same(SourceMix.S1, SourceMix.Parse("s1"));
        Assert.Equal([0.2, 0.5, 0.2, 0.1], new[] { "human", "production", "public", "synthetic" }.Select(k => SourceMix.S1.Shares.Values[k]));
        Assert.Equal(0.7, SourceMix.Parse("production=0.7,human=0.3").Shares.Values["production"]);
        Assert.Throws<FormatException>(() => SourceMix.Parse("dreams=1"));
    }

    [Theory]
    [InlineData(1, 0), InlineData(0.5, -0.6931471805599453), InlineData(1e-16, -36.841361487904734), InlineData(0.9999999999999999, -1.1102230246251565E-16)]
    [InlineData(1.4142135623730951, 0.3465735902799727), InlineData(3, 1.0986122886681098)]
    public void The_logarithm_that_is_the_same_everywhere_is_one(double x, double ln) => Assert.Equal(ln, KeyedChoice.Ln(x), 1e-15 * Math.Max(1, Math.Abs(ln) * 4));

    [Fact]
    public void Quotas_of_a_target_add_up_and_never_exceed_what_there_is()
    {
        for (var i = 1; i < 200; i++)
        {
            var sizes = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["a"] = i, ["b"] = (i * 7 % 31) + 1, ["c"] = (i * 3 % 11) + 1 };
            var quotas = Quotas.Target(sizes, Shares.Parse("a=0.333333,b=0.1"), 1 + (i % 3));
            Assert.All(quotas, q => Assert.InRange(q.Value, 0, sizes[q.Key] * (1 + (i % 3))));
            Assert.InRange(quotas.Values.Sum(), 1, sizes.Values.Sum());
            Assert.Equal(quotas.Values.Sum() * 0.333333, quotas["a"], 1.0);
        }
    }
}
