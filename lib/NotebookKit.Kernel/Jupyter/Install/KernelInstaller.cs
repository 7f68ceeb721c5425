using System.Globalization;
using System.Runtime.InteropServices;
using NotebookKit.Console;

namespace NotebookKit.Kernel.Jupyter.Install;

/// <summary>Publishes the kernel into the user's own folders and registers it, and takes it away again.</summary>
internal sealed class KernelInstaller(KernelFolders folders, Terminal terminal)
{
    private const string Project = "lib/NotebookKit.Kernel.Host/NotebookKit.Kernel.Host.csproj";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Installs it, over whatever was installed before.</summary>
    /// <param name="repository">The folder of the sources.</param>
    /// <exception cref="IOException">It cannot be built or written.</exception>
    public void Install(string repository)
    {
        // A new folder each time: a kernel that runs holds its own files.
        var fresh = Path.Combine(folders.Programs, DateTime.UtcNow.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture));
        var dotnet = Tool.Dotnet();
        terminal.Line("Publishing the kernel; the first time takes a minute…");
        var ahead = Publish(dotnet, repository, fresh, isAhead: true);
        if (ahead is not null)
        {
            terminal.Line($"note: code could not be compiled ahead ({ahead}); the kernel works without, its first cell takes a second longer.");
            if (Publish(dotnet, repository, fresh, isAhead: false) is { } trouble) throw new IOException($"the kernel could not be published: {trouble}");
        }

        var spec = new KernelSpec(dotnet, Path.Combine(fresh, "notebookkit-kernel.dll"));
        if (!File.Exists(spec.Program)) throw new IOException($"the kernel was published, but '{spec.Program}' is not there");
        Directory.CreateDirectory(folders.Spec);
        File.WriteAllText(Path.Combine(folders.Spec, "logo-svg.svg"), KernelSpec.Logo);
        var whole = folders.SpecFile + ".tmp";
        File.WriteAllText(whole, spec.ToJson());
        File.Move(whole, folders.SpecFile, overwrite: true);
        Clean(fresh);
        terminal.Line($"Installed: {KernelSpec.DisplayName}");
        terminal.Line($"  program   {spec.Program}");
        terminal.Line($"  Jupyter   {folders.SpecFile}");
    }

    /// <summary>Takes the kernel away.</summary>
    /// <returns>False where none was installed.</returns>
    public bool Uninstall()
    {
        var was = Directory.Exists(folders.Spec) || Directory.Exists(folders.Programs);
        if (Directory.Exists(folders.Spec)) Directory.Delete(folders.Spec, recursive: true);
        Clean(keep: null);
        if (Directory.Exists(folders.Programs) && !Directory.EnumerateFileSystemEntries(folders.Programs).Any()) Directory.Delete(folders.Programs);
        return was;
    }

    /// <summary>Removes what earlier installations left; what is in use stays until the next time.</summary>
    private void Clean(string? keep)
    {
        if (!Directory.Exists(folders.Programs)) return;
        foreach (var folder in Directory.EnumerateDirectories(folders.Programs).Where(f => f != keep))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                terminal.Line($"note: '{folder}' is in use and stays.");
            }
        }
    }

    /// <summary>Publishes the kernel; what is wrong, or null.</summary>
    private static string? Publish(string dotnet, string repository, string target, bool isAhead)
    {
        string[] ahead = isAhead ? ["-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true"] : [];
        string[] args = ["publish", Path.Combine(repository, Project), "-c", "Release", "-o", target, "-v", "quiet", "--nologo", .. ahead];
        if (Tool.Run(dotnet, args, Limit) is not var (code, text)) return "dotnet publish did not end";
        if (code == 0) return null;
        if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        return text.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.Ordinal))?.Trim() ?? FormattableString.Invariant($"dotnet publish ended with {code}");
    }
}
