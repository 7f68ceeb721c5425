using NotebookKit.Recipes;

namespace NotebookKit.Tests.Recipes;

public class PreparationTests
{
    [Fact]
    public void The_format_that_the_recipe_checks_is_the_one_that_is_written()
    {
        var folder = Directory.CreateTempSubdirectory("notebookkit-format");
        try
        {
            var recipe = FineTuning.Recipe().Set("format.format", "alpaca");
            FineTuning.Prepare([RealData.Sample("notes.jsonl")], new() { Sample = 40 }, recipe: recipe).WriteTo(folder.FullName);
            Assert.All(File.ReadLines(Path.Combine(folder.FullName, "train.jsonl")), line => Assert.StartsWith("{\"instruction\":", line, StringComparison.Ordinal));
            Assert.Contains("alpaca", File.ReadAllText(Path.Combine(folder.FullName, "manifest.json")), StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
