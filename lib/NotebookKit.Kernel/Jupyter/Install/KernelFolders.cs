namespace NotebookKit.Kernel.Jupyter.Install;

/// <summary>Where a user's kernels and programs lie. Source of the former: docs.jupyter.org, "Common Directories and File Locations".</summary>
/// <param name="Specs">Jupyter's folder of kernels.</param>
/// <param name="Programs">The folder that this kit's kernel is copied to.</param>
internal sealed record KernelFolders(string Specs, string Programs)
{
    /// <summary>The name that notebooks have in their metadata.</summary>
    public const string Name = "notebookkit-csharp";

    /// <summary>The folder that registers the kernel.</summary>
    public string Spec => Path.Combine(Specs, Name);

    /// <summary>The file in it.</summary>
    public string SpecFile => Path.Combine(Spec, "kernel.json");

    /// <summary>The folders of this user on this system.</summary>
    public static KernelFolders OfUser() => Of(
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux",
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Environment.GetEnvironmentVariable);

    /// <summary>The folders of a user.</summary>
    /// <param name="system"><c>windows</c>, <c>macos</c>, or anything else for the folders of Linux.</param>
    /// <param name="home">The user's home.</param>
    /// <param name="variable">Reads the environment.</param>
    public static KernelFolders Of(string system, string home, Func<string, string?> variable)
    {
        string Set(string name, params string[] otherwise) => variable(name) is { Length: > 0 } value ? value : Path.Combine([home, .. otherwise]);
        var (jupyter, data) = system switch
        {
            "windows" => (Path.Combine(Set("APPDATA", "AppData", "Roaming"), "jupyter"), Set("LOCALAPPDATA", "AppData", "Local")),
            "macos" => (Path.Combine(home, "Library", "Jupyter"), Path.Combine(home, "Library", "Application Support")),
            _ => (Path.Combine(Set("XDG_DATA_HOME", ".local", "share"), "jupyter"), Set("XDG_DATA_HOME", ".local", "share")),
        };
        return new(Path.Combine(variable("JUPYTER_DATA_DIR") is { Length: > 0 } own ? own : jupyter, "kernels"), Path.Combine(data, "NotebookKit", "kernel"));
    }
}
