using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookKit.Adapters.Tests.Interactive;

/// <summary>Kernels as the host's tool has them: a C# kernel in a composite one. Formatters are static in the host, so tests with sessions run one after the other.</summary>
internal sealed class Session : IDisposable
{
    private readonly CompositeKernel root = new() { new CSharpKernel().UseKernelHelpers().UseValueSharing() };

    private Session()
    {
        root.DefaultKernelName = "csharp";
        Formatter.ResetToDefault();
    }

    public static string Folder { get; } = AppContext.BaseDirectory;

    public Kernel Root => root;

    public Kernel Cells => root.FindKernelByName("csharp");

    /// <summary>A session without the extension, to which the kit's assemblies are referenced.</summary>
    public static async Task<Session> Bare()
    {
        var session = new Session();
        (await session.Run($"#r \"{Folder}NotebookKit.dll\"\n#r \"{Folder}NotebookKit.Interactive.dll\"")).Succeeds();
        return session;
    }

    /// <summary>A session into which the host's loader put the package: it runs the script that the package brings.</summary>
    public static async Task<Session> Loaded()
    {
        var session = await Bare();
        await session.root.LoadAndRunInteractiveDocument(new FileInfo(Path.Combine(Folder, "extension.dib")));
        return session;
    }

    public async Task<Shown> Run(string code) => new((await root.SendAsync(new SubmitCode(code))).Events);

    public async Task<IReadOnlyList<string>> Complete(string code)
    {
        var answer = await root.SendAsync(new RequestCompletions(code, new(0, code.Length)));
        return [.. answer.Events.OfType<CompletionsProduced>().SelectMany(e => e.Completions).Select(c => c.DisplayText)];
    }

    public void Dispose()
    {
        root.Dispose();
        Formatter.ResetToDefault();
    }
}

/// <summary>What a cell showed.</summary>
internal sealed class Shown(IEnumerable<KernelEvent> events)
{
    private readonly IReadOnlyList<KernelEvent> events = [.. events];

    /// <summary>Renderings of each output.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Outputs => [.. events.OfType<DisplayEvent>().Select(e => e.FormattedValues.ToDictionary(v => v.MimeType, v => v.Value))];

    /// <summary>The only output.</summary>
    public IReadOnlyDictionary<string, string> Output => Assert.Single(Outputs);

    /// <summary>Why the cell failed; null where it did not.</summary>
    public string? Failure => events.OfType<CommandFailed>().LastOrDefault()?.Message;

    public Shown Succeeds()
    {
        Assert.Null(Failure);
        Assert.Contains(events, e => e is CommandSucceeded);
        return this;
    }
}
