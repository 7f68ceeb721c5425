using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Tests.Cells;

public class MimeBundleTests
{
    [Theory]
    [InlineData("application/json", true)]
    [InlineData("application/vnd.plotly.v1+json", true)]
    [InlineData("text/plain", false)]
    [InlineData("image/svg+xml", false)]
    public void Json_types_are_told_from_texts(string type, bool json) => Assert.Equal(json, MimeBundle.IsJson(type));

    [Fact]
    public void Renderings_stand_in_ordinal_order() =>
        Assert.Equal(["image/svg+xml", "text/plain"], MimeBundle.Of(("text/plain", "a"), ("image/svg+xml", "<svg/>")).Renderings.Keys);
}
