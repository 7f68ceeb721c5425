using System.Globalization;
using System.Text.Json;

namespace NotebookKit.Writing;

/// <summary>Replaces a folder as a whole: everything is written to a hidden sibling, which takes the folder's name at the end. A run that dies
/// leaves the old folder as it was; what it left lying is cleared by the next run. One run at a time writes to a folder.</summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly string target;
    private readonly string parent;
    private readonly string name;
    private readonly FileStream gate;

    private OutputFolder(string target, FileStream gate)
    {
        this.target = target;
        this.gate = gate;
        (parent, name) = Parts(target);
        Temporary = Path.Combine(parent, $".{name}.tmp-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>Where the run writes until everything is whole.</summary>
    public string Temporary { get; }

    /// <summary>Checks that a folder may be written: it is not there, is empty, or holds our manifest. Nothing is changed.</summary>
    /// <exception cref="OutputFolderException">It holds something else, or is no folder.</exception>
    public static void Check(string folder)
    {
        var target = Full(folder);
        if (Parts(target).Name.Length == 0) throw Refuse(folder, "is the root of a file system");
        if (File.Exists(target)) throw Refuse(folder, "is a file");
        var info = new DirectoryInfo(target);
        // A link could lead anywhere, and replacing it would leave what it leads to behind.
        if (info.LinkTarget is not null) throw Refuse(folder, "is a link; give the folder itself");
        if (!info.Exists) return;
        try
        {
            if (info.EnumerateFileSystemInfos().Any() && !IsOurs(target)) throw Refuse(folder, "is not empty and holds no dataset of an earlier run");
        }
        catch (Exception error) when (error is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw Refuse(folder, "cannot be read");
        }
    }

    /// <summary>Opens a folder for replacement.</summary>
    public static OutputFolder Open(string folder)
    {
        Check(folder);
        var target = Full(folder);
        var (parent, name) = Parts(target);
        Directory.CreateDirectory(parent);
        FileStream gate;
        try
        {
            gate = new(Path.Combine(parent, $".{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException error) when (error is not (PathTooLongException or DirectoryNotFoundException) && File.Exists(Path.Combine(parent, $".{name}.lock")))
        {
            throw new OutputFolderException($"Another run is writing to '{folder}': wait for it, or give another folder.", false, error);
        }

        var opened = new OutputFolder(target, gate);
        try
        {
            opened.ClearLeftovers();
            Directory.CreateDirectory(opened.Temporary);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Gives the new folder its name. The old one is moved aside before and deleted after; where the move fails it comes back.</summary>
    public void Commit()
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(Temporary, target);
            return;
        }

        var old = Path.Combine(parent, $".{name}.old-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
        Directory.Move(target, old);
        try
        {
            Directory.Move(Temporary, target);
        }
        catch
        {
            Directory.Move(old, target);
            throw;
        }

        // The new folder is in its place; an old one that cannot be deleted now is cleared by the next run.
        TryDelete(old);
    }

    /// <summary>Deletes what was not committed, and lets the next run in.</summary>
    public void Dispose()
    {
        TryDelete(Temporary);
        gate.Dispose();
    }

    /// <summary>Under the lock, what carries our temporary names belongs to runs that died. A folder that was moved aside comes back where the
    /// new one had not taken its place yet.</summary>
    private void ClearLeftovers()
    {
        foreach (var old in Directory.GetDirectories(parent, $".{name}.old-*").Where(IsLeftover).Order(StringComparer.Ordinal))
            if (!Directory.Exists(target)) Directory.Move(old, target);
            else TryDelete(old);
        foreach (var left in Directory.GetDirectories(parent, $".{name}.tmp-*").Where(IsLeftover)) TryDelete(left);
    }

    /// <summary>Our name to the letter: a process number behind it, and no link.</summary>
    private static bool IsLeftover(string path) =>
        Path.GetFileName(path) is var file && file[(file.LastIndexOf('-') + 1)..].All(char.IsAsciiDigit) && new DirectoryInfo(path).LinkTarget is null;

    private static bool IsOurs(string folder)
    {
        var path = Path.Combine(folder, Manifest.FileName);
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            return manifest.RootElement.ValueKind == JsonValueKind.Object
                && manifest.RootElement.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String && kind.ValueEquals(Manifest.Kind);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return false;
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What cannot be deleted is cleared by the next run; it is no reason to fail this one.
        }
    }

    private static string Full(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    private static (string Parent, string Name) Parts(string target) => (Path.GetDirectoryName(target) ?? target, Path.GetFileName(target));

    private static OutputFolderException Refuse(string folder, string why) =>
        new($"The folder '{folder}' {why}: give one that is empty, new, or of an earlier run. Nothing was changed.", true);
}
