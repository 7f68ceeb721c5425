using System.Text;
using NotebookKit.Display;
using NotebookKit.Formatting;
using NotebookKit.Text;
using static System.FormattableString;

namespace NotebookKit.Writing;

/// <summary>The sections of a dataset card, named as the hub's template names them. Every number is one of the run; what only people know is asked of them in italics.</summary>
internal static class CardSections
{
    private const int MostNames = 20;
    private const string Found = "found:";
    private const string WithFinds = "rows-with-finds";

    public static void Write(
        StringBuilder card, RunOutput output, ReportData data, IReadOnlyDictionary<Split, WrittenFile> files, IReadOnlyList<KeyValuePair<string, long>> languages)
    {
        Details(card, output, data, languages);
        Uses(card, data);
        Structure(card, output, data, files);
        Creation(card, data);
        Limits(card, data);
        Recommendations(card, data);
    }

    private static void Details(StringBuilder card, RunOutput output, ReportData data, IReadOnlyList<KeyValuePair<string, long>> languages)
    {
        Heading(card, "## Dataset Details");
        Heading(card, "### Dataset Description");
        card.Append(Invariant($"{Numbers.Count(data.Numbers.Kept, "conversation")} to fine-tune a language model, prepared with NotebookKit {Manifest.KitVersion} "));
        card.Append(Invariant($"(recipe “{CardText.Inline(output.Recipe.Name)}”, seed {output.Run.Seed}) as {RowFormatter.For(output.Format).Name}, one JSON object a line. "));
        card.Append("`manifest.json` has the SHA-256 of every input and output and every option of every stage: with the same inputs it is enough to make the same files again.\n\n");
        card.Append("- **Curated by:** *name the people or the team*\n");
        card.Append("- **Language(s):** ").Append(languages.Count == 0 ? "not measured" : string.Join(", ", languages.Select(l => Invariant($"{l.Key} ({Numbers.Share(l.Value, data.After.Languages.Sum(a => a.Value))})"))))
            .Append(languages.Count == 0 ? "\n" : ", estimated\n");
        card.Append("- **License:** ").Append(string.Join(", ", CardLicences.Of(output.Result.Examples))).Append('\n');
    }

    private static void Uses(StringBuilder card, ReportData data)
    {
        Heading(card, "## Uses");
        Heading(card, "### Direct Use");
        var tasks = string.Join(", ", data.After.Tasks.Select(t => Invariant($"{t.Key} ({Numbers.Count(t.Value)})")));
        card.Append(tasks.Length == 0 ? "No row was kept: there is nothing to train on.\n" : $"Fine-tuning for: {tasks}. Choose settings by the validation file; look at the test file once, at the end.\n");
        Heading(card, "### Out-of-Scope Use");
        card.Append("Do not train on the test file. Do not try to find out who the people in the texts are.\n");
    }

    private static void Structure(StringBuilder card, RunOutput output, ReportData data, IReadOnlyDictionary<Split, WrittenFile> files)
    {
        Heading(card, "## Dataset Structure");
        if (files.Count == 0)
        {
            card.Append("No row was kept.\n");
            return;
        }

        card.Append("| split | file | examples | lines |\n|---|---|---:|---:|\n");
        foreach (var (split, file) in files)
            card.Append(Invariant($"| {split.ToString().ToLowerInvariant()} | `{file.Name}` | {Numbers.Count(data.Numbers.Rows[split])} | {Numbers.Count(file.Lines)} |\n"));
        if (files.Values.Sum(f => f.Lines) > data.Numbers.Kept) card.Append("\nLines count copies of examples that balancing repeats.\n");
        card.Append(Invariant($"\nAbout {Numbers.Count(data.After.Tokens.Sum)} tokens (estimate: characters ÷ {TokenEstimate.CharactersPerToken}, copies not counted). "));
        card.Append(output.Format switch
        {
            ChatFormat.ShareGpt => "A line has `conversations`, a list of turns with `from` and `value`.\n",
            ChatFormat.Alpaca => "A line has `instruction`, `input` and `output`; earlier turns are in `history`.\n",
            _ => "A line has `messages`, a list of turns with `role` and `content`.\n",
        });
        if (data.After.Labels is not [{ Key: DatasetProfile.None }]) Counts(card, data, "label", data.After.Labels);
        card.Append("\n| length | median | 95% | longest |\n|---|---:|---:|---:|\n");
        foreach (var (name, spread) in new[] { ("input, characters", data.After.InputCharacters), ("answer, characters", data.After.OutputCharacters) })
            card.Append(Invariant($"| {name} | {Numbers.Count(spread.Median)} | {Numbers.Count(spread.P95)} | {Numbers.Count(spread.Most)} |\n"));
    }

    private static void Creation(StringBuilder card, ReportData data)
    {
        var numbers = data.Numbers;
        Heading(card, "## Dataset Creation");
        Heading(card, "### Curation Rationale");
        card.Append("*Say why this dataset was made and which task in the product it serves.*\n");
        Heading(card, "### Source Data");
        Heading(card, "#### Data Collection and Processing");
        card.Append(Invariant($"{Numbers.Count(numbers.Read)} read, {Numbers.Count(numbers.Rejected)} rejected as unreadable, "));
        card.Append(Invariant($"{Numbers.Count(numbers.Removed)} removed by stages, {Numbers.Count(numbers.Kept)} kept.\n"));
        Stages(card, data);
        Heading(card, "#### Who are the source data producers?");
        if (data.After.Count == 0) card.Append("No row was kept.\n");
        Counts(card, data, "source", data.After.Sources);
        Counts(card, data, "origin", data.After.Origins);
        Heading(card, "### Annotations");
        var writers = data.Findings.Where(f => f.Finding.Code == "targets-by-author").Select(f => f.Finding.Text).ToList();
        card.Append(writers.Count > 0 ? string.Join(' ', writers.Select(t => CardText.Inline(data.Mask.Text(t)))) + " " : "").Append("Labels and answers are those of the sources; scores come from what users did with the answers. *Name other annotators, if there were any.*\n");
        Heading(card, "#### Personal and Sensitive Information");
        Personal(card, data);
    }

