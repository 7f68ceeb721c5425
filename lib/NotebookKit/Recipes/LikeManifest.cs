using System.Text.Json;
using NotebookKit.Deduplicating;
using NotebookKit.Formatting;
using NotebookKit.Outliers;
using NotebookKit.Writing;

namespace NotebookKit.Recipes;

/// <summary>Runs again what a manifest tells of: the same recipe, the same options, the same seed. On the same inputs the result is the same to the byte, where the kit's
/// versions are the same and what the manifest does not hold (terms, key, in-domain files, files to compare with) is given again.</summary>
public sealed class LikeManifest
{
    private readonly RunManifest manifest;
    private readonly JsonDocument? request;

    private LikeManifest(RunManifest manifest)
    {
        this.manifest = manifest;
        request = manifest.Request is { } json ? JsonDocument.Parse(json) : null;
        Options = OptionsOf();
    }

    /// <summary>The seed of that run.</summary>
    public ulong Seed => manifest.Seed;

    /// <summary>The time that stood for "now" in that run, where one was given.</summary>
    public DateTimeOffset? AsOf => request?.RootElement.Text("asOf") is { } date ? DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>What that run was asked for, as far as the manifest holds it: terms, in-domain files, files to compare with and the inputs themselves are not in it.</summary>
    public PrepareOptions Options { get; }

    /// <summary>Reads a manifest: the file, or the folder that holds it.</summary>
    /// <exception cref="RunFolderException">It is missing, damaged or not of this kit, or holds a value that this version does not know.</exception>
    public static LikeManifest Read(string path)
    {
        var manifest = RunManifest.Read(path);
        try
        {
            return new(manifest);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidOperationException)
        {
            throw new RunFolderException($"'{manifest.Path}' holds a request that this version does not know: {error.Message.Split('\n')[0]}", error);
        }
    }

    /// <summary>The recipe with the options that the manifest tells, and one line for each difference that is left.</summary>
    /// <param name="recipe">The recipe as this version has it.</param>
    public (Recipe Recipe, IReadOnlyList<string> Differences) Apply(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var differences = new List<string>();
        if (manifest.KitVersion != Manifest.KitVersion) differences.Add($"The manifest is of kit version {manifest.KitVersion}, this is {Manifest.KitVersion}.");
        if (manifest.Recipe != recipe.Name) differences.Add($"The manifest is of recipe '{manifest.Recipe}', this is '{recipe.Name}'.");
        if (request is null) differences.Add("The manifest does not say how the inputs were read, nor the task: give --read-as, --map, --origin and --task again where they were used.");
        var known = manifest.Stages.Where(s => s.Key is not null).ToDictionary(s => s.Key!, StringComparer.Ordinal);
        // The step that plants personal data comes with the option that asks for it.
        foreach (var stage in manifest.Stages.Where(s => s.Key is null || (s.Key != FineTuning.PlantingStep && recipe.Steps.All(r => r.Key != s.Key))))
            differences.Add($"The manifest has a stage '{stage.Name}' that this recipe does not have; it is left out.");
        foreach (var step in recipe.Steps)
        {
            if (!known.TryGetValue(step.Key, out var was))
            {
                differences.Add($"The run left out the step '{step.Key}'; so does this one.");
                recipe = recipe.Without(step.Key);
                continue;
            }

            var stage = (Stage)OptionsFromJson.Apply(step.Stage, was.Options, step.Key, differences);
            recipe = recipe.Replace(step.Key, stage);
            var now = stage.Describe();
            if (now.Version != was.Version) differences.Add($"{step.Key}: the manifest is of version {was.Version} of the stage, this is version {now.Version}; results may differ.");
            if (!now.References.SequenceEqual(was.References.Where(r => !IsGivenAgain(r) && !EarlierRuns.IsReference(r)), StringComparer.Ordinal)) differences.Add($"{step.Key}: its models or reference sets are not those of the manifest; results may differ.");
        }

        return (recipe, differences);
    }

