using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Writing;

/// <summary>A stage as it ran.</summary>
/// <param name="Key">Its key in the recipe; null where it was run by itself.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Options">Its options as canonical JSON.</param>
/// <param name="References">Ids of models and hashes of reference sets.</param>
public sealed record ManifestStage(string? Key, string Name, int Version, string Options, IReadOnlyList<string> References);

/// <summary>A file that went in.</summary>
/// <param name="File">Its name.</param>
/// <param name="Format">What it was taken for.</param>
/// <param name="Records">Records in it.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
public sealed record ManifestInput(string File, string Format, long Records, string Sha256);

/// <summary>A file that came out.</summary>
/// <param name="File">Its name.</param>
/// <param name="Split">The split that is in it; null for other files.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="Lines">Lines in it, copies included.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
public sealed record ManifestOutput(string File, string? Split, long Rows, long Lines, string Sha256);

/// <summary>What a <c>manifest.json</c> says about a run: enough to run the same again.</summary>
public sealed record RunManifest
{
    /// <summary>The file that was read.</summary>
    public required string Path { get; init; }

    /// <summary>Version of the kit that wrote it.</summary>
    public required string KitVersion { get; init; }

    /// <summary>Name of the format of the rows.</summary>
    public required string Format { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Name of the recipe.</summary>
    public required string Recipe { get; init; }

    /// <summary>The stages, in order.</summary>
    public required IReadOnlyList<ManifestStage> Stages { get; init; }

    /// <summary>The inputs.</summary>
    public required IReadOnlyList<ManifestInput> Inputs { get; init; }

    /// <summary>The files to hand over.</summary>
    public required IReadOnlyList<ManifestOutput> Outputs { get; init; }

    /// <summary>What the run was asked for beside the stages' options, as JSON; null where the manifest does not say.</summary>
    public string? Request { get; init; }

    /// <summary>Reads a manifest: the file, or the folder that holds it.</summary>
    /// <exception cref="RunFolderException">It is missing, damaged, or not of this kit.</exception>
    public static RunManifest Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Directory.Exists(path)) path = System.IO.Path.Combine(path, Manifest.FileName);
        if (!File.Exists(path)) throw new RunFolderException($"'{path}' does not exist: give the manifest.json of an earlier run, or its folder.");
        var root = JsonFields.Page(path);
        if (root.Text("kind") != Manifest.Kind) throw new RunFolderException($"'{path}' is no manifest of this kit: the folder was not written by prepare.");
        if (root.Whole("manifestVersion") > Manifest.Version)
            throw new RunFolderException($"'{path}' was written by a newer version of the kit ({root.Text("kitVersion")}); update the kit.");
        var recipe = Object(root, "recipe", path);
        return new()
        {
            Path = path,
            KitVersion = root.Text("kitVersion") ?? throw Missing(path, "kitVersion"),
            Format = root.Text("format") ?? throw Missing(path, "format"),
            Seed = root.TryGetProperty("seed", out var seed) && seed.ValueKind == JsonValueKind.Number && seed.TryGetUInt64(out var number) ? number : throw Missing(path, "seed"),
            Recipe = recipe.Text("name") ?? throw Missing(path, "recipe.name"),
            Stages = [.. recipe.Items("stages").Select(s => new ManifestStage(s.Text("key"), s.Text("name") ?? throw Missing(path, "recipe.stages.name"),
                (int)s.Whole("version"), Compact(Object(s, "options", path)), [.. s.Items("references").Select(r => r.AsText() ?? "")]))],
            Inputs = [.. root.Items("inputs").Select(i => new ManifestInput(i.Text("file") ?? throw Missing(path, "inputs.file"), i.Text("format") ?? "", i.Whole("records"), i.Text("sha256") ?? ""))],
            Outputs = [.. root.Items("outputs").Select(o => new ManifestOutput(o.Text("file") ?? throw Missing(path, "outputs.file"), o.Text("split"), o.Whole("rows"), o.Whole("lines"), o.Text("sha256") ?? ""))],
            Request = root.TryGetProperty("request", out var request) && request.ValueKind == JsonValueKind.Object ? Compact(request) : null,
        };
    }

    /// <summary>The same JSON on one line, as it was before it was laid out for people.</summary>
    private static string Compact(JsonElement element)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonTexts.Writing)) element.WriteTo(json);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static JsonElement Object(JsonElement row, string name, string path) =>
        row.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Object ? field : throw Missing(path, name);

    private static RunFolderException Missing(string path, string field) => JsonFields.Damaged(path, null, $"the field '{field}' was expected");
}
