using System.Globalization;
using System.Text;
using System.Text.Json;
using NotebookKit.Deduplicating;
using NotebookKit.Recipes;
using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Docs;

/// <summary>The data that pages speak of: the bundled samples at each step of the ready recipe, and the rows that a page shows.</summary>
internal static class DocData
{
    private static readonly Recipe Ready = FineTuning.Recipe();

    private static readonly Lazy<Dataset> Read = new(() => Sources.Read(
        new[] { "tickets.jsonl", "interactions.jsonl", "search-clicks.csv", "notes.jsonl", "public-style.json", "synthetic.jsonl" }.Select(RealData.Sample)));

    private static readonly Dictionary<string, Dataset> Steps = [];
    private static readonly Lock Gate = new();

    public static Dataset Tickets { get; } = NotebookKit.Sourcing.Tickets.Read(RealData.Sample("tickets.jsonl"));

    /// <summary>All bundled samples as they reach a step of the ready recipe; each step is run once.</summary>
    public static Dataset Before(string key)
    {
        lock (Gate)
        {
            var rows = Read.Value;
            var run = new RunContext { AsOf = rows.NewestDate };
            foreach (var step in Ready.Steps)
            {
                if (step.Key == key) return rows;
                if (!Steps.TryGetValue(step.Key, out var after)) Steps[step.Key] = after = step.Stage.Apply(rows, run).Kept;
                rows = after;
            }

            return Read.Value;
        }
    }

    /// <summary>What a stage does to rows that a page shows, one line each.</summary>
    /// <param name="key">Key of the stage, or <c>sourcing</c>.</param>
    /// <param name="jsonLines">The rows, one a line.</param>
    /// <param name="settings">Options for the stage, as <c>--set</c> takes them, by space.</param>
    public static string Verdicts(string key, string jsonLines, string settings)
    {
        var sourcing = new SourcingOptions();
        var recipe = Ready;
        var text = new StringBuilder();
        foreach (var setting in settings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = setting.IndexOf('=', StringComparison.Ordinal);
            (recipe, sourcing) = recipe.Set(sourcing, setting[..at], setting[(at + 1)..]);
            text.Append("--set ").Append(setting).Append('\n');
        }

        var folder = Directory.CreateTempSubdirectory("notebookkit-docs");
        try
        {
            var path = Path.Combine(folder.FullName, "rows.jsonl");
            File.WriteAllText(path, jsonLines.TrimEnd('\n'));
            var read = Sources.Read([path], sourcing);
            foreach (var row in read.History.Rejected) text.Append(CultureInfo.InvariantCulture, $"line {row.Line}: rejected: {row.Reason}\n");
            if (key == "sourcing") foreach (var row in read.Examples) text.Append(Name(row)).Append(": read\n").Append(Turns(row));
            else text.Append(Lines(Compared(recipe[key], [.. read.Examples.Select(WithSplit)])));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return text.ToString();
    }

    /// <summary>Where a stage compares with other sets, the rows of the test split are one.</summary>
    private static StageResult Compared(Stage stage, Example[] rows) => stage is not Decontamination decontamination
        ? stage.Apply(Dataset.Of(rows))
        : (decontamination with { Against = [new("test", Dataset.Of(rows.Where(r => r.Split == Split.Test)))] }).Apply(Dataset.Of(rows.Where(r => r.Split != Split.Test)));

    private static string Lines(StageResult result)
    {
        var verdicts = result.Removed.Select(r => (r.Example.Position, Text: $"{Name(r.Example)}: removed, {Because(r.Reason, r.Measured, r.Limit)}{(OutsideCause.Of(r.CauseId) is { } outside ? $", overlaps with: {Name(outside.Item)} of {outside.Set}" : r.CauseId is { } by ? $", kept instead: {Name(by)}" : "")}\n"))
            .Concat(result.Kept.Examples.Select(e => (e.Position, Text: Kept(e))));
        return string.Concat(verdicts.OrderBy(v => v.Position).Select(v => v.Text));
    }

    private static string Kept(Example example)
    {
        var text = new StringBuilder(Name(example)).Append(": kept");
        foreach (var flag in example.Flags) text.Append(", listed as ").Append(Because(flag.Reason, flag.Measured, flag.Limit));
        foreach (var tag in example.Tags) text.Append(", marked ").Append(tag);
        if (example.Scores["quality"] is { } quality) text.Append(CultureInfo.InvariantCulture, $", quality {quality:0.##}");
        if (example.Occurrences > 1) text.Append(CultureInfo.InvariantCulture, $", stands for {example.Occurrences} rows");
        if (example.Repeat > 1) text.Append(CultureInfo.InvariantCulture, $", written {example.Repeat} times");
        return text.Append('\n').ToString();
    }

    private static string Because(string reason, double? measured, double? limit)
    {
        var numbers = string.Join(", ", new[] { measured is { } m ? $"measured {m.ToString("0.###", CultureInfo.InvariantCulture)}" : null, limit is { } l ? $"limit {l.ToString("0.###", CultureInfo.InvariantCulture)}" : null }.OfType<string>());
        return numbers.Length == 0 ? reason : $"{reason} ({numbers})";
    }

    private static string Turns(Example example) => string.Concat(example.Messages.Select(m => $"  {m.Role.ToString().ToLowerInvariant()}: {m.Content}\n"));

    private static string Name(Example example) => Name(example.Id);

    private static string Name(string id) => id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>A row that a page shows may say in which split it is.</summary>
    private static Example WithSplit(Example example)
    {
        if (example.Metadata is not { } metadata) return example;
        using var json = JsonDocument.Parse(metadata);
        return json.RootElement.TryGetProperty("split", out var split) && Enum.TryParse<Split>(split.GetString(), ignoreCase: true, out var part) ? example with { Split = part } : example;
    }
}
