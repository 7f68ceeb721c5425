using NotebookKit.Console;
using NotebookKit.Recipes;

namespace NotebookKit.Tests.Console;

/// <summary>Runs the command in this process, in a folder of its own, and keeps what it wrote.</summary>
internal sealed class ConsoleRun : IDisposable
{
    private static readonly string[] Verbs = ["close", "rename", "export", "archive", "share", "delete", "print"];

    private static readonly string[] Things = ["invoice", "project", "calendar", "address book", "mailbox", "report", "contract", "printer", "password"];

    public ConsoleRun() => Directory.CreateDirectory(Folder);

    /// <summary>A folder with a space in its path.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"notebookkit tests {Guid.NewGuid():N}");

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string Out => Path.Combine(Folder, "out");

    public string File(string name, params string[] lines)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllLines(path, lines);
        return path;
    }

    /// <summary>Chat rows that differ enough to stay.</summary>
    public string Chats(string name, int rows) => File(name, [.. Enumerable.Range(0, rows).Select(i =>
    {
        var (verb, thing) = (Verbs[i % Verbs.Length], Things[i / Verbs.Length % Things.Length]);
        return $$"""
            {"messages":[{"role":"user","content":"How do I {{verb}} the {{thing}} number {{i}} in my account?"},{"role":"assistant","content":"Open the page of the {{thing}} and choose {{verb}}; step {{i}} takes a moment."}]}
            """;
    })]);

    public int Run(params string[] args) => Run(null, CancellationToken.None, args);

    public int Run(Func<PrepareOptions, Recipe>? recipe, CancellationToken cancel, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = new PrepareCommand(new Terminal(output, error), recipe).Run(args, cancel);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    /// <summary>The one line on the error stream.</summary>
    public string Complaint()
    {
        var lines = Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Single(lines);
        Assert.StartsWith("prepare: ", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return lines[0];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
