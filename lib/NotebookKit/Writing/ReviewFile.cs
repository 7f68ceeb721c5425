using System.Text.Json;
using NotebookKit.Display;
using NotebookKit.Reviewing;

namespace NotebookKit.Writing;

/// <summary>Writes <c>review-sample.jsonl</c>: a line that says how to fill it in, then one line for each row, what a person fills in at its left:
/// <c>{"id","verdict","correction","proud","format","consistent","realistic","better","harmful","edge","note","drawn","source","label","flags","input","output"}</c>.</summary>
internal static class ReviewFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "review-sample.jsonl";

    /// <summary>Writes the file. Texts pass the mask.</summary>
    public static WrittenFile Write(ReviewSample sample, TextMask mask, string folder)
    {
        using var file = new OutputFile(folder, Name, ownerOnly: true);
        file.WriteRow(0, static (json, _) => WriteAbout(json));
        foreach (var row in sample.Rows)
            file.WriteRow((row, Shown: mask.Of(row.Example)), static (json, r) => WriteRow(json, r.row, r.Shown));
        return file.Finish();
    }

    private static void WriteAbout(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("about", "Write the rubric first (docs/rubric-template.md). Then read each row and fill in its left part; leave the rest as it is. Give the file back with --verdicts FILE, with the same inputs, seed and key file. Rows without a verdict are passed over.");
        json.WriteString("verdict", "right, wrong (the row leaves) or corrected (its answer is replaced by the correction)");
        json.WriteString("correction", "the whole right answer, where the verdict is corrected");
        foreach (var question in ReviewQuestions.All) json.WriteString(question.Key, $"yes or no: {question.Text}");
        json.WriteString("harmful", "yes or no: Is it harmful, biased or offensive? (yes: the row leaves)");
        json.WriteString("edge", "decline, ambiguous, out-of-domain or none: the edge case that the row shows");
        json.WriteString("note", "whatever you want to remember; two questions answered with no take a row out");
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, SampledExample row, Example shown)
    {
        json.WriteStartObject();
        json.WriteString("id", row.Example.Id);
        json.WriteString("verdict", "");
        json.WriteString("correction", "");
        foreach (var question in ReviewQuestions.All) json.WriteString(question.Key, "");
        json.WriteString("harmful", "");
        json.WriteString("edge", "");
        json.WriteString("note", "");
        json.WriteString("drawn", row.Drawn);
        json.WriteString("source", shown.Source ?? "");
        json.WriteString("label", shown.Label ?? "");
        json.WriteString("flags", string.Join(", ", shown.Tags.Concat(shown.Flags.Select(f => f.Reason)).Distinct(StringComparer.Ordinal)));
        json.WriteString("input", Conversation(shown));
        json.WriteString("output", shown.Output);
        json.WriteEndObject();
    }

    /// <summary>All before the last answer; who speaks is named where more than one does.</summary>
    private static string Conversation(Example shown)
    {
        var end = shown.Messages.Count;
        while (end > 0 && shown.Messages[end - 1].Role != Role.Assistant) end--;
        var before = shown.Messages.Take(end > 0 ? end - 1 : shown.Messages.Count).ToList();
        return before is [{ Role: Role.User } only] ? only.Content ?? "" : string.Join('\n', before.Select(m => $"{m.Role.ToString().ToLowerInvariant()}: {m.Content ?? string.Join(", ", m.ToolCalls.Select(c => $"calls {c.Name}({c.Arguments})"))}"));
    }
}
