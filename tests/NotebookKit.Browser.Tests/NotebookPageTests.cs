using Microsoft.Playwright;
using NotebookKit.Kernel.Pages;
using NotebookKit.Kernel.Tests.Pages;

namespace NotebookKit.Browser.Tests;

public sealed class NotebookPageTests(Browser browser)
{
    private static readonly Lazy<string> Built = new(() =>
    {
        var folder = Path.GetTempPath();
        return NotebookPages.Build([AllKinds.First(folder), AllKinds.Second(folder)], folder)[0].Html;
    });

    private static string Html => Built.Value;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_page_opens_without_a_request_and_every_plot_draws(ColorScheme scheme)
    {
        await using var watched = await browser.Open(Html, scheme);
        var page = watched.Page;
        Assert.Equal(2, await page.Locator(".nk-plot").CountAsync());
        await page.DrawAll();
        Assert.Equal(2, await page.Locator(".nk-plot[data-drawn=yes] .nk-live .main-svg:first-child").CountAsync());
        Assert.Single(watched.Requests, r => !r.StartsWith("data:", StringComparison.Ordinal) && !r.StartsWith("blob:", StringComparison.Ordinal));
        // The one thing that the notebook's own markup tries to run is refused; nothing else is amiss.
        Assert.All(watched.Errors, e => Assert.Contains("Content Security Policy", e, StringComparison.Ordinal));
        Assert.Single(watched.Errors);
        Assert.False(await page.EvaluateAsync<bool>("'hit' in window"));
    }

    [Fact]
    public async Task Tables_sort_and_filter()
    {
        await using var watched = await browser.Open(Html);
        var table = watched.Page.Locator(".nb-html table").First;
        Assert.Equal(25, await table.Locator("tbody tr:visible").CountAsync());
        await table.Locator("th").Nth(2).Locator("button").ClickAsync();
        var lengths = await table.Locator("tbody tr:visible td:nth-child(3)").AllInnerTextsAsync();
        Assert.Equal(lengths.Select(int.Parse).Order(), lengths.Select(int.Parse));
        await watched.Page.Locator(".nk-filter").First.FillAsync("QUIN row");
        await Assertions.Expect(table.Locator("tbody tr:visible")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_contents_lead_to_each_heading()
    {
        await using var watched = await browser.Open(Html);
        var links = watched.Page.Locator(".nb-toc a");
        Assert.Equal(["Formulas", "A table", "Charts"], await links.AllInnerTextsAsync());
        await links.Nth(2).ClickAsync();
        await Assertions.Expect(watched.Page.Locator("#charts")).ToBeInViewportAsync();
        Assert.True((await links.First.BoundingBoxAsync())!.Y < 400, "the contents stay in view");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task The_page_never_scrolls_sideways(int width)
    {
        await using var watched = await browser.Open(Html, width: width);
        Assert.InRange(await watched.Page.WidthOfAll(), 1, width);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Text_stands_out_from_its_ground(ColorScheme scheme)
    {
        await using var watched = await browser.Open(Html, scheme);
        Assert.Empty(await Contrast.TooLow(watched.Page, "p, td, th, h1, h2, h3, summary, a, pre, code, li, math, [class^=nb-]"));
    }

    [Fact]
    public async Task Formulas_are_set_without_a_script()
    {
        await using var watched = await browser.Open(Html, script: false);
        var fraction = await watched.Page.Locator("mfrac").First.BoundingBoxAsync();
        var line = await watched.Page.Locator("mfrac mi").First.BoundingBoxAsync();
        Assert.True(fraction!.Height > line!.Height * 1.3, "a fraction is higher than its letters");
        Assert.Equal(1, await watched.Page.Locator("code.nb-tex").CountAsync());
    }

    [Fact]
    public async Task On_paper_plots_are_pictures_all_is_open_and_the_contents_are_left_out()
    {
        await using var watched = await browser.Open(Html);
        await watched.Page.DrawAll();
        await watched.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await watched.Page.Locator(".nk-live:visible, .nb-toc:visible, .nb-turn:visible").CountAsync());
        Assert.Equal(1, await watched.Page.Locator(".nk-plot figure:visible").CountAsync());
        Assert.True(await watched.Page.Locator(".nb-cell > .nb-code", new() { HasText = "the answer" }).IsVisibleAsync());
        Assert.Equal(40, await watched.Page.Locator(".nb-html table").First.Locator("tbody tr:visible").CountAsync());
        Assert.InRange((await watched.Page.PdfAsync(new() { Format = "A4" })).Length, 20_000, 5_000_000);
    }
}
