using NotebookKit.Cleaning;

namespace NotebookKit.Tests.Cleaning;

/// <summary>Texts of a megabyte that repeat what the patterns look for: each of them is judged, whatever it repeats. A pattern that looks back
/// without a bound would not come to an end here.</summary>
public class LongTextsTests
{
    private const int Length = 1_000_000;

    [Theory]
    [InlineData("{{"), InlineData("{a"), InlineData("<a "), InlineData("[[a "), InlineData("%a"), InlineData("__ "), InlineData("Dear {"), InlineData("a. ")]
    [InlineData("://A_"), InlineData(" # "), InlineData("XX/"), InlineData("1. a\n"), InlineData("go to three steps: First, "), InlineData("\"+a+"), InlineData("$a ")]
    [InlineData("your case ("), InlineData("![a]("), InlineData("A = b, "), InlineData("due on "), InlineData("- [ ]\n"), InlineData("!!! add "), InlineData("(name of "), InlineData("because it ")]
    public void A_long_text_of_one_shape_is_judged(string shape)
    {
        var text = string.Concat(Enumerable.Repeat(shape, Length / shape.Length));
        foreach (var rule in new Stage[] { new TemplateLeftovers(), new TruncatedAnswers(), new ErrorAnswers() })
        {
            var result = Rules.Run(rule, Build.Example("a", Rules.Question, text));
            Assert.Equal(1, result.Kept.Examples.Count + result.Removed.Count);
        }
    }
}
