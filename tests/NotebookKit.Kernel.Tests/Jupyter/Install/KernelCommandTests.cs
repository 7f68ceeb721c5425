using NotebookKit.Console;
using NotebookKit.Kernel.Jupyter;
using NotebookKit.Kernel.Jupyter.Install;

namespace NotebookKit.Kernel.Tests.Jupyter.Install;

public sealed class KernelCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kernel-command");
    private readonly StringWriter said = new(), trouble = new();
    private readonly KernelFolders folders;

    public KernelCommandTests() => folders = new(Path.Combine(folder.FullName, "kernels"), Path.Combine(folder.FullName, "programs"));

    public void Dispose() => folder.Delete(recursive: true);

    private int Run(params string[] args) => KernelCommand.Run(new Terminal(said, trouble), args, folders);

    private string Install(string program = "kernel.dll")
    {
        var file = Path.Combine(folders.Programs, "1", program);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        Directory.CreateDirectory(folders.Spec);
        File.Copy(typeof(KernelCommandTests).Assembly.Location, file);
        File.WriteAllText(folders.SpecFile, new KernelSpec(Tool.Dotnet(), file).ToJson());
        return file;
    }

    [Theory]
    [InlineData("linux", "/home/ada/.local/share/jupyter/kernels/notebookkit-csharp", "/home/ada/.local/share/NotebookKit/kernel")]
    [InlineData("macos", "/home/ada/Library/Jupyter/kernels/notebookkit-csharp", "/home/ada/Library/Application Support/NotebookKit/kernel")]
    [InlineData("windows", "/home/ada/AppData/Roaming/jupyter/kernels/notebookkit-csharp", "/home/ada/AppData/Local/NotebookKit/kernel")]
    public void EachSystemHasItsFolders(string system, string spec, string programs)
    {
        var of = KernelFolders.Of(system, "/home/ada", _ => null);
        Assert.Equal((spec, programs), (of.Spec.Replace('\\', '/'), of.Programs.Replace('\\', '/')));
    }

    [Fact]
    public void TheEnvironmentMayNameOthers()
    {
        var of = KernelFolders.Of("linux", "/home/ada", n => n switch { "JUPYTER_DATA_DIR" => "/j", "XDG_DATA_HOME" => "/x", _ => null });
        Assert.Equal(("/j/kernels", "/x/NotebookKit/kernel"), (of.Specs.Replace('\\', '/'), of.Programs.Replace('\\', '/')));
    }

    [Fact]
    public void TheSpecComesBackAsItWasWritten()
    {
        var file = Install();
        Assert.Equal(new KernelSpec(Tool.Dotnet(), file), KernelSpec.Read(folders.SpecFile));
        var json = File.ReadAllText(folders.SpecFile);
        foreach (var part in new[] { "\"{connection_file}\"", "\"C# (NotebookKit)\"", "\"language\": \"C#\"", "\"interrupt_mode\": \"message\"" }) Assert.Contains(part, json, StringComparison.Ordinal);
    }

    [Fact]
    public void ItListsAndTakesAwayWhatIsInstalled()
    {
        Assert.Equal(0, Run("list"));
        Assert.Contains("No kernel is installed.", said.ToString(), StringComparison.Ordinal);
        var file = Install();
        Assert.Equal(0, Run("list"));
        Assert.Contains(file, said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, Run("uninstall"));
        Assert.False(Directory.Exists(folders.Spec) || Directory.Exists(folders.Programs));
        Assert.Equal(0, Run("uninstall"));
        Assert.Contains("no kernel to take away", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheDoctorSaysWhatIsMissingAndHowToMendIt()
    {
        Assert.Equal(1, Run("doctor"));
        Assert.Contains("MISSING  the kernel is not registered", said.ToString(), StringComparison.Ordinal);
        File.Delete(Install());
        Assert.Equal(1, Run("doctor"));
        Assert.Contains("MISSING  its program is gone", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("kernel.cs -- install", said.ToString(), StringComparison.Ordinal);
        File.WriteAllText(folders.SpecFile, "{ \"argv\": [1, 2, 3] }");
        Assert.Equal(1, Run("doctor"));
        Assert.Contains("cannot be read", said.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reinstall")]
    [InlineData("--force", "install")]
    [InlineData("install", "twice")]
    public void WrongArgumentsAreOneLine(params string[] args)
    {
        Assert.Equal(2, Run(args));
        Assert.Single(trouble.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public void HelpSaysEverything()
    {
        Assert.Equal(0, Run("--help"));
        foreach (var word in new[] { "install", "uninstall", "list", "doctor" }) Assert.Contains($"-- {word} ", said.ToString(), StringComparison.Ordinal);
    }
}
