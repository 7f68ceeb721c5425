using Microsoft.Playwright;

namespace NotebookKit.Browser.Tests;

/// <summary>Makes the pictures of README.md anew:
/// <c>dotnet test --project tests/NotebookKit.Browser.Tests -- --explicit only</c>.</summary>
public sealed class Screenshots(Browser browser)
{
    [Fact(Explicit = true)]
    public Task The_picture_of_the_report() => Take(SampleReport.Page, "report.png", 1480, null);

    [Fact(Explicit = true)]
    public Task The_picture_of_a_notebook() => Take(SeriesPages.Of("04-deduplicating.html"), "notebook.png", 860, ".nk-plot");

    private async Task Take(string html, string name, int height, string? around)
    {
        await using var watched = await browser.Open(html, width: 1120);
        await watched.Page.SetViewportSizeAsync(1120, height);
        if (around is not null) await watched.Page.EvaluateAsync("s => { const y = document.querySelector(s).getBoundingClientRect().top; window.scrollTo(0, y - 260); }", around);
        await watched.Page.WaitForTimeoutAsync(1_500);
        var file = Path.Combine(SampleReport.Repository, "docs", name);
        await watched.Page.ScreenshotAsync(new() { Path = file, Type = ScreenshotType.Png });
        Assert.InRange(new FileInfo(file).Length, 20_000, 600_000);
    }
}
