using System.Diagnostics;
using System.IO.Pipes;
using System.Text;

namespace NotebookKit.Kernel.Running;

/// <summary>Starts the process in which one notebook runs, listens to it, and ends it from outside when a cell takes too long: a cell that is stuck in
/// native code, or that ended the process, cannot report that itself.</summary>
internal sealed class ChildProcess(Func<IEnumerable<string>, ProcessStartInfo> command, TimeSpan timeout)
{
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(5);

    /// <summary>How long a connection may take to be seen after the process has ended.</summary>
    private static readonly TimeSpan ToConnect = TimeSpan.FromSeconds(1);

    /// <summary>This program once more, with other arguments.</summary>
    public static ProcessStartInfo ThisProgram(IEnumerable<string> args)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The program does not know its own path.");
        // Started as "dotnet program.dll", the program is the first argument.
        string[] first = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? [Environment.GetCommandLineArgs()[0]] : [];
        return new(program, [.. first, .. args]);
    }

    /// <summary>Runs a notebook in a process of its own, in the notebook's folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="stop">Ends the process; the task is cancelled then.</param>
    /// <returns><see cref="RunDone"/> or <see cref="RunFailed"/>.</returns>
    public async Task<RunMessage> RunAsync(string path, CancellationToken stop)
    {
        var full = Path.GetFullPath(path);
        var name = "notebook-" + Path.GetRandomFileName();
        using var pipe = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        using var process = Start([NotebookChild.Marker, name, full], Path.GetDirectoryName(full)!, out var lastWords);
        // With a redirected stream the wait lasts until processes that a cell started have closed theirs, too: never wait for it without an end.
        var exited = process.WaitForExitAsync(CancellationToken.None);
        try
        {
            var message = await Listen(pipe, exited, stop).ConfigureAwait(false);
            if (message is RunFailed { Failure.Name: "TimeoutExpired" }) return message;
            await Task.WhenAny(exited, Task.Delay(ToEnd, stop)).ConfigureAwait(false);
            if (message is not CellStarted cell) return message;
            string said;
            lock (lastWords) said = lastWords.ToString();
            return new RunFailed(new(cell.Cell, "ProcessEnded",
                $"the process of the notebook ended{(process.HasExited ? $" with exit code {process.ExitCode}" : "")}{(said.Length == 0 ? "" : $": {said}")}"));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Waits for the end of the run.</summary>
    /// <returns>The last message; the cell that was running where the process went away without one.</returns>
    private async Task<RunMessage> Listen(NamedPipeServerStream pipe, Task exited, CancellationToken stop)
    {
        var last = new CellStarted(0);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(timeout);
        try
        {
            var connected = pipe.WaitForConnectionAsync(late.Token);
            await Task.WhenAny(connected, exited).ConfigureAwait(false);
            // A short run may be over before the connection is seen here; what it said still lies in the pipe.
            if (!connected.IsCompleted) await Task.WhenAny(connected, Task.Delay(ToConnect, stop)).ConfigureAwait(false);
            if (!connected.IsCompleted) return last;
            await connected.ConfigureAwait(false);
            using var reader = new StreamReader(pipe, Encoding.UTF8, leaveOpen: true);
            while (await reader.ReadLineAsync(late.Token).ConfigureAwait(false) is { } line)
            {
                var message = RunMessage.Parse(line);
                if (message is not CellStarted started) return message;
                last = started;
                late.CancelAfter(timeout);
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new RunFailed(new(last.Cell, "TimeoutExpired", $"{(last.Cell == 0 ? "the kernel did not start" : "the cell did not end")} within {timeout.TotalSeconds:0.###} s and was stopped; --timeout gives it longer"));
        }
        catch (IOException)
        {
        }

        return last;
    }

    private Process Start(string[] args, string folder, out StringBuilder lastWords)
    {
        var start = command(args);
        start.WorkingDirectory = folder;
        start.UseShellExecute = false;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["TZ"] = "UTC";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The process of the notebook did not start.");
        process.StandardInput.Close();
        var words = lastWords = new StringBuilder();
        // What native code and processes of a cell write there is no output of the cell. The first line of trouble tells why a process ended.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (words)
                if (words.Length == 0 && line.Data is { } text) words.Append(text.Trim());
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
