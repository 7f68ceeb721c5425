using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;
using NotebookKit.Console;
using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Tests.Series;

public class WholeRecipeTests
{
    /// <summary>A notebook explains, a script repeats it on the reader's files: both run one recipe, so the same rows must come out.</summary>
    [Fact]
    public async Task The_notebook_and_the_script_keep_the_same_rows_in_the_same_splits()
    {
        var folder = Directory.CreateTempSubdirectory("notebookkit-whole");
        try
        {
            Assert.Equal(0, PrepareCommand.Run(["--out", Path.Combine(folder.FullName, "out")]));
            var written = File.ReadLines(Path.Combine(folder.FullName, "out", "audit", "rows.jsonl")).Select(Row).Order(StringComparer.Ordinal).ToList();

            await using var session = new NotebookSession(new() { BaseDirectory = SeriesFiles.Folder });
            foreach (var cell in SeriesFiles.Read("10-whole-recipe.ipynb").CodeCells)
            {
                // Notebooks run in their own folder; tests beside each other cannot all have one.
                var source = cell.Source.Replace("\"..\"", SymbolDisplay.FormatLiteral(SeriesFiles.Repository, quote: true), StringComparison.Ordinal);
                var result = await session.RunAsync(source, cell.Id!, cancellation: TestContext.Current.CancellationToken);
                Assert.True(result.Status == CellStatus.Ok, result.Error?.Value);
                if (cell.Id == "run") break;
            }

            var listed = await session.RunAsync("""string.Join("\n", run.Data.Examples.Select(e => e.Id + " " + e.Split.ToString().ToLowerInvariant()))""", "ids", cancellation: TestContext.Current.CancellationToken);
            var kept = Assert.IsType<ResultOutput>(Assert.Single(listed.Outputs)).Data.Renderings["text/plain"].Split('\n');
            Assert.Equal(written, kept.Order(StringComparer.Ordinal));
            Assert.InRange(written.Count, 1_000, 10_000);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Row(string line)
    {
        using var row = JsonDocument.Parse(line);
        return row.RootElement.GetProperty("id").GetString() + " " + Path.GetFileNameWithoutExtension(row.RootElement.GetProperty("file").GetString());
    }
}
