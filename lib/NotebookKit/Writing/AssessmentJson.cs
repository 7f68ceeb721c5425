using System.Text.Json;
using NotebookKit.Checking;
using NotebookKit.Display;

namespace NotebookKit.Writing;

/// <summary>Writes what a run is worth into <c>report.json</c>: <c>"checklist":[{"id","group","text","article","state","evidence":[…]}]</c>,
/// <c>"nextSteps":[{"id","state","text"}]</c>, <c>"sources":[{"source","weight","relevance":{"measured","points","shown"}, …,"notes":[…]}]</c> and
/// <c>"drift":[{"feature","split","psi","state","bins":[{"name","expected","actual"}]}]</c>.</summary>
internal static class AssessmentJson
{
    public static void Write(Utf8JsonWriter json, Assessment assessment)
    {
        Array(json, "checklist", assessment.Checklist.Items, item =>
        {
            json.WriteString("id", item.Id);
            json.WriteString("group", item.Group);
            json.WriteString("text", item.Text);
            json.WriteString("article", item.Article);
            json.WriteString("state", Checklist.Word(item.State));
            ExampleJson.Texts(json, "evidence", item.Evidence);
        });
        Array(json, "nextSteps", assessment.NextSteps, step =>
        {
            json.WriteString("id", step.Id);
            json.WriteString("state", Checklist.Word(step.State));
            json.WriteString("text", step.Text);
        });
        Array(json, "sources", assessment.Matrix.Sources, source => WriteSource(json, source));
        Array(json, "drift", assessment.Drift, drift =>
        {
            json.WriteString("feature", drift.Feature);
            json.WriteString("split", drift.Split.ToString().ToLowerInvariant());
            ExampleJson.Number(json, "psi", drift.Psi);
            json.WriteString("state", Checklist.Word(drift.State));
            Array(json, "bins", drift.Bins, bin =>
            {
                json.WriteString("name", bin.Name);
                json.WriteNumber("expected", bin.Expected);
                json.WriteNumber("actual", bin.Actual);
            });
        });
    }

    private static void WriteSource(Utf8JsonWriter json, SourceRow source)
    {
        json.WriteString("source", source.Source);
        json.WriteNumber("weight", source.Weight);
        for (var i = 0; i < source.Grades.Length; i++)
        {
            json.WriteStartObject(StageOptions.CamelCase(SourceMatrix.Dimensions[i]));
            ExampleJson.Number(json, "measured", source.Grades[i].Measured);
            ExampleJson.Number(json, "points", source.Grades[i].Points);
            json.WriteString("shown", source.Grades[i].Shown);
            json.WriteEndObject();
        }

        ExampleJson.Texts(json, "notes", source.Notes);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
