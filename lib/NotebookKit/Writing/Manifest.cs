using System.Text.Json;
using NotebookKit.Display;
using NotebookKit.Formatting;
using NotebookKit.Text;

namespace NotebookKit.Writing;

/// <summary>Writes <c>manifest.json</c>: what went in, what was done with it, what came out, each file with its SHA-256. No times and no folders in it:
/// the same run gives the same bytes anywhere.</summary>
internal static class Manifest
{
    /// <summary>Name of the file; a folder that holds it may be replaced.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The mark by which the kit knows its own manifests.</summary>
    public const string Kind = "notebookkit-dataset";

    /// <summary>Version of its form.</summary>
    public const int Version = 1;

    /// <summary>Version of the kit.</summary>
    public static string KitVersion { get; } = typeof(Manifest).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public static string Build(RunOutput output, RunNumbers numbers, IReadOnlyDictionary<Split, WrittenFile> splits, IReadOnlyList<WrittenFile> others) =>
        JsonPage.Build(json =>
        {
            json.WriteString("kind", Kind);
            json.WriteNumber("manifestVersion", Version);
            json.WriteString("kitVersion", KitVersion);
            json.WriteString("format", RowFormatter.For(output.Format).Name);
            json.WriteNumber("seed", output.Run.Seed);
            WriteRequest(json, output.Request);
            WriteRecipe(json, output);
            WriteInputs(json, output.Result.History.Inputs);
            json.WriteStartArray("outputs");
            foreach (var (split, file) in splits) WriteFile(json, file, split, numbers.Rows[split]);
            foreach (var file in others) WriteFile(json, file, null, null);
            json.WriteEndArray();
        });

    private static void WriteRequest(Utf8JsonWriter json, string? request)
    {
        if (request is null) return;
        json.WritePropertyName("request");
        using var asked = JsonDocument.Parse(JsonEscapes.Repair(request));
        asked.RootElement.WriteTo(json);
    }

    /// <summary>The stages as they ran, with the keys of the recipe's steps.</summary>
    private static void WriteRecipe(Utf8JsonWriter json, RunOutput output)
    {
        json.WriteStartObject("recipe");
        json.WriteString("name", output.Recipe.Name);
        json.WriteStartArray("stages");
        var step = 0;
        foreach (var entry in output.Result.History.Stages)
        {
            var stage = entry.Report.Stage;
            json.WriteStartObject();
            if (step < output.Recipe.Steps.Length && output.Recipe.Steps[step].Stage.Name == stage.Name) json.WriteString("key", output.Recipe.Steps[step++].Key);
            json.WriteString("name", stage.Name);
            json.WriteNumber("version", stage.Version);
            json.WritePropertyName("options");
            using (var options = JsonDocument.Parse(JsonEscapes.Repair(stage.Options))) options.RootElement.WriteTo(json);
            ExampleJson.Texts(json, "references", stage.References);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Names without folders: where the files lay on this machine is nobody's business.</summary>
    private static void WriteInputs(Utf8JsonWriter json, IReadOnlyList<InputReport> inputs)
    {
        json.WriteStartArray("inputs");
        foreach (var input in inputs)
        {
            json.WriteStartObject();
            json.WriteString("file", Path.GetFileName(input.File));
            json.WriteString("format", input.Format);
            json.WriteString("task", StageOptions.CamelCase(input.Task.ToString()));
            json.WriteNumber("records", input.Records);
            json.WriteString("sha256", input.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFile(Utf8JsonWriter json, WrittenFile file, Split? split, long? rows)
    {
        json.WriteStartObject();
        json.WriteString("file", file.Name);
        if (split is { } part) json.WriteString("split", part.ToString().ToLowerInvariant());
        if (rows is { } count)
        {
            json.WriteNumber("rows", count);
            json.WriteNumber("lines", file.Lines);
        }

        json.WriteNumber("bytes", file.Bytes);
        json.WriteString("sha256", file.Sha256);
        json.WriteEndObject();
    }
}
