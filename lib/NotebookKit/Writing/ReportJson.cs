using System.Text.Json;
using NotebookKit.Checking;
using NotebookKit.Display;

namespace NotebookKit.Writing;

/// <summary>Writes <c>report.json</c>, the account of a run for programs. It has no times in it: the same run gives the same bytes.</summary>
internal static class ReportJson
{
    public static string Build(RunOutput output, RunNumbers numbers, IReadOnlyList<StageFinding> findings, Assessment assessment) => JsonPage.Build(json =>
    {
        json.WriteString("recipe", output.Recipe.Name);
        json.WriteNumber("seed", output.Run.Seed);
        json.WriteStartObject("rows");
        json.WriteNumber("read", numbers.Read);
        json.WriteNumber("created", numbers.Created);
        json.WriteNumber("rejected", numbers.Rejected);
        json.WriteNumber("removed", numbers.Removed);
        foreach (var (split, count) in numbers.Rows) json.WriteNumber(Name(split), count);
        json.WriteEndObject();
        json.WriteStartObject("lines");
        foreach (var (split, count) in numbers.Lines) json.WriteNumber(Name(split), count);
        json.WriteEndObject();
        WriteInputs(json, output.Result.History.Inputs);
        json.WriteStartArray("stages");
        foreach (var stage in output.Result.History.Stages) WriteStage(json, stage.Report);
        json.WriteEndArray();
        AssessmentJson.Write(json, assessment);
        WriteFindings(json, findings);
    });

    private static void WriteInputs(Utf8JsonWriter json, IReadOnlyList<InputReport> inputs)
    {
        json.WriteStartArray("inputs");
        foreach (var input in inputs)
        {
            json.WriteStartObject();
            json.WriteString("file", input.File);
            json.WriteNumber("records", input.Records);
            json.WriteNumber("examples", input.Examples);
            json.WriteNumber("joined", input.Joined);
            json.WriteNumber("rejected", input.Rejected);
            json.WriteNumber("expanded", input.Expanded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStage(Utf8JsonWriter json, StageReport report)
    {
        json.WriteStartObject();
        json.WriteString("name", report.Name);
        json.WriteNumber("received", report.Received);
        json.WriteNumber("kept", report.Kept);
        json.WriteNumber("removed", report.Removed);
        json.WriteNumber("changed", report.Changed);
        json.WriteStartObject("reasons");
        foreach (var (reason, count) in report.Reasons.OrderBy(r => r.Key, StringComparer.Ordinal)) json.WriteNumber(reason, count);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, IReadOnlyList<StageFinding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var (stage, finding) in findings)
        {
            json.WriteStartObject();
            json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            json.WriteString("stage", stage);
            json.WriteString("code", finding.Code);
            json.WriteString("text", finding.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Name(Split split) => split.ToString().ToLowerInvariant();
}