    private static void Stages(StringBuilder card, ReportData data)
    {
        if (data.Result.History.Stages.Count == 0) return;
        card.Append("\n| stage | received | kept | removed | changed | reasons |\n|---|---:|---:|---:|---:|---|\n");
        foreach (var (report, _) in data.Result.History.Stages)
        {
            var reasons = report.Reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{CardText.Inline(r.Key)} {Numbers.Count(r.Value)}");
            card.Append(Invariant($"| {CardText.Inline(report.Name)} | {Numbers.Count(report.Received)} "));
            card.Append(Invariant($"| {Numbers.Count(report.Kept)} | {Numbers.Count(report.Removed)} | {Numbers.Count(report.Changed)} | {string.Join(", ", reasons)} |\n"));
        }
    }

    /// <summary>Finds by type are the counts that masking keeps.</summary>
    private static void Personal(StringBuilder card, ReportData data)
    {
        var finds = data.Result.History.Stages.SelectMany(s => s.Report.Counts).Where(c => c.Key.StartsWith(Found, StringComparison.Ordinal)).GroupBy(c => c.Key[Found.Length..], StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, g.Sum(c => c.Value))).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).ToList();
        if (finds.Count == 0) card.Append("No personal data was found and masked by the stages of this run.\n");
        else
        {
            var rows = data.Result.History.Stages.Sum(s => s.Report.Counts.GetValueOrDefault(WithFinds));
            card.Append(Invariant($"Personal data was searched for in all texts and masked, in {Numbers.Count(rows, "row")} of those that were read.\n\n| kind | found and masked |\n|---|---:|\n"));
            foreach (var (type, count) in finds) card.Append(Invariant($"| {CardText.Inline(type)} | {Numbers.Count(count)} |\n"));
            foreach (var (report, _) in data.Result.History.Stages) card.Append(Operators(report.Stage.Options));
        }

        var remained = data.Result.History.Stages.Sum(s => s.Report.Reasons.GetValueOrDefault("pii-remained"));
        if (remained > 0) card.Append(Invariant($"\n{Numbers.Count(remained, "row")} in which something seemed to remain {(remained == 1 ? "was" : "were")} removed.\n"));
        card.Append("\nMasking finds most, never all; look at a sample before you pass the files on.\n");
    }

    /// <summary>What takes the place of finds, where it is not the placeholder: who reads the rows must know that a name in them is invented, or is not.</summary>
    private static string Operators(string options)
    {
        using var json = System.Text.Json.JsonDocument.Parse(options);
        if (json.RootElement.Text("operator") is not { } all || !json.RootElement.TryGetProperty("operators", out var own)) return "";
        var single = own.ValueKind == System.Text.Json.JsonValueKind.Object ? own.EnumerateObject().Select(o => $"{o.Name}: {o.Value.GetString()}").ToList() : [];
        return all == "placeholder" && single.Count == 0 ? "" : $"\nWhat takes its place: {CardText.Inline(string.Join("; ", single.Prepend(all)))}.\n";
    }

    private static void Limits(StringBuilder card, ReportData data)
    {
        var grave = data.Findings.Where(f => f.Finding.Severity > Severity.Note).ToList();
        Heading(card, "## Bias, Risks, and Limitations");
        if (grave.Count == 0) card.Append("The stages of this run found nothing to warn of.\n");
        foreach (var (stage, finding) in grave)
            card.Append(Invariant($"- **{finding.Severity.ToString().ToLowerInvariant()}** ({CardText.Inline(stage)}, {CardText.Inline(finding.Code)}): {CardText.Inline(data.Mask.Text(finding.Text))}\n"));
    }

    private static void Recommendations(StringBuilder card, ReportData data)
    {
        Heading(card, "### Recommendations");
        card.Append(data.Findings.Any(f => f.Finding.Severity == Severity.Failure)
            ? "Do not train on this dataset before the failures above are settled.\n"
            : "Read the warnings above before training, and a sample of the rows.\n");
    }

    private static void Counts(StringBuilder card, ReportData data, string name, IReadOnlyList<KeyValuePair<string, long>> counts)
    {
        if (data.After.Count == 0) return;
        Gap(card);
        card.Append(Invariant($"| {name} | examples | share |\n|---|---:|---:|\n"));
        foreach (var (key, count) in counts.Take(MostNames))
            card.Append(Invariant($"| {CardText.Inline(data.Mask.Text(key))} | {Numbers.Count(count)} | {Numbers.Share(count, data.After.Count)} |\n"));
        if (counts.Count > MostNames) card.Append(Invariant($"| {Numbers.Count(counts.Count - MostNames)} more | {Numbers.Count(counts.Skip(MostNames).Sum(c => c.Value))} | |\n"));
    }

    private static void Heading(StringBuilder card, string heading)
    {
        Gap(card);
        card.Append(heading).Append('\n');
        Gap(card);
    }

    /// <summary>One empty line, however the text before ended.</summary>
    private static void Gap(StringBuilder card)
    {
        if (card.Length < 2 || card[^2] != '\n') card.Append('\n');
    }
}
