using NotebookKit.Console;

namespace NotebookKit.Kernel.Jupyter.Install;

/// <summary>Looks at an installation: what is there, what is missing, and how to mend it.</summary>
internal sealed class KernelDoctor(KernelFolders folders, Terminal terminal)
{
    private const string Again = "run: dotnet run notebooks/scripts/kernel.cs -- install";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private bool isWell = true;

    /// <summary>Says everything.</summary>
    /// <returns>True where the kernel can be used.</returns>
    public bool Examine()
    {
        if (Installed() is { } spec) Starts(spec);
        Clients();
        terminal.Line(isWell ? "All is well." : "Something is missing.");
        return isWell;
    }

    private KernelSpec? Installed()
    {
        if (!File.Exists(folders.SpecFile))
        {
            Missing("the kernel is not registered with Jupyter", Again);
            return null;
        }

        if (KernelSpec.Read(folders.SpecFile) is not { } spec)
        {
            Missing($"{folders.SpecFile} cannot be read", Again);
            return null;
        }

        Found($"registered as {KernelFolders.Name}: {folders.SpecFile}");
        if (!File.Exists(spec.Program)) Missing($"its program is gone: {spec.Program}", Again);
        else if (!File.Exists(spec.Dotnet) && Tool.Find(spec.Dotnet) is null) Missing($"the .NET that it was installed with is gone: {spec.Dotnet}", Again);
        else
        {
            Found($"program: {spec.Program}{(Ahead(spec.Program) ? ", compiled ahead" : ", not compiled ahead: the first cell takes a second longer")}");
            return spec;
        }

        return null;
    }

    private void Starts(KernelSpec spec)
    {
        if (Tool.Run(spec.Dotnet, [spec.Program, JupyterHost.SelfTest], Limit) is var (code, text) && code == 0) Found($"it runs a cell: {text.Trim()}");
        else Missing("it cannot run a cell", $"see what it says: \"{spec.Dotnet}\" \"{spec.Program}\" {JupyterHost.SelfTest}; then {Again}");
    }

    private void Clients()
    {
        var jupyter = Tool.Find("jupyter");
        var editors = new[] { "code", "code-insiders", "codium" }.Select(Tool.Find).OfType<string>().ToList();
        if (jupyter is not null)
        {
            if (Tool.Run(jupyter, ["kernelspec", "list"], Limit) is var (code, text) && code == 0)
            {
                if (text.Contains(KernelFolders.Name, StringComparison.Ordinal)) Found($"Jupyter sees it: {jupyter}");
                else Missing($"Jupyter does not see it: {jupyter} looks elsewhere", $"set JUPYTER_DATA_DIR to what 'jupyter --data-dir' says, then {Again}");
            }
            else
            {
                Found($"Jupyter: {jupyter}; it could not be asked for its kernels");
            }
        }

        foreach (var editor in editors) Found($"editor: {editor}{(HasExtension() ? ", with the extension Jupyter" : "; its extension Jupyter (ms-toolsai.jupyter) was not found: install it from the editor's list of extensions")}");
        if (jupyter is null && editors.Count == 0)
            Missing("no program that shows notebooks: neither jupyter nor code is on the search path", "install JupyterLab (pip install jupyterlab), or VS Code with its extension Jupyter; without either, notebooks/scripts/run-notebooks.cs runs notebooks and makes pages");
    }

    private static bool HasExtension()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new[] { ".vscode", ".vscode-insiders", ".vscode-oss", ".vscode-server" }.Select(f => Path.Combine(home, f, "extensions")).Where(Directory.Exists)
            .Any(f => Directory.EnumerateDirectories(f, "ms-toolsai.jupyter-*").Any());
    }

    /// <summary>Whether an assembly holds machine code beside its IL.</summary>
    private static bool Ahead(string program)
    {
        using var stream = File.OpenRead(program);
        using var image = new System.Reflection.PortableExecutable.PEReader(stream);
        return image.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: > 0 };
    }

    private void Found(string what) => terminal.Line("ok       " + what);

    private void Missing(string what, string mend)
    {
        isWell = false;
        terminal.Line("MISSING  " + what);
        terminal.Line("         " + mend);
    }
}
