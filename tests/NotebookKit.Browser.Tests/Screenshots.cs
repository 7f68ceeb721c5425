using Microsoft.Playwright;

namespace NotebookKit.Browser.Tests;

/// <summary>Makes the pictures of README.md anew:
/// <c>dotnet test --project tests/NotebookKit.Browser.Tests -- --explicit only</c>.</summary>
public sealed class Screenshots(Browser browser)
{
    [Fact(Explicit = true)]
    public async Task The_picture_of_the_report()
    {
        await using var watched = await browser.Open(SampleReport.Page, width: 1120);
        await watched.Page.SetViewportSizeAsync(1120, 1480);
        await watched.Page.WaitForTimeoutAsync(1_500);
        var file = Path.Combine(SampleReport.Repository, "docs", "report.png");
        await watched.Page.ScreenshotAsync(new() { Path = file, Type = ScreenshotType.Png });
        Assert.InRange(new FileInfo(file).Length, 20_000, 600_000);
    }
}
