using Microsoft.Playwright;

namespace NotebookKit.Browser.Tests;

/// <summary>Each notebook of the series as a reader opens its page.</summary>
public sealed class SeriesTests(Browser browser)
{
    public static TheoryData<string> Pages => [.. SeriesPages.All.Select(p => p.Name)];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_opens_without_an_error_and_without_a_request_and_its_plots_draw(string name)
    {
        await using var watched = await browser.Open(SeriesPages.Of(name));
        await watched.Page.DrawAll();
        var plots = await watched.Page.Locator(".nk-plot").CountAsync();
        Assert.Equal(plots, await watched.Page.Locator(".nk-plot[data-drawn=yes] .nk-live .main-svg:first-child").CountAsync());
        Assert.True(plots > 0 || name == "index.html", $"{name} shows no plot");
        Assert.Single(watched.Requests, r => !r.StartsWith("data:", StringComparison.Ordinal) && !r.StartsWith("blob:", StringComparison.Ordinal));
        Assert.Empty(watched.Errors);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_fits_a_phone(string name)
    {
        await using var watched = await browser.Open(SeriesPages.Of(name), width: 360);
        Assert.InRange(await watched.Page.WidthOfAll(), 1, 360);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Text_stands_out_in_the_dark(string name)
    {
        await using var watched = await browser.Open(SeriesPages.Of(name), ColorScheme.Dark);
        Assert.Empty(await Contrast.TooLow(watched.Page, "p, td, th, h1, h2, h3, summary, a, pre, code, li, [class^=nb-]"));
    }
}
