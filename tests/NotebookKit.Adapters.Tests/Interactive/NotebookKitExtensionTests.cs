using Microsoft.DotNet.Interactive;
using NotebookKit.Interactive;

namespace NotebookKit.Adapters.Tests.Interactive;

[Collection(nameof(HostCollection))]
public class NotebookKitExtensionTests
{
    [Fact]
    public async Task The_script_of_the_package_imports_the_namespaces()
    {
        var script = await File.ReadAllLinesAsync(Path.Combine(Session.Folder, "extension.dib"), TestContext.Current.CancellationToken);
        Assert.Equal(NotebookKitExtension.Namespaces.Select(n => $"using {n};"), script.Where(l => l.StartsWith("using ", StringComparison.Ordinal)));
        using var session = await Session.Loaded();
        (await session.Run("var empty = Dataset.Empty; var stage = new NearDuplicates(); var chart = Chart.Bar(\"\", new Dictionary<string, long>()); var recipe = FineTuning.Recipe();")).Succeeds();
    }

    [Fact]
    public void Namespaces_are_there_and_have_public_types()
    {
        var known = typeof(Dataset).Assembly.GetExportedTypes().Select(t => t.Namespace).ToHashSet();
        Assert.All(NotebookKitExtension.Namespaces, n => Assert.Contains(n, known));
        Assert.Equal(NotebookKitExtension.Namespaces.Order(StringComparer.Ordinal), NotebookKitExtension.Namespaces);
    }

    [Fact]
    public async Task A_program_with_kernels_of_its_own_loads_it_by_the_interface()
    {
        using var session = await Session.Bare();
        await new NotebookKitExtension().OnLoadAsync(session.Cells);
        (await session.Run("var data = Dataset.Empty;")).Succeeds();
        (await session.Run("#!nbk-profile data")).Succeeds();
    }

    [Fact]
    public async Task A_cell_loads_it_from_an_assembly_by_path()
    {
        using var session = await Session.Bare();
        var said = (await session.Run("NotebookKit.Interactive.NotebookKitExtension.Load(Microsoft.DotNet.Interactive.Kernel.Root);")).Succeeds().Output;
        Assert.Equal("NotebookKit: every view shows itself; #!nbk-profile data says what is in a dataset.", said["text/plain"]);
        (await session.Run("var data = NotebookKit.Dataset.Empty;")).Succeeds();
        (await session.Run("#!nbk-profile data")).Succeeds();
    }

    [Fact]
    public async Task Twice_is_once()
    {
        using var session = await Session.Loaded();
        await new NotebookKitExtension().OnLoadAsync(session.Root);
        await session.Root.LoadAndRunInteractiveDocument(new FileInfo(Path.Combine(Session.Folder, "extension.dib")));
        (await session.Run("var data = Dataset.Empty;")).Succeeds();
        Assert.Single((await session.Run("#!nbk-profile data")).Succeeds().Outputs);
        Assert.Single(session.Cells.KernelInfo.SupportedDirectives, d => d.Name == "#!nbk-profile");
    }

    [Fact]
    public async Task A_kernel_alone_and_one_without_cells_are_no_trouble()
    {
        using var cells = new Microsoft.DotNet.Interactive.CSharp.CSharpKernel();
        await new NotebookKitExtension().OnLoadAsync(cells);
        Assert.Contains(cells.KernelInfo.SupportedDirectives, d => d.Name == "#!nbk-profile");
        using var none = new CompositeKernel();
        await new NotebookKitExtension().OnLoadAsync(none);
        await Assert.ThrowsAsync<ArgumentNullException>(() => new NotebookKitExtension().OnLoadAsync(null!));
    }
}
