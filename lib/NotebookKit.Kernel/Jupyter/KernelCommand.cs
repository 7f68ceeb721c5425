using NotebookKit.Console;
using NotebookKit.Kernel.Jupyter.Install;

namespace NotebookKit.Kernel.Jupyter;

/// <summary>The command behind <c>notebooks/scripts/kernel.cs</c>: installs the kernel for Jupyter and VS Code, and looks after it.</summary>
public static class KernelCommand
{
    private const string Name = "kernel";

    private const string Help = """
        Installs the C# kernel of this kit, so that Jupyter and VS Code can run notebooks.

        Usage:
          dotnet run notebooks/scripts/kernel.cs -- install     publish the kernel into your own data folder and register it
          dotnet run notebooks/scripts/kernel.cs -- uninstall   take it away again
          dotnet run notebooks/scripts/kernel.cs -- list        say what is installed, and where
          dotnet run notebooks/scripts/kernel.cs -- doctor      look at everything it needs, and say how to mend what is missing

        The installed kernel needs the .NET 10 runtime and nothing of this folder. In a notebook, choose "C# (NotebookKit)".

        Exit codes:
          0   done; all is well
          1   it could not be done; something is missing
          2   wrong arguments

        """;

    /// <summary>Runs the command with the process's streams.</summary>
    /// <param name="args">What stands behind <c>--</c>.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Run(Terminal.OfProcess(), args, KernelFolders.OfUser());
    }

    internal static int Run(Terminal terminal, IReadOnlyList<string> args, KernelFolders folders) => QuestionCommand.Guarded(terminal, Name, () =>
    {
        var (plain, options) = QuestionCommand.Split(args, [], ["--help"]);
        if (options.Count > 0 || plain.Count == 0)
        {
            terminal.Block(Help.ReplaceLineEndings("\n"));
            return options.Count > 0 ? QuestionCommand.Done : QuestionCommand.Wrong;
        }

        if (plain.Count > 1) throw new UsageException($"Expected one of install, uninstall, list, doctor, found {plain.Count} words.");
        switch (plain[0])
        {
            case "install":
                new KernelInstaller(folders, terminal).Install(Repository());
                return QuestionCommand.Done;
            case "uninstall":
                terminal.Line(new KernelInstaller(folders, terminal).Uninstall() ? $"Taken away: {KernelSpec.DisplayName}" : "There was no kernel to take away.");
                return QuestionCommand.Done;
            case "list": return List(terminal, folders);
            case "doctor": return new KernelDoctor(folders, terminal).Examine() ? QuestionCommand.Done : QuestionCommand.Failed;
            default: throw new UsageException($"There is no '{plain[0]}'; there are install, uninstall, list, doctor.");
        }
    });

    private static int List(Terminal terminal, KernelFolders folders)
    {
        if (KernelSpec.Read(folders.SpecFile) is not { } spec)
        {
            terminal.Line("No kernel is installed.");
            return QuestionCommand.Done;
        }

        terminal.Line($"{KernelFolders.Name}  {KernelSpec.DisplayName}");
        terminal.Line($"  program   {spec.Program}{(File.Exists(spec.Program) ? "" : " (gone)")}");
        terminal.Line($"  Jupyter   {folders.SpecFile}");
        return QuestionCommand.Done;
    }

    /// <summary>The folder of the sources, found from the script's own place.</summary>
    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.GetData("EntryPointFileDirectoryPath") as string ?? AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NotebookKit.sln"))) return folder.FullName;
        throw new UsageException("The sources of the kernel were not found: run the script from a clone.");
    }
}
