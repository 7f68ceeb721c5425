using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(NotebookKit.Browser.Tests.Browser))]

namespace NotebookKit.Browser.Tests;

/// <summary>The system's Chromium, started once for all tests. Where there is none, tests skip with that reason; in CI they fail.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where Chromium is: the variable NOTEBOOKKIT_CHROMIUM, or the first of its usual names on the path; null where there is none.</summary>
    private static string? Executable => Environment.GetEnvironmentVariable("NOTEBOOKKIT_CHROMIUM") is { Length: > 0 } given ? given
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Names.Select(n => Path.Combine(folder, n))).FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Executable is not { } chromium) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"] });
    }

    /// <summary>A page in a context of its own that records what must not happen: requests, console errors, dialogs.</summary>
    public async Task<Watched> Open(string html, ColorScheme scheme = ColorScheme.Light, int width = 1280, bool script = true)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".html");
        await File.WriteAllTextAsync(file, html);
        return await Visit(new Uri(file), scheme, width, script);
    }

    /// <summary>The same of a page that has an address.</summary>
    public async Task<Watched> Visit(Uri address, ColorScheme scheme = ColorScheme.Light, int width = 1280, bool script = true)
    {
        if (browser is null && Environment.GetEnvironmentVariable("CI") != "true") Assert.Skip("There is no Chromium here: install it (apt-get install chromium) or set NOTEBOOKKIT_CHROMIUM.");
        Assert.NotNull(browser);
        var context = await browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script });
        var watched = new Watched(await context.NewPageAsync());
        await watched.Page.GotoAsync(address.AbsoluteUri);
        return watched;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }
}

/// <summary>A page under watch.</summary>
public sealed class Watched : IAsyncDisposable
{
    public Watched(IPage page)
    {
        Page = page;
        page.Request += (_, request) => Requests.Add(request.Url);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") Errors.Add(message.Text); };
        page.PageError += (_, error) => Errors.Add(error);
        page.Dialog += (_, dialog) =>
        {
            Errors.Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>Everything that was fetched, the page itself first.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Console errors and warnings, uncaught exceptions, dialogs.</summary>
    public List<string> Errors { get; } = [];

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
