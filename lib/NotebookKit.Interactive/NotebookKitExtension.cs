using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace NotebookKit.Interactive;

/// <summary>What the kit adds to .NET Interactive: renderings of every view, the magic <c>#!nbk-profile</c>, and the usual namespaces in C# cells.</summary>
/// <remarks>The package brings the script <c>interactive-extensions/dotnet/extension.dib</c>, which the host runs after <c>#r "nuget: NotebookKit.Interactive"</c>.
/// A program that has kernels of its own calls <see cref="OnLoadAsync"/>; a cell that has the assembly by its path calls <see cref="Load"/>.</remarks>
public sealed class NotebookKitExtension : IKernelExtension
{
    /// <summary>What C# cells need not import themselves: the namespaces that the notebooks of the kit begin with.</summary>
    public static IReadOnlyList<string> Namespaces { get; } =
    [
        "NotebookKit", "NotebookKit.Anonymizing", "NotebookKit.Balancing", "NotebookKit.Checking", "NotebookKit.Cleaning", "NotebookKit.Deduplicating", "NotebookKit.Display",
        "NotebookKit.Display.Charts", "NotebookKit.Explaining", "NotebookKit.Formatting", "NotebookKit.Outliers", "NotebookKit.Recipes", "NotebookKit.Reviewing", "NotebookKit.Scoring",
        "NotebookKit.Sourcing", "NotebookKit.Splitting",
    ];

    /// <summary>Registers renderings and magics, then imports <see cref="Namespaces"/> into every C# kernel. Not for a cell: what a cell submits while it runs is lost when it ends.</summary>
    /// <param name="kernel">Any kernel of the tree.</param>
    /// <returns>When all is there.</returns>
    public async Task OnLoadAsync(Kernel kernel)
    {
        Load(kernel);
        var imports = string.Concat(Namespaces.Select(n => $"using {n};\n"));
        foreach (var cells in CSharpKernels(kernel)) await cells.SendAsync(new SubmitCode(imports)).ConfigureAwait(false);
    }

    /// <summary>Registers renderings and magics; a second call adds nothing. No namespace is imported.</summary>
    /// <param name="kernel">Any kernel of the tree.</param>
    public static void Load(Kernel kernel)
    {
        ViewFormatters.Register();
        foreach (var cells in CSharpKernels(kernel)) ProfileMagic.AddTo(cells);
        KernelInvocationContext.Current?.DisplayAs($"NotebookKit: every view shows itself; {ProfileMagic.Name} data says what is in a dataset.", "text/plain");
    }

    /// <summary>The static root is known only while a command runs; a kernel knows its own.</summary>
    private static IEnumerable<Kernel> CSharpKernels(Kernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        var root = kernel.RootKernel;
        IEnumerable<Kernel> kernels = root is CompositeKernel all ? all.ChildKernels : [root];
        return kernels.Where(k => k.KernelInfo.LanguageName == "C#");
    }
}
