using System.Text.Json;
using NotebookKit.Writing;

namespace NotebookKit.Explaining;

/// <summary>A row's life as one JSON object.</summary>
internal static class LifeAsJson
{
    public static string Of(RowLife life) => JsonPage.Build(json => Write(json, life));

    public static void Write(Utf8JsonWriter json, RowLife life)
    {
        json.WriteString("asked", life.Asked);
        json.WriteString("id", life.Id);
        json.WriteString("fate", life.Fate.ToString().ToLowerInvariant());
        json.WriteBoolean("orphan", life.IsOrphan);
        json.WriteStartObject("read");
        json.WriteString("file", life.Read.File);
        Number(json, "line", life.Read.Line);
        json.WriteNumber("record", life.Read.Record);
        json.WriteNumber("part", life.Read.Part);
        json.WriteString("format", life.Read.Format);
        json.WriteString("source", life.Read.Source);
        json.WriteEndObject();
        json.WriteString("label", life.Label);
        json.WriteString("input", life.Text?.Input);
        json.WriteString("answer", life.Text?.Output);
        json.WriteStartArray("stages");
        foreach (var step in life.Steps)
        {
            json.WriteStartObject();
            json.WriteNumber("number", step.Number);
            json.WriteString("stage", step.Stage);
            json.WriteString("key", step.Key);
            ExampleJson.Texts(json, "what", step.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        End(json, life.End);
        Place(json, life.Place);
        Links(json, "instead", life.Instead);
        json.WriteNumber("standsForCount", life.StandsForCount);
        Links(json, "standsFor", life.StandsFor);
        json.WriteStartArray("related");
        foreach (var relation in life.Related)
        {
            json.WriteStartObject();
            json.WriteString("kind", relation.Kind);
            json.WriteString("id", relation.Id);
            json.WriteNumber("similarity", relation.Similarity);
            json.WriteString("where", relation.Where);
            if (relation.Answer is { } answer) json.WriteString("answer", answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ExampleJson.Texts(json, "joined", life.Joined);
        ExampleJson.Texts(json, "notes", life.Notes);
    }

    private static void End(Utf8JsonWriter json, LifeEnd? end)
    {
        if (end is null)
        {
            json.WriteNull("removed");
            return;
        }

        json.WriteStartObject("removed");
        json.WriteNumber("number", end.Number);
        json.WriteString("stage", end.Stage);
        json.WriteString("key", end.Key);
        json.WriteString("reason", end.Reason);
        json.WriteString("meaning", end.Meaning);
        ExampleJson.Number(json, "measured", end.Measured);
        ExampleJson.Number(json, "limit", end.Limit);
        ExampleJson.Texts(json, "toKeep", end.ToKeep);
        json.WriteString("advice", end.Advice);
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, LifePlace? place)
    {
        if (place is null)
        {
            json.WriteNull("place");
            return;
        }

        json.WriteStartObject("place");
        json.WriteString("split", place.Split.ToString().ToLowerInvariant());
        json.WriteString("file", place.File);
        json.WriteStartArray("lines");
        foreach (var line in place.Lines) json.WriteNumberValue(line);
        json.WriteEndArray();
        json.WriteNumber("copies", place.Copies);
        ExampleJson.Number(json, "weight", place.Weight);
        json.WriteString("cluster", place.Cluster);
        json.WriteEndObject();
    }

    private static void Links(Utf8JsonWriter json, string name, IReadOnlyList<LifeLink> links)
    {
        json.WriteStartArray(name);
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("id", link.Id);
            json.WriteString("fate", link.Fate.ToString().ToLowerInvariant());
            json.WriteString("stage", link.Stage);
            json.WriteString("reason", link.Reason);
            ExampleJson.Number(json, "measured", link.Measured);
            json.WriteString("where", link.Where);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
