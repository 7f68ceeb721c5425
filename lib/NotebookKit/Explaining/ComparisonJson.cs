using System.Text.Json;
using NotebookKit.Writing;

namespace NotebookKit.Explaining;

/// <summary>A comparison as one JSON object, with every id.</summary>
internal static class ComparisonJson
{
    public static string Of(RunComparison c) => JsonPage.Build(json =>
    {
        json.WriteString("before", c.Before);
        json.WriteString("after", c.After);
        json.WriteNumber("leaks", c.Leaks.Count());
        json.WriteNumber("seen", c.Seen.Count());
        json.WriteNumber("unchanged", c.Unchanged);
        json.WriteNumber("renamed", c.Renamed);
        Counts(json, "splits", c.Splits);
        ExampleJson.Texts(json, "added", c.Added);
        json.WriteStartArray("removed");
        foreach (var row in c.Removed)
        {
            json.WriteStartObject();
            json.WriteString("id", row.Id);
            json.WriteString("why", row.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ExampleJson.Texts(json, "changed", c.Changed);
        json.WriteStartArray("moved");
        foreach (var row in c.Moved)
        {
            json.WriteStartObject();
            json.WriteString("id", row.Id);
            json.WriteString("before", row.Before.ToString().ToLowerInvariant());
            json.WriteString("after", row.After.ToString().ToLowerInvariant());
            json.WriteString("knownBy", row.ById ? "id" : "text");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Counts(json, "reasons", c.Reasons);
        Texts(json, "settings", c.Settings);
        Texts(json, "checklist", c.Checklist);
        Counts(json, "shares", c.Shares);
    });

    private static void Counts(Utf8JsonWriter json, string name, IReadOnlyList<CountPair> counts)
    {
        json.WriteStartArray(name);
        foreach (var pair in counts)
        {
            json.WriteStartObject();
            json.WriteString("group", pair.Group);
            json.WriteString("name", pair.Name);
            json.WriteNumber("before", pair.Before);
            json.WriteNumber("after", pair.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<TextPair> pairs)
    {
        json.WriteStartArray(name);
        foreach (var pair in pairs)
        {
            json.WriteStartObject();
            json.WriteString("name", pair.Name);
            json.WriteString("before", pair.Before);
            json.WriteString("after", pair.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
