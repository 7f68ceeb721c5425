using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using NotebookKit.Console;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Jupyter.Messages;
using NotebookKit.Kernel.Jupyter.Wire;

namespace NotebookKit.Kernel.Jupyter;

/// <summary>The kernel's process, as Jupyter starts it.</summary>
public static class JupyterHost
{
    /// <summary>Runs one cell and says how long it took, to prove that the installed kernel works.</summary>
    internal const string SelfTest = "--self-test";

    /// <summary>Listens as the connection file says until a client asks the kernel to end, or the process that started it ends.</summary>
    /// <param name="args">The connection file; what follows is not looked at.</param>
    /// <returns>The exit code: 0 after it was asked to end, 1 where it could not start, 2 for wrong arguments.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        // The same outputs wherever it runs.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        if (args is [SelfTest]) return Test();
        var errors = System.Console.Error;
        // What follows the file is a client's own arguments, which some clients pass on.
        if (args is not [var path, ..] || path.StartsWith('-'))
        {
            errors.WriteLine("notebookkit-kernel: expected one connection file; Jupyter gives it when it starts the kernel.");
            return 2;
        }

        try
        {
            var session = new NotebookSession();
            using var kernel = new JupyterKernel(ConnectionFile.Read(path), session, new(), line => errors.WriteLine("notebookkit-kernel: " + Terminal.Clean(line)));
            Run(kernel, session);
        }
        catch (Exception error) when (error is InvalidDataException or SocketException or UnauthorizedAccessException or ArgumentException)
        {
            errors.WriteLine("notebookkit-kernel: " + Terminal.Clean(error is SocketException ? $"an address of the connection file cannot be listened on: {error.Message}" : error.Message));
            return 1;
        }

        // Threads that a cell left running do not hold the process.
        Environment.Exit(0);
        return 0;
    }

    private static void Run(JupyterKernel kernel, NotebookSession session)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Ctrl-C in a terminal reaches the kernel, too: it means the cell.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, c =>
        {
            c.Cancel = true;
            kernel.Interrupt();
        });
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, c =>
        {
            c.Cancel = true;
            end.TrySetResult();
        });
        ParentWatch.Start(() => Environment.Exit(1));
        kernel.Start();
        // The compiler starts while the client still shakes hands.
        new Thread(() => session.WarmUpAsync().GetAwaiter().GetResult()) { IsBackground = true, Name = "warm-up" }.UnsafeStart();
        Task.WaitAny(kernel.Ended, end.Task);
    }

    private static int Test()
    {
        var watch = Stopwatch.StartNew();
        var result = new NotebookSession().RunAsync("1 + 1", "Cell[1]").GetAwaiter().GetResult();
        var text = result.Outputs.OfType<ResultOutput>().SingleOrDefault()?.Data.Renderings["text/plain"] ?? result.Error?.Value;
        System.Console.Out.WriteLine(FormattableString.Invariant($"1 + 1 = {text}, {watch.ElapsedMilliseconds} ms"));
        return text == "2" ? 0 : 1;
    }
}
