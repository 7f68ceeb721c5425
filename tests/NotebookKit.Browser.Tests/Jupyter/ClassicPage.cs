using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NotebookKit.Kernel.Jupyter.Install;

namespace NotebookKit.Browser.Tests.Jupyter;

/// <summary>A notebook in Jupyter's classic page, as a user works with it: by its menus, buttons and keys.</summary>
internal sealed class ClassicPage : IAsyncDisposable
{
    private readonly Watched watched;

    private ClassicPage(Watched watched) => this.watched = watched;

    public IPage Page => watched.Page;

    /// <summary>Console errors and warnings of the page, uncaught exceptions, dialogs.</summary>
    public IReadOnlyList<string> Errors => watched.Errors;

    /// <summary>The cells, top to bottom.</summary>
    public ILocator Cells => Page.Locator("#notebook-container > .cell");

    /// <summary>Opens a notebook of code cells and waits for its kernel.</summary>
    public static Task<ClassicPage> Open(Browser browser, NotebookServer server, params string[] cells) => Open(browser, server, NotebookOf(cells));

    /// <summary>Opens a notebook and waits for its kernel.</summary>
    public static async Task<ClassicPage> Open(Browser browser, NotebookServer server, JsonNode notebook)
    {
        var page = new ClassicPage(await browser.Visit(server.Add(notebook.ToJsonString()), width: 1100));
        await page.Page.WaitForFunctionAsync("() => window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected() && Jupyter.notebook.kernel.info_reply.language_info", null, Patient);
        await page.Idle();
        // What the page itself is missing as it opens (its own custom script, its widgets) is not the kernel's.
        page.watched.Errors.Clear();
        return page;
    }

    /// <summary>What a cell shows below its code.</summary>
    public ILocator Output(int cell) => Cells.Nth(cell).Locator(".output .output_subarea");

    /// <summary>The text of a cell's editor.</summary>
    public Task<string> Code(int cell) => Page.EvaluateAsync<string>("i => Jupyter.notebook.get_cell(i).get_text()", cell);

    /// <summary>The number in a cell's brackets; * while it runs or waits.</summary>
    public async Task<string> Number(int cell) => (await Cells.Nth(cell).Locator(".input_prompt").InnerTextAsync()).Trim('I', 'n', ':', ' ', '\u00A0', '[', ']');

    /// <summary>Chooses a command of a menu.</summary>
    public async Task Choose(string menu, string command)
    {
        await Page.Locator("#menubar .navbar-nav > li > a", new() { HasTextString = menu }).First.ClickAsync();
        await Page.Locator("#" + command + " > a").ClickAsync();
    }

    /// <summary>Runs all cells by the menu, to their end.</summary>
    public async Task RunAll()
    {
        await Choose("Cell", "run_all_cells");
        await Idle();
    }

    /// <summary>Starts a cell as Shift+Enter does, and does not wait.</summary>
    public async Task Start(int cell)
    {
        await Edit(cell);
        await Page.Keyboard.PressAsync("Shift+Enter");
    }

    /// <summary>Puts the cursor behind the last character of a cell.</summary>
    public async Task Edit(int cell)
    {
        await Cells.Nth(cell).Locator(".CodeMirror").ClickAsync();
        await Page.Keyboard.PressAsync("Control+End");
    }

    /// <summary>Waits until no cell runs or waits and the page shows the kernel as idle.</summary>
    public async Task Idle()
    {
        await Page.WaitForFunctionAsync("() => ![...document.querySelectorAll('.code_cell .input_prompt')].some(p => p.textContent.includes('*')) && document.querySelector('#kernel_indicator_icon.kernel_idle_icon')", null, Patient);
    }

    public ValueTask DisposeAsync() => watched.DisposeAsync();

    /// <summary>A notebook that names the kernel; a cell that begins with <c>#</c> and a blank is Markdown.</summary>
    public static JsonObject NotebookOf(params string[] cells) => new()
    {
        ["cells"] = new JsonArray([.. cells.Select((source, i) =>
        {
            var id = FormattableString.Invariant($"cell-{i + 1}");
            return (JsonNode)(source.StartsWith("# ", StringComparison.Ordinal)
                ? new JsonObject { ["cell_type"] = "markdown", ["id"] = id, ["metadata"] = new JsonObject(), ["source"] = source }
                : new JsonObject { ["cell_type"] = "code", ["execution_count"] = null, ["id"] = id, ["metadata"] = new JsonObject(), ["outputs"] = new JsonArray(), ["source"] = source });
        })]),
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = KernelFolders.Name, ["display_name"] = KernelSpec.DisplayName, ["language"] = "C#" } },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };

    private static PageWaitForFunctionOptions Patient => new() { Timeout = 60_000 };
}
