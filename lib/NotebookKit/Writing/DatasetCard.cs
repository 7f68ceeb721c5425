using System.Text;
using NotebookKit.Cleaning;
using NotebookKit.Display;
using NotebookKit.Formatting;
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

    /// <summary>Languages below this share of the judged rows are noise of short texts.</summary>
    private const double LeastLanguageShare = 0.01;

    public static string Build(RunOutput output, ReportData data, IReadOnlyDictionary<Split, WrittenFile> files)
    {
        var card = new StringBuilder();
        WriteHead(card, output, data, files);
        card.Append("\n# Dataset Card for ").Append(CardText.Inline(output.Recipe.Name)).Append('\n');
        CardSections.Write(card, output, data, files, Languages(data));
        return card.ToString();
    }

    private static void WriteHead(StringBuilder card, RunOutput output, ReportData data, IReadOnlyDictionary<Split, WrittenFile> files)
    {
        var examples = output.Result.Examples;
        var lines = files.Values.Sum(f => f.Lines);
        card.Append("---\npretty_name: ").Append(CardText.Quoted(output.Recipe.Name)).Append('\n');
        if (Languages(data) is { Count: > 0 } languages) WriteList(card, "language", languages.Select(l => l.Key));
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

    /// <summary>Languages with at least a hundredth of the judged rows, most frequent first.</summary>
    private static IReadOnlyList<KeyValuePair<string, long>> Languages(ReportData data)
    {
        var judged = data.After.Languages.Where(l => l.Key != LanguageMix.Unknown).ToList();
        var all = judged.Sum(l => l.Value);
        return [.. judged.Where(l => l.Value >= LeastLanguageShare * all)];
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

    private static void WriteList(StringBuilder card, string name, IEnumerable<string> values)
    {
        card.Append(name).Append(":\n");
        foreach (var value in values) card.Append("- ").Append(CardText.Quoted(value)).Append('\n');
    }
}
