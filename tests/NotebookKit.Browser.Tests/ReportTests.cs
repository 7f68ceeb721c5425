using Microsoft.Playwright;

namespace NotebookKit.Browser.Tests;

public sealed class ReportTests(Browser browser)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_report_opens_without_a_request_or_an_error_and_every_plot_draws(ColorScheme scheme)
    {
        await using var watched = await browser.Open(SampleReport.Page, scheme);
        var page = watched.Page;
        var plots = await page.Locator(".nk-plot").CountAsync();
        Assert.InRange(plots, 8, 60);
        await page.DrawAll();
        Assert.Equal(plots, await page.Locator(".nk-plot[data-drawn=yes]").CountAsync());
        Assert.Equal(plots, await page.Locator(".nk-plot .nk-live .main-svg").EvaluateAllAsync<int>("all => new Set(all.map(e => e.closest('.nk-plot'))).size"));
        Assert.Empty(watched.Errors);
        Assert.Single(watched.Requests, r => !r.StartsWith("data:", StringComparison.Ordinal) && !r.StartsWith("blob:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Attacks_in_every_field_are_shown_as_text_and_nothing_of_them_runs()
    {
        await using var watched = await browser.Open(SampleReport.AttackedPage);
        var page = watched.Page;
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await page.DrawAll();
        foreach (var link in await page.Locator("a").AllAsync()) Assert.StartsWith("#", await link.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length"));
        Assert.Equal(0, await page.Locator("iframe, object, embed, form, base, link, img[onerror], video, audio, marquee").CountAsync());
        foreach (var hover in await page.Locator(".nk-plot .nk-live").AllAsync()) await hover.HoverAsync(new() { Force = true });
        Assert.False(await page.EvaluateAsync<bool>("'hit' in window"));
        Assert.Empty(watched.Errors);
        Assert.Single(watched.Requests, r => !r.StartsWith("data:", StringComparison.Ordinal) && !r.StartsWith("blob:", StringComparison.Ordinal));
        Assert.Contains("<img src=x onerror=window.hit=1>", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Even_markup_that_got_into_the_page_could_not_run_a_script()
    {
        var page = SampleReport.Page.Replace("<main>", "<main><script>window.hit=1</script><img src=x onerror=\"window.hit=1\"><a id=\"bad\" href=\"javascript:window.hit=1\">x</a>", StringComparison.Ordinal);
        await using var watched = await browser.Open(page);
        await watched.Page.Locator("#bad").ClickAsync(new() { Force = true });
        Assert.False(await watched.Page.EvaluateAsync<bool>("'hit' in window"));
        Assert.Contains(watched.Errors, e => e.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_script_every_chart_is_a_picture_and_every_table_is_whole()
    {
        await using var watched = await browser.Open(SampleReport.Page, script: false);
        var stills = watched.Page.Locator(".nk-plot svg");
        Assert.InRange(await stills.CountAsync(), 8, 60);
        Assert.True((await stills.First.BoundingBoxAsync())!.Height > 60);
        Assert.InRange(await watched.Page.Locator("table tbody tr").CountAsync(), 40, 5_000);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task The_page_never_scrolls_sideways(int width)
    {
        await using var watched = await browser.Open(SampleReport.Page, width: width);
        Assert.InRange(await watched.Page.WidthOfAll(), 1, width);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Text_stands_out_from_its_ground(ColorScheme scheme)
    {
        await using var watched = await browser.Open(SampleReport.Page, scheme);
        Assert.Empty(await Contrast.TooLow(watched.Page, "p, td, th, small, h1, h2, h3, summary, .badge, .tile b, nav a, footer"));
    }

    [Fact]
    public async Task On_paper_charts_are_the_static_ones_and_details_are_open()
    {
        await using var watched = await browser.Open(SampleReport.Page);
        await watched.Page.DrawAll();
        await watched.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await watched.Page.Locator(".nk-live:visible").CountAsync());
        Assert.InRange(await watched.Page.Locator(".nk-plot figure:visible").CountAsync(), 8, 60);
        var pdf = await watched.Page.PdfAsync(new() { Format = "A4" });
        Assert.InRange(pdf.Length, 50_000, 20_000_000);
    }
}
