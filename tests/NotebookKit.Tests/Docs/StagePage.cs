using System.Reflection;
using System.Text;
using NotebookKit.Cleaning;
using NotebookKit.Recipes;
using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Docs;

/// <summary>What the code says about a stage, in the form in which its page says it.</summary>
internal static class StagePage
{
    public const string SourcingKey = "sourcing";

    public static readonly string[] Headings = ["What for", "Use", "Defaults", "What it removes", "Tuning", "Limits", "Anti-patterns"];

    private static readonly Recipe Ready = FineTuning.Recipe();

    private static readonly ILookup<string, RecipeSetting> Settings = Ready.Settings(new SourcingOptions()).ToLookup(s => s.Step);

    /// <summary>Keys of all steps, reading first.</summary>
    public static IReadOnlyList<string> Keys { get; } = [SourcingKey, .. Ready.Steps.Select(s => s.Key)];

    /// <summary>Key of the stage that a page is about; null for other pages.</summary>
    public static string? KeyOf(Page page) =>
        Path.GetDirectoryName(page.Name)?.Replace('\\', '/') == "docs/stages" && Path.GetFileNameWithoutExtension(page.Name) is var key && Keys.Contains(key) ? key : null;

    /// <summary>The table of options, or the sentence that there are none.</summary>
    public static string Defaults(string key)
    {
        if (!Settings[key].Any()) return "This stage has no options.\n";
        var table = new StringBuilder("| option | default | meaning | source |\n|---|---|---|---|\n");
        foreach (var setting in Settings[key])
        {
            var (meaning, source) = XmlDocs.SplitSource(setting.Description);
            table.Append("| `").Append(setting.Key).Append("` | `").Append(Cell(setting.Value)).Append("` | ").Append(Cell(meaning)).Append(" | ").Append(Cell(source)).Append(" |\n");
        }

        return table.ToString();
    }

    /// <summary>The table of reasons; null for a stage that removes nothing.</summary>
    public static string? Reasons(string key)
    {
        var table = new StringBuilder("| reason | meaning |\n|---|---|\n");
        var reasons = ReasonsOf(key);
        foreach (var (code, meaning) in reasons) table.Append("| `").Append(code).Append("` | ").Append(Cell(meaning)).Append(" |\n");
        return reasons.Count == 0 ? null : table.ToString();
    }

    /// <summary>The public reason codes of a stage and its rules, in the order of the code, with what their documentation says.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> ReasonsOf(string key)
    {
        IEnumerable<Type> owners = key == SourcingKey ? [typeof(RejectReasons)]
            : Ready[key] is Cleaner cleaner ? cleaner.Rules.Select(r => r.Stage.GetType())
            : [Ready[key].GetType()];
        return [.. owners.SelectMany(o => o.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(f => f is { IsLiteral: true } && f.FieldType == typeof(string))
            .Select(f => (Code: (string)f.GetRawConstantValue()!, Meaning: XmlDocs.Summary(f)))
            .Where(r => !IsOtherCode(r.Meaning)).OrderBy(r => 0).DistinctBy(r => r.Code)];
    }

    /// <summary>Constants that name a finding, a tag, a step or a relation say so in their first words.</summary>
    private static bool IsOtherCode(string meaning) =>
        new[] { "Code of ", "Mark of ", "Key of ", "Kind of " }.Any(w => meaning.StartsWith(w, StringComparison.Ordinal));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
