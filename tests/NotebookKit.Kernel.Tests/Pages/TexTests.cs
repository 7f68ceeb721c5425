using System.Xml.Linq;
using NotebookKit.Kernel.Pages;

namespace NotebookKit.Kernel.Tests.Pages;

public class TexTests
{
    [Theory]
    [InlineData("x^2", "<msup><mi>x</mi><mn>2</mn></msup>")]
    [InlineData("p_i^{n+1}", "<msubsup><mi>p</mi><mi>i</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msubsup>")]
    [InlineData("\\frac{a}{b}", "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>")]
    [InlineData("\\sqrt[3]{x}", "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>")]
    [InlineData("0.95 < \\alpha", "<mn>0.95</mn><mo>&lt;</mo><mi>α</mi>")]
    [InlineData("f'(x)", "<msup><mi>f</mi><mo>′</mo></msup><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo>")]
    [InlineData("\\text{rows left}", "<mtext>rows left</mtext>")]
    [InlineData("\\hat{y}", "<mover accent=\"true\"><mrow><mi>y</mi></mrow><mo>^</mo></mover>")]
    [InlineData("\\left( x \\right]", "<mrow><mo stretchy=\"true\">(</mo><mi>x</mi><mo stretchy=\"true\">]</mo></mrow>")]
    [InlineData("\\log_2 p", "<msub><mi>log</mi><mn>2</mn></msub><mspace width=\"0.17em\"/><mi>p</mi>")]
    [InlineData("\\ln(x)", "<mi>ln</mi><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo>")]
    [InlineData("95\\%", "<mn>95</mn><mo>%</mo>")]
    [InlineData("", "")]
    public void A_formula_is_set(string tex, string inside) => Assert.Contains($"<semantics><mrow>{inside}</mrow><annotation", Tex.ToHtml(tex, block: false), StringComparison.Ordinal);

    [Fact]
    public void Limits_of_a_sum_stand_below_and_above_where_the_formula_has_its_own_line()
    {
        Assert.Contains("<munderover><mo>∑</mo>", Tex.ToHtml("\\sum_{i=1}^n i", block: true), StringComparison.Ordinal);
        Assert.Contains("<msubsup><mo>∑</mo>", Tex.ToHtml("\\sum_{i=1}^n i", block: false), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\begin{cases} 1 \\end{cases}")]
    [InlineData("\\unknown")]
    [InlineData("x^")]
    [InlineData("{x")]
    [InlineData("x}")]
    [InlineData("a & b")]
    [InlineData("\\left( x")]
    [InlineData("x^2^3")]
    [InlineData("\\text{<script>")]
    [InlineData("\\")]
    public void What_is_not_known_stays_as_it_was_written(string tex)
    {
        var html = Tex.ToHtml(tex, block: false);
        Assert.StartsWith("<code class=\"nb-tex\">", html, StringComparison.Ordinal);
        Assert.Equal(tex, XElement.Parse(html).Value);
    }

    [Fact]
    public void Deep_nesting_ends() => Assert.StartsWith("<code", Tex.ToHtml(new string('{', 5_000) + new string('}', 5_000), block: false), StringComparison.Ordinal);

    [Fact]
    public void Every_formula_is_well_formed_markup()
    {
        foreach (var tex in new[] { "J(A,B) = \\frac{|A \\cap B|}{|A \\cup B|}", "\\Pr(X \\le x) \\approx 1 - e^{-\\lambda x}", "\\max_{x \\in S} \\lVert x \\rVert_2^2", "\\operatorname{idf}(t) = \\log\\frac{N}{1 + n_t}", "\\bar{x} \\pm 1.96\\,\\frac{s}{\\sqrt{n}}" })
            Assert.StartsWith("<math>", XElement.Parse(Tex.ToHtml(tex, block: false)).ToString(SaveOptions.DisableFormatting), StringComparison.Ordinal);
    }
}
