using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Cells.Directives;

namespace NotebookKit.Kernel.Tests.Cells.Directives;

public class MagicTests(WarmSession session)
{
    [Theory]
    [InlineData("#!markdown\n# Title\n\ntext", "text/markdown", "# Title\n\ntext")]
    [InlineData("#!md\n*x*", "text/markdown", "*x*")]
    [InlineData("#!html\n<b>x</b>", "text/html", "<b>x</b>")]
    [InlineData("#!svg\n<svg/>", "image/svg+xml", "<svg/>")]
    [InlineData("#!javascript\nalert(1)", "application/javascript", "alert(1)")]
    [InlineData("#!js\n1", "application/javascript", "1")]
    public async Task Text_in_another_language_is_shown_as_such(string cell, string type, string text)
    {
        var shown = Assert.IsType<DisplayOutput>(Assert.Single((await session.Run(cell)).IsOk().Outputs));
        Assert.Equal(text, shown.Data.Renderings[type]);
        Assert.True(shown.Data.Renderings.ContainsKey("text/plain"));
        Assert.Null(shown.DisplayId);
    }

    [Fact]
    public async Task Parts_in_several_languages_run_in_order()
    {
        var result = await session.Run("var part = 1;\npart\n#!markdown\n# Title\n#!csharp\npart + 1");
        Assert.Collection(result.IsOk().Outputs,
            o => Assert.Equal("1", Assert.IsType<DisplayOutput>(o).Data.Renderings["text/plain"]),
            o => Assert.Equal("# Title", Assert.IsType<DisplayOutput>(o).Data.Renderings["text/markdown"]),
            o => Assert.Equal("2", Assert.IsType<ResultOutput>(o).Data.Renderings["text/plain"]));
    }

    [Theory]
    [InlineData("#!time\n21 * 2")]
    [InlineData("// a comment\n#!time\n21 * 2")]
    [InlineData("var later = 21;\n#!time\nlater * 2")]
    public async Task The_time_is_shown_after_the_value(string cell)
    {
        var result = await session.Run(cell);
        Assert.Equal("42", result.Value());
        Assert.Matches(@"^Wall time: [\d,]+\.\d ms$", Assert.IsType<DisplayOutput>(result.Outputs[1]).Data.Renderings["text/plain"]);
    }

    [Fact]
    public async Task The_time_of_a_cell_that_fails_is_shown_too() =>
        Assert.IsType<DisplayOutput>((await session.Run("#!time\nthrow new FormatException();")).Outputs[0]);

    [Theory]
    [InlineData("#!nothing\n1", 1)]
    [InlineData("1\n\n#!fsharp\n1", 3)]
    public async Task A_magic_that_does_not_exist_says_which_do(string cell, int line)
    {
        var error = (await session.RunNamed(cell, "Cell[9]")).Failed("CompilationError");
        Assert.StartsWith($"Cell[9], line {line}: there is no magic #!", error.Value, StringComparison.Ordinal);
        Assert.EndsWith("there are #!csharp, #!html, #!javascript, #!markdown, #!sql, #!svg, #!time.", error.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var s = \"\"\"\n#!html\n<b>\n\"\"\";\ns.Length", "10")]
    [InlineData("/*\n#!unknown\n*/ 1", "1")]
    [InlineData("#!/usr/bin/env dotnet\n2", "2")]
    public async Task What_only_looks_like_a_magic_is_none(string cell, string value) => Assert.Equal(value, (await session.Run(cell)).Value());

    [Fact]
    public async Task Text_may_hold_lines_that_look_like_unknown_magics() =>
        Assert.Equal("#!/bin/sh\n#!unknown", Assert.IsType<DisplayOutput>((await session.Run("#!markdown\n#!/bin/sh\n#!unknown")).IsOk().Outputs[0]).Data.Renderings["text/markdown"]);

    [Theory]
    [InlineData("#!time\n\nmissing", "line 3, column 1")]
    [InlineData("#!markdown\na\nb\n#!csharp\n  missing", "line 5, column 3")]
    [InlineData("var a = 1;\r\n#!time\r\nmissing", "line 3, column 1")]
    public async Task Line_numbers_hold(string cell, string place) =>
        Assert.Contains(place, (await session.Run(cell)).Failed("CompilationError").Value, StringComparison.Ordinal);

    [Fact]
    public void A_cell_of_blanks_has_no_parts() => Assert.Empty(CellText.Of(" \n\t\n", "Cell[1]").Parts);
}
