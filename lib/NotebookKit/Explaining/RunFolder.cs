using NotebookKit.Trails;
using NotebookKit.Writing;

namespace NotebookKit.Explaining;

/// <summary>A folder that a run left. It answers questions about every row by itself, without the inputs and without running again.</summary>
public sealed class RunFolder
{
    private readonly Lazy<FolderFacts> facts;

    private RunFolder(string path, RunManifest manifest)
    {
        Path = path;
        Manifest = manifest;
        facts = new(() => new(this));
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>What its manifest says.</summary>
    public RunManifest Manifest { get; }

    /// <summary>True where the audit is there; a folder that was handed over has none.</summary>
    public bool HasAudit => Directory.Exists(AuditPath(""));

    /// <summary>Opens a folder and reads its manifest.</summary>
    /// <exception cref="RunFolderException">It is missing, is a file, or was not written by this kit.</exception>
    public static RunFolder Open(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (File.Exists(folder)) throw new RunFolderException($"'{folder}' is a file: give the folder of an earlier run.");
        if (!Directory.Exists(folder)) throw new RunFolderException($"The folder '{folder}' does not exist: give the folder of an earlier run (prepare writes to 'out' by default).");
        if (!File.Exists(System.IO.Path.Combine(folder, Writing.Manifest.FileName)))
            throw new RunFolderException($"The folder '{folder}' holds no manifest.json: it was not written by prepare, or not wholly.");
        return new(folder, RunManifest.Read(folder));
    }

    /// <summary>The whole life of a row.</summary>
    /// <param name="asked">Its id, the id that its source gave it, or <c>file:line</c> of an input.</param>
    /// <exception cref="UnknownRowException">There is no such row.</exception>
    /// <exception cref="RunFolderException">The audit is missing, or a file in it is damaged.</exception>
    public RowLife Why(string asked)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(asked);
        return new LifeBuilder(facts.Value).Why(asked);
    }

    /// <summary>Rows whose masked text has a piece of text, without regard to case.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many to give at most. Default 20, at least 1.</param>
    /// <exception cref="RunFolderException">The audit is missing, or a file is damaged.</exception>
    public IReadOnlyList<TextMatch> Search(string text, int most = 20)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return [.. facts.Value.Search(text).Take(Guard.AtLeast(most, 1))];
    }

    /// <summary>The trails of all rows, in the order they were read; texts are not in them.</summary>
    /// <exception cref="RunFolderException">The audit is missing, or a file in it is damaged.</exception>
    public IEnumerable<RowTrail> Rows() => Trail().Rows().Select(r => r.Row);

    internal TrailReader Trail()
    {
        if (!HasAudit)
            throw new RunFolderException($"The folder '{Path}' has no {RunOutput.AuditFolder}/: it was handed over without the audit, which alone knows single rows. Ask where the run was made.");
        return TrailReader.Open(AuditPath(TrailFile.FileName));
    }

    internal string AuditPath(string name) => System.IO.Path.Combine(Path, RunOutput.AuditFolder, name);
}
