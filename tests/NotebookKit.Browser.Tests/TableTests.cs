using Microsoft.Playwright;
using NotebookKit.Display;

namespace NotebookKit.Browser.Tests;

public sealed class TableTests(Browser browser)
{
    private static readonly string Page = ViewPage.Build("tables",
    [
        new Table
        {
            Columns = [new("name"), new("count", true), new("when", ColumnKind.Date)],
            Rows = [.. Enumerable.Range(1, 60).Select(i => (IReadOnlyList<string?>)[$"row {i}", i % 7 == 0 ? null : $"{i * 37 % 61:N0}", $"2026-01-{(i % 28) + 1:00}"])],
        },
        new Table { InOrder = true, Columns = [new("step"), new("count", true)], Rows = [.. Enumerable.Range(0, 12).Select(i => (IReadOnlyList<string?>)[$"step {i}", $"{12 - i}"])] },
    ]);

    [Fact]
    public async Task A_table_sorts_by_mouse_and_keyboard_up_down_and_back_and_says_so()
    {
        await using var watched = await browser.Open(Page);
        var table = watched.Page.Locator("table").First;
        var head = table.Locator("th").Nth(1);
        await head.Locator("button").ClickAsync();
        Assert.Equal("ascending", await head.GetAttributeAsync("aria-sort"));
        var up = await Numbers(table);
        Assert.Equal(up.Order(), up);
        await head.Locator("button").FocusAsync();
        await watched.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("descending", await head.GetAttributeAsync("aria-sort"));
        var down = await Numbers(table);
        Assert.Equal(down.OrderDescending(), down);
        Assert.Equal(Enumerable.Range(1, 60).Where(i => i % 7 != 0).Max(i => i * 37 % 61), down[0]);
        await head.Locator("button").ClickAsync();
        Assert.Equal("row 1", await table.Locator("tbody tr:visible td").First.InnerTextAsync());
        Assert.Empty(watched.Errors);
    }

    [Fact]
    public async Task Rows_come_in_pages_and_a_filter_finds_them_on_all_pages()
    {
        await using var watched = await browser.Open(Page);
        var rows = watched.Page.Locator("table").First.Locator("tbody tr:visible");
        Assert.Equal(25, await rows.CountAsync());
        await watched.Page.Locator(".nk-filter").FillAsync("2026-01-03 row");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await watched.Page.Locator(".nk-filter").FillAsync("nothing has this");
        await Assertions.Expect(rows).ToHaveCountAsync(0);
        await watched.Page.Locator(".nk-filter").FillAsync("");
        await Assertions.Expect(rows).ToHaveCountAsync(25);
        Assert.Empty(watched.Errors);
    }

    [Fact]
    public async Task A_table_whose_order_counts_has_no_tools()
    {
        await using var watched = await browser.Open(Page);
        Assert.Equal(0, await watched.Page.Locator("table").Nth(1).Locator("button").CountAsync());
        Assert.Equal(12, await watched.Page.Locator("table").Nth(1).Locator("tbody tr:visible").CountAsync());
        Assert.Equal(1, await watched.Page.Locator(".nk-filter").CountAsync());
    }

    private static async Task<List<double>> Numbers(ILocator table)
    {
        var cells = await table.Locator("tbody tr:visible td:nth-child(2)").AllInnerTextsAsync();
        return [.. cells.Where(c => c != "–").Select(c => double.Parse(c, System.Globalization.CultureInfo.InvariantCulture))];
    }
}
