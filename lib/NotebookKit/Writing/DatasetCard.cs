using System.Text;
using NotebookKit.Display;
using NotebookKit.Formatting;
using NotebookKit.Text;
using static System.FormattableString;

namespace NotebookKit.Writing;

/// <summary>Writes <c>README.md</c>: a dataset card in the form of the Hugging Face hub, a YAML head for programs and the numbers of the run for people. It goes
/// with the data, so there are no ids and no texts of rows in it.</summary>
internal static class DatasetCard
{
    private static readonly (long Below, string Name)[] SizeCategories =
    [
        (1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"), (10_000_000, "1M<n<10M"), (100_000_000, "10M<n<100M"), (long.MaxValue, "100M<n<1B"),
    ];

    public static string Build(RunOutput output, ReportData data, IReadOnlyDictionary<Split, WrittenFile> files)
    {
        var card = new StringBuilder();
        WriteHead(card, output, files);
        card.Append("\n# ").Append(Inline(output.Recipe.Name)).Append("\n\n");
        card.Append(Invariant(
            $"Prepared with NotebookKit {Manifest.KitVersion} (recipe “{Inline(output.Recipe.Name)}”, seed {output.Run.Seed}) as {RowFormatter.For(output.Format).Name}, one JSON object a line. "));
        card.Append("`manifest.json` has the SHA-256 of every input and output and every option of every stage.\n");
        WriteSplits(card, data, files);
        WriteContent(card, data);
        WriteStages(card, data);
        WriteFindings(card, data);
        return card.ToString();
    }

    private static void WriteHead(StringBuilder card, RunOutput output, IReadOnlyDictionary<Split, WrittenFile> files)
    {
        var examples = output.Result.Examples;
        var lines = files.Values.Sum(f => f.Lines);
        card.Append("---\npretty_name: ").Append(Quoted(output.Recipe.Name)).Append('\n');
        WriteList(card, "license", CardLicences.Of(examples));
        WriteList(card, "task_categories", TaskCategories(examples));
        WriteList(card, "size_categories", [SizeCategories.First(s => lines < s.Below).Name]);
        WriteList(card, "tags", ["notebookkit", RowFormatter.For(output.Format).Name]);
        if (files.Count > 0)
        {
            card.Append("configs:\n- config_name: default\n  data_files:\n");
            foreach (var (split, file) in files) card.Append(Invariant($"  - split: {split.ToString().ToLowerInvariant()}\n    path: {file.Name}\n"));
        }

        card.Append("---\n");
    }

    private static IReadOnlyList<string> TaskCategories(IReadOnlyList<Example> examples)
    {
        var tasks = examples.Select(e => e.Task).Distinct().Select(t => t switch
        {
            TaskKind.Classification => "text-classification",
            TaskKind.QuestionAnswering => "question-answering",
            TaskKind.Summarization => "summarization",
            _ => "text-generation",
        });
        return [.. tasks.DefaultIfEmpty("text-generation").Distinct().Order(StringComparer.Ordinal)];
    }

    private static void WriteSplits(StringBuilder card, ReportData data, IReadOnlyDictionary<Split, WrittenFile> files)
    {
        card.Append("\n## Splits\n\n");
        if (files.Count == 0)
        {
            card.Append("No row was kept.\n");
            return;
        }

        card.Append("| split | file | examples | lines |\n|---|---|---:|---:|\n");
        foreach (var (split, file) in files)
            card.Append(Invariant($"| {split.ToString().ToLowerInvariant()} | `{file.Name}` | {Numbers.Count(data.Numbers.Rows[split])} | {Numbers.Count(file.Lines)} |\n"));
        if (files.Values.Sum(f => f.Lines) > data.Numbers.Kept) card.Append("\nLines count copies of examples that balancing repeats.\n");
        card.Append(Invariant($"\nAbout {Numbers.Count(data.After.Tokens.Sum)} tokens (estimate: characters ÷ {TokenEstimate.CharactersPerToken}, copies not counted).\n"));
    }

    private static void WriteContent(StringBuilder card, ReportData data)
    {
        if (data.After.Count == 0) return;
        card.Append("\n## Content\n");
        WriteCounts(card, data, "source", data.After.Sources);
        WriteCounts(card, data, "origin", data.After.Origins);
        WriteCounts(card, data, "task", data.After.Tasks);
        if (data.After.Labels is not [{ Key: DatasetProfile.None }]) WriteCounts(card, data, "label", data.After.Labels);
        card.Append("\n| length | median | 95% | longest |\n|---|---:|---:|---:|\n");
        foreach (var (name, spread) in new[] { ("input, characters", data.After.InputCharacters), ("answer, characters", data.After.OutputCharacters) })
            card.Append(Invariant($"| {name} | {Numbers.Count(spread.Median)} | {Numbers.Count(spread.P95)} | {Numbers.Count(spread.Most)} |\n"));
    }

    private static void WriteCounts(StringBuilder card, ReportData data, string name, IReadOnlyList<KeyValuePair<string, long>> counts)
    {
        const int most = 20;
        card.Append(Invariant($"\n| {name} | examples | share |\n|---|---:|---:|\n"));
        foreach (var (key, count) in counts.Take(most))
            card.Append(Invariant($"| {Inline(data.Mask.Text(key))} | {Numbers.Count(count)} | {Numbers.Share(count, data.After.Count)} |\n"));
        if (counts.Count > most) card.Append(Invariant($"| {Numbers.Count(counts.Count - most)} more | {Numbers.Count(counts.Skip(most).Sum(c => c.Value))} | |\n"));
    }

    private static void WriteStages(StringBuilder card, ReportData data)
    {
        var numbers = data.Numbers;
        card.Append("\n## How it was made\n\n");
        card.Append(Invariant($"{Numbers.Count(numbers.Read)} read, {Numbers.Count(numbers.Rejected)} rejected as unreadable, "));
        card.Append(Invariant($"{Numbers.Count(numbers.Removed)} removed by stages, {Numbers.Count(numbers.Kept)} kept.\n"));
        if (data.Result.History.Stages.Count == 0) return;
        card.Append("\n| stage | received | kept | removed | changed | reasons |\n|---|---:|---:|---:|---:|---|\n");
        foreach (var (report, _) in data.Result.History.Stages)
        {
            var reasons = report.Reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{Inline(r.Key)} {Numbers.Count(r.Value)}");
            card.Append(Invariant($"| {Inline(report.Name)} | {Numbers.Count(report.Received)} "));
            card.Append(Invariant($"| {Numbers.Count(report.Kept)} | {Numbers.Count(report.Removed)} | {Numbers.Count(report.Changed)} | {string.Join(", ", reasons)} |\n"));
        }
    }

    private static void WriteFindings(StringBuilder card, ReportData data)
    {
        var grave = data.Findings.Where(f => f.Finding.Severity > Severity.Note).ToList();
        card.Append("\n## Known limits\n\n");
        if (grave.Count == 0) card.Append("The stages of this run found nothing to warn of.\n");
        foreach (var (stage, finding) in grave)
            card.Append(Invariant($"- **{finding.Severity.ToString().ToLowerInvariant()}** ({Inline(stage)}, {Inline(finding.Code)}): {Inline(data.Mask.Text(finding.Text))}\n"));
    }

    private static void WriteList(StringBuilder card, string name, IEnumerable<string> values)
    {
        card.Append(name).Append(":\n");
        foreach (var value in values) card.Append("- ").Append(Quoted(value)).Append('\n');
    }

    /// <summary>A YAML text in double quotes; hidden characters are made visible first, so only two characters need an escape.</summary>
    private static string Quoted(string text) =>
        '"' + Visible.Line(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    /// <summary>Text from data inside a line of Markdown: no markup, no HTML, no end of a table cell.</summary>
    private static string Inline(string text)
    {
        var safe = new StringBuilder();
        foreach (var c in Visible.Cut(Visible.Line(text), 300))
            _ = c switch
            {
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '&' => safe.Append("&amp;"),
                '|' or '`' or '*' or '[' or ']' or '\\' or '!' or '#' or '~' => safe.Append('\\').Append(c),
                _ => safe.Append(c),
            };
        return safe.ToString();
    }
}
