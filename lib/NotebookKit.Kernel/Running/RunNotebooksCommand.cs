using System.Diagnostics;
using System.Globalization;
using NotebookKit.Console;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Documents;
using NotebookKit.Kernel.Pages;

namespace NotebookKit.Kernel.Running;

/// <summary>The command behind <c>notebooks/scripts/run-notebooks.cs</c>: runs notebooks, keeps what they show, checks what they hold, makes pages of them.</summary>
public static class RunNotebooksCommand
{
    private const string Name = "run-notebooks";

    /// <summary>Runs the command with the process's streams.</summary>
    /// <param name="args">What stands behind <c>--</c>.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args is [NotebookChild.Marker, ..]) return NotebookChild.Run(args, NewSession);
        return Run(Terminal.OfProcess(), args, ChildProcess.ThisProgram);
    }

    internal static int Run(Terminal terminal, IReadOnlyList<string> args, Func<IEnumerable<string>, ProcessStartInfo> child) => QuestionCommand.Guarded(terminal, Name, () =>
    {
        if (RunArguments.Parse(args) is not { } arguments)
        {
            terminal.Block(RunArguments.Help.ReplaceLineEndings("\n"));
            return QuestionCommand.Done;
        }

        using var stop = new StopSignal(130);
        try
        {
            return RunAll(terminal, arguments, new ChildProcess(child, arguments.Timeout), stop.Token);
        }
        catch (OperationCanceledException)
        {
            terminal.Trouble($"{Name}: stopped; the notebook that was running keeps the outputs that it has.");
            return 130;
        }
    });

    private static int RunAll(Terminal terminal, RunArguments arguments, ChildProcess child, CancellationToken stop)
    {
        var (failed, left, good) = (0, 0, new List<Notebook>());
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var places = new SemaphoreSlim(arguments.Jobs);
        var runs = arguments.Files.Select(file => InTurn(places, () => One(file, arguments, child, end.Token), end.Token)).ToList();
        try
        {
            foreach (var (file, run) in arguments.Files.Zip(runs))
            {
                var ((fresh, trouble, lack), took) = run.GetAwaiter().GetResult();
                if (lack is not null)
                {
                    left++;
                    terminal.Line($"left  {file}: {lack}");
                    continue;
                }

                if (trouble.Count == 0)
                {
                    good.Add(fresh!);
                    terminal.Line(string.Create(CultureInfo.InvariantCulture, $"ok    {file}: {fresh!.CodeCells.Count()} cells, {took.TotalSeconds:0.0} s"));
                    continue;
                }

                failed++;
                terminal.Line($"FAIL  {file}: {trouble[0]}");
                foreach (var line in trouble.Skip(1)) terminal.Line("      " + line);
            }
        }
        finally
        {
            // No process of a notebook outlives the command.
            end.Cancel();
            Task.WhenAll(runs).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).GetAwaiter().GetResult();
        }

        if (arguments.Pages is { } pages && good.Count > 0)
            terminal.Line($"Pages: {new Uri(Path.GetFullPath(NotebookPages.Write(good, pages))).AbsoluteUri}");
        terminal.Line($"{Terminal.Some(arguments.Files.Count, "notebook")}, {failed} failed{(left == 0 ? "" : $", {left} left out")}.");
        return failed == 0 ? QuestionCommand.Done : QuestionCommand.Failed;
    }

    /// <summary>Runs one notebook as soon as there is a place for it, and says how long it took.</summary>
    private static async Task<(RunEnd End, TimeSpan Took)> InTurn(SemaphoreSlim places, Func<RunEnd> one, CancellationToken stop)
    {
        await places.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            var watch = Stopwatch.StartNew();
            var end = await Task.Run(one, stop).ConfigureAwait(false);
            return (end, watch.Elapsed);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Runs one notebook; what is wrong with it, the main thing first.</summary>
    private static RunEnd One(string file, RunArguments arguments, ChildProcess child, CancellationToken stop)
    {
        try
        {
            var held = Notebook.Read(file);
            if (NotebookLanguage.Trouble(held) is { } other) return new(null, [other]);
            if (NeededPackages.Lack(held, stop) is { } lack) return new(null, [], lack);
            if (arguments.Ran is { } folder)
            {
                var ran = RanElsewhere.Read(held, folder);
                return new(ran, [.. OutputForm.Breaches(held), .. OutputComparison.Difference(held, ran)]);
            }

            var message = child.RunAsync(file, stop).GetAwaiter().GetResult();
            if (message is RunFailed { Failure: var failure }) return new(null, [.. failure.Lines(held)]);
            var fresh = Notebook.Parse(((RunDone)message).Notebook, file);
            if (!arguments.AllowRaw && RawOutputs.First(fresh) is { } cell)
                return new(null, [$"In [{cell}] shows rows as they were recorded, before anonymizing (ShowRaw), and outputs are saved: nothing was written. Show masked rows, or, where the people are invented, give the cell the tag {RawOutputs.Allowed}, or run with --allow-raw."]);
            if (!arguments.Check)
            {
                fresh.Write(file);
                return new(fresh, []);
            }

            return new(fresh, [.. OutputForm.Breaches(held), .. OutputComparison.Difference(held, fresh)]);
        }
        catch (NotebookFormatException error)
        {
            return new(null, [error.Message.StartsWith(file, StringComparison.Ordinal) ? error.Message[file.Length..].TrimStart(':', ' ') : error.Message]);
        }
    }

    private static NotebookSession NewSession(string folder) => new(new() { BaseDirectory = folder });

    /// <summary>How the turn of a notebook ended.</summary>
    /// <param name="Fresh">The notebook with what it showed; null where it did not run to its end.</param>
    /// <param name="Trouble">What is wrong with it, the main thing first.</param>
    /// <param name="Lack">What it needs and is not to be had here, so that it was not run; null where it was.</param>
    private sealed record RunEnd(Notebook? Fresh, IReadOnlyList<string> Trouble, string? Lack = null);
}
