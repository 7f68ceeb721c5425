using System.Reflection;
using NotebookKit.Explaining;
using NotebookKit.Recipes;

namespace NotebookKit.Tests.Explaining;

public class ReasonTests
{
    /// <summary>Codes that are remarks, findings or keys, and never reasons of a removal.</summary>
    private static readonly string[] NoReasons =
        ["ids-not-unique", "other-language", "languages", "edge-cases-missing", "cleaning", "language", "unknown-model", "reviewed"];

    [Fact]
    public void Every_reason_that_a_stage_declares_is_explained()
    {
        var declared = typeof(Stage).Assembly.GetTypes().Where(t => typeof(Stage).IsAssignableFrom(t) && !t.IsAbstract)
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(f => f is { IsLiteral: true } && f.FieldType == typeof(string)).Select(f => (string)f.GetRawConstantValue()!)
            .Where(r => !r.Contains(':', StringComparison.Ordinal) && !NoReasons.Contains(r)).Distinct().ToList();
        Assert.True(declared.Count > 30);
        Assert.Empty(declared.Except(Reasons.Known));
    }

    [Fact]
    public void Every_setting_that_is_advised_can_be_set()
    {
        var recipe = FineTuning.Recipe();
        var advised = 0;
        foreach (var step in recipe.Steps)
            foreach (var reason in Declared(step.Stage))
            {
                // A ratio, a rating or a count: whatever the reason measures, its advice must fit one of them.
                var settings = new[] { 0.9, 4 }.Select(m => Reasons.Explain(new(step.Stage.Name, step.Key, step.Stage.Describe().Options), new(0, reason, m, 0.5, null, false)).ToKeep).ToList();
                if (settings[0].Count == 0) continue;
                Assert.True(settings.Exists(all => all.All(s => CanSet(recipe, s))), $"{reason}: {string.Join(" | ", settings.SelectMany(s => s))}");
                advised++;
            }

        Assert.True(advised > 20, $"{advised}");
    }

    [Theory]
    [InlineData(0.8, 0.81)]
    [InlineData(0.8571, 0.86)]
    [InlineData(0.9194, 0.92)]
    [InlineData(0.995, 1)]
    public void The_advised_threshold_lies_just_above_the_measured_likeness(double measured, double advised) => Assert.Equal(advised, Reasons.Above(measured));

    [Fact]
    public void What_is_word_for_word_the_same_is_kept_by_no_threshold()
    {
        Assert.Null(Reasons.Above(1));
        var text = Reasons.Explain(new("NearDuplicates", "near", "{}"), new(0, "near-duplicate", 1, 0.8, "x", false));
        Assert.Empty(text.ToKeep);
        Assert.StartsWith("No threshold keeps it", text.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Repeated_text_names_the_option_whose_limit_was_met()
    {
        var cleaner = FineTuning.Recipe()["cleaning"];
        var text = Reasons.Explain(new(cleaner.Name, "cleaning", cleaner.Describe().Options), new(0, "repeated-text", 0.7, 0.6, null, false));
        Assert.Equal(["repetition.maxCharacters=0.7"], text.ToKeep);
    }

    [Theory]
    [InlineData("near-1", "near-2")]
    [InlineData("short-1", null)]
    public void A_row_stays_in_the_stage_once_the_advised_setting_is_made(string id, string? twin)
    {
        using var run = new ExplainedRun();
        var life = run.Opened.Why(id) is { Fate: RowFate.Removed } removed ? removed : run.Opened.Why(twin!);
        var setting = life.End!.ToKeep[0].Split('=');
        var again = FineTuning.Prepare([run.Chats, run.Log], run: new() { Seed = 5 }, recipe: FineTuning.Recipe().Without("semantic").Set(setting[0], setting[1]));
        Assert.Equal(RowFate.Kept, again.Why(life.Id!).Fate);
    }

    private static IEnumerable<string> Declared(Stage stage) => (stage is NotebookKit.Cleaning.Cleaner cleaner ? cleaner.Rules.Select(r => r.Stage) : [stage])
        .SelectMany(s => s.GetType().GetFields()).Where(f => f is { IsLiteral: true } && f.FieldType == typeof(string)).Select(f => (string)f.GetRawConstantValue()!).Intersect(Reasons.Known);

    private static bool CanSet(Recipe recipe, string setting)
    {
        try
        {
            var at = setting.IndexOf('=', StringComparison.Ordinal);
            recipe.Set(setting[..at], setting[(at + 1)..]);
            return true;
        }
        catch (SettingException)
        {
            return false;
        }
    }
}
