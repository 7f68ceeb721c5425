using System.Globalization;

namespace NotebookKit.Deduplicating;

/// <summary>An earlier run whose kept rows new ones are compared with.</summary>
/// <param name="Name">Name of its folder; with as many folders above it as tell it from the others.</param>
/// <param name="Sha256">SHA-256 of its signatures, by which a manifest names it.</param>
/// <param name="Rows">Rows that it kept.</param>
public sealed record EarlierRun(string Name, string Sha256, int Rows);

/// <summary>What earlier runs kept, as signatures that each of them left in <c>audit/kept.sketches</c>: ids and hashes, no texts. Given to <see cref="ExactDuplicates.Earlier"/>,
/// <see cref="NearDuplicates.Earlier"/> and <see cref="SemanticDuplicates.Earlier"/> it makes them remove new rows that are like a row which an earlier run kept.</summary>
public sealed class EarlierRuns
{
    /// <summary>Flag: the row says what a row of an earlier run says, but answers otherwise; measured is their similarity, limit the threshold.</summary>
    public const string AnswerDiffers = "answer-unlike-earlier-run";

    /// <summary>Flag: an earlier run kept a row with the same id and another text, so the record changed since then.</summary>
    public const string ChangedRecord = "changed-since-earlier-run";

    /// <summary>Finding: how many rows left for rows that earlier runs kept.</summary>
    public const string KeptByEarlierRun = "kept-by-earlier-run";

    /// <summary>Finding: an earlier run was compared with another one that is not among these.</summary>
    public const string LeftOut = "earlier-run-left-out";

    private const string Folder = "audit";

    private readonly IReadOnlyList<EarlierFile> files;

    private EarlierRuns(IReadOnlyList<EarlierFile> files)
    {
        this.files = files;
        Runs = [.. files.Select(f => new EarlierRun(f.Name, f.Sha256, f.Ids.Count))];
    }

    /// <summary>The runs, in the order given.</summary>
    public IReadOnlyList<EarlierRun> Runs { get; }

    /// <summary>The runs as a stage's references name them.</summary>
    internal IReadOnlyList<string> References => [.. files.Select(f => $"earlier {f.Name} {f.Sha256}")];

    /// <summary>True for a reference that <see cref="References"/> gave.</summary>
    internal static bool IsReference(string reference) => reference.StartsWith("earlier ", StringComparison.Ordinal);

    /// <summary>Reads the signatures of earlier runs.</summary>
    /// <param name="folders">Folders that runs wrote, each with its <c>audit/</c>. Where several rows are like a new one, one of the folder named first is named as kept.</param>
    /// <exception cref="BadInputException">A folder has no signatures, was given twice, or its signatures are damaged or of another version.</exception>
    public static EarlierRuns Read(params IEnumerable<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        string[] all = [.. folders];
        foreach (var folder in all)
            if (!Directory.Exists(folder)) throw new BadInputException($"The folder '{folder}' does not exist: give the folder that an earlier run wrote.");
        var names = Names(all);
        var files = new EarlierFile[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            files[i] = EarlierFile.Read(names[i], Path.Combine(all[i], Folder, EarlierFile.FileName));
            for (var j = 0; j < i; j++)
                if (files[j].Sha256 == files[i].Sha256 && files[i].Ids.Count > 0) throw new BadInputException($"The earlier runs '{all[j]}' and '{all[i]}' are the same; give each once.");
        }

        return new(files);
    }

    /// <summary>Runs that an earlier one was given as earlier ones and that are not here: their rows are not known.</summary>
    internal IEnumerable<string> Forgotten() => files.SelectMany(f => f.Before.Where(b => files.All(o => o.Sha256 != b.Sha256)).Select(b => (File: f, Before: b)))
        .DistinctBy(m => m.Before.Sha256).Select(m => $"The earlier run '{m.File.Name}' was compared with '{m.Before.Name}', which this run was not: rows like those of '{m.Before.Name}' stay. Give it as well.");

    /// <summary>What a stage needs to know about the rows of the runs.</summary>
    /// <exception cref="BadInputException">The signatures were made otherwise than the stage makes them.</exception>
    internal EarlierRows For(ISketchingStage stage, RunContext run)
    {
        var wanted = SketchOption.Of(stage);
        return new([.. files.Select(f => (f, Fitting(f, stage, wanted, run)))]);
    }

    private static EarlierStage Fitting(EarlierFile file, ISketchingStage stage, IReadOnlyList<SketchOption> wanted, RunContext run)
    {
        CheckKey(file, run);
        var candidates = file.Stages.Where(s => s.Stage == stage.Name).ToList();
        if (candidates.Count == 0)
            throw new BadInputException($"The earlier run '{file.Name}' has no signatures of {stage.Name}: its recipe did not have the step. Prepare it again with the step, or leave the step out here.");
        if (candidates.Find(s => s.Version == stage.Version && s.Options.SequenceEqual(wanted)) is { } fits) return fits;
        var near = candidates[0];
        if (near.Version != stage.Version)
            throw new BadInputException($"The signatures of the earlier run '{file.Name}' are of version {near.Version} of {stage.Name}, this is version {stage.Version}: prepare it again with this version of the kit.");
        var other = wanted.First(w => !near.Options.Contains(w));
        var was = near.Options.FirstOrDefault(o => o.Name == other.Name).Value ?? "nothing";
        throw new BadInputException($"The signatures of the earlier run '{file.Name}' do not fit: {stage.Name} had {other.Name} {was} there and has {other.Name} {other.Value} here. Set {other.Name} back to {was}, or prepare the earlier run again.");
    }

    /// <summary>Ids, codes and pseudonyms are made with the key, so rows can only be told again under the same one. The seed counts where the key is made of it.</summary>
    private static void CheckKey(EarlierFile file, RunContext run)
    {
        if (file.HasSecretKey && !run.Key.IsSecret)
            throw new BadInputException($"The earlier run '{file.Name}' had a secret key and this run has none: give the same one (--key-file or --key-env), or ids and codes differ.");
        if (!file.HasSecretKey && run.Key.IsSecret)
            throw new BadInputException($"The earlier run '{file.Name}' had no secret key and this run has one: leave it out, or prepare the earlier run again with it.");
        if (file.KeyCode == EarlierFile.CodeOf(run.Key)) return;
        throw new BadInputException(run.Key.IsSecret
            ? $"The secret key is not that of the earlier run '{file.Name}': give the same one, or prepare the earlier run again with this one."
            : string.Create(CultureInfo.InvariantCulture, $"The earlier run '{file.Name}' had seed {file.Seed} and this run has seed {run.Seed}; without a secret key ids and codes are made of the seed. Give --seed {file.Seed}, or prepare the earlier run again."));
    }

    /// <summary>The last folder of each path, and as many before it as tell all apart.</summary>
    private static string[] Names(string[] folders)
    {
        var paths = Array.ConvertAll(folders, f => Path.TrimEndingDirectorySeparator(Path.GetFullPath(f)).Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries));
        var names = Array.Empty<string>();
        for (var parts = 1; parts <= paths.Max(p => (int?)p.Length) + 1; parts++)
        {
            names = Array.ConvertAll(paths, p => string.Join('/', p.TakeLast(parts)));
            if (names.Distinct(StringComparer.Ordinal).Count() == names.Length) break;
        }

        return names;
    }
}
