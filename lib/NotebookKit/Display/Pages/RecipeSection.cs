using System.Text;

namespace NotebookKit.Display.Pages;

/// <summary>The recipe: what was set otherwise than by default, and every option of every stage.</summary>
internal static class RecipeSection
{
    private const int MostRows = 200;

    public static IEnumerable<ReportSection> Of(ReportData data)
    {
        var stages = data.Result.History.Stages;
        if (stages.Count == 0) yield break;
        IView changed = data.ChangedSettings.Count == 0
            ? new Prose("Every option has its default.", "lead")
            : new Table
            {
                Columns = [new("option"), new("default"), new("this run")],
                Rows = [.. data.ChangedSettings.Select(s => (IReadOnlyList<string>)[s.Key, s.Default, data.Mask.Text(s.Value)])],
            };
        yield return new("recipe", "Recipe", "What this run did otherwise than the ready recipe.",
        [
            changed,
            new Disclosure("Every stage with every option", null, new Table
            {
                Columns = [new("stage"), new("version", true), new("options")],
                Rows = [.. stages.Take(MostRows).Select(s => (IReadOnlyList<string>)
                    [s.Report.Name, s.Report.Stage.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), data.Mask.Text(Options(s.Report.Stage))])],
            }),
        ]);
    }

    private static string Options(StageDescription stage)
    {
        var text = new StringBuilder(stage.Options == "{}" ? "–" : stage.Options.Replace("\":", "\": ", StringComparison.Ordinal).Replace(",\"", ", \"", StringComparison.Ordinal));
        if (stage.References.Count > 0) text.Append(" · with ").AppendJoin(", ", stage.References);
        return Visible.Cut(text.ToString(), 2_000);
    }
}