    /// <summary>One line for each thing that the manifest cannot hold and that was not given again, or not the same.</summary>
    /// <param name="options">What is asked for now.</param>
    /// <param name="run">Seed and key of now.</param>
    /// <param name="inputs">The inputs of now.</param>
    public IReadOnlyList<string> Missing(PrepareOptions options, RunContext run, IReadOnlyList<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(inputs);
        var lines = new List<string>();
        if (request is null) return lines;
        var key = request.RootElement.Text("key");
        var given = PrepareRequest.KeyCheck(run.Key);
        if (key is not null && given is null) lines.Add("The run had a secret key: give its file again with --key-file, or ids and codes differ.");
        else if (key != given) lines.Add(key is null ? "The run had no key file: ids and codes differ." : "The key file is not the one of the run: ids and codes differ.");
        Files("inDomain", options.InDomain, "in-domain rows", "--in-domain");
        Files("against", options.Against, "files to compare with", "--against");
        var verdicts = request.RootElement.Items("verdicts").Select(v => v.AsText() ?? "").ToList();
        if (verdicts.Count > 0 && options.Verdicts.Count == 0) lines.Add($"The run had verdicts of people ({string.Join(", ", verdicts)}): give them again with --verdicts.");
        if (request.RootElement.Text("sourceFacts") is { } facts && options.SourceFacts is null) lines.Add($"The run had facts about its sources ({facts}): give them again with --sources.");
        var earlier = request.RootElement.Items("earlier").Select(e => (Run: e.Text("run") ?? "", Sha: e.Text("sha256") ?? "")).ToList();
        var others = EarlierRuns.Read(options.Earlier).Runs.Select(r => r.Sha256).ToHashSet(StringComparer.Ordinal);
        if (earlier.Where(e => !others.Remove(e.Sha)).Select(e => e.Run).ToList() is { Count: > 0 } left)
            lines.Add($"The run was compared with earlier runs ({string.Join(", ", left)}): give their folders again with --earlier, or rows that those kept stay.");
        if (others.Count > 0) lines.Add("The run was not compared with all of the earlier runs that are given now: more rows may leave.");
        var detector = options.Detector is { } path ? OutlierScorer.Reference(FittedDetector.Load(path)) : null;
        if (request.RootElement.Text("detector") is var was && was != detector)
            lines.Add(detector is null ? "The run scored rows by a detector: give its file again with --detector." : was is null ? "The run scored rows by no detector." : "The detector is not the one of the run: its scores differ.");
        var names = inputs.Select(i => Path.GetFileName(i)).ToHashSet(StringComparer.Ordinal);
        var tables = options.Sourcing.Formats.Keys.Concat(options.Sourcing.Maps.Keys).Concat(options.Sourcing.Origins.Keys).Concat(options.Sourcing.Licences.Keys).Concat(options.Sourcing.Consents.Keys);
        foreach (var file in tables.Select(f => Path.GetFileName(f)).Distinct(StringComparer.Ordinal).Where(f => !names.Contains(f)).Order(StringComparer.Ordinal))
            lines.Add($"The run had settings for '{file}', which is not one of the inputs now.");
        return lines;

        void Files(string name, IReadOnlyList<string> now, string what, string option)
        {
            var were = request.RootElement.Items(name).Select(d => (File: d.Text("file") ?? "", Sha: d.Text("sha256") ?? "")).ToList();
            if (were.Count > 0 && now.Count == 0) lines.Add($"The run had {what} ({string.Join(", ", were.Select(d => d.File))}): give them again with {option}.");
            else if (!were.Select(d => d.Sha).SequenceEqual(now.Select(Sha), StringComparer.Ordinal)) lines.Add($"The {what} are not those of the run.");
        }
    }

    /// <summary>The value that the manifest has for a setting, in the form of <c>--set</c>; null where it has none.</summary>
    public static string? ValueOf(Recipe applied, Sourcing.SourcingOptions sourcing, string setting)
    {
        ArgumentNullException.ThrowIfNull(applied);
        ArgumentNullException.ThrowIfNull(setting);
        static string Bare(string key) => key.Replace("-", "", StringComparison.Ordinal);
        return applied.Settings(sourcing).FirstOrDefault(s => string.Equals(Bare(s.Key), Bare(setting), StringComparison.OrdinalIgnoreCase))?.Value;
    }

    private static bool IsGivenAgain(string reference) => reference.StartsWith("in-domain ", StringComparison.Ordinal) || reference.StartsWith("detector ", StringComparison.Ordinal);

    private static string Sha(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private PrepareOptions OptionsOf()
    {
        var format = Enum.GetValues<ChatFormat>().Where(f => RowFormatter.For(f).Name == manifest.Format).ToList();
        if (format.Count == 0) throw new ArgumentException($"there is no format '{manifest.Format}'");
        var options = new PrepareOptions { Format = format[0] };
        if (request is null) return options;
        var root = request.RootElement;
        return options with
        {
            Task = root.Text("task") is { } task ? PrepareRequest.Word<TaskKind>(task) : null,
            Sample = root.Number("sample") is { } sample ? (int)sample : null,
            MaxTokens = root.Number("maxTokens") is { } tokens ? (int)tokens : null,
            LeastRecall = root.Number("leastRecall"),
            Messy = PrepareRequest.Messy(root),
            Sourcing = root.TryGetProperty("sourcing", out var sourcing) ? PrepareRequest.Sourcing(sourcing) : new(),
        };
    }
}
