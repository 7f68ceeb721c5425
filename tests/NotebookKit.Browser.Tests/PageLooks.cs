using Microsoft.Playwright;

namespace NotebookKit.Browser.Tests;

/// <summary>What every page of the kit is held to, whatever is on it.</summary>
internal static class PageLooks
{
    /// <summary>Brings each visible plot into view and waits until it is drawn; at most ten seconds each.</summary>
    public static async Task DrawAll(this IPage page)
    {
        foreach (var plot in await page.Locator(".nk-plot").AllAsync())
        {
            if (!await plot.IsVisibleAsync()) continue;
            await plot.ScrollIntoViewIfNeededAsync();
            await plot.EvaluateAsync("async box => { for (let i = 0; i < 400 && !box.dataset.drawn; i++) await new Promise(r => setTimeout(r, 25)); }");
        }
    }

    /// <summary>The width that the page needs with all its details open and all plots drawn, in CSS pixels.</summary>
    public static async Task<int> WidthOfAll(this IPage page)
    {
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await page.DrawAll();
        return await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
    }
}
