using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace NotebookKit.Console;

/// <summary>Shows how far a run is: one bar per stage on a terminal, one plain line per stage otherwise.</summary>
internal static class ProgressView
{
    /// <summary>Runs work that reports progress and returns what it returns.</summary>
    public static T Run<T>(Terminal terminal, int stages, Func<IProgress<RunProgress>, T> work)
    {
        if (!terminal.IsLive) return work(new PlainProgress(terminal));
        return terminal.Ansi.Progress()
            .AutoClear(false)
            .HideCompleted(terminal.Height < stages + 4)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context => work(new BarProgress(context)));
    }

    private sealed class BarProgress(ProgressContext context) : IProgress<RunProgress>
    {
        private readonly Dictionary<string, ProgressTask> bars = new(StringComparer.Ordinal);
        private readonly Lock gate = new();

        public void Report(RunProgress value)
        {
            lock (gate)
            {
                if (!bars.TryGetValue(value.Stage, out var bar))
                    bars[value.Stage] = bar = context.AddTask(Markup.Escape(Terminal.Clean(value.Stage)), maxValue: Math.Max(1, value.Total));
                bar.Value = Math.Max(bar.Value, value.Done);
                if (value.Done >= value.Total) bar.StopTask();
            }
        }
    }

    /// <summary>A line when a stage begins, and one every few seconds while it lasts, so that a log shows life and stays short.</summary>
    internal sealed class PlainProgress(Terminal terminal) : IProgress<RunProgress>
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

        private readonly HashSet<string> begun = new(StringComparer.Ordinal);
        private readonly Stopwatch sinceLine = new();
        private readonly Lock gate = new();

        public void Report(RunProgress value)
        {
            lock (gate)
            {
                if (begun.Add(value.Stage)) Say($"  {value.Stage} …");
                else if (sinceLine.Elapsed >= Pause && value.Done < value.Total)
                    Say(string.Create(CultureInfo.InvariantCulture, $"  {value.Stage} {100 * value.Done / value.Total} %"));
            }
        }

        private void Say(string line)
        {
            terminal.Line(line);
            sinceLine.Restart();
        }
    }
}
