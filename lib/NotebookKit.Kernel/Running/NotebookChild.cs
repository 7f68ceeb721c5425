using System.Globalization;
using System.IO.Pipes;
using System.Text;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Running;

/// <summary>The process in which one notebook runs. What its cells do to the process, to the console's streams or to static state ends with it.</summary>
internal static class NotebookChild
{
    /// <summary>First argument of such a process; the name of the pipe and the file follow.</summary>
    public const string Marker = "--run-one-notebook";

    /// <summary>Runs the notebook and tells the watching process by the pipe.</summary>
    /// <param name="args">The marker, the pipe, the file.</param>
    /// <param name="session">Makes a fresh session for a folder.</param>
    /// <returns>The exit code; what happened is in the messages.</returns>
    public static int Run(IReadOnlyList<string> args, Func<string, INotebookSession> session)
    {
        // The same outputs wherever it runs.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        using var pipe = new NamedPipeClientStream(".", args[1], PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        pipe.Connect(10_000);
        new Thread(() => EndWith(pipe)) { IsBackground = true, Name = "watches the watcher" }.Start();
        using var writer = new StreamWriter(pipe, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
        writer.WriteLine(RunAsync(args[2], session, m => writer.WriteLine(m.ToLine())).GetAwaiter().GetResult().ToLine());
        // Threads that a cell left running do not hold the process.
        Environment.Exit(0);
        return 0;
    }

    private static async Task<RunMessage> RunAsync(string file, Func<string, INotebookSession> make, Action<RunMessage> tell)
    {
        try
        {
            var notebook = Notebook.Read(file);
            await using var session = make(Path.GetDirectoryName(Path.GetFullPath(file))!);
            return await NotebookRun.RunAsync(notebook, session, cell => tell(new CellStarted(cell))).ConfigureAwait(false) is { } failure
                ? new RunFailed(failure) : new RunDone(notebook.ToBytes());
        }
        catch (Exception error) when (error is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return new RunFailed(new(0, error.GetType().Name, error.Message));
        }
    }

    /// <summary>The watching process writes nothing: the end of its stream is its end, and nobody would stop a cell any more.</summary>
    private static void EndWith(Stream pipe)
    {
        try
        {
            while (pipe.ReadByte() >= 0) { }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
        }

        Environment.Exit(1);
    }
}
