using Microsoft.Playwright;

namespace NotebookKit.Browser.Tests.Jupyter;

/// <summary>Makes the picture of docs/hosts.md anew:
/// <c>dotnet test --project tests/NotebookKit.Browser.Tests -- --explicit only</c>.</summary>
[Collection(nameof(ClassicPages))]
public sealed class ClassicScreenshots(Browser browser, NotebookServer server)
{
    private const int Width = 1000;

    [Fact(Explicit = true)]
    public async Task The_picture_of_a_notebook_in_jupyter()
    {
        var samples = Path.Combine(SampleReport.Repository, "data-samples", "tickets.jsonl").Replace('\\', '/');
        await using var page = await ClassicPage.Open(browser, server,
            $"#r \"NotebookKit.dll\"\nusing NotebookKit.Deduplicating; using NotebookKit.Display; using NotebookKit.Display.Charts; using NotebookKit.Sourcing;\nvar data = Sources.Read([\"{samples}\"]);",
            "data.Head(60).ToTable(2, [\"id\", \"label\", \"input\", \"created\"])",
            "Chart.Bar(\"Tickets by label\", data.CountBy(e => e.Label).Rows\n    .Select(r => KeyValuePair.Create(r.Value, r.Count)), new() { Horizontal = true })",
            "var done = display(\"0 %\");\nfor (var i = 1; i <= 20; i++)\n{\n    await Task.Delay(20);\n    done.Update($\"{new string('█', i)} {i * 5} %\");\n}",
            "var near = data.Apply(new NearDuplicates());\nnear.Removed.Cuont",
            "data.CountBy(e => e.La");
        for (var i = 0; i < 5; i++)
        {
            await page.Start(i);
            await page.Idle();
        }

        // The first cell names a folder of this machine.
        await page.Page.EvaluateAsync("document.querySelector('#notebook-container > .cell').remove(); document.querySelectorAll('#header-container, .end_space').forEach(e => e.remove());");
        await page.Page.SetViewportSizeAsync(Width, 1065);
        await page.Page.EvaluateAsync("dispatchEvent(new Event('resize'))");
        await page.Page.Locator("#notebook-container .CodeMirror").Last.ClickAsync();
        await page.Page.Keyboard.PressAsync("Control+End");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Locator("#complete").WaitForAsync();
        await page.Page.WaitForTimeoutAsync(500);
        var file = Path.Combine(SampleReport.Repository, "docs", "jupyter.png");
        await page.Page.ScreenshotAsync(new() { Path = file, Type = ScreenshotType.Png });
        Assert.InRange(new FileInfo(file).Length, 20_000, 150_000);
    }
}
