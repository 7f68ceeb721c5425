using NotebookKit.Display;
using NotebookKit.Recipes;
using NotebookKit.Tests.Checking;

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

    [Fact]
    public void A_label_that_is_personal_data_is_masked_in_a_cell_too()
    {
        var data = CheckData.With((e, i) => e with { Label = i is 2 or 3 ? "nadia@example.com" : e.Label });
        var assessment = new Preparation(data, FineTuning.Recipe(), new(), new(), DatasetProfile.Of(data)).Assess();
        var shown = string.Concat(assessment.NextSteps.Select(s => s.Text)) + string.Concat(assessment.Checklist.Items.SelectMany(i => i.Evidence)) + assessment.Matrix.ToText();
        Assert.DoesNotContain("nadia", shown, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("[EMAIL] 2", shown, StringComparison.Ordinal);
    }
}
