using NotebookKit.Formatting;
using NotebookKit.Recipes;
using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Recipes;

public class FineTuningTests
{
    [Fact]
    public void Every_setting_is_documented_and_reads_back_what_it_shows()
    {
        var (recipe, sourcing) = (FineTuning.Recipe(), new SourcingOptions());
        var settings = recipe.Settings(sourcing);
        Assert.True(settings.Count > 60);
        foreach (var setting in settings)
        {
            Assert.False(string.IsNullOrWhiteSpace(setting.Description), setting.Key);
            Assert.EndsWith(".", setting.Description, StringComparison.Ordinal);
            if (setting.Value.StartsWith('(')) continue;
            var (again, read) = recipe.Set(sourcing, setting.Key, setting.Value);
            Assert.Equal(setting, again.Settings(read).Single(s => s.Key == setting.Key));
        }
    }

    [Fact]
    public void The_named_settings_are_there()
    {
        var keys = FineTuning.Recipe().Settings(new SourcingOptions()).Select(s => s.Key).ToHashSet();
        foreach (var key in new[] { "near.threshold", "length.minOutput", "length.policy", "extraction.minRating", "split.policy", "synthetic.policy", "sourcing.ratingScale" })
            Assert.Contains(key, keys);
    }

    [Fact]
    public void The_script_names_every_step_in_order()
    {
        var script = File.ReadAllLines(Path.Combine(RealData.Repository, "notebooks", "scripts", "prepare.cs"));
        var named = script.Where(l => l.StartsWith("//   ", StringComparison.Ordinal) && !l.Contains("dotnet run", StringComparison.Ordinal)).Select(l => l[5..].Split(' ')[0]);
        Assert.Equal(FineTuning.Recipe().Steps.Select(s => s.Key), named);
    }

    [Fact]
    public void Options_reach_their_stages()
    {
        var recipe = FineTuning.Recipe(new() { Terms = ["AB-1"], Language = "de", BaseModel = "gpt-4o", Format = ChatFormat.Alpaca, Licences = ["MIT"] });
        string Value(string key) => recipe.Settings().Single(s => s.Key == key).Value;
        Assert.Equal(["AB-1", "de", "gpt-4o", "alpaca", "MIT"], new[] { "anonymizing.terms", "language.languages", "self-distillation.baseModel", "format.format", "permissions.licences" }.Select(Value));
    }
}
