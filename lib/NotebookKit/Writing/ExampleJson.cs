using System.Globalization;
using System.Text.Json;
using NotebookKit.Formatting;
using NotebookKit.Text;

namespace NotebookKit.Writing;

/// <summary>An example as one JSON object, for audit files:
/// <c>{"id","source","label","task","origin","messages":[…],"tools","declined":[…],"split","occurrences","repeat","rating","status","events":[…],"answeredBy",
/// "createdAt","licence","consent","generator","generation","parent","scores":{…},"flags":[{"stage","reason","measured","limit"}],"tags":[…],"cluster","weight","metadata":{…}}</c>.
/// Turns have the form of OpenAI messages. Fields that say nothing are left out; author, subject, conversation and known names are
/// never written.</summary>
public static class ExampleJson
{
    /// <summary>Writes the example. Texts are written as they are: mask them before.</summary>
    public static void Write(Utf8JsonWriter writer, Example example)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(example);
        writer.WriteStartObject();
        writer.WriteString("id", example.Id);
        Optional(writer, "source", example.Source);
        Optional(writer, "label", example.Label);
        if (example.Task != TaskKind.Unknown) writer.WriteString("task", Camel(example.Task));
        if (example.Origin != Origin.Unknown) writer.WriteString("origin", Camel(example.Origin));
        writer.WritePropertyName("messages");
        ChatMlFormatter.WriteMessages(writer, example.Messages);
        Json(writer, "tools", example.Tools);
        if (example.Declined is not null)
        {
            writer.WritePropertyName("declined");
            ChatMlFormatter.WriteMessages(writer, example.Declined);
        }

        WriteSignals(writer, example);
        WriteOrigin(writer, example);
        WriteDecisions(writer, example);
        Json(writer, "metadata", example.Metadata);
        writer.WriteEndObject();
    }

    private static void WriteSignals(Utf8JsonWriter writer, Example example)
    {
        var signals = example.Signals;
        if (example.Occurrences != 1) writer.WriteNumber("occurrences", example.Occurrences);
        if (signals.Rating is { } rating && double.IsFinite(rating)) writer.WriteNumber("rating", rating);
        Optional(writer, "status", signals.Status);
        if (signals.Events != Events.None)
            Texts(writer, "events", Enum.GetValues<Events>().Where(e => e != Events.None && signals.Has(e)).Select(e => Camel(e)));
        if (signals.AnsweredBy != AnsweredBy.Unknown) writer.WriteString("answeredBy", Camel(signals.AnsweredBy));
    }

    private static void WriteOrigin(Utf8JsonWriter writer, Example example)
    {
        if (example.CreatedAt is { } date) writer.WriteString("createdAt", date.ToString("O", CultureInfo.InvariantCulture));
        Optional(writer, "licence", example.Licence);
        Optional(writer, "consent", example.Consent);
        Optional(writer, "generator", example.Generator);
        if (example.Generation != 0) writer.WriteNumber("generation", example.Generation);
        Optional(writer, "parent", example.ParentId);
    }

    private static void WriteDecisions(Utf8JsonWriter writer, Example example)
    {
        if (example.Scores.Count > 0)
        {
            writer.WriteStartObject("scores");
            foreach (var (name, value) in example.Scores) writer.WriteNumber(name, value);
            writer.WriteEndObject();
        }

        if (example.Flags.Count > 0)
        {
            writer.WriteStartArray("flags");
            foreach (var flag in example.Flags) WriteFlag(writer, flag);
            writer.WriteEndArray();
        }

        if (example.Tags.Count > 0) Texts(writer, "tags", example.Tags);
        Optional(writer, "cluster", example.Cluster);
        if (example.Split is { } split) writer.WriteString("split", Camel(split));
        if (example.Repeat != 1) writer.WriteNumber("repeat", example.Repeat);
        if (example.Weight is { } weight && double.IsFinite(weight)) writer.WriteNumber("weight", weight);
    }

    private static void WriteFlag(Utf8JsonWriter writer, Flag flag)
    {
        writer.WriteStartObject();
        writer.WriteString("stage", flag.Stage);
        writer.WriteString("reason", flag.Reason);
        Number(writer, "measured", flag.Measured);
        Number(writer, "limit", flag.Limit);
        writer.WriteEndObject();
    }

    /// <summary>A number, or null where there is none that JSON can hold.</summary>
    internal static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null) writer.WriteString(name, text);
    }

    internal static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    /// <summary>JSON as JSON, on one line; what is none as text.</summary>
    private static void Json(Utf8JsonWriter writer, string name, string? json)
    {
        if (json is null) return;
        try
        {
            using var document = JsonDocument.Parse(JsonEscapes.Repair(json));
            writer.WritePropertyName(name);
            document.RootElement.WriteTo(writer);
        }
        catch (JsonException)
        {
            writer.WriteString(name, json);
        }
    }

    private static string Camel<T>(T value)
        where T : struct, Enum => StageOptions.CamelCase(value.ToString());
}
