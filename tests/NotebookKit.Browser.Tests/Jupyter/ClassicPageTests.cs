using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Browser.Tests.Jupyter;

/// <summary>The kernel in Jupyter's classic notebook page.</summary>
[Collection(nameof(ClassicPages))]
public sealed class ClassicPageTests(Browser browser, NotebookServer server)
{
    private const string Using = "#r \"NotebookKit.dll\"\nusing NotebookKit.Display;\nusing NotebookKit.Display.Charts;";

    private const string Table = "Enumerable.Range(1, 40).Select(i => new { Name = $\"row{i:00}\", Length = i * 37 % 41 }).ToTable(rows: 40)";

    private const string Plot = "Chart.Bar(\"Tickets by label\", [KeyValuePair.Create(\"billing\", 41L), KeyValuePair.Create(\"account\", 17L)])";

    [Fact]
    public async Task All_cells_run_by_the_menu_and_show_streams_and_values()
    {
        await using var page = await ClassicPage.Open(browser, server, "var x = 20;\nConsole.WriteLine(\"said\");\nConsole.Error.WriteLine(\"warned\");", "x + 1", "x = 5; x");
        await page.RunAll();
        Assert.Equal(["1", "2", "3"], [await page.Number(0), await page.Number(1), await page.Number(2)]);
        Assert.Equal("said", (await page.Cells.Nth(0).Locator(".output_stdout").InnerTextAsync()).Trim());
        Assert.Equal("warned", (await page.Cells.Nth(0).Locator(".output_stderr").InnerTextAsync()).Trim());
        Assert.Equal("21", (await page.Output(1).InnerTextAsync()).Trim());
        Assert.Equal("5", (await page.Output(2).InnerTextAsync()).Trim());
        Assert.Equal("text/x-csharp", await page.Page.EvaluateAsync<string>("Jupyter.notebook.get_cell(0).code_mirror.getOption('mode')"));
        Assert.NotEqual(0, await page.Cells.Nth(0).Locator(".cm-keyword, .cm-variable-2").CountAsync());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_table_is_drawn_in_its_style_and_its_own_script_sorts_filters_and_pages_it()
    {
        await using var page = await ClassicPage.Open(browser, server, Using, Table);
        await page.RunAll();
        var table = page.Output(1).Locator("table");
        Assert.Equal(25, await table.Locator("tbody tr:visible").CountAsync());
        await table.Locator("th").Nth(1).Locator("button").ClickAsync();
        var lengths = await table.Locator("tbody tr:visible td:nth-child(2)").AllInnerTextsAsync();
        Assert.Equal(lengths.Select(int.Parse).Order(), lengths.Select(int.Parse));
        await page.Output(1).Locator(".nk-filter").FillAsync("row17");
        await Assertions.Expect(table.Locator("tbody tr:visible")).ToHaveCountAsync(1);
        // What is typed there does not reach the page, which takes single letters for commands.
        Assert.Equal(2, await page.Cells.CountAsync());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_chart_is_a_picture_without_a_script()
    {
        await using var page = await ClassicPage.Open(browser, server, Using, Plot);
        await page.RunAll();
        var svg = page.Output(1).Locator("svg");
        Assert.Equal(1, await svg.CountAsync());
        var box = (await svg.BoundingBoxAsync())!;
        Assert.InRange(box.Width, 300, 1000);
        Assert.InRange(box.Height, 100, 800);
        Assert.Contains("billing", await svg.TextContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("█", await page.Output(1).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Prices_in_data_are_no_formulas()
    {
        const string Price = "from $17.95 to $33.90, \\(x\\)";
        await using var page = await ClassicPage.Open(browser, server, "# Costs $x^2$", Using, $"var price = @\"{Price}\";\nnew[] {{ new {{ Price = price }} }}",
            "Chart.Bar(price, [KeyValuePair.Create(price, 1L), KeyValuePair.Create(\"$ \" + new string('a', 80) + \" $\", 2L)])", "Console.WriteLine(price);");
        await page.RunAll();
        // The page sets what a cell shows; exported pages set everything that is on them.
        await page.Page.EvaluateAsync("new Promise(done => MathJax.Hub.Queue(['Typeset', MathJax.Hub, document.body], done))");
        Assert.NotEqual(0, await page.Cells.Nth(0).Locator(".MathJax").CountAsync());
        foreach (var cell in new[] { 2, 3, 4 })
        {
            Assert.Contains(Price, await page.Output(cell).TextContentAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await page.Output(cell).Locator("[class^=MathJax], script[type^=math]").CountAsync());
        }
    }

    [Fact]
    public async Task Progress_changes_in_its_place_and_another_cell_may_change_it_too()
    {
        const string Steps = "var bar = display(\"0 %\");\nfor (var i = 1; i <= 8; i++) { await Task.Delay(60); bar.Update($\"{i * 10} %\"); }\nConsole.WriteLine(\"done\");";
        await using var page = await ClassicPage.Open(browser, server, Steps, "bar.Update(\"100 %\");");
        await page.Page.EvaluateAsync("""
            () => {
                window.seen = [];
                const note = () => document.querySelectorAll('.output_text pre').forEach(p => { const t = p.textContent.trim(); if (/%/.test(t) && window.seen.at(-1) !== t) window.seen.push(t); });
                new MutationObserver(note).observe(document.querySelector('#notebook-container'), { childList: true, subtree: true, characterData: true });
            }
            """);
        await page.Start(0);
        await page.Idle();
        var seen = await page.Page.EvaluateAsync<string[]>("window.seen");
        Assert.True(seen.Length >= 5, string.Join(", ", seen));
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
        Assert.Equal("80 %", seen[^1]);
        // One output that changed, one stream behind it.
        Assert.Equal(["80 %", "done"], (await page.Output(0).AllInnerTextsAsync()).Select(t => t.Trim()));
        await page.Start(1);
        await page.Idle();
        Assert.Equal("100 %", (await page.Output(0).First.InnerTextAsync()).Trim());
        Assert.Equal(0, await page.Output(1).CountAsync());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Tab_lists_members_and_the_chosen_one_is_put_in()
    {
        await using var page = await ClassicPage.Open(browser, server, "Console.Wri");
        await page.Edit(0);
        await page.Page.Keyboard.PressAsync("Tab");
        var list = page.Page.Locator("#complete select option");
        await list.First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var names = await list.AllInnerTextsAsync();
        Assert.Equal(["Write", "WriteLine"], names.Select(n => n.Trim()));
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("Console.WriteLine", await page.Code(0));
        await page.Page.Keyboard.TypeAsync("(6 * 7);");
        await page.Start(0);
        await page.Idle();
        Assert.Equal("42", (await page.Output(0).InnerTextAsync()).Trim());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Tab_knows_the_names_of_earlier_cells_also_behind_an_emoji()
    {
        await using var page = await ClassicPage.Open(browser, server, "var unanswered = 9;", "/* 😀 */ unans");
        await page.RunAll();
        await page.Edit(1);
        await page.Page.Keyboard.PressAsync("Tab");
        // The only one that fits is put in at once.
        await page.Page.WaitForFunctionAsync("() => Jupyter.notebook.get_cell(1).get_text().endsWith('unanswered')");
        Assert.Equal("/* 😀 */ unanswered", await page.Code(1));
    }

    [Fact]
    public async Task Shift_tab_says_what_a_name_is()
    {
        await using var page = await ClassicPage.Open(browser, server, "Console.WriteLine");
        await page.Edit(0);
        await page.Page.Keyboard.PressAsync("Shift+Tab");
        var tip = page.Page.Locator("#tooltip .tooltiptext");
        await Assertions.Expect(tip).ToContainTextAsync("void Console.WriteLine(");
        Assert.DoesNotContain('\u001b', await tip.InnerTextAsync());
        Assert.Empty(page.Errors);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("await Task.Delay(TimeSpan.FromHours(1));")]
    public async Task The_interrupt_button_ends_an_endless_cell_and_the_kernel_answers(string endless)
    {
        await using var page = await ClassicPage.Open(browser, server, "var kept = 7;", endless, "kept + 1");
        await page.Start(0);
        await page.Idle();
        await page.Start(1);
        await page.Page.Locator("#kernel_indicator_icon.kernel_busy_icon").WaitForAsync();
        await Task.Delay(300);
        Assert.Equal("*", await page.Number(1));
        var watch = Stopwatch.StartNew();
        await page.Page.Locator("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();
        await page.Idle();
        // A second or less on a machine that has nothing else to do.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"it took {watch.Elapsed}");
        TestContext.Current.SendDiagnosticMessage($"interrupted after {watch.ElapsedMilliseconds} ms");
        Assert.Contains("The cell was interrupted.", await page.Output(1).InnerTextAsync(), StringComparison.Ordinal);
        await page.Start(2);
        await page.Idle();
        Assert.Equal("8", (await page.Output(2).InnerTextAsync()).Trim());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Restart_and_run_all_gives_fresh_numbers_and_a_fresh_process()
    {
        await using var page = await ClassicPage.Open(browser, server, "var start = Environment.ProcessId;", "start");
        await page.RunAll();
        await page.RunAll();
        var before = await page.Output(1).InnerTextAsync();
        Assert.Equal("4", await page.Number(1));
        await page.Choose("Kernel", "restart_run_all");
        await page.Page.Locator(".modal-dialog .btn-danger").ClickAsync();
        await page.Page.WaitForFunctionAsync("old => { const out = document.querySelectorAll('.code_cell')[1].querySelector('.output_subarea'); return out && out.innerText !== old; }", before, new() { Timeout = 60_000 });
        await page.Idle();
        Assert.Equal(["1", "2"], [await page.Number(0), await page.Number(1)]);
        Assert.Matches(@"^\s*\d+\s*$", await page.Output(1).InnerTextAsync());
    }

    [Theory]
    [InlineData("int Half(int x) => 10 / (x - x);\nHalf(3)", "DivideByZeroException: Attempted to divide by zero.", "Cell[1], line 1")]
    [InlineData("var a = 1;\nundefined + a", "CS0103", "line 2")]
    public async Task An_error_is_shown_clean_with_its_line_and_cells_behind_it_do_not_run(string code, string message, string where)
    {
        await using var page = await ClassicPage.Open(browser, server, code, "Console.WriteLine(\"never\");");
        await page.RunAll();
        var error = await page.Cells.Nth(0).Locator(".output_error").InnerTextAsync();
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(error, Regex.Escape(message)));
        Assert.Contains(where, error, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\u001b|\[\d+(;\d+)*m", error);
        Assert.DoesNotContain("Microsoft.CodeAnalysis", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Submission#", error, StringComparison.Ordinal);
        Assert.Equal(0, await page.Output(1).CountAsync());
        Assert.Equal("", await page.Number(1));
    }

    [Fact]
    public async Task A_stored_notebook_that_is_not_trusted_shows_its_tables_before_anything_runs()
    {
        var stored = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(SampleReport.Repository, "notebooks", "04-deduplicating.ipynb")))!;
        await using var page = await ClassicPage.Open(browser, server, stored);
        var outputs = page.Page.Locator(".output_area");
        var tables = stored["cells"]!.AsArray().SelectMany(c => c!["outputs"]?.AsArray() ?? []).Count(o => Lines.Joined(o!["data"]?["text/html"])?.Contains("<table", StringComparison.Ordinal) ?? false);
        Assert.InRange(tables, 4, 100);
        Assert.Equal(tables, await outputs.Locator(".nk-cell:has(table)").CountAsync());
        Assert.True(await outputs.Locator(".nk-table").First.IsVisibleAsync());
        // The page takes pictures and scripts of such a file for unsafe: a chart is there as text.
        Assert.Equal(0, await outputs.Locator("svg, script").CountAsync());
        Assert.Contains("████", await outputs.Locator(".output_text pre").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("1", await page.Number(1));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_cell_asks_below_itself_and_goes_on_with_what_is_typed()
    {
        await using var page = await ClassicPage.Open(browser, server, "var name = Input(\"Name? \");\nvar key = Password(\"Key? \");\n$\"{name.Length} {key.Length}\"", "Console.ReadLine()");
        await page.Start(0);
        var box = page.Cells.Nth(0).Locator("input.raw_input");
        await box.WaitForAsync();
        Assert.Contains("Name? ", await page.Cells.Nth(0).Locator(".raw_input_prompt").InnerTextAsync(), StringComparison.Ordinal);
        await box.FillAsync("Ada");
        await box.PressAsync("Enter");
        var secret = page.Cells.Nth(0).Locator("input.raw_input[type=password]");
        await secret.WaitForAsync();
        await secret.FillAsync("open sesame");
        await secret.PressAsync("Enter");
        await page.Idle();
        Assert.Equal("3 11", (await page.Output(0).Last.InnerTextAsync()).Trim());
        Assert.DoesNotContain("sesame", await page.Cells.Nth(0).Locator(".output").InnerTextAsync(), StringComparison.Ordinal);
        // A cell that waits for an answer ends as any other when it is interrupted.
        await page.Start(1);
        await page.Cells.Nth(1).Locator("input.raw_input").WaitForAsync();
        await page.Page.Locator("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();
        await page.Idle();
        Assert.Contains("The cell was interrupted.", await page.Cells.Nth(1).Locator(".output").InnerTextAsync(), StringComparison.Ordinal);
    }
}
