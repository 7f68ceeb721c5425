using System.Globalization;
using NotebookKit.Augmenting;
using NotebookKit.Deduplicating;
using NotebookKit.Display;
using NotebookKit.Recipes;
using NotebookKit.Writing;
using Spectre.Console;
using Cell = Spectre.Console.Text;
using Table = Spectre.Console.Table;

namespace NotebookKit.Console;

/// <summary>What a run says at its end: inputs, stages, splits, findings, and where the files are.</summary>
internal static class RunScreen
{
    private const int MainReasons = 3;

    /// <summary>Writes the summary.</summary>
    public static void Write(Terminal terminal, Preparation result, RunSummary summary)
    {
        terminal.Line();
        terminal.Ansi.Write(Inputs(terminal, result.Data.History));
        terminal.Ansi.Write(Stages(terminal, result.Data.History));
        terminal.Line(Splits(summary.Numbers));
        if (result.Messy is { } messy) terminal.Line(Messy(messy));
        foreach (var stage in result.Data.History.Stages)
            foreach (var finding in stage.Report.Findings.Where(f => f.Code == EarlierRuns.KeptByEarlierRun)) terminal.Line($"{stage.Report.Name}: {finding.Text}");
        foreach (var (severity, text) in Findings(result))
            terminal.Line($"{(severity == Severity.Failure ? "Failure" : "Warning")}: {text}");
        Assessment(terminal, summary);
        terminal.Line($"To hand over: {summary.Folder} ({string.Join(", ", summary.Files.Select(f => f.Name))})");
        terminal.Line($"To keep:      {Path.Combine(summary.Folder, RunOutput.AuditFolder)}");
        terminal.Line($"Report:       {summary.ReportUri.AbsoluteUri}");
    }

    /// <summary>The checklist in short (what passed is only counted), and what to do next.</summary>
    private static void Assessment(Terminal terminal, RunSummary summary)
    {
        var checklist = summary.Assessment.Checklist;
        var states = new[] { CheckState.Pass, CheckState.Warn, CheckState.Fail, CheckState.NeedsPerson };
        terminal.Line($"Checklist: {string.Join(" · ", states.Select(s => $"{Terminal.Count(checklist.Count(s))} {Checklist.Word(s)}"))}");
        foreach (var state in states.Reverse().Where(s => s != CheckState.Pass))
            foreach (var item in checklist.Items.Where(i => i.State == state))
                terminal.Line($"  {Checklist.Word(state),-12}  {item.Text}{(state == CheckState.NeedsPerson ? "" : $": {item.Evidence[0]}")}");
        var number = 0;
        foreach (var step in summary.Assessment.NextSteps) terminal.Line($"{(number++ == 0 ? "Next: " : "      ")}{number}. {step.Text}");
    }

    private static string Messy(MessyResult messy)
    {
        var kinds = messy.Counts.Where(c => c.Value > 0).Select(c => $"{MessyVariants.TagOf(c.Key)[MessyVariants.TagPrefix.Length..]} {Terminal.Count(c.Value)}");
        return $"Messy variants: {Terminal.Count(messy.Created.Count)} of {Terminal.Some(messy.Chosen, "training row")} ({string.Join(", ", kinds.DefaultIfEmpty("none"))}); left out: {Terminal.Count(messy.Known)} that say what a row says, {Terminal.Count(messy.HeldOut)} that ask what a held-out row asks";
    }

    /// <summary>Failures, then warnings, of inputs and stages.</summary>
    public static IEnumerable<(Severity Severity, string Text)> Findings(Preparation result) => result.Data.History.Inputs
        .SelectMany(i => i.Findings.Select(f => (f.Severity, Text: $"{i.File}: {f.Text}")))
        .Concat(result.Data.History.Stages.SelectMany(s => s.Report.Findings.Select(f => (f.Severity, Text: $"{s.Report.Name}: {f.Text}"))))
        .Concat((result.Messy?.Findings ?? []).Select(f => (f.Severity, Text: $"Messy variants: {f.Text}")))
        .Where(f => f.Severity != Severity.Note)
        .OrderByDescending(f => f.Severity);

    /// <summary>The most frequent reasons over all stages, in one line.</summary>
    public static string WhyNothing(History history)
    {
        var reasons = history.Stages
            .SelectMany(s => s.Report.Reasons.Select(r => (r.Key, r.Value, Stage: s.Report.Name)))
            .OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Take(MainReasons)
            .Select(r => $"{r.Key} {Terminal.Count(r.Value)} ({r.Stage})").ToList();
        if (history.Rejected.Count > 0) reasons.Add($"{Terminal.Count(history.Rejected.Count)} records could not be read");
        return reasons.Count > 0 ? string.Join(", ", reasons) : "the inputs hold no rows";
    }

    private static Table Inputs(Terminal terminal, History history)
    {
        var table = New(terminal, "input", "read as", "task", "#records", "#examples", "#joined", "#rejected");
        foreach (var input in history.Inputs)
        {
            var task = input.Task == TaskKind.Unknown ? "" : RecipeText.Kebab(input.Task.ToString());
            Row(table, input.File, input.Format, task, Terminal.Count(input.Records), Terminal.Count(input.Examples), Terminal.Count(input.Joined), Terminal.Count(input.Rejected));
        }

        return table;
    }

    private static Table Stages(Terminal terminal, History history)
    {
        var table = New(terminal, "stage", "#received", "#kept", "#removed", "main reasons", "#seconds");
        foreach (var report in history.Stages.Select(s => s.Report))
        {
            Row(table, report.Name, Terminal.Count(report.Received), Terminal.Count(report.Kept), Terminal.Count(report.Removed),
                Reasons(report), report.Elapsed.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static string Reasons(StageReport report)
    {
        static string Top(IReadOnlyDictionary<string, long> counts)
        {
            var top = counts.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Take(MainReasons).Select(r => $"{r.Key} {Terminal.Count(r.Value)}");
            return string.Join(", ", top) + (counts.Count > MainReasons ? $", {counts.Count - MainReasons} more" : "");
        }

        var flagged = report.Flagged.Count > 0 ? $"listed: {Top(report.Flagged)}" : "";
        return report.Reasons.Count == 0 ? flagged : flagged.Length == 0 ? Top(report.Reasons) : $"{Top(report.Reasons)}; {flagged}";
    }

    private static string Splits(RunNumbers numbers)
    {
        var splits = numbers.Rows.Where(s => s.Value > 0).Select(s =>
            $"{RecipeText.Kebab(s.Key.ToString())} {Terminal.Some(s.Value, "row")}{(numbers.Lines[s.Key] == s.Value ? "" : $" ({Terminal.Count(numbers.Lines[s.Key])} lines)")}").ToList();
        return splits.Count == 0 ? "Splits: none" : "Splits: " + string.Join(" · ", splits);
    }

    private static Table New(Terminal terminal, params string[] columns)
    {
        var table = new Table { Border = terminal.IsLive ? TableBorder.Rounded : TableBorder.Simple };
        foreach (var column in columns)
        {
            var number = column.StartsWith('#');
            table.AddColumn(new TableColumn(new Cell(column.TrimStart('#'))) { Alignment = number ? Justify.Right : Justify.Left, NoWrap = number });
        }

        return table;
    }

    private static void Row(Table table, params string[] cells) => table.AddRow(cells.Select(c => new Cell(Terminal.Clean(c))));
}
